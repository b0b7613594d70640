// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_classes.h"

#include "base/message.h"

#include <algorithm>
#include <map>
#include <utility>

namespace deltascope::data {

namespace {

std::string nameOf(double number)
{
    return plainText({"%1", {Real{number, 15}}});
}

} // namespace

TableClasses wordClasses(const reading::CsvTable& table, int column, const std::vector<int>& rows)
{
    TableClasses classes;
    classes.words = true;
    std::map<std::pair<int, double>, int> known; // by the word, or −1 and the number
    for (const int row : rows) {
        const int word = table.word(row, column);
        const double number = word < 0 ? table.number(row, column) : 0;
        const auto [place, isNew] = known.emplace(std::pair(word, number), static_cast<int>(known.size()));
        if (isNew)
            classes.names.push_back(word < 0 ? nameOf(number) : table.words(column)[static_cast<std::size_t>(word)]);
        classes.ofRow.push_back(place->second);
    }
    return classes;
}

namespace {

/// The classes of these values, which may be more than those of the rows.
TableClasses ascending(
    const reading::CsvTable& table, int column, const std::vector<int>& rows, std::map<double, int>& known)
{
    TableClasses classes;
    for (auto& [value, place] : known) {
        place = static_cast<int>(classes.names.size());
        classes.names.push_back(nameOf(value));
    }
    for (const int row : rows)
        classes.ofRow.push_back(known[table.number(row, column)]);
    const auto count = static_cast<double>(known.size());
    const bool counted = known.begin()->first == 0 && known.rbegin()->first == count - 1;
    if (counted && table.classes.size() == known.size())
        classes.names = table.classes;
    return classes;
}

} // namespace

TableClasses saidClasses(const reading::CsvTable& table, int column, const std::vector<int>& rows)
{
    std::map<double, int> known;
    for (const int row : rows) {
        known.emplace(table.number(row, column), 0);
        if (known.size() > kMostWordClasses)
            return {std::vector<std::string>(known.size()), {}, false};
    }
    return ascending(table, column, rows, known);
}

TableClasses numberClasses(
    const reading::CsvTable& table, int column, const std::vector<int>& rows, const ColumnSummary& summary)
{
    if (!summary.whole || summary.values.size() > kMostNumberClasses)
        return {};
    std::map<double, int> known; // ascending
    for (const int row : rows)
        known.emplace(table.number(row, column), 0);
    const std::size_t count = known.size();
    if (count < 2 || 2 * count > rows.size())
        return {};
    const double first = summary.values.front(), last = summary.values.back();
    const bool counts = (first == 0 || first == 1) && last - first + 1 == static_cast<double>(summary.values.size());
    if (count > kMostGappyClasses && !counts)
        return {};
    return ascending(table, column, rows, known);
}

} // namespace deltascope::data
