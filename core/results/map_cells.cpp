// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/map_cells.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace deltascope::results {

namespace {

struct Word {
    CellMark mark;
    std::string_view word;
};
constexpr std::array kWords{
    Word{CellMark::none, ""},
    Word{CellMark::pending, "pending"},
    Word{CellMark::dead, "dead"},
    Word{CellMark::zero, "zero"},
    Word{CellMark::beyond, "beyond"},
    Word{CellMark::diverged, "diverged"},
    Word{CellMark::notReached, "not_reached"},
    Word{CellMark::inapplicable, "inapplicable"},
};

} // namespace

std::string_view wordOf(CellMark mark)
{
    return std::ranges::find(kWords, mark, &Word::mark)->word;
}

std::optional<CellMark> markNamed(std::string_view word)
{
    const auto found = std::ranges::find(kWords, word, &Word::word);
    return found == std::end(kWords) ? std::nullopt : std::optional(found->mark);
}

} // namespace deltascope::results
