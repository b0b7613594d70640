// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/preset_session.h"

#include "files/presets.h"
#include "text/language.h"
#include "workspace/maps/shows_map.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <array>

namespace deltascope::workspace {

namespace {

bool asksFor(const documents::Preset& preset, const std::optional<model::Map>& map)
{
    return !preset.document.question.map || preset.document.question.map == map;
}

/// Pins have names in the language of the window.
bool samePins(const std::vector<model::Pin>& one, const std::vector<model::Pin>& other)
{
    return std::ranges::equal(one, other, {}, &model::Pin::scenario, &model::Pin::scenario);
}

/// Of the presets of this scenario the one that has most of the rest: several differ in what is asked and shown alone.
const documents::Preset* presetOf(const Workspace& workspace)
{
    const auto likeness = [&](const documents::Preset& preset) {
        const model::Document& theirs = preset.document;
        const std::optional<model::Map>& map = workspace.question().map;
        return std::array{asksFor(preset, map), theirs.question.map && theirs.question.map == map,
            samePins(theirs.pins, workspace.pins()), theirs.view.figures == workspace.view().figures};
    };
    const documents::Preset* found = nullptr;
    for (const documents::Preset& preset : files::presets())
        if (preset.document.scenario == workspace.scenario() && (!found || likeness(*found) < likeness(preset)))
            found = &preset;
    return found;
}

} // namespace

PresetSession::PresetSession(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::scenarioChanged, this, &PresetSession::follow);
    connect(&workspace, &Workspace::questionChanged, this, &PresetSession::follow);
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
    const bool otherScenario = preset.document.scenario != m_workspace.scenario();
    const bool otherMap = next.question.map && next.question.map != m_workspace.question().map;
    const bool isStep = otherScenario || (otherMap && !store.inGesture());
    const int step = store.history().index() + (isStep || store.inGesture() ? 1 : 0);
    std::erase_if(m_choices, [&](const Choice& choice) { return choice.step >= step; });
    const QString text = tr("Preset %1").arg(text::toText(preset.name));
    const std::vector<model::Pin> pins = m_workspace.pins();
    m_choices.push_back({step, isStep && !store.inGesture() ? text : QString(), &preset,
        {m_workspace.view().figures, m_workspace.question().map, pins},
        {next.view.figures, next.question.map, next.pins}});
    if (isStep && !otherScenario) // then the map is what there is to undo
        m_workspace.setMap(next.question.map, text);
    m_workspace.show(next, text);
    m_present = &preset;
    emit changed();
    emit chosen(&preset);
    if (pins.empty() || samePins(pins, preset.document.pins))
        return;
    if (next.pins == pins)
        emit pinsKept();
    else
        emit pinsReplaced(pins);
}

void PresetSession::putBack()
{
    if (m_present)
        choose(*m_present);
}

bool PresetSession::modified() const
{
    return m_present
        && (m_present->document.scenario != m_workspace.scenario() || !asksFor(*m_present, m_workspace.question().map));
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
        if (const documents::Preset* arrived = presetOf(m_workspace); arrived
            && (!m_present || m_present->document.scenario != m_workspace.scenario()
                || (arrived->document.question.map && asksFor(*arrived, m_workspace.question().map))))
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
        m_first = m_present = presetOf(m_workspace);
        emit changed();
        return;
    }
    if (m_step == before)
        return;
    forgetOvertaken();
    for (const Choice& choice : m_choices)
        if (before < choice.step && choice.step <= m_step)
            show(choice.before, choice.after);
    for (auto choice = m_choices.rbegin(); choice != m_choices.rend(); ++choice)
        if (m_step < choice->step && choice->step <= before)
            show(choice->after, choice->before);
    const documents::Preset* last = chosenLast();
    const documents::Preset* exact = presetOf(m_workspace);
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

/// Figures and maps that the user has chosen since stay.
void PresetSession::show(const Shown& shown, const Shown& next)
{
    if (m_workspace.question().map == shown.map)
        m_workspace.putMap(next.map);
    if (m_workspace.pins() == shown.pins)
        m_workspace.setPins(next.pins);
    model::ViewState view = m_workspace.view();
    if (view.figures == shown.figures && shown.figures != next.figures) {
        view.figures = next.figures;
        m_workspace.setView(view);
    }
    if (!next.map && !showsMap(m_workspace.view())) // one that was suggested to the figure of the map while it stood
        m_workspace.putMap(std::nullopt);
}

} // namespace deltascope::workspace

#include "moc_preset_session.cpp"
