// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/ladder.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "parameters/parameters.h"
#include "results/memory_need.h"

#include <algorithm>
#include <string_view>

namespace deltascope::results {

namespace {

constexpr int kWidth = 30; // of a chain's ladder: the hidden layers of Nielsen's chapter 5
constexpr int kExamples = 32; // of one that has too few to normalize over

struct Rung {
    const char* name;
    const char* activation;
    const char* initializer;
    double residual;
    const char* normalization;
};

constexpr Rung kRungs[] = {
    {translatable("core", "sigmoid, N(0, 1)"), "sigmoid", "standard_normal", 0, "none"},
    {translatable("core", "sigmoid, Glorot"), "sigmoid", "glorot_uniform", 0, "none"},
    {translatable("core", "tanh, Glorot"), "tanh", "glorot_uniform", 0, "none"},
    {translatable("core", "ReLU, He"), "relu", "he_normal", 0, "none"},
    {translatable("core", "ReLU, He, residual"), "relu", "he_normal", 1, "none"},
    {translatable("core", "ReLU, He, batch norm"), "relu", "he_normal", 0, "batch"},
};

bool equalInputs(const model::Scenario& scenario)
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
    return kind && kind->usesInput;
}

/// What all rungs share.
model::Scenario sharedScenario(model::Scenario scenario)
{
    for (model::LayerSetting& own : scenario.layers) { // its width stays
        own.weight.reset();
        own.bias.reset();
        own.activation.reset();
    }
    std::erase_if(scenario.layers, [](const model::LayerSetting& own) { return own.empty(); });
    scenario.gain = 1;
    scenario.clipNorm = 0;
    if (scenario.width < 2 && scenario.depth > 1)
        scenario.width = kWidth;
    for (model::LayerSetting& own : scenario.layers) // which normalization over the neurons could not pass
        if (own.width && *own.width < 2)
            own.width = kWidth;
    if (equalInputs(scenario))
        scenario.data = "gaussian";
    if (scenario.examples < 2)
        scenario.examples = kExamples;
    const auto needed = [&] {
        return kProgramMemory + kDrawingMemory + 2 * (networkMemory(scenario) + dataMemory(scenario))
            + passesMemory(scenario);
    };
    while (scenario.examples > 2 && needed() > kMemoryLimit)
        scenario.examples = std::max(2, scenario.examples / 2);
    return scenario;
}

Argument shownStep(const parameters::Parameter<model::Scenario>& row, const parameters::ParameterValue& value)
{
    if (row.choices)
        for (const parameters::Choice& choice : row.choices())
            if (choice.id == *value.as<std::string>())
                return Message{choice.name, {}};
    if (const int* whole = value.as<int>())
        return *whole;
    if (const double* real = value.as<double>())
        return *real;
    return *value.as<std::string>();
}

std::vector<Message> changesBetween(const model::Scenario& given, const model::Scenario& shared)
{
    std::vector<Message> changes;
    for (const char* key : {"width", "data", "examples", "gain"}) {
        const parameters::Parameter<model::Scenario>& row = *parameters::findScenarioParameter(key);
        if (const parameters::ParameterValue value = parameters::valueOf(shared, row);
            value != parameters::valueOf(given, row))
            changes.push_back({"%1 = %2", {Message{row.label, {}}, shownStep(row, value)}});
    }
    return changes;
}

std::shared_ptr<const evaluation::Evaluation> evaluated(const model::Scenario& scenario, const std::stop_token& stop)
{
    const Result<data::Dataset> data = data::makeDataset(scenario, stop);
    if (!data || stop.stop_requested())
        return nullptr;
    auto evaluation = evaluation::evaluate(scenario, *data, network::Network(scenario, *data, stop), stop);
    return evaluation ? std::make_shared<const evaluation::Evaluation>(*std::move(evaluation)) : nullptr;
}

} // namespace

bool LadderRung::operator==(const LadderRung& other) const
{
    const bool sameEvaluation =
        evaluation && other.evaluation ? *evaluation == *other.evaluation : evaluation == other.evaluation;
    return std::string_view(name) == other.name && scenario == other.scenario && refused == other.refused
        && sameEvaluation;
}

bool Ladder::complete() const
{
    return std::ranges::all_of(rungs, [](const LadderRung& rung) { return rung.refused || rung.evaluation; });
}

Ladder ladderOf(const model::Scenario& scenario)
{
    const model::Scenario shared = sharedScenario(scenario);
    Ladder ladder;
    ladder.changes = changesBetween(scenario, shared);
    for (const Rung& rung : kRungs) {
        model::Scenario next = shared;
        next.activation = rung.activation;
        next.initializer = rung.initializer;
        next.residual = rung.residual;
        next.normalization = rung.normalization;
        const double bytes = networkMemory(next) + dataMemory(next) + passesMemory(next);
        const bool refused = parameters::validate(next).has_value() || kProgramMemory + bytes > kMemoryLimit;
        ladder.rungs.push_back({rung.name, std::move(next), refused, nullptr});
    }
    return ladder;
}

Ladder evaluateLadder(
    const model::Scenario& scenario, const std::stop_token& stop, const std::function<void(const Ladder&)>& refined)
{
    Ladder ladder = ladderOf(scenario);
    for (LadderRung& rung : ladder.rungs) {
        if (stop.stop_requested())
            break;
        if (rung.refused)
            continue;
        rung.evaluation = evaluated(rung.scenario, stop);
        rung.refused = !rung.evaluation && !stop.stop_requested();
        if (refined && rung.evaluation)
            refined(ladder);
    }
    return ladder;
}

} // namespace deltascope::results
