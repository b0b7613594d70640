// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/playing/training_bar.h"

#include "text/language.h"
#include "window/widgets/choice_box.h"
#include "window/widgets/icons.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace deltascope::playing {

namespace {

constexpr std::array kStepsPerSecond{0.0, 1.0, 10.0, 100.0, 1000.0}; // 0: as fast as it goes
constexpr int kBarParts = 1000; // of the progress bar, whatever the number of steps

} // namespace

TrainingBar::TrainingBar(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_runButton(new QToolButton(this))
    , m_stepButton(new QToolButton(this))
    , m_rewindButton(new QToolButton(this))
    , m_forgetButton(new QToolButton(this))
    , m_targets(new QMenu(this))
    , m_nextEpoch(m_targets->addAction(QString()))
    , m_toStep(nullptr)
    , m_targetName(new QLabel)
    , m_target(new QSpinBox)
    , m_speeds(new widgets::ChoiceBox(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("training"));
    build();
    buildTargets();
    connectAll();
    retranslate();
}

void TrainingBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_runButton->setObjectName(QStringLiteral("run"));
    m_stepButton->setObjectName(QStringLiteral("step"));
    m_rewindButton->setObjectName(QStringLiteral("rewind"));
    m_forgetButton->setObjectName(QStringLiteral("forget"));
    m_speeds->setObjectName(QStringLiteral("speed"));
    for (QToolButton* button : {m_runButton, m_stepButton, m_rewindButton, m_forgetButton}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIconSize(QSize(18, 18));
    }
    m_runButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_forgetButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (const double limit : kStepsPerSecond)
        m_speeds->addItem(QString(), limit);
    m_speeds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_progress->setRange(0, kBarParts);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(6 * fontMetrics().height());
    m_progress->setFixedHeight(fontMetrics().height() * 2 / 3);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QWidget* part : std::initializer_list<QWidget*>{m_runButton, m_stepButton, m_rewindButton, m_speeds})
        row->addWidget(part);
    row->addWidget(m_progress);
    row->addWidget(m_state, 1);
    row->addWidget(m_forgetButton);
}

void TrainingBar::buildTargets()
{
    m_targets->setObjectName(QStringLiteral("targets"));
    m_target->setObjectName(QStringLiteral("target_step"));
    m_target->setKeyboardTracking(false);
    m_targetName->setBuddy(m_target);
    auto* row = new QWidget(m_targets);
    auto* layout = new QHBoxLayout(row);
    layout->addWidget(m_targetName);
    layout->addWidget(m_target, 1);
    auto* field = new QWidgetAction(m_targets);
    field->setDefaultWidget(row);
    m_targets->addAction(field);
    m_toStep = m_targets->addAction(QString());
    m_stepButton->setMenu(m_targets);
    m_stepButton->setPopupMode(QToolButton::MenuButtonPopup);
}

std::int64_t TrainingBar::stepsPerEpoch() const
{
    const std::shared_ptr<const training::TrainingProgress>& progress = m_workspace.training().progress();
    return progress ? std::max<std::int64_t>(1, progress->stepsPerEpoch) : 1;
}

void TrainingBar::showTargets()
{
    const std::shared_ptr<const training::TrainingProgress>& progress = m_workspace.training().progress();
    const std::int64_t most = progress ? progress->stepCount : m_workspace.scenario().epochs;
    m_target->setRange(0, int(std::min<std::int64_t>(most, std::numeric_limits<int>::max())));
}

void TrainingBar::connectAll()
{
    connect(m_targets, &QMenu::aboutToShow, this, &TrainingBar::showTargets);
    const auto goTo = [this] {
        m_targets->close();
        m_workspace.training().runTo(m_target->value());
    };
    connect(m_toStep, &QAction::triggered, this, goTo);
    connect(m_nextEpoch, &QAction::triggered, this, [this] {
        const std::int64_t perEpoch = stepsPerEpoch();
        m_workspace.training().runTo((m_workspace.training().step() / perEpoch + 1) * perEpoch);
    });
    workspace::TrainingControl& training = m_workspace.training();
    connect(m_runButton, &QToolButton::clicked, &training, &workspace::TrainingControl::toggle);
    connect(m_stepButton, &QToolButton::clicked, &training, &workspace::TrainingControl::stepOnce);
    connect(m_rewindButton, &QToolButton::clicked, &training, &workspace::TrainingControl::rewind);
    connect(m_speeds, &QComboBox::activated, this,
        [this](int index) { m_workspace.training().setStepsPerSecond(kStepsPerSecond[std::size_t(index)]); });
    connect(m_forgetButton, &QToolButton::clicked, this, [this] {
        model::Scenario unchanged = m_workspace.scenario();
        unchanged.changes.clear();
        m_workspace.store().edit(tr("Forget the changes in mid-run"), unchanged);
    });
    connect(&training, &workspace::TrainingControl::progressed, this, &TrainingBar::showState);
    connect(&training, &workspace::TrainingControl::stateChanged, this, &TrainingBar::showState);
    connect(&m_workspace, &workspace::Workspace::scenarioChanged, this, &TrainingBar::showState);
    connect(&m_workspace, &workspace::Workspace::snapshotChanged, this, &TrainingBar::showState);
}

