// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/parameter_json.h"

#include "reading/text_encoding.h"

namespace deltascope::documents {

namespace {

template <class Record>
Result<Record> putFromJson(Record record, const parameters::Parameter<Record>& parameter,
    const reading::JsonValue& json, std::string_view text)
{
    reading::ListReader reader(text);
    const parameters::ParameterValue value = parameters::typeOf(parameter).read(json, reader);
    if (reader.error)
        return *std::move(reader.error);
    Result<Record> next = parameters::withValue(std::move(record), parameter, value);
    if (!next)
        return reading::errorAt(text, json.offset, next.error().what);
    return next;
}

Error wrongText(std::string_view key, Message problem)
{
    return {Fault::usage, {translatable("core", "%1: %2"), {std::string(key), std::move(problem)}}};
}

template <class Record>
Result<Record> putText(Record record, const parameters::Parameter<Record>& parameter, std::string_view text)
{
    if (reading::invalidUtf8(text))
        return wrongText(parameter.key, {translatable("core", "the value must be text in UTF-8."), {}});
    const Result<parameters::ParameterValue> value =
        parameters::typedValue(parameters::typeOf(parameter), text, parameters::limitsOf(parameter));
    if (!value)
        return wrongText(parameter.key, value.error().what);
    return parameters::withValue(std::move(record), parameter, *value);
}

} // namespace

Result<model::Scenario> withJson(model::Scenario scenario, const parameters::Parameter<model::Scenario>& parameter,
    const reading::JsonValue& json, std::string_view text)
{
    return putFromJson(std::move(scenario), parameter, json, text);
}

Result<model::ViewState> withJson(model::ViewState view, const parameters::Parameter<model::ViewState>& parameter,
    const reading::JsonValue& json, std::string_view text)
{
    return putFromJson(std::move(view), parameter, json, text);
}

Result<model::Scenario> withText(
    model::Scenario scenario, const parameters::Parameter<model::Scenario>& parameter, std::string_view text)
{
    return putText(std::move(scenario), parameter, text);
}

Result<model::ViewState> withText(
    model::ViewState view, const parameters::Parameter<model::ViewState>& parameter, std::string_view text)
{
    return putText(std::move(view), parameter, text);
}

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
