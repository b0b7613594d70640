// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed in mid-run, in the order of the steps.
#include "parameters/groups.h"
#include "parameters/number_limits.h"
#include "parameters/parameters.h"
#include "reading/text_encoding.h"
#include "training/mid_run_values.h"

#include <algorithm>

namespace deltascope::types {

namespace {

using parameters::ParameterValue;
using Changes = std::vector<model::Change>;

std::optional<Message> problemOf(const model::Change& change)
{
    const parameters::Parameter<model::Scenario>* row = parameters::findScenarioParameter(change.key);
    if (!row || !training::findMidRunValue(change.key)) {
        std::string allowed;
        for (const parameters::Parameter<model::Scenario>& each : parameters::scenarioParameters())
            if (training::findMidRunValue(each.key))
                allowed += (allowed.empty() ? "" : ", ") + std::string(each.key);
        return Message{translatable("core", "“%1” cannot change in mid-run; what can is %2."),
            {reading::shortened(change.key), std::move(allowed)}};
    }
    if (std::optional<Message> problem = parameters::outsideLimits(change.value, limitsOf(*row), false))
        return Message{translatable("core", "step %1, %2"),
            {change.step, Message{translatable("core", "%1: %2"), {change.key, *std::move(problem)}}}};
    return std::nullopt;
}

std::optional<Message> problemOf(const Changes& changes)
{
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (std::optional<Message> problem = problemOf(changes[i]))
            return problem;
        if (!(changes[i].step >= 0 && static_cast<double>(changes[i].step) <= model::kMaxStep))
            return Message{translatable("core", "step must be a whole number from 0 to 10^15."), {}};
        for (std::size_t before = i; before > 0 && changes[before - 1].step == changes[i].step; --before)
            if (changes[before - 1].key == changes[i].key)
                return Message{translatable("core", "%1 is changed twice at step %2; once is enough."),
                    {changes[i].key, changes[i].step}};
    }
    return std::nullopt;
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    if (!given.as<Changes>())
        return parameters::refused({translatable("core", "a list of changes is needed."), {}});
    Changes changes = *given.as<Changes>();
    std::ranges::stable_sort(changes, {}, &model::Change::step);
    if (std::optional<Message> problem = problemOf(changes))
        return parameters::refused(*std::move(problem));
    return ParameterValue(std::move(changes));
}

model::Change readChange(const reading::JsonValue::Object& entry, std::size_t offset, reading::ListReader& reader)
{
    const Message wholeStep{translatable("core", "step must be a whole number from 0 to 10^15."), {}};
    model::Change change;
    bool hasStep = false, hasValue = false;
    for (const reading::JsonMember& member : entry) {
        if (member.key == "step") {
            change.step = static_cast<std::int64_t>(reader.large(member, model::kMaxStep, wholeStep));
            hasStep = true;
        } else if (member.key == "key") {
            change.key = reader.string(member);
        } else if (member.key == "value") {
            change.value = reader.number(member);
            hasValue = true;
        } else {
            reader.unknownKey(member, "step, key, value");
        }
    }
    if (!hasStep || !hasValue || change.key.empty())
        reader.fail(offset, {translatable("core", "each change needs a step, a key and a value."), {}});
    return change;
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    const auto* array = json.as<reading::JsonValue::Array>();
    return array != nullptr ? ParameterValue(reader.entries(*array, readChange)) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    std::vector<std::string> items;
    for (const model::Change& change : *value.as<Changes>())
        items.push_back("{\"step\": " + std::to_string(change.step) + ", \"key\": " + reading::jsonString(change.key)
            + ", \"value\": " + reading::jsonNumber(change.value) + "}");
    return reading::jsonList(items);
}

parameters::Parameter<model::Scenario> row()
{
    return {
        .key = "changes",
        .label = translatable("core", "Changes in mid-run"),
        .symbol = "",
        .unit = "",
        .help = translatable("core", "What was changed while a training ran: step, key and value."),
        .member = &model::Scenario::changes,
        .invalidates = model::Dependency::training,
        .group = parameters::kTraining,
    };
}

} // namespace

extern const parameters::ParameterType changes;
const parameters::ParameterType changes{
    .name = "list of changes",
    .type = &typeid(Changes),
    .accepted = accepted,
    .read = read,
    .json = json,
    .example = "[{\"step\": 1, \"key\": \"learning_rate\", \"value\": 3}]",
    .after = "holdout",
    .row = row,
};

} // namespace deltascope::types
