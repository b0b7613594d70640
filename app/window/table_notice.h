// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QObject>

namespace deltascope::widgets {
class Banner;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

/// Says in the banner how a file of the user's was understood, and what is to be known of it before training, each once
/// where it is new.
class TableNotice : public QObject {
public:
    TableNotice(workspace::Workspace& workspace, widgets::Banner& banner, QObject* parent);

private:
    void follow();
    void say(const QString& topic, const Message& now, Message& before);

    workspace::Workspace& m_workspace;
    widgets::Banner& m_banner;
    Message m_said, m_remarks;
};

} // namespace deltascope::window
