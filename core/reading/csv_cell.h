// SPDX-License-Identifier: GPL-3.0-or-later
// What one cell of a table says.
#pragma once

#include <string>
#include <string_view>

namespace deltascope::reading {

/// What a cell says.
enum class CellKind { number, missing, notFinite, tooSmall, word };

/// `only…`: the separator or somebody says so, and the other mark can but part thousands.
enum class DecimalMark { unknown, point, comma, onlyPoint, onlyComma };

struct Cell {
    CellKind kind = CellKind::missing;
    double value = 0; ///< of a number
};

/// Reads one cell; a comma may be the decimal mark where `mark` is no point, and a mark that is met is put there.
/// Thousands may be parted, by the other mark, by blanks or apostrophes: 1,234,567.5; “1,234” alone may be either, and
/// is a word where `mark` is point but not onlyPoint.
Cell readCell(std::string_view text, DecimalMark& mark);

/// The mark that a cell shows beyond doubt, as point or comma: “0.5”, “1.234,5”, but not “1.234”.
DecimalMark shownMark(std::string_view text);

/// UTF-8 of a text; one that is not is taken for Latin-1.
std::string asUtf8(std::string_view text);

} // namespace deltascope::reading
