// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/map_text.h"

#include "documents/document_json.h"
#include "documents/embedded.h"
#include "documents/parameter_json.h"
#include "maps/axis_values.h"

#include <cmath>

namespace deltascope::reports {

namespace {

std::string valueText(const results::MapCell& cell, double value, bool quoted)
{
    if (cell.mark == results::CellMark::none)
        return reading::jsonNumber(value);
    const std::string word(results::wordOf(cell.mark));
    return quoted ? "\"" + word + "\"" : word;
}

/// One list of rows, one row a line.
template <class Value>
void writeRows(const model::Map& map, const CellAt& at, Pieces& out, const Value& value)
{
    out.add("[\n");
    const auto columns = static_cast<std::size_t>(map.columns()), rows = static_cast<std::size_t>(map.rows());
    for (std::size_t row = 0; row < rows && out.wanted(); ++row) {
        out.add("[");
        for (std::size_t column = 0; column < columns; ++column) {
            if (column > 0)
                out.add(", ");
            out.add(value(at(row * columns + column)));
        }
        out.add((row + 1 < rows ? "],\n" : "]\n"));
    }
    out.add("]");
}

class SavedMapReader {
public:
    SavedMapReader(std::string_view text, const reading::JsonValue& root)
        : m_text(text)
        , m_root(root)
    {
    }

    std::optional<Error> error;

