// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli: the same engine and the same figures as the window, without one. Needs no display, no HOME and no
// locale.
#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/output.h"
#include "registry.h"
#include "render/fonts.h"
#include "render/language.h"
#include "silent_errors.h"

#include <QApplication>
#include <QFontMetrics>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>

using namespace deltascope;

namespace {

/// Standard error carries our sentences only.
void dropQtNoise(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type != QtFatalMsg)
        return;
    SilentErrors::end();
    std::fprintf(stderr, "deltascope-cli: %s\n", qUtf8Printable(message));
}

int fail(const Error& error)
{
    std::fprintf(stderr, "deltascope-cli: %s\n", qUtf8Printable(toText(error.what)));
    return static_cast<int>(error.fault);
}

int print(const QString& text)
{
    const std::optional<Error> error = writeOutput({}, text.toUtf8());
    return error ? fail(*error) : 0;
}

/// Figures need fonts and a painter: a QApplication that draws into memory, wherever it runs.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv, bool fonts)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* name : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_STYLE_OVERRIDE",
             "QT_QPA_PLATFORMTHEME"}) // the same file whatever the desktop
        qunsetenv(name);
    std::unique_ptr<QCoreApplication> application;
    if (fonts)
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    return application;
}

std::optional<Error> useLanguage(const QStringList& arguments)
{
    setLanguage(QStringLiteral("system"));
    QString code = QStringLiteral("system");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--lang") && i + 1 < arguments.size())
            code = arguments[i + 1];
        else if (arguments[i].startsWith(QLatin1String("--lang=")))
            code = arguments[i].section(u'=', 1);
    }
    if (!availableLanguages().contains(code) && code != QLatin1String("system"))
        return unknownWord(translatable("core", "There is no language “%1”; did you mean “%2”?"),
            translatable("core", "There is no language “%1”; there are %2."), code, availableLanguages());
    setLanguage(code);
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

std::optional<Error> loadFonts()
{
    const SilentErrors silence;
    std::optional<Error> error = registerFonts();
    if (!error)
        static_cast<void>(QFontMetrics(figureFont(8)).height()); // now, not later, it looks at the system
    return error;
}

int run(const Command* command, const QStringList& arguments)
{
    if (const std::optional<Error> error = useLanguage(arguments))
        return fail(*error);
    if (arguments.isEmpty() || asksFor(arguments.mid(0, 1), "--help", "-h"))
        return print(overview());
    if (asksFor(arguments.mid(0, 1), "--version", "-v"))
        return print(QStringLiteral("deltascope-cli " DELTASCOPE_VERSION "\n"));
    if (!command)
        return fail(unknownCommand(arguments.first()));
    if (asksFor(arguments.mid(1), "--help", "-h"))
        return print(helpOf(*command));
    const Result<Invocation> invocation = readInvocation(*command, arguments.mid(1));
    if (!invocation)
        return fail(invocation.error());
    if (command->fonts)
        if (const std::optional<Error> error = loadFonts())
            return fail(*error);
    const std::optional<Error> error = command->run(*invocation);
    return error ? fail(*error) : 0;
}

// Qt allocates in functions that may not throw, above all while it starts: there is nothing left to unwind or
// translate.
[[noreturn]] void endWithoutMemory()
{
    try {
        if (const std::exception_ptr reason = std::current_exception())
            std::rethrow_exception(reason);
    } catch (const std::bad_alloc&) {
        static_cast<void>(std::fputs("deltascope-cli: There is not enough memory for this scenario.\n", stderr));
        std::_Exit(1);
    } catch (...) { // a fault of the program: its core is worth more than a sentence
    }
    std::abort();
}

} // namespace

int main(int argc, char** argv)
{
    std::set_terminate(endWithoutMemory);
    qInstallMessageHandler(dropQtNoise);
    handleSignals();
    occupyStandardStreams();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromUtf8(argv[i]); // in every locale; what is not UTF-8 shows as U+FFFD and is refused
    const std::string id = arguments.value(0).toStdString();
    const Command* command = findKind(commandsRegistry(), id);
    int qtArgc = 1; // Qt takes none of our arguments for its own
    const std::unique_ptr<QCoreApplication> application = makeApplication(qtArgc, argv, command && command->fonts);
    try {
        return run(command, arguments);
    } catch (const std::bad_alloc&) {
        return fail({Fault::internal, {translatable("core", "There is not enough memory for this scenario."), {}}});
    }
}
