// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command_line.h"

#include "base/registry.h"
#include "cli/arguments/nearest.h"
#include "files/version.h"
#include "text/language.h"

namespace deltascope::cli {

namespace {

std::optional<Error> useLanguage(const QStringList& arguments)
{
    text::setLanguage(QStringLiteral("system"));
    QString code = QStringLiteral("system");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--lang") && i + 1 < arguments.size())
            code = arguments[i + 1];
        else if (arguments[i].startsWith(QLatin1String("--lang=")))
            code = arguments[i].section(u'=', 1);
    }
    if (!text::availableLanguages().contains(code) && code != QLatin1String("system"))
        return unknownWord(translatable("core", "There is no language “%1”; did you mean “%2”?"),
            translatable("core", "There is no language “%1”; there are %2."), code, text::availableLanguages());
    text::setLanguage(code);
    return std::nullopt;
}

Error unknownCommand(const QString& word)
{
    QStringList ids;
    for (const Command* command : commandsRegistry())
        ids << QString::fromUtf8(command->id.data(), static_cast<qsizetype>(command->id.size()));
    return unknownWord(translatable("core", "There is no command “%1”; did you mean “%2”?"),
        translatable("core", "There is no command “%1”; there are %2."), word, ids);
}

bool asksFor(const QStringList& arguments, const char* option, const char* letter)
{
    return arguments.contains(QLatin1String(option)) || arguments.contains(QLatin1String(letter));
}

} // namespace

Result<Request> readCommandLine(const QStringList& arguments)
{
    if (std::optional<Error> error = useLanguage(arguments))
        return *std::move(error);
    if (arguments.isEmpty() || asksFor(arguments.mid(0, 1), "--help", "-h"))
        return Request{nullptr, {}, overview()};
    if (asksFor(arguments.mid(0, 1), "--version", "-v"))
        return Request{nullptr, {}, files::versionText(QStringLiteral("deltascope-cli"))};
    const std::string id = arguments.first().toStdString();
    const Command* command = findKind(commandsRegistry(), id);
    if (!command)
        return unknownCommand(arguments.first());
    if (asksFor(arguments.mid(1), "--help", "-h"))
        return Request{nullptr, {}, helpOf(*command)};
    Result<Invocation> invocation = readInvocation(*command, arguments.mid(1));
    if (!invocation)
        return invocation.error();
    return Request{command, *std::move(invocation), {}};
}

} // namespace deltascope::cli
