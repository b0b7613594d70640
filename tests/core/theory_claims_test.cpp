// SPDX-License-Identifier: GPL-3.0-or-later
// Every number and every "because" that figures say of mean field theory, on random scenarios, against arithmetic of
// the test's own: integrals by a trapezoid over ln |x| on either side of 0, sequences of q layer by layer, example by
// example.
#include "balance_by_chance.h"
#include "figure_checks.h"
#include "figures/figure_kind.h"
#include "initializers/initializer.h"
#include "io/document_json.h"
#include "normalization.h"
#include "registry.h"
#include "speed_ratios.h"
#include "theory/network_spectrum.h"
#include "theory/phase_diagram.h"
#include "theory/prediction.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <regex>

namespace deltascope {
namespace {

struct Moments {
    double mean = 0, square = 0, slope = 0;
};

class Integrals {
public:
    Integrals()
    {
        for (int i = -240; i <= 18; ++i) {
            m_x.push_back(std::exp(kStep * i));
            m_weight.push_back(
                kStep * m_x.back() * std::exp(-0.5 * m_x.back() * m_x.back()) / std::sqrt(2 * std::numbers::pi));
        }
    }

    Moments of(const Activation& f, double q) const
    {
        Moments moments;
        for (std::size_t i = 0; i < m_x.size(); ++i)
            for (const double z : {std::sqrt(q) * m_x[i], -std::sqrt(q) * m_x[i]}) {
                const double value = f.value(z), slope = f.derivative(z);
                moments.mean += m_weight[i] * value;
                moments.square += m_weight[i] * value * value;
                moments.slope += m_weight[i] * slope * slope;
            }
        return moments;
    }

private:
    static constexpr double kStep = 0.15;
    std::vector<double> m_x, m_weight;
};

const Integrals kIntegrals;

const Activation& activation(const std::string& id)
{
    return *findKind(activationsRegistry(), id);
}

std::string everythingSaid(const Figure& figure)
{
    std::string text = plainText(figure.caption);
    for (const Message& note : figure.notes)
        text += "\n" + plainText(note);
    return text;
}

/// The numbers in the first match of an expression with groups of numbers; empty where there is none.
std::vector<double> numbersIn(const std::string& text, const std::string& expression)
{
    static const std::string number = R"((-?[0-9.]+(?:e[-+]?[0-9]+)?))";
    std::string pattern;
    for (const char c : expression)
        pattern += c == '#' ? number : std::string(1, c);
    std::smatch match;
    std::vector<double> numbers;
    if (std::regex_search(text, match, std::regex(pattern)))
        for (std::size_t i = 1; i < match.size(); ++i)
            numbers.push_back(std::stod(match[i].str()));
    return numbers;
}

double variance(const Scenario& scenario, int fanIn, int fanOut)
{
    return std::pow(scenario.gain, 2)
        * findKind(initializersRegistry(), scenario.initializer)->weightVariance(fanIn, fanOut);
}

double biasVariance(const Scenario& scenario)
{
    const Initializer& rule = *findKind(initializersRegistry(), scenario.initializer);
    return std::pow(rule.usesBiasDeviation ? scenario.biasDeviation : rule.biasDeviation, 2);
}

/// χ₁ where q settles from `start`, and that q; nothing where 20 000 layers do not settle it.
struct Settled {
    double q = 0, factor = 0;
    bool grows = false, known = false;
};

Settled settled(const Scenario& scenario, double q)
{
    const Activation& f = activation(scenario.activation);
    const double weight = variance(scenario, scenario.width, scenario.width), bias = biasVariance(scenario);
    const bool normalized = scenario.normalization == "layer";
    for (int layer = 0; layer < 20'000; ++layer) {
        const Moments moments = kIntegrals.of(f, q);
        const double v = weight * moments.square, scale = normalized ? v + kNormalizationEpsilon : 1;
        const double next = v / scale + bias;
        if (next > 1e12 || (next < 1e-12 && bias == 0 && next < q))
            return {
                next > 1 ? std::numeric_limits<double>::infinity() : 0, weight * moments.slope / scale, next > 1, true};
        if (std::abs(next - q) < 1e-10 * q)
            return {next, weight * moments.slope / scale, false, true};
        q = next;
    }
    return {};
}

double inLayer1(const Scenario& scenario, double meanSquare)
{
    const double v = variance(scenario, scenario.inputs, scenario.width) * meanSquare;
    return (scenario.normalization == "layer" ? v / (v + kNormalizationEpsilon) : v) + biasVariance(scenario);
}

void expectPhaseIsTrue(const Scenario& scenario, const std::string& text, const Settled& truth)
{
    const std::string where = writeScenario(scenario) + "\n" + text;
    const double factor = truth.factor;
    if (std::abs(factor - 1) < 3e-6)
        return; // either word is right
    const auto said = numbersIn(text, "σw = #, σb = #: χ₁ = #");
    ASSERT_EQ(said.size(), 3u) << where;
    EXPECT_NEAR(said[0], std::sqrt(variance(scenario, scenario.width, scenario.width)), 1e-3 * said[0] + 1e-9) << where;
    EXPECT_NEAR(said[1], std::sqrt(biasVariance(scenario)), 1e-3 * said[1] + 1e-9) << where;
    EXPECT_NEAR(said[2], factor, 6e-4 * factor) << where;
    EXPECT_NE(said[2], 1) << where;
    EXPECT_EQ(text.find(" < 1: ") != std::string::npos, factor < 1) << where;
    EXPECT_EQ(text.find("shrinks") != std::string::npos, factor < 1) << where;
    EXPECT_EQ(text.find("grows by") != std::string::npos, factor > 1) << where;
    const double relative = 0.01 + 1e-6 / std::abs(factor - 1); // q settled to 1e-10 only
    const auto layers = numbersIn(text, "by e in # layers");
    ASSERT_EQ(layers.size(), 1u) << where;
    EXPECT_NEAR(layers[0], std::abs(2 / std::log(factor)), relative * layers[0]) << where;
    if (const auto root = numbersIn(text, "√χ₁ = #"); !root.empty()) {
        EXPECT_NEAR(root[0], std::sqrt(factor), 1e-3 * root[0]) << where;
    } else {
        const auto percent = numbersIn(text, "by # %");
        ASSERT_EQ(percent.size(), 1u) << where;
        EXPECT_NEAR(percent[0], 100 * std::abs(std::sqrt(factor) - 1), (0.06 + relative) * percent[0]) << where;
    }
    const auto whole = numbersIn(text, "From layer # back to layer 1 that makes a factor of #");
    ASSERT_EQ(whole.size(), 2u) << where;
    EXPECT_EQ(whole[0], scenario.depth) << where;
    EXPECT_NEAR(std::log10(whole[1]), (scenario.depth - 1) * std::log10(factor) / 2, 0.003 * scenario.depth) << where;
}

void expectPlaceIsTrue(const std::string& text, const Settled& truth)
{
    EXPECT_EQ(text.find("grows without end") != std::string::npos, truth.grows) << text;
    if (truth.grows)
        return;
    const auto place = numbersIn(text, "settles at q. = #");
    ASSERT_EQ(place.size(), 1u) << text;
    EXPECT_NEAR(place[0], truth.q, 1e-3 * truth.q + 1e-11) << text;
}

class RandomScenarios {
public:
    explicit RandomScenarios(unsigned seed)
        : m_random(seed)
    {
    }

