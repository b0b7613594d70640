// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trained_step.h"

#include "documents/parameter_json.h"

namespace deltascope::cli {

namespace {

std::int64_t stepCount(const model::Scenario& scenario)
{
    const bool whole = scenario.batch == 0 || scenario.batch >= scenario.examples;
    const std::int64_t inEpoch = whole ? 1 : (scenario.examples + scenario.batch - 1) / scenario.batch;
    return inEpoch * scenario.epochs;
}

} // namespace

Result<std::int64_t> readStep(const Invocation& invocation, const model::Scenario& scenario)
{
    if (!invocation.has("--step"))
        return std::int64_t{0};
    const Result<model::Question> question = documents::withText(model::Question{},
        *parameters::findParameter<model::Question>("step"), invocation.value("--step").toStdString());
    if (!question)
        return question.error();
    if (question->step > stepCount(scenario))
        return Error{Fault::usage,
            {translatable("core", "--step: the training has %1 steps, in %2 epochs, so there is no step %3."),
                {stepCount(scenario), scenario.epochs, question->step}}};
    return question->step;
}

} // namespace deltascope::cli
