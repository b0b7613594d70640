// SPDX-License-Identifier: GPL-3.0-or-later
// .npz files as NumPy writes them, by the published layouts: NEP 1 and PKWARE's application note.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace deltascope {

/// A .npy file, version 1.0 of NumPy's NEP 1.
inline std::string npy(
    const std::string& type, const std::string& shape, const std::string& data, bool byColumns = false)
{
    std::string header =
        "{'descr': " + type + ", 'fortran_order': " + (byColumns ? "True" : "False") + ", 'shape': " + shape + ", }";
    header.resize(117, ' ');
    header += '\n';
    return std::string("\x93NUMPY\x01\x00\x76\x00", 10) + header + data;
}

/// A number of so many bytes, little-endian.
inline std::string littleEndian(std::uint64_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> 8 * i & 255);
    return text;
}

/// A raw stream of deflate (RFC 1951).
inline std::string deflated(const std::string& bytes)
{
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

/// What numpy.savez_compressed makes of arrays, each a .npy file.
inline std::string npz(const std::vector<std::pair<std::string, std::string>>& arrays)
{
    std::string file, directory;
    for (const auto& [array, bytes] : arrays) {
        const std::string name = array + ".npy", packed = deflated(bytes);
        const auto sum = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
        const std::string described = littleEndian(20, 2) + littleEndian(0, 2) + littleEndian(8, 2) // deflated
            + littleEndian(0x00210000, 4) // 1 January 1980
            + littleEndian(sum, 4) + littleEndian(packed.size(), 4) + littleEndian(bytes.size(), 4)
            + littleEndian(name.size(), 2) + littleEndian(0, 2);
        directory += std::string("PK\x01\x02") + littleEndian(20, 2) + described + std::string(10, '\0')
            + littleEndian(file.size(), 4) + name;
        file += std::string("PK\x03\x04") + described + name + packed;
    }
    const std::string count = littleEndian(arrays.size(), 2);
    return file + directory + std::string("PK\x05\x06") + littleEndian(0, 4) + count + count
        + littleEndian(directory.size(), 4) + littleEndian(file.size(), 4) + littleEndian(0, 2);
}

} // namespace deltascope
