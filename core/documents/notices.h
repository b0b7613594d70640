// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader accepts but must not pass over in silence.
#pragma once

#include "base/message.h"
#include "reading/json.h"

#include <string_view>
#include <vector>

namespace deltascope::documents {

/// One sentence each. Readers take a pointer to them; nullptr: nobody listens.
using Notices = std::vector<Message>;

/// Numbers of a tree that are not 0 but were read as 0, because no double is that small: one sentence for all, with the
/// key of the first. `text` is what `root` was parsed from.
void noteTooSmall(std::string_view text, const reading::JsonValue& root, Notices& notices);
/// The same for the value typed after KEY=, a number or a list.
void noteTooSmall(std::string_view key, std::string_view typed, Notices& notices);

} // namespace deltascope::documents