    Scenario next()
    {
        static constexpr std::array kRules{"mean_field", "mean_field", "lecun_normal", "glorot_uniform", "he_normal",
            "scaled_normal", "orthogonal", "glorot_standard", "standard_normal", "sparse"};
        Scenario scenario;
        const auto activations = activationsRegistry();
        scenario.activation = activations[index(activations.size())]->id;
        scenario.outputActivation = activations[index(activations.size())]->id;
        scenario.initializer = kRules[index(kRules.size())];
        scenario.gain = index(4) == 0 ? 1 : std::exp(real(-1.5, 1.2));
        scenario.biasDeviation = index(3) == 0 ? 0 : real(0, 1.5);
        scenario.inputs = 1 + static_cast<int>(index(6));
        scenario.width = 2 + static_cast<int>(index(9));
        scenario.outputs = 1 + static_cast<int>(index(3));
        scenario.depth = 2 + static_cast<int>(index(12));
        scenario.seed = static_cast<std::int64_t>(1 + index(1000));
        scenario.input = real(-3, 3);
        if (index(2) == 0) {
            scenario.data = "gaussian";
            scenario.meanSquare = std::exp(real(-3, 3));
            scenario.examples = 1 + static_cast<int>(index(9));
        }
        scenario.normalization = index(5) == 0 ? "layer" : "none";
        scenario.residual = index(3) == 0 ? real(0.1, 1.2) : 0;
        return scenario;
    }

