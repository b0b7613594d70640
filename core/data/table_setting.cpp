// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_setting.h"

#include "reading/text_encoding.h"

#include <algorithm>
#include <string>

namespace deltascope::data {

namespace {

const TableOption kFound{"found", translatable("core", "found")};

std::vector<TableOption> scales()
{
    return {{"none", translatable("core", "unchanged")}, {"standard", translatable("core", "mean 0, deviation 1")},
        {"min_max", translatable("core", "0 to 1")}};
}

std::vector<TableChoice> choices()
{
    using Setting = model::TableSetting;
    return {
        {"separator", translatable("core", "Separator"), &Setting::separator,
            {kFound, {"comma", translatable("core", "comma")}, {"semicolon", translatable("core", "semicolon")},
                {"tab", translatable("core", "tab")}, {"bar", translatable("core", "bar |")},
                {"blank", translatable("core", "blanks")}}},
        {"decimal", translatable("core", "Decimal mark"), &Setting::decimalMark,
            {kFound, {"point", translatable("core", "point")}, {"comma", translatable("core", "comma")}}},
        {"header", translatable("core", "Header row"), &Setting::header,
            {kFound, {"yes", translatable("core", "yes")}, {"no", translatable("core", "no")}}},
        {"target_as", translatable("core", "Target is"), &Setting::targetAs,
            {kFound, {"classes", translatable("core", "a class")}, {"number", translatable("core", "a number")}}},
        {"scale", translatable("core", "Inputs scaled"), &Setting::scale, scales()},
        {"target_scale", translatable("core", "Target scaled"), &Setting::targetScale, scales()},
        {"draw", translatable("core", "Examples drawn"), &Setting::draw,
            {{"shuffled", translatable("core", "shuffled by the seed")},
                {"stratified", translatable("core", "shuffled, each class evenly")},
                {"file_order", translatable("core", "in the order of the file")}}},
    };
}

} // namespace

std::span<const TableChoice> tableChoices()
{
    static const std::vector<TableChoice> all = choices();
    return all;
}

std::optional<Message> problemOf(const model::TableSetting& setting)
{
    for (const TableChoice& choice : tableChoices()) {
        const std::string& value = setting.*choice.member;
        if (std::ranges::find(choice.options, value, &TableOption::id) != choice.options.end())
            continue;
        std::string known;
        for (const TableOption& option : choice.options)
            known += (known.empty() ? "" : ", ") + std::string(option.id);
        return Message{translatable("core", "%1: “%2” is not known; the choices are %3."),
            {std::string(choice.key), reading::shortened(value), known}};
    }
    for (const std::string& column : setting.leaveOut.value_or(std::vector<std::string>{}))
        if (column.empty())
            return Message{translatable("core", "leave_out: a column needs a name or a number from 1."), {}};
    return std::nullopt;
}

} // namespace deltascope::data
