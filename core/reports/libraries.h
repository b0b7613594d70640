// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace deltascope::reports {

/// The libraries that the engine was built with, as "name version": of those that are linked at run time, what is
/// there.
std::vector<std::string> libraries();

} // namespace deltascope::reports
