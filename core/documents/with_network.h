// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "imported/imported_network.h"
#include "model/scenario.h"

#include <string_view>

namespace deltascope::documents {

/// The scenario with the numbers of this network as start values, its sizes, and what its file says of activations and
/// of what stands in its layers. Error: sizes that no network has here, or that the scenario's data cannot have.
Result<model::Scenario> withNetwork(model::Scenario scenario, const imported::ImportedNetwork& network);

/// True where the file says this of its scenario ("activation"), in words that are understood.
bool says(const imported::ImportedNetwork& network, std::string_view key);

/// What of the file became what, in one sentence: layers and sizes, and what was left out and why.
Message understood(const imported::ImportedNetwork& network);

} // namespace deltascope::documents
