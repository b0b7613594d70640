// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/at_once.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "network/initializer.h"
#include "network/structure.h"

#include <algorithm>

namespace deltascope::results {

namespace {

// Multiplications of one pass, with its data made; a million of them take a few milliseconds.
double workOf(const model::Scenario& scenario)
{
    const double examples = scenario.examples;
    constexpr double kNeuron = 40; // its logarithms and scaled numbers
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    double work = 0;
    for (const network::LayerGroup& group : network::layerGroups(scenario)) {
        const double size = group.shape.size, before = group.shape.before;
        const double draw = rule && rule->factorizes ? 2 * std::min(size, before) : 5; // of one weight, once for all
        work += group.count * size * (before * (draw + examples) + kNeuron * examples);
    }
    constexpr double kValue = 8; // one number of the data, drawn at random
    const double values = (static_cast<double>(scenario.inputs) * model::stepsOf(scenario) + scenario.outputs)
        * (examples + scenario.holdout);
    return work + kValue * values;
}

} // namespace

bool evaluatesAtOnce(const model::Scenario& scenario)
{
    constexpr double kMaxWork = 1'500'000; // 3 ms, with the sample of neurons; [64 × 30 layers, 1 example] is 840'000
    return workOf(scenario) <= kMaxWork;
}

bool readsFiles(const model::Scenario& scenario, const data::DataFolder& folder)
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
    return kind && kind->wantsFolder && !folder.path.empty();
}

} // namespace deltascope::results
