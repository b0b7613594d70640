// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a short text that can be sent: deltascope:?depth=8&weight=6.9&question.layer=2. It holds what differs
// from the defaults; pins are left out.
#pragma once

#include "base/result.h"
#include "documents/notices.h"
#include "model/document.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace deltascope::documents {

inline constexpr std::string_view kLinkPrefix = "deltascope:";
inline constexpr std::size_t kMaxLinkBytes = 100'000; ///< that readLink() takes

/// Keys of scenario parameters as after --set, those of the question behind "question.", of the view behind "view.", of
/// preferences behind "preferences.", "hide", and "lesson" with "step".
std::string writeLink(const model::Document& document);

/// Also links of schema 1. Error (Fault::invalidData): what is no link, a key that is not known or given twice, a value
/// out of range.
Result<model::Document> readLink(std::string_view text, Notices* notices = nullptr);

} // namespace deltascope::documents
