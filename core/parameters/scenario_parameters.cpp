// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the scenario's parameters: one row each, in the order of files, lists and panels: first what the chain
// of one neuron a layer is made of, last the shape of wider networks.
#include "base/member_count.h"
#include "base/registry.h"
#include "data/dataset_kind.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "network/operation.h"
#include "network/parametrizations/parametrization.h"
#include "network/structure.h"
#include "parameters/groups.h"
#include "parameters/idle_parameters.h"
#include "parameters/parameters.h"
#include "theory/mean_field/critical_point.h"
#include "training/optimizer.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace deltascope::parameters {

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
    return choicesOf(activations::activationsRegistry());
}
std::vector<Choice> initializerChoices()
{
    return choicesOf(network::initializersRegistry());
}
std::vector<Choice> lossChoices()
{
    return choicesOf(losses::lossesRegistry());
}

std::vector<Choice> optimizerChoices()
{
    return choicesOf(training::optimizersRegistry());
}
std::vector<Choice> scheduleChoices()
{
    return {{"constant", translatable("core", "Constant")}, {"sutskever", translatable("core", "Sutskever et al.")}};
}
std::vector<Choice> dataChoices()
{
    return choicesOf(data::datasetsRegistry());
}
std::vector<Choice> parametrizationChoices()
{
    return choicesOf(network::parametrizationsRegistry());
}
std::vector<Choice> residualScaleChoices()
{
    return {{"constant", translatable("core", "1, constant")},
        {"inverse_root_depth", translatable("core", "1/√L, constant")},
        {"learned_zero", translatable("core", "Learned from 0 (ReZero)")}};
}
std::vector<Choice> normPositionChoices()
{
    return {{"after", translatable("core", "After w")}, {"before", translatable("core", "Before w (pre-norm)")},
        {"post_residual", translatable("core", "After the residual (post-norm)")}};
}
/// None, and the operations that are choices of this parameter.
std::vector<Choice> operationChoices(std::string_view key)
{
    std::vector<const operations::Operation*> kinds;
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (kind->choice != nullptr && kind->choiceOf == key)
            kinds.push_back(kind);
    std::ranges::sort(kinds, {}, &operations::Operation::choiceRank);
    std::vector<Choice> choices{{"none", translatable("core", "None")}};
    for (const operations::Operation* kind : kinds)
        choices.push_back({kind->choiceId, kind->choice});
    return choices;
}

std::vector<Choice> normalizationChoices()
{
    return operationChoices("normalization");
}
std::vector<Choice> gateChoices()
{
    return operationChoices("gate");
}
std::vector<Choice> feedChoices()
{
    return {{"first", translatable("core", "First step")}, {"every", translatable("core", "Every step")}};
}

/// Under a rule with a σ_b the gain is its other half, σ_w.
ParameterName nameOfGain(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (rule && rule->usesBiasDeviation)
        return {translatable("core", "Weight deviation"), "σ_w", translatable("core", "Weight std")};
    return {translatable("core", "Gain"), "g"};
}

constexpr FoundPlace<model::Scenario> kCriticalPoint{
    .name = translatable("core", "Set to critical"),
    .help = translatable("core",
        "Where wide layers neither shrink nor grow a gradient: the gain at which χ₁ = 1, and the standard deviation of "
        "the biases too where the initialization has one"),
    .icon = "critical",
    .find = mean_field::atCriticalPoint,
    .whyNone = mean_field::whyNoCriticalPoint,
};

