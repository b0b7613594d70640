// SPDX-License-Identifier: GPL-3.0-or-later
// What the figures say of mean field theory, against its own results and closed forms.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "results/balance_by_chance.h"
#include "results/seeds_band.h"
#include "results/speed_ratios.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::figures {
namespace theory_figures_test {

const FigureKind& kind(const char* id)
{
    const FigureKind* found = findKind(figuresRegistry(), id);
    EXPECT_TRUE(found) << id;
    return *found;
}

model::Document documentOf(const char* activation, const char* rule, int width, int depth)
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.activation = activation;
    scenario.outputActivation = activation;
    scenario.initializer = rule;
    scenario.inputs = 5;
    scenario.width = width;
    scenario.outputs = 2;
    scenario.depth = depth;
    scenario.data = "gaussian";
    scenario.examples = 4;
    return document;
}

std::string everythingSaid(const Figure& figure)
{
    std::string text = plainText(figure.caption);
    for (const Message& note : figure.notes)
        text += "\n" + plainText(note);
    return text;
}

TEST(TheoryFigures, LearningSpeedDrawsPredictionAndMeasuredRms)
{
    model::Document document = documentOf("tanh", "lecun_normal", 8, 6);
    document.scenario.outputs = 4;
    const FigureKind& speed = kind("learning_speed");
    const results::Snapshot snapshot =
        results::computeSnapshot(document, results::needs<evaluation::Evaluation, mean_field::MeanFieldPrediction>());
    ASSERT_TRUE(snapshot.get<mean_field::MeanFieldPrediction>());
    const Figure figure = speed.build(snapshot, document.question, document.view);
    const Line* line = findElement<Line>(figure.panels.front(), "mean field (rms)");
    const Line* rms = findElement<Line>(figure.panels.front(), "bias √⟨‖δˡ‖²⟩");
    ASSERT_TRUE(line && rms);
    EXPECT_TRUE(line->dashed);
    ASSERT_EQ(line->y.size(), 6u);
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(line->y[i], snapshot.get<mean_field::MeanFieldPrediction>()->layers[i].rms.log10());
        EXPECT_EQ(rms->y[i], snapshot.get<evaluation::Evaluation>()->layers[i].speed.rms.log10());
    }
    EXPECT_EQ(line->y.back(), rms->y.back()); // the anchor
    EXPECT_NE(everythingSaid(figure).find("infinitely wide layers; this one, 8 wide"), std::string::npos);
    EXPECT_NE(everythingSaid(figure).find("(4 to 8)"), std::string::npos);

    document.view.average = "rms";
    const Figure once = speed.build(snapshot, document.question, document.view);
    int rmsLines = 0;
    for (const Element& element : once.panels.front().elements)
        if (const Line* each = std::get_if<Line>(&element))
            rmsLines += plainText(each->name) == "bias √⟨‖δˡ‖²⟩";
    EXPECT_EQ(rmsLines, 1); // the main series itself
    document.view.speed = "weight";
    EXPECT_FALSE(
        findElement<Line>(speed.build(snapshot, document.question, document.view).panels.front(), "mean field (rms)"));
}

TEST(TheoryFigures, LearningSpeedSaysWhereThereIsNoTheory)
{
    model::Document document = documentOf("tanh", "lecun_normal", 8, 6);
    document.scenario.normalization = "batch";
    const FigureKind& speed = kind("learning_speed");
    const Figure random = speed.build(
        results::computeSnapshot(document, results::needs<evaluation::Evaluation, mean_field::MeanFieldPrediction>()),
        document.question, document.view);
    EXPECT_NE(everythingSaid(random).find("batch normalization"), std::string::npos);
    const Figure chain = speed.build(results::computeSnapshot(model::Document{},
                                         results::needs<evaluation::Evaluation, mean_field::MeanFieldPrediction>()),
        {}, {});
    EXPECT_EQ(everythingSaid(chain).find("field theory"), std::string::npos); // nobody asked
}

