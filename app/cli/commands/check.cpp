// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/check.h"

#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/text_table.h"
#include "render/language.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace deltascope::commands {

namespace {

constexpr const Option* kOptions[] = {&options::lang};

/// With a point in every language, so that tables of two machines can be compared.
QString number(double value, int digits)
{
    char text[64];
    const auto end = std::to_chars(std::begin(text), std::end(text), value, std::chars_format::general, digits).ptr;
    return QString::fromLatin1(text, static_cast<qsizetype>(end - text));
}

std::optional<Error> run(const Invocation&)
{
    const std::vector<CheckedNumber> numbers = checkNumbers();
    std::vector<QStringList> rows{
        {QString(), toText(translatable("core", "expected")), toText(translatable("core", "computed")),
            toText(translatable("core", "deviation")), toText(translatable("core", "allowed")),
            toText(translatable("core", "what")), toText(translatable("core", "source"))}};
    for (const CheckedNumber& each : numbers)
        rows.push_back({toText(each.passed ? translatable("core", "ok") : translatable("core", "FAILED")),
            number(each.expected, 12), number(each.computed, 12), number(each.deviation, 2), number(each.tolerance, 2),
            toText(each.name), toText(each.source)});
    const QString table = textTable(
        rows, {Align::left, Align::right, Align::right, Align::right, Align::right, Align::left, Align::left});
    const auto failed = static_cast<int>(
        std::count_if(numbers.begin(), numbers.end(), [](const CheckedNumber& each) { return !each.passed; }));
    const auto all = static_cast<int>(numbers.size());
    const Message summary = failed == 0
        ? Message{translatable("core", "All %1 numbers agree with their sources."), {all}}
        : Message{translatable("core", "%1 of %2 numbers do not agree with their sources."), {failed, all}};
    if (std::optional<Error> error = writeOutput({}, (table + u'\n' + toText(summary) + u'\n').toUtf8()))
        return error;
    if (failed > 0)
        return Error{Fault::internal, summary};
    return std::nullopt;
}

} // namespace

extern const Command check;
const Command check{
    .id = "check",
    .summary =
        translatable("core", "Published and closed-form numbers, computed live, each with its source and deviation."),
    .operand = "",
    .rank = 50,
    .options = kOptions,
    .notes = translatable("core", "Ends with 1 if any number deviates by more than half a unit of its last digit."),
    .run = run,
};

} // namespace deltascope::commands
