// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/export_page.h"

#include "render/fonts.h"
#include "render/plot/figure_renderer.h"
#include "text/language.h"

#include <QCoreApplication>

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

struct ExportPage::Layout {
    QCustomPlot plot;
    plot::FigureRenderer renderer{plot};
};

ExportPage::ExportPage(const figures::Figure& figure, const model::Document& document, const ExportOptions& options)
    : m_size(pageSize(options))
    , m_font(render::figureFont(options.fontPoints))
    , m_layout(std::make_unique<Layout>())
{
    render::Theme theme = exportTheme(options);
    theme.scale = options.fontPoints / theme.fontPoints; // pens and marks grow with the type
    m_background = theme.background;
    m_layout->plot.setViewport(QRect(QPoint(), m_size));
    m_layout->renderer.draw(figure, document.view, theme, {.title = options.title, .notes = true, .fast = false});
    // From here on it may be another thread's: it is not drawn on a screen, nor spoken to when the language changes.
    QCoreApplication::removePostedEvents(&m_layout->plot);
    m_layout->plot.setAttribute(Qt::WA_DontShowOnScreen);
}

ExportPage::~ExportPage() = default;

bool ExportPage::draw(QPaintDevice& device, QSizeF pixelRatio, bool vector) const
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    // Cosmetic pens would be hairlines at 300 dpi, and caches would put bitmaps of the tick labels into drawings.
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setFont(m_font); // an SVG names the font of every group, with text or without
    painter.scale(pixelRatio.width(), pixelRatio.height());
    m_layout->plot.toPainter(&painter, m_size.width(), m_size.height());
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
