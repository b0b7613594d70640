// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/parameter_choice.h"

#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>

namespace deltascope::controls {

namespace {

std::string chosenId(const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& parameter)
{
    return *parameters::valueOf(scenario, parameter).as<std::string>();
}

} // namespace

ParameterChoice::ParameterChoice(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent)
    : ChoiceControl(workspace, parameter.choices(), parent)
    , m_parameter(parameter)
{
    list()->setContextMenuPolicy(
        Qt::NoContextMenu); // the row has one; a box that nobody edits swallows what asks for it
    retranslate();
    ParameterChoice::showScenario(workspace.scenario());
    if (parameter.member.as<std::string>() == &model::Scenario::data)
        connect(&workspace, &workspace::Workspace::snapshotChanged, this, [this] {
            if (note() != m_notice)
                showScenario(this->workspace().scenario());
        });
}

/// Of the data: that others stand in for them.
QString ParameterChoice::note() const
{
    const auto& examples = workspace().snapshot().data;
    const bool ofData = m_parameter.member.as<std::string>() == &model::Scenario::data;
    if (!ofData || !examples || !examples->notice
        || workspace().snapshot().scenario.data != workspace().scenario().data)
        return {};
    return text::toText(*examples->notice);
}

void ParameterChoice::showScenario(const model::Scenario& scenario)
{
    const std::string id = chosenId(scenario, m_parameter);
    m_notice = note();
    showState({.id = id,
        .atStandard = id == chosenId(model::Scenario{}, m_parameter),
        .idle = m_parameter.idle ? text::toText(m_parameter.idle(scenario)) : QString(),
        .note = m_notice});
}

std::optional<Error> ParameterChoice::put(const std::string& id)
{
    return workspace().setValue(m_parameter, id);
}

std::optional<Error> ParameterChoice::putStandard()
{
    return put(chosenId(model::Scenario{}, m_parameter));
}

ControlText ParameterChoice::text() const
{
    return controlText(m_parameter, workspace().scenario());
}

QString ParameterChoice::resetText() const
{
    return tr("Reset %1 to %2").arg(text().spoken(), nameOf(chosenId(model::Scenario{}, m_parameter)));
}

void ParameterChoice::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addMapThis(*menu, workspace(), m_parameter);
    menu->popup(event->globalPos());
}

} // namespace deltascope::controls

#include "moc_parameter_choice.cpp"