TEST(TheoryFigures, SpeedRatioOfTheIdentityIsAStraightLine)
{
    model::Document document = documentOf("identity", "lecun_normal", 6, 9);
    document.scenario.gain = 0.5; // χ = ¼ from layer to layer: the predicted ratio is 2^(1 − L)
    const FigureKind& ratio = kind("speed_ratio");
    const results::Snapshot snapshot = results::computeSnapshot(document, ratio.needs());
    const Figure figure = ratio.build(snapshot, document.question, document.view);
    const Panel& panel = figure.panels.front();
    const Line* prediction = findElement<Line>(panel, "mean field (rms)");
    const Line* measured = findElement<Line>(panel, "measured, norm of the mean");
    const Line* rms = findElement<Line>(panel, "measured, rms");
    ASSERT_TRUE(prediction && measured && rms);
    EXPECT_TRUE(prediction->dashed);
    for (std::size_t i = 0; i < 9; ++i) {
        EXPECT_EQ(prediction->x[i], static_cast<double>(i) + 1);
        EXPECT_NEAR(prediction->y[i], -static_cast<double>(i) * std::log10(2.0), 1e-12);
        const results::SpeedRatio& each = snapshot.get<results::SpeedRatios>()->depths[i];
        EXPECT_EQ(measured->y[i], (each.first.normOfMean / each.last.normOfMean).log10());
        EXPECT_EQ(rms->y[i], (each.first.rms / each.last.rms).log10());
    }
    EXPECT_EQ(panel.y.scale, AxisScale::decades);
    EXPECT_NE(plainText(figure.caption).find("At depth 9"), std::string::npos);
}

TEST(TheoryFigures, SpeedRatioMarksDeadNetworks)
{
    model::Document document = documentOf("relu", "he_normal", 6, 5);
    document.scenario.data = "constant";
    document.scenario.input = 0;
    document.scenario.outputActivation = "sigmoid"; // the output learns, no layer before it
    const FigureKind& ratio = kind("speed_ratio");
    const Figure figure =
        ratio.build(results::computeSnapshot(document, ratio.needs()), document.question, document.view);
    EXPECT_TRUE(faultsOf(figure).empty());
    EXPECT_NE(everythingSaid(figure).find("at 4 of the depths, from 2 on, the ratio is exactly 0"), std::string::npos)
        << everythingSaid(figure);
}

TEST(TheoryFigures, PhaseHasLineAndPoint)
{
    model::Document document = documentOf("relu", "mean_field", 50, 6);
    document.scenario.gain = 1;
    document.scenario.biasDeviation = 0.25;
    const FigureKind& phase = kind("phase");
    const Figure figure =
        phase.build(results::computeSnapshot(document, phase.needs()), document.question, document.view);
    const Panel& panel = figure.panels.front();
    const Line* line = findElement<Line>(panel, "critical line, χ₁ = 1");
    const Points* point = findElement<Points>(panel, "this scenario");
    const ColourMap* map = findElement<ColourMap>(panel, "χ₁");
    ASSERT_TRUE(line && point && map);
    EXPECT_TRUE(map->diverging);
    EXPECT_EQ(map->lower, -map->upper);
    EXPECT_NEAR(map->values.back(), std::log10(std::pow(map->xUpper * 127.5 / 128, 2) / 2), 1e-9);
    for (const double x : line->x)
        EXPECT_NEAR(x, std::sqrt(2.0), 1e-8);
    EXPECT_NEAR(point->x.front(), 1, 1e-15);
    EXPECT_NEAR(point->y.front(), 0.25, 1e-15);
    EXPECT_NE(
        plainText(figure.caption).find("χ₁ = 0.5 < 1: in infinitely wide layers ‖δ‖ shrinks by √χ₁ = 0.7071 per layer"),
        std::string::npos)
        << plainText(figure.caption);
    document.scenario.gain = 2;
    const Figure exploding =
        phase.build(results::computeSnapshot(document, phase.needs()), document.question, document.view);
    EXPECT_NE(plainText(exploding.caption).find("χ₁ = 2 > 1: in infinitely wide layers ‖δ‖ grows"), std::string::npos);
    EXPECT_NE(plainText(exploding.caption).find("From layer 6 back to layer 1 that makes a factor of 5.657"),
        std::string::npos)
        << plainText(exploding.caption);
    EXPECT_EQ(plainText(exploding.caption).find("explode"), std::string::npos); // that is the diagnosis's to say
    document.scenario.gain = 1.02 * std::sqrt(2.0); // χ₁ = 1.0404: explodes in the end, balanced at this depth
    const std::string slowly = plainText(
        phase.build(results::computeSnapshot(document, phase.needs()), document.question, document.view).caption);
    EXPECT_NE(slowly.find("‖δ‖ grows by 2 % per layer"), std::string::npos) << slowly;
    EXPECT_NE(slowly.find("a factor of 1.104"), std::string::npos) << slowly;
    document.scenario.normalization = "batch";
    EXPECT_NE(
        everythingSaid(phase.build(results::computeSnapshot(document, phase.needs()), document.question, document.view))
            .find("batch normalization"),
        std::string::npos);
}

