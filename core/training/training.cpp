// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training.h"

#include "base/random.h"
#include "base/registry.h"
#include "network/losses/loss.h"
#include "numerics/vector_norm.h"
#include "training/gradient/gradient_sweep.h"
#include "training/gradient/learnt_parameters.h"
#include "training/mid_run_values.h"
#include "training/momentum_schedule.h"
#include "training/optimizer.h"
#include "training/record_statistics.h"
#include "training/steps_per_epoch.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace deltascope::training {

struct Training::State {
    State(const model::Scenario& given, std::shared_ptr<const data::Dataset> examples, network::Network network,
        TrainingOptions wanted);

    // Fixed for the whole training.
    TrainingOptions options;
    std::shared_ptr<const data::Dataset> data;
    const network::Network start;
    const Optimizer& optimizer;
    const losses::Loss& loss;
    const gradient::ParameterLayout layout;
    const gradient::ExampleSet examples, heldOut;
    const int batch; // examples of a step
    const std::int64_t stepsPerEpoch;
    std::int64_t stepCount;
    std::vector<int> inOrder, heldOutInOrder; // 0, 1, 2 …
    model::Scenario scenario; // with the changes made
    model::Scenario now; // with those in force
    std::size_t changesInForce = 0;
    std::int64_t step = 0, orderedEpoch = -1; // the latter of `order`
    std::optional<Divergence> divergence;
    Trace trace;
    std::vector<double> values,
        ahead; // what is learnt now, and θ + μv for Nesterov; after the step they are in the sweep
    std::vector<double> first, second; // the optimizer's memories
    std::vector<int> order; // of the present epoch
    std::vector<LayerTrace> layers; // of the present record
    std::vector<double> gradientSizes, weightsBefore, weightsAfter; // room to work in
    std::int64_t recordedStep = -1, keptStep = -1; // of the newest record, and of the newest one in the trace
    bool gradientIsThere = false; // the sweep has the gradient of all examples at `values`, not led back yet
    gradient::LearntParameters learnt;
    gradient::GradientSweep sweep;
    ActivationStatistics statistics;

    bool fullBatch() const { return batch == data->examples(); }
    void rewind();
    void bringChangesIntoForce();
    bool isRecorded() const { return step % stepsPerEpoch == 0; }
    Watch watchStep(double from, double to) const;
    bool record(const std::stop_token& stop);
    void judgeHeldOut(const double* parameters, TraceRecord& record, const std::stop_token& stop);
    std::span<const int> batchOfStep();
    bool computeGradient(const std::stop_token& stop);
    void clip();
    OptimizerStep optimizerStep() const;
    void makeStep();
    void noteUpdate(std::span<const double> next);
    Divergence findCause();
    network::Draws draws() const; // of the present step
    network::Network networkNow() const;
};

Training::State::State(const model::Scenario& given, std::shared_ptr<const data::Dataset> examplesGiven,
    network::Network network, TrainingOptions wanted)
    : options(std::move(wanted))
    , data(std::move(examplesGiven))
    , start(std::move(network))
    , optimizer(*findKind(optimizersRegistry(), given.optimizer))
    , loss(*findKind(losses::lossesRegistry(), given.loss))
    , layout(start)
    , examples(data->inputs, data->targets, start.size(0))
    , heldOut(data->heldOutInputs, data->heldOutTargets, start.size(0))
    , batch(given.batch > 0 ? std::min(given.batch, data->examples()) : data->examples())
    , stepsPerEpoch(deltascope::training::stepsPerEpoch(data->examples(), given.batch))
    , stepCount(stepsPerEpoch * given.epochs)
    , inOrder(static_cast<std::size_t>(data->examples()))
    , heldOutInOrder(static_cast<std::size_t>(data->heldOut()))
    , scenario(given)
    , trace(start.depth(), options.traceCapacity)
    , layers(static_cast<std::size_t>(start.depth()))
    , learnt(start, layout)
    , sweep(start, layout, loss, std::max(data->examples(), data->heldOut()), threadsOr(options.threads))
    , statistics(start, layout, loss, examples)
{
    std::iota(inOrder.begin(), inOrder.end(), 0);
    std::iota(heldOutInOrder.begin(), heldOutInOrder.end(), 0);
    order = inOrder;
    rewind();
}

