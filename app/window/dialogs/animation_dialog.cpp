// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs/animation_dialog.h"

#include "base/registry.h"
#include "parameters/parameters.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/controls/number_edit.h"
#include "window/playing/play.h"
#include "window/views/figure_choice.h"
#include "workspace/lesson_session.h"
#include "workspace/maps/map_control.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

namespace deltascope::dialogs {

namespace {

constexpr int kProgressParts = 1000; // of the progress bar

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A figure of a map needs one that is asked for.
bool canMove(const figures::FigureKind& kind, const model::Document& document)
{
    return document.question.map
        || kind.needs().where([](const results::ResultKind& result) { return result.brought; }).empty();
}

/// The whole map of the present document, where it is there: it need not be computed again.
std::shared_ptr<const results::MapCells> knownMap(const workspace::MapControl& map)
{
    return map.isBehind() || map.isRunning() || map.share() < 1 ? nullptr : map.cells();
}

} // namespace

AnimationDialog::AnimationDialog(workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_form(new QFormLayout(this))
    , m_figure(new QComboBox(this))
    , m_parameter(new QComboBox(this))
    , m_from(new controls::NumberEdit(this))
    , m_to(new controls::NumberEdit(this))
    , m_frames(new QSpinBox(this))
    , m_rate(new QSpinBox(this))
    , m_problem(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_record(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    build();
    retranslate();
    connect(m_parameter, &QComboBox::activated, this, &AnimationDialog::useParameter);
    connect(
        m_from, &controls::NumberEdit::entered, this, [this](double value) { m_from->showValue(m_fromValue = value); });
    connect(m_to, &controls::NumberEdit::entered, this, [this](double value) { m_to->showValue(m_toValue = value); });
    connect(m_record, &QPushButton::clicked, this, &AnimationDialog::ask);
    connect(m_close, &QPushButton::clicked, this, &AnimationDialog::reject);
    showState();
}

AnimationDialog::~AnimationDialog() = default;

void AnimationDialog::build()
{
    for (QWidget* field : std::initializer_list<QWidget*>{m_figure, m_parameter, m_from, m_to, m_frames, m_rate})
        addRow(field);
    m_frames->setRange(2, figures::kMostFrames);
    m_frames->setValue(100);
    m_rate->setRange(1, 120);
    m_rate->setValue(25);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_progress->setRange(0, kProgressParts);
    m_form->addRow(m_problem);
    m_form->addRow(m_progress);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_record);
    buttons->addWidget(m_close);
    m_form->addRow(buttons);
    m_record->setDefault(true);
    m_close->setAutoDefault(false);
}

void AnimationDialog::addRow(QWidget* field)
{
    auto* label = new QLabel(this);
    label->setBuddy(field);
    m_labels.push_back(label);
    m_form->addRow(label, field);
}

/// Figures that are shown come first.
void AnimationDialog::fill()
{
    const QString figure = m_figure->currentData().toString(), parameter = m_parameter->currentData().toString();
    m_figure->clear();
    const std::vector<std::string>& shown = m_workspace.view().figures;
    const model::Document document = m_workspace.document();
    for (const bool first : {true, false})
        for (const figures::FigureKind* kind : views::figuresInOrder())
            if (canMove(*kind, document) && (std::ranges::find(shown, kind->id) != shown.end()) == first)
                m_figure->addItem(text::toText(kind->name), fromView(kind->id));
    m_parameter->clear();
    m_parameter->addItem(tr("The training"), QString());
    for (const parameters::Parameter<model::Scenario>* row : playing::Play::playable())
        m_parameter->addItem(
            QStringLiteral("%1  %2").arg(text::toText(row->label), text::plainSymbol(row->symbol)), fromView(row->key));
    m_figure->setCurrentIndex(std::max(0, m_figure->findData(figure)));
    m_parameter->setCurrentIndex(
        std::max(0, m_parameter->findData(parameter.isEmpty() ? QStringLiteral("weight") : parameter)));
}

void AnimationDialog::useParameter()
{
    const parameters::Parameter<model::Scenario>* row =
        parameters::findScenarioParameter(m_parameter->currentData().toString().toStdString());
    m_fromValue = row ? row->sliderMinimum : 0;
    m_toValue = row ? row->sliderMaximum : 0;
    m_from->showValue(m_fromValue);
    m_to->showValue(m_toValue);
    showState();
}

void AnimationDialog::offer()
{
    fill();
    useParameter();
    m_problem->hide();
    show();
    raise();
    activateWindow();
}

figures::AnimationPlan AnimationDialog::plan() const
{
    figures::AnimationPlan plan;
    plan.kind = findKind(figures::figuresRegistry(), m_figure->currentData().toString().toStdString());
    plan.start = m_workspace.document();
    plan.start.question.step = 0;
    plan.parameter = parameters::findScenarioParameter(m_parameter->currentData().toString().toStdString());
    plan.from = m_fromValue;
    plan.to = m_toValue;
    plan.frames = m_frames->value();
    plan.map = knownMap(m_workspace.map());
    return plan;
}

std::optional<Error> AnimationDialog::beginWritingTo(const QString& path)
{
    if (std::optional<Error> covered = m_workspace.lesson().refusal(m_figure->currentData().toString().toStdString()))
        return covered;
    exports::ExportOptions options;
    options.dpi = 150;
    options.theme = render::theme(QString::fromStdString(m_workspace.preferences().theme));
    m_job = std::make_unique<files::AnimationJob>(plan(), m_workspace.dataFolder(), options, m_rate->value(), path);
    connect(m_job.get(), &files::AnimationJob::progressed, this,
        [this] { m_progress->setValue(int(m_job->share() * kProgressParts)); });
    connect(m_job.get(), &files::AnimationJob::ended, this, &AnimationDialog::endJob, Qt::QueuedConnection);
    std::optional<Error> error = m_job->start();
    if (error)
        m_job.reset();
    showState();
    return error;
}

void AnimationDialog::endJob()
{
    if (!m_job)
        return;
    const std::unique_ptr<files::AnimationJob> run = std::move(m_job);
    showState();
    if (run->error()) {
        m_problem->setText(text::toText(run->error()->what));
        m_problem->show();
    } else if (!run->cancelled()) {
        emit written(run->firstPath());
        hide();
    }
}

void AnimationDialog::reject()
{
    if (m_job)
        m_job->cancel();
    else
        QDialog::reject();
}

void AnimationDialog::ask()
{
    m_problem->hide();
    const QString kinds = files::canMakeFilms() ? tr("MP4 film (*.mp4);;GIF film (*.gif);;Numbered pictures (*.png)")
                                                : tr("Numbered pictures (*.png)");
    auto* dialog = new QFileDialog(this, tr("Record to"), QString(), kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(files::canMakeFilms() ? QStringLiteral("mp4") : QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (const std::optional<Error> error = beginWritingTo(path)) {
            m_problem->setText(text::toText(error->what));
            m_problem->show();
        }
    });
    dialog->open();
}

void AnimationDialog::showState()
{
    const bool sweeps = !m_parameter->currentData().toString().isEmpty();
    for (QWidget* field : std::initializer_list<QWidget*>{m_figure, m_parameter, m_frames, m_rate, m_record})
        field->setEnabled(!m_job);
    m_from->setEnabled(sweeps && !m_job);
    m_to->setEnabled(sweeps && !m_job);
    m_progress->setVisible(m_job != nullptr);
    m_close->setText(m_job ? tr("Cancel") : tr("Close"));
}

void AnimationDialog::retranslate()
{
    setWindowTitle(tr("Record an animation"));
    const QString names[] = {
        tr("Figure"), tr("What moves"), tr("From"), tr("To"), tr("Frames"), tr("Frames per second")};
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setText(names[i]);
        m_labels[i]->buddy()->setAccessibleName(names[i]);
    }
    m_progress->setAccessibleName(tr("Progress of the recording"));
    m_record->setText(tr("Record…"));
    fill();
    showState();
}

void AnimationDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace deltascope::dialogs

#include "moc_animation_dialog.cpp"
