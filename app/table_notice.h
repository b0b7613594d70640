// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message.h"

#include <QObject>

namespace deltascope {

class Banner;
class Workspace;

/// Says in the banner how a file of the user's was understood, once for each reading that says something new.
class TableNotice : public QObject {
public:
    TableNotice(Workspace& workspace, Banner& banner, QObject* parent);

private:
    void follow();

    Workspace& m_workspace;
    Banner& m_banner;
    Message m_said;
};

} // namespace deltascope
