// SPDX-License-Identifier: GPL-3.0-or-later
// A result that a change made stale is never drawn: what is kept when one value of the scenario or of the question
// changes is what computing it anew gives, bit for bit, for every kind of result and every value.
#include "base/registry.h"
#include "core/support/needs_a_file.h"
#include "data/dataset.h"
#include "evaluation/layer_distributions.h"
#include "figures/figure_kind.h"
#include "measures/measure.h"
#include "parameters/parameters.h"
#include "results/seeds_band.h"
#include "results/snapshot.h"
#include "theory/explosion/explosion_set.h"
#include "theory/jacobian/network_spectrum.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace deltascope::results {
namespace results_test {

struct State {
    model::Scenario scenario;
    model::Question question;
};

struct Changed {
    std::string what;
    State state;
};

/// Other values of one parameter: every choice, and one number up and one down.
template <class Record>
std::vector<parameters::ParameterValue> otherValues(const Record& record, const parameters::Parameter<Record>& row)
{
    const parameters::ParameterValue value = parameters::valueOf(record, row);
    std::vector<parameters::ParameterValue> others;
    if (row.choices)
        for (const parameters::Choice& choice : row.choices())
            others.emplace_back(std::string(choice.id));
    else if (const auto* whole = value.as<int>())
        others = {*whole + 1, *whole + 2, *whole - 1};
    else if (const auto* large = value.as<std::int64_t>())
        others = {*large + 1, *large + 2};
    else if (const auto* real = value.as<double>())
        others = {*real + 0.25, *real / 2};
    else if (const parameters::ParameterType& type = parameters::typeOf(row); !type.example.empty())
        others.push_back(*parameters::typedValue(type, type.example, parameters::limitsOf(row)));
    return others;
}

/// The state with one value changed: every value of the scenario, and of the question.
std::vector<Changed> changesOf(const State& state)
{
    std::vector<Changed> all;
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
        for (const parameters::ParameterValue& value : otherValues(state.scenario, row))
            if (const Result<model::Scenario> next = parameters::withValue(state.scenario, row, value); next
                && *next != state.scenario && !parameters::validate(*next) && !needsAFile(next->data)
                && data::makeDataset(*next)) // else its targets and cost do not go together
                all.push_back({std::string(row.key), {*next, state.question}});
    for (const parameters::Parameter<model::Question>& row : parameters::questionParameters())
        for (const parameters::ParameterValue& value : otherValues(state.question, row))
            if (const Result<model::Question> next = parameters::withValue(state.question, row, value);
                next && *next != state.question)
                all.push_back({std::string(row.key), {state.scenario, *next}});
    return all;
}

Snapshot computed(const State& state, Needs needs)
{
    return computeSnapshot({state.scenario, state.question}, needs);
}

Snapshot computed(const State& state, const ResultKind& kind)
{
    return computed(state, Needs::of(kind, false));
}

/// By kind, the parameters whose change leaves a stale result where its kind says that it holds. What is computed anew
/// after a change shares what it is built on.
std::map<std::string_view, std::set<std::string>> staleAfter(
    const State& before, std::span<const ResultKind* const> kinds)
{
    Needs all;
    for (const ResultKind* kind : kinds)
        all |= Needs::of(*kind, false);
    const Snapshot known = computed(before, all);
    std::map<std::string_view, std::set<std::string>> stale;
    for (const Changed& change : changesOf(before)) {
        std::vector<const ResultKind*> kept;
        Needs anew;
        for (const ResultKind* kind : kinds)
            if (known.get(*kind) && holds(*kind, known.asked(), {change.state.scenario, change.state.question})) {
                kept.push_back(kind);
                anew |= Needs::of(*kind, false);
            }
        const Snapshot fresh = computed(change.state, anew);
        for (const ResultKind* kind : kept)
            if (!fresh.get(*kind) || !kind->value.equal(known.get(*kind).get(), fresh.get(*kind).get()))
                stale[kind->id].insert(change.what);
    }
    return stale;
}

std::set<std::string> staleAfter(const State& before, const ResultKind& kind)
{
    const ResultKind* const one[] = {&kind};
    return staleAfter(before, one)[kind.id];
}

model::Question fewSeeds()
{
    return {.seeds = 3};
}

model::Scenario chain()
{
    model::Scenario scenario;
    scenario.weight = 3;
    scenario.bias = -1;
    scenario.epochs = 4;
    return scenario;
}

model::Scenario wide()
{
    model::Scenario scenario;
    scenario.depth = 4;
    scenario.width = 5;
    scenario.inputs = 4;
    scenario.outputs = 3;
    scenario.activation = "tanh";
    scenario.initializer = "mean_field";
    scenario.gain = 1.3;
    scenario.biasDeviation = 0.1;
    scenario.data = "gaussian";
    scenario.examples = 6;
    scenario.holdout = 4;
    scenario.batch = 3;
    scenario.epochs = 3;
    return scenario;
}

/// More layers than are looked at closely, so that it matters which one is selected.
model::Scenario deep()
{
    model::Scenario scenario = wide();
    scenario.depth = 200;
    scenario.epochs = 1;
    return scenario;
}

/// Wide enough for only some of its layers to be decomposed.
model::Scenario broad()
{
    model::Scenario scenario = wide();
    scenario.depth = 45;
    scenario.width = 64;
    return scenario;
}

model::Question at(std::int64_t step)
{
    return {.seeds = 3, .step = step};
}

std::vector<std::pair<std::string, State>> statesOfAllKinds()
{
    model::Scenario normalized = wide(), remedies = wide();
    normalized.normalization = "batch";
    remedies.initializer = "he_normal";
    remedies.activation = "relu";
    remedies.residual = 0.5;
    remedies.optimizer = "adam";
    remedies.outputActivation = "identity";
    model::Scenario rectified = remedies; // of finite width there is an exact law
    rectified.residual = 0;
    model::Scenario linear = chain(); // whose modes learn by a closed form
    linear.depth = 2;
    linear.width = linear.inputs = linear.outputs = 2;
    linear.examples = 4;
    linear.data = "linear_teacher";
    linear.initializer = "scaled_identity";
    linear.activation = linear.outputActivation = "identity";
    linear.learningRate = 0.01;
    model::Scenario tied = wide();
    tied.tied = true;
    model::Scenario plane = wide(); // one input of which may be looked at alone
    plane.inputs = 2;
    return {
        {"tied", {tied, fewSeeds()}},
        {"at_a_point", {plane, {.seeds = 3, .point = {0.3, -0.5}}}},
        {"linear", {linear, fewSeeds()}},
        {"chain", {chain(), fewSeeds()}},
        {"chain_in_training", {chain(), at(2)}},
        {"wide", {wide(), fewSeeds()}},
        {"wide_in_training", {wide(), at(3)}},
        {"normalized", {normalized, fewSeeds()}},
        {"remedies", {remedies, fewSeeds()}},
        {"rectified", {rectified, fewSeeds()}},
    };
}

class ResultsOf : public testing::TestWithParam<std::pair<std::string, State>> { };

TEST_P(ResultsOf, WhatIsKeptIsWhatComputingItAnewGives)
{
    ASSERT_FALSE(parameters::validate(GetParam().second.scenario));
    const auto stale = staleAfter(GetParam().second, resultsInOrder());
    for (const auto& [kind, changes] : stale)
        EXPECT_EQ(changes, std::set<std::string>{}) << kind;
}

INSTANTIATE_TEST_SUITE_P(
    , ResultsOf, testing::ValuesIn(statesOfAllKinds()), [](const auto& state) { return state.param.first; });

TEST(Results, EachKindHasAStateAboveToWhichItApplies)
{
    std::set<std::string_view> seen;
    for (const auto& [name, state] : statesOfAllKinds())
        for (const ResultKind* kind : resultsInOrder())
            if (!kind->brought && !seen.contains(kind->id) && computed(state, *kind).get(*kind))
                seen.insert(kind->id);
    for (const ResultKind* kind : resultsRegistry())
        EXPECT_EQ(seen.contains(kind->id), !kind->brought) << kind->id;
}

// Nor is anything computed again for nothing: what is said to change the network or its cost does so somewhere.
TEST(Results, WhatChangesNothingOfTheNetworkIsNotSaidTo)
{
    model::Scenario normal = wide(), remedies = wide();
    normal.initializer = "standard_normal";
    remedies.residual = 0.5;
    std::set<std::string_view> expected, changing;
    for (const model::Scenario& scenario : {chain(), wide(), normal, remedies}) {
        const State state{scenario, fewSeeds()};
        const ResultKind& kind = kindOf<evaluation::Evaluation>();
        const Snapshot known = computed(state, kind);
        for (const Changed& change : changesOf(state)) {
            const auto* row = parameters::findScenarioParameter(change.what);
            if (!row || !kind.dependsOn.intersects(row->invalidates)
                || (row->idle && !row->idle(change.state.scenario).empty()))
                continue;
            expected.insert(row->key);
            if (!changing.contains(row->key)
                && !kind.value.equal(known.get(kind).get(), computed(change.state, kind).get(kind).get()))
                changing.insert(row->key);
        }
    }
    EXPECT_EQ(changing, expected);
}

TEST(Results, OfAChoiceOfLayersAreOfTheSelectedOneToo)
{
    EXPECT_EQ(staleAfter({deep(), fewSeeds()}, kindOf<evaluation::LayerDistributions>()), std::set<std::string>{});
    State state{broad(), fewSeeds()};
    const ResultKind& spectrum = kindOf<jacobian::NetworkSpectrum>();
    const Snapshot known = computed(state, spectrum);
    for (const int layer : {1, 3, 4, 45}) {
        state.question.layer = layer;
        const Snapshot fresh = computed(state, spectrum);
        EXPECT_EQ(holds(spectrum, known.asked(), fresh.asked()),
            spectrum.value.equal(known.get(spectrum).get(), fresh.get(spectrum).get()))
            << layer;
    }
}

// The sweep above could not fail if it did not find these.
TEST(Results, AWrongDependencyIsFound)
{
    const State start{wide(), fewSeeds()};
    ResultKind wrong = kindOf<evaluation::Evaluation>();
    wrong.dependsOn = {model::Dependency::network, model::Dependency::step};
    EXPECT_TRUE(staleAfter(start, wrong).contains("loss"));
    wrong.dependsOn = {model::Dependency::network, model::Dependency::loss};
    EXPECT_TRUE(staleAfter(start, wrong).contains("step"));
    EXPECT_TRUE(staleAfter({wide(), at(3)}, wrong).contains("step"));
    wrong.dependsOn = {model::Dependency::loss, model::Dependency::step};
    EXPECT_TRUE(staleAfter(start, wrong).contains("gain"));

    ResultKind course = kindOf<training::TrainingProgress>();
    course.dependsOn = {
        model::Dependency::network, model::Dependency::loss, model::Dependency::end, model::Dependency::heldOut};
    EXPECT_TRUE(staleAfter(start, course).contains("learning_rate"));
    course.dependsOn = {
        model::Dependency::network, model::Dependency::loss, model::Dependency::end, model::Dependency::training};
    EXPECT_TRUE(staleAfter(start, course).contains("holdout"));

    ResultKind set = kindOf<explosion::ExplosionSet>();
    set.dependsOn = {model::Dependency::network, model::Dependency::step};
    EXPECT_EQ(staleAfter({chain(), fewSeeds()}, set), std::set<std::string>{"k"});

    ResultKind band = kindOf<SeedsBand>();
    band.dependsOn = {model::Dependency::network, model::Dependency::loss};
    EXPECT_EQ(staleAfter(start, band), std::set<std::string>{"seeds"});

    ResultKind distributions = kindOf<evaluation::LayerDistributions>();
    distributions.sameLayers = [](const model::Scenario&, int, int) { return true; };
    EXPECT_EQ(staleAfter({deep(), at(0)}, distributions), std::set<std::string>{"layer"});
}

TEST(Results, TakeFromOthersWhatHoldsAndTheFinerOfTwo)
{
    model::Document document{wide(), fewSeeds()};
    const Snapshot known = computeSnapshot(document, needs<evaluation::Evaluation, SeedsBand>());
    Snapshot next;
    next.scenario = document.scenario;
    next.question = document.question;
    next.scenario.learningRate = 7;
    next.take(known);
    EXPECT_EQ(next.shared<SeedsBand>(), known.shared<SeedsBand>()) << "another learning rate is no other start";
    EXPECT_EQ(next.shared<evaluation::Evaluation>(), known.shared<evaluation::Evaluation>());
    EXPECT_EQ(next.network, known.network);
    EXPECT_EQ(next.data, known.data);

    SeedsBand some = *known.get<SeedsBand>();
    some.done = 1;
    next.put(std::make_shared<const SeedsBand>(some));
    next.take(known);
    EXPECT_EQ(next.shared<SeedsBand>(), known.shared<SeedsBand>());
    Snapshot coarse = known;
    coarse.put(std::make_shared<const SeedsBand>(some));
    next.take(coarse);
    EXPECT_EQ(next.shared<SeedsBand>(), known.shared<SeedsBand>());

    next = {};
    next.scenario = document.scenario;
    next.scenario.gain = 2;
    next.question = document.question;
    next.take(known);
    EXPECT_FALSE(next.get<SeedsBand>() || next.get<evaluation::Evaluation>() || next.network || next.data);
}

TEST(Results, AreNotComputedAgainWhereTheyAreKnown)
{
    model::Document document{.scenario = wide(), .question = fewSeeds(), .pins = {{"before", wide()}}};
    const Needs wanted = needs<evaluation::Evaluation, evaluation::LayerDistributions, SeedsBand>();
    const Snapshot known = computeSnapshot(document, wanted);
    document.scenario.optimizer = "adam";
    document.pins.push_back({"now", document.scenario});
    const Snapshot next = computeSnapshot(document, wanted | needs<jacobian::NetworkSpectrum>(), {.known = &known});
    EXPECT_TRUE(missing(next, wanted | needs<jacobian::NetworkSpectrum>()).empty());
    EXPECT_EQ(next.shared<evaluation::LayerDistributions>(), known.shared<evaluation::LayerDistributions>());
    EXPECT_EQ(next.shared<SeedsBand>(), known.shared<SeedsBand>());
    ASSERT_EQ(next.pins.size(), 2u);
    EXPECT_EQ(next.pins[0].shared<evaluation::Evaluation>(), known.pins[0].shared<evaluation::Evaluation>());
    EXPECT_EQ(
        next.pins[1].shared<evaluation::LayerDistributions>(), known.pins[0].shared<evaluation::LayerDistributions>())
        << "another optimizer is no other start";
    EXPECT_FALSE(next.pins[1].get<SeedsBand>()) << "not drawn of pins";
}

TEST(Results, AreFoundByWhoeverNeedsThem)
{
    for (const figures::FigureKind* kind : figures::figuresRegistry())
        EXPECT_FALSE(kind->needs().empty()) << kind->id;
    for (const measures::MeasureKind* kind : measures::measuresRegistry())
        EXPECT_FALSE(kind->needs().own().empty()) << kind->id;
    EXPECT_LE(resultsRegistry().size(), 64u) << "a set of them has so many bits";
    std::set<std::string_view> ids;
    std::set<ResultType> types;
    for (const ResultKind* kind : resultsRegistry()) {
        EXPECT_TRUE(ids.insert(kind->id).second) << kind->id;
        EXPECT_TRUE(types.insert(kind->value.type).second) << kind->id << ": a type is one kind of result";
        EXPECT_FALSE(kind->dependsOn == model::Dependencies{}) << kind->id;
        EXPECT_NE(std::string_view(kind->work), "") << kind->id;
    }
}

} // namespace results_test
} // namespace deltascope::results
