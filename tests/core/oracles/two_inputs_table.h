// SPDX-License-Identifier: GPL-3.0-or-later
// Written by two_inputs.py.
#pragma once

#include <vector>

namespace oracle {

struct PairRow {
    const char* activation;
    double firstSquare, secondSquare, correlation, product, slopeProduct;
};
inline const std::vector<PairRow> kPairs{
    {"tanh", 1.0, 1.0, 0.5, 0.186324413203448, 0.384747028441039},
    {"tanh", 0.25, 2.0, -0.75, -0.215110749350557, 0.424731908391832},
    {"tanh", 4.0, 4.0, 0.9, 0.544248308012132, 0.206047171607367},
    {"sigmoid", 1.0, 3.0, 0.3, 0.267687416242113, 0.0342074060639048},
    {"sigmoid", 0.01, 0.01, -1.0, 0.249378103064186, 0.0621902041783778},
    {"tanh", 2.0, 0.5, 0.125, 0.0436191186397518, 0.349554419728132},
};

/// Of hidden layers with these deviations: q*, dq/dq there, chi_1, c*, the slope of the correlation map there.
struct SettledPair {
    const char* activation;
    double weightDeviation, biasDeviation, meanSquare, lengthSlope, chi, settled, slope;
};
inline const std::vector<SettledPair> kSettledPairs{
    {"tanh", 1, 0.3, 0.276299192871898, 0.473372825552806, 0.700258146603003, 1.0, 0.700258146603003},
    {"tanh", 2.5, 0.3, 4.07912387528225, 0.233922045582591, 1.58522476500603, 0.122103747305585, 0.822229172723564},
    {"tanh", 4, 0.3, 12.6041494978443, 0.130082102326235, 2.36726103554588, 0.0296959215803377, 0.759743605012185},
    {"sigmoid", 1, 1, 1.30213403630579, 0.0269462220619971, 0.041959734636368, 1.0, 0.041959734636368},
};

} // namespace oracle
