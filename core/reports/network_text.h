// SPDX-License-Identifier: GPL-3.0-or-later
// A network as text for other programs: every number reads back to the same bits.
#pragma once

#include "reports/network_export.h"
#include "reports/text_pieces.h"

#include <string>
#include <string_view>

namespace deltascope::reports {

/// Data and network of a scenario, to be written as {"weights", "biases", "inputs", "targets", "scenario"}: what
/// another program needs to check us.
class NetworkText {
public:
    explicit NetworkText(NetworkExport made)
        : m_made(std::move(made))
    {
    }
    /// Of the start values. Errors: those of networkExport().
    static Result<NetworkText> of(
        const model::Scenario& scenario, const data::DataFolder& folder = {}, const Watch& watch = {});

    /// In pieces, for the text is several times as large as the network; up to the first that is not wanted.
    void write(const TextSink& sink, const Watch& watch = {}) const;

private:
    NetworkExport m_made;
};

/// The same in one text.
Result<std::string> networkJson(const model::Scenario& scenario, const data::DataFolder& folder = {});

} // namespace deltascope::reports
