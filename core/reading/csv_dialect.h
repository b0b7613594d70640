// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: how a table is written, found from its first rows.
#pragma once

#include "reading/csv_data.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::reading {

struct CsvDialect {
    char separator = ','; ///< ';', tab, '|', ',' or a blank for any number of blanks and tabs
    DecimalMark mark = DecimalMark::unknown;
    std::size_t columns = 0;
    bool trailing = false; ///< every row ends with a separator, and no cell is after it
    std::vector<std::string> names; ///< of the columns; empty where no row names them
    std::vector<std::string> classes; ///< of a first line “rows, inputs, class, class …”
    std::size_t body = 0; ///< the offset of the first row of cells
    int bodyLine = 1; ///< its line
};

/// The dialect of a text without a byte order mark; what is said of it is not looked for.
CsvDialect findDialect(std::string_view text, const CsvForm& said = {});

/// A cell in 'apostrophes', as some programs quote, without them.
std::string_view withoutApostrophes(std::string_view cell);

} // namespace deltascope::reading
