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

bool isPoint(DecimalMark mark)
{
    return mark == DecimalMark::point || mark == DecimalMark::onlyPoint;
}

bool isComma(DecimalMark mark)
{
    return mark == DecimalMark::comma || mark == DecimalMark::onlyComma;
}

/// 12,345,678 without the marks between its thousands, or nothing where they do not stand in threes.
std::optional<std::string> withoutMarks(std::string_view whole, std::string_view mark)
{
    const std::size_t sign = whole.starts_with('-') || whole.starts_with('+') ? 1
        : whole.starts_with("\xE2\x88\x92")                                   ? 3
                                                                              : 0;
    const std::size_t first = whole.find(mark);
    if (whole.size() > 40 || first == std::string_view::npos || first <= sign || first - sign > 3 || whole[sign] == '0')
        return std::nullopt;
    std::string digits(whole.substr(0, first));
    for (std::size_t place = first; place < whole.size(); place += mark.size() + 3) {
        const std::string_view group = whole.substr(place, mark.size() + 3);
        if (group.size() != mark.size() + 3 || !group.starts_with(mark))
            return std::nullopt;
        digits += group.substr(mark.size());
    }
    return digits.find_first_not_of("0123456789", sign) == std::string::npos ? std::optional(digits) : std::nullopt;
}

/// Blanks, narrow ones too, and apostrophes between the thousands are taken out where that is what they are.
std::optional<std::string> withoutGroups(std::string_view text)
{
    const std::size_t end = std::min(text.find_first_of(".,"), text.size());
    for (const std::string_view mark : {" ", "\xC2\xA0", "\xE2\x80\xAF", "'", "\xE2\x80\x99"})
        if (const std::optional<std::string> whole = withoutMarks(text.substr(0, end), mark))
            return *whole + std::string(text.substr(end));
    return std::nullopt;
}

/// 1.234,5 and 1,234.5, where the last mark is the decimal one.
std::optional<double> numberOfBothMarks(std::string_view text, DecimalMark& mark)
{
    const std::size_t place = text.find_last_of(".,");
    const bool comma = text[place] == ',';
    if (comma ? isPoint(mark) : isComma(mark))
        return std::nullopt;
    const std::optional<std::string> whole = withoutMarks(text.substr(0, place), comma ? "." : ",");
    const std::optional<double> number =
        whole ? typedNumber(*whole + "." + std::string(text.substr(place + 1))) : std::nullopt;
    if (number && mark == DecimalMark::unknown)
        mark = comma ? DecimalMark::comma : DecimalMark::point;
    return number;
}

std::optional<double> numberWithCommas(std::string_view text, DecimalMark& mark)
{
    const std::size_t comma = text.find(',');
    const bool several = text.find(',', comma + 1) != std::string_view::npos;
    if (several || mark == DecimalMark::onlyPoint) {
        const std::optional<std::string> whole = isComma(mark) ? std::nullopt : withoutMarks(text, ",");
        if (whole && mark == DecimalMark::unknown)
            mark = DecimalMark::point;
        return whole ? typedNumber(*whole) : std::nullopt;
    }
    const bool digitAfter = comma + 1 < text.size() && text[comma + 1] >= '0' && text[comma + 1] <= '9';
    if (mark == DecimalMark::point || !digitAfter || text.size() > 400)
        return std::nullopt;
    std::string plain(text);
    plain[comma] = '.';
    const std::optional<double> number = typedNumber(plain);
    if (number && mark == DecimalMark::unknown)
        mark = DecimalMark::comma;
    return number;
}

std::optional<double> numberWithPoints(std::string_view text, DecimalMark& mark)
{
    const bool several = text.find('.', text.find('.') + 1) != std::string_view::npos;
    if (several || isComma(mark)) {
        if (const std::optional<std::string> whole = isPoint(mark) ? std::nullopt : withoutMarks(text, ".")) {
            if (!several && mark == DecimalMark::comma)
                return std::nullopt; // 1234, or 1.234?
            if (mark == DecimalMark::unknown)
                mark = DecimalMark::comma;
            return typedNumber(*whole);
        }
    }
    const std::optional<double> number = typedNumber(text);
    if (number && mark == DecimalMark::unknown)
        mark = DecimalMark::point;
    return number;
}

/// The number with a point as decimal mark, or nothing where it cannot be one.
std::optional<double> numberIn(std::string_view text, DecimalMark& mark)
{
    const bool comma = text.find(',') != std::string_view::npos, point = text.find('.') != std::string_view::npos;
    if (comma && point)
        return numberOfBothMarks(text, mark);
    return comma ? numberWithCommas(text, mark) : point ? numberWithPoints(text, mark) : typedNumber(text);
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
    std::optional<double> number = numberIn(text, mark);
    if (!number && text.size() <= 40)
        if (const std::optional<std::string> plain = withoutGroups(text))
            number = numberIn(*plain, mark);
    if (number) {
        if (!std::isfinite(*number))
            return {CellKind::notFinite};
        if (*number == 0 && isTooSmall(text))
            return {CellKind::tooSmall};
        return {CellKind::number, *number};
    }
    return {isInfinity(text) ? CellKind::notFinite : CellKind::word};
}

DecimalMark shownMark(std::string_view text)
{
    DecimalMark mark = DecimalMark::unknown;
    if (text.find_first_of(".,") == std::string_view::npos || withoutMarks(text, ",") || withoutMarks(text, "."))
        return mark;
    return numberIn(text, mark) ? mark : DecimalMark::unknown;
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
