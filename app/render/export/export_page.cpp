// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/export_page.h"

#include "render/fonts.h"
#include "render/plot/figure_renderer.h"
#include "text/language.h"

#include <qcustomplot.h>

namespace deltascope::exports {

QSize pageSize(const ExportOptions& options)
{
    return (options.millimetres / 25.4 * kCssDpi).toSize();
}

render::Theme exportTheme(const ExportOptions& options)
{
    return options.theme.id.isEmpty() ? render::theme(QStringLiteral("light")) : options.theme;
}

bool drawPage(QPaintDevice& device, const figures::Figure& figure, const model::Document& document,
    const ExportOptions& options, QSizeF pixelRatio, bool vector)
{
    const QSize page = pageSize(options);
    render::Theme theme = exportTheme(options);
    theme.scale = options.fontPoints / theme.fontPoints; // pens and marks grow with the type

    QCustomPlot plot;
    plot.setViewport(QRect(QPoint(), page));
    plot::FigureRenderer renderer(plot);
    renderer.draw(figure, document.view, theme, {.title = options.title, .notes = true, .fast = false});

    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    // Cosmetic pens would be hairlines at 300 dpi, and caches would put bitmaps of the tick labels into drawings.
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setFont(
        render::figureFont(options.fontPoints)); // an SVG names the font of every group, with text or without
    painter.scale(pixelRatio.width(), pixelRatio.height());
    plot.toPainter(&painter, page.width(), page.height());
    return painter.end();
}

QString exportTitle(const figures::Figure& figure)
{
    return text::toText(figure.title);
}

QString exportDescription(const figures::Figure& figure)
{
    return text::toText(figure.caption);
}

} // namespace deltascope::exports
