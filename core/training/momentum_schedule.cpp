// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/momentum_schedule.h"

#include <algorithm>

namespace deltascope::training {

double momentumAt(std::string_view schedule, double most, std::int64_t step)
{
    if (schedule != "sutskever")
        return most;
    const std::int64_t period = step / 250 + 1;
    return std::min(1 - 0.5 / static_cast<double>(period), most);
}

} // namespace deltascope::training
