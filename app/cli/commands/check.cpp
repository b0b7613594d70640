// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "render/check_report.h"
#include "text/language.h"

namespace deltascope::commands {

namespace {

constexpr const cli::Option* kOptions[] = {&cli::options::lang};

std::optional<Error> run(const cli::Invocation&)
{
    std::optional<cli::ProgressLine> progress(std::in_place, Message{translatable("core", "Numbers"), {}});
    const render::CheckReport report =
        render::reportOf(check::checkNumbers({}, [&](double share) { progress->tell(share); }));
    progress.reset();
    if (std::optional<Error> error =
            cli::writeOutput({}, (report.table + u'\n' + text::toText(report.summary) + u'\n').toUtf8()))
        return error;
    if (!report.passed)
        return Error{Fault::internal, report.summary};
    return std::nullopt;
}

} // namespace

extern const cli::Command check;
const cli::Command check{
    .id = "check",
    .summary =
        translatable("core", "Published and closed-form numbers, computed live, each with its source and deviation."),
    .operand = "",
    .rank = 50,
    .options = kOptions,
    .notes = translatable("core", "Exits with 1 if any number deviates by more than half a unit of its last digit."),
    .run = run,
};

} // namespace deltascope::commands
