// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_file.h"

#include "reading/file.h"
#include "reading/file_path.h"
#include "reading/gzip.h"
#include "reading/reading_limits.h"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace deltascope::data {

namespace {

namespace fs = std::filesystem;

bool isTableName(const std::string& name)
{
    return std::ranges::any_of(std::initializer_list<std::string_view>{".csv", ".tsv", ".csv.gz", ".tsv.gz"},
        [&](std::string_view suffix) { return name.ends_with(suffix); });
}

Error aboutFile(const std::string& path, const Error& error)
{
    return {error.fault, {translatable("core", "“%1”: %2"), {path, error.what}}};
}

reading::CsvForm formOf(const model::TableSetting& setting)
{
    struct Separator {
        std::string_view id;
        char character;
    };
    constexpr Separator kSeparators[] = {
        {"found", '\0'}, {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}, {"blank", ' '}};
    reading::CsvForm form;
    form.separator = std::ranges::find(kSeparators, setting.separator, &Separator::id)->character;
    if (setting.decimalMark != "found")
        form.mark = setting.decimalMark == "comma" ? reading::DecimalMark::onlyComma : reading::DecimalMark::onlyPoint;
    if (setting.header != "found")
        form.header = setting.header == "yes";
    return form;
}

Message counted(int count, const char* one, const char* several)
{
    return count == 1 ? Message{one, {}} : Message{several, {count}};
}

} // namespace

Result<std::string> tableIn(const DataFolder& folder)
{
    std::error_code failed;
    const fs::path path = reading::pathOf(folder.path);
    if (!fs::is_directory(path, failed))
        return folder.path;
    std::vector<std::string> tables;
    for (fs::directory_iterator entry(path, failed), end; !failed && entry != end; entry.increment(failed))
        if (isTableName(reading::nameOf(entry->path().filename())))
            tables.push_back(reading::nameOf(entry->path()));
    std::sort(tables.begin(), tables.end());
    if (tables.empty())
        return Error{
            Fault::unreadable, {translatable("core", "The folder “%1” has no .csv or .tsv file."), {folder.path}}};
    if (tables.size() > 1)
        return Error{Fault::unreadable,
            {translatable("core", "The folder “%1” has %2 tables; name one of them, as “%3”."),
                {folder.path, static_cast<int>(tables.size()), tables.front()}}};
    return tables.front();
}

Result<reading::CsvTable> readCells(
    const std::string& path, const model::TableSetting& setting, const std::stop_token& stop)
{
    Result<std::string> text = reading::readFile(path, reading::kMaxTableBytes, stop);
    if (!text)
        return text.error();
    if (reading::isGzip(*text))
        text = reading::inflated(*text, reading::kMaxTableBytes, stop);
    if (!text)
        return aboutFile(path, text.error());
    if (stop.stop_requested())
        return reading::CsvTable{};
    Result<reading::CsvTable> table = reading::readCsv(*text, formOf(setting), stop);
    return table ? std::move(table) : aboutFile(path, table.error());
}

Result<ReadTable> readTableFile(
    const DataFolder& folder, const model::TableSetting& setting, const std::stop_token& stop)
{
    const Result<std::string> path = tableIn(folder);
    if (!path)
        return path.error();
    Result<reading::CsvTable> table = readCells(*path, setting, stop);
    if (!table)
        return table.error();
    if (stop.stop_requested())
        return ReadTable{};
    Result<TableReading> reading = readTable(*table, setting, stop);
    if (!reading)
        return aboutFile(*path, reading.error());
    return ReadTable{*path, *std::move(table), *std::move(reading)};
}

Message understood(const std::string& path, const reading::CsvTable& table, const TableReading& reading)
{
    constexpr std::size_t kMostNamed = 10;
    const std::vector<std::string>& classes = reading.classes.names;
    std::string names;
    for (std::size_t i = 0; i < classes.size() && i < kMostNamed; ++i)
        names += (i == 0 ? "" : ", ") + classes[i];
    names += classes.size() > kMostNamed ? ", …" : "";
    const Message column = columnName(table, reading.target);
    const Message target = classes.size() == 1 ? Message{translatable("core", "1 class (%1) from %2"), {names, column}}
        : classes.empty()
        ? Message{translatable("core", "the number in %1 as target"), {column}}
        : Message{translatable("core", "%1 classes (%2) from %3"), {static_cast<int>(classes.size()), names, column}};
    Message sentence{translatable("core", "“%1”: %2, %3, %4"),
        {reading::nameOf(reading::pathOf(path).filename()),
            counted(
                static_cast<int>(reading.rows.size()), translatable("core", "1 row"), translatable("core", "%1 rows")),
            counted(static_cast<int>(reading.inputs.size()), translatable("core", "1 input"),
                translatable("core", "%1 inputs")),
            target}};
    for (const Message& remark : reading.remarks)
        sentence = Message{"%1; %2", {std::move(sentence), remark}};
    return {"%1.", {std::move(sentence)}};
}

} // namespace deltascope::data
