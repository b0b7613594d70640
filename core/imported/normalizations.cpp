// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/normalizations.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace deltascope::imported {

namespace {

/// The place in a torch.nn.Sequential, at the end of a name.
std::optional<int> placeIn(const std::string& key)
{
    std::size_t start = key.size();
    while (start > 0 && key[start - 1] >= '0' && key[start - 1] <= '9')
        --start;
    int place = 0;
    const auto [end, error] = std::from_chars(key.data() + start, key.data() + key.size(), place);
    if (error != std::errc() || start == key.size() || (start > 0 && key[start - 1] != '.'))
        return std::nullopt;
    return place;
}

} // namespace

NormalizationsFound normalizationsAmong(
    const std::vector<ArrayGroup>& groups, const std::vector<ChainLink>& links, bool inOrder)
{
    NormalizationsFound found;
    std::ranges::copy_if(groups, std::back_inserter(found.groups), &ArrayGroup::normalizes);
    if (found.groups.empty())
        return found;
    if (!inOrder)
        std::ranges::stable_sort(
            found.groups, [](const ArrayGroup& a, const ArrayGroup& b) { return naturallyBefore(a.key, b.key); });
    if (found.groups.size() + 1 != links.size()) {
        found.why = {translatable("core",
                         "left out: normalizations come after every hidden layer here, or after none (%1 layers, %2 "
                         "normalizations)"),
            {static_cast<int>(links.size()), static_cast<int>(found.groups.size())}};
        return found;
    }
    for (std::size_t i = 0; i < found.groups.size(); ++i) {
        if (found.groups[i].ofBatches != found.groups.front().ofBatches)
            found.why = {translatable("core", "left out: the layers are normalized in different ways"), {}};
        const std::optional<int> own = placeIn(found.groups[i].key), layer = placeIn(links[i].group.key);
        if (own && layer && *own != *layer + 1)
            found.why = {
                translatable("core", "left out: it comes after the activation, where it has no γ and β here"), {}};
    }
    return found;
}

} // namespace deltascope::imported
