// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/check_report.h"

#include "text/language.h"
#include "text/text_table.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace deltascope::render {

namespace {

/// With a point in every language, so that tables of two machines can be compared.
QString number(double value, int digits)
{
    char text[64];
    const auto end = std::to_chars(std::begin(text), std::end(text), value, std::chars_format::general, digits).ptr;
    return QString::fromLatin1(text, static_cast<qsizetype>(end - text));
}

} // namespace

CheckReport reportOf(const std::vector<check::CheckedNumber>& numbers)
{
    std::vector<QStringList> rows{
        {QString(), text::toText(translatable("core", "expected")), text::toText(translatable("core", "computed")),
            text::toText(translatable("core", "deviation")), text::toText(translatable("core", "allowed")),
            text::toText(translatable("core", "what")), text::toText(translatable("core", "source"))}};
    for (const check::CheckedNumber& each : numbers)
        rows.push_back({text::toText(each.passed ? translatable("core", "ok") : translatable("core", "FAILED")),
            number(each.expected, 12), number(each.computed, 12), number(each.deviation, 2), number(each.tolerance, 2),
            text::toText(each.name), text::toText(each.source)});
    const auto failed = static_cast<int>(
        std::count_if(numbers.begin(), numbers.end(), [](const check::CheckedNumber& each) { return !each.passed; }));
    const auto all = static_cast<int>(numbers.size());
    return {
        .table = text::textTable(rows,
            {text::Align::left, text::Align::right, text::Align::right, text::Align::right, text::Align::right,
                text::Align::left, text::Align::left}),
        .summary = failed == 0
            ? Message{translatable("core", "All %1 numbers agree with their sources."), {all}}
            : Message{translatable("core", "%1 of %2 numbers do not agree with their sources."), {failed, all}},
        .passed = failed == 0,
    };
}

} // namespace deltascope::render
