// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: a document inside a tree that is already parsed.
#pragma once

#include "documents/notices.h"
#include "model/document.h"

#include <span>

namespace deltascope::documents {

/// The document that `root` holds; `text` is what it was parsed from. The keys in `others` are left to the caller; what
/// is not given stays as it is in `base`.
Result<model::Document> documentFrom(std::string_view text, const reading::JsonValue& root,
    std::span<const std::string_view> others = {}, Notices* notices = nullptr, const model::Document& base = {});

} // namespace deltascope::documents
