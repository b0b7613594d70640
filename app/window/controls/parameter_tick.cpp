// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/parameter_tick.h"

#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "window/controls/reset_button.h"
#include "window/controls/row_layout.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QEvent>
#include <QSignalBlocker>

namespace deltascope::controls {

namespace {

bool isTicked(const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& parameter)
{
    return *parameters::valueOf(scenario, parameter).as<bool>();
}

} // namespace

ParameterTick::ParameterTick(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent)
    : Control(parent)
    , m_workspace(workspace)
    , m_parameter(parameter)
    , m_label(new RowLabel(this))
    , m_box(new QCheckBox(this))
    , m_reset(new ResetButton(this))
{
    m_label->setBuddy(m_box);
    m_label->setTextFormat(Qt::RichText);
    setTabOrder(m_box, m_reset);
    setFocusProxy(m_box);
    new RowLayout(this, {.label = m_label, .main = m_box, .field = nullptr, .reset = m_reset, .note = nullptr});
    retranslate();
    ParameterTick::showScenario(workspace.scenario());
    connect(m_box, &QCheckBox::clicked, this, &ParameterTick::put);
    const auto reset = [this] { put(isTicked(model::Scenario{}, m_parameter)); };
    connect(m_reset, &QToolButton::clicked, this, reset);
    connect(m_label, &RowLabel::doubleClicked, this, reset);
}

void ParameterTick::showScenario(const model::Scenario& scenario)
{
    const QSignalBlocker blocker(m_box);
    const bool ticked = isTicked(scenario, m_parameter);
    m_box->setChecked(ticked);
    const QString idle = m_parameter.idle ? text::toText(m_parameter.idle(scenario)) : QString();
    m_label->showWords(controlText(m_parameter, scenario).rich(), false);
    m_label->setEnabled(idle.isEmpty());
    m_box->setEnabled(idle.isEmpty());
    m_reset->setEnabled(idle.isEmpty() && ticked != isTicked(model::Scenario{}, m_parameter));
    setToolTip(idle.isEmpty() ? text::toText(m_parameter.help) : idle);
}

void ParameterTick::put(bool value)
{
    if (const std::optional<Error> error = m_workspace.setValue(m_parameter, value))
        m_workspace.report(*error);
    showScenario(m_workspace.scenario()); // the box stands on what may have been refused
}

void ParameterTick::retranslate()
{
    const ControlText words = controlText(m_parameter, m_workspace.scenario());
    m_box->setAccessibleName(words.spoken());
    m_box->setAccessibleDescription(words.help);
    const QString back = tr("Reset %1").arg(words.spoken());
    m_reset->setToolTip(back);
    m_reset->setAccessibleName(back);
    setWhatsThis(words.help);
    setToolTip(words.help);
}

void ParameterTick::changeEvent(QEvent* event)
{
    Control::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showScenario(m_workspace.scenario());
    }
}

} // namespace deltascope::controls

#include "moc_parameter_tick.cpp"
