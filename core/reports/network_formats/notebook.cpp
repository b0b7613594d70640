// SPDX-License-Identifier: GPL-3.0-or-later
// A notebook of Jupyter (nbformat 4.5), whose cells are the pieces of the NumPy script.
#include "reading/json.h"
#include "reports/network_format.h"
#include "reports/python_text.h"

namespace deltascope::network_formats {

namespace {

std::string cell(const char* type, int number, std::string text, const char* rest)
{
    while (text.ends_with('\n'))
        text.pop_back();
    return std::string("  {\"cell_type\": \"") + type + R"(", "id": "cell-)" + std::to_string(number)
        + R"(", "metadata": {}, "source": )" + reading::jsonString(text) + rest + "}";
}

void write(
    const reports::NetworkExport& network, const std::string& numbers, const reports::TextSink& sink, const Watch&)
{
    int number = 0;
    std::string text = "{\n \"cells\": [\n";
    text += cell("markdown", number++,
        "# A network of Deltascope\n\nThe forward and the backward pass by hand, and of every layer the learning "
        "speeds "
        "‖∂C/∂b‖ and ‖∂C/∂w‖. Its numbers are read from `"
            + numbers + "`, which lies beside this notebook.",
        "");
    for (const std::string& piece : reports::pythonPieces(network, reports::PythonLibrary::numpy, numbers, true))
        text += ",\n" + cell("code", number++, piece, R"(, "execution_count": null, "outputs": [])");
    text += "\n ],\n \"metadata\": {\"kernelspec\": {\"display_name\": \"Python 3\", \"language\": \"python\", "
            "\"name\": \"python3\"}, \"language_info\": {\"name\": \"python\"}},\n \"nbformat\": 4,\n "
            "\"nbformat_minor\": 5\n}\n";
    static_cast<void>(sink(text));
}

} // namespace

extern const reports::NetworkFormat notebook;
const reports::NetworkFormat notebook{
    .id = "notebook",
    .name = translatable("core", "Jupyter notebook"),
    .suffix = ".ipynb",
    .rank = 50,
    .numbersBeside = true,
    .refusal = reports::whyNoPython,
    .write = write,
};

} // namespace deltascope::network_formats
