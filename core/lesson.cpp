// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson.h"

#include <array>
#include <cmath>

namespace deltascope {

std::string verdictName(Verdict verdict, bool chain)
{
    constexpr std::array kNames{"balanced", "vanishing", "exploding", "dead", "saturated"};
    static_assert(kNames.size() == kVerdicts.size());
    return std::string(kNames[static_cast<std::size_t>(verdict)]) + (chain ? "_chain" : "_network");
}

bool isNear(const Question& question, double given, double measured)
{
    const double distance = std::abs(given - measured);
    return distance <= question.tolerance * (question.measure->kind->decades ? 1 : std::abs(measured));
}

} // namespace deltascope
