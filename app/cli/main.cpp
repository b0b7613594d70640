// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli: the same engine and the same figures as the window, without one. Needs no display, no HOME and no
// locale.
#include "base/registry.h"
#include "cli/arguments/command_line.h"
#include "cli/output.h"
#include "process/arguments.h"
#include "process/descriptors.h"
#include "process/memory_shortage.h"
#include "process/silent_errors.h"
#include "render/fonts.h"
#include "text/language.h"

#include <QApplication>
#include <QFontMetrics>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <system_error>

using namespace deltascope;
using namespace deltascope::cli;

namespace {

/// Standard error carries our sentences only.
void dropQtNoise(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type != QtFatalMsg)
        return;
    process::SilentErrors::end();
    std::fprintf(stderr, "deltascope-cli: %s\n", qUtf8Printable(message));
}

int fail(const Error& error)
{
    std::fprintf(stderr, "deltascope-cli: %s\n", qUtf8Printable(text::toText(error.what)));
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

std::optional<Error> loadFonts()
{
    const process::SilentErrors silence;
    std::optional<Error> error = render::registerFonts();
    if (!error)
        static_cast<void>(QFontMetrics(render::figureFont(8)).height()); // now, not later, it looks at the system
    return error;
}

int run(const QStringList& arguments)
{
    const Result<Request> request = readCommandLine(arguments);
    process::endInWordsWithoutMemory("deltascope-cli"); // in the language that is now known
    if (!request)
        return fail(request.error());
    if (!request->command)
        return print(request->text);
    if (request->command->fonts)
        if (const std::optional<Error> error = loadFonts())
            return fail(*error);
    if (const std::optional<Error> error = request->command->run(request->invocation))
        return fail(*error);
    begun(); // of a command that takes no time
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    process::endInWordsWithoutMemory("deltascope-cli");
    qInstallMessageHandler(dropQtNoise);
    handleSignals();
    occupyStandardStreams();
    process::prepareStandardStreams();
    const QStringList arguments = process::arguments(argc, argv);
    const std::string id = arguments.value(0).toStdString();
    const Command* command = findKind(commandsRegistry(), id);
    int qtArgc = 1; // Qt takes none of our arguments for its own
    const std::unique_ptr<QCoreApplication> application = makeApplication(qtArgc, argv, command && command->fonts);
    try {
        return run(arguments);
    } catch (const std::bad_alloc&) {
        return fail(process::notEnoughMemory());
    } catch (const std::system_error&) { // no thread can be had, which takes memory
        return fail(process::notEnoughMemory());
    }
}
