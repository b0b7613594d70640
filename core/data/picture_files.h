// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of 28 × 28 pixels and their labels in IDX files, as MNIST and its kin come: plain or .gz, with a hyphen or a
// point before “idx”, in the folder or below it; those of the training set first, then those of the test set, whichever
// are there. Where there are none, in an .npz (picture_archive.h). Pixels scaled to 0…1, one-hot targets. The pictures
// of EMNIST lie on their side and are turned upright.
#pragma once

#include "data/dataset.h"

#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::data {

/// The names of four files: PREFIXtrain-images-idx3-ubyte, PREFIXTEST-labels-idx1-ubyte …
struct PictureNames {
    std::string_view prefix, test;
    bool transposed = false; ///< column by column
};

struct PictureSet {
    std::span<const PictureNames> names; ///< the first that are there
    std::span<const std::string_view> archives = {}; ///< the first that is there, where none of those are
    std::string_view called =
        {}; ///< in small letters: where several collections lie side by side, the folder of this one
    int classes = 10, firstLabel = 0;
    Message wanted = {}; ///< of a label: “a digit from 0 to 9 is needed”
    std::vector<std::string> (*classNames)(
        const std::string& path) = nullptr; ///< by where the pictures were; may be none
};

/// The examples of a valid scenario with 784 inputs. Errors: no files, one without the other, bad ones, too few.
Result<Dataset> readPictures(
    const PictureSet& set, const model::Scenario& scenario, const DataFolder& folder, const std::stop_token& stop);

/// The files that are read, in one order.
Result<std::vector<std::string>> pictureFiles(const PictureSet& set, const DataFolder& folder);

} // namespace deltascope::data