    std::size_t index(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
    double real(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }

private:
    std::mt19937 m_random;
};

TEST(TheoryClaims, OfThePhaseDiagram)
{
    RandomScenarios random(3);
    const FigureKind& phase = *findKind(figuresRegistry(), "phase");
    int known = 0;
    for (int i = 0; i < 150; ++i) {
        Document document;
        Scenario& scenario = document.scenario = random.next();
        scenario.examples = 1;
        scenario.residual = 0;
        // The point and its words alone: the map costs more and has tests of its own.
        const Dataset data = *makeDataset(scenario);
        PhaseDiagram diagram;
        diagram.columns = diagram.rows = 1;
        diagram.log10Factors = {0};
        diagram.current = phasePoint(scenario);
        diagram.destinations = *destinations(scenario, data);
        diagram.fixedPoint = diagram.destinations.reached.front().point;
        Snapshot snapshot;
        snapshot.scenario = scenario;
        snapshot.phase = std::make_shared<const PhaseDiagram>(diagram);
        const std::string text = everythingSaid(phase.build(snapshot, document.view));
        const double start = inLayer1(scenario, data.inputs.squaredNorm() / static_cast<double>(data.inputs.size()));
        const Settled truth = settled(scenario, start);
        if (!truth.known || diagram.destinations.everywhere)
            continue;
        ++known;
        expectPhaseIsTrue(scenario, text, truth);
        expectPlaceIsTrue(text, truth);
    }
    EXPECT_GE(known, 120);
}

TEST(TheoryClaims, OfThePhaseDiagramAtItsEdges)
{
    const FigureKind& phase = *findKind(figuresRegistry(), "phase");
    const auto said = [&](const char* f, double gain, double bias, double input) {
        Document document;
        document.scenario.activation = f;
        document.scenario.initializer = "mean_field";
        document.scenario.gain = gain;
        document.scenario.biasDeviation = bias;
        document.scenario.width = document.scenario.inputs = 40;
        document.scenario.depth = 6;
        document.scenario.input = input;
        return everythingSaid(phase.build(computeSnapshot(document, phase.needs), document.view));
    };
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    const double root2 = std::sqrt(2.0);
    const std::string he = said("relu", root2, 0, 3);
    EXPECT_TRUE(has(he, "χ₁ = 1 to within 10⁻⁶, critical")) << he;
    EXPECT_TRUE(has(he, "stays what it is from layer to layer, whatever it is: at q* = 18")) << he;
    EXPECT_FALSE(has(he, "without end")) << he;
    const std::string biased = said("relu", root2, 0.1, 3);
    EXPECT_TRUE(has(biased, "critical") && has(biased, "grows without end")) << biased;
    const std::string leaky = said("leaky_relu", root2, 0, 1);
    EXPECT_TRUE(has(leaky, "χ₁ = 1.0001 > 1")) << leaky;
    EXPECT_TRUE(has(leaky, "grows by 0.005 % a layer, by e in 2e4 layers") || has(leaky, "by e in 20001 layers"))
        << leaky;
    const std::string softplus = said("softplus", root2, 0, 1);
    EXPECT_TRUE(has(softplus, "grows without end")) << softplus;
    EXPECT_FALSE(has(softplus, "settles")) << softplus;
    const std::string low = said("gelu", 1.45, 0, 1), high = said("gelu", 1.45, 0, 2);
    EXPECT_TRUE(has(low, "χ₁ = 0.5256 < 1") && has(low, "settles at q* = 0 here")) << low;
    EXPECT_TRUE(has(high, "χ₁ = 1.051 > 1") && has(high, "grows without end")) << high;
    for (const std::string& text : {low, high})
        EXPECT_TRUE(has(text,
            "Where q goes depends on where it starts in layer 1: from below 3.044 to 0 (χ₁ = 0.5256), from above 3.044 "
            "to ∞ (χ₁ = 1.051)."))
            << text;
    const std::string swish = said("swish", 1.45, 0.4, std::sqrt(10.0));
    EXPECT_TRUE(has(swish, "grows without end")) << swish;
    EXPECT_TRUE(has(swish, "from below 7.253 to 0.4719 (χ₁ = 0.6967), from above 7.253 to ∞ (χ₁ = 1.051)")) << swish;
    const std::string nothing = said("tanh", 0, 1, 1);
    EXPECT_TRUE(has(nothing, "χ₁ = 0: in infinitely wide layers no gradient comes back")) << nothing;
    const std::string zero = said("relu", 1, 0, 0); // z = 0 exactly, and f′(0) = 0
    EXPECT_TRUE(has(zero, "χ₁ = 0")) << zero;
    for (const double gain : {1 - 4e-7, 1.0, 1 + 4e-7})
        EXPECT_TRUE(has(said("identity", gain, 0, 1), "critical")) << gain;
    EXPECT_TRUE(has(said("identity", 1 - 6e-7, 0, 1), "χ₁ = 0.9999988 < 1"));
    EXPECT_TRUE(has(said("identity", 1 + 6e-7, 0, 1), "χ₁ = 1.0000012 > 1"));
}

TEST(TheoryClaims, OfExamplesThatGoToDifferentPlaces)
{
    Document document;
    Scenario& scenario = document.scenario;
    scenario.activation = "gelu";
    scenario.initializer = "mean_field";
    scenario.gain = 1.45;
    scenario.inputs = 2;
    scenario.width = 30;
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = 60;
    const FigureKind& phase = *findKind(figuresRegistry(), "phase");
    const Snapshot snapshot = computeSnapshot(document, phase.needs);
    const Figure figure = phase.build(snapshot, document.view);
    int low = 0;
    for (int x = 0; x < 60; ++x)
        low += settled(scenario, inLayer1(scenario, snapshot.data->inputs.col(x).squaredNorm() / 2)).q == 0;
    ASSERT_GT(low, 30); // most
    ASSERT_LT(low, 60);
    const std::string text = everythingSaid(figure),
                      low60 = "For " + std::to_string(low) + " of 60 examples: σw = 1.45";
    EXPECT_EQ(text.find(low60), 0u) << text;
    EXPECT_NE(text.find("to 0 (χ₁ = 0.5256) for " + std::to_string(low) + ", to ∞ (χ₁ = 1.051) for "
                  + std::to_string(60 - low) + " of them."),
        std::string::npos)
        << text;
}

/// E‖δ^l‖² from the measured ones of the last layer, example by example.
std::vector<double> predictedSquares(const Scenario& scenario, const Dataset& data, const Evaluation& evaluation)
{
    const auto depth = static_cast<std::size_t>(scenario.depth);
    std::vector<double> squares(depth, 0.0);
    for (int x = 0; x < data.examples(); ++x) {
        std::vector<double> slope(depth), weight(depth), residual(depth);
        double mean = data.inputs.col(x).mean(), square = data.inputs.col(x).squaredNorm() / scenario.inputs; // of a
        for (std::size_t i = 0; i < depth; ++i) {
            const bool hidden = i + 1 < depth;
            const int fanIn = i == 0 ? scenario.inputs : scenario.width;
            const int fanOut = hidden ? scenario.width : scenario.outputs;
            weight[i] = variance(scenario, fanIn, fanOut);
            residual[i] = hidden && fanIn == fanOut ? scenario.residual : 0;
            double q = weight[i] * square;
            if (hidden && scenario.normalization == "layer") {
                weight[i] /= q + kNormalizationEpsilon;
                q /= q + kNormalizationEpsilon;
            }
            q += biasVariance(scenario);
            const Moments moments = kIntegrals.of(activation(scenario.activation), q);
            slope[i] = moments.slope;
            square = moments.square + 2 * residual[i] * moments.mean * mean + residual[i] * residual[i] * square;
            mean = moments.mean + residual[i] * mean;
        }
        const double last = std::pow(evaluation.outputSpeeds[static_cast<std::size_t>(x)].nearestDouble(), 2);
        squares[depth - 1] += last / data.examples();
        double gradient = last * weight[depth - 1]; // E‖∂C/∂a‖²
        for (std::size_t i = depth - 1; i-- > 0;) {
            squares[i] += slope[i] * gradient / data.examples();
            gradient *= weight[i] * slope[i] + residual[i] * residual[i];
        }
    }
    return squares;
}

TEST(TheoryClaims, OfTheLineBesideTheSpeeds)
{
    RandomScenarios random(5);
    const FigureKind& speed = *findKind(figuresRegistry(), "learning_speed");
    int farthest = 0;
    for (int i = 0; i < 200; ++i) {
        Document document;
        document.scenario = random.next();
        const Snapshot snapshot = computeSnapshot(document, Need::evaluation | Need::theory);
        ASSERT_TRUE(snapshot.theory);
        const Evaluation& evaluation = *snapshot.evaluation;
        if (evaluation.layers.back().speed.rms < Scaled::from(1e-100))
            continue; // beyond the doubles of this test
        const std::vector<double> squares = predictedSquares(document.scenario, *snapshot.data, evaluation);
        const std::string text = everythingSaid(speed.build(snapshot, document.view));
        int worst = 0;
        double worstDecades = 0;
        for (std::size_t l = 0; l < squares.size(); ++l) {
            const Scaled predicted = snapshot.theory->layers[l].rms, measured = evaluation.layers[l].speed.rms;
            if (squares[l] < 1e-250)
                continue;
            EXPECT_NEAR(predicted.log10(), std::log10(squares[l]) / 2, 2e-6) << i << ", layer " << l + 1;
            if (measured.isZero() || l + 1 == squares.size())
                continue;
            const double decades = measured.log10() - std::log10(squares[l]) / 2;
            if (std::abs(decades) > std::abs(worstDecades)) {
                worst = static_cast<int>(l) + 1;
                worstDecades = decades;
            }
        }
        const auto said = numbersIn(text, "is farthest from it in layer #: # times as fast");
        if (said.empty())
            continue;
        ++farthest;
        EXPECT_NEAR(std::log10(said[1]), worstDecades, 1e-3) << text;
        if (static_cast<int>(said[0]) != worst) { // two alike
            EXPECT_NEAR(std::abs(*snapshot.theory->layers[static_cast<std::size_t>(said[0]) - 1].residual),
                std::abs(worstDecades), 1e-5)
                << text;
        }
        EXPECT_EQ(text.find("15 weights only") != std::string::npos,
            document.scenario.initializer == "sparse" && document.scenario.width > 15)
            << text;
    }
    EXPECT_GE(farthest, 150);
}

TEST(TheoryClaims, OfDeadLayersBesideTheLine)
{
    Document document;
    Scenario& scenario = document.scenario;
    scenario.activation = scenario.outputActivation = "relu";
    scenario.outputActivation = "identity";
    scenario.initializer = "he_normal";
    scenario.inputs = scenario.width = 2; // a layer is dead in one of four
    scenario.depth = 12;
    scenario.outputs = 1;
    int dead = 0;
    scenario.bias = 0;
    scenario.target = 5;
    for (scenario.seed = 1; scenario.seed <= 20; ++scenario.seed) {
        const Snapshot snapshot = computeSnapshot(document, Need::evaluation | Need::theory);
        const std::string text =
            everythingSaid(findKind(figuresRegistry(), "learning_speed")->build(snapshot, document.view));
        const bool none =
            snapshot.evaluation->layer(1).speed.rms.isZero() && !snapshot.evaluation->layer(12).speed.rms.isZero();
        dead += none;
        EXPECT_EQ(text.find("Mean field has no exact zeros in wide layers") != std::string::npos, none) << text;
    }
    EXPECT_GE(dead, 5);
}

TEST(TheoryClaims, OfTheRatioByDepth)
{
    RandomScenarios random(9);
    const FigureKind& ratio = *findKind(figuresRegistry(), "speed_ratio");
    int compared = 0;
    for (int i = 0; i < 80; ++i) {
        Document document;
        document.scenario = random.next();
        const Snapshot snapshot = computeSnapshot(document, ratio.needs | needs(Need::evaluation));
        const std::string text = everythingSaid(ratio.build(snapshot, document.view));
        const std::vector<double> squares = predictedSquares(document.scenario, *snapshot.data, *snapshot.evaluation);
        const auto said = numbersIn(text,
            "At depth # layer 1 learns # times as fast as the last layer; mean field "
            "predicts # times");
        if (said.empty() || squares.front() < 1e-250)
            continue;
        ++compared;
        EXPECT_EQ(said[0], document.scenario.depth);
        const Evaluation& evaluation = *snapshot.evaluation;
        const Scaled first = evaluation.layers.front().speed.normOfMean;
        if (!first.isZero()) {
            EXPECT_NEAR(std::log10(said[1]), (first / evaluation.layers.back().speed.normOfMean).log10(), 1e-3) << text;
        }
        EXPECT_NEAR(std::log10(said[2]), std::log10(squares.front() / squares.back()) / 2, 1e-3) << text;
    }
    EXPECT_GE(compared, 60);
}

TEST(TheoryClaims, OfTheMedianSingularValue)
{
    Document document;
    document.scenario.initializer = "lecun_normal";
    document.scenario.inputs = document.scenario.width = document.scenario.outputs = 4;
    const FigureKind& spectrum = *findKind(figuresRegistry(), "jacobian_spectrum");
    const Snapshot snapshot = computeSnapshot(document, spectrum.needs);
    const Figure figure = spectrum.build(snapshot, document.view);
    const Line* median = findElement<Line>(figure.panels.back(), "median σ");
    ASSERT_TRUE(median);
    for (std::size_t i = 0; i < 4; ++i) {
        const Spectrum& values = snapshot.spectrum->layers[i].factor;
        EXPECT_NEAR(median->y[i], (values[1].log10() + values[2].log10()) / 2, 1e-12);
    }
}

TEST(TheoryClaims, OfRatiosBeyondWhatIsHeld)
{
    BalanceByChance balance{.count = 40, .done = 40, .depths = {}};
    const double infinity = std::numeric_limits<double>::infinity();
    balance.depths = {
        {2, {0.1, 0.2, 0.3}, 0.9999, 1, 0}, {3, {2, 3, 1.3e18}, 0, 0, 0}, {4, {2, 1.3e18, infinity}, 0, 0, 4}};
    Snapshot snapshot;
    snapshot.scenario.initializer = "standard_normal";
    snapshot.scenario.depth = 4;
    snapshot.balance = std::make_shared<const BalanceByChance>(balance);
    const FigureKind& kind = *findKind(figuresRegistry(), "balance_by_chance");
    const std::string text = everythingSaid(kind.build(snapshot, {}));
    EXPECT_NE(text.find("At depth 3, 4 the ratio is beyond what is held"), std::string::npos) << text;
    EXPECT_NE(text.find("At depth 4 a layer does not learn at all in 5 %"), std::string::npos) << text;
    EXPECT_EQ(text.find("in half of the networks or more"), std::string::npos) << text;
    balance.depths.resize(1);
    snapshot.scenario.depth = 2;
    snapshot.balance = std::make_shared<const BalanceByChance>(balance);
    const std::string almost = everythingSaid(kind.build(snapshot, {}));
    EXPECT_NE(almost.find("99.99 % learn within a factor 2 and 100 % within a factor 10"), std::string::npos) << almost;
}

} // namespace
} // namespace deltascope