// clang-format off
const std::array kScenarioRows{
    Parameter<model::Scenario>{
        .key = "depth", .label = translatable("core", "Depth"), .symbol = "L", .unit = "layers",
        .help = translatable("core", "How many layers learn; the gradient of the first is a product with one factor for each of them."),
        .member = &model::Scenario::depth, .minimum = 1, .maximum = 10'000, .sliderMinimum = 1, .sliderMaximum = 50, .step = 1,
        .idle = idle::underFile, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "initializer", .label = translatable("core", "Initialization"), .symbol = "", .unit = "",
        .help = translatable("core", "The rule that gives every layer its weights and biases."),
        .member = &model::Scenario::initializer, .choices = initializerChoices,
        .group = kStart},
    Parameter<model::Scenario>{
        .key = "weight", .label = translatable("core", "Weight"), .symbol = "w", .unit = "",
        .help = translatable("core", "The weight of every layer that is not set by hand: the other half of every factor wσ′(z)."),
        .member = &model::Scenario::weight, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = -10, .sliderMaximum = 10, .step = 0.1,
        .group = kStart, .idle = idle::withoutWeight},
    Parameter<model::Scenario>{
        .key = "bias", .label = translatable("core", "Bias"), .symbol = "b", .unit = "",
        .help = translatable("core", "The bias of every layer that is not set by hand: it moves z along the activation function."),
        .member = &model::Scenario::bias, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = -10, .sliderMaximum = 10, .step = 0.1,
        .group = kStart, .idle = idle::withoutBias, .touches = Touches::biases},
    Parameter<model::Scenario>{
        .key = "gain", .label = translatable("core", "Gain"), .symbol = "g", .unit = "",
        .help = translatable("core", "A factor on every random initial weight; in mean-field initialization it is σw."),
        .member = &model::Scenario::gain, .minimum = 0, .maximum = 1e3, .sliderMinimum = 0, .sliderMaximum = 5, .step = 0.05,
        .group = kStart, .idle = idle::withoutGain, .nameIn = nameOfGain, .place = &kCriticalPoint},
    Parameter<model::Scenario>{
        .key = "bias_std", .label = translatable("core", "Bias deviation"), .symbol = "σ_b", .unit = "",
        .help = translatable("core", "The standard deviation of the biases in mean-field initialization."),
        .member = &model::Scenario::biasDeviation, .minimum = 0, .maximum = 1e3, .sliderMinimum = 0, .sliderMaximum = 5, .step = 0.05,
        .group = kStart, .idle = idle::withoutBiasDeviation, .shortLabel = translatable("core", "Bias std"), .touches = Touches::biases},
    Parameter<model::Scenario>{
        .key = "seed", .label = translatable("core", "Seed"), .symbol = "", .unit = "",
        .help = translatable("core", "The number from which all random draws follow: the same seed gives the same network, bit for bit, everywhere."),
        .member = &model::Scenario::seed, .minimum = 0, .maximum = 9'007'199'254'740'991, .sliderMinimum = 0, .sliderMaximum = 100, .step = 1,
        .group = kStart, .idle = idle::withoutRandomness, .randomizable = true},
    Parameter<model::Scenario>{
        .key = "data", .label = translatable("core", "Data"), .symbol = "x", .unit = "",
        .help = translatable("core", "Where the examples come from: a constant, random numbers, or a data set."),
        .member = &model::Scenario::data, .choices = dataChoices,
        .group = kInputAndCost},
    Parameter<model::Scenario>{
        .key = "input", .label = translatable("core", "Input"), .symbol = "a₀", .unit = "",
        .help = translatable("core", "The activation that enters the first layer."),
        .member = &model::Scenario::input, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.01,
        .group = kInputAndCost, .idle = idle::withoutInput, .touches = Touches::data},
    Parameter<model::Scenario>{
        .key = "mean_square", .label = translatable("core", "Mean square"), .symbol = "m", .unit = "",
        .help = translatable("core", "The mean square of one component of random inputs: all that a wide network sees of them at its start."),
        .member = &model::Scenario::meanSquare, .minimum = 0, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.01,
        .group = kInputAndCost, .idle = idle::withoutMeanSquare, .touches = Touches::data},
    Parameter<model::Scenario>{
        .key = "examples", .label = translatable("core", "Examples"), .symbol = "N", .unit = "examples",
        .help = translatable("core", "How many inputs are evaluated together; the gradient is the mean over them."),
        .member = &model::Scenario::examples, .minimum = 1, .maximum = 100'000, .sliderMinimum = 1, .sliderMaximum = 100, .step = 1,
        .group = kInputAndCost},
    Parameter<model::Scenario>{
        .key = "target", .label = translatable("core", "Target"), .symbol = "y", .unit = "",
        .help = translatable("core", "The output that the network should give; its distance from a_L scales every layer's speed alike."),
        .member = &model::Scenario::target, .minimum = -1e6, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.01,
        .invalidates = model::Dependency::loss,
        .group = kInputAndCost, .idle = idle::withoutInput, .touches = Touches::data},
    Parameter<model::Scenario>{
        .key = "loss", .label = translatable("core", "Cost"), .symbol = "C", .unit = "",
        .help = translatable("core", "The cost whose gradient is propagated back."),
        .member = &model::Scenario::loss, .choices = lossChoices, .invalidates = model::Dependency::loss,
        .group = kInputAndCost},
    Parameter<model::Scenario>{
        .key = "activation", .label = translatable("core", "Activation"), .symbol = "f", .unit = "",
        .help = translatable("core", "The activation function of the hidden layers; its slope f′(z) is one half of every factor."),
        .member = &model::Scenario::activation, .choices = activationChoices,
        .group = kActivation, .idle = idle::withoutHiddenLayers, .shortLabel = translatable("core", "Hidden"), .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "output_activation", .label = translatable("core", "Output activation"), .symbol = "f_L", .unit = "",
        .help = translatable("core", "The activation function of the last layer."),
        .member = &model::Scenario::outputActivation, .choices = activationChoices,
        .group = kActivation, .shortLabel = translatable("core", "Output")},
    Parameter<model::Scenario>{
        .key = "slope", .label = translatable("core", "Slope below 0"), .symbol = "s", .unit = "",
        .help = translatable("core", "The slope of leaky ReLU below 0: 0 is ReLU, 1 the identity, −1 the absolute value."),
        .member = &model::Scenario::slope, .minimum = -100, .maximum = 100, .sliderMinimum = -1, .sliderMaximum = 1, .step = 0.01,
        .group = kActivation, .idle = idle::withoutSlope, .shortLabel = translatable("core", "Slope")},
    Parameter<model::Scenario>{
        .key = "width", .label = translatable("core", "Width"), .symbol = "n", .unit = "neurons",
        .help = translatable("core", "Neurons in each hidden layer; 1 is the chain of one neuron per layer."),
        .member = &model::Scenario::width, .minimum = 1, .maximum = 1024, .sliderMinimum = 1, .sliderMaximum = 64, .step = 1,
        .group = kShape, .idle = idle::widthUnderFile, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "inputs", .label = translatable("core", "Inputs"), .symbol = "n₀", .unit = "neurons",
        .help = translatable("core", "Components of the input."),
        .member = &model::Scenario::inputs, .minimum = 1, .maximum = 65'536, .sliderMinimum = 1, .sliderMaximum = 64, .step = 1,
        .group = kShape, .idle = idle::underFile, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "outputs", .label = translatable("core", "Outputs"), .symbol = "n_L", .unit = "neurons",
        .help = translatable("core", "Neurons in the last layer."),
        .member = &model::Scenario::outputs, .minimum = 1, .maximum = 1024, .sliderMinimum = 1, .sliderMaximum = 64, .step = 1,
        .group = kShape, .idle = idle::underFile, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "tied", .label = translatable("core", "Tied weights"), .symbol = "", .unit = "",
        .help = translatable("core", "Layers 2 to L − 1 share one w and one b, as the steps of a recurrent network: depth is time."),
        .member = &model::Scenario::tied,
        .group = kShape, .idle = idle::withoutTiedLayers, .shortLabel = translatable("core", "Tied"), .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "feed", .label = translatable("core", "Inputs enter at"), .symbol = "", .unit = "",
        .help = translatable("core", "Where layers are tied: whether all of the input enters layer 1, or layer 1 and every tied layer get one part after the other, through the same weights."),
        .member = &model::Scenario::feed, .choices = feedChoices,
        .group = kShape, .idle = idle::withoutSteps, .shortLabel = translatable("core", "Fed at"), .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "residual", .label = translatable("core", "Residual"), .symbol = "α", .unit = "",
        .help = translatable("core", "Residual connections: each hidden layer adds α times its own input to its activation, where the sizes agree; 0 is off."),
        .member = &model::Scenario::residual, .minimum = 0, .maximum = 1e3, .sliderMinimum = 0, .sliderMaximum = 1, .step = 0.05,
        .group = kRemedies, .idle = idle::withoutEqualWidths, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "residual_scale", .label = translatable("core", "Residual scale"), .symbol = "s", .unit = "",
        .help = translatable("core", "What a layer with a residual connection multiplies its activation by, s f(z) + α a: 1, 1/√L, or a number of each layer’s own that starts at 0 and is learnt."),
        .member = &model::Scenario::residualScale, .choices = residualScaleChoices,
        .group = kRemedies, .idle = idle::withoutResidual, .shortLabel = translatable("core", "Scale"), .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "gate", .label = translatable("core", "Gate"), .symbol = "", .unit = "",
        .help = translatable("core", "How much of its input a layer keeps: a^ℓ = (1 − z)·a^(ℓ−1) + z·f(z^ℓ), with z a fixed number (leaky) or a gate that is learnt (GRU, in tied layers)."),
        .member = &model::Scenario::gate, .choices = gateChoices,
        .group = kRemedies, .idle = idle::withoutHiddenLayers, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "leak", .label = translatable("core", "Leak"), .symbol = "z", .unit = "",
        .help = translatable("core", "The share of its new activation that a leaky layer takes in; of a learnt gate the share it starts with, by its biases."),
        .member = &model::Scenario::leak, .minimum = 0.001, .maximum = 0.999, .sliderMinimum = 0.001, .sliderMaximum = 0.999, .step = 0.01,
        .group = kRemedies, .idle = idle::withoutGate, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "normalization", .label = translatable("core", "Normalization"), .symbol = "", .unit = "",
        .help = translatable("core", "Brings the numbers of each hidden layer to mean 0 and deviation 1, over the neurons of one example (layer) or over the examples (batch); or over the neurons to mean square 1 alone (RMS)."),
        .member = &model::Scenario::normalization, .choices = normalizationChoices,
        .group = kRemedies, .idle = idle::withoutHiddenLayers, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "norm_position", .label = translatable("core", "Position"), .symbol = "", .unit = "",
        .help = translatable("core", "What is normalized: the weighted inputs, after w; what a hidden layer gives on its way into the next one’s w, while the residual connection passes it on as it is (pre-norm); or what it gives, the residual connection included (post-norm)."),
        .member = &model::Scenario::normPosition, .choices = normPositionChoices,
        .group = kRemedies, .idle = idle::withoutNormalization, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "dropout", .label = translatable("core", "Dropout"), .symbol = "p", .unit = "",
        .help = translatable("core", "The probability with which a hidden neuron is left out, drawn anew in every step and example; the others are made larger by 1/(1 − p). All figures show the network with its mask, as a training meets it; held-out examples are tested with all neurons. 0 is off."),
        .member = &model::Scenario::dropout, .minimum = 0, .maximum = 1, .sliderMinimum = 0, .sliderMaximum = 0.9, .step = 0.05,
        .group = kRemedies, .idle = idle::withoutHiddenLayers, .keepsPlace = true},
    Parameter<model::Scenario>{
        .key = "parametrization", .label = translatable("core", "Parametrization"), .symbol = "", .unit = "",
        .help = translatable("core", "What is learnt in place of the weights: it changes how they move in training, not where they start."),
        .member = &model::Scenario::parametrization, .choices = parametrizationChoices,
        .invalidates = model::Dependency::training, .group = kRemedies, .shortLabel = translatable("core", "Weights")},
    Parameter<model::Scenario>{
        .key = "clip_norm", .label = translatable("core", "Gradient clipping"), .symbol = "t", .unit = "",
        .help = translatable("core", "Shortens the whole gradient to this norm where it is longer: that caps the step and leaves the ratio between layers as it is; 0 is off."),
        .member = &model::Scenario::clipNorm, .minimum = 0, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 10, .step = 0.1,
        .invalidates = model::Dependency::training, .group = kRemedies, .shortLabel = translatable("core", "Clipping")},
    Parameter<model::Scenario>{
        .key = "optimizer", .label = translatable("core", "Optimizer"), .symbol = "", .unit = "",
        .help = translatable("core", "The rule that turns the gradient into a step."),
        .member = &model::Scenario::optimizer, .choices = optimizerChoices, .invalidates = model::Dependency::training,
        .group = kTraining},
    Parameter<model::Scenario>{
        .key = "learning_rate", .label = translatable("core", "Learning rate"), .symbol = "η", .unit = "",
        .help = translatable("core", "How far a step goes along the gradient."),
        .member = &model::Scenario::learningRate, .minimum = 0, .maximum = 1e300, .sliderMinimum = 1e-4, .sliderMaximum = 10, .step = 0.01,
        .scale = SliderScale::logarithmic, .invalidates = model::Dependency::training, .group = kTraining},
    Parameter<model::Scenario>{
        .key = "momentum", .label = translatable("core", "Momentum"), .symbol = "μ", .unit = "",
        .help = translatable("core", "How much of the last step carries over into the next; under the schedule of Sutskever et al., its maximum."),
        .member = &model::Scenario::momentum, .minimum = 0, .maximum = 1, .sliderMinimum = 0, .sliderMaximum = 0.999, .step = 0.01,
        .invalidates = model::Dependency::training, .group = kTraining, .idle = idle::withoutMomentum},
    Parameter<model::Scenario>{
        .key = "momentum_schedule", .label = translatable("core", "Momentum schedule"), .symbol = "μ_t", .unit = "",
        .help = translatable("core", "Constant, or rising as .5, .75, .83, .875 … every 250 steps up to μ (Sutskever et al. 2013)."),
        .member = &model::Scenario::momentumSchedule, .choices = scheduleChoices, .invalidates = model::Dependency::training,
        .group = kTraining, .idle = idle::withoutMomentum, .shortLabel = translatable("core", "Schedule")},
    Parameter<model::Scenario>{
        .key = "weight_decay", .label = translatable("core", "Weight decay"), .symbol = "λ", .unit = "",
        .help = translatable("core", "Every step multiplies the weights, not the biases, by 1 − ηλ/n, n the number of training examples."),
        .member = &model::Scenario::weightDecay, .minimum = 0, .maximum = 1e6, .sliderMinimum = 0, .sliderMaximum = 10, .step = 0.1,
        .invalidates = model::Dependency::training, .group = kTraining},
    Parameter<model::Scenario>{
        .key = "batch", .label = translatable("core", "Batch"), .symbol = "", .unit = "examples",
        .help = translatable("core", "How many examples each step looks at; 0: all of them. Every epoch goes through them in an order of its own, drawn from the seed."),
        .member = &model::Scenario::batch, .minimum = 0, .maximum = 100'000, .sliderMinimum = 0, .sliderMaximum = 100, .step = 1,
        .invalidates = model::Dependency::training, .group = kTraining},
    Parameter<model::Scenario>{
        .key = "epochs", .label = translatable("core", "Epochs"), .symbol = "", .unit = "epochs",
        .help = translatable("core", "How many times the training goes through all examples."),
        .member = &model::Scenario::epochs, .minimum = 1, .maximum = 10'000'000, .sliderMinimum = 1, .sliderMaximum = 1000, .step = 1,
        .invalidates = model::Dependency::training, .group = kTraining},
    Parameter<model::Scenario>{
        .key = "holdout", .label = translatable("core", "Held out"), .symbol = "", .unit = "examples",
        .help = translatable("core", "How many of the examples after the first ones are held out of training, to test what was learnt."),
        .member = &model::Scenario::holdout, .minimum = 0, .maximum = 100'000, .sliderMinimum = 0, .sliderMaximum = 1000, .step = 1,
        .invalidates = model::Dependency::heldOut, .group = kTraining},
};
// clang-format on

