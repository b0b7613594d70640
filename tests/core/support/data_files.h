// SPDX-License-Identifier: GPL-3.0-or-later
// Data files as strangers have them, made for one test.
#pragma once

#include "data/dataset.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace deltascope {

inline std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(value >> shift & 255));
    return bytes;
}

inline std::string idx(std::uint32_t magic, const std::vector<std::uint32_t>& sizes, const std::string& data)
{
    std::string bytes = bigEndian(magic);
    for (const std::uint32_t size : sizes)
        bytes += bigEndian(size);
    return bytes + data;
}

inline std::string gzipped(const std::string& bytes)
{
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
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

/// A folder that is gone after the test.
class DataFiles : public testing::Test {
protected:
    DataFiles()
        : m_folder(std::filesystem::path(testing::TempDir())
            / (std::string("deltascope_data_") + testing::UnitTest::GetInstance()->current_test_info()->name()))
    {
        std::filesystem::create_directories(m_folder);
    }
    ~DataFiles() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, const std::string& bytes)
    {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
    }
    data::DataFolder folder() const { return {m_folder.string()}; }
    std::string refusalOf(const model::Scenario& scenario, Fault fault = Fault::invalidData)
    {
        const Result<data::Dataset> data = data::makeDataset(scenario, {}, folder());
        if (data)
            return "accepted";
        EXPECT_EQ(data.error().fault, fault) << plainText(data.error().what);
        return plainText(data.error().what);
    }

    std::filesystem::path m_folder;
};

} // namespace deltascope
