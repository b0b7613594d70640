// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace deltascope::model {

/// What the reader likes: the window's own, and part of a document only where somebody asked for it. Each member has
/// one row in `preferenceParameters()`.
struct Preferences {
    std::string theme = "system"; ///< a theme id, or system
    std::string language = "system"; ///< a language code, or system
    bool operator==(const Preferences&) const = default;
};

/// What is asked for, and one's own where nothing is.
Preferences preferred(const Preferences& asked, const Preferences& own);

} // namespace deltascope::model
