// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/layer_chain.h"

#include "reading/text_encoding.h"

#include <algorithm>
#include <optional>

namespace deltascope::imported {

namespace {

const NamedArray& arrayAt(const ArrayFile& file, int place)
{
    return file.arrays[static_cast<std::size_t>(place)];
}

/// What the length of the biases says of the weights beside them.
Orientation besideBiases(const ArrayFile& file, const ArrayGroup& group)
{
    const std::vector<std::size_t>& shape = arrayAt(file, group.weights).shape;
    if (group.biases < 0 || shape[0] == shape[1])
        return Orientation::unknown;
    const std::size_t count = arrayAt(file, group.biases).count();
    return count == shape[0] ? Orientation::outByIn : count == shape[1] ? Orientation::inByOut : Orientation::unknown;
}

/// What weights without a word about it are: as those beside them, else as people save such names.
Orientation otherwise(const std::vector<ArrayGroup>& groups)
{
    for (const ArrayGroup& group : groups)
        if (group.orientation != Orientation::unknown)
            return group.orientation;
    const bool numbered = std::ranges::any_of(groups, &ArrayGroup::numbered); // Keras' get_weights, saved as a list
    return numbered ? Orientation::inByOut : Orientation::outByIn;
}

ChainLink linkOf(const ArrayFile& file, const ArrayGroup& group, Orientation other)
{
    const std::vector<std::size_t>& shape = arrayAt(file, group.weights).shape;
    const Orientation known = group.orientation == Orientation::unknown ? other : group.orientation;
    ChainLink link{.group = group, .transposed = known == Orientation::inByOut};
    link.guessed = shape[0] == shape[1] && group.orientation == Orientation::unknown;
    link.in = shape[link.transposed ? 0 : 1];
    link.out = shape[link.transposed ? 1 : 0];
    return link;
}

bool chains(const std::vector<ChainLink>& links)
{
    for (std::size_t i = 1; i < links.size(); ++i)
        if (links[i].in != links[i - 1].out)
            return false;
    return true;
}

/// The only order in which all fit, by a walk from the one whose inputs nobody gives; nothing where there are several.
std::optional<std::vector<ChainLink>> byShapes(std::vector<ChainLink> rest)
{
    std::vector<ChainLink> order;
    const auto givenBy = [&](const ChainLink& link) {
        return std::ranges::count_if(rest, [&](const ChainLink& other) { return other.out == link.in; });
    };
    const auto first = std::ranges::find_if(rest, [&](const ChainLink& link) { return givenBy(link) == 0; });
    if (first == rest.end())
        return std::nullopt;
    order.push_back(*first);
    rest.erase(first);
    while (!rest.empty()) {
        const auto fits = [&](const ChainLink& link) { return link.in == order.back().out; };
        if (std::ranges::count_if(rest, fits) != 1)
            return std::nullopt;
        const auto next = std::ranges::find_if(rest, fits);
        order.push_back(*next);
        rest.erase(next);
    }
    return order;
}

/// Where a chain of them breaks.
Error broken(const ArrayFile& file, const std::vector<ChainLink>& links)
{
    for (std::size_t i = 1; i < links.size(); ++i)
        if (links[i].in != links[i - 1].out)
            return badArrays(
                translatable("core",
                    "its weights do not form a chain of layers: the outputs of “%1” are %2, and the inputs of “%3”, "
                    "the next one, %4; only chains of dense layers can be read here."),
                {reading::shortened(arrayAt(file, links[i - 1].group.weights).name),
                    Real{static_cast<double>(links[i - 1].out), 17},
                    reading::shortened(arrayAt(file, links[i].group.weights).name),
                    Real{static_cast<double>(links[i].in), 17}});
    return badArrays(translatable("core", "its weights do not form a chain of layers."));
}

/// Named as weights, but of fewer dimensions.
std::optional<Error> noMatrix(const NamedArray& weights)
{
    if (weights.shape.size() < 2)
        return badArrays(
            translatable("core",
                "“%1” has the name of weights but is %2; the weights of a dense layer have two dimensions, also where "
                "they are one number."),
            {reading::shortened(weights.name),
                Message{weights.shape.empty() ? translatable("core", "a single number")
                                              : translatable("core", "a plain list of numbers"),
                    {}}});
    return std::nullopt;
}

/// Why arrays cannot be the weights and biases of a layer.
std::optional<Error> wrongShapes(const ArrayFile& file, const ArrayGroup& group)
{
    const NamedArray& weights = arrayAt(file, group.weights);
    if (std::optional<Error> error = noMatrix(weights))
        return error;
    if (weights.shape.size() != 2)
        return badArrays(translatable("core",
                             "“%1” has %2 dimensions, as the weights of a convolution or of attention have; only dense "
                             "layers, with two, can be read here."),
            {reading::shortened(weights.name), static_cast<int>(weights.shape.size())});
    if (weights.count() == 0)
        return badArrays(translatable("core", "“%1” has no numbers."), {reading::shortened(weights.name)});
    return std::nullopt;
}

std::optional<Error> wrongBiases(const ArrayFile& file, const ChainLink& link)
{
    if (link.group.biases < 0 || arrayAt(file, link.group.biases).count() == link.out)
        return std::nullopt;
    return badArrays(translatable("core", "the length of “%1” is %2; the weights “%3” beside it give %4."),
        {reading::shortened(arrayAt(file, link.group.biases).name),
            Real{static_cast<double>(arrayAt(file, link.group.biases).count()), 17},
            reading::shortened(arrayAt(file, link.group.weights).name), Real{static_cast<double>(link.out), 17}});
}

} // namespace

Result<std::vector<ChainLink>> chainOf(const ArrayFile& file, const std::vector<ArrayGroup>& groups)
{
    std::vector<ArrayGroup> layers;
    for (const ArrayGroup& group : groups)
        if (group.weights >= 0) {
            if (std::optional<Error> error = wrongShapes(file, group))
                return *std::move(error);
            layers.push_back(group);
            if (layers.back().orientation == Orientation::unknown)
                layers.back().orientation = besideBiases(file, group);
        }
    if (layers.empty())
        for (const ArrayGroup& group : groups)
            if (group.scale >= 0 && arrayAt(file, group.scale).shape.size() < 2) // taken for a γ
                if (std::optional<Error> error = noMatrix(arrayAt(file, group.scale)))
                    return *std::move(error);
    if (layers.empty())
        return badArrays(translatable(
            "core", "no array in it has the name of weights: 0.weight, dense/kernel, W1, arr_0 … are such names."));
    std::vector<ArrayGroup> byName = layers;
    std::ranges::stable_sort(
        byName, [](const ArrayGroup& a, const ArrayGroup& b) { return naturallyBefore(a.key, b.key); });
    const std::vector<ArrayGroup>* orders[] = {file.inOrder ? &layers : &byName, file.inOrder ? &byName : &layers};
    const Orientation likely = otherwise(layers);
    const Orientation turned = likely == Orientation::inByOut ? Orientation::outByIn : Orientation::inByOut;
    std::vector<ChainLink> links, first;
    bool found = false;
    for (const Orientation other : {likely, turned})
        for (const std::vector<ArrayGroup>* order : orders) {
            if (found)
                break;
            links.clear();
            for (const ArrayGroup& group : *order)
                links.push_back(linkOf(file, group, other));
            if (first.empty())
                first = links;
            found = chains(links);
        }
    if (!found) {
        std::optional<std::vector<ChainLink>> sorted = byShapes(first);
        if (!sorted)
            return broken(file, first);
        links = *std::move(sorted);
    }
    for (const ChainLink& link : links)
        if (std::optional<Error> error = wrongBiases(file, link))
            return *std::move(error);
    return links;
}

} // namespace deltascope::imported
