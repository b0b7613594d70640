// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imported/array_file.h"

#include <memory>

namespace deltascope::imported {

/// The arrays of a file, by what its bytes are and not by its name. Errors (Fault::invalidData): of the readers, and
/// for files that others save: what converts them.
Result<std::unique_ptr<ArrayFile>> arraysIn(std::string_view bytes, const std::string& name);

/// Whether a name ends as those of files that may hold a network, those that must be converted first included.
bool isNetworkName(std::string_view name);

} // namespace deltascope::imported
