// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure of the registry on hard scenarios of every depth, with and without pins, a selection and a zoom.
#include "core/support/figure_checks.h"
#include "evaluation/layer_distributions.h"
#include "figures/figure_kind.h"
#include "network/activations/activation.h"
#include "parameters/parameters.h"
#include "theory/explosion/explosion_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace deltascope::figures {

namespace figures_sweep_test {

struct HardCase {
    std::string name;
    model::Scenario scenario;
};

model::Scenario chain(double weight, double bias, double input, const char* initializer = "constant")
{
    model::Scenario scenario;
    scenario.weight = weight;
    scenario.bias = bias;
    scenario.input = input;
    scenario.initializer = initializer;
    return scenario;
}

model::Scenario of(const std::string& activation, model::Scenario scenario)
{
    scenario.activation = activation;
    scenario.outputActivation = activation;
    return scenario;
}

/// Batches through wide networks, with every remedy, and dead ones.
std::vector<HardCase> batchCases()
{
    model::Scenario batch = chain(1, 0, 1, "glorot_uniform");
    batch.inputs = 9;
    batch.width = 6;
    batch.outputs = 3;
    batch.activation = "tanh";
    batch.data = "gaussian";
    batch.examples = 5;
    std::vector<HardCase> cases{{"batch", batch}};
    model::Scenario residual = batch;
    residual.residual = 1;
    cases.push_back({"residual", residual});
    for (const char* kind : {"layer", "batch", "rms"}) {
        model::Scenario normalized = batch;
        normalized.normalization = kind;
        normalized.activation = "relu";
        cases.push_back({std::string(kind) + " normalization", normalized});
        normalized.residual = 0.5;
        cases.push_back({std::string(kind) + " normalization with residual", normalized});
    }
    model::Scenario growing = batch; // |a| far apart, beyond doubles when deep
    growing.activation = growing.outputActivation = "relu";
    growing.initializer = "he_normal";
    growing.gain = 100;
    cases.push_back({"exploding batch", growing});
    growing.gain = 1e-3;
    cases.push_back({"dying batch", growing});
    model::Scenario dead = batch;
    dead.initializer = "constant";
    dead.activation = dead.outputActivation = "relu";
    dead.weight = 0;
    dead.bias = -1;
    cases.push_back({"dead network", dead});
    model::Scenario softmax = batch;
    softmax.loss = "softmax";
    softmax.outputActivation = "identity";
    softmax.initializer = "standard_normal";
    cases.push_back({"softmax", softmax});
    model::Scenario chainBatch = chain(-3, 1, 1);
    chainBatch.data = "uniform";
    chainBatch.examples = 4;
    cases.push_back({"chain of a batch", chainBatch});
    return cases;
}

std::vector<HardCase> hardCases(int depth)
{
    std::vector<HardCase> cases{
        {"vanishing", chain(1, 0, 1)},
        {"explosion", chain(100, 0, 1, "balanced")},
        {"edge", chain(4, 0, 1, "balanced")},
        {"large w", chain(100, 0, 0.5)},
        {"knife edge", chain(100, -50, 0.5)},
        {"beside the knife edge", chain(100, -50, 0.51)},
        {"widest", chain(6.894151, -3.4, 0.5)},
        {"sign flips", chain(-5, 2, 0.3)},
        {"zero weight", chain(0, 0, 1)},
        {"zero weight, zero input", chain(0, 3, 0)},
        {"tiny weight", chain(1e-300, 0, 1)},
        {"least weight", chain(5e-324, 0, 1)},
        {"largest weight", chain(1e6, 1e6, 1e6)},
        {"largest weight, negative", chain(-1e6, 1e6, -1e6)},
        {"saturated", chain(1e6, -1e6, 1e6)},
        {"balanced, largest", chain(1e6, 0, 1e6, "balanced")},
    };
    model::Scenario wide = chain(0.5, 0.1, 1);
    wide.inputs = 20;
    wide.width = 7;
    wide.outputs = 3;
    cases.push_back({"wide", wide});
    model::Scenario entropy = chain(2, -1, 0.5);
    entropy.loss = "cross_entropy";
    cases.push_back({"cross-entropy", entropy});
    for (const activations::Activation* kind : activations::activationsRegistry()) {
        const std::string activation(kind->id);
        cases.push_back({activation, of(activation, chain(1.5, 0.1, 1))});
        cases.push_back({"huge", of(activation, chain(1e6, 1e6, 1e6))});
        cases.push_back({"dead or negative", of(activation, chain(-3, -1, 1))});
        cases.push_back({"zero", of(activation, chain(0, 0, 0))});
        model::Scenario mixed = of(activation, chain(1e6, 0, 1)); // z up to 10^60000 into a logistic output
        mixed.outputActivation = "sigmoid";
        cases.push_back({"into a logistic output", mixed});
    }
    if (depth <= 1000) // deeper they show no more and take minutes
        for (HardCase& batch : batchCases())
            cases.push_back(std::move(batch));
    return cases;
}

std::string faultsText(const std::vector<std::string>& faults)
{
    std::string text;
    for (const std::string& fault : faults)
        text += "\n  " + fault;
    return text;
}

model::Document documentOf(model::Scenario scenario, int depth, bool busy)
{
    scenario.depth = depth;
    model::Document document;
    if (busy) {
        document.question.layer = std::max(1, depth / 2);
        document.question.k = 10;
        model::Scenario first = chain(2, 0, 1), second = chain(0, 0, 1);
        second.depth = std::min(10'000, depth * 2);
        document.pins = {{"before", first}, {"before", second}};
        scenario.layers = {{1, 3.0, {}}};
        if (depth > 2)
            scenario.layers.push_back({depth, {}, 0.5});
    }
    document.scenario = scenario;
    return document;
}

/// The view itself, and with every choice that changes what a figure of this kind shows, and stages of every pass of a
/// walk.
std::vector<model::ViewState> viewsOf(const FigureKind& kind, const model::ViewState& view)
{
    std::vector<model::ViewState> views{view};
    std::stringstream keys(kind.keys);
    for (std::string key; keys >> key;)
        for (const parameters::Parameter<model::ViewState>& row : parameters::viewParameters())
            if (row.key == key && row.choices)
                for (const parameters::Choice& choice : row.choices())
                    views.push_back(
                        *parameters::withValue(view, row, parameters::ParameterValue(std::string(choice.id))));
            else if (row.key == key && row.member.as<model::Walk>())
                for (const char* stage : {"forward:1", "forward:3", "cost", "backward:1", "backward:2", "backward:w2",
                         "backward:10000", "update:1", "update:3"})
                    views.push_back(*parameters::withValue(view, row, parameters::ParameterValue(stage)));
    return views;
}

void sweep(int depth)
{
    for (const HardCase& hard : hardCases(depth))
        for (const bool busy : {false, true}) {
            const model::Document document = documentOf(hard.scenario, depth, busy);
            ASSERT_FALSE(parameters::validate(document.scenario)) << hard.name;
            // The set's search is deep chains' longest job; its figure is tried with it and without it.
            const bool search = depth <= 12;
            const results::Needs quick = results::needs<evaluation::Evaluation, evaluation::LayerDistributions>();
            const results::Snapshot snapshot = results::computeSnapshot(
                document, quick | (search ? results::needs<explosion::ExplosionSet>() : results::Needs()));
            for (const FigureKind* kind : figuresRegistry())
                for (const model::ViewState& view : viewsOf(*kind, document.view)) {
                    const Figure figure = kind->build(snapshot, document.question, view);
                    EXPECT_EQ(figure.id, kind->id);
                    const std::vector<std::string> faults = faultsOf(figure);
                    EXPECT_TRUE(faults.empty()) << kind->id << " of " << hard.name << " at depth " << depth
                                                << (busy ? ", busy" : "") << faultsText(faults);
                }
        }
}

bool finite(const Element& element)
{
    const Line* line = std::get_if<Line>(&element);
    const auto all = [](const std::vector<double>& values) {
        return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
    };
    return !line || (all(line->x) && all(line->y));
}

class FiguresSweep : public testing::TestWithParam<int> { };

TEST_P(FiguresSweep, HoldTheRulesOnHardScenarios)
{
    sweep(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Depths, FiguresSweep, testing::Values(1, 2, 4, 12, 100, 1000, 10'000));

TEST(Figures, SayThatTheyWaitWhereResultsAreMissing)
{
    results::Snapshot snapshot;
    for (const FigureKind* kind : figuresRegistry()) {
        const Figure figure = kind->build(snapshot, {}, {});
        const std::vector<std::string> faults = faultsOf(figure);
        EXPECT_TRUE(faults.empty()) << kind->id << faultsText(faults);
    }
}

TEST(Figures, StayWithinTheRulesUnderAnyZoom)
{
    const model::Document document = documentOf(chain(100, -50, 0.5), 4, true);
    const results::Snapshot snapshot = results::computeSnapshot(
        document, results::needs<evaluation::Evaluation, explosion::ExplosionSet, evaluation::LayerDistributions>());
    for (const auto& [lower, upper] : {std::pair{0.4999, 0.5001}, {-1e300, 1e300}, {1e6, 1e6 + 1e-9}, {-1e-12, 1e-12}})
        for (const FigureKind* kind : figuresRegistry()) {
            model::ViewState view = document.view;
            for (const int panel : {0, 1})
                view.ranges.push_back({std::string(kind->id), panel, lower, upper, -1, 1});
            for (const Panel& panel : kind->build(snapshot, document.question, view).panels) {
                EXPECT_LT(panel.x.lower, panel.x.upper) << kind->id;
                EXPECT_LT(panel.y.lower, panel.y.upper) << kind->id;
                for (const Element& element : panel.elements)
                    EXPECT_TRUE(finite(element)) << kind->id;
            }
        }
}

} // namespace figures_sweep_test
} // namespace deltascope::figures
