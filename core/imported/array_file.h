// SPDX-License-Identifier: GPL-3.0-or-later
// Arrays by name, as frameworks save the numbers of a network: of each its shape at once, its numbers when asked for.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deltascope::imported {

/// How a file writes one number, little-endian; `other`: whole numbers, text and the like, of which no network is made.
enum class NumberType { float64, float32, float16, bfloat16, other };

std::size_t bytesOf(NumberType type); ///< of one number; of `other` 0
double numberAt(const char* bytes, NumberType type);

struct NamedArray {
    std::string name;
    std::vector<std::size_t> shape = {}; ///< empty: one number
    NumberType type = NumberType::other;
    std::string typeName = {}; ///< as the file says it

    std::size_t count() const; ///< of its numbers
};

/// What is read of one file; the bytes that it was made of outlive it.
class ArrayFile {
public:
    virtual ~ArrayFile() = default;
    ArrayFile() = default;
    ArrayFile(const ArrayFile&) = delete;
    ArrayFile& operator=(const ArrayFile&) = delete;

    std::vector<NamedArray> arrays; ///< in the order of the file, each name once
    std::vector<std::pair<std::string, std::string>> notes; ///< words about the whole that stand in the file
    bool inOrder = false; ///< the order is that in which somebody put them there, not that of the alphabet

    /// The numbers of one that has some, row by row. Error (Fault::invalidData): without the array's name.
    virtual Result<std::vector<double>> numbers(std::size_t array) const = 0;
};

/// What a network of a file may have of numbers, altogether, and of bytes: so that reading it takes less than 1 GB.
inline constexpr std::size_t kMaxNetworkNumbers = 32u << 20, kMaxNetworkBytes = 256u << 20;
inline constexpr std::size_t kMaxArrays = 100'000;

/// The product of a shape, or nothing where it is more than `most`.
bool multiplied(const std::vector<std::size_t>& shape, std::size_t most, std::size_t& product);

/// One sentence without an end, for whoever knows the file's name.
Error badArrays(const char* english, std::vector<Argument> arguments = {});

} // namespace deltascope::imported
