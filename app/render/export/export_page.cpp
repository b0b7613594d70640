// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/export_page.h"

#include "render/fonts.h"
#include "render/plot/figure_renderer.h"
#include "text/language.h"

#include <QCoreApplication>

#include <qcustomplot.h>

#include <cmath>

namespace deltascope::exports {

QSize pageSize(const ExportOptions& options)
{
    return (options.millimetres / 25.4 * kCssDpi).toSize();
}

render::Theme exportTheme(const ExportOptions& options)
{
    return options.theme.id.isEmpty() ? render::theme(QStringLiteral("light")) : options.theme;
}

namespace {

/// Qt takes type in whole pixels: a page is laid out in the nearest of those and drawn in what was asked for.
double wholePixels(double points)
{
    return std::round(points / 72 * kCssDpi) * 72 / kCssDpi;
}

/// "(a)" … "(z)", "(aa)" …
QString letterOf(std::size_t index)
{
    QString letters;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'a' + static_cast<char16_t>((rest - 1) % 26)));
    return u'(' + letters + u')';
}

QString joinedWords(std::span<const figures::Figure> figures, const Message figures::Figure::*words, QLatin1String with)
{
    QStringList all;
    for (const figures::Figure& figure : figures)
        if (const QString text = text::toText(figure.*words); !text.isEmpty())
            all << text;
    return all.join(with);
}

} // namespace

struct ExportPage::Layout {
    QCustomPlot plot;
    plot::FigureRenderer renderer{plot};
    QRect place = {};
};

ExportPage::ExportPage(
    std::span<const figures::Figure> figures, const model::Document& document, const ExportOptions& options)
    : m_scale(options.fontPoints / wholePixels(options.fontPoints))
    , m_size((QSizeF(pageSize(options)) / m_scale).toSize())
    , m_font(render::figureFont(wholePixels(options.fontPoints), options.fontFamily))
    , m_transparent(options.transparent)
{
    render::Theme theme = exportTheme(options);
    theme.scale = wholePixels(options.fontPoints) / theme.fontPoints; // pens and marks grow with the type
    m_background = theme.background;
    const QSize grid = layoutOf(options, figures.size());
    const auto edge = [](int whole, std::size_t part, int parts) { // of neighbours the same
        return static_cast<int>(static_cast<std::int64_t>(whole) * static_cast<std::int64_t>(part) / parts);
    };
    const Letters letters = options.letters != Letters::automatic ? options.letters
        : figures.size() > 1                                      ? Letters::figures
                                                                  : Letters::none;
    std::size_t lettered = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const std::size_t column = i % static_cast<std::size_t>(grid.width()),
                          row = i / static_cast<std::size_t>(grid.width());
        plot::DrawOptions drawn{
            .title = options.title, .notes = options.notes, .titleOnAxis = true, .fontFamily = options.fontFamily};
        if (letters == Letters::figures)
            drawn.letter = letterOf(lettered++);
        for (std::size_t panel = 0; letters == Letters::panels && panel < figures[i].panels.size(); ++panel)
            drawn.panelLetters << letterOf(lettered++);
        auto layout = std::make_unique<Layout>();
        layout->place =
            QRect(QPoint(edge(m_size.width(), column, grid.width()), edge(m_size.height(), row, grid.height())),
                QPoint(edge(m_size.width(), column + 1, grid.width()) - 1,
                    edge(m_size.height(), row + 1, grid.height()) - 1));
        layout->plot.setViewport(QRect(QPoint(), layout->place.size()));
        layout->renderer.draw(figures[i], document.view, theme, drawn);
        layout->plot.setBackground(QBrush(Qt::NoBrush)); // the page has one for all
        // From here on it may be another thread's: it is not drawn on a screen, nor spoken to when the language
        // changes.
        QCoreApplication::removePostedEvents(&layout->plot);
        layout->plot.setAttribute(Qt::WA_DontShowOnScreen);
        m_layouts.push_back(std::move(layout));
    }
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
    painter.scale(pixelRatio.width() * m_scale, pixelRatio.height() * m_scale);
    constexpr int kOver = 2; // a page in millimetres ends between two pixels
    if (!m_transparent)
        painter.fillRect(QRect(QPoint(), m_size).adjusted(-kOver, -kOver, kOver, kOver), m_background);
    drawLayouts(painter);
    return painter.end();
}

void ExportPage::drawWith(QCPPainter& painter) const
{
    painter.save();
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
    painter.setFont(m_font);
    painter.scale(m_scale, m_scale);
    drawLayouts(painter);
    painter.restore();
}

void ExportPage::drawLayouts(QCPPainter& painter) const
{
    for (const std::unique_ptr<Layout>& layout : m_layouts) {
        painter.save();
        painter.translate(layout->place.topLeft());
        layout->plot.toPainter(&painter, layout->place.width(), layout->place.height());
        painter.restore();
    }
}

QString exportTitle(std::span<const figures::Figure> figures)
{
    return joinedWords(figures, &figures::Figure::title, QLatin1String("; "));
}

QString exportDescription(std::span<const figures::Figure> figures)
{
    return joinedWords(figures, &figures::Figure::caption, QLatin1String(" "));
}

} // namespace deltascope::exports
