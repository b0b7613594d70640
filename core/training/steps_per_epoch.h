// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 11.8.
#pragma once

#include <cstdint>

namespace deltascope::training {

/// How many steps go over all examples, the last one perhaps with fewer; `batch` 0: all of them in one.
inline std::int64_t stepsPerEpoch(std::int64_t examples, std::int64_t batch)
{
    return batch > 0 ? (examples + batch - 1) / batch : 1;
}

} // namespace deltascope::training
