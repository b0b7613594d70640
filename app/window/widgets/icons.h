// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace deltascope::widgets {

/// The icon of this name in resources/icons, drawn in the palette's text colour so that it is seen on light and on
/// dark.
QIcon icon(const QString& name, const QPalette& palette);

} // namespace deltascope::widgets
