// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/preset_session.h"

#include "files/presets.h"
#include "text/language.h"
#include "workspace/workspace.h"

namespace deltascope::workspace {

namespace {

const documents::Preset* presetOf(const model::Scenario& scenario)
{
    for (const documents::Preset& preset : files::presets())
        if (preset.document.scenario == scenario)
            return &preset;
    return nullptr;
}

} // namespace

PresetSession::PresetSession(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::scenarioChanged, this, &PresetSession::follow);
    connect(&workspace.store(), &ScenarioStore::historyChanged, this, &PresetSession::followHistory);
    followHistory();
}

void PresetSession::choose(const documents::Preset& preset)
{
    ScenarioStore& store = m_workspace.store();
    model::Document next = preset.document;
    next.hide = m_workspace.hidden(); // of the lesson that is being read
    if (next.pins.empty()) // an experiment brings what it is compared with
        next.pins = m_workspace.pins();
    else
        next.pins = files::namedInLanguage(std::move(next.pins));
    // Within a gesture (Play runs) the choice belongs to the step that the gesture will be.
    const bool isStep = preset.document.scenario != m_workspace.scenario();
    const int step = store.history().index() + (isStep || store.inGesture() ? 1 : 0);
    std::erase_if(m_choices, [&](const Choice& choice) { return choice.step >= step; });
    const QString text = tr("Preset %1").arg(text::toText(preset.name));
    m_choices.push_back({step, isStep && !store.inGesture() ? text : QString(), &preset, m_workspace.view().figures,
        next.view.figures});
    m_workspace.show(next, text);
    m_present = &preset;
    emit changed();
}

void PresetSession::putBack()
{
    if (m_present)
        choose(*m_present);
}

bool PresetSession::modified() const
{
    return m_present && m_present->document.scenario != m_workspace.scenario();
}

QString PresetSession::title() const
{
    if (!m_present)
        return {};
    const QString name = text::toText(m_present->name);
    return modified() ? tr("%1 •").arg(name) : name;
}

void PresetSession::follow()
{
    // Undo, a file or the sliders may arrive at another preset; between two of them the last one counts.
    if (!m_present || modified())
        if (const documents::Preset* arrived = presetOf(m_workspace.scenario()))
            m_present = arrived;
    emit changed();
}

void PresetSession::followHistory()
{
    const ScenarioStore& store = m_workspace.store();
    const int before = m_step;
    m_step = m_workspace.store().history().index();
    if (m_workspace.store().history().count() == 0 && !store.inGesture()) { // a document was opened
        m_choices.clear();
        m_first = m_present = presetOf(m_workspace.scenario());
        emit changed();
        return;
    }
    if (m_step == before)
        return;
    forgetOvertaken();
    for (const Choice& choice : m_choices)
        if (before < choice.step && choice.step <= m_step)
            showFigures(choice.figuresBefore, choice.figuresAfter);
    for (auto choice = m_choices.rbegin(); choice != m_choices.rend(); ++choice)
        if (m_step < choice->step && choice->step <= before)
            showFigures(choice->figuresAfter, choice->figuresBefore);
    const documents::Preset* last = chosenLast();
    const documents::Preset* exact = presetOf(m_workspace.scenario());
    m_present = last && (!exact || last->document.scenario == m_workspace.scenario()) ? last : exact;
    emit changed();
}

/// Choices that were undone and then replaced by another step.
void PresetSession::forgetOvertaken()
{
    const QUndoStack& history = m_workspace.store().history();
    std::erase_if(m_choices, [&](const Choice& choice) {
        return !choice.text.isEmpty()
            && (choice.step > history.count() || history.text(choice.step - 1) != choice.text);
    });
}

const documents::Preset* PresetSession::chosenLast() const
{
    const documents::Preset* last = m_first;
    for (const Choice& choice : m_choices)
        if (choice.step <= m_step)
            last = choice.preset;
    return last;
}

/// Figures that the user has chosen since stay.
void PresetSession::showFigures(const std::vector<std::string>& shown, const std::vector<std::string>& next)
{
    model::ViewState view = m_workspace.view();
    if (view.figures != shown || shown == next)
        return;
    view.figures = next;
    m_workspace.setView(view);
}

} // namespace deltascope::workspace

#include "moc_preset_session.cpp"
