// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QObject>

#include <optional>

namespace deltascope {

class Banner;
class FileCommands;
class Workspace;

/// Asks in the banner for the data that the scenario, or a pinned one, cannot be computed without: what is wrong, and a
/// button for what would be right. It stands there for as long as they are missing.
class DataNotice : public QObject {
    Q_OBJECT
public:
    DataNotice(Workspace& workspace, Banner& banner, FileCommands& files);

private:
    void follow();
    void say(const Error& failure);

    Workspace& m_workspace;
    Banner& m_banner;
    FileCommands& m_files;
    std::optional<Error> m_said;
};

} // namespace deltascope
