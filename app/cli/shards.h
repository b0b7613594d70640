// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a map this process computes, and the folder of the parts.
#pragma once

#include "cli/arguments/command.h"
#include "reports/map_parts.h"

#include <QString>

#include <optional>
#include <vector>

namespace deltascope::cli {

namespace options {

inline constexpr Option shard{"--shard", "I/N",
    translatable("core",
        "compute only part I of N, into the folder --out; without it, the task of a Slurm job array is the part")};

} // namespace options

/// True where --out names a folder: it ends in /, or there is such a folder.
bool isFolder(const QString& out);

/// The part that --shard names, or else Slurm's variables of a job array. Error (Fault::usage): neither, or not whole.
Result<reports::Shard> readShard(const Invocation& invocation);

/// Computes the part, unless it is there, and writes it into the folder, whole or not at all. What a signal leaves of
/// it is kept beside, and goes on from there when it is asked for again; then this does not return.
std::optional<Error> computePart(const reports::PartHead& head, const QString& folder, const data::DataFolder& files);

} // namespace deltascope::cli
