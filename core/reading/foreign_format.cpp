// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/foreign_format.h"

#include <algorithm>
#include <string>

namespace deltascope::reading {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view withoutBlanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    return text;
}

bool beginsWith(std::string_view text, std::string_view lower)
{
    const auto same = [](char c, char wanted) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == wanted; };
    return text.size() >= lower.size()
        && std::equal(lower.begin(), lower.end(), text.begin(), [&](char wanted, char c) { return same(c, wanted); });
}

bool isWebPage(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text = withoutBlanks(text.substr(0, 4096));
    while (text.starts_with("<!--") || text.starts_with("<?")) { // before the element that says what it is
        const std::string_view end = text.starts_with("<?") ? "?>" : "-->";
        const std::size_t place = text.find(end);
        if (place == std::string_view::npos)
            return true;
        text = withoutBlanks(text.substr(place + end.size()));
    }
    for (const std::string_view tag : {"<!doctype", "<html", "<head", "<body", "<title", "<script", "<meta"})
        if (beginsWith(text, tag))
            return true;
    return false;
}

} // namespace

std::optional<Message> foreignFormat(std::string_view bytes)
{
    if (isWebPage(bytes))
        return Message{
            translatable("core", "it is a web page, not the data: download the file itself, not the page about it."),
            {}};
    if (bytes.starts_with("PK\x03\x04"))
        return Message{translatable("core",
                           "it is a ZIP archive, which .xlsx sheets are too: unpack it, or save the sheet as CSV."),
            {}};
    return std::nullopt;
}

} // namespace deltascope::reading
