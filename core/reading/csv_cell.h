// SPDX-License-Identifier: GPL-3.0-or-later
// What one cell of a table says.
#pragma once

#include <string>
#include <string_view>

namespace deltascope::reading {

/// What a cell says.
enum class CellKind { number, missing, notFinite, tooSmall, word };

enum class DecimalMark { unknown, point, comma };

struct Cell {
    CellKind kind = CellKind::missing;
    double value = 0; ///< of a number
};

/// Reads one cell; a comma may be the decimal mark where `mark` is not point, and a mark that is met is put there.
Cell readCell(std::string_view text, DecimalMark& mark);

/// UTF-8 of a text; one that is not is taken for Latin-1.
std::string asUtf8(std::string_view text);

} // namespace deltascope::reading
