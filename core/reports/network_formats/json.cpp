// SPDX-License-Identifier: GPL-3.0-or-later
// All that a network has, as lists of numbers.
#include "reports/network_format.h"
#include "reports/network_text.h"

namespace deltascope::network_formats {

extern const reports::NetworkFormat json;
const reports::NetworkFormat json{
    .id = "json",
    .name = translatable("core", "Network (JSON)"),
    .suffix = ".json",
    .rank = 10,
    .write = [](const reports::NetworkExport& network, const std::string&, const reports::TextSink& sink,
                 const Watch& watch) { reports::NetworkText(network).write(sink, watch); },
};

} // namespace deltascope::network_formats
