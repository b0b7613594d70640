// SPDX-License-Identifier: GPL-3.0-or-later
// The figure of float formats, computed and rounded once.
#include "base/registry.h"
#include "figures/figure_kind.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deltascope::figures {
namespace precision_figure_test {

Figure drawn(const model::Scenario& scenario, const char* arithmetic)
{
    model::Document document;
    document.scenario = scenario;
    document.view.arithmetic = arithmetic;
    const FigureKind& kind = *findKind(figuresRegistry(), "precision");
    return kind.build(results::computeSnapshot(document, kind.needs()), document.question, document.view);
}

model::Scenario linear(int depth, double weight)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.target = 1;
    scenario.activation = scenario.outputActivation = "identity";
    return scenario;
}

std::vector<std::string> lines(const Figure& figure)
{
    std::vector<std::string> names;
    for (const Element& element : figure.panels.at(0).elements)
        if (const Line* line = std::get_if<Line>(&element))
            names.push_back(plainText(line->name));
    return names;
}

bool says(const Message& message, const char* words)
{
    return plainText(message).find(words) != std::string::npos;
}

TEST(PrecisionFigure, DrawsWhatEachFormatComputesOrTheExactRoundedOnce)
{
    const Figure computed = drawn(linear(400, 0.9), "computed");
    EXPECT_TRUE(says(computed.caption, "float16: stuck at 2.38e-7 below layer ")) << plainText(computed.caption);
    EXPECT_EQ(std::ranges::count(lines(computed), "computed in float16"), 1);
    EXPECT_EQ(std::ranges::count(lines(computed), "computed in double"), 0); // it is the exact curve
    const Figure rounded = drawn(linear(400, 0.9), "rounded");
    EXPECT_TRUE(says(rounded.caption, "rounded once, is lost in float16 at layer 235 (0); never in"))
        << plainText(rounded.caption); // 0.9^165 < 2⁻²⁵
    EXPECT_EQ(lines(rounded).size(), 1u);
}

// 4^−13 = 2^−26 is below half of float16's smallest number, and so on in bfloat16, float32 and double.
TEST(PrecisionFigure, ThePointsStandWhereAFormatReachesZero)
{
    model::Scenario scenario;
    scenario.depth = 600;
    scenario.initializer = "balanced";
    scenario.target = -3.5; // δ^L = 1, then factors of ¼
    const Figure figure = drawn(scenario, "computed");
    EXPECT_TRUE(says(figure.caption, "float32: layers 1–525 underflow to 0; double: layers 1–62 underflow to 0."))
        << plainText(figure.caption);
}

TEST(PrecisionFigure, SaysThatABranchComesBack)
{
    model::Scenario scenario;
    scenario.depth = 10;
    scenario.outputActivation = "identity";
    scenario.residual = 1;
    scenario.layers = {{5, 1.0, -2000.0}};
    EXPECT_TRUE(says(drawn(scenario, "rounded").caption, "in double at layer 5 (0, but not in every layer below)"));
    EXPECT_TRUE(says(drawn(scenario, "computed").caption, "double: 0 in 1 of 10 layers"));
}

} // namespace precision_figure_test
} // namespace deltascope::figures
