// SPDX-License-Identifier: GPL-3.0-or-later
// One page of one or several figures, drawn alike for every format: laid out once in CSS pixels (1/96 inch), so that 8
// pt are 8 pt everywhere.
#pragma once

#include "render/export/export.h"

#include <QColor>
#include <QFont>
#include <QPoint>
#include <QSize>

#include <memory>
#include <span>
#include <vector>

class QCPPainter;
class QPaintDevice;

namespace deltascope::exports {

inline constexpr double kCssDpi = 96;

/// Millimetres in CSS pixels.
QSize pageSize(const ExportOptions& options);

/// The theme asked for, else light.
render::Theme exportTheme(const ExportOptions& options);

/// The figures laid out, the notes of each under it. Made and destroyed on the thread of windows, for the parts of a
/// plot are widgets; drawn on any, by one at a time.
class ExportPage {
public:
    /// Precondition: checkOptions has nothing against them.
    ExportPage(std::span<const figures::Figure> figures, const model::Document& document, const ExportOptions& options);
    ~ExportPage();

    QColor background() const { return m_background; } ///< not seen where the page is transparent
    bool transparent() const { return m_transparent; }
    /// `pixelRatio` is device units a CSS pixel. A vector device gets no bitmaps. False where the device refuses to be
    /// painted on.
    bool draw(QPaintDevice& device, QSizeF pixelRatio, bool vector) const;
    /// The same on a page that holds more: from the painter's origin on, in its units, as vectors.
    void drawWith(QCPPainter& painter) const;

private:
    struct Layout;
    void drawLayouts(QCPPainter& painter) const;
    double m_scale; ///< CSS pixels a unit that the page is laid out in
    QSize m_size; ///< in those
    QFont m_font;
    QColor m_background;
    bool m_transparent;
    std::vector<std::unique_ptr<Layout>> m_layouts; ///< of the figures
};

/// What the exported file calls itself: the titles, and the captions.
QString exportTitle(std::span<const figures::Figure> figures);
QString exportDescription(std::span<const figures::Figure> figures);

} // namespace deltascope::exports
