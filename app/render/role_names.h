// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the roles in theme files and exported data.
#pragma once

#include "figures/figure.h"

#include <QLatin1String>

#include <span>
#include <utility>

namespace deltascope::render {

/// Every role with its name, in the order of the enumeration.
std::span<const std::pair<figures::Role, QLatin1String>> roleNames();
QLatin1String roleName(figures::Role role);

} // namespace deltascope::render
