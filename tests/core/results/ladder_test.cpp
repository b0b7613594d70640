// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder: what its rungs share, that each is what its own scenario gives, and what the remedies are known to do.
// core/maths.md 12.5.
#include "results/ladder.h"

#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::results {

namespace ladder_test {

model::Scenario wide(int depth)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.width = 64;
    scenario.inputs = 64;
    scenario.outputs = 10;
    scenario.data = "gaussian";
    scenario.examples = 16;
    scenario.seed = 7;
    return scenario;
}

double decadesLost(const LadderRung& rung)
{
    const evaluation::Evaluation& evaluation = *rung.evaluation;
    return (evaluation.layer(1).speed.normOfMean / evaluation.layer(evaluation.depth()).speed.normOfMean).log10();
}

TEST(Ladder, RungsShareSeedShapeAndData)
{
    const model::Scenario given = wide(20);
    const Ladder ladder = ladderOf(given);
    ASSERT_EQ(ladder.rungs.size(), 6u);
    EXPECT_TRUE(ladder.changes.empty());
    EXPECT_FALSE(ladder.complete());
    for (const LadderRung& rung : ladder.rungs) {
        EXPECT_FALSE(parameters::validate(rung.scenario)) << rung.name;
        model::Scenario back = rung.scenario;
        back.activation = given.activation;
        back.initializer = given.initializer;
        back.residual = given.residual;
        back.normalization = given.normalization;
        EXPECT_EQ(back, given) << rung.name;
    }
}

TEST(Ladder, AChainBecomesAWideNetworkAndSaysSo)
{
    model::Scenario chain;
    chain.layers = {{2, 3.0, std::nullopt}};
    chain.gain = 2;
    const Ladder ladder = ladderOf(chain);
    EXPECT_EQ(ladder.rungs.front().scenario.width, 30);
    EXPECT_EQ(ladder.rungs.front().scenario.examples, 32);
    EXPECT_EQ(ladder.rungs.front().scenario.data, "gaussian");
    EXPECT_EQ(ladder.changes.size(), 4u); // width, data, examples, gain
    EXPECT_EQ(plainText(ladder.changes.front()), "Width = 30");
    EXPECT_TRUE(evaluateLadder(chain).complete());
}

TEST(Ladder, EveryRungIsWhatItsScenarioGives)
{
    int steps = 0;
    const Ladder ladder = evaluateLadder(wide(12), {}, [&](const Ladder& sofar) {
        ++steps;
        EXPECT_EQ(sofar.complete(), steps == 6);
    });
    EXPECT_EQ(steps, 6);
    for (const LadderRung& rung : ladder.rungs) {
        const evaluation::Evaluation alone = evaluation::evaluate(rung.scenario, *data::makeDataset(rung.scenario));
        for (int l = 1; l <= 12; ++l)
            EXPECT_EQ(rung.evaluation->layer(l).speed.normOfMean, alone.layer(l).speed.normOfMean) << rung.name;
    }
}

// σ′ ≤ 1/4 makes a factor n_in·Var w·⟨σ′²⟩ of at most 1/16 a layer under Glorot (σ_w² = 1): the root of it in a norm.
// tanh under Glorot and ReLU under He keep it near 1.
TEST(Ladder, ShowsWhatTheRemediesAreKnownToDo)
{
    const Ladder ladder = evaluateLadder(wide(20));
    const double glorotSigmoid = decadesLost(ladder.rungs[1]);
    EXPECT_LT(glorotSigmoid, 19 * std::log10(0.25) + 1.5);
    EXPECT_GT(decadesLost(ladder.rungs[2]), -1.5);
    EXPECT_GT(decadesLost(ladder.rungs[3]), -2);
    EXPECT_LT(decadesLost(ladder.rungs[3]), 2);
    EXPECT_GT(decadesLost(ladder.rungs[4]), decadesLost(ladder.rungs[3])); // (1 + f′w) grows the gradient
    EXPECT_GT(decadesLost(ladder.rungs[5]), 0.5); // batch normalization explodes: Yang et al. (2019)
}

TEST(Ladder, StopsBetweenRungs)
{
    std::stop_source stop;
    int steps = 0;
    const Ladder ladder = evaluateLadder(wide(5), stop.get_token(), [&](const Ladder&) {
        if (++steps == 2)
            stop.request_stop();
    });
    EXPECT_EQ(steps, 2);
    EXPECT_FALSE(ladder.complete());
    EXPECT_FALSE(ladder.rungs[2].evaluation);
    EXPECT_FALSE(ladder.rungs[2].refused);
}

TEST(Ladder, TheFigureHasSixCurvesThatMeetAtTheLastLayer)
{
    const figures::FigureKind* kind = findKind(figures::figuresRegistry(), "ladder");
    ASSERT_TRUE(kind);
    const figures::Figure figure = kind->build(computeSnapshot({wide(8), {}, {}}, kind->needs()), {}, {});
    int curves = 0;
    for (const figures::Element& element : figure.panels.front().elements)
        if (const figures::Line* line = std::get_if<figures::Line>(&element)) {
            ++curves;
            EXPECT_EQ(line->layers.back(), 8);
            EXPECT_NEAR(line->y.back(), 0, 1e-15);
        }
    EXPECT_EQ(curves, 6);
    EXPECT_NE(plainText(figure.caption).find("ReLU, He, batch norm"), std::string::npos);
}

TEST(Ladder, RungsAreWhatTheirNamesSay)
{
    struct Rung {
        const char *activation, *initializer, *normalization;
        double residual;
    };
    constexpr Rung kRungs[] = {{"sigmoid", "standard_normal", "none", 0}, {"sigmoid", "glorot_uniform", "none", 0},
        {"tanh", "glorot_uniform", "none", 0}, {"relu", "he_normal", "none", 0}, {"relu", "he_normal", "none", 1},
        {"relu", "he_normal", "batch", 0}};
    const Ladder ladder = ladderOf(wide(20));
    ASSERT_EQ(ladder.rungs.size(), std::size(kRungs));
    for (std::size_t i = 0; i < std::size(kRungs); ++i) {
        const model::Scenario& scenario = ladder.rungs[i].scenario;
        EXPECT_EQ(scenario.activation, kRungs[i].activation) << i;
        EXPECT_EQ(scenario.initializer, kRungs[i].initializer) << i;
        EXPECT_EQ(scenario.normalization, kRungs[i].normalization) << i;
        EXPECT_EQ(scenario.residual, kRungs[i].residual) << i; // He et al. 2016: the identity beside the layer
    }
}

} // namespace ladder_test
} // namespace deltascope::results
