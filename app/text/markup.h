// SPDX-License-Identifier: GPL-3.0-or-later
// What others wrote is shown, never obeyed: Qt takes a text with <…> in it for markup where nobody says otherwise, and
// opens the files that such markup names.
#pragma once

#include <QString>

namespace deltascope::text {

/// For tooltips, which have no plain format: the text as it stands, wrapped where it is long.
QString asTip(const QString& text);

/// A sentence whose formulas stay whole where its lines are broken: ‖…‖ and |…| with no-break spaces, nothing broken
/// behind a sign of relation, and word joiners (U+2060) beside the signs at which Qt would break.
QString unbroken(QString text);
/// The same as it was before, for what is drawn line by line.
QString withoutJoiners(QString text);

/// A parameter's symbol where a text has no mark-up: "σ_w" is written "σw".
QString plainSymbol(const char* symbol);

} // namespace deltascope::text
