// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/snapshot.h"

#include "evaluation/layer_distributions.h"
#include "evaluation/neuron_sample.h"
#include "formats/format_arithmetic.h"
#include "network/structure.h"
#include "results/balance_by_chance.h"
#include "results/ladder.h"
#include "results/memory_need.h"
#include "results/seeds_band.h"
#include "results/speed_ratios.h"
#include "results/whole_training.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/prediction.h"
#include "training/training_progress.h"

#include <algorithm>
#include <new>
#include <system_error>

namespace deltascope::results {

namespace {

/// What a computation works on and puts its result into.
struct Task {
    const model::Document& document;
    Snapshot& snapshot; // with data and network
    const std::stop_token& stop;
    const std::function<void()>& refined; // the snapshot holds more than before
    const data::DataFolder& folder;
    const WatchNeed& watch;

    /// How far one result has come.
    Watch watchOf(Need need) const
    {
        return watch ? Watch([this, need](double share) { watch(need, share); }) : Watch();
    }
};

/// How one need is met.
struct Computation {
    Need need;
    bool (*applies)(const model::Scenario& scenario);
    bool (*isThere)(const Snapshot& snapshot);
    void (*compute)(const Task& task);
};

bool always(const model::Scenario&)
{
    return true;
}

void computeEvaluation(const Task& task)
{
    if (auto evaluation = evaluation::evaluate(task.snapshot.scenario, *task.snapshot.data, *task.snapshot.network,
            task.stop, task.watchOf(Need::evaluation)))
        task.snapshot.evaluation = std::make_shared<const evaluation::Evaluation>(*std::move(evaluation));
}

void computeFormats(const Task& task, formats::FormatChoice choice)
{
    Snapshot& snapshot = task.snapshot;
    if (snapshot.formats && (snapshot.formats->complete || choice == formats::FormatChoice::nearTheirEnds))
        return;
    if (!snapshot.evaluation)
        computeEvaluation(task);
    if (!snapshot.evaluation)
        return;
    if (auto formats = formats::formatArithmetic(
            snapshot.scenario, *snapshot.data, *snapshot.network, *snapshot.evaluation, choice, task.stop))
        snapshot.formats = std::make_shared<const formats::FormatArithmetic>(*std::move(formats));
}

void computeExplosionSet(const Task& task)
{
    const double centre = task.snapshot.data->inputs(0, 0);
    if (auto set = explosion::explosionSet(*task.snapshot.network, centre, task.document.view.k, task.stop))
        task.snapshot.explosionSet = std::make_shared<const explosion::ExplosionSet>(std::move(*set));
}

void computeSpectrum(const Task& task)
{
    const network::Network& network = *task.snapshot.network;
    const auto keep = [&](const jacobian::NetworkSpectrum& found) {
        task.snapshot.spectrum = std::make_shared<const jacobian::NetworkSpectrum>(found);
    };
    const jacobian::SpectrumLayers layers = jacobian::sampledLayers(network, task.document.view.layer);
    const Watch watch = task.watchOf(Need::spectrum);
    const auto spectrum = jacobian::networkSpectrum(
        network, *task.snapshot.data, layers, task.stop, [&](const jacobian::NetworkSpectrum& soFar) {
            keep(soFar);
            if (watch)
                watch(static_cast<double>(soFar.layers.size()) / static_cast<double>(layers.factors.size()));
            task.refined();
        });
    if (spectrum)
        keep(*spectrum);
}

void computeDistributions(const Task& task)
{
    const Snapshot& known = task.snapshot;
    if (auto distributions = evaluation::layerDistributions(
            known.scenario, *known.data, *known.network, task.document.view.layer, task.stop))
        task.snapshot.distributions = std::make_shared<const evaluation::LayerDistributions>(*std::move(distributions));
}

void computeSeeds(const Task& task)
{
    const auto refine = [&task, watch = task.watchOf(Need::seeds)](std::shared_ptr<const SeedsBand> band) {
        if (watch)
            watch(static_cast<double>(band->done) / band->count);
        task.snapshot.seeds = std::move(band);
        task.refined();
    };
    if (auto band = seedsBand(task.snapshot.scenario, task.document.view.seeds, task.stop, refine, 0, task.folder))
        task.snapshot.seeds = std::move(band);
}

void computeBalance(const Task& task)
{
    const auto refine = [&task, watch = task.watchOf(Need::balance)](std::shared_ptr<const BalanceByChance> balance) {
        if (watch)
            watch(static_cast<double>(balance->done) / balance->count);
        task.snapshot.balance = std::move(balance);
        task.refined();
    };
    if (auto balance =
            balanceByChance(task.snapshot.scenario, task.document.view.seeds, task.stop, refine, 0, task.folder))
        task.snapshot.balance = std::move(balance);
}

// Anchored at the measured speed of the last layer.
void computeTheory(const Task& task)
{
    Snapshot& snapshot = task.snapshot;
    if (snapshot.step > 0) // it is about start values
        return;
    if (!snapshot.evaluation)
        if (auto evaluation = evaluation::evaluate(snapshot.scenario, *snapshot.data, *snapshot.network, task.stop))
            snapshot.evaluation = std::make_shared<const evaluation::Evaluation>(*std::move(evaluation));
    if (!snapshot.evaluation)
        return;
    if (auto theory = mean_field::predictSpeeds(snapshot.scenario, *snapshot.data, *snapshot.evaluation, task.stop))
        snapshot.theory = std::make_shared<const mean_field::MeanFieldPrediction>(*std::move(theory));
}

void computePhase(const Task& task)
{
    const auto take = [&task](mean_field::PhaseDiagram diagram) {
        task.snapshot.phase = std::make_shared<const mean_field::PhaseDiagram>(std::move(diagram));
    };
    const auto refined = [&](mean_field::PhaseDiagram diagram) {
        take(std::move(diagram));
        task.refined();
    };
    if (auto diagram = mean_field::phaseDiagram(task.snapshot.scenario, *task.snapshot.data, task.stop, refined))
        take(*std::move(diagram));
}

void computeSpeedRatios(const Task& task)
{
    const auto take = [&task](SpeedRatios ratios) {
        task.snapshot.speedRatios = std::make_shared<const SpeedRatios>(std::move(ratios));
    };
    const Watch watch = task.watchOf(Need::speedRatios);
    const auto refined = [&](SpeedRatios ratios) {
        if (watch)
            watch(static_cast<double>(ratios.depths.size()) / ratios.wanted);
        take(std::move(ratios));
        task.refined();
    };
    if (auto ratios = speedRatios(task.snapshot.scenario, *task.snapshot.data, task.stop, refined))
        take(*std::move(ratios));
}

void computeNeurons(const Task& task)
{
    if (auto sample =
            evaluation::sampleNeurons(task.snapshot.scenario, *task.snapshot.data, *task.snapshot.network, task.stop))
        task.snapshot.neurons = std::make_shared<const evaluation::NeuronSample>(*std::move(sample));
}

void computeLadder(const Task& task)
{
    const Watch watch = task.watchOf(Need::ladder);
    Ladder whole = evaluateLadder(task.snapshot.scenario, task.stop, [&](const Ladder& ladder) {
        if (watch) {
            const auto done = std::ranges::count_if(
                ladder.rungs, [](const LadderRung& rung) { return rung.refused || rung.evaluation; });
            watch(static_cast<double>(done) / static_cast<double>(ladder.rungs.size()));
        }
        task.snapshot.ladder = std::make_shared<const Ladder>(ladder);
        task.refined();
    });
    task.snapshot.ladder = std::make_shared<const Ladder>(std::move(whole));
}

void computeCourse(const Task& task)
{
    const auto soFar = [&task](const training::Training& training) {
        task.snapshot.course =
            std::make_shared<const training::TrainingProgress>(training::progressOf(training, false));
        task.refined();
    };
    const std::int64_t steps = task.document.view.step > 0 ? task.document.view.step : kWholeTraining;
    task.snapshot.course =
        trained(task.snapshot.scenario, task.snapshot.data, 0, task.stop, soFar, steps, task.watchOf(Need::course));
}

void computeCourses(const Task& task)
{
    trainPins(task.snapshot.pins, task.folder, task.stop, task.watchOf(Need::courses));
}

/// What is quick first, and what comes bit by bit for as long as one watches behind all that a drag should reach.
constexpr Computation kComputations[] = {
    {Need::evaluation, always, [](const Snapshot& snapshot) { return snapshot.evaluation != nullptr; },
        computeEvaluation},
    {Need::neurons, [](const model::Scenario& scenario) { return !network::isChain(scenario); },
        [](const Snapshot& snapshot) { return snapshot.neurons != nullptr; }, computeNeurons},
    {Need::formats, always, [](const Snapshot& snapshot) { return snapshot.formats != nullptr; },
        [](const Task& task) { computeFormats(task, formats::FormatChoice::nearTheirEnds); }},
    {Need::explosionSet, network::hasExplosionSet,
        [](const Snapshot& snapshot) { return snapshot.explosionSet != nullptr; }, computeExplosionSet},
    {Need::theory, [](const model::Scenario& scenario) { return mean_field::whyNoTheory(scenario).empty(); },
        [](const Snapshot& snapshot) { return snapshot.theory != nullptr; }, computeTheory},
    {Need::spectrum, jacobian::hasSpectrum,
        [](const Snapshot& snapshot) { return snapshot.spectrum && snapshot.spectrum->complete; }, computeSpectrum},
    {Need::distributions, always, [](const Snapshot& snapshot) { return snapshot.distributions != nullptr; },
        computeDistributions},
    {Need::allFormats, always, [](const Snapshot& snapshot) { return snapshot.formats && snapshot.formats->complete; },
        [](const Task& task) { computeFormats(task, formats::FormatChoice::every); }},
    {Need::phase, [](const model::Scenario& scenario) { return mean_field::whyNoPhaseDiagram(scenario).empty(); },
        [](const Snapshot& snapshot) { return snapshot.phase && snapshot.phase->isComplete(); }, computePhase},
    {Need::speedRatios, always,
        [](const Snapshot& snapshot) { return snapshot.speedRatios && snapshot.speedRatios->isComplete(); },
        computeSpeedRatios},
    {Need::ladder, always, [](const Snapshot& snapshot) { return snapshot.ladder && snapshot.ladder->complete(); },
        computeLadder},
    {Need::seeds, dependsOnSeed, [](const Snapshot& snapshot) { return snapshot.seeds && snapshot.seeds->complete(); },
        computeSeeds},
    {Need::balance, hasBalanceByChance,
        [](const Snapshot& snapshot) { return snapshot.balance && snapshot.balance->complete(); }, computeBalance},
    {Need::course, always, [](const Snapshot& snapshot) { return snapshot.course != nullptr; }, computeCourse},
    {Need::courses, always,
        [](const Snapshot& snapshot) {
            return std::ranges::all_of(snapshot.pins, [](const PinnedResult& pin) { return pin.course != nullptr; });
        },
        computeCourses},
};

} // namespace

bool applies(Need need, const model::Scenario& scenario)
{
    return std::ranges::any_of(
        kComputations, [&](const Computation& each) { return each.need == need && each.applies(scenario); });
}

bool isComplete(const Snapshot& snapshot, Needs wanted)
{
    const auto isMissing = [&](const Computation& each) {
        const bool ofStart = each.need == Need::theory; // there is none in the midst of a training
        return !each.isThere(snapshot) && each.applies(snapshot.scenario) && !(ofStart && snapshot.step > 0)
            && !contains(snapshot.refused, each.need);
    };
    return std::ranges::none_of(
        kComputations, [&](const Computation& each) { return contains(wanted, each.need) && isMissing(each); });
}

Needs missingOfPin(const PinnedResult& pin, Needs wanted, const model::ViewState& view)
{
    if (pin.failure) // it would fail again
        return 0;
    Snapshot results;
    static_cast<Results&>(results) = pin;
    const int layer = view.layer <= pin.scenario.depth ? view.layer : 0;
    if (layer > 0 && results.distributions && !results.distributions->find(layer))
        results.distributions = nullptr;
    if (results.balance && results.balance->count != view.seeds)
        results.balance = nullptr;
    Needs missing = 0;
    for (const Computation& each : kComputations)
        if (contains(wanted & kOfPins, each.need) && each.applies(pin.scenario) && !each.isThere(results))
            missing |= needs(each.need);
    return missing;
}

namespace {

/// The scenario with its data and its network of the moment; less where `stop` was requested or there are no data.
Snapshot begin(const model::Document& document, Needs wanted, const std::stop_token& stop,
    const data::DataFolder& folder, const TrainedNetwork& trainedNetwork, const WatchNeed& watch)
{
    const model::Scenario& scenario = document.scenario;
    Snapshot snapshot;
    snapshot.scenario = scenario;
    if (trainedNetwork.data) {
        snapshot.data = trainedNetwork.data;
    } else {
        Result<data::Dataset> data = data::makeDataset(scenario, stop, folder);
        if (!data)
            snapshot.failure = data.error();
        if (!data || stop.stop_requested())
            return snapshot;
        snapshot.data = std::make_shared<const data::Dataset>(*std::move(data));
    }
    snapshot.step = trainedNetwork.step;
    snapshot.network = trainedNetwork.network;
    if (!trainedNetwork.network && document.view.step > 0 && (wanted & kOfTheNetwork) != 0) {
        if (const auto after = trained(scenario, snapshot.data, 0, stop, {}, document.view.step,
                watch ? Watch([&](double share) { watch(Need::course, share); }) : Watch())) {
            snapshot.network = after->network;
            snapshot.step = after->step;
        }
    } else if (!trainedNetwork.network) {
        snapshot.network = std::make_shared<const network::Network>(scenario, *snapshot.data, stop);
    }
    return snapshot;
}

/// A pinned scenario while its results are being computed; its network is made when the first of them is.
struct PinnedWork {
    model::Document document;
    std::optional<Snapshot> snapshot;
};

void computeOfPins(const Computation& computation, std::vector<PinnedWork>& works, const Task& task)
{
    for (std::size_t i = 0; i < works.size(); ++i) {
        PinnedWork& work = works[i];
        if (task.stop.stop_requested() || !computation.applies(work.document.scenario))
            continue;
        if (!work.snapshot)
            work.snapshot = begin(work.document, needs(computation.need), task.stop, task.folder, {}, task.watch);
        task.snapshot.pins[i].failure = work.snapshot->failure;
        if (!work.snapshot->network)
            continue;
        computation.compute({work.document, *work.snapshot, task.stop, [] {}, task.folder, task.watch});
        static_cast<Results&>(task.snapshot.pins[i]) = *work.snapshot;
        task.refined();
    }
}

Snapshot computeAll(const model::Document& document, Needs wanted, const std::stop_token& stop, const Publish& publish,
    const data::DataFolder& folder, const TrainedNetwork& trainedNetwork, Needs ofPins, const WatchNeed& watch)
{
    Snapshot tooMuch;
    refuseForMemory(tooMuch, document, wanted);
    if (tooMuch.failure) {
        tooMuch.scenario = document.scenario;
        return tooMuch;
    }
    Snapshot snapshot = begin(document, wanted, stop, folder, trainedNetwork, watch);
    snapshot.refused = tooMuch.refused;
    snapshot.refusal = std::move(tooMuch.refusal);
    std::vector<PinnedWork> pins;
    for (const model::Pin& pin : document.pins) {
        snapshot.pins.emplace_back().scenario = pin.scenario;
        snapshot.pins.back().name = pin.name;
        pins.push_back({{pin.scenario, document.view, {}}, {}});
        pins.back().document.view.step = 0;
    }
    if (!snapshot.network)
        return snapshot;
    const std::function<void()> refined = [&] {
        if (publish && !stop.stop_requested())
            publish(snapshot);
    };
    const Task task{document, snapshot, stop, refined, folder, watch};
    for (const Computation& each : kComputations) {
        if (contains(wanted, each.need) && each.applies(document.scenario) && !stop.stop_requested()) {
            each.compute(task);
            refined();
        }
        if (contains(ofPins & kOfPins, each.need))
            computeOfPins(each, pins, task);
    }
    return snapshot;
}

} // namespace

Snapshot computeSnapshot(const model::Document& document, Needs wanted, const std::stop_token& stop,
    const Publish& publish, const data::DataFolder& folder, const TrainedNetwork& trainedNetwork,
    std::optional<Needs> ofPins, const WatchNeed& watch)
{
    try {
        return computeAll(document, wanted, stop, publish, folder, trainedNetwork, ofPins.value_or(wanted), watch);
    } catch (const std::bad_alloc&) {
    } catch (const std::system_error&) { // no thread
    }
    Snapshot nothing;
    nothing.scenario = document.scenario;
    nothing.failure = outOfMemory();
    return nothing;
}

} // namespace deltascope::results
