// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/snapshot_keeping.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "formats/format_arithmetic.h"
#include "network/initializer.h"
#include "results/balance_by_chance.h"
#include "results/seeds_band.h"
#include "theory/jacobian/network_spectrum.h"
#include "workspace/snapshot_worker.h"

namespace deltascope::workspace {

namespace {

// Multiplications of one pass, with its data made; a million of them take a few milliseconds.
double workOf(const model::Scenario& scenario)
{
    const double width = scenario.width, examples = scenario.examples;
    constexpr double kLayer = 40; // logarithms and scaled numbers of a neuron
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    const double draw = rule && rule->factorizes ? 2 * width : 5; // of one weight, once for all examples
    const double weights = scenario.inputs * width + scenario.depth * width * width + width * scenario.outputs;
    constexpr double kValue = 8; // one number of the data, drawn at random
    const double values = (static_cast<double>(scenario.inputs) + scenario.outputs) * (examples + scenario.holdout);
    return weights * (draw + examples) + kLayer * scenario.depth * width * examples + kValue * values;
}

template <class Result>
void keepFiner(std::shared_ptr<const Result>& present, const std::shared_ptr<const Result>& known)
{
    if (known && (!present || present->done < known->done))
        present = known;
}

template <class Result>
void keepIfMissing(std::shared_ptr<const Result>& present, const std::shared_ptr<const Result>& known)
{
    if (!present)
        present = known;
}

} // namespace

bool evaluatesAtOnce(const model::Scenario& scenario, const data::DataFolder& folder)
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
    if (kind && kind->wantsFolder && !folder.path.empty())
        return false;
    constexpr double kMaxWork = 1'500'000; // 3 ms, with the sample of neurons; [64 × 30 layers, 1 example] is 840'000
    return workOf(scenario) <= kMaxWork;
}

bool computesFormatsAtOnce(const model::Scenario& scenario)
{
    constexpr double kNeuron = 100; // as many products as f, f′ and the roundings of one take
    constexpr double kMaxWork = 400'000; // 2 ms in four formats; [64 × 30 layers, 1 example] is 320'000
    const double width = scenario.width, examples = scenario.examples;
    const double products = width * (scenario.inputs + scenario.depth * width + scenario.outputs);
    return examples * (products + kNeuron * scenario.depth * width) <= kMaxWork;
}

bool isDrawable(const results::Snapshot& snapshot, results::Needs wanted)
{
    wanted &= ~results::kOfTraining; // what there is of that is drawn
    const results::Needs whole = wanted & ~kRefined;
    if (!results::isComplete(snapshot, whole))
        return false;
    return whole != 0 || results::isComplete(snapshot, wanted)
        || (results::contains(wanted, results::Need::seeds) && snapshot.seeds)
        || (results::contains(wanted, results::Need::balance) && snapshot.balance);
}

void keepKnown(results::Snapshot& present, const results::Snapshot& known)
{
    keepIfMissing(present.data, known.data);
    keepIfMissing(present.network, known.network);
    keepKnown(static_cast<results::Results&>(present), known);
}

void keepKnown(results::Results& present, const results::Results& known)
{
    keepIfMissing(present.evaluation, known.evaluation);
    keepIfMissing(present.explosionSet, known.explosionSet);
    keepIfMissing(present.distributions, known.distributions);
    if (!present.spectrum || (known.spectrum && known.spectrum->complete && !present.spectrum->complete))
        present.spectrum = known.spectrum; // while it is computed again for another layer
    keepIfMissing(present.theory, known.theory);
    keepIfMissing(present.speedRatios, known.speedRatios);
    keepIfMissing(present.phase, known.phase);
    keepIfMissing(present.ladder, known.ladder);
    keepIfMissing(present.neurons, known.neurons);
    if (!present.formats || (known.formats && known.formats->complete))
        present.formats = known.formats;
    keepFiner(present.seeds, known.seeds);
    keepFiner(present.balance, known.balance);
}

void keepOfTheStart(results::Snapshot& next, const results::Snapshot& known, int seeds)
{
    if (next.scenario != known.scenario)
        return;
    if (known.seeds && known.seeds->asked == seeds)
        next.seeds = known.seeds;
    if (known.balance && known.balance->count == seeds)
        next.balance = known.balance;
    next.speedRatios = known.speedRatios;
    next.phase = known.phase;
    next.ladder = known.ladder;
}

} // namespace deltascope::workspace
