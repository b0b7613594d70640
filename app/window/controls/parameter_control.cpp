// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/parameter_control.h"

#include "parameters/changes.h"
#include "text/language.h"
#include "training/mid_run_values.h"
#include "window/controls/parameter_choice.h"
#include "window/controls/parameter_text.h"
#include "window/controls/parameter_tick.h"
#include "window/widgets/icons.h"
#include "workspace/map_requests.h"
#include "workspace/new_seed.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace deltascope::controls {

ControlText controlText(const parameters::Parameter<model::Scenario>& parameter, const model::Scenario& scenario)
{
    const parameters::ParameterName name = parameter.nameIn
        ? parameter.nameIn(scenario)
        : parameters::ParameterName{parameter.label, parameter.symbol, parameter.shortLabel};
    return {text::toText(name.label), QString::fromUtf8(name.symbol), text::toText(parameter.help),
        *name.shortLabel ? text::toText(name.shortLabel) : QString()};
}

SliderRange sliderRange(const parameters::Parameter<model::Scenario>& parameter)
{
    return {parameter.sliderMinimum, parameter.sliderMaximum, parameter.step, parameters::typeOf(parameter).whole,
        parameter.scale};
}

std::optional<double> numberOf(const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& parameter)
{
    return parameters::numberIn(parameters::valueOf(scenario, parameter));
}

ParameterControl::ParameterControl(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent)
    : NumberControl(workspace, sliderRange(parameter), parameter.minimum, parameter.maximum, parent)
    , m_parameter(parameter)
{
    if (parameter.randomizable)
        addDraw();
    if (parameter.place)
        addPlace();
    ParameterControl::showScenario(workspace.scenario());
    retranslate();
}

void ParameterControl::addDraw()
{
    m_randomize = addButton();
    m_randomize->setObjectName(QStringLiteral("draw"));
    connect(m_randomize, &QToolButton::clicked, this, [this] { workspace::setRandomSeed(workspace().store()); });
    showDraw();
}

void ParameterControl::showDraw()
{
    m_randomize->setIcon(widgets::icon(QStringLiteral("dice"), palette()));
    m_randomize->setToolTip(tr("Draw a new seed: another network by the same rules (Ctrl+Shift+N)"));
    m_randomize->setAccessibleName(tr("New seed"));
    m_randomize->setWhatsThis(m_randomize->toolTip());
}

void ParameterControl::addPlace()
{
    m_place = addButton();
    m_place->setObjectName(QStringLiteral("place"));
    connect(m_place, &QToolButton::clicked, this, &ParameterControl::goToPlace);
    showPlace();
}

void ParameterControl::showPlace()
{
    const parameters::FoundPlace<model::Scenario>& place = *m_parameter.place;
    m_place->setIcon(widgets::icon(QString::fromLatin1(place.icon), palette()));
    m_place->setToolTip(QStringLiteral("%1: %2").arg(text::toText(place.name), text::toText(place.help)));
    m_place->setAccessibleName(text::toText(place.name));
    m_place->setWhatsThis(m_place->toolTip());
}

/// One step of the history; where there is no such place, a sentence under the row says why.
void ParameterControl::goToPlace()
{
    const std::shared_ptr<const data::Dataset> examples = workspace().snapshot().data;
    if (!examples)
        return;
    const model::Scenario& scenario = workspace().scenario();
    if (const std::optional<model::Scenario> there = m_parameter.place->find(scenario, *examples))
        workspace().store().edit(text::toText(m_parameter.place->name), *there);
    else
        showProblem(text::toText(m_parameter.place->whyNone(scenario)));
}

void ParameterControl::changeEvent(QEvent* event)
{
    NumberControl::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::PaletteChange)
        return;
    if (m_randomize)
        showDraw();
    if (m_place)
        showPlace();
}

void ParameterControl::showScenario(const model::Scenario& scenario)
{
    NumberState state;
    state.value = training::findMidRunValue(m_parameter.key)
        ? parameters::valueInForce(scenario, m_parameter, workspace().training().step())
        : numberOf(scenario, m_parameter).value_or(0);
    state.standard = numberOf(model::Scenario{}, m_parameter).value_or(0);
    state.atStandard = state.value == state.standard;
    if (m_parameter.idle)
        state.idle = text::toText(m_parameter.idle(scenario));
    if (m_randomize)
        m_randomize->setEnabled(state.idle.isEmpty());
    if (m_place)
        m_place->setEnabled(state.idle.isEmpty());
    showState(state);
    if (const QString name = text().spoken(); name != m_name) {
        m_name = name;
        retranslate();
    }
}

std::optional<Error> ParameterControl::put(double value)
{
    return workspace().setValue(m_parameter, value);
}

void ParameterControl::putStandard()
{
    workspace().setValue(m_parameter, parameters::valueOf(model::Scenario{}, m_parameter));
}

void ParameterControl::fillMenu(QMenu& menu)
{
    addMapThis(menu, workspace(), m_parameter);
}

ControlText ParameterControl::text() const
{
    return controlText(m_parameter, workspace().scenario());
}

void addMapThis(QMenu& menu, workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter)
{
    if (!workspace::canBeMapped(parameter))
        return;
    const bool rows = static_cast<bool>(parameter.choices);
    const QString name = controlText(parameter, workspace.scenario()).spoken();
    QAction* map = menu.addAction(
        (rows ? ParameterControl::tr("Map this: a row for each %1") : ParameterControl::tr("Map this: over %1"))
            .arg(name),
        &workspace,
        [&workspace, &parameter] { workspace::showMap(workspace, workspace::mapOfParameter(workspace, parameter)); });
    map->setObjectName(QStringLiteral("map_this"));
    const QString idle = parameter.idle ? text::toText(parameter.idle(workspace.scenario())) : QString();
    map->setEnabled(idle.isEmpty());
    map->setToolTip(!idle.isEmpty() ? idle
            : rows                  ? ParameterControl::tr("A measure for each choice, over one number")
                                    : ParameterControl::tr("A measure against this parameter, as a curve"));
}

Control* createControl(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent)
{
    Control* control = nullptr;
    if (parameter.choices && parameter.member.as<std::string>())
        control = new ParameterChoice(workspace, parameter, parent);
    else if (parameter.member.as<bool>())
        control = new ParameterTick(workspace, parameter, parent);
    else if (numberOf(model::Scenario{}, parameter))
        control = new ParameterControl(workspace, parameter, parent);
    else if (!parameter.choices && parameters::typeOf(parameter).text)
        control = new ParameterText(workspace, parameter, parent);
    if (control)
        control->setObjectName(QString::fromUtf8(parameter.key.data(), qsizetype(parameter.key.size())));
    return control;
}

} // namespace deltascope::controls

#include "moc_parameter_control.cpp"
