// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the scenario's parameters: one row each, in the order of files, lists and panels: first what the chain
// of one neuron a layer is made of, last the shape of wider networks.
#include "activations/activation.h"
#include "datasets/dataset_kind.h"
#include "initializers/initializer.h"
#include "losses/loss.h"
#include "member_count.h"
#include "parameters.h"
#include "registry.h"

#include <algorithm>
#include <array>

namespace deltascope {

namespace {

template <class Kind>
std::vector<Choice> choicesOf(std::span<const Kind* const> registry)
{
    std::vector<const Kind*> kinds(registry.begin(), registry.end());
    std::sort(kinds.begin(), kinds.end(), [](const Kind* left, const Kind* right) { return left->rank < right->rank; });
    std::vector<Choice> choices;
    for (const Kind* kind : kinds)
        choices.push_back({kind->id, kind->name});
    return choices;
}

std::vector<Choice> activationChoices()
{
    return choicesOf(activationsRegistry());
}
std::vector<Choice> initializerChoices()
{
    return choicesOf(initializersRegistry());
}
std::vector<Choice> lossChoices()
{
    return choicesOf(lossesRegistry());
}

std::vector<Choice> dataChoices()
{
    return choicesOf(datasetsRegistry());
}
std::vector<Choice> normalizationChoices()
{
    return {{"none", translatable("core", "None")}, {"layer", translatable("core", "Layer normalization")},
        {"batch", translatable("core", "Batch normalization")}};
}

constexpr const char* kStart = translatable("core", "Weights and biases");
constexpr const char* kInputAndCost = translatable("core", "Input and cost");
constexpr const char* kActivation = translatable("core", "Activation");
constexpr const char* kShape = translatable("core", "Shape");
constexpr const char* kRemedies = translatable("core", "Remedies");

Message withoutHiddenLayers(const Scenario& scenario)
{
    if (scenario.depth > 1)
        return {};
    return {translatable("core", "With a depth of 1 there are no hidden layers: this means nothing."), {}};
}

Message withoutBias(const Scenario& scenario)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    if (!rule || rule->usesBias)
        return {};
    return {translatable("core", "The start values “%1” choose every bias themselves: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

const Initializer* ruleOf(const Scenario& scenario)
{
    return findKind(initializersRegistry(), scenario.initializer);
}

Message withoutWeight(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    if (!rule || !rule->weightVariance)
        return {};
    return {translatable("core", "The start values “%1” draw every weight at random: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutGain(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    if (!rule || rule->weightVariance)
        return {};
    return {
        translatable("core", "The start values “%1” are not random: %2."), {Message{rule->name, {}}, rule->formula}};
}

Message withoutRandomness(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    const DatasetKind* data = findKind(datasetsRegistry(), scenario.data);
    if (!rule || rule->weightVariance || !data || data->random)
        return {};
    return {translatable("core", "Nothing here is random: neither the start values “%1” nor the data “%2”."),
        {Message{rule->name, {}}, Message{data->name, {}}}};
}

Message withoutBiasDeviation(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    if (!rule || rule->usesBiasDeviation)
        return {};
    return {translatable("core", "The start values “%1” have no σ_b to choose: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

const DatasetKind* dataOf(const Scenario& scenario)
{
    return findKind(datasetsRegistry(), scenario.data);
}

Message withoutInput(const Scenario& scenario)
{
    const DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesInput)
        return {};
    return {translatable("core", "The data “%1” bring their own inputs and targets."), {Message{kind->name, {}}}};
}

Message withoutMeanSquare(const Scenario& scenario)
{
    const DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesMeanSquare)
        return {};
    return {translatable("core", "The data “%1” have no mean square to choose."), {Message{kind->name, {}}}};
}

// clang-format off
constexpr std::array kRows{
    Parameter<Scenario>{
        .key = "depth", .label = translatable("core", "Depth"), .symbol = "L", .unit = "layers",
        .help = translatable("core", "How many layers learn; the gradient of the first is a product with one factor for each of them."),
        .member = &Scenario::depth, .minimum = 1, .maximum = 10'000, .sliderMinimum = 1, .sliderMaximum = 50, .step = 1},
    Parameter<Scenario>{
        .key = "initializer", .label = translatable("core", "Start values"), .symbol = "", .unit = "",
        .help = translatable("core", "The rule that gives every layer its weights and biases."),
        .member = &Scenario::initializer, .choices = initializerChoices,
        .group = kStart},
    Parameter<Scenario>{
        .key = "weight", .label = translatable("core", "Weight"), .symbol = "w", .unit = "",
        .help = translatable("core", "The weight of every layer that is not set by hand: the other half of every factor wσ′(z)."),
        .member = &Scenario::weight, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = -10, .sliderMaximum = 10, .step = 0.1,
        .group = kStart, .idle = withoutWeight},
    Parameter<Scenario>{
        .key = "bias", .label = translatable("core", "Bias"), .symbol = "b", .unit = "",
        .help = translatable("core", "The bias of every layer that is not set by hand: it moves z along the activation function."),
        .member = &Scenario::bias, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = -10, .sliderMaximum = 10, .step = 0.1,
        .group = kStart, .idle = withoutBias},
    Parameter<Scenario>{
        .key = "gain", .label = translatable("core", "Gain"), .symbol = "g", .unit = "",
        .help = translatable("core", "A factor on every weight of random start values; under mean field it is σ_w."),
        .member = &Scenario::gain, .minimum = 0, .maximum = 1e3, .sliderMinimum = 0, .sliderMaximum = 5, .step = 0.05,
        .group = kStart, .idle = withoutGain},
    Parameter<Scenario>{
        .key = "bias_std", .label = translatable("core", "Bias deviation"), .symbol = "σ_b", .unit = "",
        .help = translatable("core", "The standard deviation of the biases of mean field start values."),
        .member = &Scenario::biasDeviation, .minimum = 0, .maximum = 1e3, .sliderMinimum = 0, .sliderMaximum = 5, .step = 0.05,
        .group = kStart, .idle = withoutBiasDeviation, .shortLabel = translatable("core", "Bias std")},
    Parameter<Scenario>{
        .key = "seed", .label = translatable("core", "Seed"), .symbol = "", .unit = "",
        .help = translatable("core", "The number that random start values are drawn from: the same seed gives the same network, bit for bit, everywhere."),
        .member = &Scenario::seed, .minimum = 0, .maximum = 9'007'199'254'740'991, .sliderMinimum = 0, .sliderMaximum = 100, .step = 1,
        .group = kStart, .idle = withoutRandomness},
    Parameter<Scenario>{
        .key = "layers", .label = translatable("core", "Layers set by hand"), .symbol = "w_l, b_l", .unit = "",
        .help = translatable("core", "Single layers with a weight or a bias of their own."),
        .member = &Scenario::layers,
        .group = kStart, .idle = withoutWeight},
    Parameter<Scenario>{
        .key = "data", .label = translatable("core", "Inputs from"), .symbol = "x", .unit = "",
        .help = translatable("core", "Where the examples come from: a constant, random numbers, or data."),
        .member = &Scenario::data, .choices = dataChoices,
        .group = kInputAndCost},
    Parameter<Scenario>{
        .key = "input", .label = translatable("core", "Input"), .symbol = "a₀", .unit = "",
        .help = translatable("core", "The activation that enters the first layer."),
        .member = &Scenario::input, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.01,
        .group = kInputAndCost, .idle = withoutInput},
    Parameter<Scenario>{
        .key = "mean_square", .label = translatable("core", "Mean square"), .symbol = "m", .unit = "",
        .help = translatable("core", "The mean square of one component of random inputs: all that a wide network sees of them at its start."),
        .member = &Scenario::meanSquare, .minimum = 0, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.01,
        .group = kInputAndCost, .idle = withoutMeanSquare},
    Parameter<Scenario>{
        .key = "examples", .label = translatable("core", "Examples"), .symbol = "N", .unit = "examples",
        .help = translatable("core", "How many inputs are evaluated together; the gradient is the mean over them."),
        .member = &Scenario::examples, .minimum = 1, .maximum = 100'000, .sliderMinimum = 1, .sliderMaximum = 100, .step = 1,
        .group = kInputAndCost},
    Parameter<Scenario>{
        .key = "target", .label = translatable("core", "Target"), .symbol = "y", .unit = "",
        .help = translatable("core", "The output that the network should give; its distance from a_L scales every layer's speed alike."),
        .member = &Scenario::target, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.01,
        .invalidates = Invalidates::loss,
        .group = kInputAndCost, .idle = withoutInput},
    Parameter<Scenario>{
        .key = "loss", .label = translatable("core", "Cost"), .symbol = "C", .unit = "",
        .help = translatable("core", "The cost whose gradient is propagated back."),
        .member = &Scenario::loss, .choices = lossChoices, .invalidates = Invalidates::loss,
        .group = kInputAndCost},
    Parameter<Scenario>{
        .key = "activation", .label = translatable("core", "Activation"), .symbol = "f", .unit = "",
        .help = translatable("core", "The activation function of the hidden layers; its slope f′(z) is one half of every factor."),
        .member = &Scenario::activation, .choices = activationChoices,
        .group = kActivation, .idle = withoutHiddenLayers, .shortLabel = translatable("core", "Hidden")},
    Parameter<Scenario>{
        .key = "output_activation", .label = translatable("core", "Output activation"), .symbol = "f_L", .unit = "",
        .help = translatable("core", "The activation function of the last layer."),
        .member = &Scenario::outputActivation, .choices = activationChoices,
        .group = kActivation, .shortLabel = translatable("core", "Output")},
    Parameter<Scenario>{
        .key = "width", .label = translatable("core", "Width"), .symbol = "n", .unit = "neurons",
        .help = translatable("core", "Neurons in each hidden layer; 1 is the chain of one neuron a layer."),
        .member = &Scenario::width, .minimum = 1, .maximum = 1024, .sliderMinimum = 1, .sliderMaximum = 64, .step = 1,
        .group = kShape, .idle = withoutHiddenLayers},
    Parameter<Scenario>{
        .key = "inputs", .label = translatable("core", "Inputs"), .symbol = "n₀", .unit = "neurons",
        .help = translatable("core", "Components of the input."),
        .member = &Scenario::inputs, .minimum = 1, .maximum = 65'536, .sliderMinimum = 1, .sliderMaximum = 64, .step = 1,
        .group = kShape},
    Parameter<Scenario>{
        .key = "outputs", .label = translatable("core", "Outputs"), .symbol = "n_L", .unit = "neurons",
        .help = translatable("core", "Neurons in the last layer."),
        .member = &Scenario::outputs, .minimum = 1, .maximum = 1024, .sliderMinimum = 1, .sliderMaximum = 64, .step = 1,
        .group = kShape},
    Parameter<Scenario>{
        .key = "residual", .label = translatable("core", "Residual"), .symbol = "α", .unit = "",
        .help = translatable("core", "Residual connections: each hidden layer adds α times its own input to its activation, where the sizes agree; 0 is off."),
        .member = &Scenario::residual, .minimum = 0, .maximum = 1e3, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.05,
        .group = kRemedies, .idle = withoutHiddenLayers},
    Parameter<Scenario>{
        .key = "normalization", .label = translatable("core", "Normalization"), .symbol = "", .unit = "",
        .help = translatable("core", "Brings the weighted inputs of each hidden layer to mean 0 and deviation 1: over the neurons of one example (layer) or over the examples (batch)."),
        .member = &Scenario::normalization, .choices = normalizationChoices,
        .group = kRemedies, .idle = withoutHiddenLayers},
    Parameter<Scenario>{
        .key = "clip_norm", .label = translatable("core", "Gradient clipping"), .symbol = "t", .unit = "",
        .help = translatable("core", "Shortens the whole gradient to this norm where it is longer: that caps the step and leaves the ratio between layers as it is; 0 is off."),
        .member = &Scenario::clipNorm, .minimum = 0, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 10, .step = 0.1,
        .group = kRemedies, .shortLabel = translatable("core", "Clipping")},
};
// clang-format on

static_assert(kRows.size() == kMemberCount<Scenario>, "every member of Scenario has one row");

} // namespace

std::span<const Parameter<Scenario>> scenarioParameters()
{
    return kRows;
}

} // namespace deltascope
