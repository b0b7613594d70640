// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/table_notice.h"

#include "text/language.h"
#include "window/widgets/banner.h"
#include "workspace/workspace.h"

namespace deltascope::window {

namespace {

const QString kTableTopic = QStringLiteral("table");

} // namespace

TableNotice::TableNotice(workspace::Workspace& workspace, widgets::Banner& banner, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_banner(banner)
{
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &TableNotice::follow);
}

void TableNotice::follow()
{
    const results::Snapshot& snapshot = m_workspace.snapshot();
    if (!snapshot.data && !snapshot.failure) // being read
        return;
    const Message said = snapshot.data && snapshot.data->understood ? *snapshot.data->understood : Message{};
    if (said == m_said)
        return;
    m_said = said;
    if (said.empty())
        m_banner.putAway(kTableTopic);
    else
        m_banner.say({kTableTopic, [said] { return text::toText(said); }, {},
            true}); // it goes with the table, not with the document
}

} // namespace deltascope::window
