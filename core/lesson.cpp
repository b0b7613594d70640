// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson.h"

#include <cmath>

namespace deltascope {

bool isNear(const Question& question, double given, double measured)
{
    const double distance = std::abs(given - measured);
    return distance <= question.tolerance * (question.measure->kind->decades ? 1 : std::abs(measured));
}

} // namespace deltascope
