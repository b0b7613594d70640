// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/network_export.h"
#include "reports/text_pieces.h"

#include <span>
#include <string>
#include <string_view>

namespace deltascope::reports {

/// A form in which a network leaves the program. One const record in one file.
struct NetworkFormat {
    std::string_view id;
    const char* name; ///< translatable
    std::string_view suffix; ///< of its files: ".json"
    int rank; ///< among those of a suffix, and in menus

    /// It reads its numbers from a file beside it, of the same name and the end ".npz".
    bool numbersBeside = false;
    /// Why it has no such scenario, in one sentence; empty where it has. nullptr: it has all.
    Message (*refusal)(const model::Scenario& scenario) = nullptr;
    /// In pieces, up to the first that is not wanted. `numbers` is the name of the file beside it.
    void (*write)(const NetworkExport& network, const std::string& numbers, const TextSink& sink, const Watch& watch);
};

std::span<const NetworkFormat* const> network_formatsRegistry();

/// Those that scenarios with other numbers than weights and biases are refused by: gates and learnt scales.
Message weightsAreNotAll(const model::Scenario& scenario);

} // namespace deltascope::reports
