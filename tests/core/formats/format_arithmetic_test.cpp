// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 6.4, 6.6.
#include "core/support/oracle_table.h"
#include "core/support/reference_format.h"
#include "diagnosis/format_sentences.h"
#include "documents/document_json.h"
#include "formats/format_arithmetic.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace deltascope::formats {
namespace format_arithmetic_test {

constexpr std::size_t kHalf = 0, kBfloat = 1, kSingle = 2, kDouble = 3;

struct Computed {
    explicit Computed(const model::Scenario& of, FormatChoice choice = FormatChoice::every)
        : scenario(of)
        , data(dataOf(of))
        , network(of, data)
        , evaluation(*evaluation::evaluate(of, data, network))
        , formats(*formatArithmetic(of, data, network, evaluation, choice))
    {
    }

    const FormatPass& pass(std::size_t format) const { return *formats.passes[format]; }

    model::Scenario scenario;
    data::Dataset data;
    network::Network network;
    evaluation::Evaluation evaluation;
    FormatArithmetic formats;
};

model::Scenario linear(int depth, double weight, double target)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.target = target;
    scenario.activation = scenario.outputActivation = "identity";
    return scenario;
}

double log10Of(const FormatSpeed& speed)
{
    if (speed.kind == FormatSpeed::Kind::notANumber)
        return NAN;
    if (speed.kind == FormatSpeed::Kind::infinite)
        return HUGE_VAL;
    return speed.isZero() ? -HUGE_VAL : speed.size.log10();
}

TEST(Rounding, IsThatOfTheProcessorAndOfScaling)
{
    std::mt19937_64 random(1);
    numerics::Rounding half(numerics::floatFormats()[kHalf]), bfloat(numerics::floatFormats()[kBfloat]),
        single(numerics::floatFormats()[kSingle]), wide(numerics::floatFormats()[kDouble]);
    for (int i = 0; i < 400'000; ++i) {
        const int exponent = static_cast<int>(random() % 320) - 160;
        const double any = std::ldexp(static_cast<double>(random() >> 11) / 0x1p53 + 1, exponent);
        // of few bits, so that ties are met
        const double tie = std::ldexp(static_cast<double>(random() % 0x2000000), exponent / 2 - 12);
        for (const double value : {any, -any, tie, -tie}) {
            ASSERT_EQ(half(value), reference::toHalf(value)) << value;
            ASSERT_EQ(bfloat(value), reference::toBfloat(value)) << value;
            ASSERT_EQ(single(value), reference::toSingle(value)) << value;
            ASSERT_EQ(wide(value), value);
        }
    }
    for (const double value : {0.0, -0.0, HUGE_VAL, -HUGE_VAL})
        for (numerics::Rounding* each : {&half, &bfloat, &single, &wide}) {
            EXPECT_EQ((*each)(value), value);
            EXPECT_EQ(std::signbit((*each)(value)), std::signbit(value));
        }
    EXPECT_TRUE(std::isnan(half(NAN)));
}

