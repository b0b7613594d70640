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

/// Says in the banner how a file of the user's was understood, once for each reading that says something new.
class TableNotice : public QObject {
public:
    TableNotice(workspace::Workspace& workspace, widgets::Banner& banner, QObject* parent);

private:
    void follow();

    workspace::Workspace& m_workspace;
    widgets::Banner& m_banner;
    Message m_said;
};

} // namespace deltascope::window
