// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/about_dialog.h"

#include "files/side_thread.h"
#include "files/version.h"
#include "process/message_log.h"
#include "render/check_report.h"
#include "text/language.h"
#include "window/views/sheets/figure_clipboard.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSysInfo>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>

namespace deltascope::dialogs {

namespace {

QString aboutText(const char* text)
{
    return QCoreApplication::translate("About", text);
}

/// A text to read and copy; not modal.
struct TextWindow {
    QDialog* dialog;
    QLabel* heading;
    QPlainTextEdit* text;
};

TextWindow showText(QWidget& window, const QString& title, const QString& heading, const QString& text,
    const QString& copy, QSize size = QSize(560, 380))
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* column = new QVBoxLayout(dialog);
    auto* label = new QLabel(heading, dialog);
    label->setWordWrap(true);
    label->setOpenExternalLinks(true);
    column->addWidget(label);
    auto* field = new QPlainTextEdit(text, dialog);
    field->setReadOnly(true);
    field->setLineWrapMode(QPlainTextEdit::NoWrap); // a broken line would break its columns
    field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont)); // lists and BibTeX in columns
    field->setAccessibleName(title);
    field->setTabChangesFocus(true);
    column->addWidget(field);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    // Qt's own word is English where its catalogues are not installed.
    buttons->button(QDialogButtonBox::Close)->setText(aboutText(QT_TRANSLATE_NOOP("About", "Close")));
    QPushButton* copyButton = buttons->addButton(copy, QDialogButtonBox::ActionRole);
    QObject::connect(copyButton, &QPushButton::clicked, dialog, [field] { views::copyText(field->toPlainText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    column->addWidget(buttons);
    dialog->resize(size.boundedTo(window.screen()->availableSize() * 9 / 10));
    dialog->show();
    return {dialog, label, field};
}

/// What the thread of a check and its window share.
struct Checking {
    std::stop_source stop;
    std::atomic<double> share = 0;
    std::vector<check::CheckedNumber> numbers; // of the thread until it is done
};

/// How far the check is, until the numbers are there.
void showProgress(const TextWindow& shown, const std::shared_ptr<const Checking>& checking)
{
    constexpr int kParts = 1000;
    auto* bar = new QProgressBar(shown.dialog);
    bar->setRange(0, kParts);
    bar->setTextVisible(false);
    bar->setAccessibleName(shown.dialog->windowTitle());
    qobject_cast<QVBoxLayout*>(shown.dialog->layout())->insertWidget(1, bar);
    auto* frame = new QTimer(bar);
    QObject::connect(frame, &QTimer::timeout, bar, [bar, checking] { bar->setValue(int(checking->share * kParts)); });
    frame->start(std::chrono::milliseconds(30));
}

void showReport(const TextWindow& shown, const render::CheckReport& report)
{
    delete shown.dialog->findChild<QProgressBar*>();
    shown.heading->setText(shown.heading->text() + QStringLiteral("<p><b>")
        + text::toText(report.summary).toHtmlEscaped() + QStringLiteral("</b>"));
    shown.text->setPlainText(report.table);
}

} // namespace

QString diagnosticInformation()
{
    QStringList lines{QStringLiteral("Deltascope " DELTASCOPE_VERSION), files::builtOf(),
        QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
        QStringLiteral("Platform %1").arg(QGuiApplication::platformName())};
    for (const QScreen* screen : QGuiApplication::screens())
        lines << QStringLiteral("Screen %1 × %2 at %3")
                     .arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(screen->devicePixelRatio());
    return (lines + process::loggedMessages()).join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString citation()
{
    return QStringLiteral("@software{deltascope,\n"
                          "  title   = {Deltascope: why deep networks learn at different speeds, layer by layer},\n"
                          "  author  = {{The Deltascope authors}},\n"
                          "  year    = {" DELTASCOPE_YEAR "},\n"
                          "  version = {" DELTASCOPE_VERSION "},\n"
                          "  license = {GPL-3.0-or-later}\n"
                          "}\n");
}

void showAbout(QWidget& window)
{
    showText(window, aboutText(QT_TRANSLATE_NOOP("About", "About Deltascope")),
        aboutText(QT_TRANSLATE_NOOP("About",
            "<b>Deltascope</b> shows why deep networks learn at such different speeds layer by layer. Named after "
            "δ<sup>ℓ</sup>, the error of layer ℓ, whose size is that layer's learning speed. Free software under the "
            "GNU General Public License, version 3 or later.")),
        diagnosticInformation(), aboutText(QT_TRANSLATE_NOOP("About", "Copy diagnostic information")));
}

void showCheck(QWidget& window, files::SideThread& thread)
{
    const TextWindow shown = showText(window, aboutText(QT_TRANSLATE_NOOP("About", "Check the numbers")),
        aboutText(QT_TRANSLATE_NOOP("About",
            "Published and closed-form numbers, computed by this program just now, each with its source and "
            "deviation; the same as “deltascope-cli check”.")),
        QString(), aboutText(QT_TRANSLATE_NOOP("About", "Copy the table")), QSize(1220, 620));
    const auto checking = std::make_shared<Checking>();
    showProgress(shown, checking);
    QObject::connect(shown.dialog, &QObject::destroyed, &thread, [checking] { checking->stop.request_stop(); });
    thread.post(
        [checking](const std::stop_token& stop) {
            const std::stop_callback end(stop, [&] { checking->stop.request_stop(); });
            checking->numbers =
                check::checkNumbers(checking->stop.get_token(), [&](double share) { checking->share = share; });
        },
        [checking, shown, alive = QPointer(shown.dialog)] {
            if (alive)
                showReport(shown, render::reportOf(checking->numbers));
        });
}

void showShortcuts(QWidget& window, const QStringList& shortcuts)
{
    QStringList lines = shortcuts;
    constexpr const char* kKeys[] = {
        QT_TRANSLATE_NOOP("About", "Space\tPlay or stop"),
        QT_TRANSLATE_NOOP("About", "Alt+1 … Alt+0\tGo to one of the first ten parameters"),
        QT_TRANSLATE_NOOP("About", "Arrow keys\tIn a slider or number field: one step"),
        QT_TRANSLATE_NOOP("About", "Page up, Page down\tTen steps; with Shift a tenth"),
        QT_TRANSLATE_NOOP("About", "Home, End\tIn a slider: its ends"),
        QT_TRANSLATE_NOOP("About", "Left, Right\tIn a figure: read along the curve"),
        QT_TRANSLATE_NOOP("About", "Up, Down\tIn a figure: read the other curves"),
        QT_TRANSLATE_NOOP("About", "Enter\tIn a figure: select the layer that is read"),
        QT_TRANSLATE_NOOP("About", "+, −, 0\tIn a figure: zoom in, zoom out, fit"),
        QT_TRANSLATE_NOOP("About", "Shift+F10\tIn a figure: its menu"),
    };
    for (const char* line : kKeys)
        lines << aboutText(line);
    qsizetype widest = 0;
    for (const QString& line : lines)
        widest = std::max(widest, line.indexOf(u'\t'));
    QString text;
    for (const QString& line : lines)
        text += line.section(u'\t', 0, 0).leftJustified(widest + 3) + line.section(u'\t', 1) + u'\n';
    showText(window, aboutText(QT_TRANSLATE_NOOP("About", "Keyboard shortcuts")),
        aboutText(QT_TRANSLATE_NOOP("About", "What the keys do.")), text,
        aboutText(QT_TRANSLATE_NOOP("About", "Copy the list")));
}

void showCitation(QWidget& window)
{
    showText(window, aboutText(QT_TRANSLATE_NOOP("About", "Cite Deltascope")),
        aboutText(QT_TRANSLATE_NOOP("About", "A BibTeX entry for this version.")), citation(),
        aboutText(QT_TRANSLATE_NOOP("About", "Copy BibTeX")));
}

} // namespace deltascope::dialogs
