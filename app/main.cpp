// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap_bounds.h"
#include "files/places.h"
#include "files/settings.h"
#include "files/version.h"
#include "process/arguments.h"
#include "process/descriptors.h"
#include "process/memory_shortage.h"
#include "process/message_log.h"
#include "process/silent_errors.h"
#include "process/termination.h"
#include "render/fonts.h"
#include "text/language.h"
#include "window/arguments.h"
#include "window/main_window.h"
#include "window/widgets/control_style.h"

#include <QApplication>
#include <QFontInfo>
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
    process::showError(QStringLiteral("deltascope: ") + text::toText(error.what));
    return static_cast<int>(error.fault);
}

int printAndEnd(int argc, char** argv, const window::Arguments& arguments)
{
    const QCoreApplication application(argc, argv);
    text::setLanguage(arguments.language.isEmpty() ? QStringLiteral("system") : arguments.language);
    const QString text = arguments.help ? window::helpText() : files::versionText(QStringLiteral("deltascope"));
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
    process::SilentErrors::end();
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
    process::prepareStandardStreams();
    const QStringList given = process::arguments(argc, argv);
    const Result<window::Arguments> arguments = window::readArguments(given);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->help || arguments->version)
        return printAndEnd(argc, argv, *arguments);
    if (const std::optional<Error> error = window::checkArguments(*arguments))
        return fail(*error);
    if (!window::displayAvailable(given)) {
        std::fputs("deltascope: there is no display; set DISPLAY or WAYLAND_DISPLAY, or use deltascope-cli, "
                   "which needs none\n",
            stderr);
        return static_cast<int>(Fault::usage);
    }
    qInstallMessageHandler(whileTheDisplayOpens);
#if defined(Q_OS_WIN)
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) // fonts drawn as everywhere else
        qputenv("QT_QPA_PLATFORM", "windows:fontengine=freetype");
#endif
    QApplication::setDesktopFileName(QStringLiteral("org.deltascope.Deltascope"));
    std::optional<process::SilentErrors> silence(std::in_place);
    const QApplication application(argc, argv);
    files::keepQtSettings(files::portableFolder());
    QApplication::setStyle(new widgets::ControlStyle);
    const std::optional<Error> fonts = render::registerFonts();
#if defined(Q_OS_WIN)
    if (!QFontInfo(QApplication::font()).exactMatch()) // a system without Windows' own fonts, as Wine's
        QApplication::setFont(QFont(render::figureFontFamily(), QApplication::font().pointSize()));
#endif
    static_cast<void>(QFontMetrics(QApplication::font()).height()); // now, not later, it looks at the system's fonts
    silence.reset();
    process::installMessageLog();
    process::endInWordsWithoutMemory("deltascope");
    std::setlocale(LC_NUMERIC, "C"); // QApplication took the system's; files and libraries here expect a point
    window::MainWindow window;
    process::onTermination(&window, [&window] { window.endFromOutside(); });
    window.start(*arguments);
    if (fonts)
        window.workspace().report(*fonts);
    window.show();
    if (arguments->file.isEmpty() && arguments->preset.isEmpty())
        window.offerTour();
    const int code = QApplication::exec();
    return process::terminationSignal() != 0 ? 128 + process::terminationSignal() : code;
}
