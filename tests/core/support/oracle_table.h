// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of 400-digit numbers in oracles/, made by oracles.py.
#pragma once

#include "numerics/scaled.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace deltascope {

inline nlohmann::json oracleTable(const std::string& name)
{
    std::ifstream file(DELTASCOPE_SOURCE_DIR "/tests/core/oracles/" + name);
    return nlohmann::json::parse(file);
}

inline numerics::Scaled numberOf(const nlohmann::json& pair)
{
    return {pair[0].get<double>(), pair[1].get<std::int64_t>()};
}

/// Relative error; ∞ where one is zero and the other is not.
inline double relativeError(numerics::Scaled actual, numerics::Scaled expected)
{
    if (actual == expected)
        return 0;
    return expected.isZero() ? INFINITY : std::abs(((actual - expected) / expected).nearestDouble());
}

} // namespace deltascope
