// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a stranger's file is ever held: whatever the file, reading it takes less than 1 GB. Compressed ones are
// counted as they are inflated.
#pragma once

#include <cstddef>

namespace deltascope::reading {

inline constexpr std::size_t kMaxFileBytes = 512u << 20; ///< of any file as it lies on the disk

/// A table: the text, then its numbers, then the examples are the most that is there at once (two of the three).
inline constexpr std::size_t kMaxTableBytes = 256u << 20; ///< of its text, inflated
inline constexpr std::size_t kMaxTableCells = 50'000'000; ///< MNIST as a table has 47 million
inline constexpr std::size_t kMaxTableRows = 2'000'000, kMaxTableColumns = 70'000;
inline constexpr std::size_t kMaxCellBytes = 1'000'000; ///< of one cell, in quotation marks or not
inline constexpr std::size_t kMaxLineBytes = 64u << 20; ///< of one row, over several lines where a cell has them

/// What an IDX file may promise; only the entries that are asked for are kept of it.
inline constexpr std::size_t kMaxIdxBytes = 1u << 30;

inline constexpr std::size_t kReadingPiece = 1u << 20; ///< bytes between two checks of the stop token: some ms at most

} // namespace deltascope::reading
