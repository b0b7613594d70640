// SPDX-License-Identifier: GPL-3.0-or-later
// The standard normal numbers behind a seed's weights and biases, drawn once for many networks whose scales alone
// differ (common random numbers): each network is bit for bit the one that fresh streams give. core/maths.md 5.5.
#pragma once

#include "network/structure.h"

#include <cstdint>
#include <vector>

namespace deltascope::network {

struct DrawnNormals {
    DrawnNormals(std::int64_t seed, const NetworkStructure& structure);

    std::vector<std::vector<double>> weights; ///< of layer l at l − 1, column by column
    std::vector<std::vector<double>> biases;
};

/// How many numbers that are.
double drawnNumbers(const NetworkStructure& structure);

} // namespace deltascope::network
