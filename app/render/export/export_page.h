// SPDX-License-Identifier: GPL-3.0-or-later
// One page, drawn alike for every format: laid out once in CSS pixels (1/96 inch), so that 8 pt are 8 pt everywhere.
#pragma once

#include "render/export/export.h"

#include <QColor>
#include <QFont>
#include <QSize>

#include <memory>

class QPaintDevice;

namespace deltascope::exports {

inline constexpr double kCssDpi = 96;

/// Millimetres in CSS pixels.
QSize pageSize(const ExportOptions& options);

/// The theme asked for, else light.
render::Theme exportTheme(const ExportOptions& options);

/// The figure laid out, its notes under it. Made and destroyed on the thread of windows, for the parts of a plot are
/// widgets; drawn on any, by one at a time.
class ExportPage {
public:
    ExportPage(const figures::Figure& figure, const model::Document& document, const ExportOptions& options);
    ~ExportPage();

    QColor background() const { return m_background; }
    /// `pixelRatio` is device units a CSS pixel. A vector device gets no bitmaps. False where the device refuses to be
    /// painted on.
    bool draw(QPaintDevice& device, QSizeF pixelRatio, bool vector) const;

private:
    struct Layout;
    QSize m_size;
    QFont m_font;
    QColor m_background;
    std::unique_ptr<Layout> m_layout;
};

/// What the exported file calls itself: the title, and the caption.
QString exportTitle(const figures::Figure& figure);
QString exportDescription(const figures::Figure& figure);

} // namespace deltascope::exports
