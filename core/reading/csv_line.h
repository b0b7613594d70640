// SPDX-License-Identifier: GPL-3.0-or-later
// The first line of an exported CSV file, as we wrote it or as a spreadsheet has written it anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace deltascope::reading {

/// The document's JSON in the first line of a CSV file that begins with `prefix`; nothing where it does not. A
/// spreadsheet puts cells in quotation marks, doubles those inside, splits at its separator (comma, semicolon, tab) and
/// adds empty cells to the right.
std::optional<std::string> csvDocument(std::string_view bytes, std::string_view prefix);

} // namespace deltascope::reading
