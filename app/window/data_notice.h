// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

#include <optional>

namespace deltascope::widgets {
class Banner;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

class FileCommands;

/// Asks in the banner for the data that the scenario, or a pinned one, cannot be computed without: what is wrong, and a
/// button for what would be right. It stands there for as long as they are missing.
class DataNotice : public QObject {
    Q_OBJECT
public:
    DataNotice(workspace::Workspace& workspace, widgets::Banner& banner, FileCommands& files);

private:
    void follow();
    void say(const Error& failure);
    bool isNetworkMissing() const;

    workspace::Workspace& m_workspace;
    widgets::Banner& m_banner;
    FileCommands& m_files;
    std::optional<Error> m_said;
};

} // namespace deltascope::window
