// SPDX-License-Identifier: GPL-3.0-or-later
// A network as text for other programs: every number reads back to the same bits.
#pragma once

#include "dataset.h"
#include "result.h"
#include "watch.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace deltascope {

/// Takes text piece by piece; false where it wants no more of it.
using TextSink = std::function<bool(std::string_view piece)>;

/// {"weights", "biases", "inputs", "targets"}: what another program needs to check us, in pieces, for the text is
/// several times as large as the network. Nothing was written where there is an Error: of the memory that it would take
/// (Fault::usage), of the data, and where a balanced bias is beyond double's range and so has no number that could be
/// written (Fault::invalidData).
std::optional<Error> writeNetworkJson(
    const Scenario& scenario, const DataFolder& folder, const TextSink& sink, const Watch& watch = {});

/// The same in one text.
Result<std::string> networkJson(const Scenario& scenario, const DataFolder& folder = {});

} // namespace deltascope
