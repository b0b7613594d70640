// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: a document inside a tree that is already parsed.
#pragma once

#include "documents/notices.h"
#include "model/document.h"

#include <span>

namespace deltascope::documents {

/// The document that `root` holds; `text` is what it was parsed from. The keys in `others` are left to the caller; what
/// is not given stays as it is in `base`. `schema`: of a document that does not say it itself; without a word it may
/// have keys of any.
Result<model::Document> documentFrom(std::string_view text, const reading::JsonValue& root,
    std::span<const std::string_view> others = {}, Notices* notices = nullptr, const model::Document& base = {},
    int schema = 1);

} // namespace deltascope::documents
