// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

namespace deltascope::widgets {
class Banner;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

/// Says in the banner that the figures look at one input in place of the examples, with a button that leads back.
class PointNotice : public QObject {
    Q_OBJECT
public:
    PointNotice(workspace::Workspace& workspace, widgets::Banner& banner, QObject* parent);

private:
    void follow();

    workspace::Workspace& m_workspace;
    widgets::Banner& m_banner;
    std::vector<double> m_said;
};

} // namespace deltascope::window
