// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/point_notice.h"

#include "evaluation/point.h"
#include "text/language.h"
#include "window/widgets/banner.h"
#include "workspace/workspace.h"

namespace deltascope::window {

namespace {

const QString kPointTopic = QStringLiteral("point");

} // namespace

PointNotice::PointNotice(workspace::Workspace& workspace, widgets::Banner& banner, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_banner(banner)
{
    connect(&workspace, &workspace::Workspace::questionChanged, this, &PointNotice::follow);
    connect(&workspace, &workspace::Workspace::scenarioChanged, this, &PointNotice::follow);
}

void PointNotice::follow()
{
    const std::vector<double>& asked = m_workspace.question().point;
    const std::vector<double> now =
        evaluation::looksAtPoint(m_workspace.scenario(), asked) ? asked : std::vector<double>{};
    if (now == m_said)
        return;
    m_said = now;
    if (now.empty()) {
        m_banner.putAway(kPointTopic);
        return;
    }
    const Message first{"%1", {Real{now[0], 4}}}, second{"%1", {Real{now[1], 4}}};
    m_banner.say({kPointTopic,
        [first, second] {
            return tr("The figures look at the input (%1, %2) alone, not at the examples.")
                .arg(text::toText(first), text::toText(second));
        },
        {{[] { return tr("Look at the examples"); },
            [this] {
                model::Question next = m_workspace.question();
                next.point.clear();
                m_workspace.setQuestion(next);
            }}},
        true}); // it goes with the question
}

} // namespace deltascope::window

#include "moc_point_notice.cpp"
