// SPDX-License-Identifier: GPL-3.0-or-later
// A map in parts, each computed by a process of its own: the cells are dealt to them round-robin. A part's cells stand
// on a line each, so that parts are merged in a stream.
#pragma once

#include "reports/map_text.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deltascope::reports {

/// Part `number` (1 … count) of `count`.
struct Shard {
    int number = 1, count = 1;
    bool operator==(const Shard&) const = default;
};
inline constexpr int kMostShards = 1'000'000;

/// Of all cells those of this part: number − 1, number − 1 + count, …
std::vector<std::size_t> cellsOf(Shard shard, std::size_t cells);
std::size_t cellCountOf(Shard shard, std::size_t cells);

/// "part-3-of-8.json"
std::string partName(Shard shard);

/// What a part is of. `program`: the version that computed it.
struct PartHead {
    Shard shard;
    std::string program;
    documents::MapQuestion question;
    std::string data = {}; ///< of the bytes of the user's files that it reads (data::fingerprintOf); empty: none

    std::size_t cells() const; ///< of the whole map
    /// Of scenario, map, version, number of parts and data: equal for parts that go together and for no others.
    std::string hash() const;
};

/// {"format": "deltascope.map-part", …} with these cells, in the order of cellsOf(). Pending ones are allowed: that is
/// what is kept of a part that was ended before its time.
void writePart(const PartHead& head, std::span<const results::MapCell> cells, const TextSink& sink);

/// Reads a part cell by cell, in memory that does not grow with it.
class PartReader {
public:
    /// Errors: Fault::unreadable, Fault::invalidData; both name the file.
    static Result<PartReader> open(const std::string& path);

    const PartHead& head() const { return m_head; }
    const std::string& hash() const { return m_hash; }
    /// The next of its cells, to be called as often as it has cells; Error where the file is cut off or damaged.
    Result<results::MapCell> next();
    /// The Error that there are more lines than cells, or no end.
    std::optional<Error> end();

private:
    PartReader() = default;
    Error damaged(const char* sentence) const;

    std::string m_path, m_hash;
    PartHead m_head;
    std::ifstream m_file;
    std::string m_line;
    std::size_t m_lineNumber = 0, m_read = 0;
};

/// Numbers from 1 as "1,5-7", ascending.
std::string rangesText(std::span<const int> ascending);

} // namespace deltascope::reports