QString TrainingBar::progressText() const
{
    const std::shared_ptr<const training::TrainingProgress>& progress = m_workspace.training().progress();
    const std::int64_t perEpoch = stepsPerEpoch();
    const QLocale locale = QLocale();
    QString text = tr("Epoch %1 of %2")
                       .arg(locale.toString(qlonglong(progress->step / perEpoch)),
                           locale.toString(qlonglong(progress->stepCount / perEpoch)));
    if (perEpoch > 1)
        text = tr("%1, step %2").arg(text, locale.toString(qlonglong(progress->step)));
    if (const double left = m_workspace.training().secondsLeft(); left >= 0)
        text += QStringLiteral(" · ")
            + (left < 100 ? tr("%n second(s) left", "", int(std::ceil(left)))
                          : tr("%n minute(s) left", "", int(std::ceil(left / 60))));
    return text;
}

QString TrainingBar::stateText() const
{
    const workspace::TrainingControl& training = m_workspace.training();
    const std::shared_ptr<const training::TrainingProgress>& progress = training.progress();
    if (progress && progress->divergence)
        return text::toText(training::sentence(*progress->divergence));
    if (training.failure())
        return tr("Cannot be trained: %1").arg(text::toText(training.failure()->what));
    QString text = progress    ? progressText()
        : training.isRunning() ? tr("The training is being prepared…")
                               : tr("Not trained yet: %n epoch(s)", "", m_workspace.scenario().epochs);
    return text;
}

/// That other data stand in for those that are chosen.
QString TrainingBar::noticeText() const
{
    const auto& examples = m_workspace.snapshot().data;
    return examples && examples->notice ? text::toText(*examples->notice) : QString();
}

void TrainingBar::showRunning(bool running)
{
    m_shownRunning = running;
    m_runButton->setText(running ? tr("Pause") : tr("Train"));
    m_runButton->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return"))); // a new text takes it away
    m_runButton->setIcon(widgets::icon(running ? QStringLiteral("pause") : QStringLiteral("play"), palette()));
    m_runButton->setToolTip(running ? tr("Pause the training (Ctrl+Enter)")
                                    : tr("Train the network: step by step along the gradient (Ctrl+Enter)"));
    m_runButton->setAccessibleName(m_runButton->text());
}

void TrainingBar::showState()
{
    const workspace::TrainingControl& training = m_workspace.training();
    const std::shared_ptr<const training::TrainingProgress>& progress = training.progress();
    const bool running = training.isRunning();
    if (m_shownRunning != running) // not at every move of a slider: icons are drawn anew
        showRunning(running);
    const double share = progress && progress->stepCount > 0 ? double(progress->step) / double(progress->stepCount) : 0;
    m_progress->setValue(int(share * kBarParts));
    m_rewindButton->setEnabled(progress && progress->step > 0);
    m_stepButton->setEnabled(!progress || !(progress->finished() || progress->divergence));
    m_forgetButton->setVisible(!m_workspace.scenario().changes.empty());
    const QSignalBlocker blocker(m_speeds);
    m_speeds->setCurrentIndex(m_speeds->findData(training.stepsPerSecond()));
    const QString done = stateText(), notice = noticeText();
    const QString state = notice.isEmpty() ? done : QStringLiteral("%1 · %2").arg(done, notice);
    const QFontMetrics metrics = m_state->fontMetrics();
    const bool whole = metrics.horizontalAdvance(state) <= m_state->width(); // else it stands below the choice of data
    m_state->setText(metrics.elidedText(whole ? state : done, Qt::ElideRight, m_state->width()));
    if (state != m_state->toolTip()) {
        m_state->setToolTip(state);
        m_state->setAccessibleName(state);
        m_progress->setAccessibleDescription(state);
    }
}

void TrainingBar::retranslate()
{
    m_shownRunning.reset();
    m_stepButton->setIcon(widgets::icon(QStringLiteral("step"), palette()));
    m_stepButton->setToolTip(tr("One step of training; the arrow: up to a chosen step"));
    m_stepButton->setAccessibleName(tr("One step of training"));
    m_nextEpoch->setText(tr("Up to the next epoch"));
    m_targetName->setText(tr("Step"));
    m_target->setAccessibleName(tr("Step to train up to"));
    m_target->setToolTip(tr("Where the training should stop; an earlier step begins again from the same start"));
    m_target->setWhatsThis(m_target->toolTip());
    m_toStep->setText(tr("Run to this step"));
    m_rewindButton->setIcon(widgets::icon(QStringLiteral("rewind"), palette()));
    m_rewindButton->setToolTip(tr("Back to the same start: the seed and the initial weights stay"));
    m_rewindButton->setAccessibleName(tr("Rewind"));
    m_forgetButton->setText(tr("Forget changes"));
    m_forgetButton->setToolTip(tr("Train as if nothing had been changed in mid-run"));
    m_speeds->setToolTip(tr("Maximum speed of the training"));
    m_speeds->setAccessibleName(tr("Speed limit"));
    m_progress->setAccessibleName(tr("Progress of the training"));
    for (std::size_t i = 0; i < kStepsPerSecond.size(); ++i)
        m_speeds->setItemText(int(i),
            kStepsPerSecond[i] == 0 ? tr("full speed")
                                    : tr("%1 steps/s").arg(QLocale().toString(kStepsPerSecond[i], 'g', 4)));
    for (QWidget* control :
        std::initializer_list<QWidget*>{m_runButton, m_stepButton, m_rewindButton, m_forgetButton, m_speeds})
        control->setWhatsThis(control->toolTip());
    showState();
}

void TrainingBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_progress->setVisible(width() > 46 * fontMetrics().height()); // the words say as much
    QMetaObject::invokeMethod(this, &TrainingBar::showState, Qt::QueuedConnection); // when the label has its width
}

void TrainingBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::LocaleChange)
        retranslate();
}

} // namespace deltascope::playing

#include "moc_training_bar.cpp"
