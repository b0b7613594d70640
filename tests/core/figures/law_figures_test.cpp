// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the laws about gradients: what they draw is what was computed, and their words are those of the case.
// core/maths.md 16.9 to 16.14.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "documents/preset_json.h"
#include "figures/figure_kind.h"
#include "results/laws/curvature_course.h"
#include "results/laws/linear_modes.h"
#include "results/laws/two_inputs.h"
#include "results/speed_ratios.h"
#include "theory/finite_width/finite_width.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::figures {
namespace law_figures_test {

results::Snapshot snapshotOf(const model::Scenario& scenario, const char* id)
{
    return results::computeSnapshot({.scenario = scenario}, findKind(figuresRegistry(), std::string_view(id))->needs());
}

Figure figureOf(const results::Snapshot& snapshot, const char* id)
{
    const Figure figure = findKind(figuresRegistry(), std::string_view(id))->build(snapshot, {}, {});
    EXPECT_EQ(faultsOf(figure), std::vector<std::string>{}) << id;
    return figure;
}

Figure figureOf(const model::Scenario& scenario, const char* id)
{
    return figureOf(snapshotOf(scenario, id), id);
}

const Line* lineNamed(const Panel& panel, const std::string& english)
{
    for (const Element& element : panel.elements)
        if (const Line* line = std::get_if<Line>(&element); line && line->name.english == english)
            return line;
    return nullptr;
}

bool notes(const Figure& figure, const std::string& beginning)
{
    return std::ranges::any_of(figure.notes, [&](const Message& note) { return note.english.starts_with(beginning); });
}

model::Scenario wideScenario(const char* activation, double gain, double bias)
{
    model::Scenario scenario;
    scenario.initializer = "mean_field";
    scenario.activation = activation;
    scenario.outputActivation = "identity";
    scenario.gain = gain;
    scenario.biasDeviation = bias;
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.width = 40;
    scenario.inputs = 20;
    scenario.depth = 6;
    scenario.examples = 2;
    return scenario;
}

TEST(LawFigures, TheCorrelationMapNamesOrderEdgeAndChaos)
{
    EXPECT_TRUE(figureOf(wideScenario("tanh", 1, 0.3), "correlation_map").caption.english.starts_with("Ordered"));
    EXPECT_TRUE(figureOf(wideScenario("tanh", 2.5, 0.3), "correlation_map").caption.english.starts_with("Chaotic"));
    EXPECT_TRUE(figureOf(wideScenario("relu", std::numbers::sqrt2, 0), "correlation_map")
                    .caption.english.starts_with("At the "
                                                 "edge"));
    EXPECT_TRUE(
        figureOf(wideScenario("identity", 1, 0), "correlation_map").caption.english.starts_with("Every correlation"));
    EXPECT_TRUE(figureOf(wideScenario("tanh", 0.5, 0), "correlation_map").caption.english.starts_with("q has no"));
}

TEST(LawFigures, TheMapsDrawTheirCurvesAndWalks)
{
    const results::Snapshot snapshot = snapshotOf(wideScenario("tanh", 2.5, 0.3), "correlation_map");
    const auto* found = snapshot.get<results::TwoInputs>();
    ASSERT_TRUE(found);
    const Figure correlations = figureOf(snapshot, "correlation_map"), lengths = figureOf(snapshot, "length_map");
    const Line* curve = lineNamed(correlations.panels[0], "mean field: cˡ over cˡ⁻¹");
    ASSERT_TRUE(curve);
    EXPECT_EQ(curve->x, found->correlation.x);
    EXPECT_EQ(curve->y, found->correlation.y);
    const Line* measured = lineNamed(correlations.panels[1], "this network");
    ASSERT_TRUE(measured);
    ASSERT_EQ(measured->y.size(), found->measured.size());
    for (std::size_t i = 0; i < measured->y.size(); ++i)
        EXPECT_EQ(measured->y[i], found->measured[i].correlation);
    const Line* walk = lineNamed(lengths.panels[0], "walk of the first example");
    ASSERT_TRUE(walk);
    for (std::size_t i = 0; i + 1 < walk->x.size(); i += 2) // up or down, then across
        EXPECT_EQ(walk->x[i], walk->x[i + 1]);
    EXPECT_TRUE(lengths.caption.english.starts_with("q settles at q*"));
}

TEST(LawFigures, OneExampleHasNoWalkOfTwo)
{
    model::Scenario scenario = wideScenario("tanh", 1, 0.3);
    scenario.examples = 1;
    const Figure figure = figureOf(scenario, "correlation_map");
    EXPECT_FALSE(lineNamed(figure.panels[0], "walk of these two"));
    EXPECT_TRUE(notes(figure, "There are no two different inputs"));
}

model::Scenario linearScenario()
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.width = scenario.inputs = scenario.outputs = 3;
    scenario.examples = 6;
    scenario.data = "linear_teacher";
    scenario.meanSquare = 1;
    scenario.activation = scenario.outputActivation = "identity";
    scenario.initializer = "scaled_identity";
    scenario.weight = 0.2;
    scenario.learningRate = 0.05;
    scenario.epochs = 300;
    return scenario;
}

