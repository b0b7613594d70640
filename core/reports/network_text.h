// SPDX-License-Identifier: GPL-3.0-or-later
// A network as text for other programs: every number reads back to the same bits.
#pragma once

#include "base/result.h"
#include "base/watch.h"
#include "data/dataset.h"
#include "network/network.h"
#include "reports/text_pieces.h"

#include <memory>
#include <string>
#include <string_view>

namespace deltascope::reports {

/// Data and network of a scenario, to be written as {"weights", "biases", "inputs", "targets"}: what another program
/// needs to check us.
class NetworkText {
public:
    /// Makes them. Error: of the memory that it would take (Fault::usage), of the data, and where a balanced bias is
    /// beyond double's range and so has no number that could be written (Fault::invalidData).
    static Result<NetworkText> of(
        const model::Scenario& scenario, const data::DataFolder& folder = {}, const Watch& watch = {});

    /// In pieces, for the text is several times as large as the network; up to the first that is not wanted.
    void write(const TextSink& sink, const Watch& watch = {}) const;

private:
    std::shared_ptr<const data::Dataset> m_data;
    std::shared_ptr<const network::Network> m_network;
};

/// The same in one text.
Result<std::string> networkJson(const model::Scenario& scenario, const data::DataFolder& folder = {});

} // namespace deltascope::reports
