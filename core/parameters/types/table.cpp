// SPDX-License-Identifier: GPL-3.0-or-later
// How a table of the user's is understood, as {"target": "species", "leave_out": [1, "id"], "draw": "file_order"} and
// as target=COLUMN,leave_out=COLUMN,leave_out=COLUMN,draw=ORDER; “leave_out=” alone: no column. What else can be chosen
// is in data/table_setting.h; what is as by default is not written, but for draw.
#include "data/table_setting.h"
#include "model/scenario.h"
#include "parameters/groups.h"
#include "parameters/idle_parameters.h"
#include "parameters/parameter_type.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace deltascope::types {

extern const parameters::ParameterType table;

namespace {

using parameters::ParameterValue;

/// target, leave_out and what can be chosen.
std::string keys()
{
    std::string all = "target, leave_out";
    for (const data::TableChoice& choice : data::tableChoices())
        all += ", " + std::string(choice.key);
    return all;
}

std::string* chosen(model::TableSetting& setting, std::string_view key)
{
    const auto choices = data::tableChoices();
    const auto found = std::ranges::find(choices, key, &data::TableChoice::key);
    return found == choices.end() ? nullptr : &(setting.*(found->member));
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    const auto* setting = given.as<model::TableSetting>();
    if (!setting)
        return parameters::refused({translatable("core", "an object {…} is needed, of %1."), {keys()}});
    if (std::optional<Message> problem = data::problemOf(*setting))
        return parameters::refused(*std::move(problem));
    return given;
}

/// A column by its name or its number.
std::string columnIn(const reading::JsonValue& json, std::string_view key, reading::ListReader& reader)
{
    if (const std::string* name = json.as<std::string>())
        return *name;
    if (const double* number = json.as<double>();
        number && *number >= 1 && *number <= 1e9 && *number == std::floor(*number))
        return std::to_string(static_cast<std::int64_t>(*number));
    reader.fail(json.offset,
        {translatable("core", "%1: a column needs its name in quotation marks, or its number from 1."),
            {std::string(key)}});
    return {};
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    const auto* object = json.as<reading::JsonValue::Object>();
    if (!object)
        return {};
    model::TableSetting setting;
    for (const reading::JsonMember& member : *object) {
        if (member.key == "target") {
            setting.target = columnIn(member.value, member.key, reader);
        } else if (member.key == "leave_out") {
            setting.leaveOut.emplace();
            if (const auto* columns = member.value.as<reading::JsonValue::Array>())
                for (const reading::JsonValue& each : *columns)
                    setting.leaveOut->push_back(columnIn(each, member.key, reader));
            else
                setting.leaveOut->push_back(columnIn(member.value, member.key, reader));
        } else if (std::string* choice = chosen(setting, member.key)) {
            *choice = reader.string(member);
        } else {
            reader.unknownKey(member, keys().c_str());
        }
    }
    return setting;
}

std::string json(const ParameterValue& value)
{
    const model::TableSetting& setting = *value.as<model::TableSetting>();
    std::string text = "{";
    if (!setting.target.empty())
        text += "\"target\": " + reading::jsonString(setting.target) + ", ";
    if (setting.leaveOut) {
        std::vector<std::string> columns;
        for (const std::string& column : *setting.leaveOut)
            columns.push_back(reading::jsonString(column));
        text += "\"leave_out\": " + reading::jsonList(columns) + ", ";
    }
    for (const data::TableChoice& choice : data::tableChoices())
        if (choice.key != "draw" && setting.*choice.member != model::TableSetting().*choice.member)
            text += "\"" + std::string(choice.key) + "\": " + reading::jsonString(setting.*choice.member) + ", ";
    return text + "\"draw\": " + reading::jsonString(setting.draw) + "}";
}

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& /*none*/)
{
    if (text.starts_with('{'))
        return parameters::typedJson(table, text);
    model::TableSetting setting;
    while (!text.empty()) {
        const std::string part(text.substr(0, text.find(',')));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string name = part.substr(0, equals), value = part.substr(std::min(equals + 1, part.size()));
        std::string* const choice = chosen(setting, name);
        if (equals == part.size() || (name != "target" && name != "leave_out" && choice == nullptr))
            return parameters::refused(
                {translatable("core", "“%1” is not of the form KEY=VALUE with one of the keys %2."),
                    {reading::shortened(part), keys()}});
        if (name == "target")
            setting.target = value;
        else if (choice != nullptr)
            *choice = value;
        else if (!setting.leaveOut)
            setting.leaveOut.emplace();
        if (name == "leave_out" && !value.empty())
            setting.leaveOut->push_back(value);
    }
    return ParameterValue(std::move(setting));
}

parameters::Parameter<model::Scenario> row()
{
    return {
        .key = "table",
        .label = translatable("core", "Table"),
        .symbol = "",
        .unit = "",
        .help = translatable("core",
            "How your own table is understood: the target column and whether it is a class or a number, columns left "
            "out, how inputs and a numeric target are scaled, how examples are drawn; and, where it is not recognized "
            "correctly, the separator, the decimal mark and whether the first row names the columns."),
        .member = &model::Scenario::table,
        .group = parameters::kInputAndCost,
        .idle = parameters::idle::withoutTable,
    };
}

} // namespace

const parameters::ParameterType table{
    .name = "table",
    .type = &typeid(model::TableSetting),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .example = "target=species,leave_out=1,leave_out=id,scale=min_max,draw=file_order",
    .after = "data",
    .row = row,
};

} // namespace deltascope::types
