// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/map_parts.h"

#include "base/fingerprint.h"
#include "documents/document_json.h"
#include "reading/file_path.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <filesystem>

namespace deltascope::reports {

namespace {

constexpr std::string_view kPartFormat = kMapPartFormat, kCells = "\"cells\": [", kEnd = "]}";
constexpr std::size_t kMostHead = 2'000'000; // bytes

constexpr const char* kCutOff = translatable("core", "%1 is cut off after line %2.");

std::string cellLine(const results::MapCell& cell, bool band)
{
    const auto value = [&](double number) {
        return cell.mark == results::CellMark::none ? reading::jsonNumber(number)
                                                    : "\"" + std::string(results::wordOf(cell.mark)) + "\"";
    };
    std::string line = "[" + value(cell.value) + ", " + std::to_string(cell.count);
    if (band && cell.mark == results::CellMark::none)
        line += ", " + value(cell.p05) + ", " + value(cell.p95);
    return line + "]";
}

/// What cellLine() has written; nothing where it is anything else.
std::optional<results::MapCell> cellOf(std::string_view line, bool band)
{
    results::MapCell cell;
    const auto skip = [&](std::string_view mark) {
        const bool there = line.starts_with(mark);
        line.remove_prefix(there ? mark.size() : 0);
        return there;
    };
    const auto number = [&](auto& value) {
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
        line.remove_prefix(static_cast<std::size_t>(end - line.data()));
        return error == std::errc{};
    };
    if (!skip("["))
        return std::nullopt;
    if (skip("\"")) {
        const std::size_t end = line.find('"');
        const auto mark = results::markNamed(line.substr(0, end));
        if (end == std::string_view::npos || !mark || *mark == results::CellMark::none)
            return std::nullopt;
        cell.mark = *mark;
        line.remove_prefix(end + 1);
    } else {
        cell.mark = results::CellMark::none;
        if (!number(cell.value) || !std::isfinite(cell.value))
            return std::nullopt;
    }
    if (!skip(", ") || !number(cell.count) || cell.count < 0
        || (cell.count > 0) != (cell.mark == results::CellMark::none))
        return std::nullopt;
    if (band && cell.mark == results::CellMark::none
        && (!skip(", ") || !number(cell.p05) || !skip(", ") || !number(cell.p95)))
        return std::nullopt;
    return line == "]" ? std::optional(cell) : std::nullopt;
}

std::optional<int> wholeOf(const reading::JsonValue& root, std::string_view key)
{
    const reading::JsonMember* member = root.find(key);
    const double* value = member ? member->value.as<double>() : nullptr;
    if (!value || *value != std::floor(*value) || *value < 1 || *value > kMostShards)
        return std::nullopt;
    return static_cast<int>(*value);
}

std::string textOf(const reading::JsonValue& root, std::string_view key)
{
    const reading::JsonMember* member = root.find(key);
    const std::string* text = member ? member->value.as<std::string>() : nullptr;
    return text ? *text : std::string();
}

} // namespace

std::size_t cellCountOf(Shard shard, std::size_t cells)
{
    const auto number = static_cast<std::size_t>(shard.number), count = static_cast<std::size_t>(shard.count);
    return (cells + count - number) / count;
}

std::vector<std::size_t> cellsOf(Shard shard, std::size_t cells)
{
    std::vector<std::size_t> own(cellCountOf(shard, cells));
    for (std::size_t i = 0; i < own.size(); ++i)
        own[i] = static_cast<std::size_t>(shard.number - 1) + i * static_cast<std::size_t>(shard.count);
    return own;
}

std::string partName(Shard shard)
{
    return "part-" + std::to_string(shard.number) + "-of-" + std::to_string(shard.count) + ".json";
}

std::size_t PartHead::cells() const
{
    return static_cast<std::size_t>(question.map.columns()) * static_cast<std::size_t>(question.map.rows());
}

std::string PartHead::hash() const
{
    Fingerprint all;
    all.add(documents::mapQuestionJson(question.document, question.map) + "\n" + program + "\n"
        + std::to_string(shard.count));
    if (!data.empty())
        all.add("\n" + data);
    return all.text();
}

void writePart(const PartHead& head, std::span<const results::MapCell> cells, const TextSink& sink)
{
    const bool band = hasBand(head.question.map);
    const std::string text = "{\"format\": \"" + std::string(kPartFormat)
        + "\", \"schema\": " + std::to_string(documents::kDataSchema)
        + ",\n\"part\": " + std::to_string(head.shard.number) + ", \"parts\": " + std::to_string(head.shard.count)
        + ",\n\"program\": " + reading::jsonString(head.program) + ", \"hash\": \"" + head.hash() + "\",\n"
        + (head.data.empty() ? std::string() : "\"data_files\": " + reading::jsonString(head.data) + ",\n")
        + documents::mapQuestionJson(head.question.document, head.question.map) + ",\n" + std::string(kCells) + "\n";
    Pieces out(sink);
    out.add(text);
    for (std::size_t i = 0; i < cells.size() && out.wanted(); ++i)
        out.add(cellLine(cells[i], band) + (i + 1 < cells.size() ? ",\n" : "\n"));
    out.add(std::string(kEnd) + "\n");
    out.handOn();
}

Error PartReader::damaged(const char* sentence) const
{
    return {Fault::invalidData, {sentence, {m_path, static_cast<std::int64_t>(m_lineNumber)}}};
}

Result<PartReader> PartReader::open(const std::string& path)
{
    PartReader reader;
    reader.m_path = path;
    const std::filesystem::path file = reading::pathOf(path);
    if (std::error_code ignored; std::filesystem::is_directory(file, ignored))
        return Error{Fault::unreadable,
            {translatable("core", "%1 is a folder; name the parts in it, the files that map --shard wrote."), {path}}};
    reader.m_file.open(file, std::ios::binary);
    if (!reader.m_file)
        return Error{Fault::unreadable, {translatable("core", "Cannot read %1."), {path}}};
    constexpr const char* kNoPart = translatable("core", "%1 is not part of a map.");
    const auto said = [&path](const Error& error) { // with its line and column
        return Error{Fault::invalidData, {translatable("core", "%1 is damaged: %2"), {path, error.what}}};
    };
    std::string head;
    do {
        const bool begun = head.find(kPartFormat) != std::string::npos;
        if (!std::getline(reader.m_file, reader.m_line) || head.size() + reader.m_line.size() > kMostHead)
            return reader.damaged(begun ? kCutOff : kNoPart);
        ++reader.m_lineNumber;
        head += (head.empty() ? "" : "\n") + reader.m_line;
    } while (!std::string_view(head).ends_with(kCells));
    head += kEnd;
    const Result<reading::JsonValue> root = reading::parseJson(head, {.bytes = 2 * kMostHead, .keep = {}});
    if (!root && head.find(kPartFormat) != std::string::npos)
        return said(root.error());
    if (!root || textOf(*root, "format") != kPartFormat)
        return reader.damaged(kNoPart);
    const reading::JsonMember* schema = root->find("schema");
    if (!schema || !schema->value.as<double>() || *schema->value.as<double>() != documents::kDataSchema)
        return reader.damaged(translatable("core", "%1 was made by another version of this program."));
    const std::optional<int> number = wholeOf(*root, "part"), count = wholeOf(*root, "parts");
    Result<documents::MapQuestion> question = documents::mapQuestionFrom(head, *root);
    if (!question)
        return said(question.error());
    if (!number || !count || *number > *count)
        return Error{Fault::invalidData,
            {translatable("core",
                 "%1 is damaged: “part” and “parts” must be whole numbers from 1 to %2, the first not "
                 "above the second."),
                {path, kMostShards}}};
    reader.m_head = {{*number, *count}, textOf(*root, "program"), *std::move(question), textOf(*root, "data_files")};
    reader.m_hash = textOf(*root, "hash");
    if (reader.m_hash != reader.m_head.hash())
        return reader.damaged(
            translatable("core", "%1 has been changed: its hash does not belong to its scenario and map."));
    return reader;
}

Result<results::MapCell> PartReader::next()
{
    if (!std::getline(m_file, m_line))
        return damaged(kCutOff);
    ++m_lineNumber;
    ++m_read;
    std::string_view line = m_line;
    const bool last = m_read == cellCountOf(m_head.shard, m_head.cells());
    if (!last && !line.ends_with(','))
        return damaged(m_file.peek() == std::ifstream::traits_type::eof()
                ? kCutOff
                : translatable("core", "%1, line %2: this is not a cell of a part of this size."));
    if (!last)
        line.remove_suffix(1);
    const std::optional<results::MapCell> cell = cellOf(line, hasBand(m_head.question.map));
    if (!cell)
        return damaged(translatable("core", "%1, line %2: this is not a cell of a part of this size."));
    return *cell;
}

std::optional<Error> PartReader::end()
{
    std::string rest;
    const bool right = std::getline(m_file, m_line) && m_line == kEnd && !std::getline(m_file, rest);
    ++m_lineNumber;
    return right ? std::nullopt : std::optional(damaged(kCutOff));
}

std::string rangesText(std::span<const int> ascending)
{
    std::string text;
    for (std::size_t i = 0; i < ascending.size();) {
        std::size_t last = i;
        while (last + 1 < ascending.size() && ascending[last + 1] == ascending[last] + 1)
            ++last;
        text += (text.empty() ? "" : ",") + std::to_string(ascending[i]);
        if (last > i)
            text += "-" + std::to_string(ascending[last]);
        i = last + 1;
    }
    return text;
}

} // namespace deltascope::reports
