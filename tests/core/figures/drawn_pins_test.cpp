// SPDX-License-Identifier: GPL-3.0-or-later
// Pins in every figure: what is drawn of a pinned scenario is what its own figure draws of it.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "network/network.h"
#include "results/balance_by_chance.h"
#include "results/snapshot.h"
#include "theory/explosion/explosion_set.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/prediction.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::figures {
namespace drawn_pins_test {

model::Scenario wide(const char* activation, const char* initializer)
{
    model::Scenario scenario;
    scenario.depth = 6;
    scenario.inputs = scenario.width = scenario.outputs = 8;
    scenario.activation = activation;
    scenario.initializer = initializer;
    scenario.data = "gaussian";
    scenario.examples = 12;
    return scenario;
}

/// Two chains or two wide networks, the second pinned beside the first.
model::Document pinned(bool chains)
{
    model::Document document;
    document.question.seeds = 20;
    document.question.layer = 2;
    model::Scenario other;
    other.depth = 6;
    other.weight = 4;
    if (!chains) {
        document.scenario = wide("tanh", "glorot_uniform");
        document.scenario.depth = 5;
        other = wide("sigmoid", "scaled_normal");
    }
    document.pins = {{"before", other}};
    return document;
}

Figure drawn(const FigureKind& kind, const model::Document& document)
{
    const Figure figure =
        kind.build(results::computeSnapshot(document, kind.needs()), document.question, document.view);
    const std::vector<std::string> faults = faultsOf(figure);
    EXPECT_TRUE(faults.empty()) << kind.id << ": " << (faults.empty() ? "" : faults.front());
    return figure;
}

Role roleOf(const Element& element)
{
    return std::visit(
        [](const auto& each) {
            if constexpr (requires { each.role; })
                return each.role;
            else
                return Role::context;
        },
        element);
}

int pinsIn(const Figure& figure)
{
    int count = 0;
    for (const Panel& panel : figure.panels)
        count += static_cast<int>(
            std::ranges::count_if(panel.elements, [](const Element& element) { return isPin(roleOf(element)); }));
    return count;
}

bool isEmpty(const Figure& figure)
{
    return std::ranges::all_of(figure.panels, [](const Panel& panel) { return panel.elements.empty(); });
}

TEST(DrawnPins, StandInEveryFigureOfANetwork)
{
    for (const FigureKind* kind : figuresRegistry()) {
        if (kind->needs().wants(results::kindOf<training::TrainingProgress>()))
            continue; // below
        if (!kind->needs().where([](const results::ResultKind& result) { return result.brought; }).empty())
            continue; // of a file, which has no pins
        const Figure chain = drawn(*kind, pinned(true)), wide = drawn(*kind, pinned(false));
        EXPECT_TRUE(pinsIn(chain) + pinsIn(wide) > 0 || kind->leavesPinsOut)
            << kind->id << " draws no pinned scenario: see core/figures/parts/drawn_pins.h";
        for (const Figure* figure : {&chain, &wide})
            EXPECT_TRUE(pinsIn(*figure) > 0 || !figure->notes.empty() || isEmpty(*figure))
                << kind->id << " leaves a pin out and does not say so";
        model::Document bare = pinned(true);
        bare.pins.clear();
        EXPECT_EQ(pinsIn(drawn(*kind, bare)), 0) << kind->id;
    }
}

/// The line of these points in any panel.
bool hasLine(const Figure& figure, const Line& wanted)
{
    const auto same = [](double left, double right) { return std::abs(left - right) < 1e-12; };
    for (const Panel& panel : figure.panels)
        for (const Element& element : panel.elements)
            if (const Line* line = std::get_if<Line>(&element); line && !isPin(line->role)
                && std::ranges::equal(line->x, wanted.x) && std::ranges::equal(line->y, wanted.y, same))
                return true;
    return false;
}

TEST(DrawnPins, AreTheCurvesThatThePinnedScenarioDrawsItself)
{
    int compared = 0;
    for (const char* id :
        {"learning_speed", "jacobian_spectrum", "speed_ratio", "balance_by_chance", "running_product", "precision"}) {
        const FigureKind& kind = *findKind(figuresRegistry(), id);
        for (const bool chains : {true, false}) {
            const model::Document document = pinned(chains);
            const Figure both = drawn(kind, document);
            const Figure own = drawn(kind, {document.pins[0].scenario, document.question, document.view});
            for (const Panel& panel : both.panels)
                for (const Element& element : panel.elements)
                    if (const Line* line = std::get_if<Line>(&element); line && isPin(line->role)) {
                        EXPECT_TRUE(hasLine(own, *line)) << id << ": " << plainText(line->name);
                        ++compared;
                    }
        }
    }
    EXPECT_GE(compared, 18);
}

/// A training of five layers beside a pinned one of three.
model::Document trained()
{
    model::Document document;
    document.question.layer = 2;
    model::Scenario& scenario = document.scenario = wide("tanh", "glorot_uniform");
    scenario.data = "spirals"; // classes, so that there is an accuracy
    scenario.inputs = scenario.outputs = 2;
    scenario.examples = 40;
    scenario.holdout = 20;
    scenario.epochs = 8;
    model::Scenario other = scenario;
    other.depth = 3;
    other.learningRate = 0.5;
    document.pins = {{"before", other}};
    return document;
}

TEST(DrawnPins, OfTrainingsAreTheCurvesOfTheirOwnFigures)
{
    const model::Document document = trained();
    const model::Scenario& other = document.pins[0].scenario;
    int figures = 0;
    for (const FigureKind* kind : figuresRegistry()) {
        if (!kind->needs().wants(results::kindOf<training::TrainingProgress>())
            || kind->id == "compare" // which has pens of its own for them
            || kind->id == "race") // which has no curves: race_test.cpp
            continue;
        ++figures;
        const Figure both = drawn(*kind, document), own = drawn(*kind, {other, document.question, document.view});
        int compared = 0;
        for (const Panel& panel : both.panels)
            for (const Element& element : panel.elements)
                if (const Line* line = std::get_if<Line>(&element); line && isPin(line->role)) {
                    EXPECT_TRUE(hasLine(own, *line)) << kind->id << ": " << plainText(line->name);
                    ++compared;
                }
        EXPECT_GT(compared, 0) << kind->id;
    }
    EXPECT_EQ(figures, 7);
}

TEST(DrawnPins, OfALayerThatThePinLacksAreSaid)
{
    model::Document document = trained();
    const auto said = [&](const char* id) {
        const Figure figure = drawn(*findKind(figuresRegistry(), id), document);
        return std::ranges::count_if(
            figure.notes, [](const Message& note) { return plainText(note) == "Pin “before” has no layer 4."; });
    };
    for (const char* id : {"speed_over_training", "update_ratio", "gradients_over_training", "saturation"}) {
        document.question.layer = 2;
        EXPECT_EQ(said(id), 0) << id;
        document.question.layer = 4;
        EXPECT_EQ(said(id), 1) << id;
    }
}

TEST(DrawnPins, OfAnExplosionAreTheProductsOfThePinnedChain)
{
    const model::Document document = pinned(true);
    const Figure figure = drawn(*findKind(figuresRegistry(), "explosion_window"), document);
    const Line* pinned = findElement<Line>(figure.panels[0], "before: |∂a₆/∂a₀|");
    ASSERT_TRUE(pinned);
    const model::Scenario& scenario = document.pins[0].scenario;
    const network::Network network(scenario, *data::makeDataset(scenario));
    ASSERT_GT(pinned->x.size(), 50u);
    for (std::size_t i = 0; i < pinned->x.size(); ++i)
        EXPECT_NEAR(pinned->y[i], explosion::chainProduct(network, 0, pinned->x[i]).log10(), 1e-9) << pinned->x[i];
}

TEST(DrawnPins, OfADeadChainAreSaid)
{
    model::Document document = pinned(true);
    document.pins[0].scenario.weight = 0;
    const Figure figure = drawn(*findKind(figuresRegistry(), "explosion_window"), document);
    EXPECT_FALSE(findElement<Line>(figure.panels[0], "before: |∂a₆/∂a₀|"));
    EXPECT_TRUE(std::ranges::any_of(figure.notes, [](const Message& note) {
        return plainText(note).find("before: |∂a₆/∂a₀| = 0 exactly") != std::string::npos;
    }));
}

TEST(DrawnPins, OfThePhasePlaneStandWhereTheirOwnFigureHasThem)
{
    const model::Document document = pinned(false);
    const FigureKind& kind = *findKind(figuresRegistry(), "phase");
    const Figure both = drawn(kind, document),
                 own = drawn(kind, {document.pins[0].scenario, document.question, document.view});
    const Points* pinned = findElement<Points>(both.panels[0], "before");
    const Points* self = findElement<Points>(own.panels[0], "this scenario");
    ASSERT_TRUE(pinned && self);
    EXPECT_EQ(pinned->x, self->x);
    EXPECT_EQ(pinned->y, self->y);
    model::Document far = document;
    far.pins[0].scenario.initializer = "mean_field";
    far.pins[0].scenario.gain = 900;
    const Figure outside = drawn(kind, far);
    EXPECT_FALSE(findElement<Points>(outside.panels[0], "before"));
    EXPECT_TRUE(std::ranges::any_of(outside.notes,
        [](const Message& note) { return plainText(note).find("lies outside this plane") != std::string::npos; }));
}

TEST(DrawnPins, InTheDrawingAreARowOfLayersInTheSameColours)
{
    const model::Document document = pinned(true);
    const FigureKind& kind = *findKind(figuresRegistry(), "network");
    const results::Snapshot snapshot = results::computeSnapshot(document, kind.needs());
    const Figure figure = kind.build(snapshot, document.question, document.view);
    const Graph *own = nullptr, *row = nullptr;
    for (const Element& element : figure.panels[0].elements)
        if (const Graph* graph = std::get_if<Graph>(&element))
            (isPin(graph->role) ? row : own) = graph;
    ASSERT_TRUE(own && row);
    ASSERT_EQ(row->nodes.size(), 4u) << "layers beside the scenario's four, without the input";
    EXPECT_EQ(row->lower, own->lower);
    EXPECT_EQ(row->upper, own->upper);
    for (std::size_t i = 0; i < 4; ++i) {
        const numerics::Scaled speed =
            snapshot.pins[0].get<evaluation::Evaluation>()->layer(static_cast<int>(i) + 1).speed.normOfMean;
        EXPECT_EQ(row->nodes[i].x, own->nodes[i + 1].x);
        EXPECT_NEAR(row->nodes[i].size.log10, speed.log10(), 1e-12);
        EXPECT_GE(row->nodes[i].size.log10, row->lower);
        EXPECT_LE(row->nodes[i].size.log10, row->upper);
    }
    // A wide network is coloured neuron by neuron: of its pin the root mean square over those of a layer.
    const model::Document wides = pinned(false);
    const results::Snapshot found = results::computeSnapshot(wides, kind.needs());
    const Figure beside = kind.build(found, wides.question, wides.view);
    for (const Element& element : beside.panels[0].elements)
        if (const Graph* graph = std::get_if<Graph>(&element); graph && isPin(graph->role)) {
            const numerics::Scaled speed = found.pins[0].get<evaluation::Evaluation>()->layer(1).speed.normOfMean;
            EXPECT_NEAR(graph->nodes[0].size.log10, speed.log10() - 0.5 * std::log10(8), 1e-12);
        }
}

TEST(DrawnPins, HaveNamesAndPensOfTheirOwn)
{
    model::Document document;
    document.pins.assign(4, {"same", model::Scenario{}});
    const results::Snapshot snapshot = results::computeSnapshot(document, results::needs<evaluation::Evaluation>());
    const std::vector<parts::DrawnPin> all = parts::drawnPins(snapshot);
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[0].name, "same");
    EXPECT_EQ(all[1].name, "same (2)");
    EXPECT_EQ(all[3].name, "same (4)");
    EXPECT_TRUE(all[0].role != all[1].role && all[1].role != all[2].role && all[0].role != all[2].role);
    EXPECT_TRUE(std::ranges::all_of(all, [](const parts::DrawnPin& pinned) { return isPin(pinned.role); }));
}

