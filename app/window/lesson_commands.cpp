// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/lesson_commands.h"

#include "files/lecture.h"
#include "files/lessons.h"
#include "files/saving.h"
#include "render/print/quiz.h"
#include "render/print/worksheet.h"
#include "storage/lesson_report.h"
#include "text/language.h"
#include "window/widgets/banner.h"
#include "workspace/lesson_progress.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QFileDialog>
#include <QMenu>

#include <algorithm>

namespace deltascope::window {

LessonCommands::LessonCommands(workspace::Workspace& workspace, widgets::Banner& banner, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_banner(banner)
    , m_window(window)
{
}

void LessonCommands::fill(QMenu& menu)
{
    menu.clear();
    workspace::LessonSession& session = m_workspace.lesson();
    int place = 0;
    for (const auto& lesson : files::lessons()) {
        QAction* action = menu.addAction(QStringLiteral("%1  %2").arg(++place).arg(text::toText(lesson->title)), this,
            [this, lesson] { m_workspace.lesson().start(lesson); });
        action->setToolTip(text::toText(lesson->summary));
        const bool present = session.lesson() == lesson;
        int left = 0;
        const workspace::LessonResult result =
            workspace::resultOf(*lesson, present ? session.records() : workspace::readLessonProgress(*lesson, left));
        action->setCheckable(true); // a tick: all of it was done
        action->setChecked(result.questions + result.goals > 0 && result.open.empty());
        QFont font = action->font();
        font.setBold(present);
        action->setFont(font);
    }
    menu.addSeparator();
    menu.addAction(tr("&Open a lesson…"), this, &LessonCommands::open);
    const bool reading = session.lesson() != nullptr;
    const auto add = [&](const QString& text, auto&& run) {
        menu.addAction(text, this, std::forward<decltype(run)>(run))->setEnabled(reading);
    };
    add(tr("&Report of the answers…"), [this] { saveReport(); });
    add(tr("&Worksheet…"), [this] { saveWorksheet(); });
    menu.addAction(tr("&Add to my lecture"), this,
            [this] {
                if (const auto& lesson = m_workspace.lesson().lesson())
                    emit lectureWanted(lesson->id);
            })
        ->setEnabled(reading && files::findLesson(session.lesson()->id) == session.lesson());
    add(tr("&Start again, without answers"), [this] { m_workspace.lesson().startAnew(); });
    add(tr("&Leave the lesson"), [this] { m_workspace.lesson().leave(); });
}

void LessonCommands::open()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a lesson"), QString(), tr("Lessons (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LessonCommands::openPath);
    dialog->open();
}

void LessonCommands::openPath(const QString& path)
{
    if (const std::optional<Error> error = m_workspace.lesson().open(path))
        m_workspace.report(*error);
}

void LessonCommands::saveReport()
{
    auto* dialog =
        new QFileDialog(m_window, tr("Save the report"), QStringLiteral("report.pdf"), tr("PDF (*.pdf);;CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const workspace::LessonSession& session = m_workspace.lesson();
        if (!session.lesson())
            return;
        const bool table = path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
        write(
            path, (table ? storage::lessonReportCsv : storage::lessonReportPdf)(*session.lesson(), session.records()));
    });
    dialog->open();
}

void LessonCommands::saveWorksheet()
{
    QStringList kinds{tr("PDF (*.pdf)")};
    for (const prints::QuizFormat& format : prints::quizFormats())
        kinds << QStringLiteral("%1 (*%2)").arg(text::toText(format.name), QLatin1String(format.suffix));
    auto* dialog = new QFileDialog(
        m_window, tr("Save the worksheet"), QStringLiteral("worksheet.pdf"), kinds.join(QStringLiteral(";;")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const std::shared_ptr<const lessons::Lesson> lesson = m_workspace.lesson().lesson();
        if (!lesson)
            return;
        const auto quiz = std::ranges::find_if(prints::quizFormats(), [&path](const prints::QuizFormat& format) {
            return path.endsWith(QLatin1String(format.suffix), Qt::CaseInsensitive);
        });
        const Result<QByteArray> bytes = quiz == prints::quizFormats().end()
            ? prints::worksheetPdf(
                *lesson, false, {.folder = m_workspace.dataFolder(), .mapOf = files::mapsFor(m_workspace.dataFolder())})
            : prints::quizText(*lesson, *quiz, m_workspace.dataFolder());
        if (bytes)
            write(path, *bytes);
        else
            m_workspace.report(bytes.error());
    });
    dialog->open();
}

void LessonCommands::write(const QString& path, const QByteArray& bytes)
{
    if (const std::optional<Error> error = files::writeFile(path, bytes)) {
        m_workspace.report(*error);
        return;
    }
    m_banner.say({QStringLiteral("export"), [path] { return tr("Written: %1.").arg(path); }, {}});
}

} // namespace deltascope::window

#include "moc_lesson_commands.cpp"
