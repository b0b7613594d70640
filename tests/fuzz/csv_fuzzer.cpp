// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a table holds: cells that are numbers, words or gaps, a line for each row, and a reading whose classes
// and rows are there; or one sentence.
#include "data/table_columns.h"
#include "data/table_reading.h"
#include "sentence.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace {

using namespace deltascope;

void checkCells(const reading::CsvTable& table)
{
    for (int row = 0; row < table.rows(); ++row)
        for (int column = 0; column < table.columns(); ++column) {
            const int word = table.word(row, column), words = static_cast<int>(table.words(column).size());
            require(table.isNumber(row, column)    ? std::isfinite(table.number(row, column))
                    : table.isMissing(row, column) ? word == -1
                                                   : word >= 0 && word < words);
        }
}

void checkReading(const reading::CsvTable& table, const model::TableSetting& setting)
{
    const Result<data::TableReading> reading = data::readTable(table, setting);
    if (!reading) {
        require(!plainText(reading.error().what).empty());
        return;
    }
    const int classes = static_cast<int>(reading->classes.names.size());
    require(!reading->rows.empty() && !reading->inputs.empty());
    require(reading->classes.ofRow.size() == (classes == 0 ? 0 : reading->rows.size()));
    require(std::ranges::all_of(reading->classes.ofRow, [&](int label) { return label >= 0 && label < classes; }));
    for (const int row : reading->rows)
        for (const int column : reading->inputs)
            require(column != reading->target && std::isfinite(data::inputValue(table, row, column)));
}

} // namespace

/// As somebody says it: then no cell is what it would be else, and nothing may break.
void checkSaid(std::string_view text, const reading::CsvForm& said)
{
    const Result<reading::CsvTable> table = reading::readCsv(text, said);
    if (!table) {
        requireSentence(table.error());
        return;
    }
    checkCells(*table);
    for (const char* kind : {"classes", "number"}) {
        model::TableSetting setting;
        setting.targetAs = kind;
        checkReading(*table, setting);
    }
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkSaid(text, {.separator = ' ', .mark = reading::DecimalMark::onlyComma, .header = true});
    checkSaid(text, {.separator = ',', .mark = reading::DecimalMark::onlyPoint, .header = false});
    const Result<reading::CsvTable> table = reading::readCsv(text);
    if (!table) {
        requireSentence(table.error());
        return 0;
    }
    checkCells(*table);
    checkReading(*table, {});
    checkReading(*table, {.target = "1", .leaveOut = std::vector<std::string>{"2"}, .draw = "file_order"});
    return 0;
}
