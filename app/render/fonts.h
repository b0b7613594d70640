// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFont>

#include <optional>

namespace deltascope::render {

/// Registers the fonts that are compiled in, once; figures then look alike on machines with other fonts or none. Needs
/// a QGuiApplication. An Error where the system refuses them.
std::optional<Error> registerFonts();

/// The family of every figure: DejaVu Sans, which has all signs of the field (σ ′ ∂ ∇ ⁻ ¹ ᵀ ‖ ≤ ∞).
QString figureFontFamily();
/// That family, or another one with this behind it, `points` high, without hinting: the same advances at every
/// resolution. Without ligatures: a search for “float32” finds it in a page.
QFont figureFont(double points, const QString& family = {});
/// True of a family that can be drawn with.
bool hasFont(const QString& family);

} // namespace deltascope::render
