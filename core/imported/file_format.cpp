// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/file_format.h"

#include "imported/imported_network.h"
#include "imported/npz.h"
#include "imported/safetensors.h"
#include "reading/json.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <optional>

namespace deltascope::imported {

namespace {

using reading::JsonValue;

bool endsIn(std::string_view name, std::string_view suffix)
{
    return name.size() >= suffix.size()
        && std::ranges::equal(name.substr(name.size() - suffix.size()), suffix,
            [](char c, char wanted) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == wanted; });
}

/// Files that others save, and what makes one of them that is read here: %1 is the name, %2 that of the new one.
struct Convertible {
    std::string_view suffixes[6];
    const char* sentence; ///< with %1 for the line
    const char* line; ///< of Python; FILE and NEW stand for the names
};

constexpr Convertible kPickle{{".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".bin"},
    translatable("core",
        "it is a pickle, which may run any program while it is read, so it is not opened; this line of Python makes a "
        "file that is: %1"),
    "import numpy, torch; numpy.savez('NEW', **{k: v.numpy() for k, v in torch.load('FILE').items()})"};
constexpr Convertible kKeras{{".h5", ".hdf5", ".keras"},
    translatable("core", "it is a file of Keras, which is not read; this line of Python makes one that is: %1"),
    "import keras, numpy; numpy.savez('NEW', *keras.models.load_model('FILE').get_weights())"};
constexpr Convertible kOnnx{{".onnx"},
    translatable("core", "it is a file of ONNX, which is not read; this line of Python makes one that is: %1"),
    "import numpy, onnx, onnx.numpy_helper as h; numpy.savez('NEW', **{t.name: h.to_array(t) for t in "
    "onnx.load('FILE').graph.initializer})"};

Error toBeConverted(const Convertible& kind, const std::string& name)
{
    std::string line = kind.line;
    const auto put = [&](std::string_view word, const std::string& text) {
        line.replace(line.find(word), word.size(), text);
    };
    // A name with marks of its own would be other Python.
    const bool plain = std::ranges::none_of(name, [](char c) { return c == '\'' || c == '\\' || c == '\n'; });
    put("NEW", plain ? name.substr(0, name.rfind('.')) + ".npz" : "NEW.npz");
    put("FILE", plain ? name : "FILE");
    return badArrays(kind.sentence, {line});
}

bool isNamed(const Convertible& kind, std::string_view name)
{
    return std::ranges::any_of(
        kind.suffixes, [&](std::string_view suffix) { return !suffix.empty() && endsIn(name, suffix); });
}

/// The kind of a file that is not read, by its bytes, then by its name.
const Convertible* convertible(std::string_view bytes, std::string_view name)
{
    const bool zip = isZip(bytes);
    if ((zip && bytes.find("/data.pkl") != std::string_view::npos) || bytes.starts_with("\x80\x02")
        || bytes.starts_with("\x80\x03") || bytes.starts_with("\x80\x04") || bytes.starts_with("\x80\x05"))
        return &kPickle;
    if ((zip && bytes.find("model.weights.h5") != std::string_view::npos) || bytes.starts_with("\x89HDF"))
        return &kKeras;
    if (zip || isSafetensors(bytes))
        return nullptr;
    for (const Convertible* kind : {&kPickle, &kKeras, &kOnnx})
        if (isNamed(*kind, name))
            return kind;
    return nullptr;
}

/// What our `network` command writes: {"weights": [[row, …], …], "biases": [[…], …]}.
class NetworkJson final : public ArrayFile {
public:
    std::vector<std::vector<double>> held;

    Result<std::vector<double>> numbers(std::size_t array) const override { return held[array]; }

    void add(std::string name, std::vector<std::size_t> shape, std::vector<double> numbers)
    {
        arrays.push_back({std::move(name), std::move(shape), NumberType::float64, {}});
        held.push_back(std::move(numbers));
    }
};

/// Appends the numbers of a list; false where it is none of numbers alone.
bool addNumbers(const JsonValue& json, std::vector<double>& numbers)
{
    const auto* list = json.as<JsonValue::Array>();
    if (!list || list->empty())
        return false;
    for (const JsonValue& each : *list) {
        if (!each.as<double>())
            return false;
        numbers.push_back(*each.as<double>());
    }
    return true;
}

std::optional<Error> addMatrix(NetworkJson& file, const JsonValue& json, const std::string& name)
{
    std::vector<double> numbers;
    const auto* rows = json.as<JsonValue::Array>();
    bool alike = rows && !rows->empty();
    for (std::size_t i = 0; alike && i < rows->size(); ++i) {
        const std::size_t before = numbers.size();
        alike = addNumbers((*rows)[i], numbers) && numbers.size() * 1 == (numbers.size() - before) * (i + 1);
    }
    if (!alike)
        return badArrays(translatable("core", "%1 is not a list of rows of equal length."), {name});
    const std::size_t count = rows->size(), columns = numbers.size() / count;
    file.add(name, {count, columns}, std::move(numbers));
    return std::nullopt;
}

/// The text of an object that parsed.
std::string objectAt(std::string_view json, std::size_t start)
{
    int open = 0;
    bool quoted = false;
    for (std::size_t i = start; i < json.size(); ++i) {
        if (quoted)
            i += json[i] == '\\' ? 1 : 0;
        if (i < json.size() && json[i] == '"' && !(quoted && json[i - 1] == '\\'))
            quoted = !quoted;
        if (!quoted && json[i] == '{')
            ++open;
        if (!quoted && json[i] == '}' && --open == 0)
            return std::string(json.substr(start, i + 1 - start));
    }
    return {};
}

Result<std::unique_ptr<ArrayFile>> readNetworkJson(std::string_view bytes)
{
    reading::JsonLimits limits;
    limits.bytes = kMaxNetworkBytes;
    limits.keep = {"weights", "biases", "scenario"};
    limits.keptBytes = kMaxNetworkBytes;
    const Result<JsonValue> json = reading::parseJson(bytes, limits);
    if (!json)
        return Error{Fault::invalidData, json.error().what};
    const reading::JsonMember* weights = json->find("weights");
    const reading::JsonMember* biases = json->find("biases");
    const auto* layers = weights ? weights->value.as<JsonValue::Array>() : nullptr;
    const auto* ownBiases = biases ? biases->value.as<JsonValue::Array>() : nullptr;
    if (!layers || !ownBiases || layers->empty() || layers->size() != ownBiases->size())
        return badArrays(translatable(
            "core", "it is not a network: from JSON, “weights” and “biases” are read, lists of one entry per layer."));
    auto file = std::make_unique<NetworkJson>();
    file->inOrder = true;
    for (std::size_t i = 0; i < layers->size(); ++i) {
        const std::string place = "[" + std::to_string(i) + "]";
        if (std::optional<Error> error = addMatrix(*file, (*layers)[i], "weights" + place))
            return *std::move(error);
        std::vector<double> numbers;
        if (!addNumbers((*ownBiases)[i], numbers))
            return badArrays(translatable("core", "%1 is not a list of numbers."), {"biases" + place});
        const std::size_t count = numbers.size();
        file->add("biases" + place, {count}, std::move(numbers));
    }
    if (const reading::JsonMember* scenario = json->find("scenario"))
        file->notes.emplace_back(kScenarioEntry, objectAt(bytes, scenario->value.offset));
    return std::unique_ptr<ArrayFile>(std::move(file));
}

} // namespace

Result<std::unique_ptr<ArrayFile>> arraysIn(std::string_view bytes, const std::string& name)
{
    if (const Convertible* kind = convertible(bytes, name))
        return toBeConverted(*kind, name);
    if (isZip(bytes)) {
        Result<std::unique_ptr<NpzFile>> npz = readNpz(bytes);
        if (!npz)
            return npz.error();
        return std::unique_ptr<ArrayFile>(*std::move(npz));
    }
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    if (isSafetensors(bytes) || endsIn(name, ".safetensors"))
        return readSafetensors(bytes);
    if (start != std::string_view::npos && bytes[start] == '{')
        return readNetworkJson(bytes);
    return badArrays(translatable("core",
        "it is not a network that can be read here: .safetensors, .npz and the .json that “network --out” writes "
        "can."));
}

bool isNetworkName(std::string_view name)
{
    return endsIn(name, ".safetensors") || endsIn(name, ".npz")
        || std::ranges::any_of(std::initializer_list{&kPickle, &kKeras, &kOnnx},
            [&](const Convertible* kind) { return isNamed(*kind, name); });
}

} // namespace deltascope::imported
