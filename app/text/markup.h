// SPDX-License-Identifier: GPL-3.0-or-later
// What others wrote is shown, never obeyed: Qt takes a text with <…> in it for markup where nobody says otherwise, and
// opens the files that such markup names.
#pragma once

#include <QString>

namespace deltascope::text {

/// For tooltips, which have no plain format: the text as it stands, wrapped where it is long.
QString asTip(const QString& text);

/// A parameter's symbol where a text has no mark-up: "σ_w" is written "σw".
QString plainSymbol(const char* symbol);

} // namespace deltascope::text
