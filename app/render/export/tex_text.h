// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deltascope::exports {

/// A text of a figure as LaTeX writes it: its own signs escaped, those of the field as mathematics ("10⁻⁶⁰²" is
/// 10$^{-602}$, "‖δˡ‖" is $\|\delta^{l}\|$), letters with accents as they are (UTF-8).
QByteArray texText(const QString& text);

/// True of a sign that this has a way to write, also where the font of the paper lacks it.
bool hasTex(char32_t sign);

} // namespace deltascope::exports