    /// Calls put(cell, number) for the entries of this list of rows.
    template <class Put>
    void read(const char* key, results::MapCells& map, const Put& put)
    {
        const reading::JsonMember* member = m_root.find(key);
        const auto* rows = member ? member->value.as<reading::JsonValue::Array>() : nullptr;
        const auto columns = static_cast<std::size_t>(map.map.columns());
        bool right = rows && rows->size() == static_cast<std::size_t>(map.map.rows());
        for (std::size_t row = 0; right && row < rows->size(); ++row) {
            const auto* entries = (*rows)[row].as<reading::JsonValue::Array>();
            right = entries && entries->size() == columns;
            for (std::size_t column = 0; right && column < columns; ++column)
                right = put(map.cells[row * columns + column], (*entries)[column]);
        }
        if (!right && !error)
            error = reading::errorAt(m_text, member ? member->value.offset : m_root.offset,
                {translatable("core", "a map needs “%1”, %2 rows of %3 entries each."),
                    {key, map.map.rows(), map.map.columns()}});
    }

private:
    std::string_view m_text;
    const reading::JsonValue& m_root;
};

bool putCell(results::MapCell& cell, const reading::JsonValue& json)
{
    if (const double* number = json.as<double>()) {
        cell.value = *number;
        cell.mark = results::CellMark::none;
        return true;
    }
    const std::string* word = json.as<std::string>();
    const std::optional<results::CellMark> mark = word ? results::markNamed(*word) : std::nullopt;
    if (!mark || *mark == results::CellMark::none)
        return false;
    cell.mark = *mark;
    return true;
}

bool putCount(results::MapCell& cell, const reading::JsonValue& json)
{
    const double* number = json.as<double>();
    if (!number || *number != std::floor(*number) || *number < 0 || *number > 1e9)
        return false;
    cell.count = static_cast<std::int32_t>(*number);
    return (cell.count > 0) == (cell.mark == results::CellMark::none);
}

bool putPercentile(double& percentile, const results::MapCell& cell, const reading::JsonValue& json)
{
    const double* number = json.as<double>();
    percentile = number ? *number : 0;
    return (number != nullptr) == (cell.mark == results::CellMark::none);
}

} // namespace

bool hasBand(const model::Map& map)
{
    return !map.y && map.seeds > 1 && map.statistic != "share";
}

void writeMapJson(const model::Document& document, const model::Map& map, const CellAt& at, const TextSink& sink)
{
    using results::MapCell;
    Pieces out(sink);
    out.add("{\"format\": \"deltascope.map\", \"schema\": ");
    out.add(std::to_string(documents::kDataSchema));
    out.add(",\n");
    out.add(documents::mapQuestionJson(document, map));
    out.add(",\n\"cells\": ");
    writeRows(map, at, out, [](const MapCell& cell) { return valueText(cell, cell.value, true); });
    out.add(",\n\"counts\": ");
    writeRows(map, at, out, [](const MapCell& cell) { return std::to_string(cell.count); });
    if (hasBand(map)) {
        out.add(",\n\"p05\": ");
        writeRows(map, at, out, [](const MapCell& cell) { return valueText(cell, cell.p05, true); });
        out.add(",\n\"p95\": ");
        writeRows(map, at, out, [](const MapCell& cell) { return valueText(cell, cell.p95, true); });
    }
    out.add("}\n");
    out.handOn();
}

void writeMapCsv(const model::Document& document, const model::Map& map, const CellAt& at, const TextSink& sink)
{
    Pieces out(sink);
    const bool band = hasBand(map);
    out.add(std::string(documents::kCsvPrefix) + documents::writeDocument(document) + "\n");
    out.add(
        map.x.parameter + "," + (map.y ? map.y->parameter + "," : "") + "value,count" + (band ? ",p05,p95\n" : "\n"));
    const std::vector<parameters::ParameterValue> x = maps::valuesOf(map.x);
    const std::vector<parameters::ParameterValue> y =
        map.y ? maps::valuesOf(*map.y) : std::vector<parameters::ParameterValue>(1);
    for (std::size_t cell = 0; cell < x.size() * y.size() && out.wanted(); ++cell) {
        const results::MapCell found = at(cell);
        out.add(documents::typedText(x[cell % x.size()]) + ",");
        if (map.y)
            out.add(documents::typedText(y[cell / x.size()]) + ",");
        out.add(valueText(found, found.value, false) + "," + std::to_string(found.count));
        if (band)
            out.add("," + valueText(found, found.p05, false) + "," + valueText(found, found.p95, false));
        out.add("\n");
    }
    out.handOn();
}

Result<SavedMap> readMapJson(std::string_view text)
{
    constexpr std::size_t kMostValues = 20'000'000;
    const Result<reading::JsonValue> root =
        reading::parseJson(text, {.bytes = kMaxMapBytes, .keep = {}, .values = kMostValues});
    if (!root)
        return root.error();
    const reading::JsonMember *format = root->find("format"), *schema = root->find("schema");
    const std::string* name = format ? format->value.as<std::string>() : nullptr;
    if (name && *name == kMapPartFormat)
        return reading::errorAt(text, root->offset,
            {translatable("core", "this is one part of a map: “merge” makes a map of all its parts."), {}});
    if (!name || *name != documents::kMapFormat)
        return reading::errorAt(
            text, root->offset, {translatable("core", "format must be “deltascope.map”: this is not a map."), {}});
    const double* version = schema ? schema->value.as<double>() : nullptr;
    if (!version || *version != documents::kDataSchema)
        return reading::errorAt(text, schema ? schema->value.offset : root->offset,
            version && *version > documents::kDataSchema
                ? Message{translatable("core", "schema %1 was made by a newer version; this one reads schema %2."),
                    {Real{*version, 17}, documents::kDataSchema}}
                : Message{translatable("core", "schema must be %1."), {documents::kDataSchema}});
    Result<documents::MapQuestion> question = documents::mapQuestionFrom(text, *root);
    if (!question)
        return question.error();
    SavedMap saved{.document = question->document, .map = {.map = question->map, .cells = {}, .done = 0}};
    saved.map.cells.resize(
        static_cast<std::size_t>(saved.map.map.columns()) * static_cast<std::size_t>(saved.map.map.rows()));
    saved.map.done = saved.map.cells.size();
    SavedMapReader reader(text, *root);
    reader.read("cells", saved.map, putCell);
    reader.read("counts", saved.map, putCount);
    if (hasBand(saved.map.map)) {
        reader.read("p05", saved.map,
            [](results::MapCell& cell, const reading::JsonValue& json) { return putPercentile(cell.p05, cell, json); });
        reader.read("p95", saved.map,
            [](results::MapCell& cell, const reading::JsonValue& json) { return putPercentile(cell.p95, cell, json); });
    }
    if (reader.error)
        return *std::move(reader.error);
    return saved;
}

} // namespace deltascope::reports
