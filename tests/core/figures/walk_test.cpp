// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through the drawing: its stages, what is marked and coloured at each, and bars on an axis that stays.
#include "figures/figure_kind.h"
#include "figures/walk_parts/walk_stages.h"
#include "parameters/parameters.h"
#include "results/snapshot.h"

#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "evaluation/neuron_sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::figures {
namespace walk_test {

using model::Walk;

std::string typed(const Walk& walk)
{
    const auto& row = *parameters::findParameter<model::ViewState>("walk");
    return parameters::typeOf(row).text(parameters::ParameterValue(walk));
}

std::string stagesOf(const model::Scenario& scenario, int selected = 0)
{
    std::string text;
    for (const Walk& stage : walk_parts::walkStages(scenario, selected))
        text += (text.empty() ? "" : " ") + typed(stage);
    return text;
}

class WalkInDrawing : public testing::Test {
protected:
    model::Document document;
    Figure at(const Walk& stage)
    {
        const results::Snapshot snapshot =
            results::computeSnapshot(document, results::needs<evaluation::Evaluation, evaluation::NeuronSample>());
        model::ViewState view = document.view;
        view.walk = stage;
        return findKind(figuresRegistry(), "network")->build(snapshot, document.question, view);
    }
    std::vector<Walk> stages() const { return walk_parts::walkStages(document.scenario, document.question.layer); }
};

template <class Kind>
const Kind& only(const Panel& panel)
{
    for (const Element& element : panel.elements)
        if (const Kind* found = std::get_if<Kind>(&element))
            return *found;
    ADD_FAILURE() << "there is none";
    static const Kind none;
    return none;
}

TEST(WalkStages, OfAChainStopAtEveryLinkAndNeuron)
{
    model::Scenario scenario;
    scenario.depth = 3;
    EXPECT_EQ(stagesOf(scenario),
        "forward:1 forward:2 forward:3 cost backward:3 backward:w3 backward:2 backward:w2 backward:1 update:1 update:2 "
        "update:3");
    scenario.width = 4;
    EXPECT_EQ(stagesOf(scenario),
        "forward:1 forward:2 forward:3 cost backward:3 backward:2 backward:1 update:1 update:2 update:3");
}

TEST(WalkStages, PassOverLayersThatAreNotDrawnInOne)
{
    model::Scenario scenario;
    scenario.depth = 100;
    const std::vector<Walk> stages = walk_parts::walkStages(scenario, 0);
    EXPECT_EQ(std::ranges::count(stages, Walk::Pass::forward, &Walk::pass), 10);
    EXPECT_EQ(typed(stages[static_cast<std::size_t>(walk_parts::placeOf(stages, {Walk::Pass::forward, 51}))]),
        "forward:96"); // the nearest that is drawn: 5 or 96
    EXPECT_EQ(typed(walk_parts::firstBackward(stages)), "backward:100");
    EXPECT_EQ(typed(walk_parts::lastBackward(stages)), "backward:1");
    EXPECT_EQ(walk_parts::placeOf(stages, {}), -1);
}

TEST(WalkStages, AreReadAsTheyAreWritten)
{
    const auto& row = *parameters::findParameter<model::ViewState>("walk");
    for (const char* text : {"off", "forward:2", "cost", "backward:7", "backward:w7", "update:10000"}) {
        const auto next = parameters::withValue(model::ViewState{}, row, parameters::ParameterValue(text));
        ASSERT_TRUE(next) << text;
        EXPECT_EQ(typed(next->walk), text);
    }
    for (const char* text : {"", "on", "forward", "forward:", "forward:0", "forward:w2", "backward:w", "cost:1",
             "update:10001", "update:1x", "backward:-1"})
        EXPECT_FALSE(parameters::withValue(model::ViewState{}, row, parameters::ParameterValue(text))) << text;
}

TEST_F(WalkInDrawing, TheRunningProductIsThatOfWeightsAndSlopes)
{
    document.scenario.weight = 1;
    const Figure end = at({Walk::Pass::backward, 1});
    // δ₁/δ₄ = σ′(z₁)w₂ · σ′(z₂)w₃ · σ′(z₃)w₄ for z₁ = 1, z₂ = σ(z₁) …
    const auto logistic = [](double z) { return 1 / (1 + std::exp(-z)); };
    double product = 1, z = 1;
    for (int layer = 1; layer <= 3; ++layer) {
        product *= logistic(z) * (1 - logistic(z));
        z = logistic(z);
    }
    std::vector<double> ends;
    for (const Element& element : end.panels[1].elements)
        if (const Bars* bars = std::get_if<Bars>(&element))
            for (std::size_t i = 0; i < bars->x.size(); ++i)
                if (bars->x[i] == 1)
                    ends.push_back(bars->y[i]);
    ASSERT_EQ(ends.size(), 1U);
    EXPECT_NEAR(ends[0], std::log10(product), 1e-12);
    EXPECT_NEAR(1 / product, 104, 0.5); // what the number above the drawing says
    EXPECT_EQ(plainText(only<Label>(end.panels[0]).text), "× 0.00964: 104 times slower");
}

TEST_F(WalkInDrawing, ColoursWhatTheGradientHasReachedAndMarksWhereItStands)
{
    for (const int width : {1, 5}) {
        document.scenario.width = document.scenario.inputs = document.scenario.outputs = width;
        document.scenario.initializer = width > 1 ? "glorot_uniform" : "constant";
        for (const Walk& stage : stages()) {
            const Figure figure = at(stage);
            EXPECT_EQ(faultsOf(figure), std::vector<std::string>{}) << typed(stage);
            const Graph& graph = only<Graph>(figure.panels[0]);
            const bool forward = stage.pass == Walk::Pass::forward || stage.pass == Walk::Pass::cost;
            for (const Node& node : graph.nodes) {
                const bool reached = stage.pass == Walk::Pass::update
                    || (stage.pass == Walk::Pass::backward && node.layer >= stage.layer);
                EXPECT_EQ(node.hasSize, !forward && reached && node.layer > 0) << typed(stage) << ' ' << node.layer;
                const int here = stage.pass == Walk::Pass::cost ? document.scenario.depth : stage.layer;
                EXPECT_EQ(node.now, node.layer == here && !stage.link) << typed(stage) << ' ' << node.layer;
            }
            EXPECT_EQ(std::ranges::any_of(graph.edges, &Edge::now),
                stage.pass != Walk::Pass::cost
                    && (stage.pass != Walk::Pass::backward || stage.link
                        || (width > 1 && stage.layer < document.scenario.depth)))
                << typed(stage);
        }
    }
}

TEST_F(WalkInDrawing, BarsGrowInNumberOnAnAxisThatStays)
{
    document.scenario.depth = 30;
    document.scenario.weight = 6;
    Axis axis;
    std::size_t before = 0;
    Walk::Pass pass = Walk::Pass::none;
    for (const Walk& stage : stages()) {
        const Figure figure = at(stage);
        std::size_t bars = 0;
        for (const Element& element : figure.panels[1].elements)
            if (const Bars* drawn = std::get_if<Bars>(&element))
                bars += drawn->x.size();
        if (stage.pass == pass) {
            EXPECT_EQ(figure.panels[1].y, axis) << typed(stage);
            EXPECT_EQ(bars, before + (stage.pass == Walk::Pass::update ? 2U : 1U)) << typed(stage);
        }
        axis = figure.panels[1].y;
        before = bars;
        pass = stage.pass;
    }
}

} // namespace walk_test
} // namespace deltascope::figures
