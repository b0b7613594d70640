// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn anew in each step of a training, as the mask of dropout: a function of (seed, step, layer, example,
// neuron) alone, so that any order and any number of threads give the same. core/maths.md 1.20.
#pragma once

#include "base/random.h"

#include <cstdint>

namespace deltascope::network {

struct Draws {
    std::uint64_t seed = 1; ///< of the scenario
    std::int64_t step = 0; ///< of the training; start values are looked at as its first step meets them
    bool none = false; ///< nothing is drawn: all are what they are in the mean
    bool alike = false; ///< all examples draw as the first one does
    int layersBefore = 0; ///< that are none of the scenario's

    bool operator==(const Draws&) const = default;

    /// A number from 0 to 2⁶⁴ − 1, evenly.
    std::uint64_t at(int layer, std::int64_t example, std::int64_t neuron) const
    {
        return scrambled(ofExample(layer, example) + static_cast<std::uint64_t>(neuron));
    }

private:
    std::uint64_t ofExample(int layer, std::int64_t example) const
    {
        constexpr std::uint64_t kMask = 0x6d61736b; // "mask": no other stream begins here
        std::uint64_t key = scrambled(seed ^ (kMask << 32));
        key = scrambled(key + static_cast<std::uint64_t>(step));
        key = scrambled(key + static_cast<std::uint64_t>(layer - layersBefore));
        return scrambled(key + static_cast<std::uint64_t>(alike ? 0 : example));
    }
};

} // namespace deltascope::network
