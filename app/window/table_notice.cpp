// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/table_notice.h"

#include "diagnosis/idle_layers.h"
#include "text/language.h"
#include "window/widgets/banner.h"
#include "workspace/workspace.h"

namespace deltascope::window {

namespace {

const QString kTableTopic = QStringLiteral("table"), kRemarksTopic = QStringLiteral("data remarks");

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
    Message remarks;
    for (const Message& remark : snapshot.data ? snapshot.data->remarks : std::vector<Message>{})
        remarks = remarks.empty() ? remark : Message{"%1 %2", {std::move(remarks), remark}};
    if (Message alike = diagnosis::alikeNeurons(snapshot.scenario);
        snapshot.data && snapshot.data->understood && !alike.empty())
        remarks = remarks.empty() ? alike : Message{"%1 %2", {std::move(remarks), std::move(alike)}};
    say(kTableTopic, snapshot.data && snapshot.data->understood ? *snapshot.data->understood : Message{}, m_said);
    say(kRemarksTopic, remarks, m_remarks);
}

void TableNotice::say(const QString& topic, const Message& now, Message& before)
{
    if (now == before)
        return;
    before = now;
    if (now.empty())
        m_banner.putAway(topic);
    else
        m_banner.say(
            {topic, [now] { return text::toText(now); }, {}, true}); // it goes with the table, not with the document
}

} // namespace deltascope::window
