// SPDX-License-Identifier: GPL-3.0-or-later
// What `map` is asked on the command line.
#pragma once

#include "cli/arguments/command.h"
#include "documents/map_json.h"

namespace deltascope::cli {

namespace options {

inline constexpr Option of{"--of", "MEASURE[:ARG=VALUE,…]",
    translatable("core", "what to measure in each cell, like speed_ratio:layer=1; “list measures” names them")};
inline constexpr Option over{"--over", "KEY=FROM:TO[:COUNT][:log]",
    translatable("core", "the parameter that moves, once or twice; of choices KEY=A,B,… or KEY=all"), true};
inline constexpr Option seeds{"--seeds", "N", translatable("core", "number of seeds in each cell (1)")};
inline constexpr Option statistic{"--statistic", "ID",
    translatable("core", "of the seeds: median, mean, p05, p95, or share with at_least or at_most in --of (median)")};

} // namespace options

/// Of the bytes of the user's files that any cell reads; empty where none does. Errors: Fault::unreadable.
Result<std::string> fingerprintOfData(const documents::MapQuestion& question, const QString& folder);

/// Document and map, possible together. Errors: Fault::usage, and those of the source.
Result<documents::MapQuestion> readMapQuestion(const Invocation& invocation);

} // namespace deltascope::cli
