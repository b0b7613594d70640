// SPDX-License-Identifier: GPL-3.0-or-later
// What most sources of the core include, compiled once. Every source still includes what it uses: the `tidy` preset
// builds without this.
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>
