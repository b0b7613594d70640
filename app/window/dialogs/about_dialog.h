// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace deltascope::dialogs {

/// Versions and platform, then the last messages of the log: what a bug report needs. No paths, no names.
QString diagnosticInformation();
QString citation(); ///< a BibTeX entry

void showAbout(QWidget& window);
void showCitation(QWidget& window);
void showCheck(QWidget& window); ///< what `deltascope-cli check` prints, computed now
/// `shortcuts`: of the menus, each the keys, a tab and what they do.
void showShortcuts(QWidget& window, const QStringList& shortcuts);

} // namespace deltascope::dialogs
