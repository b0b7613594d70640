// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files are UTF-8 in this program. std::filesystem takes a std::string, on Windows, to be in the system's code
// page, and throws where that has no such letter.
#pragma once

#include <filesystem>
#include <string>

namespace deltascope::reading {

inline std::filesystem::path pathOf(const std::string& name)
{
    return std::u8string(name.begin(), name.end());
}

inline std::string nameOf(const std::filesystem::path& path)
{
    const std::u8string name = path.u8string();
    return {name.begin(), name.end()};
}

} // namespace deltascope::reading
