// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: documents as they were written before the question and the preferences had places of their
// own. In schema 1 all of them stood under "view".
#pragma once

#include "reading/json.h"

#include <string_view>

namespace deltascope::documents {

/// Where this key of schema 1's "view" stands now: "question", "preferences" or, as before, "view".
std::string_view placeOfViewKey(std::string_view key);

/// The object of a document of schema 1 as one of schema 2. Every value keeps its place in the text, for the errors.
reading::JsonValue fromSchema1(reading::JsonValue root);

} // namespace deltascope::documents
