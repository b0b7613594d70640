// SPDX-License-Identifier: GPL-3.0-or-later
// For NumPy: W1, b1, W2 …, inputs and targets.
#include "reports/network_format.h"
#include "reports/npz_archive.h"

namespace deltascope::network_formats {

extern const reports::NetworkFormat npz;
const reports::NetworkFormat npz{
    .id = "npz",
    .name = translatable("core", "NumPy arrays"),
    .suffix = ".npz",
    .rank = 30,
    .refusal = reports::weightsAreNotAll,
    .write = [](const reports::NetworkExport& network, const std::string&, const reports::TextSink& sink,
                 const Watch&) { static_cast<void>(sink(reports::npzOf(network))); },
};

} // namespace deltascope::network_formats
