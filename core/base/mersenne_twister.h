// SPDX-License-Identifier: GPL-3.0-or-later
// std::mt19937_64 number for number (Nishimura 2000, Matsumoto & Nishimura 1998), made a block at a time with the
// widest vectors that the processor has: drawing start values is most of the time of many networks. core/maths.md 5.1.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace deltascope {

class MersenneTwister {
public:
    explicit MersenneTwister(std::uint64_t seed);

    std::uint64_t operator()()
    {
        if (m_next == kSize)
            refill();
        return m_numbers[m_next++];
    }

private:
    static constexpr std::size_t kSize = 312;

    void refill();

    std::array<std::uint64_t, kSize> m_state;
    std::array<std::uint64_t, kSize> m_numbers;
    std::size_t m_next = kSize;
};

/// The next 312 words of state, and the numbers made of them.
using TwisterBlock = void (*)(std::uint64_t* state, std::uint64_t* numbers);
/// Those that this processor runs, the portable one first; the last is used, the others are for tests.
std::span<const TwisterBlock> twisterBlocks();

} // namespace deltascope
