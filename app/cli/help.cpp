// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command.h"
#include "text/language.h"
#include "text/text_table.h"

#include <algorithm>
#include <vector>

namespace deltascope::cli {

namespace {

QString helpFromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString optionName(const Option& option)
{
    const QString name = helpFromView(option.name);
    return *option.value ? name + u' ' + QString::fromUtf8(option.value) : name;
}

std::vector<const Command*> inOrder()
{
    std::vector<const Command*> commands(commandsRegistry().begin(), commandsRegistry().end());
    std::sort(commands.begin(), commands.end(),
        [](const Command* left, const Command* right) { return left->rank < right->rank; });
    return commands;
}

/// As Option::listed has it.
std::vector<Argument> listed(QStringList words)
{
    const QString separator = QStringLiteral(", ");
    const std::string all = words.join(separator).toStdString();
    const std::string last = words.isEmpty() ? std::string() : words.takeLast().toStdString();
    return {all, words.join(separator).toStdString(), last};
}

} // namespace

QString overview()
{
    QString text = text::toText(translatable("core", "Usage: deltascope-cli COMMAND [OPTIONS]")) + u'\n'
        + text::toText(
            translatable("core", "See why deep networks learn at different speeds, layer by layer: without a window."))
        + QStringLiteral("\n\n");
    for (const Command* command : inOrder())
        text += text::hangingRow(helpFromView(command->id), text::toText(command->summary), 14);
    text += u'\n'
        + text::hangingRow(QStringLiteral("--help"),
            text::toText(translatable("core", "print this, or the help of a COMMAND, and end")), 14)
        + text::hangingRow(
            QStringLiteral("--version"), text::toText(translatable("core", "print the version and end")), 14)
        + u'\n';
    return text
        + text::toText(translatable("core",
            "Examples:\n"
            "  deltascope-cli evaluate --preset explosion\n"
            "  deltascope-cli evaluate --set depth=12 --set weight=7 --format json\n"
            "  deltascope-cli figure learning_speed --preset vanishing --out speed.pdf\n"
            "\n"
            "Exit codes: 0 done; 1 internal fault or a failed check; 2 wrong usage or value;\n"
            "3 cannot read; 4 cannot write; 5 bad data in a file; 130 interrupted; 143 terminated."))
        + u'\n';
}

QString helpOf(const Command& command)
{
    QString usage = QStringLiteral("deltascope-cli ") + helpFromView(command.id);
    if (*command.operand)
        usage += (command.operandNeeded ? QStringLiteral(" %1") : QStringLiteral(" [%1]"))
                     .arg(QString::fromUtf8(command.operand))
            + (command.manyOperands ? QStringLiteral("…") : QString());
    usage += QStringLiteral(" [OPTIONS]");
    QString text = text::toText({translatable("core", "Usage: %1"), {usage.toStdString()}}) + u'\n'
        + text::toText(command.summary) + QStringLiteral("\n\n");
    for (const Option* option : command.options) {
        QString help =
            text::toText({option->help, option->listed ? listed(option->listed()) : std::vector<Argument>()});
        if (option->repeatable)
            help += u' ' + text::toText(translatable("core", "(may be repeated)"));
        text += text::hangingRow(optionName(*option), help, 24);
    }
    text += text::hangingRow(QStringLiteral("--help"), text::toText(translatable("core", "print this and end")), 24);
    if (*command.notes)
        text += u'\n' + text::toText(command.notes) + u'\n';
    return text;
}

} // namespace deltascope::cli
