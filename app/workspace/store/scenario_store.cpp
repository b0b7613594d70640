// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/store/scenario_store.h"

#include "data/target_range.h"
#include "parameters/changes.h"
#include "text/language.h"
#include "training/mid_run_values.h"
#include "workspace/store/edit_scenario.h"

#include <algorithm>

namespace deltascope::workspace {

namespace {

bool isDepth(const parameters::Parameter<model::Scenario>& parameter)
{
    return parameter.member.as<int>() == &model::Scenario::depth;
}

bool isData(const parameters::Parameter<model::Scenario>& parameter)
{
    return parameter.member.as<std::string>() == &model::Scenario::data;
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
    const model::Scenario start = m_gestureStarts.front();
    m_gestureStarts.pop_back();
    if (!m_gestureStarts.empty())
        return;
    if (start != m_scenario)
        m_history.push(new EditScenario(*this, m_gestureText, start, m_scenario));
    emit historyChanged();
}

const model::Scenario& ScenarioStore::gestureStart() const
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
    for (model::Scenario& start : m_gestureStarts)
        start = m_scenario;
    emit historyChanged();
}

void ScenarioStore::edit(const QString& text, const model::Scenario& next)
{
    if (next == m_scenario)
        return;
    if (inGesture())
        put(next);
    else
        m_history.push(new EditScenario(*this, text, m_scenario, next));
}

void ScenarioStore::amend(const QString& text, const model::Scenario& next)
{
    if (next == m_scenario)
        return;
    if (inGesture())
        put(next);
    else
        m_history.push(new EditScenario(*this, text, m_scenario, next, EditScenario::Kind::amendment));
}

/// The scenario with one value, and what follows from it.
Result<model::Scenario> ScenarioStore::withPut(model::Scenario scenario, const PutValue& put, std::int64_t step) const
{
    const parameters::Parameter<model::Scenario>& parameter = *put.parameter;
    const std::optional<double> number = parameters::numberIn(put.value);
    Result<model::Scenario> changed = step > 0 && training::findMidRunValue(parameter.key) && number
        ? parameters::withValueFrom(scenario, parameter, *number, step)
        : parameters::withValue(scenario, parameter, put.value);
    if (!changed)
        return changed;
    model::Scenario next = *std::move(changed);
    if (isDepth(parameter)) {
        next.layers = gestureStart().layers;
        return parameters::withDepth(next, next.depth);
    }
    return isData(parameter) ? parameters::withData(next, next.data) : next;
}

std::optional<Error> ScenarioStore::setValue(
    const parameters::Parameter<model::Scenario>& parameter, const parameters::ParameterValue& value, std::int64_t step)
{
    return setValues(changeText(text::toText(parameter.label)), {{&parameter, value}}, step);
}

std::optional<Error> ScenarioStore::setValues(
    const QString& text, const std::vector<PutValue>& values, std::int64_t step)
{
    model::Scenario next = m_scenario;
    for (const PutValue& put : values) {
        Result<model::Scenario> changed = withPut(std::move(next), put, step);
        if (!changed)
            return changed.error();
        next = *std::move(changed);
    }
    if (std::optional<Error> violated = parameters::validate(next))
        return violated;
    if (std::optional<Error> impossible = data::targetOutOfRange(next);
        impossible && !data::targetOutOfRange(m_scenario))
        return impossible; // one that was opened so can still be edited
    edit(text, next);
    if (std::ranges::any_of(values, [](const PutValue& put) { return isData(*put.parameter); }))
        emit dataChosen();
    return std::nullopt;
}

QString ScenarioStore::changeText(const QString& name)
{
    return tr("Change %1").arg(name);
}

void ScenarioStore::reset(const model::Scenario& scenario)
{
    m_gestureStarts.clear();
    m_history.clear();
    put(scenario);
    emit historyChanged();
}

void ScenarioStore::put(const model::Scenario& scenario)
{
    if (m_scenario == scenario)
        return;
    m_scenario = scenario;
    emit changed();
    if (inGesture())
        emit historyChanged();
}

} // namespace deltascope::workspace

#include "moc_scenario_store.cpp"
