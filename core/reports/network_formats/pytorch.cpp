// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/network_format.h"
#include "reports/python_text.h"

namespace deltascope::network_formats {

extern const reports::NetworkFormat pytorch;
const reports::NetworkFormat pytorch{
    .id = "pytorch",
    .name = translatable("core", "PyTorch script"),
    .suffix = ".py",
    .rank = 40,
    .numbersBeside = true,
    .refusal = reports::whyNoPython,
    .write =
        [](const reports::NetworkExport& network, const std::string& numbers, const reports::TextSink& sink,
            const Watch&) {
            static_cast<void>(sink(reports::pythonScript(network, reports::PythonLibrary::pytorch, numbers)));
        },
};

} // namespace deltascope::network_formats
