// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_store.h"

#include "edit_scenario.h"
#include "mid_run.h"
#include "render/language.h"
#include "target_range.h"

namespace deltascope {

namespace {

bool isDepth(const Parameter<Scenario>& parameter)
{
    const auto* member = std::get_if<int Scenario::*>(&parameter.member);
    return member && *member == &Scenario::depth;
}

bool isData(const Parameter<Scenario>& parameter)
{
    const auto* member = std::get_if<std::string Scenario::*>(&parameter.member);
    return member && *member == &Scenario::data;
}

} // namespace

ScenarioStore::ScenarioStore(QObject* parent)
    : QObject(parent)
{
    m_history.setUndoLimit(kMostSteps);
    connect(&m_history, &QUndoStack::indexChanged, this, &ScenarioStore::historyChanged);
    connect(&m_history, &QUndoStack::canUndoChanged, this, &ScenarioStore::historyChanged);
    connect(&m_history, &QUndoStack::canRedoChanged, this, &ScenarioStore::historyChanged);
}

void ScenarioStore::beginGesture(const QString& text)
{
    if (m_gestureStarts.empty())
        m_gestureText = text;
    m_gestureStarts.push_back(m_scenario);
}

void ScenarioStore::endGesture()
{
    if (m_gestureStarts.empty()) // a file was opened while the gesture was under way
        return;
    const Scenario start = m_gestureStarts.front();
    m_gestureStarts.pop_back();
    if (!m_gestureStarts.empty())
        return;
    if (start != m_scenario)
        m_history.push(new EditScenario(*this, m_gestureText, start, m_scenario));
    emit historyChanged();
}

const Scenario& ScenarioStore::gestureStart() const
{
    return m_gestureStarts.empty() ? m_scenario : m_gestureStarts.back();
}

void ScenarioStore::undo()
{
    const bool open = inGesture();
    if (gestureHasChanges())
        m_history.push(new EditScenario(*this, m_gestureText, m_gestureStarts.front(), m_scenario));
    m_history.undo();
    restartGestures();
    if (open)
        emit gestureUndone();
}

void ScenarioStore::redo()
{
    if (!canRedo())
        return;
    m_history.redo();
    restartGestures();
}

bool ScenarioStore::canUndo() const
{
    return m_history.canUndo() || gestureHasChanges();
}

bool ScenarioStore::canRedo() const
{
    return m_history.canRedo() && !gestureHasChanges();
}

bool ScenarioStore::gestureHasChanges() const
{
    return inGesture() && m_gestureStarts.front() != m_scenario;
}

void ScenarioStore::restartGestures()
{
    for (Scenario& start : m_gestureStarts)
        start = m_scenario;
    emit historyChanged();
}

void ScenarioStore::edit(const QString& text, const Scenario& next)
{
    if (next == m_scenario)
        return;
    if (inGesture())
        put(next);
    else
        m_history.push(new EditScenario(*this, text, m_scenario, next));
}

void ScenarioStore::amend(const QString& text, const Scenario& next)
{
    if (next == m_scenario)
        return;
    if (inGesture())
        put(next);
    else
        m_history.push(new EditScenario(*this, text, m_scenario, next, EditScenario::Kind::amendment));
}

std::optional<Error> ScenarioStore::setValue(const Parameter<Scenario>& parameter, const ParameterValue& value)
{
    const double* number = std::get_if<double>(&value);
    const std::int64_t step = findMidRunValue(parameter.key) && number && m_moment ? m_moment() : 0;
    Result<Scenario> changed =
        step > 0 ? withValueFrom(m_scenario, parameter, *number, step) : withValue(m_scenario, parameter, value);
    if (!changed)
        return changed.error();
    Scenario next = *std::move(changed);
    if (isDepth(parameter)) {
        next.layers = gestureStart().layers;
        next = withDepth(next, next.depth);
    }
    if (isData(parameter))
        next = withData(next, next.data);
    if (std::optional<Error> violated = validate(next))
        return violated;
    if (std::optional<Error> impossible = targetOutOfRange(next); impossible && !targetOutOfRange(m_scenario))
        return impossible; // one that was opened so can still be edited
    edit(changeText(toText(parameter.label)), next);
    if (isData(parameter))
        emit dataChosen();
    return std::nullopt;
}

QString ScenarioStore::changeText(const QString& name)
{
    return tr("Change %1").arg(name);
}

void ScenarioStore::reset(const Scenario& scenario)
{
    m_gestureStarts.clear();
    m_history.clear();
    put(scenario);
    emit historyChanged();
}

void ScenarioStore::put(const Scenario& scenario)
{
    if (m_scenario == scenario)
        return;
    m_scenario = scenario;
    emit changed();
    if (inGesture())
        emit historyChanged();
}

} // namespace deltascope
