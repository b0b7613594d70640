// SPDX-License-Identifier: GPL-3.0-or-later
// The 64-bit FNV-1a hash (Fowler, Noll & Vo), to tell whether two things are the same: not against somebody who makes
// them alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace deltascope {

class Fingerprint {
public:
    void add(std::string_view bytes)
    {
        for (const char c : bytes) {
            m_hash ^= static_cast<unsigned char>(c);
            m_hash *= 0x100000001b3;
        }
    }

    std::string text() const ///< 16 hexadecimal digits
    {
        std::string digits(16, '0');
        std::uint64_t rest = m_hash;
        for (std::size_t i = digits.size(); i-- > 0; rest >>= 4)
            digits[i] = "0123456789abcdef"[rest & 15];
        return digits;
    }

private:
    std::uint64_t m_hash = 0xcbf29ce484222325;
};

} // namespace deltascope
