// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/memory_need.h"

#include "base/parallel.h"
#include "base/registry.h"
#include "data/dataset_kind.h"
#include "evaluation/evaluation.h"
#include "network/initializer.h"
#include "numerics/kernels.h"
#include "results/seeds_band.h"
#include "training/gradient/gradient_sweep.h"
#include "training/optimizer.h"
#include "training/record_statistics.h"

#include <algorithm>

namespace deltascope::results {

namespace {

constexpr double kNumber = sizeof(double), kScaled = sizeof(numerics::Scaled);
constexpr double kThread = 2e6; // stack and what its allocations leave unused
constexpr double kOfLayer = 3000; // what is recorded, drawn and said of one layer
constexpr double kTrace = 40e6; // the course of a training (trace.cpp), a copy of it, and what is drawn of it

/// So many layers of one size.
struct Layers {
    double count = 0;
    double size = 0, before = 0; // neurons of the layer and of the one before it
    double gate = 0; // columns of the weights of its gate, and of its biases
};

std::vector<Layers> layersOf(const model::Scenario& scenario)
{
    std::vector<Layers> layers;
    for (const network::LayerGroup& group : network::layerGroups(scenario)) {
        const int columns = network::gateColumnsOf(scenario, group.shape);
        layers.push_back(
            {1.0 * group.count, 1.0 * group.shape.size, 1.0 * group.shape.before, columns > 0 ? columns + 1.0 : 0.0});
    }
    return layers;
}

template <class Value>
double sumOver(const model::Scenario& scenario, const Value& value)
{
    double sum = 0;
    for (const Layers& layers : layersOf(scenario))
        sum += layers.count * value(layers);
    return sum;
}

template <class Value>
double largestOf(const model::Scenario& scenario, const Value& value)
{
    double largest = 0;
    for (const Layers& layers : layersOf(scenario))
        largest = std::max(largest, value(layers));
    return largest;
}

/// Where weights are made of other numbers, as many (and own ones, few beside them), both are kept: 2, else 1.
double copiesOfWeights(const model::Scenario& scenario)
{
    return network::hasParametrization(network::plansOf(scenario)) ? 2 : 1;
}

double paddedTo(double size)
{
    return static_cast<double>(numerics::padded(static_cast<std::size_t>(size)));
}

double neuronsOf(const model::Scenario& scenario)
{
    return sumOver(scenario, [](const Layers& layers) { return layers.size; });
}

double widestOf(const model::Scenario& scenario)
{
    return largestOf(scenario, [](const Layers& layers) { return layers.size; });
}

/// Numbers of one example: of all steps.
double inputsOf(const model::Scenario& scenario)
{
    return static_cast<double>(scenario.inputs) * model::stepsOf(scenario);
}

/// Columns as long as a layer that its operations keep for the way back.
double keptOf(const std::vector<network::LayerPlan>& plans)
{
    int most = 0;
    for (const network::LayerPlan& plan : plans)
        most = std::max(most, plan.kept);
    return most;
}

double largestMatrix(const model::Scenario& scenario)
{
    return kNumber * largestOf(scenario, [](const Layers& layers) { return layers.size * layers.before; });
}

double passesOf(const model::Scenario& s, double examples)
{
    const double neurons = neuronsOf(s), widest = widestOf(s);
    const std::vector<network::LayerPlan> plans = network::plansOf(s);
    const bool normalized = std::ranges::any_of(plans, [](const network::LayerPlan& plan) { return plan.kept > 0; });
    const bool gated = std::ranges::any_of(layersOf(s), [](const Layers& layers) { return layers.gate > 0; });
    const double columns = (s.depth + 1.0) * examples;
    double bytes = kNumber * (3 * neurons + inputsOf(s)) * examples
        + (model::stepsOf(s) > 1 ? 40 : 32) * columns; // z, a, f′ and their exponents
    bytes += 2 * kScaled * neurons * examples; // a and f′ beyond doubles
    if (normalized)
        bytes += (kNumber * neurons * examples + 8 * columns) * keptOf(plans)
            + kScaled * std::max(examples, widest) * s.depth;
    const double buffers = 2 + (std::ranges::any_of(plans, &network::LayerPlan::goesPast) ? 1 : 0)
        + (normalized ? 1 : 0) + (gated ? 2 : 0);
    bytes += buffers * kNumber * (widest + 1) * examples + 4 * kScaled * widest;
    if (examples > 1) // the gradient of the weights is a product of a matrix of deltas and one of activations
        bytes += largestOf(s, [&](const Layers& layers) {
            return kNumber * (layers.size * (examples + layers.before) + layers.before * examples);
        });
    return bytes;
}

/// Examples as `ExamplePass` has them, for a block of so many.
double examplePass(const model::Scenario& s, double block)
{
    const std::vector<network::LayerPlan> plans = network::plansOf(s);
    const bool normalized =
        std::ranges::any_of(plans, [](const network::LayerPlan& plan) { return plan.kept > 0 || plan.learnt > 0; });
    const double past = std::ranges::any_of(plans, &network::LayerPlan::goesPast) ? 1 : 0;
    const double rows = sumOver(s, [](const Layers& layers) { return paddedTo(layers.size); });
    const double widest = paddedTo(widestOf(s));
    const double perExample =
        inputsOf(s) + (2 + (normalized ? keptOf(plans) : 0)) * rows + (3 + past) * widest + (normalized ? s.depth : 0);
    return kNumber * perExample * block;
}

double seedsTable(const model::Scenario& scenario, double seeds)
{
    return std::min(seeds * scenario.depth, 2e7) * 4 * kNumber + scenario.depth * 400.0;
}

/// One network of a seed: its passes, and its data where they are drawn.
double ofSeed(const model::Scenario& scenario)
{
    return networkMemory(scenario) + (hasRandomData(scenario) ? dataMemory(scenario) : 0) + passesMemory(scenario)
        + kThread;
}

unsigned threadsWithin(double each, double resident)
{
    return static_cast<unsigned>(std::clamp<double>((kMemoryLimit - resident) / each, 1, processorCount()));
}

/// Of whoever asks: its own network and data.
double callers(const model::Scenario& scenario)
{
    return kProgramMemory + kDrawingMemory + networkMemory(scenario) + dataMemory(scenario);
}

} // namespace

double dataMemory(const model::Scenario& s)
{
    const double examples = static_cast<double>(s.examples) + 2.0 * s.holdout; // those held out are cut off the end
    return kNumber * (inputsOf(s) + s.outputs) * examples;
}

double networkMemory(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    const double factorized = rule != nullptr && rule->factorizes ? 2 * largestMatrix(scenario) : 0;
    const double values =
        sumOver(scenario, [](const Layers& layers) { return layers.size * (layers.before + 1 + layers.gate); });
    const double given = rule != nullptr && rule->given ? 1 : 0; // what was read of the file
    return kNumber * (copiesOfWeights(scenario) + given) * values + 40.0 * scenario.depth + factorized;
}

double passesMemory(const model::Scenario& scenario)
{
    return passesOf(scenario, scenario.examples) + kOfLayer * scenario.depth;
}

double trainingMemory(const model::Scenario& s, int threads)
{
    const training::Optimizer* optimizer = findKind(training::optimizersRegistry(), s.optimizer);
    const bool together = std::ranges::any_of(network::plansOf(s), &network::LayerPlan::couplesExamples);
    const int most = std::max(s.examples, s.holdout);
    // Of tied layers as if each had its own: while it is told apart, each one's gradient has.
    const double parameters =
        sumOver(s, [](const Layers& layers) { return paddedTo(layers.size) * (layers.before + 1 + layers.gate); });
    const double rows = sumOver(s, [](const Layers& layers) { return paddedTo(layers.size); });
    const double shares = gradient::GradientSweep::shareCount(parameters, most, together);
    const double block = together ? most : std::min(most, gradient::GradientSweep::blockOf(rows));
    const double memories = optimizer != nullptr ? optimizer->memories + (optimizer->looksAhead ? 1 : 0) : 2;
    double bytes = networkMemory(s); // its start values
    bytes += kNumber * parameters * (copiesOfWeights(s) + shares + memories);
    bytes += kNumber * (parameters - paddedTo(network::sizeOf(s, 1)) * (s.inputs + 1.0)); // wᵀ
    bytes += std::min<double>(threadsOr(threads), shares) * (examplePass(s, block) + kThread);
    const double statisticsExamples = training::ActivationStatistics::examplesOf(rows, s.examples);
    bytes += examplePass(s, statisticsExamples) + kNumber * widestOf(s) * statisticsExamples;
    bytes += 12.0 * (s.examples + static_cast<double>(s.holdout)); // their order
    if (s.inputs >= gradient::ExampleSet::kLeastSparse) // the components that are not 0
        bytes += 12 * gradient::ExampleSet::kSparse * s.inputs * (s.examples + static_cast<double>(s.holdout));
    // A copy of the network and what it is made of: at the end, and where doubles do not hold the speeds, then with
    // passes.
    return bytes + kTrace + 2 * networkMemory(s) + passesOf(s, s.examples);
}

double seedsMemory(const model::Scenario& scenario, int seeds)
{
    return dataMemory(scenario) + seedsTable(scenario, seeds) + ofSeed(scenario) * seedsThreads(scenario, seeds);
}

double balanceMemory(const model::Scenario& scenario)
{
    return (ofSeed(scenario) + dataMemory(scenario)) * balanceThreads(scenario) + 10e6;
}

double spectrumMemory(const model::Scenario& scenario)
{
    constexpr double kMatrices = 9; // that a factorization holds side by side
    return passesOf(scenario, 1) + kMatrices * largestMatrix(scenario)
        + 4 * kScaled * std::min(neuronsOf(scenario), 1500.0 * widestOf(scenario));
}

double networkTextMemory(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    const bool evaluated = rule != nullptr && rule->biasFromForwardPass;
    return dataMemory(scenario) + networkMemory(scenario) + (evaluated ? passesMemory(scenario) : 0) + 2e6;
}

double textMemory(double numbers)
{
    return 24 * numbers * 2; // while it grows
}

unsigned seedsThreads(const model::Scenario& scenario, int seeds)
{
    return threadsWithin(ofSeed(scenario), callers(scenario) + dataMemory(scenario) + seedsTable(scenario, seeds));
}

unsigned balanceThreads(const model::Scenario& scenario)
{
    return threadsWithin(ofSeed(scenario) + dataMemory(scenario), callers(scenario));
}

std::optional<Error> refusedForMemory(const model::Scenario& scenario, double bytes)
{
    if (bytes <= kMemoryLimit)
        return std::nullopt;
    const double weights = networkMemory(scenario), examples = dataMemory(scenario) + passesMemory(scenario);
    const bool manyNumbers = std::max(weights, examples) < bytes / 8; // rather what is written or drawn of them
    const char* smaller = manyNumbers ? translatable("core",
                              "this would take up to %1 GB of memory, and %2 GB are the "
                              "limit: choose fewer epochs, seeds or layers.")
        : weights > examples
        ? translatable(
            "core", "this would take up to %1 GB of memory, and %2 GB are the limit: choose a smaller width or depth.")
        : translatable("core",
            "this would take up to %1 GB of memory, and %2 GB are the limit: choose fewer examples, or a smaller width "
            "or depth.");
    const char* key = manyNumbers ? "depth" : weights > examples ? "width" : "examples";
    return Error{Fault::usage,
        {translatable("core", "%1: %2"), {key, Message{smaller, {Real{bytes / 1e9, 3}, Real{kMemoryLimit / 1e9, 3}}}}}};
}

std::optional<Error> trainingRefused(const model::Scenario& scenario, const std::vector<model::Scenario>& others)
{
    const double evaluation = dataMemory(scenario) + networkMemory(scenario) + passesMemory(scenario);
    double bytes = kProgramMemory + kDrawingMemory + evaluation + dataMemory(scenario)
        + trainingMemory(scenario, others.empty() ? 0 : 1);
    for (const model::Scenario& other : others)
        bytes += dataMemory(other) + trainingMemory(other, 1);
    return refusedForMemory(scenario, bytes);
}

} // namespace deltascope::results
