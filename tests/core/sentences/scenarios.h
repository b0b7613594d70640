// SPDX-License-Identifier: GPL-3.0-or-later
// Random scenarios of every kind, the same in every run.
#pragma once

#include "model/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::sentences {

/// Numbers drawn from a seed (splitmix64): the same on every platform.
class RandomNumbers {
public:
    explicit RandomNumbers(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next();
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    int whole(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
    bool chance(double probability) { return uniform() < probability; }
    template <class Type>
    Type oneOf(const std::vector<Type>& choices)
    {
        return choices[static_cast<std::size_t>(next() % choices.size())];
    }

private:
    std::uint64_t m_state;
};

/// Names of the kinds: "chain", "deep_chain", "edge", "chain_batch", "wide", "deep_wide", "corner", "normalized",
/// "data".
const std::vector<std::string_view>& scenarioKinds();

/// A valid scenario of this kind with a way of looking at it.
model::Document randomScenario(std::string_view kind, std::uint64_t number);

/// The same with a short training: optimizer, learning rate, batches.
model::Document trained(model::Document document, RandomNumbers& draw);

/// Settings that reproduce it on the command line: "--set depth=3 --set weight=-3".
std::string asOptions(const model::Document& document, bool withView);

} // namespace deltascope::sentences
