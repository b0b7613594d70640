// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace deltascope::files {
class SideThread;
}

namespace deltascope::dialogs {

/// Versions and platform, then the last messages of the log: what a bug report needs. No paths, no names.
QString diagnosticInformation();
QString citation(); ///< a BibTeX entry

void showAbout(QWidget& window);
void showCitation(QWidget& window);
/// What `deltascope-cli check` prints, computed now on that thread; closing the window ends it.
void showCheck(QWidget& window, files::SideThread& thread);
/// `shortcuts`: of the menus, each the keys, a tab and what they do.
void showShortcuts(QWidget& window, const QStringList& shortcuts);

} // namespace deltascope::dialogs
