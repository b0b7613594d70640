// SPDX-License-Identifier: GPL-3.0-or-later
// Cosine and sine from + − × alone: the library's differ between platforms in their last bits. core/maths.md 13.5.
#pragma once

#include <cmath>

namespace deltascope::data {

struct Direction {
    double cosine = 1, sine = 0;
};

/// The direction after so many whole turns, by Taylor's series of an eighth of the angle, doubled three times.
inline Direction direction(double turns)
{
    const double x = (turns - std::floor(turns)) * (6.283185307179586 / 8);
    const double square = x * x;
    Direction result{0, 0};
    for (int n = 16; n >= 2; n -= 2) {
        result.cosine = (1 + result.cosine) * -square / (n * (n - 1));
        result.sine = (1 + result.sine) * -square / (n * (n + 1));
    }
    result = {1 + result.cosine, x * (1 + result.sine)};
    for (int i = 0; i < 3; ++i)
        result = {result.cosine * result.cosine - result.sine * result.sine, 2 * result.cosine * result.sine};
    return result;
}

} // namespace deltascope::data
