// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deltascope::widgets {

/// Gives every control the colours of this theme; "system" gives the system's palette back.
void applyAppearance(const QString& themeId);

/// The theme's name in the present language; "system" included.
QString themeName(const QString& id);
/// The language's name in itself ("Português (Brasil)"); "system" in the present language.
QString languageName(const QString& code);

} // namespace deltascope::widgets
