// SPDX-License-Identifier: GPL-3.0-or-later
// What the figures show, against closed forms of the logistic chain: σ′(0) = 1/4, |z| ≤ 2·acosh(√|w|/2), the widest
// window at |w| = 6.894151, floors at half the smallest subnormal. core/maths.md 8.1 to 8.3, 6.3.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace figures_content_test {

model::Document documentOf(double weight, double bias, double input, int depth, const char* initializer = "constant")
{
    model::Document document;
    document.scenario.weight = weight;
    document.scenario.bias = bias;
    document.scenario.input = input;
    document.scenario.depth = depth;
    document.scenario.initializer = initializer;
    return document;
}

Figure drawn(const char* id, const model::Document& document)
{
    const FigureKind* kind = findKind(figuresRegistry(), id);
    EXPECT_TRUE(kind) << id;
    return kind->build(results::computeSnapshot(document, kind->needs()), document.question, document.view);
}

const Panel& onlyPanel(const Figure& figure)
{
    EXPECT_EQ(figure.panels.size(), 1u);
    return figure.panels.front();
}

template <class Type>
std::vector<const Type*> all(const Panel& panel, Role role)
{
    std::vector<const Type*> found;
    for (const Element& element : panel.elements)
        if (const Type* one = std::get_if<Type>(&element); one && one->role == role)
            found.push_back(one);
    return found;
}

std::vector<double> guides(const Panel& panel, Role role, bool horizontal = true)
{
    std::vector<double> values;
    for (const Guide* guide : all<Guide>(panel, role))
        if (guide->horizontal == horizontal)
            values.push_back(guide->value);
    std::sort(values.begin(), values.end());
    return values;
}

bool says(const Figure& figure, const std::string& words)
{
    const auto holds = [&](const Message& note) { return plainText(note).find(words) != std::string::npos; };
    return holds(figure.caption) || std::any_of(figure.notes.begin(), figure.notes.end(), holds);
}

double logisticSlope(double z)
{
    const double e = std::exp(-std::abs(z));
    return e / ((1 + e) * (1 + e));
}

TEST(FiguresContent, BarsAddUpToTheFactor)
{
    const model::Document document = documentOf(-7, 1.5, 0.3, 6);
    const Figure figure = drawn("factors", document);
    const Panel& panel = onlyPanel(figure);
    const Bars* weight = findElement<Bars>(panel, "|w|");
    const Bars* slope = findElement<Bars>(panel, "σ′(z)");
    const Points* signs = findElement<Points>(panel, "wσ′ < 0");
    ASSERT_TRUE(weight && slope && signs);
    ASSERT_EQ(weight->x.size(), 6u);
    ASSERT_EQ(signs->x.size(), 6u);
    double a = 0.3;
    for (std::size_t i = 0; i < 6; ++i) {
        const double z = -7 * a + 1.5;
        EXPECT_EQ(weight->base[i], 0);
        EXPECT_NEAR(weight->y[i], std::log10(7.0), 1e-12);
        EXPECT_EQ(slope->base[i], weight->y[i]);
        EXPECT_NEAR(slope->y[i], std::log10(7 * logisticSlope(z)), 1e-10) << i;
        EXPECT_NEAR(signs->y[i], slope->y[i], 1e-12);
        a = 1 / (1 + std::exp(-z));
    }
    const std::vector<double> references = guides(panel, Role::reference);
    ASSERT_EQ(references.size(), 2u);
    EXPECT_EQ(references[0], 0);
    EXPECT_NEAR(references[1], std::log10(7 / 4.0), 1e-12);
}

TEST(FiguresContent, NoLineBoundsTheFactorsWhereEveryWeightIsItsOwn)
{
    model::Document document = documentOf(1, 0, 1, 10, "standard_normal");
    EXPECT_EQ(guides(onlyPanel(drawn("factors", document)), Role::reference), std::vector{0.0});
    document.question.layer = 5;
    const std::shared_ptr<const evaluation::Evaluation> evaluation =
        results::computeSnapshot(document, results::needs<evaluation::Evaluation>()).shared<evaluation::Evaluation>();
    const double bound = std::log10(std::abs(evaluation->layer(5).weight) / 4);
    std::vector<double> expected{0.0, bound};
    std::ranges::sort(expected);
    EXPECT_EQ(guides(onlyPanel(drawn("factors", document)), Role::reference), expected);
}

TEST(FiguresContent, NegativeFactorsThatAreNotMarkedAreCounted)
{
    const model::Document document = documentOf(1, 0, 1, 100, "standard_normal");
    const std::shared_ptr<const evaluation::Evaluation> evaluation =
        results::computeSnapshot(document, results::needs<evaluation::Evaluation>()).shared<evaluation::Evaluation>();
    const auto negative = std::ranges::count_if(
        evaluation->layers, [](const evaluation::LayerEvaluation& layer) { return layer.factor.sign() < 0; });
    ASSERT_GT(negative, 40);
    const Figure figure = drawn("factors", document);
    const auto* marks = findElement<Points>(onlyPanel(figure), "wσ′ < 0");
    ASSERT_TRUE(marks);
    EXPECT_EQ(marks->x.size(), 40u);
    const std::string note = "wσ′ < 0: 40 of " + std::to_string(negative) + " layers are marked.";
    EXPECT_TRUE(std::ranges::any_of(figure.notes, [&](const Message& each) { return plainText(each) == note; }))
        << note;
}

