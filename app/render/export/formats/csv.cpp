// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4180 with "." and "\n" in every locale: the document as a comment line, one line of headings, then the values.
#include "documents/document_json.h"
#include "documents/embedded.h"
#include "render/export/export.h"
#include "render/export/figure_table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace deltascope::exports {

namespace {

QByteArray quoted(QByteArray text)
{
    // A spreadsheet would take a text that begins so for a formula; a pin's name may come from a stranger.
    if (!text.isEmpty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.prepend('\'');
    if (!text.contains(',') && !text.contains('"') && !text.contains('\n') && !text.contains('\r'))
        return text;
    return '"' + text.replace('"', "\"\"") + '"';
}

struct CellText {
    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(double value) const
    {
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), value); // shortest that reads back
        return QByteArray(text.data(), end.ptr - text.data());
    }
    QByteArray operator()(const QString& text) const { return quoted(text.toUtf8()); }
};

QByteArray joinedCells(const std::vector<QByteArray>& cells)
{
    QByteArray line;
    for (std::size_t each = 0; each < cells.size(); ++each)
        line += (each > 0 ? "," : "") + cells[each];
    return line + '\n';
}

Result<QByteArray> make(const ExportSource& source, const std::stop_token& /*stop*/)
{
    const model::Document& document = source.document;
    const std::vector<TableColumn> columns = figureTable(source.figures);
    QByteArray text =
        QByteArray::fromStdString(std::string(documents::kCsvPrefix) + documents::writeDocument(document) + '\n');
    std::vector<QByteArray> cells;
    std::size_t rows = 0;
    for (const TableColumn& column : columns) {
        cells.push_back(quoted(column.heading().toUtf8()));
        rows = std::max(rows, column.cells.size());
    }
    text += joinedCells(cells);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t each = 0; each < columns.size(); ++each) {
            const std::vector<Cell>& column = columns[each].cells;
            cells[each] = row < column.size() ? std::visit(CellText{}, column[row]) : QByteArray();
        }
        text += joinedCells(cells);
    }
    return text;
}

} // namespace

extern const ExportFormat csv;
const ExportFormat csv{
    .id = "csv",
    .name = translatable("core", "CSV table"),
    .rank = 4,
    .drawn = false,
    .make = make,
};

} // namespace deltascope::exports
