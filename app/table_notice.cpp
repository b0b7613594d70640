// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_notice.h"

#include "banner.h"
#include "render/language.h"
#include "workspace.h"

namespace deltascope {

namespace {

const QString kTopic = QStringLiteral("table");

} // namespace

TableNotice::TableNotice(Workspace& workspace, Banner& banner, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_banner(banner)
{
    connect(&workspace, &Workspace::snapshotChanged, this, &TableNotice::follow);
}

void TableNotice::follow()
{
    const Snapshot& snapshot = m_workspace.snapshot();
    if (!snapshot.data && !snapshot.failure) // being read
        return;
    const Message said = snapshot.data && snapshot.data->understood ? *snapshot.data->understood : Message{};
    if (said == m_said)
        return;
    m_said = said;
    if (said.empty())
        m_banner.putAway(kTopic);
    else
        m_banner.say(
            {kTopic, [said] { return toText(said); }, {}, true}); // it goes with the table, not with the document
}

} // namespace deltascope
