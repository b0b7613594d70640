// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/parameter_control.h"

#include "controls/choice_control.h"
#include "icons.h"
#include "mid_run.h"
#include "new_seed.h"
#include "render/language.h"
#include "training_control.h"
#include "workspace.h"

#include <QEvent>
#include <QToolButton>

namespace deltascope {

ControlText controlText(const Parameter<Scenario>& parameter, const Scenario& scenario)
{
    const ParameterName name = parameter.nameIn
        ? parameter.nameIn(scenario)
        : ParameterName{parameter.label, parameter.symbol, parameter.shortLabel};
    return {toText(name.label), QString::fromUtf8(name.symbol), toText(parameter.help),
        *name.shortLabel ? toText(name.shortLabel) : QString()};
}

SliderRange sliderRange(const Parameter<Scenario>& parameter)
{
    return {parameter.sliderMinimum, parameter.sliderMaximum, parameter.step,
        std::holds_alternative<int Scenario::*>(parameter.member)
            || std::holds_alternative<std::int64_t Scenario::*>(parameter.member),
        parameter.scale};
}

std::optional<double> numberOf(const Scenario& scenario, const Parameter<Scenario>& parameter)
{
    const ParameterValue value = valueOf(scenario, parameter);
    if (const int* whole = std::get_if<int>(&value))
        return *whole;
    if (const std::int64_t* large = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*large);
    if (const double* real = std::get_if<double>(&value))
        return *real;
    return std::nullopt;
}

ParameterControl::ParameterControl(Workspace& workspace, const Parameter<Scenario>& parameter, QWidget* parent)
    : NumberControl(workspace, sliderRange(parameter), parameter.minimum, parameter.maximum, parent)
    , m_parameter(parameter)
{
    if (parameter.drawn)
        addDraw();
    ParameterControl::showScenario(workspace.scenario());
    retranslate();
}

void ParameterControl::addDraw()
{
    m_draw = addButton();
    m_draw->setObjectName(QStringLiteral("draw"));
    connect(m_draw, &QToolButton::clicked, this, [this] { drawNewSeed(workspace().store()); });
    showDraw();
}

void ParameterControl::showDraw()
{
    m_draw->setIcon(icon(QStringLiteral("dice"), palette()));
    m_draw->setToolTip(tr("Draw a new seed: another network by the same rules (Ctrl+Shift+N)"));
    m_draw->setAccessibleName(tr("New seed"));
    m_draw->setWhatsThis(m_draw->toolTip());
}

void ParameterControl::changeEvent(QEvent* event)
{
    NumberControl::changeEvent(event);
    if (m_draw && (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange))
        showDraw();
}

void ParameterControl::showScenario(const Scenario& scenario)
{
    NumberState state;
    state.value = findMidRunValue(m_parameter.key) ? valueInForce(scenario, m_parameter, workspace().training().step())
                                                   : numberOf(scenario, m_parameter).value_or(0);
    state.standard = numberOf(Scenario{}, m_parameter).value_or(0);
    state.atStandard = state.value == state.standard;
    if (m_parameter.idle)
        state.idle = toText(m_parameter.idle(scenario));
    if (m_draw)
        m_draw->setEnabled(state.idle.isEmpty());
    showState(state);
    if (const QString name = text().spoken(); name != m_name) {
        m_name = name;
        retranslate();
    }
}

std::optional<Error> ParameterControl::put(double value)
{
    return workspace().store().setValue(m_parameter, value);
}

void ParameterControl::putStandard()
{
    workspace().store().setValue(m_parameter, valueOf(Scenario{}, m_parameter));
}

ControlText ParameterControl::text() const
{
    return controlText(m_parameter, workspace().scenario());
}

Control* createControl(Workspace& workspace, const Parameter<Scenario>& parameter, QWidget* parent)
{
    Control* control = nullptr;
    if (parameter.choices && std::holds_alternative<std::string Scenario::*>(parameter.member))
        control = new ChoiceControl(workspace, parameter, parent);
    else if (numberOf(Scenario{}, parameter))
        control = new ParameterControl(workspace, parameter, parent);
    if (control)
        control->setObjectName(QString::fromUtf8(parameter.key.data(), qsizetype(parameter.key.size())));
    return control;
}

} // namespace deltascope
