// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/array_file.h"

#include <Eigen/Core>

#include <bit>
#include <cstdint>

namespace deltascope::imported {

namespace {

template <class Bits>
Bits bitsAt(const char* bytes)
{
    Bits bits = 0;
    for (std::size_t i = sizeof(Bits); i-- > 0;)
        bits = static_cast<Bits>(bits << 8 | static_cast<unsigned char>(bytes[i]));
    return bits;
}

} // namespace

std::size_t bytesOf(NumberType type)
{
    switch (type) {
    case NumberType::float64:
        return 8;
    case NumberType::float32:
        return 4;
    case NumberType::float16:
    case NumberType::bfloat16:
        return 2;
    case NumberType::other:
        break;
    }
    return 0;
}

double numberAt(const char* bytes, NumberType type)
{
    switch (type) {
    case NumberType::float64:
        return std::bit_cast<double>(bitsAt<std::uint64_t>(bytes));
    case NumberType::float32:
        return std::bit_cast<float>(bitsAt<std::uint32_t>(bytes));
    case NumberType::float16:
        return static_cast<float>(Eigen::half(Eigen::half_impl::raw_uint16_to_half(bitsAt<std::uint16_t>(bytes))));
    case NumberType::bfloat16:
        return std::bit_cast<float>(static_cast<std::uint32_t>(bitsAt<std::uint16_t>(bytes)) << 16);
    case NumberType::other:
        break;
    }
    return 0;
}

std::size_t NamedArray::count() const
{
    std::size_t product = 1;
    for (const std::size_t size : shape)
        product *= size;
    return product;
}

bool multiplied(const std::vector<std::size_t>& shape, std::size_t most, std::size_t& product)
{
    product = 1;
    for (const std::size_t size : shape)
        if (size == 0) {
            product = 0;
            return true;
        }
    for (const std::size_t size : shape) {
        if (product > most / size)
            return false;
        product *= size;
    }
    return true;
}

Error badArrays(const char* english, std::vector<Argument> arguments)
{
    return {Fault::invalidData, {english, std::move(arguments)}};
}

} // namespace deltascope::imported
