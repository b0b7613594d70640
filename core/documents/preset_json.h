// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <string>
#include <string_view>

namespace deltascope::documents {

/// A named starting point: a document, with one line on what to look for and where it comes from.
struct Preset {
    std::string id;
    int rank = 0;
    Message name;
    Message lookFor;
    Message source; ///< chapter, page or paper
    model::Document document;
};

/// Reads a preset file: a document with the keys "name", "look_for", "source" and "rank" besides.
Result<Preset> readPreset(std::string id, std::string_view json);

} // namespace deltascope::documents
