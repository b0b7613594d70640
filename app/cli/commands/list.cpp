// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command.h"
#include "cli/arguments/nearest.h"
#include "cli/listing.h"
#include "cli/options.h"
#include "cli/output.h"

namespace deltascope::commands {

namespace {

constexpr cli::Option kFormat{
    "--format", "text|json", translatable("core", "for people (text) or for programs (json)")};
constexpr const cli::Option* kOptions[] = {&kFormat, &cli::options::lang};

std::optional<Error> run(const cli::Invocation& invocation)
{
    const QString format = invocation.value("--format", QStringLiteral("text"));
    if (format != QLatin1String("text") && format != QLatin1String("json"))
        return cli::unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
            translatable("core", "There is no format “%1”; there are %2."), format,
            {QStringLiteral("text"), QStringLiteral("json")});
    std::vector<const cli::Listing*> chosen;
    QStringList kinds;
    for (const cli::Listing& listing : cli::listings()) {
        const QString kind = QString::fromUtf8(listing.kind.data(), static_cast<qsizetype>(listing.kind.size()));
        kinds << kind;
        if (invocation.operand.isEmpty() || invocation.operand == kind)
            chosen.push_back(&listing);
    }
    if (chosen.empty())
        return cli::unknownWord(translatable("core", "There is nothing called “%1” to list; did you mean “%2”?"),
            translatable("core", "There is nothing called “%1” to list; there are %2."), invocation.operand, kinds);
    return cli::writeOutput(
        {}, (format == QLatin1String("json") ? cli::listJson(chosen) : cli::listText(chosen)).toUtf8());
}

} // namespace

extern const cli::Command list;
const cli::Command list{
    .id = "list",
    .summary =
        translatable("core", "Everything that has a name: activations, initializations, presets, figures, lessons, …"),
    .operand = "KIND",
    .rank = 10,
    .options = kOptions,
    .notes = translatable("core",
        "KIND is activations, initializers, losses, optimizers, datasets, presets, figures,\n"
        "parameters or lessons;\n"
        "without it, all are listed."),
    .run = run,
};

} // namespace deltascope::commands
