// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset_session.h"

#include "io/presets.h"
#include "render/language.h"
#include "workspace.h"

namespace deltascope {

PresetSession::PresetSession(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::scenarioChanged, this, &PresetSession::follow);
    follow();
}

void PresetSession::choose(const Preset& preset)
{
    m_present = &preset;
    m_workspace.store().edit(tr("Preset %1").arg(toText(preset.name)), preset.document.scenario);
    ViewState view = preset.document.view;
    view.theme = m_workspace.view().theme;
    view.language = m_workspace.view().language;
    m_workspace.setView(view);
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
    const QString name = toText(m_present->name);
    return modified() ? tr("%1 •").arg(name) : name;
}

void PresetSession::follow()
{
    // Undo, a file or the sliders may arrive at another preset; between two of them the last one counts.
    if (!m_present || modified())
        for (const Preset& preset : presets())
            if (preset.document.scenario == m_workspace.scenario())
                m_present = &preset;
    emit changed();
}

} // namespace deltascope
