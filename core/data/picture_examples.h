// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and their labels, whatever file they came from, as the columns of a dataset.
#pragma once

#include "data/picture_files.h"

#include <cstdint>
#include <optional>

namespace deltascope::data {

inline constexpr std::size_t kCheckedLabels = 1'000'000; ///< also those of pictures that are not asked for

/// What the first label is that is none of the set's; nothing where there is none.
std::optional<Message> labelProblem(const PictureSet& set, std::span<const std::int64_t> labels);

/// Puts pictures of one byte a pixel and their labels, one each at least, after the first `done` columns, as many as
/// there is room for; returns how many columns are then there.
Eigen::Index addPictures(const PictureSet& set, std::string_view pixels, std::span<const std::int64_t> labels,
    bool transposed, Dataset& data, Eigen::Index done);

/// “path”: problem
Error aboutPictures(const std::string& path, Message problem);

} // namespace deltascope::data