void Training::State::rewind()
{
    values = layout.pack(start);
    if (optimizer.looksAhead)
        ahead.assign(values.size(), 0);
    if (optimizer.memories > 0)
        first.assign(values.size(), 0);
    if (optimizer.memories > 1)
        second.assign(values.size(), 0);
    now = scenario;
    changesInForce = 0;
    step = 0;
    divergence.reset();
    trace.clear();
    recordedStep = keptStep = -1;
    gradientIsThere = false;
}

void Training::State::bringChangesIntoForce()
{
    for (; changesInForce < scenario.changes.size() && scenario.changes[changesInForce].step <= step;
         ++changesInForce) {
        const model::Change& change = scenario.changes[changesInForce];
        now.*findMidRunValue(change.key)->member = change.value;
    }
}

/// Of the whole training while this part of a step is made.
Watch Training::State::watchStep(double from, double to) const
{
    if (!options.watch)
        return {};
    return [this, from, to](double share) {
        options.watch((static_cast<double>(step) + std::lerp(from, to, share)) / static_cast<double>(stepCount));
    };
}

network::Draws Training::State::draws() const
{
    network::Draws ofStep = start.draws();
    ofStep.step = step;
    return ofStep;
}

// False: stopped midway, and nothing was kept.
bool Training::State::record(const std::stop_token& stop)
{
    const std::int64_t number = step / stepsPerEpoch;
    const bool last = step == stepCount, kept = trace.wants(number) || last;
    if (!kept && !options.observe)
        return true;
    const double* parameters = learnt.made(values);
    sweep.setDraws(draws());
    const gradient::SweepResult result =
        sweep.run(parameters, examples, inOrder, gradient::GradientSweep::Want::layersAndCost, stop, watchStep(0, 0.5));
    if (!result.complete)
        return false;
    gradientIsThere = true;
    TraceRecord record{step, number, {}, {}, {}, {}};
    std::fill(layers.begin(), layers.end(), LayerTrace{});
    if (std::isfinite(result.cost))
        record.cost = numerics::Scaled::from(result.cost);
    if (!speedsOf(start, layout, sweep, layers) || !std::isfinite(result.cost))
        exactSpeeds(networkNow(), loss, *data, record.cost, layers, stop);
    if (examples.hasClasses())
        record.accuracy = static_cast<double>(result.right) / data->examples();
    judgeHeldOut(parameters, record, stop);
    if (options.statistics) {
        measureGradients(layout, sweep.gradient(), gradientSizes, layers);
        statistics.measure(parameters, draws(), layers);
    }
    if (stop.stop_requested())
        return false;
    if (kept) {
        trace.add(record, layers);
        keptStep = step;
    }
    recordedStep = step;
    if (options.observe)
        options.observe(record, layers);
    return true;
}

void Training::State::judgeHeldOut(const double* parameters, TraceRecord& record, const std::stop_token& stop)
{
    if (heldOut.count() == 0)
        return;
    network::Draws nothing = draws();
    nothing.none = true; // what was learnt is tested with all neurons
    sweep.setDraws(nothing);
    const gradient::SweepResult result =
        sweep.run(parameters, heldOut, heldOutInOrder, gradient::GradientSweep::Want::cost, stop);
    if (std::isfinite(result.cost))
        record.heldOutCost = result.cost;
    if (heldOut.hasClasses())
        record.heldOutAccuracy = static_cast<double>(result.right) / heldOut.count();
}

