// SPDX-License-Identifier: GPL-3.0-or-later
// MNIST as Keras has it: one .npz of x_train (pictures × 28 × 28, uint8) and y_train (whole numbers), and x_test and
// y_test where there is a test set.
#pragma once

#include "data/picture_files.h"

namespace deltascope::data {

/// Whether that is a file whose name says .npz.
bool isPictureArchive(const std::string& path);

/// Fills the columns of a dataset with its pictures, those of the training set first; returns how many of them there
/// were, fewer where stop was requested. Errors: of the file; arrays that are missing, of other types or sizes,
/// damaged; labels that are none.
Result<Eigen::Index> readPictureArchive(
    const PictureSet& set, const std::string& path, Dataset& data, const std::stop_token& stop);

} // namespace deltascope::data