TEST(TheoryFigures, HoldTheRulesOnHardScenarios)
{
    std::vector<model::Document> documents;
    for (const char* activation : {"sigmoid", "relu", "softplus", "tanh"})
        for (const char* rule : {"constant", "standard_normal", "glorot_standard", "mean_field"})
            for (const int depth : {1, 2, 40, 130}) {
                documents.push_back(documentOf(activation, rule, 3, depth));
                documents.back().scenario.gain = depth == 40 ? 1000 : 1;
                documents.push_back(documents.back());
                documents.back().scenario.residual = 1;
                documents.back().scenario.normalization = depth == 130 ? "layer" : "none";
                documents.push_back(documents.back());
                documents.back().scenario.width = documents.back().scenario.inputs = documents.back().scenario.outputs =
                    1;
                documents.back().scenario.normalization = "none";
            }
    for (const model::Document& document : documents)
        for (const char* id : {"learning_speed", "speed_ratio", "phase"}) {
            const Figure figure = kind(id).build(
                results::computeSnapshot(document, kind(id).needs() - results::needs<results::SeedsBand>()),
                document.question, document.view);
            for (const std::string& fault : faultsOf(figure))
                ADD_FAILURE() << id << " of " << document.scenario.activation << ", " << document.scenario.initializer
                              << ", depth " << document.scenario.depth << ": " << fault;
        }
}

TEST(TheoryFigures, OfTheMedianSingularValue)
{
    model::Document document;
    document.scenario.initializer = "lecun_normal";
    document.scenario.inputs = document.scenario.width = document.scenario.outputs = 4;
    const FigureKind& spectrum = *findKind(figuresRegistry(), "jacobian_spectrum");
    const results::Snapshot snapshot = results::computeSnapshot(document, spectrum.needs());
    const Figure figure = spectrum.build(snapshot, document.question, document.view);
    const Line* median = findElement<Line>(figure.panels.back(), "median σ");
    ASSERT_TRUE(median);
    for (std::size_t i = 0; i < 4; ++i) {
        const numerics::Spectrum& values = snapshot.get<jacobian::NetworkSpectrum>()->layers[i].factor;
        EXPECT_NEAR(median->y[i], (values[1].log10() + values[2].log10()) / 2, 1e-12);
    }
}

TEST(TheoryFigures, OfRatiosBeyondWhatIsHeld)
{
    results::BalanceByChance balance{.count = 40, .done = 40, .depths = {}};
    const double infinity = std::numeric_limits<double>::infinity();
    balance.depths = {
        {2, {0.1, 0.2, 0.3}, 0.9999, 1, 0}, {3, {2, 3, 1.3e18}, 0, 0, 0}, {4, {2, 1.3e18, infinity}, 0, 0, 4}};
    results::Snapshot snapshot;
    snapshot.scenario.initializer = "standard_normal";
    snapshot.scenario.depth = 4;
    snapshot.put<results::BalanceByChance>(std::make_shared<const results::BalanceByChance>(balance));
    const FigureKind& kind = *findKind(figuresRegistry(), "balance_by_chance");
    const std::string text = everythingSaid(kind.build(snapshot, {}, {}));
    EXPECT_NE(text.find("At depth 3, 4 the ratio is beyond what is held"), std::string::npos) << text;
    EXPECT_NE(text.find("At depth 4 a layer does not learn at all in 5 %"), std::string::npos) << text;
    EXPECT_EQ(text.find("in half of the networks or more"), std::string::npos) << text;
    balance.depths.resize(1);
    snapshot.scenario.depth = 2;
    snapshot.put<results::BalanceByChance>(std::make_shared<const results::BalanceByChance>(balance));
    const std::string almost = everythingSaid(kind.build(snapshot, {}, {}));
    EXPECT_NE(almost.find("99.99 % learn within a factor of 2 and 100 % within a factor of 10"), std::string::npos)
        << almost;
}

} // namespace theory_figures_test
} // namespace deltascope::figures