// Epoch e goes through the examples shuffled by Fisher and Yates, from the last place down, by the stream (seed, order,
// e) alone. Batches are cut off that order from its beginning; a step over all examples takes them as they come.
std::span<const int> Training::State::batchOfStep()
{
    if (fullBatch())
        return inOrder;
    const std::int64_t epoch = step / stepsPerEpoch;
    if (orderedEpoch != epoch) {
        order = inOrder;
        RandomStream stream(
            static_cast<std::uint64_t>(scenario.seed), Purpose::order, static_cast<std::uint64_t>(epoch));
        for (std::size_t i = order.size() - 1; i > 0; --i)
            std::swap(order[i], order[stream.below(i + 1)]);
        orderedEpoch = epoch;
    }
    const auto begin = static_cast<std::size_t>(step % stepsPerEpoch) * static_cast<std::size_t>(batch);
    return std::span(order).subspan(begin, std::min(static_cast<std::size_t>(batch), order.size() - begin));
}

// False: stopped midway.
bool Training::State::computeGradient(const std::stop_token& stop)
{
    if (gradientIsThere && fullBatch() && !optimizer.looksAhead) {
        learnt.leadBack(values, sweep.gradient());
        return true;
    }
    if (optimizer.looksAhead) {
        const double momentum = optimizerStep().momentum;
        for (std::size_t i = 0; i < values.size(); ++i)
            ahead[i] = values[i] + momentum * first[i];
    }
    const std::vector<double>& where = optimizer.looksAhead ? ahead : values;
    sweep.setDraws(draws());
    using Want = gradient::GradientSweep::Want;
    const Want want = fullBatch() && !optimizer.looksAhead ? Want::layers : Want::gradient; // the bits of a record's
    const gradient::SweepResult result =
        sweep.run(learnt.made(where), examples, batchOfStep(), want, stop, watchStep(isRecorded() ? 0.5 : 0, 1));
    learnt.leadBack(where, sweep.gradient());
    return result.complete;
}

void Training::State::clip()
{
    if (now.clipNorm <= 0 || !numerics::allFinite(sweep.gradient()))
        return;
    const numerics::Scaled norm = numerics::normOf(sweep.gradient()), most = numerics::Scaled::from(now.clipNorm);
    if (!(most < norm))
        return;
    const double factor = (most / norm).nearestDouble();
    for (double& value : sweep.gradient())
        value *= factor;
}

OptimizerStep Training::State::optimizerStep() const
{
    return {.scenario = now,
        .step = step,
        .learningRate = now.learningRate,
        .momentum = momentumAt(now.momentumSchedule, now.momentum, step)};
}

void Training::State::makeStep()
{
    std::vector<double>& update = sweep.gradient();
    optimizer.update(optimizerStep(), update, first.data(), second.data());
    std::vector<double>& next = update;
    const double decay = 1 - now.learningRate * now.weightDecay / data->examples();
    for (const int layer : layout.owners) {
        std::size_t i = layout.weights[gradient::ParameterLayout::index(layer)];
        for (const auto& [begin, end] : learnt.decaying(layer)) {
            for (; i < begin; ++i)
                next[i] = values[i] + update[i];
            for (; i < end; ++i)
                next[i] = decay * values[i] + update[i];
        }
        for (; i < layout.end(layer); ++i)
            next[i] = values[i] + update[i];
    }
}

// ‖Δw‖/‖w‖ of each layer, into the record before this step.
void Training::State::noteUpdate(std::span<const double> next)
{
    if (keptStep != step)
        return;
    for (int layer = 1; layer <= layout.depth(); ++layer) {
        const auto before = learnt.weights(layer, values, weightsBefore);
        const numerics::Scaled size = numerics::normOf(before),
                               change = numerics::distanceOf(learnt.weights(layer, next, weightsAfter), before);
        if (!size.isZero() && !change.isZero())
            trace.newest()[gradient::ParameterLayout::index(layer) - 1].logUpdate = (change / size).log10();
    }
}

