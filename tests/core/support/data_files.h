// SPDX-License-Identifier: GPL-3.0-or-later
// Data files as strangers have them, made for one test.
#pragma once

#include "core/support/file_bytes.h"
#include "data/dataset.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace deltascope {

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
