// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/imported_network.h"

#include "base/fingerprint.h"
#include "imported/file_format.h"
#include "imported/layer_chain.h"
#include "imported/normalizations.h"
#include "reading/file.h"
#include "reading/file_path.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <optional>

namespace deltascope::imported {

namespace {

std::string shapeText(const NamedArray& array)
{
    std::string text;
    for (const std::size_t size : array.shape)
        text += (text.empty() ? "" : " × ") + std::to_string(size);
    return text.empty() ? "1" : text;
}

std::optional<Error> tooMany(const ArrayFile& file)
{
    std::size_t total = 0;
    for (const NamedArray& array : file.arrays) {
        std::size_t count = 0;
        if (array.type == NumberType::other)
            continue;
        if (!multiplied(array.shape, kMaxNetworkNumbers, count) || (total += count) > kMaxNetworkNumbers)
            return badArrays(translatable("core", "it has more than %1 million numbers, the limit for a network here."),
                {static_cast<int>(kMaxNetworkNumbers >> 20)});
    }
    return std::nullopt;
}

/// The numbers of an array; an error names it.
Result<std::vector<double>> numbersOf(const ArrayFile& file, int place)
{
    const std::string name = reading::shortened(file.arrays[static_cast<std::size_t>(place)].name);
    Result<std::vector<double>> numbers = file.numbers(static_cast<std::size_t>(place));
    if (!numbers)
        return badArrays(translatable("core", "“%1”: %2"), {name, numbers.error().what});
    for (const double number : *numbers)
        if (!std::isfinite(number))
            return badArrays(translatable("core", "“%1” has a number that is infinite or not a number (NaN)."), {name});
    return numbers;
}

/// A layer without it would be another one, and the network a smaller one.
Error unreadable(const NamedArray& array)
{
    return badArrays(
        translatable("core",
            "“%1” has numbers of the type “%2”; float64, float32, float16 and bfloat16 are read as weights "
            "and biases, so save it as one of them."),
        {reading::shortened(array.name), reading::shortened(array.typeName)});
}

/// What Keras saves its data sets as.
bool isPictureArchive(const std::vector<NamedArray>& arrays)
{
    return std::ranges::all_of(std::initializer_list<std::string_view>{"x_train", "y_train"},
        [&](std::string_view name) { return std::ranges::find(arrays, name, &NamedArray::name) != arrays.end(); });
}

/// Words for what has another name here.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {{"linear", "identity"}, {"silu", "swish"},
    {"logistic", "sigmoid"}, {"leakyrelu", "leaky_relu"}, {"hardtanh", "hard_tanh"}, {"gelu_new", "gelu"}};

void takeNotes(const std::vector<std::pair<std::string, std::string>>& notes, ImportedNetwork& network)
{
    for (const auto& [key, text] : notes) {
        if (key == kScenarioKey || key == kScenarioEntry)
            network.scenario = text;
        const bool hidden = key == "activation" || key == "hidden_act" || key == "hidden_activation";
        if (!hidden && key != "output_activation")
            continue;
        std::string word = text;
        std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
        const auto other = std::ranges::find(kOtherNames, word, &std::pair<std::string_view, std::string_view>::first);
        network.said.emplace_back(
            hidden ? "activation" : key, other == std::end(kOtherNames) ? word : std::string(other->second));
    }
}

class Making {
public:
    Making(const ArrayFile& file, ImportedNetwork& network)
        : m_file(file)
        , m_network(network)
    {
    }

    std::optional<Error> make()
    {
        if (std::optional<Error> error = tooMany(m_file))
            return error;
        const ArrayGroups groups = groupsOf(m_file.arrays);
        if (std::optional<Error> error = noNetwork(groups))
            return error;
        const Result<std::vector<ChainLink>> links = chainOf(m_file, groups.groups);
        if (!links)
            return links.error();
        for (const NamedArray& array : m_file.arrays)
            m_network.arrays.push_back({array.name, shapeText(array),
                {translatable("core", "left out: its name says nothing of a dense layer"), {}}});
        for (const int place : groups.others)
            if (const NamedArray& array = m_file.arrays[static_cast<std::size_t>(place)];
                array.type == NumberType::other)
                leaveOut(place, {translatable("core", "left out: its numbers are of the type “%1”"), {array.typeName}});
        for (const int place : groups.examples)
            leaveOut(place, {translatable("core", "left out: the examples are those chosen under “Data”"), {}});
        for (std::size_t i = 0; i < links->size(); ++i)
            if (std::optional<Error> error = addLayer((*links)[i], static_cast<int>(i) + 1))
                return error;
        return addNormalizations(groups.groups, *links);
    }

private:
    std::optional<Error> noNetwork(const ArrayGroups& groups) const
    {
        const bool any = std::ranges::any_of(groups.groups, [](const ArrayGroup& each) { return each.weights >= 0; });
        if (!any && isPictureArchive(m_file.arrays))
            return badArrays(translatable("core",
                "it holds pictures and their labels (x_train, y_train …), no network: its folder is opened by “Data "
                "folder…”, or it by --data, for data = mnist."));
        const std::vector<int>& which =
            any || groups.unreadableNumbered.empty() ? groups.unreadable : groups.unreadableNumbered;
        if (which.empty())
            return std::nullopt;
        return unreadable(m_file.arrays[static_cast<std::size_t>(which.front())]);
    }

    ArrayUse& useOf(int place) { return m_network.arrays[static_cast<std::size_t>(place)]; }
    void leaveOut(int place, Message why) { useOf(place).became = std::move(why); }
    void take(int place, Message what)
    {
        useOf(place).became = std::move(what);
        useOf(place).used = true;
    }

