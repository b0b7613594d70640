// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deltascope::cli {

/// One thing that `list` names: its id, a line for people, and its members as JSON text.
struct ListEntry {
    QString id;
    QString line;
    std::vector<std::pair<std::string, std::string>> json;
};

/// One kind of thing that can be listed.
struct Listing {
    std::string_view kind;
    std::vector<ListEntry> (*entries)();
};

std::span<const Listing> listings();

/// The chosen kinds as text for people, or as one JSON object with one array a kind.
QString listText(const std::vector<const Listing*>& chosen);
QString listJson(const std::vector<const Listing*>& chosen);

} // namespace deltascope::cli
