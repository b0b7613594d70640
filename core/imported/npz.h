// SPDX-License-Identifier: GPL-3.0-or-later
// What numpy.savez writes: a ZIP archive of .npy files (numpy.org, NEP 1), stored or deflated. Arrays of Python
// objects, which are pickles, are never read.
#pragma once

#include "imported/array_file.h"

#include <memory>

namespace deltascope::imported {

bool isZip(std::string_view bytes);

/// Errors (Fault::invalidData): no archive, or one of other things.
Result<std::unique_ptr<ArrayFile>> readNpz(std::string_view bytes);

} // namespace deltascope::imported
