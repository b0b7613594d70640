// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the roles in theme files and exported data.
#pragma once

#include "figures/figure.h"

#include <QLatin1String>

#include <span>
#include <utility>

namespace deltascope {

/// Every role with its name, in the order of the enumeration.
std::span<const std::pair<Role, QLatin1String>> roleNames();
QLatin1String roleName(Role role);

} // namespace deltascope