TEST(FiguresContent, BarsOfFewLayersAreNoWiderThanThoseOfFour)
{
    const auto shareOf = [](int depth) { // of the panel's width
        const Panel panel = onlyPanel(drawn("factors", documentOf(-7, 1.5, 0.3, depth)));
        const Bars* bars = all<Bars>(panel, Role::primary).at(0);
        EXPECT_NEAR(std::abs(bars->offset), bars->width / 2, 1e-12) << "side by side";
        return bars->width / (panel.x.upper - panel.x.lower);
    };
    for (const int depth : {1, 2, 3})
        EXPECT_NEAR(shareOf(depth), shareOf(4), 1e-12) << depth;
    EXPECT_LT(shareOf(8), shareOf(4));
}

TEST(FiguresContent, PinsLieOverTheBars)
{
    model::Document document = documentOf(-7, 1.5, 0.3, 6);
    model::Scenario other = document.scenario;
    other.weight = 3;
    document.pins = {{"before", other}};
    const Panel panel = onlyPanel(drawn("factors", document));
    std::size_t pin = 0, lastBars = 0;
    for (std::size_t i = 0; i < panel.elements.size(); ++i) {
        const Line* line = std::get_if<Line>(&panel.elements[i]);
        pin = line && line->role == Role::pin ? i : pin;
        lastBars = std::holds_alternative<Bars>(panel.elements[i]) ? i : lastBars;
    }
    ASSERT_GT(lastBars, 0U);
    EXPECT_GT(pin, lastBars);
}

TEST(FiguresContent, TheCaptionHoldsTheChaptersNumbers)
{
    const Figure figure = drawn("factors", documentOf(100, 0, 1, 4, "balanced"));
    EXPECT_EQ(
        plainText(figure.caption), "w₂σ′(z₂) = 100 × 0.25 = 25; the product of the 4 factors is ∂a₄/∂a₀ = 390625.");
}

TEST(FiguresContent, ExactZerosAreMarkedAndNeverALogarithm)
{
    const Figure factors = drawn("factors", documentOf(0, 0, 1, 4));
    const auto zeros = all<Points>(onlyPanel(factors), Role::zero);
    ASSERT_EQ(zeros.size(), 1u);
    EXPECT_EQ(zeros.front()->layers, (std::vector<int>{1, 2, 3, 4}));
    EXPECT_EQ(plainText(zeros.front()->labels.front()), "0");
    EXPECT_TRUE(all<Bars>(onlyPanel(factors), Role::secondary).empty());
    EXPECT_TRUE(says(factors, "|w| is exactly 0 in layers 1–4"));

    // δ^l = 0 for l < L, and the last layer still learns.
    const Figure speed = drawn("learning_speed", documentOf(0, 0, 1, 4));
    const Line* bias = findElement<Line>(onlyPanel(speed), "bias ‖δˡ‖");
    ASSERT_TRUE(bias);
    EXPECT_EQ(bias->layers, std::vector<int>{4});
    EXPECT_NEAR(bias->y[0], std::log10(0.125), 1e-12); // σ′(0)·a_L
    EXPECT_TRUE(says(speed, "is exactly 0 in layers 1–3"));
}

TEST(FiguresContent, TheRunningProductEndsAtAZero)
{
    model::Document document = documentOf(2, 0, 1, 5);
    document.scenario.layers = {{3, 0.0, {}}};
    const Figure figure = drawn("running_product", document);
    const Line* back = findElement<Line>(onlyPanel(figure), "back, |∂a₅/∂aₗ|");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->layers, (std::vector<int>{3, 4, 5})); // factors 4 and 5, then 5, then none
    EXPECT_EQ(back->y.back(), 0);
    EXPECT_TRUE(says(figure, "= 0 exactly"));
}

TEST(FiguresContent, TheRunningProductOfTheExplosionIs25ToThePower)
{
    const Figure figure = drawn("running_product", documentOf(100, 0, 1, 4, "balanced"));
    const Line* back = findElement<Line>(onlyPanel(figure), "back, |∂a₄/∂aₗ|");
    const Line* on = findElement<Line>(onlyPanel(figure), "forward, |∂aₗ/∂a₀|");
    ASSERT_TRUE(back && on);
    ASSERT_EQ(back->x.size(), 5u);
    for (std::size_t l = 0; l <= 4; ++l) {
        EXPECT_NEAR(back->y[l], static_cast<double>(4 - l) * std::log10(25.0), 1e-11);
        EXPECT_NEAR(on->y[l], static_cast<double>(l) * std::log10(25.0), 1e-11);
    }
}

