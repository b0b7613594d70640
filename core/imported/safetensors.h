// SPDX-License-Identifier: GPL-3.0-or-later
// Safetensors (github.com/huggingface/safetensors): 8 bytes of a length, so much JSON that names arrays with type,
// shape and place, then their bytes, without holes and without overlaps. Nothing in it is executed.
#pragma once

#include "imported/array_file.h"

#include <memory>

namespace deltascope::imported {

bool isSafetensors(std::string_view bytes);

/// Errors (Fault::invalidData): a header that is none, or that the rest of the bytes does not keep.
Result<std::unique_ptr<ArrayFile>> readSafetensors(std::string_view bytes);

} // namespace deltascope::imported