    std::optional<Error> addLayer(const ChainLink& link, int number)
    {
        const Result<std::vector<double>> numbers = numbersOf(m_file, link.group.weights);
        if (!numbers)
            return numbers.error();
        using ByRows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
        const auto rows = static_cast<Eigen::Index>(link.transposed ? link.in : link.out),
                   columns = static_cast<Eigen::Index>(link.transposed ? link.out : link.in);
        const Eigen::Map<const ByRows> written(numbers->data(), rows, columns);
        ImportedLayer layer;
        if (link.transposed)
            layer.weights = written.transpose();
        else
            layer.weights = written;
        layer.biases = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(link.out));
        const char* became = link.guessed
            ? (link.transposed ? translatable("core", "weights of layer %1; square, taken as in × out by their name")
                               : translatable("core", "weights of layer %1; square, taken as out × in by their name"))
            : link.transposed ? translatable("core", "weights of layer %1, which lie in × out")
                              : translatable("core", "weights of layer %1");
        take(link.group.weights, {became, {number}});
        if (link.group.biases >= 0) {
            const Result<std::vector<double>> biases = numbersOf(m_file, link.group.biases);
            if (!biases)
                return biases.error();
            layer.biases = Eigen::Map<const Eigen::VectorXd>(biases->data(), layer.biases.size());
            take(link.group.biases, {translatable("core", "biases of layer %1"), {number}});
        }
        m_network.layers.push_back(std::move(layer));
        return std::nullopt;
    }

    std::optional<Error> addNormalizations(const std::vector<ArrayGroup>& groups, const std::vector<ChainLink>& links)
    {
        const NormalizationsFound found = normalizationsAmong(groups, links, m_file.inOrder);
        if (found.groups.empty())
            return std::nullopt;
        Message why = found.why;
        std::vector<Eigen::VectorXd> shifts;
        for (std::size_t i = 0; i < found.groups.size(); ++i) {
            const ArrayGroup& group = found.groups[i];
            for (const int place : group.statistics)
                leaveOut(place,
                    {translatable("core", "left out: here the examples themselves give mean and deviation"), {}});
            if (!why.empty())
                continue;
            Eigen::VectorXd shift = Eigen::VectorXd::Zero(m_network.layers[i].biases.size());
            for (const int place : {group.scale, group.shift}) {
                if (place < 0)
                    continue;
                const Result<std::vector<double>> numbers = numbersOf(m_file, place);
                if (!numbers)
                    return numbers.error();
                const Eigen::Map<const Eigen::VectorXd> values(
                    numbers->data(), static_cast<Eigen::Index>(numbers->size()));
                if (values.size() != shift.size())
                    why = {translatable("core", "left out: it does not have as many numbers as its layer"), {}};
                else if (place == group.shift)
                    shift = values;
                else if (!values.isOnes(0))
                    why = {translatable("core", "left out: a normalization has no γ here, and this one is not 1"), {}};
            }
            const Eigen::VectorXd& biases = m_network.layers[i].biases;
            if (why.empty() && !group.ofBatches && !biases.isConstant(biases.size() > 0 ? biases[0] : 0, 0))
                why = {translatable(
                           "core", "left out: the layer has biases before its normalization, which have no place here"),
                    {}};
            shifts.push_back(std::move(shift));
        }
        for (std::size_t i = 0; i < found.groups.size(); ++i) {
            const ArrayGroup& group = found.groups[i];
            for (const int place : {group.scale, group.shift})
                if (place >= 0 && !why.empty())
                    leaveOut(place, why);
                else if (place >= 0)
                    take(place,
                        place == group.shift
                            ? Message{translatable("core", "biases of layer %1, after the normalization"),
                                {static_cast<int>(i) + 1}}
                            : Message{translatable("core", "1 everywhere, as here"), {}});
            if (!why.empty())
                continue;
            if (const int place = links[i].group.biases; place >= 0) {
                useOf(place).used = false;
                leaveOut(place, {translatable("core", "left out: the normalization takes it off again"), {}});
            }
            m_network.layers[i].biases = std::move(shifts[i]);
        }
        if (why.empty()) {
            m_network.said.emplace_back("normalization", found.groups.front().ofBatches ? "batch" : "layer");
            m_network.said.emplace_back("norm_position", "after");
        }
        return std::nullopt;
    }

    const ArrayFile& m_file;
    ImportedNetwork& m_network;
};

} // namespace

std::vector<int> ImportedNetwork::sizes() const
{
    std::vector<int> sizes;
    if (!layers.empty())
        sizes.push_back(static_cast<int>(layers.front().weights.cols()));
    for (const ImportedLayer& layer : layers)
        sizes.push_back(static_cast<int>(layer.weights.rows()));
    return sizes;
}

Result<ImportedNetwork> importNetwork(std::string_view bytes, const std::string& name)
{
    const auto about = [&](const Error& error) {
        return Error{error.fault, {translatable("core", "“%1”: %2"), {name, error.what}}};
    };
    const Result<std::unique_ptr<ArrayFile>> file = arraysIn(bytes, name);
    if (!file)
        return about(file.error());
    ImportedNetwork network;
    if (std::optional<Error> error = Making(**file, network).make())
        return about(*error);
    takeNotes((*file)->notes, network);
    network.name = name;
    Fingerprint fingerprint;
    fingerprint.add(bytes);
    network.fingerprint = fingerprint.text();
    return network;
}

Result<ImportedNetwork> openNetwork(const std::string& path)
{
    const Result<std::string> bytes = reading::readFile(path, kMaxNetworkBytes);
    if (!bytes)
        return bytes.error();
    return importNetwork(*bytes, reading::nameOf(reading::pathOf(path).filename()));
}

} // namespace deltascope::imported