TEST(LawFigures, LearningTimesDrawEachModeWithItsClosedForm)
{
    const results::Snapshot snapshot = snapshotOf(linearScenario(), "learning_times");
    const Figure figure = figureOf(snapshot, "learning_times");
    const auto* found = snapshot.get<results::LinearModes>();
    ASSERT_TRUE(found);
    ASSERT_EQ(figure.panels[0].elements.size(), 6u); // three modes, three closed forms
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(std::get<Line>(figure.panels[0].elements[2 * i]).y, found->modes[i].measured);
        EXPECT_EQ(std::get<Line>(figure.panels[0].elements[2 * i + 1]).y, found->modes[i].law);
    }
    EXPECT_TRUE(figure.caption.english.starts_with("The mode of strength %1 is half learnt after %2 steps, that"));
    EXPECT_TRUE(notes(figure, "The closed form is exact here"));
    model::Scenario coloured = linearScenario();
    coloured.data = "gaussian";
    EXPECT_TRUE(figureOf(coloured, "learning_times").caption.english.starts_with("The inputs are not white"));
    coloured.activation = "tanh";
    EXPECT_TRUE(figureOf(coloured, "learning_times").caption.english.starts_with("The closed form holds for linear"));
}

TEST(LawFigures, TheCurvatureSaysWhyATrainingDiverges)
{
    model::Scenario scenario = linearScenario();
    scenario.weight = 1.5;
    scenario.learningRate = 2;
    const Figure figure = figureOf(scenario, "sharpness");
    EXPECT_TRUE(figure.caption.english.ends_with("At step %4 the training diverged.")) << figure.caption.english;
    const Line* limit = lineNamed(figure.panels[0], "limit: 2/η of gradient descent");
    ASSERT_TRUE(limit);
    EXPECT_NEAR(limit->y.front(), 0, 1e-12); // log10 of 2/2
    scenario.learningRate = 0.01;
    EXPECT_TRUE(figureOf(scenario, "sharpness").caption.english.starts_with("λmax is at most"));
    scenario.optimizer = "adam";
    EXPECT_TRUE(figureOf(scenario, "sharpness").caption.english.starts_with("λmax is %1 at step"));
    EXPECT_FALSE(lineNamed(figureOf(scenario, "sharpness").panels[0], "limit: 2/η of gradient descent"));
    scenario.normalization = "layer";
    EXPECT_TRUE(figureOf(scenario, "sharpness").caption.english.starts_with("The curvature is computed for"));
}

TEST(LawFigures, SpeedRatioDrawsTheMedianOfFiniteWidth)
{
    model::Scenario scenario = wideScenario("relu", 1, 0);
    scenario.initializer = "he_normal";
    const Figure figure = figureOf(scenario, "speed_ratio");
    const Line* line = lineNamed(figure.panels[0], "finite width: median");
    ASSERT_TRUE(line);
    ASSERT_EQ(line->y.size(), 6u);
    for (int depth = 1; depth <= 6; ++depth) {
        scenario.depth = depth;
        EXPECT_EQ(line->y[static_cast<std::size_t>(depth - 1)], finite_width::medianRatio(scenario).log10());
    }
    EXPECT_TRUE(notes(figure, "A typical network of this width"));
    EXPECT_FALSE(lineNamed(figureOf(wideScenario("tanh", 1, 0), "speed_ratio").panels[0], "finite width: median"));
}

TEST(LawFigures, TheSpectrumOfLinearLayersHasItsLaw)
{
    model::Scenario scenario = wideScenario("identity", 1, 0);
    scenario.inputs = scenario.outputs = scenario.width;
    const Figure gaussian = figureOf(scenario, "jacobian_spectrum");
    const Line* line = lineNamed(gaussian.panels[0], "largest σ of wide layers");
    ASSERT_TRUE(line);
    EXPECT_NEAR(line->y.front() + line->y.back(), // of six layers and of one
        0.5 * std::log10(std::pow(7, 7) / std::pow(6, 6)) + std::log10(2), 1e-9);
    EXPECT_TRUE(notes(gaussian, "In infinitely wide layers"));
    scenario.initializer = "orthogonal";
    EXPECT_TRUE(notes(figureOf(scenario, "jacobian_spectrum"), "A product of orthogonal layers"));
    scenario.activation = "tanh";
    EXPECT_FALSE(lineNamed(figureOf(scenario, "jacobian_spectrum").panels[0], "largest σ of wide layers"));
}

TEST(LawFigures, TheLadderEndsOnWhatExplodes)
{
    model::Scenario scenario = wideScenario("tanh", 1, 0.3);
    scenario.depth = 12;
    EXPECT_TRUE(notes(figureOf(scenario, "ladder"), "“%1” is not the end of the story"));
}

TEST(LawFigures, ShatteredGradientsDrawBothSides)
{
    model::Scenario scenario = wideScenario("relu", std::numbers::sqrt2, 0.1);
    const Figure figure = figureOf(scenario, "shattered_gradients");
    ASSERT_EQ(figure.panels.size(), 2u);
    const Line* gradient = lineNamed(figure.panels[0], "gradient, rms = 1");
    const Line* itself = lineNamed(figure.panels[1], "autocorrelation");
    ASSERT_TRUE(gradient && itself);
    EXPECT_EQ(gradient->x.size(), 256u);
    EXPECT_EQ(itself->y.front(), 1);
}

} // namespace law_figures_test
} // namespace deltascope::figures
