// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/arguments.h"

#include "files/presets.h"
#include "render/theme.h"
#include "text/language.h"

#include <QCoreApplication>

namespace deltascope::window {

namespace {

struct ProgramOption {
    QLatin1String name;
    QString Arguments::*value;
};
constexpr ProgramOption kOptions[] = {
    {QLatin1String("--preset"), &Arguments::preset},
    {QLatin1String("--lang"), &Arguments::language},
    {QLatin1String("--theme"), &Arguments::theme},
    {QLatin1String("--data"), &Arguments::data},
};

// Options of Qt itself that take a value; Qt accepts them with one dash or two.
constexpr QLatin1String kQtOptions[] = {QLatin1String("platform"), QLatin1String("platformpluginpath"),
    QLatin1String("platformtheme"), QLatin1String("plugin"), QLatin1String("style"), QLatin1String("stylesheet"),
    QLatin1String("qwindowgeometry"), QLatin1String("geometry"), QLatin1String("qwindowicon"), QLatin1String("icon"),
    QLatin1String("qwindowtitle"), QLatin1String("title"), QLatin1String("display"), QLatin1String("session"),
    QLatin1String("fontengine"), QLatin1String("dpi")};

Error wrong(const char* sentence, const QString& argument)
{
    return {Fault::usage, {sentence, {argument.toStdString()}}};
}

bool isQtOption(const QString& argument)
{
    for (const QLatin1String name : kQtOptions)
        if (argument == QLatin1Char('-') + QString(name) || argument == QStringLiteral("--") + QString(name))
            return true;
    return false;
}

QString joined(const QStringList& ids)
{
    return ids.join(QStringLiteral(", "));
}

std::optional<Error> unknown(const char* sentence, const QString& value, const QStringList& known)
{
    if (value.isEmpty() || known.contains(value))
        return std::nullopt;
    return Error{Fault::usage, {sentence, {value.toStdString(), joined(known).toStdString()}}};
}

} // namespace

Result<Arguments> readArguments(const QStringList& arguments)
{
    Arguments read;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (onlyFiles || !argument.startsWith(QLatin1Char('-'))) {
            if (!read.beside.isEmpty())
                return wrong(
                    translatable("core", "Two files can be opened side by side; “%1” is one too many."), argument);
            if (argument.isEmpty())
                return Error{Fault::usage, {translatable("core", "The name of the file is empty."), {}}};
            (read.file.isEmpty() ? read.file : read.beside) = argument;
            continue;
        }
        const QString name = argument.section(QLatin1Char('='), 0, 0);
        const ProgramOption* option = std::find_if(
            std::begin(kOptions), std::end(kOptions), [&](const ProgramOption& one) { return one.name == name; });
        if (argument == QLatin1String("--")) {
            onlyFiles = true;
        } else if (argument == QLatin1String("--help") || argument == QLatin1String("-h")) {
            read.help = true;
        } else if (argument == QLatin1String("--version") || argument == QLatin1String("-v")) {
            read.version = true;
        } else if (option != std::end(kOptions)) {
            const bool inOne = argument.contains(QLatin1Char('='));
            const QString value = inOne ? argument.section(QLatin1Char('='), 1) : arguments.value(++i);
            if (value.isEmpty())
                return wrong(translatable("core", "“%1” needs a value after it; see --help."), name);
            if (!(read.*(option->value)).isEmpty())
                return wrong(translatable("core", "“%1” is given twice; give it once."), name);
            read.*(option->value) = value;
        } else if (isQtOption(argument)) {
            if (arguments.value(++i).isEmpty())
                return wrong(translatable("core", "“%1” needs a value after it; see --help."), name);
        } else {
            return wrong(translatable("core", "“%1” is not an option of deltascope; see --help."), argument);
        }
    }
    return read;
}

std::optional<Error> checkArguments(const Arguments& arguments)
{
    if (!arguments.file.isEmpty() && !arguments.preset.isEmpty())
        return Error{Fault::usage, {translatable("core", "Give a file or --preset, not both."), {}}};
    QStringList presetIds;
    for (const documents::Preset& preset : files::presets())
        presetIds << QString::fromStdString(preset.id);
    const QStringList system{QStringLiteral("system")};
    if (auto error =
            unknown(translatable("core", "There is no preset “%1”; there are %2."), arguments.preset, presetIds))
        return error;
    if (auto error = unknown(translatable("core", "There is no language “%1”; there are %2."), arguments.language,
            system + text::availableLanguages()))
        return error;
    return unknown(
        translatable("core", "There is no theme “%1”; there are %2."), arguments.theme, system + render::themeIds());
}

QString helpText()
{
    const QStringList languages = text::availableLanguages(), themes = render::themeIds();
    const QString text = QCoreApplication::translate("Arguments",
        "Usage: deltascope [FILE [FILE]] [--preset ID] [--lang CODE] [--theme ID] [--data DIR]\n"
        "See why deep networks learn at different speeds, layer by layer.\n"
        "\n"
        "  FILE           a .deltascope document, or any figure that Deltascope exported\n"
        "                 two of them: side by side, the second in a window of its own\n"
        "  --preset ID    start from a preset; deltascope-cli list presets names them\n"
        "  --lang CODE    language of the window: %1 or system\n"
        "  --theme ID     %2 or system\n"
        "  --data DIR     the folder of the MNIST files, mnist.npz, or the file of a table\n"
        "  --help         print this and end\n"
        "  --version      print the version and end\n"
        "\n"
        "Figures without a window: deltascope-cli --help\n");
    return text.arg(joined(languages), joined(themes));
}

bool displayAvailable(const QStringList& arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const auto isPlatform = [](const QString& argument) {
        return argument == QLatin1String("-platform") || argument == QLatin1String("--platform");
    };
    return std::any_of(arguments.begin(), arguments.end(), isPlatform) || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    Q_UNUSED(arguments);
    return true;
#endif
}

} // namespace deltascope::window
