// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/table_setting_json.h"

#include <algorithm>
#include <cstdint>

namespace deltascope::documents {

namespace {

/// A column by its name or its number.
std::string columnIn(const JsonValue& json, std::string_view key, ListReader& reader)
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

} // namespace

model::TableSetting readTableSetting(const JsonValue::Object& object, ListReader& reader)
{
    model::TableSetting table;
    for (const JsonMember& member : object) {
        if (member.key == "target") {
            table.target = columnIn(member.value, member.key, reader);
        } else if (member.key == "leave_out") {
            table.leaveOut.emplace();
            if (const auto* columns = member.value.as<JsonValue::Array>())
                for (const JsonValue& each : *columns)
                    table.leaveOut->push_back(columnIn(each, member.key, reader));
            else
                table.leaveOut->push_back(columnIn(member.value, member.key, reader));
        } else if (member.key == "draw") {
            table.draw = reader.string(member);
        } else {
            reader.unknownKey(member, "target, leave_out, draw");
        }
    }
    return table;
}

Result<model::TableSetting> typedTable(std::string_view text)
{
    model::TableSetting table;
    while (!text.empty()) {
        const std::string part(text.substr(0, text.find(',')));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string name = part.substr(0, equals), value = part.substr(std::min(equals + 1, part.size()));
        if (equals == part.size() || (name != "target" && name != "leave_out" && name != "draw"))
            return Error{Fault::usage,
                {translatable("core", "“%1” is not of the form target=COLUMN, leave_out=COLUMN or draw=ORDER."),
                    {reading::shortened(part)}}};
        if (name == "target")
            table.target = value;
        else if (name == "draw")
            table.draw = value;
        else if (!table.leaveOut)
            table.leaveOut.emplace();
        if (name == "leave_out" && !value.empty())
            table.leaveOut->push_back(value);
    }
    return table;
}

std::string tableJson(const model::TableSetting& table)
{
    std::string text = "{";
    if (!table.target.empty())
        text += "\"target\": " + jsonString(table.target) + ", ";
    if (table.leaveOut) {
        std::string columns;
        for (const std::string& column : *table.leaveOut)
            columns += (columns.empty() ? "" : ", ") + jsonString(column);
        text += "\"leave_out\": [" + columns + "], ";
    }
    return text + "\"draw\": " + jsonString(table.draw) + "}";
}

} // namespace deltascope::documents
