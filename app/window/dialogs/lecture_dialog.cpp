// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/lecture_dialog.h"

#include "base/registry.h"
#include "figures/figure_kind.h"
#include "files/lecture_job.h"
#include "files/lessons.h"
#include "files/presets.h"
#include "text/language.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::dialogs {

namespace {

using Kind = files::LectureItem::Kind;

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::preset:
        return LectureDialog::tr("Preset");
    case Kind::lesson:
        return LectureDialog::tr("Lesson");
    case Kind::figure:
        break;
    }
    return LectureDialog::tr("Figure");
}

} // namespace

LectureDialog::LectureDialog(workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_explanation(new QLabel(this))
    , m_titleLabel(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(this))
    , m_up(new QPushButton(this))
    , m_down(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_write(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_menu(new QMenu(m_add))
    , m_title(new QLineEdit(this))
    , m_worksheet(new QCheckBox(this))
    , m_answers(new QCheckBox(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("lecture_dialog"));
    build();
    connect(m_menu, &QMenu::aboutToShow, this, &LectureDialog::fillMenu);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &LectureDialog::remove);
    connect(m_write, &QPushButton::clicked, this, &LectureDialog::ask);
    connect(m_close, &QPushButton::clicked, this, &LectureDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &LectureDialog::showState);
    retranslate();
    showMarks();
}

LectureDialog::~LectureDialog() = default;

void LectureDialog::build()
{
    for (QLabel* label : {m_explanation, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_add->setMenu(m_menu);
    m_titleLabel->setBuddy(m_title);
    m_title->setMaxLength(120);
    m_title->setObjectName(QStringLiteral("lecture_title"));
    m_list->setObjectName(QStringLiteral("lecture_list"));
    m_write->setObjectName(QStringLiteral("lecture_write"));
    m_worksheet->setChecked(true);
    m_answers->setChecked(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_explanation);
    auto* row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    auto* side = new QVBoxLayout;
    for (QPushButton* button : {m_add, m_up, m_down, m_remove})
        side->addWidget(button);
    side->addStretch(1);
    row->addLayout(side);
    column->addLayout(row, 1);
    auto* name = new QHBoxLayout;
    name->addWidget(m_titleLabel);
    name->addWidget(m_title, 1);
    column->addLayout(name);
    column->addWidget(m_worksheet);
    column->addWidget(m_answers);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_write);
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    m_write->setDefault(true);
    for (QPushButton* button : {m_add, m_up, m_down, m_remove, m_close})
        button->setAutoDefault(false);
    m_problem->hide();
    const int em = fontMetrics().height();
    resize(36 * em, 26 * em);
}

void LectureDialog::offer()
{
    showMarks();
    m_problem->hide();
    show();
    raise();
    activateWindow();
}

void LectureDialog::showMarks()
{
    const int row = m_list->currentRow();
    m_items = files::lectureMarks();
    m_list->clear();
    for (const files::LectureItem& item : m_items)
        m_list->addItem(tr("%1: %2").arg(kindText(item.kind), files::lectureName(item)));
    m_list->setCurrentRow(std::clamp(row, m_items.empty() ? -1 : 0, static_cast<int>(m_items.size()) - 1));
    showState();
}

void LectureDialog::put(const std::vector<files::LectureItem>& items, int row)
{
    files::keepLectureMarks(items);
    showMarks();
    m_list->setCurrentRow(row);
}

void LectureDialog::add(const files::LectureItem& item)
{
    files::addLectureMark(item);
    showMarks();
    m_list->setCurrentRow(static_cast<int>(m_items.size()) - 1);
}

void LectureDialog::move(int by)
{
    const int row = m_list->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= static_cast<int>(m_items.size()))
        return;
    std::vector<files::LectureItem> items = m_items;
    std::swap(items[static_cast<std::size_t>(row)], items[static_cast<std::size_t>(to)]);
    put(items, to);
}

void LectureDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    std::vector<files::LectureItem> items = m_items;
    items.erase(items.begin() + row);
    put(items, std::min(row, static_cast<int>(items.size()) - 1));
}

void LectureDialog::fillMenu()
{
    m_menu->clear();
    QMenu* presets = m_menu->addMenu(tr("Preset"));
    for (const documents::Preset& preset : files::presets())
        presets->addAction(text::toText(preset.name), this, [this, id = preset.id] { add({Kind::preset, id}); });
    QMenu* lessons = m_menu->addMenu(tr("Lesson"));
    for (const auto& lesson : files::lessons())
        lessons->addAction(text::toText(lesson->title), this, [this, id = lesson->id] { add({Kind::lesson, id}); });
    QMenu* figures = m_menu->addMenu(tr("Figure of the present scenario"));
    for (const std::string& id : m_workspace.view().figures)
        if (const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id);
            kind && !m_workspace.lesson().covers(id))
            figures->addAction(
                text::toText(kind->name), this, [this, id] { add(files::lectureFigure(id, m_workspace.document())); });
}