TEST(FiguresContent, FloorsStandWhereFormatsLoseTheSpeed)
{
    // Half the smallest subnormal: 2^−150 and 2^−1075; the largest finite values end below 2^128 and 2^1024.
    const double unit = std::log10(2.0);
    const std::vector<double> thousand =
        guides(onlyPanel(drawn("learning_speed", documentOf(4, 0, 1, 1000))), Role::floor);
    const Figure deep = drawn("learning_speed", documentOf(1, 0, 1, 1000));
    const std::vector<double> floors = guides(onlyPanel(deep), Role::floor);
    ASSERT_GE(floors.size(), 2u);
    EXPECT_NEAR(floors[0], -1075 * unit, 1e-9);
    EXPECT_NEAR(floors[1], -150 * unit, 1e-9);
    EXPECT_FALSE(thousand.empty());
    EXPECT_TRUE(guides(onlyPanel(drawn("learning_speed", documentOf(1, 0, 1, 4))), Role::floor).empty());
    const Figure exploding = drawn("learning_speed", documentOf(100, 0, 1, 1000, "balanced"));
    const std::vector<double> ceilings = guides(onlyPanel(exploding), Role::floor);
    ASSERT_GE(ceilings.size(), 2u);
    EXPECT_NEAR(ceilings.back(), 1024 * unit, 1e-9);
    EXPECT_TRUE(says(deep, "float16: layers 1–"));
    EXPECT_TRUE(says(exploding, "double: ∞ from layer "));
}

TEST(FiguresContent, TheBandIsTheClosedFormOfTheLogisticFunction)
{
    for (const double weight : {4.5, 6.894151, -20.0, 100.0}) {
        const Figure figure = drawn("derivative_curve", documentOf(weight, 0, 0.5, 4));
        const auto bands = all<Region>(onlyPanel(figure), Role::shaded);
        ASSERT_EQ(bands.size(), 1u) << weight;
        const double z = 2 * std::acosh(std::sqrt(std::abs(weight)) / 2);
        EXPECT_NEAR(bands[0]->xLower, -z, 1e-9 * z) << weight;
        EXPECT_NEAR(bands[0]->xUpper, z, 1e-9 * z) << weight;
    }
    const Figure touching = drawn("derivative_curve", documentOf(4, 0, 0.5, 4));
    EXPECT_TRUE(all<Region>(onlyPanel(touching), Role::shaded).empty());
    EXPECT_EQ(guides(onlyPanel(touching), Role::shaded, false), std::vector<double>{0});
    const Figure empty = drawn("derivative_curve", documentOf(3.99, 0, 0.5, 4));
    EXPECT_TRUE(all<Region>(onlyPanel(empty), Role::shaded).empty());
    EXPECT_TRUE(says(empty, "nowhere is |w σ′(z)| ≥ 1"));
}

TEST(FiguresContent, TheBandBelongsToTheSelectedLayer)
{
    model::Document document = documentOf(1, 0, 0.5, 4);
    document.scenario.layers = {{3, 100.0, {}}};
    EXPECT_TRUE(all<Region>(onlyPanel(drawn("derivative_curve", document)), Role::shaded).empty());
    document.question.layer = 3;
    const Figure figure = drawn("derivative_curve", document);
    const auto bands = all<Region>(onlyPanel(figure), Role::shaded);
    ASSERT_EQ(bands.size(), 1u);
    EXPECT_NEAR(bands[0]->xUpper, 2 * std::acosh(5.0), 1e-9);
}

TEST(FiguresContent, EveryLayersZIsMarkedOnTheCurve)
{
    const Figure figure = drawn("derivative_curve", documentOf(2, -1, 0.7, 5));
    const Points* marks = findElement<Points>(onlyPanel(figure), "zˡ of the layers");
    ASSERT_TRUE(marks);
    ASSERT_EQ(marks->layers, (std::vector<int>{1, 2, 3, 4, 5}));
    double a = 0.7;
    for (std::size_t i = 0; i < 5; ++i) {
        const double z = 2 * a - 1;
        EXPECT_NEAR(marks->x[i], z, 1e-12);
        EXPECT_NEAR(marks->y[i], logisticSlope(z), 1e-12);
        a = 1 / (1 + std::exp(-z));
    }
}

TEST(FiguresContent, LayersAtOnePlaceShareALabelAndThoseOutsideSaySo)
{
    const Figure shared = drawn("derivative_curve", documentOf(100, 0, 1, 4, "balanced"));
    const Points* marks = findElement<Points>(onlyPanel(shared), "zˡ of the layers");
    ASSERT_TRUE(marks);
    EXPECT_EQ(plainText(marks->labels[0]), "layers 1–4");
    EXPECT_TRUE(marks->labels[1].empty() && marks->labels[3].empty());

    const Figure far = drawn("derivative_curve", documentOf(1e6, 0, 1, 4));
    const Panel& panel = onlyPanel(far);
    const Points* outside = findElement<Points>(panel, "zˡ of the layers");
    ASSERT_TRUE(outside);
    EXPECT_LE(panel.x.upper, 20);
    EXPECT_EQ(outside->x[0], panel.x.upper);
    EXPECT_NE(plainText(outside->labels[0]).find("→"), std::string::npos);
    EXPECT_TRUE(says(far, "outside the drawing"));
}

} // namespace figures_content_test
} // namespace deltascope::figures
