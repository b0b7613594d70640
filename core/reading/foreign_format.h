// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <optional>
#include <string_view>

namespace deltascope::reading {

/// What bytes are that came under a data file's name and are something else, with what to do: a web page, a spreadsheet
/// … Nothing for all others.
std::optional<Message> foreignFormat(std::string_view bytes);

} // namespace deltascope::reading
