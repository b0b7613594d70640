// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dataset.h"

namespace deltascope::data {

namespace {

std::string sizesText(const std::vector<int>& sizes)
{
    std::string text;
    for (const int size : sizes)
        text += (text.empty() ? "" : ":") + std::to_string(size);
    return text;
}

std::vector<int> sizesOf(const model::Scenario& scenario)
{
    std::vector<int> sizes;
    for (int layer = 0; layer <= scenario.depth; ++layer)
        sizes.push_back(model::neuronsOf(scenario, layer));
    return sizes;
}

} // namespace

std::shared_ptr<const imported::ImportedNetwork> networkOf(const model::Scenario& scenario, const DataFolder& folder)
{
    for (const auto& network : folder.networks)
        if (network->fingerprint == scenario.network.fingerprint)
            return network;
    return nullptr;
}

namespace {

/// The first of layers 3 … L−1 with other numbers than layer 2; 0: none.
int firstThatDiffers(const imported::ImportedNetwork& network)
{
    for (std::size_t i = 2; i + 1 < network.layers.size(); ++i)
        if (network.layers[i].weights != network.layers[1].weights
            || network.layers[i].biases != network.layers[1].biases)
            return static_cast<int>(i) + 1;
    return 0;
}

} // namespace

std::optional<Error> networkProblem(const model::Scenario& scenario, const DataFolder& folder)
{
    if (!model::startsFromFile(scenario))
        return std::nullopt;
    const model::NetworkSetting& wanted = scenario.network;
    if (wanted.fingerprint.empty())
        return Error{Fault::usage,
            {translatable("core",
                 "The initial weights should come from your own network, and none was opened: open its file, or give "
                 "it with --network."),
                {}}};
    if (folder.networks.empty())
        return Error{Fault::usage,
            {translatable("core",
                 "The initial weights are those of the network “%1” (%2), whose file was not given: open it, or give "
                 "it with --network."),
                {wanted.file, sizesText(wanted.sizes)}}};
    const auto network = networkOf(scenario, folder);
    if (!network)
        return Error{Fault::usage,
            {translatable("core", "“%1” is not the network “%2” (%3), whose numbers should be the initial weights."),
                {folder.networks.back()->name, wanted.file, sizesText(wanted.sizes)}}};
    if (const std::vector<int> sizes = sizesOf(scenario); sizes != network->sizes())
        return Error{Fault::usage,
            {translatable("core",
                 "The network “%1” has the sizes %2, which the scenario, with %3, must have too: set widths=%2."),
                {wanted.file, sizesText(network->sizes()),
                    sizes.size() > 12 ? std::to_string(sizes.size() - 1) + " …" : sizesText(sizes)}}};
    if (const int layer = scenario.tied ? firstThatDiffers(*network) : 0)
        return Error{Fault::usage,
            {translatable("core",
                 "In the network “%1” layer %2 has other weights than layer 2, and tied layers share theirs: set "
                 "tied=false."),
                {wanted.file, layer}}};
    return std::nullopt;
}

} // namespace deltascope::data