/// The row of a number that an optimizer has of its own.
Parameter<model::Scenario> rowOf(const training::OptimizerNumber& number)
{
    return {.key = number.key,
        .label = number.label,
        .symbol = number.symbol,
        .unit = "",
        .help = number.help,
        .member = number.member,
        .minimum = number.minimum,
        .maximum = number.maximum,
        .sliderMinimum = number.sliderMinimum,
        .sliderMaximum = number.sliderMaximum,
        .step = number.step,
        .scale = number.logarithmic ? SliderScale::logarithmic : SliderScale::linear,
        .invalidates = model::Dependency::training,
        .group = kTraining,
        .idle = number.idle,
        .shortLabel = number.shortLabel};
}

/// With the optimizers' own numbers behind the momentum that several of them share, and the rows of types.
std::vector<Parameter<model::Scenario>> allRows()
{
    std::vector<Parameter<model::Scenario>> rows;
    for (const Parameter<model::Scenario>& row : kScenarioRows) {
        rows.push_back(row);
        if (row.key == "momentum_schedule")
            for (const training::OptimizerNumber* number : training::optimizerNumbers())
                rows.push_back(rowOf(*number));
        for (const ParameterType* type : typesRegistry())
            if (type->after == row.key)
                rows.push_back(type->row());
    }
    assert(rows.size() == kMemberCount<model::Scenario> && "every member of Scenario has one row");
    return rows;
}

} // namespace

std::span<const Parameter<model::Scenario>> scenarioParameters()
{
    static const std::vector<Parameter<model::Scenario>> rows = allRows();
    return rows;
}

} // namespace deltascope::parameters