void LectureDialog::ask()
{
    auto* dialog = new QFileDialog(this, tr("Write my lecture"), QStringLiteral("lecture.pdf"), tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &LectureDialog::beginWritingTo);
    dialog->open();
}

void LectureDialog::beginWritingTo(const QString& path)
{
    if (m_job)
        return;
    m_problem->hide();
    Result<std::vector<prints::Section>> sections = files::sectionsOf(m_items);
    if (!sections) {
        m_problem->setText(text::toText(sections.error().what));
        m_problem->show();
        return;
    }
    const QFileInfo info(path);
    const QString beside = info.path() + u'/' + info.completeBaseName();
    files::LecturePaths paths{path, m_worksheet->isChecked() ? tr("%1-worksheet.pdf").arg(beside) : QString(),
        m_answers->isChecked() ? tr("%1-answers.pdf").arg(beside) : QString()};
    const QString title = m_title->text().trimmed().isEmpty() ? m_title->placeholderText() : m_title->text().trimmed();
    m_job = std::make_unique<files::LectureJob>(
        title, *std::move(sections), std::move(paths), m_workspace.dataFolder(), m_thread);
    m_progress->setRange(0, m_job->total());
    m_progress->setValue(0);
    connect(m_job.get(), &files::LectureJob::progressed, this, [this] { m_progress->setValue(m_job->done()); });
    connect(m_job.get(), &files::LectureJob::failed, this, [this](const Error& error) {
        m_problem->setText(text::toText(error.what));
        m_problem->show();
    });
    connect(m_job.get(), &files::LectureJob::ended, this, &LectureDialog::endJob);
    m_job->start();
    showState();
}

void LectureDialog::endJob()
{
    const QStringList paths = m_job->paths();
    m_job.release()->deleteLater(); // it is what calls
    showState();
    if (!paths.isEmpty())
        emit written(paths);
}

void LectureDialog::reject()
{
    if (m_job)
        m_job->cancel();
    else
        QDialog::reject();
}

void LectureDialog::showState()
{
    const int row = m_list->currentRow(), count = static_cast<int>(m_items.size());
    const bool still = m_job == nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_add, m_title, m_worksheet, m_answers})
        part->setEnabled(still);
    m_up->setEnabled(still && row > 0);
    m_down->setEnabled(still && row >= 0 && row + 1 < count);
    m_remove->setEnabled(still && row >= 0);
    m_write->setEnabled(still && count > 0);
    m_progress->setVisible(!still);
    m_close->setText(still ? tr("Close") : tr("Cancel"));
}

void LectureDialog::retranslate()
{
    setWindowTitle(tr("Write my lecture"));
    m_explanation->setText(
        tr("Mark presets, lessons and figures here, or where you meet them with “Add to my lecture”. "
           "They become slides, with a link and its code under each figure."));
    m_list->setAccessibleName(tr("Parts of my lecture"));
    m_add->setText(tr("Add"));
    m_up->setText(tr("Up"));
    m_down->setText(tr("Down"));
    m_remove->setText(tr("Remove"));
    m_titleLabel->setText(tr("Title:"));
    m_title->setAccessibleName(tr("Title of the lecture"));
    m_title->setPlaceholderText(text::toText(translatable("core", "My lecture on learning speeds")));
    m_worksheet->setText(tr("Worksheet beside the slides: questions and goals with room for answers"));
    m_answers->setText(tr("Answer key for the teacher"));
    m_progress->setAccessibleName(tr("Progress of the writing"));
    m_write->setText(tr("Write…"));
    showMarks();
}

void LectureDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace deltascope::dialogs

#include "moc_lecture_dialog.cpp"
