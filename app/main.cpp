// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "control_style.h"
#include "heap_bounds.h"
#include "main_window.h"
#include "memory_shortage.h"
#include "message_log.h"
#include "render/fonts.h"
#include "render/language.h"
#include "silent_errors.h"
#include "termination.h"

#include <QApplication>
#include <QFile>
#include <QFontMetrics>

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

using namespace deltascope;

namespace {

int fail(const Error& error)
{
    std::fprintf(stderr, "deltascope: %s\n", qUtf8Printable(toText(error.what)));
    return static_cast<int>(error.fault);
}

QStringList decoded(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QFile::decodeName(argv[i]);
    return arguments;
}

int printAndEnd(int argc, char** argv, const Arguments& arguments)
{
    const QCoreApplication application(argc, argv);
    setLanguage(arguments.language.isEmpty() ? QStringLiteral("system") : arguments.language);
    const QString text = arguments.help ? helpText() : QStringLiteral("deltascope " DELTASCOPE_VERSION "\n");
    if (std::fputs(qUtf8Printable(text), stdout) >= 0 && std::fflush(stdout) == 0)
        return 0;
    return fail(
        {Fault::unwritable, {translatable("core", "Cannot write to standard output: %1."), {std::strerror(errno)}}});
}

/// Where Qt finds no way to a screen it writes a page and aborts. One sentence and the code of wrong usage instead.
void whileTheDisplayOpens(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    static QString reason; // what the platform complained about first
    if (type != QtFatalMsg) {
        if (reason.isEmpty() && context.category && QLatin1String(context.category).startsWith(QLatin1String("qt.qpa")))
            reason = text.trimmed();
        return;
    }
    SilentErrors::end();
    std::fprintf(stderr,
        "deltascope: the display cannot be opened (%s); set DISPLAY, WAYLAND_DISPLAY or QT_QPA_PLATFORM to one that "
        "can, or use deltascope-cli, which needs none\n",
        qUtf8Printable(reason));
    std::_Exit(static_cast<int>(Fault::usage));
}

} // namespace

int main(int argc, char** argv)
{
    boundHeap();
    const QStringList given = decoded(argc, argv);
    const Result<Arguments> arguments = readArguments(given);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->help || arguments->version)
        return printAndEnd(argc, argv, *arguments);
    if (const std::optional<Error> error = checkArguments(*arguments))
        return fail(*error);
    if (!displayAvailable(given)) {
        std::fputs("deltascope: there is no display; set DISPLAY or WAYLAND_DISPLAY, or use deltascope-cli, "
                   "which needs none\n",
            stderr);
        return static_cast<int>(Fault::usage);
    }
    qInstallMessageHandler(whileTheDisplayOpens);
    QApplication::setDesktopFileName(QStringLiteral("org.deltascope.Deltascope"));
    std::optional<SilentErrors> silence(std::in_place);
    const QApplication application(argc, argv);
    QApplication::setStyle(new ControlStyle);
    const std::optional<Error> fonts = registerFonts();
    static_cast<void>(QFontMetrics(QApplication::font()).height()); // now, not later, it looks at the system's fonts
    silence.reset();
    installMessageLog();
    endInWordsWithoutMemory("deltascope");
    std::setlocale(LC_NUMERIC, "C"); // QApplication took the system's; files and libraries here expect a point
    MainWindow window;
    onTermination(&window, [&window] { window.endFromOutside(); });
    window.start(*arguments);
    if (fonts)
        window.workspace().report(*fonts);
    window.show();
    if (arguments->file.isEmpty() && arguments->preset.isEmpty())
        window.offerTour();
    const int code = QApplication::exec();
    return terminationSignal() != 0 ? 128 + terminationSignal() : code;
}
