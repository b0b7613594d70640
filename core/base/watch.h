// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace deltascope {

/// Told how far a computation has come, from 0 to 1, on a thread of the computation; empty: nobody watches.
using Watch = std::function<void(double share)>;

} // namespace deltascope
