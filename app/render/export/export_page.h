// SPDX-License-Identifier: GPL-3.0-or-later
// One page, drawn alike for every format: laid out once in CSS pixels (1/96 inch), so that 8 pt are 8 pt everywhere.
#pragma once

#include "render/export/export.h"

#include <QSize>

class QPaintDevice;

namespace deltascope::exports {

inline constexpr double kCssDpi = 96;

/// Millimetres in CSS pixels.
QSize pageSize(const ExportOptions& options);

/// The theme asked for, else light.
render::Theme exportTheme(const ExportOptions& options);

/// Draws the figure, its notes under it; `pixelRatio` is device units a CSS pixel. A vector device gets no bitmaps.
/// False where the device refuses to be painted on.
bool drawPage(QPaintDevice& device, const figures::Figure& figure, const model::Document& document,
    const ExportOptions& options, QSizeF pixelRatio, bool vector);

/// What the exported file calls itself: the title, and the caption.
QString exportTitle(const figures::Figure& figure);
QString exportDescription(const figures::Figure& figure);

} // namespace deltascope::exports