TEST(Rounding, OfManyNumbersIsThatOfEach)
{
    std::mt19937_64 random(2);
    std::vector<double> values{
        0, -0.0, HUGE_VAL, -HUGE_VAL, 65504, 65519, 65520, 0x1p-24, 0x1p-25, 1 + 0x1p-11, 1 + 0x3p-11};
    for (int i = 0; i < 100'000; ++i)
        values.push_back(
            std::ldexp(static_cast<double>(random() >> 11) / 0x1p52 - 1, static_cast<int>(random() % 300) - 150));
    for (const numerics::FloatFormat& format : numerics::floatFormats()) {
        numerics::Rounding one(format), many(format);
        std::vector<double> results(values.size());
        many.round(values.data(), results.data(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            ASSERT_EQ(results[i], one(values[i])) << format.id << ' ' << values[i];
    }
}

TEST(Rounding, FlushesWhatIsSubnormal)
{
    numerics::Rounding half(numerics::floatFormats()[kHalf], numerics::Rounding::Underflow::flushed);
    EXPECT_EQ(half(0x1p-14), 0x1p-14);
    EXPECT_FALSE(half.underflowed());
    EXPECT_EQ(half(-0x1p-15), 0);
    EXPECT_TRUE(half.underflowed());
}

// 0.9 of four last places rounds to four, 0.6 of one to one: never 0 (the exact δ is 0.9^(L − l) and goes on falling).
TEST(FormatArithmetic, AFactorAboveOneHalfNeverReachesZero)
{
    const Computed nine(linear(400, 0.9, 1));
    EXPECT_EQ(nine.pass(kHalf).speed(1).size, numerics::Scaled::from(4 * 0x1p-24)); // 2.4·10⁻⁷
    EXPECT_LT(nine.evaluation.layer(1).speed.normOfMean.log10(), -18);
    EXPECT_EQ(nine.evaluation.precision[kHalf].lostAt, 400 - 165); // rounded once: 0.9^165 < 2^−25
    const diagnosis::FormatOutcome fate = diagnosis::outcomeOf(nine.formats, kHalf, nine.evaluation);
    EXPECT_EQ(fate.zero, 0);
    EXPECT_GT(fate.stuck, 200);
    EXPECT_TRUE(fate.constant);
    const Computed six(linear(300, 0.6, 1));
    EXPECT_EQ(six.pass(kSingle).speed(1).size, numerics::Scaled::from(0x1p-149)); // 1.4·10⁻⁴⁵
    EXPECT_LT(six.evaluation.layer(1).speed.normOfMean.log10(), -66);
    const std::vector<Message> said = diagnosis::precisionSentences(&nine.formats, nine.evaluation);
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said[0].english.starts_with("%1 would get stuck at %2 below layer %3")) << plainText(said[0]);
    EXPECT_EQ(said[0].arguments[0], Argument("float16"));
    EXPECT_EQ(said[0].arguments[2], Argument(fate.stuck + 1));
}

// Below one half it does: 0.25^L is held 74 times by float32 and 537 times by double, 25^L 27 and 220 times. δ^L = 1 in
// both, or −1.
TEST(FormatArithmetic, HoldsAsManyFactorsAsItsRange)
{
    model::Scenario scenario = linear(600, 1, -3);
    scenario.initializer = "balanced";
    scenario.activation = scenario.outputActivation = "sigmoid";
    scenario.target = -3.5; // δ^L = 4·¼ = 1, then factors of exactly ¼
    const Computed falling(scenario);
    EXPECT_EQ(diagnosis::outcomeOf(falling.formats, kSingle, falling.evaluation).zero, 600 - 75);
    EXPECT_EQ(diagnosis::outcomeOf(falling.formats, kDouble, falling.evaluation).zero, 600 - 538);
    scenario.weight = 100;
    const Computed growing(scenario);
    EXPECT_EQ(diagnosis::outcomeOf(growing.formats, kDouble, growing.evaluation).infinite, 600 - 221);
    EXPECT_EQ(diagnosis::outcomeOf(growing.formats, kSingle, growing.evaluation).infinite, 600 - 28);
}

TEST(FormatArithmetic, LosesTheWayForwardFirst)
{
    model::Scenario scenario = linear(100, 1, 0);
    scenario.width = scenario.inputs = 256;
    scenario.outputs = 10;
    scenario.initializer = "standard_normal";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    const Computed wide(scenario); // a grows by √256 = 16 a layer: 65504 = 16⁴ is passed in layer 4, 2¹²⁸ = 16³² in 32
    EXPECT_EQ(wide.pass(kHalf).overflowsAt, 4);
    EXPECT_EQ(wide.pass(kSingle).overflowsAt, 32);
    EXPECT_EQ(wide.pass(kDouble).overflow, FormatPass::Place::nowhere);
    for (int layer = 1; layer <= 100; ++layer)
        EXPECT_EQ(wide.pass(kSingle).speed(layer).kind, FormatSpeed::Kind::notANumber) << layer;
    const std::vector<Message> said = diagnosis::precisionSentences(&wide.formats, wide.evaluation);
    ASSERT_EQ(said.size(), 2u);
    EXPECT_EQ(said[0],
        (Message{"%1 would overflow on the way forward, in layer %2, and δ would not be a number (NaN) in any layer.",
            {"float16", 4}}));
    EXPECT_EQ(said[1].arguments[1], Argument(32));
    model::Scenario input = linear(3, 1e-3, 0);
    input.input = 70'000;
    const Computed start(input);
    EXPECT_EQ(start.pass(kHalf).overflow, FormatPass::Place::input);
    EXPECT_EQ(start.pass(kHalf).overflowsAt, 0);
    EXPECT_EQ(start.pass(kBfloat).overflow, FormatPass::Place::nowhere);
    model::Scenario weight = linear(3, 1e-3, 0);
    weight.layers = {{2, 1e5, {}}};
    EXPECT_EQ(Computed(weight).pass(kHalf).overflow, FormatPass::Place::parameters);
    EXPECT_EQ(Computed(weight).pass(kHalf).overflowsAt, 2);
}

// σ(∞) = 1 and σ′(∞) = 0: an overflow of z alone leaves numbers.
TEST(FormatArithmetic, AnOverflowCanLeaveNumbers)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.layers = {{2, 60'000.0, 60'000.0}};
    const Computed computed(scenario);
    EXPECT_EQ(computed.pass(kHalf).overflowsAt, 2);
    EXPECT_EQ(computed.pass(kHalf).overflow, FormatPass::Place::weightedInput);
    EXPECT_FALSE(computed.pass(kHalf).speed(3).isZero());
    EXPECT_TRUE(computed.pass(kHalf).speed(2).isZero());
}

// With a residual connection δ comes back below a layer that shows 0: nothing may be said of every layer below.
TEST(FormatArithmetic, ALostBranchIsNotLostBelow)
{
    model::Scenario scenario;
    scenario.depth = 10;
    scenario.outputActivation = "identity";
    scenario.residual = 1;
    scenario.layers = {{5, 1.0, -2000.0}}; // σ′ = 10^−868 there: no format holds δ₅, all hold δ₄
    const Computed computed(scenario);
    for (std::size_t i = 0; i < 4; ++i) {
        const diagnosis::FormatOutcome fate = diagnosis::outcomeOf(computed.formats, i, computed.evaluation);
        EXPECT_EQ(fate.zero, 0) << diagnosis::formatName(i);
        EXPECT_EQ(fate.zeros, 1) << diagnosis::formatName(i);
        EXPECT_FALSE(evaluation::lostBelow(
            numerics::floatFormats()[i], computed.evaluation, computed.evaluation.precision[i].lostAt));
    }
    const std::vector<Message> said = diagnosis::precisionSentences(&computed.formats, computed.evaluation);
    ASSERT_EQ(said.size(), 2u);
    EXPECT_EQ(said[0], (Message{"%1 would show 0 in one layer, but not below it.", {"float16"}}));
}

TEST(FormatArithmetic, FlushedSubnormalsAreLostEarlier)
{
    const Computed nine(linear(400, 0.9, 1));
    ASSERT_TRUE(nine.formats.flushed[kHalf]);
    const FormatPass& flushed = *nine.formats.flushed[kHalf];
    int zero = 0;
    while (zero < 400 && flushed.speed(zero + 1).isZero())
        ++zero;
    EXPECT_EQ(zero, 400 - 93); // 0.9^93 < 2^−14 (with 0.9 rounded to 0.89990)
    EXPECT_FALSE(nine.formats.flushed[kDouble]);
}

model::Scenario randomScenario(std::mt19937_64& random)
{
    const auto oneOf = [&](const auto& choices) { return choices[random() % std::size(choices)]; };
    model::Scenario scenario;
    const bool chain = random() % 3 == 0;
    constexpr int kDepths[] = {1, 2, 5, 20, 60};
    scenario.depth = oneOf(kDepths);
    scenario.width = chain ? 1 : 2 + static_cast<int>(random() % 6);
    scenario.inputs = chain ? 1 : 1 + static_cast<int>(random() % 5);
    scenario.outputs = chain ? 1 : 1 + static_cast<int>(random() % 4);
    constexpr const char* kActivations[] = {"sigmoid", "tanh", "relu", "identity", "selu", "gelu", "softplus"};
    constexpr const char* kOutputs[] = {"sigmoid", "tanh", "identity"};
    scenario.activation = oneOf(kActivations);
    scenario.outputActivation = oneOf(kOutputs);
    constexpr const char* kRules[] = {"constant", "balanced", "standard_normal", "glorot_uniform", "he_normal"};
    scenario.initializer = oneOf(kRules);
    constexpr double kWeights[] = {0.01, 0.3, 0.6, 0.9, 1, -1.5, 4, 100, 1e4};
    scenario.weight = oneOf(kWeights);
    scenario.bias = random() % 2 == 0 ? 0 : oneOf(kWeights);
    constexpr double kGains[] = {0.01, 0.5, 1, 3, 100};
    scenario.gain = oneOf(kGains);
    scenario.seed = static_cast<std::int64_t>(random() % 1000);
    scenario.data = random() % 2 == 0 ? "constant" : "gaussian";
    constexpr double kInputs[] = {0.5, 1, -3, 1e-8, 1e5};
    scenario.input = oneOf(kInputs);
    scenario.target = oneOf(kInputs);
    scenario.examples = random() % 2 == 0 ? 1 : 2 + static_cast<int>(random() % 9);
    if (random() % 3 == 0)
        scenario.residual = 1;
    if (random() % 3 == 0 && scenario.width > 1)
        scenario.normalization = scenario.examples > 1 && random() % 2 == 0 ? "batch"
            : random() % 2 == 0                                             ? "layer"
                                                                            : "rms";
    if (scenario.outputActivation == "sigmoid" && random() % 2 == 0)
        scenario.loss = "cross_entropy";
    if (scenario.outputActivation == "identity" && random() % 2 == 0)
        scenario.loss = "softmax";
    if (scenario.loss != "quadratic") // a target is a probability then
        scenario.target = std::abs(scenario.target) > 1 ? 1 : std::abs(scenario.target);
    return scenario;
}

reference::Outcome referenceOf(const Computed& computed, std::size_t format)
{
    constexpr reference::Rounder kRounders[] = {
        reference::toHalf, reference::toBfloat, reference::toSingle, reference::toDouble};
    if (format == kDouble)
        return reference::Reference<double>(computed.scenario, computed.data, computed.network, kRounders[format])
            .run();
    return reference::Reference<float>(computed.scenario, computed.data, computed.network, kRounders[format]).run();
}

TEST(FormatArithmetic, IsWhatPlainLoopsGiveInRandomScenarios)
{
    std::mt19937_64 random(20);
    int lost = 0;
    for (int trial = 0; trial < 400; ++trial) {
        const Computed computed(randomScenario(random));
        for (std::size_t i = 0; i < 4; ++i) {
            const reference::Outcome expected = referenceOf(computed, i);
            const FormatPass& pass = computed.pass(i);
            SCOPED_TRACE(testing::Message() << "trial " << trial << " in " << diagnosis::formatName(i));
            EXPECT_EQ(pass.overflow == FormatPass::Place::nowhere ? -1 : pass.overflowsAt, expected.overflowsAt);
            for (int l = 1; l <= computed.scenario.depth; ++l) {
                const double shown = log10Of(pass.speed(l)), right = expected.speeds[static_cast<std::size_t>(l - 1)];
                if (std::isnan(right)) {
                    ASSERT_TRUE(std::isnan(shown)) << l;
                } else if (std::isinf(right)) {
                    ASSERT_EQ(shown, right) << l;
                } else {
                    ASSERT_NEAR(shown, right, 1e-12 * std::max(1.0, std::abs(right))) << l;
                }
            }
            lost += diagnosis::loses(computed.formats, i, computed.evaluation);
        }
    }
    EXPECT_GT(lost, 300);
}

// What the diagnosis leaves out because it lies far from a format's ends is lost nowhere; save where the forward pass
// is so chaotic that eight bits end up anywhere.
TEST(FormatArithmetic, OnlyFormatsNearTheirEndsLoseSomething)
{
    std::mt19937_64 random(21);
    int left = 0;
    std::vector<std::string> overlooked;
    for (int trial = 0; trial < 600; ++trial) {
        const Computed computed(randomScenario(random));
        const std::array<bool, 4> near = nearTheirEnds(computed.data, computed.network, computed.evaluation);
        for (std::size_t i = 0; i < 4; ++i) {
            if (!near[i] && diagnosis::loses(computed.formats, i, computed.evaluation))
                overlooked.push_back(documents::writeScenario(computed.scenario)
                    + plainText(diagnosis::outcomeInBrief(computed.formats, i, computed.evaluation)));
            left += !near[i];
        }
    }
    EXPECT_GT(left, 600);
    EXPECT_LE(overlooked.size(), 2u) << testing::PrintToString(overlooked);
}

TEST(FormatArithmetic, ManyExamplesAreBounded)
{
    model::Scenario scenario;
    scenario.depth = 3000;
    scenario.examples = 1000;
    scenario.data = "gaussian";
    const network::Network network = networkOf(scenario);
    EXPECT_EQ(examplesForFormats(network, 1000), (1 << 21) / 3000);
    scenario.depth = 4;
    EXPECT_EQ(examplesForFormats(networkOf(scenario), 1000), 1000);
}

TEST(FormatArithmetic, StopsWhereAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const Computed computed(linear(4, 1, 0));
    EXPECT_FALSE(formatArithmetic(computed.scenario, computed.data, computed.network, computed.evaluation,
        FormatChoice::every, stop.get_token()));
}

// Every operation made exactly in fractions and rounded once (oracles/float_formats.py).
TEST(FormatArithmetic, IsExactArithmeticRoundedAfterEachOperation)
{
    const nlohmann::json table = oracleTable("float_formats.json");
    ASSERT_GT(table.size(), 10u);
    for (const nlohmann::json& row : table) {
        const nlohmann::json& chain = row["chain"];
        model::Scenario scenario = linear(chain["depth"], chain["weight"], chain["target"]);
        scenario.bias = chain["bias"];
        scenario.input = chain["input"];
        scenario.residual = chain["residual"];
        scenario.activation = chain["activation"];
        scenario.outputActivation = chain["output_activation"];
        scenario.initializer = chain["initializer"];
        const Computed computed(scenario);
        for (std::size_t i = 0; i < 4; ++i) {
            const nlohmann::json& deltas = row["delta"][diagnosis::formatName(i)];
            for (int l = 1; l <= scenario.depth; ++l) {
                const numerics::Scaled expected = numerics::abs(
                    numerics::Scaled::from(std::stod(deltas[static_cast<std::size_t>(l - 1)].get<std::string>())));
                const FormatSpeed& shown = computed.pass(i).speed(l);
                ASSERT_EQ(shown.kind, FormatSpeed::Kind::number);
                if (i == kDouble) { // f in doubles is right to its last digit or two
                    ASSERT_LT(relativeError(shown.size, expected), 1e-12) << chain << l;
                } else {
                    ASSERT_EQ(shown.size, expected) << chain << ' ' << diagnosis::formatName(i) << ' ' << l;
                }
            }
        }
    }
}

} // namespace format_arithmetic_test
} // namespace deltascope::formats
