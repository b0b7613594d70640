// SPDX-License-Identifier: GPL-3.0-or-later
// What most tests of the core include, compiled once; as core/cmake/precompiled.h.
#pragma once

#include <Eigen/Core>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>
