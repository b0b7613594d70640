// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of networks through time: paths with their factors, inputs of later steps, and the cell that they fold
// into. core/maths.md 17.1 to 17.3.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deltascope::figures {
namespace recurrent_drawing_test {

model::Document steps(int depth, const char* gate)
{
    model::Document document;
    document.scenario.tied = true;
    document.scenario.depth = depth;
    document.scenario.activation = "tanh";
    document.scenario.gate = gate;
    document.scenario.leak = 0.25;
    return document;
}

Figure drawn(const model::Document& document)
{
    const FigureKind* kind = findKind(figuresRegistry(), "network");
    const Figure figure =
        kind->build(results::computeSnapshot(document, kind->needs()), document.question, document.view);
    EXPECT_EQ(faultsOf(figure), std::vector<std::string>{});
    return figure;
}

const Graph& graphOf(const Figure& figure)
{
    for (const Element& element : figure.panels.front().elements)
        if (const Graph* graph = std::get_if<Graph>(&element))
            return *graph;
    static const Graph kNone;
    ADD_FAILURE() << "no graph";
    return kNone;
}

std::vector<std::string> labelsOf(const Graph& graph, bool past)
{
    std::vector<std::string> labels;
    for (const Edge& edge : graph.edges)
        if (edge.past == past && edge.bend != 0)
            labels.push_back(plainText(edge.label));
    return labels;
}

TEST(RecurrentDrawing, EveryPathHasItsFactor)
{
    const Figure leaky = drawn(steps(5, "leaky"));
    EXPECT_EQ(labelsOf(graphOf(leaky), true), std::vector<std::string>(3, "1 − z = 0.75")); // layers 2, 3 and 4
    const Figure gated = drawn(steps(5, "gru"));
    EXPECT_EQ(labelsOf(graphOf(gated), true).size(), 3u);
    EXPECT_EQ(labelsOf(graphOf(gated), false).size(), 3u); // through the gate
    const std::vector<Edge>& edges = graphOf(gated).edges;
    const auto through =
        std::ranges::find_if(edges, [](const Edge& edge) { return plainText(edge.label).starts_with("u·w f′ = "); });
    ASSERT_NE(through, edges.end());
    EXPECT_EQ(through->bend, 0);
    EXPECT_EQ(labelsOf(graphOf(drawn(steps(5, "none"))), true).size(), 0u);
    model::Document residual = steps(5, "none");
    residual.scenario.residual = 1;
    EXPECT_EQ(labelsOf(graphOf(drawn(residual)), true).size(), 4u); // the first layer is as wide as the input
}

TEST(RecurrentDrawing, InputsEnterWhereTheyDo)
{
    model::Document document = steps(5, "none");
    document.scenario.feed = "every";
    const Figure figure = drawn(document);
    const Graph& graph = graphOf(figure);
    ASSERT_EQ(graph.nodes.size(), 6u + 3); // x₂, x₃ and x₄
    for (std::size_t i = 6; i < graph.nodes.size(); ++i) {
        EXPECT_LT(graph.nodes[i].y, 0);
        EXPECT_EQ(graph.nodes[i].layer, static_cast<int>(i) - 4);
        const Edge& edge = graph.edges[graph.edges.size() - graph.nodes.size() + i];
        EXPECT_EQ(edge.from, static_cast<int>(i));
        EXPECT_EQ(graph.nodes[static_cast<std::size_t>(edge.to)].layer, graph.nodes[i].layer);
        EXPECT_GE(graph.nodes[static_cast<std::size_t>(edge.to)].y, 0);
    }
    document.scenario.width = 4;
    document.scenario.inputs = 2;
    document.scenario.initializer = "orthogonal";
    EXPECT_EQ(graphOf(drawn(document)).nodes.size(), 2u + 4 * 4 + 1 + 3);
}

TEST(RecurrentDrawing, ManyStepsFoldIntoOneCell)
{
    model::Document document = steps(200, "gru");
    document.scenario.feed = "every";
    document.view.network = "folded";
    const Figure figure = drawn(document);
    const Graph& graph = graphOf(figure);
    ASSERT_EQ(graph.nodes.size(), 5u); // input, layer 1, cell, output and what is fed
    EXPECT_EQ(graph.nodes[2].layer, 199);
    const auto loops = std::ranges::count_if(graph.edges, [](const Edge& edge) { return edge.from == edge.to; });
    EXPECT_EQ(loops, 3); // w, what is kept, and the gate
    EXPECT_TRUE(std::ranges::none_of(graph.edges, &Edge::elided));
    ASSERT_FALSE(figure.notes.empty());
    document.question.layer = 7;
    EXPECT_EQ(graphOf(drawn(document)).nodes[2].layer, 7);
    document.scenario.tied = false; // what is not recurrent cannot be folded
    document.scenario.gate = "none";
    document.scenario.feed = "first";
    EXPECT_GT(graphOf(drawn(document)).nodes.size(), 5u);
}

TEST(RecurrentDrawing, AWideCellNamesItsLoopsTogether)
{
    for (const auto& [gate, names] : {std::pair{"none", "w"}, std::pair{"leaky", "1 − z, w"}}) {
        model::Document document = steps(9, gate);
        document.scenario.width = document.scenario.inputs = 6;
        document.scenario.initializer = "orthogonal";
        document.view.network = "folded";
        const Figure figure = drawn(document);
        std::vector<std::string> labels;
        double largest = 0;
        for (const Edge& edge : graphOf(figure).edges)
            largest = edge.from == edge.to ? std::max(largest, edge.bend) : largest;
        for (const Edge& edge : graphOf(figure).edges)
            if (edge.from == edge.to && !edge.label.empty()) {
                labels.push_back(plainText(edge.label));
                EXPECT_EQ(edge.bend, largest);
            }
        EXPECT_EQ(labels, std::vector<std::string>{names}) << gate;
    }
}

} // namespace recurrent_drawing_test
} // namespace deltascope::figures
