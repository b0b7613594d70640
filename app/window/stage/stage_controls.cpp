// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/stage_controls.h"

#include "base/registry.h"
#include "figures/figure_kind.h"
#include "window/controls/parameter_control.h"
#include "window/controls/row_layout.h"
#include "window/playing/training_bar.h"
#include "window/stage/touch.h"
#include "workspace/lesson_session.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QShortcut>

#include <algorithm>

namespace deltascope::stage {

namespace {

constexpr std::size_t kMost = 4; // where no lesson says which

} // namespace

StageControls::StageControls(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_training(new playing::TrainingBar(workspace, this))
    , m_train(new QShortcut(QKeySequence(QStringLiteral("Ctrl+Return")), this))
{
    setObjectName(QStringLiteral("stage_controls"));
    m_training->hide();
    makeTouchable(*m_training);
    connect(m_train, &QShortcut::activated, &workspace.training(), &workspace::TrainingControl::toggle);
    connect(&workspace, &workspace::Workspace::scenarioChanged, this, &StageControls::showState);
    connect(&workspace, &workspace::Workspace::hiddenChanged, this, &StageControls::showState);
    connect(&workspace, &workspace::Workspace::viewChanged, this, &StageControls::showState);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &StageControls::showState);
    connect(&workspace.training(), &workspace::TrainingControl::progressed, this, &StageControls::showState);
    connect(&workspace.training(), &workspace::TrainingControl::stateChanged, this, &StageControls::showState);
    showState();
}

std::vector<const parameters::Parameter<model::Scenario>*> StageControls::wanted() const
{
    const model::Scenario& scenario = m_workspace.scenario();
    const std::vector<std::string>& hidden = m_workspace.hidden();
    std::vector<const parameters::Parameter<model::Scenario>*> rows;
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters()) {
        const bool means = !row.idle || row.idle(scenario).empty();
        const bool control = row.choices || parameters::typeOf(row).number;
        const bool left = hidden.empty() ? !row.randomizable && control && rows.size() < kMost // chance is no topic
                                         : std::ranges::find(hidden, row.key) == hidden.end();
        if (left && (means || row.keepsPlace))
            rows.push_back(&row);
    }
    return rows;
}

/// Something that is shown is of a training, or one has begun.
bool StageControls::trains() const
{
    const workspace::TrainingControl& training = m_workspace.training();
    if (training.isRunning() || training.step() > 0)
        return true;
    return std::ranges::any_of(m_workspace.view().figures, [](const std::string& id) {
        const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id);
        return kind && kind->needs().wants(results::kindOf<training::TrainingProgress>());
    });
}

void StageControls::showState()
{
    const auto rows = wanted();
    const bool other = rows != m_rows && !m_workspace.store().inGesture(); // nothing goes from under a hand
    const bool trained = trains();
    if (other) {
        for (controls::Control* control : m_controls) {
            control->hide();
            control->deleteLater();
        }
        m_controls.clear();
        m_rows.clear();
        for (const auto* row : rows)
            if (controls::Control* control = controls::createControl(m_workspace, *row, this)) {
                makeTouchable(*control);
                m_controls.push_back(control);
                control->show();
            }
        m_rows = rows;
    }
    std::size_t i = 0;
    for (const auto* row : m_rows) {
        if (i == m_controls.size() || m_controls[i]->objectName() != QLatin1String(row->key))
            continue;
        m_controls[i]->showScenario(m_workspace.scenario());
        m_controls[i]->setPointedAt(m_workspace.lesson().pointAt() == row->key);
        ++i;
    }
    controls::alignLabels(m_controls);
    m_training->setVisible(trained);
    m_train->setEnabled(!trained);
    if (other || trained != m_trains) {
        m_trains = trained;
        layOut();
        emit changed();
    }
}

int StageControls::leastWidth() const
{
    int least = 0;
    for (const controls::Control* control : m_controls)
        least = std::max(least, control->row().sizeHint().width());
    return std::max(least, m_trains ? 22 * fontMetrics().height() : 0);
}

int StageControls::columns(int width) const
{
    const int gap = fontMetrics().height();
    const int most = std::max(1, (width + gap) / std::max(1, leastWidth() + gap));
    return std::clamp(most, 1, std::max(1, static_cast<int>(m_controls.size())));
}

int StageControls::heightFor(int width) const
{
    const int gap = fontMetrics().height(), line = gap / 4, count = columns(width);
    const int each = (width - (count - 1) * gap) / count;
    int height = m_trains ? m_training->sizeHint().height() + line : 0;
    for (std::size_t i = 0; i < m_controls.size(); i += static_cast<std::size_t>(count)) {
        int row = 0;
        for (std::size_t k = i; k < std::min(m_controls.size(), i + static_cast<std::size_t>(count)); ++k)
            row = std::max(row, m_controls[k]->row().heightForWidth(each));
        height += row + line;
    }
    return std::max(0, height - line);
}

void StageControls::layOut()
{
    const int gap = fontMetrics().height(), line = gap / 4, count = columns(width());
    const int each = (width() - (count - 1) * gap) / count;
    int top = 0;
    for (std::size_t i = 0; i < m_controls.size(); i += static_cast<std::size_t>(count)) {
        int row = 0;
        const std::size_t end = std::min(m_controls.size(), i + static_cast<std::size_t>(count));
        for (std::size_t k = i; k < end; ++k)
            row = std::max(row, m_controls[k]->row().heightForWidth(each));
        for (std::size_t k = i; k < end; ++k)
            m_controls[k]->setGeometry(static_cast<int>(k - i) * (each + gap), top, each, row);
        top += row + line;
    }
    if (m_trains)
        m_training->setGeometry(0, top, width(), m_training->sizeHint().height());
}

void StageControls::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void StageControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) // after the controls have heard of it
        QMetaObject::invokeMethod(
            this,
            [this] {
                controls::alignLabels(m_controls);
                layOut();
                emit changed();
            },
            Qt::QueuedConnection);
}

} // namespace deltascope::stage

#include "moc_stage_controls.cpp"
