// SPDX-License-Identifier: GPL-3.0-or-later
// Files of networks as other programs write them, by the published layouts.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace deltascope::imported {

template <class Bits>
std::string littleEndianOf(Bits bits)
{
    std::string bytes;
    for (std::size_t i = 0; i < sizeof bits; ++i, bits = static_cast<Bits>(bits >> 4 >> 4))
        bytes += static_cast<char>(bits & 0xff);
    return bytes;
}

/// 8 bytes of a length, the header, the data.
inline std::string safetensorsFile(const std::string& header, const std::string& data)
{
    return littleEndianOf(static_cast<std::uint64_t>(header.size())) + header + data;
}

/// An array of doubles in a file.
struct SavedArray {
    std::string name;
    std::vector<int> shape;
    std::vector<double> numbers;
};

/// Arrays of doubles, with words about the whole.
inline std::string safetensorsOf(const std::vector<SavedArray>& arrays, const std::string& metadata = {})
{
    std::string header = metadata.empty() ? "{" : "{\"__metadata__\":" + metadata, data;
    for (const SavedArray& array : arrays) {
        std::string shape;
        for (const int size : array.shape)
            shape += (shape.empty() ? "" : ",") + std::to_string(size);
        const std::size_t begin = data.size();
        for (const double number : array.numbers)
            data += littleEndianOf(std::bit_cast<std::uint64_t>(number));
        header += std::string(header == "{" ? "" : ",") + "\"" + array.name + R"(":{"dtype":"F64","shape":[)" + shape
            + R"(],"data_offsets":[)" + std::to_string(begin) + "," + std::to_string(data.size()) + "]}";
    }
    return safetensorsFile(header + "}", data);
}

} // namespace deltascope::imported
