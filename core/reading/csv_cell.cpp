// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/csv_cell.h"

#include "reading/text_encoding.h"
#include "reading/typed_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace deltascope::reading {

namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool isMissing(std::string_view text)
{
    if (text.empty() || text == "?" || text == ".")
        return true;
    if (text.size() > 4)
        return false;
    const std::string lower = lowered(text);
    constexpr std::string_view kWords[] = {"na", "n/a", "#n/a", "<na>", "nan", "-nan", "null"};
    return std::ranges::find(kWords, lower) != std::end(kWords);
}

bool isInfinity(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const std::string lower = lowered(text.substr(0, 9));
    return lower == "inf" || lower == "infinity";
}

/// A digit is there that is not 0, yet no double is that small.
bool isTooSmall(std::string_view cell)
{
    return cell.substr(0, cell.find_first_of("eE")).find_first_of("123456789") != std::string_view::npos;
}

/// 1.234 or 12.345.678: a decimal fraction, or a number with marks between the thousands.
bool looksGrouped(std::string_view text)
{
    const std::size_t first = text.find('.');
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    if (first == std::string_view::npos || first <= sign || first - sign > 3)
        return false;
    for (std::size_t place = first; place < text.size(); place += 4)
        if (text[place] != '.' || text.size() - place < 4
            || text.substr(place + 1, 3).find_first_not_of("0123456789") != std::string_view::npos)
            return false;
    return true;
}

/// The number with a point as decimal mark, or nothing where it cannot be one.
std::optional<double> numberIn(std::string_view text, DecimalMark& mark)
{
    const std::size_t comma = text.find(',');
    const bool point = text.find('.') != std::string_view::npos;
    if (comma == std::string_view::npos) {
        if (point && mark == DecimalMark::comma && looksGrouped(text))
            return std::nullopt;
        const std::optional<double> number = typedNumber(text);
        if (number && point && mark == DecimalMark::unknown)
            mark = DecimalMark::point;
        return number;
    }
    const bool digitAfter = comma + 1 < text.size() && text[comma + 1] >= '0' && text[comma + 1] <= '9';
    if (point || mark == DecimalMark::point || !digitAfter || text.size() > 400)
        return std::nullopt;
    std::string plain(text);
    plain[comma] = '.';
    const std::optional<double> number = typedNumber(plain);
    if (number)
        mark = DecimalMark::comma;
    return number;
}

} // namespace

Cell readCell(std::string_view text, DecimalMark& mark)
{
    if (text.size() <= 9 && !text.empty()) { // whole numbers at once: most cells of pictures
        unsigned value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ptr == text.data() + text.size() && read.ec == std::errc())
            return {CellKind::number, static_cast<double>(value)};
    }
    if (isMissing(text))
        return {};
    if (const std::optional<double> number = numberIn(text, mark)) {
        if (!std::isfinite(*number))
            return {CellKind::notFinite};
        if (*number == 0 && isTooSmall(text))
            return {CellKind::tooSmall};
        return {CellKind::number, *number};
    }
    return {isInfinity(text) ? CellKind::notFinite : CellKind::word};
}

std::string asUtf8(std::string_view text)
{
    if (!invalidUtf8(text))
        return std::string(text);
    std::string utf8;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            utf8 += c;
        } else {
            utf8 += static_cast<char>(0xC0 | byte >> 6);
            utf8 += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return utf8;
}

} // namespace deltascope::reading