Divergence Training::State::findCause()
{
    using Quantity = Divergence::Quantity;
    const auto finite = [&](int layer) {
        const std::size_t begin = layout.weights[gradient::ParameterLayout::index(layer)];
        return numerics::allFinite(std::span<const double>(sweep.gradient()).subspan(begin, layout.end(layer) - begin));
    };
    int after = 1; // the first layer whose parameters after the step, which stand in the sweep, are not finite
    while (after < layout.depth() && finite(after))
        ++after;
    const double* where = learnt.made(optimizer.looksAhead ? ahead : values);
    if (const int layer = statistics.firstNotFinite(where, examples, batchOfStep(), draws()))
        return {step, layer, Quantity::activation};
    sweep.run(where, examples, batchOfStep(), gradient::GradientSweep::Want::gradient, {});
    for (int layer = layout.depth(); layer >= 1; --layer) // the way that the error goes
        if (!finite(layer))
            return {step, layer, Quantity::gradient};
    return {step, after, Quantity::parameters};
}

network::Network Training::State::networkNow() const
{
    network::Network network = start;
    network.setStep(step);
    if (step > 0)
        layout.unpack(values, network);
    return network;
}

Training::Training(const model::Scenario& scenario, std::shared_ptr<const data::Dataset> data, network::Network start,
    TrainingOptions options)
    : m_state(std::make_unique<State>(scenario, std::move(data), std::move(start), std::move(options)))
{
}

Training::~Training() = default;
Training::Training(Training&&) noexcept = default;

Training::Outcome Training::advance(const std::stop_token& stop, const std::function<bool()>& mayStep)
{
    State& state = *m_state;
    if (state.divergence)
        return Outcome::diverged;
    if (finished())
        return Outcome::finished;
    state.bringChangesIntoForce();
    state.gradientIsThere = false;
    if (state.isRecorded() && state.recordedStep != state.step && !state.record(stop))
        return Outcome::stopped;
    if (!state.computeGradient(stop) || (mayStep && !mayStep()))
        return Outcome::stopped;
    state.clip();
    state.makeStep();
    std::vector<double>& next = state.sweep.gradient();
    if (!numerics::allFinite(next)) {
        state.divergence = state.findCause();
        return Outcome::diverged;
    }
    state.noteUpdate(next);
    std::swap(state.values, next);
    ++state.step;
    if (finished())
        state.record({}); // a stop that comes now changes nothing any more
    return Outcome::stepped;
}

void Training::rewind()
{
    m_state->rewind();
}

bool Training::follow(const model::Scenario& scenario)
{
    State& state = *m_state;
    model::Scenario alike = scenario;
    alike.changes = state.scenario.changes;
    alike.epochs = state.scenario.epochs;
    if (alike != state.scenario)
        return false;
    const auto happened = [step = state.step](const model::Change& change) { return change.step >= step; };
    const auto &before = state.scenario.changes, &after = scenario.changes;
    const auto done = std::ranges::find_if(before, happened), doneAfter = std::ranges::find_if(after, happened);
    const bool samePast = std::equal(before.begin(), done, after.begin(), doneAfter);
    const bool longer = finished() && scenario.epochs != state.scenario.epochs; // its last record was out of turn
    state.scenario = scenario;
    state.stepCount = state.stepsPerEpoch * scenario.epochs;
    state.now = scenario;
    state.changesInForce = 0; // all of them again, in order, before the next step
    if (!samePast || longer || state.step > state.stepCount)
        state.rewind();
    return true;
}

const model::Scenario& Training::scenario() const
{
    return m_state->scenario;
}
const data::Dataset& Training::data() const
{
    return *m_state->data;
}
std::int64_t Training::step() const
{
    return m_state->step;
}
std::int64_t Training::stepCount() const
{
    return m_state->stepCount;
}
std::int64_t Training::stepsPerEpoch() const
{
    return m_state->stepsPerEpoch;
}
const Trace& Training::trace() const
{
    return m_state->trace;
}
const std::optional<Divergence>& Training::divergence() const
{
    return m_state->divergence;
}
network::Network Training::network() const
{
    return m_state->networkNow();
}
std::size_t Training::parameterCount() const
{
    return m_state->values.size();
}
std::vector<double> Training::parameters() const
{
    const network::Network now = network();
    return {now.values().begin(), now.values().end()};
}

} // namespace deltascope::training
