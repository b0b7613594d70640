// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/parameter_json.h"

#include "maps/checked_map.h"
#include "reading/text_encoding.h"

#include <type_traits>

namespace deltascope::documents {

namespace {

Error wrongText(std::string_view key, Message problem)
{
    return {Fault::usage, {translatable("core", "%1: %2"), {std::string(key), std::move(problem)}}};
}

/// What no single row can check: a map of measures that there are not.
template <class Record>
std::optional<Error> problemIn(const Record& record)
{
    if constexpr (std::is_same_v<Record, model::Question>)
        return record.map ? maps::problemOf(*record.map) : std::nullopt;
    else
        return std::nullopt;
}

} // namespace

template <class Record>
Result<Record> withJson(Record record, const parameters::Parameter<Record>& parameter, const reading::JsonValue& json,
    std::string_view text)
{
    reading::ListReader reader(text);
    const parameters::ParameterValue value = parameters::typeOf(parameter).read(json, reader);
    if (reader.error)
        return *std::move(reader.error);
    Result<Record> next = parameters::withValue(std::move(record), parameter, value);
    if (!next)
        return reading::errorAt(text, json.offset, next.error().what);
    if (std::optional<Error> problem = problemIn(*next))
        return reading::errorAt(text, json.offset, wrongText(parameter.key, std::move(problem->what)).what);
    return next;
}

template <class Record>
Result<Record> withText(Record record, const parameters::Parameter<Record>& parameter, std::string_view text)
{
    if (reading::invalidUtf8(text))
        return wrongText(parameter.key, {translatable("core", "the value must be text in UTF-8."), {}});
    const Result<parameters::ParameterValue> value =
        parameters::typedValue(parameters::typeOf(parameter), text, parameters::limitsOf(parameter));
    if (!value)
        return wrongText(parameter.key, value.error().what);
    Result<Record> next = parameters::withValue(std::move(record), parameter, *value);
    if (next)
        if (std::optional<Error> problem = problemIn(*next))
            return wrongText(parameter.key, std::move(problem->what));
    return next;
}

template Result<model::Scenario> withJson(
    model::Scenario, const parameters::Parameter<model::Scenario>&, const reading::JsonValue&, std::string_view);
template Result<model::Question> withJson(
    model::Question, const parameters::Parameter<model::Question>&, const reading::JsonValue&, std::string_view);
template Result<model::ViewState> withJson(
    model::ViewState, const parameters::Parameter<model::ViewState>&, const reading::JsonValue&, std::string_view);
template Result<model::Preferences> withJson(
    model::Preferences, const parameters::Parameter<model::Preferences>&, const reading::JsonValue&, std::string_view);
template Result<model::Scenario> withText(
    model::Scenario, const parameters::Parameter<model::Scenario>&, std::string_view);
template Result<model::Question> withText(
    model::Question, const parameters::Parameter<model::Question>&, std::string_view);
template Result<model::ViewState> withText(
    model::ViewState, const parameters::Parameter<model::ViewState>&, std::string_view);
template Result<model::Preferences> withText(
    model::Preferences, const parameters::Parameter<model::Preferences>&, std::string_view);

std::string typedText(const parameters::ParameterValue& value)
{
    const parameters::ParameterType& type = parameters::typeOf(value);
    return type.text != nullptr ? type.text(value) : type.json(value);
}

std::string jsonText(const parameters::ParameterValue& value)
{
    return parameters::typeOf(value).json(value);
}

} // namespace deltascope::documents
