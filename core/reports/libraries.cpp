// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/libraries.h"

#include <Eigen/Core>
#include <nlohmann/json_fwd.hpp>
#include <zip.h>
#include <zlib.h>

namespace deltascope::reports {

namespace {

std::string numbers(int first, int second, int third)
{
    return std::to_string(first) + '.' + std::to_string(second) + '.' + std::to_string(third);
}

} // namespace

std::vector<std::string> libraries()
{
    return {"Eigen " + numbers(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION),
        "nlohmann-json "
            + numbers(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH),
        std::string("zlib ") + ::zlibVersion(), std::string("libzip ") + ::zip_libzip_version()};
}

} // namespace deltascope::reports
