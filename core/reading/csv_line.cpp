// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/csv_line.h"

#include <algorithm>
#include <vector>

namespace deltascope::reading {

namespace {

constexpr std::string_view kSeparators = ",;\t";

/// Cuts one cell off the front of `rest`, without its quotation marks.
std::string cutCell(std::string_view& rest, char separator)
{
    std::string cell;
    if (!rest.starts_with('"')) {
        const std::size_t end = std::min(rest.find(separator), rest.size());
        cell = rest.substr(0, end);
        rest.remove_prefix(end);
        return cell;
    }
    rest.remove_prefix(1);
    while (!rest.empty()) {
        const char byte = rest.front();
        rest.remove_prefix(1);
        if (byte == '"' && !rest.starts_with('"'))
            return cell;
        if (byte == '"')
            rest.remove_prefix(1); // the second of two
        cell += byte;
    }
    return cell;
}

/// The separator is what stands behind the closing quotation mark of the first cell.
char separatorAfterFirstCell(std::string_view line)
{
    cutCell(line, '\0');
    return line.empty() || kSeparators.find(line.front()) == std::string_view::npos ? ',' : line.front();
}

/// The cells of a line put together again as they stood before a spreadsheet cut them at commas.
std::string joined(std::string_view line)
{
    const char separator = separatorAfterFirstCell(line);
    std::vector<std::string> cells;
    for (;;) {
        cells.push_back(cutCell(line, separator));
        if (line.empty())
            break;
        line.remove_prefix(1); // the separator
    }
    while (!cells.empty() && cells.back().find_first_not_of(' ') == std::string::npos)
        cells.pop_back();
    std::string text;
    for (const std::string& cell : cells)
        text += (text.empty() ? "" : ",") + cell;
    return text;
}

} // namespace

std::optional<std::string> csvDocument(std::string_view bytes, std::string_view prefix)
{
    const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    if (line.starts_with(prefix)) {
        const std::size_t last = line.find_last_not_of(kSeparators);
        return std::string(line.substr(0, last + 1).substr(prefix.size()));
    }
    if (!line.starts_with('"') || !line.substr(1).starts_with(prefix))
        return std::nullopt;
    return joined(line).substr(prefix.size());
}

} // namespace deltascope::reading
