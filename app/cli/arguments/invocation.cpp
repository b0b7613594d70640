// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/invocation.h"

#include "cli/arguments/command.h"
#include "cli/arguments/nearest.h"

namespace deltascope::cli {

namespace {

Error usage(const char* sentence, const QString& argument)
{
    return {Fault::usage, {sentence, {argument.toStdString()}}};
}

const Option* findOption(const Command& command, const QString& name)
{
    for (const Option* option : command.options)
        if (name == QLatin1String(option->name.data(), static_cast<qsizetype>(option->name.size())))
            return option;
    return nullptr;
}

Error unknownOption(const Command& command, const QString& name)
{
    QStringList names{QStringLiteral("--help")};
    for (const Option* option : command.options)
        names << QString::fromUtf8(option->name.data(), static_cast<qsizetype>(option->name.size()));
    return unknownWord(translatable("core", "“%1” is not an option of this command; did you mean “%2”?"),
        translatable("core", "“%1” is not an option of this command; its options are %2."), name, names);
}

} // namespace

Result<Invocation> readInvocation(const Command& command, const QStringList& arguments)
{
    Invocation invocation;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (!optionsEnded && argument == QLatin1String("--")) {
            optionsEnded = true;
            continue;
        }
        if (optionsEnded || !argument.startsWith(u'-') || argument == QLatin1String("-")) {
            if (!*command.operand)
                return usage(
                    translatable("core", "“%1” is one word too many; this command takes only options."), argument);
            if (!invocation.operands.isEmpty() && !command.manyOperands)
                return usage(translatable("core", "“%1” is one word too many."), argument);
            invocation.operands << argument;
            invocation.operand = invocation.operands.first();
            continue;
        }
        const QString name = argument.section(u'=', 0, 0);
        const Option* option = findOption(command, name);
        if (!option)
            return unknownOption(command, name);
        const bool attached = argument.contains(u'=');
        const bool isSwitch = !*option->value;
        if (isSwitch && attached)
            return usage(translatable("core", "“%1” takes no value."), name);
        if (!isSwitch && !attached && i + 1 == arguments.size())
            return Error{Fault::usage,
                {translatable("core", "“%1” needs a value after it: %2."), {name.toStdString(), option->value}}};
        if (!option->repeatable && invocation.has(option->name))
            return usage(translatable("core", "“%1” is given twice; give it once."), name);
        invocation.options[option->name] << (isSwitch ? QString()
                : attached                            ? argument.section(u'=', 1)
                                                      : arguments[++i]);
    }
    if (command.operandNeeded && invocation.operand.isEmpty())
        return Error{Fault::usage,
            {translatable("core", "%1 needs %2 after it; see deltascope-cli %1 --help."),
                {std::string(command.id), command.operand}}};
    return invocation;
}

} // namespace deltascope::cli
