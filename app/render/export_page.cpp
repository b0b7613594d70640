// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export_page.h"

#include "render/figure_renderer.h"
#include "render/fonts.h"
#include "render/language.h"

#include <qcustomplot.h>

namespace deltascope {

QSize pageSize(const ExportOptions& options)
{
    return (options.millimetres / 25.4 * kCssDpi).toSize();
}

Theme exportTheme(const ExportOptions& options)
{
    return options.theme.id.isEmpty() ? theme(QStringLiteral("light")) : options.theme;
}

bool drawPage(QPaintDevice& device, const Figure& figure, const Document& document, const ExportOptions& options,
    QSizeF pixelRatio, bool vector)
{
    const QSize page = pageSize(options);
    Theme theme = exportTheme(options);
    theme.scale = options.fontPoints / theme.fontPoints; // pens and marks grow with the type

    QCustomPlot plot;
    plot.setViewport(QRect(QPoint(), page));
    FigureRenderer renderer(plot);
    renderer.draw(figure, document.view, theme, {.title = options.title, .notes = true, .fast = false});

    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    // Cosmetic pens would be hairlines at 300 dpi, and caches would put bitmaps of the tick labels into drawings.
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setFont(figureFont(options.fontPoints)); // an SVG names the font of every group, with text or without
    painter.scale(pixelRatio.width(), pixelRatio.height());
    plot.toPainter(&painter, page.width(), page.height());
    return painter.end();
}

QString exportTitle(const Figure& figure)
{
    return toText(figure.title);
}

QString exportDescription(const Figure& figure)
{
    return toText(figure.caption);
}

} // namespace deltascope