TEST(DrawnPins, AreComputedOnlyWhereSomethingIsMissing)
{
    model::Document document = pinned(false);
    const results::Needs wanted = results::needs<evaluation::Evaluation, jacobian::NetworkSpectrum,
        results::BalanceByChance, mean_field::MeanFieldPrediction>();
    const results::Needs spectrum = results::needs<jacobian::NetworkSpectrum>();
    results::Snapshot snapshot = results::computeSnapshot(document, wanted.own() | spectrum.ofPins());
    const results::PinnedResult& pin = snapshot.pins[0];
    EXPECT_TRUE(snapshot.get<evaluation::Evaluation>() && snapshot.get<results::BalanceByChance>()
        && snapshot.get<mean_field::MeanFieldPrediction>());
    EXPECT_TRUE(pin.get<jacobian::NetworkSpectrum>());
    EXPECT_FALSE(pin.get<evaluation::Evaluation>() || pin.get<results::BalanceByChance>()
        || pin.get<mean_field::MeanFieldPrediction>());
    const results::Needs rest = results::needs<evaluation::Evaluation, results::BalanceByChance>().ofPins();
    EXPECT_EQ(results::missing(snapshot, wanted), rest);
    const auto before = pin.shared<jacobian::NetworkSpectrum>();
    snapshot = results::computeSnapshot(document, rest, {.known = &snapshot});
    EXPECT_TRUE(results::missing(snapshot, wanted).empty());
    EXPECT_EQ(snapshot.pins[0].shared<jacobian::NetworkSpectrum>(), before) << "it was not computed again";
    ++document.question.seeds;
    const results::Snapshot more = results::computeSnapshot(document, {}, {.known = &snapshot});
    EXPECT_EQ(results::missing(more, wanted), results::needs<results::BalanceByChance>()) << "of other seeds";
    EXPECT_TRUE(results::missing(more, results::needs<explosion::ExplosionSet>()).empty()) << "it is no chain";
}

} // namespace drawn_pins_test
} // namespace deltascope::figures
