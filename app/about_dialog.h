// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace deltascope {

/// Versions and platform, then the last messages of the log: what a bug report needs. No paths, no names.
QString diagnosticInformation();
QString citation(); ///< a BibTeX entry

void showAbout(QWidget& window);
void showCitation(QWidget& window);

} // namespace deltascope
