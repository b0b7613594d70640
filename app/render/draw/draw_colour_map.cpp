// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/canvas.h"
#include "render/draw/colour_bar.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace deltascope::draw {

namespace {

/// Where the cells lie in pixels, and what colour they have.
class Cells {
public:
    Cells(const Canvas& canvas, const figures::ColourMap& map)
        : m_map(map)
        , m_theme(canvas.theme)
        , m_colours(map.diverging ? canvas.theme.diverging : canvas.theme.sequential)
        , m_paper(canvas.theme.background)
        , m_hatch(render::mixed(canvas.theme.subdued, canvas.theme.background, 0.6))
        , m_area(QPointF(canvas.map.x(map.xLower), canvas.map.y(map.yUpper)),
              QPointF(canvas.map.x(map.xUpper), canvas.map.y(map.yLower)))
    {
    }

    const QRectF& area() const { return m_area; }
    double left(int column) const { return m_area.left() + column * m_area.width() / m_map.columns; }
    double bottom(int row) const { return m_area.bottom() - row * m_area.height() / m_map.rows; }
    int column(double x) const { return index((x - m_area.left()) / m_area.width(), m_map.columns); }
    int row(double y) const { return index((m_area.bottom() - y) / m_area.height(), m_map.rows); }

    /// No value there: drawn as paper with lines.
    bool marked(int column, int row) const { return figures::isHatched(m_map, row * m_map.columns + column); }
    bool anyMarked() const { return !m_map.marks.empty(); }
    const QColor& hatch() const { return m_hatch; }

    QColor colour(int column, int row) const
    {
        if (marked(column, row))
            return m_paper;
        const auto cell =
            static_cast<std::size_t>(row) * static_cast<std::size_t>(m_map.columns) + static_cast<std::size_t>(column);
        if (!m_map.classes.empty())
            return classColour(
                m_theme, m_map.classes[cell], (m_map.values[cell] - m_map.lower) / (m_map.upper - m_map.lower));
        return mapColour(m_colours, m_map.values[cell], m_map.lower, m_map.upper);
    }

private:
    static int index(double share, int count)
    {
        return std::clamp(static_cast<int>(std::floor(share * count)), 0, count - 1);
    }

    const figures::ColourMap& m_map;
    const render::Theme& m_theme;
    const std::vector<QColor>& m_colours;
    QColor m_paper, m_hatch;
    QRectF m_area;
};

constexpr double kHatch = 5; // from line to line, in CSS pixels

/// Slanted lines over the cells without a value.
void hatch(QImage& image, const Cells& cells, const std::vector<int>& columns, const QRectF& visible, double scale)
{
    if (!cells.anyMarked())
        return;
    const int step = std::max(3, static_cast<int>(std::lround(kHatch * scale)));
    const int thick = std::max(1, static_cast<int>(std::lround(scale)));
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const int row = cells.row(visible.top() + (y + 0.5) * visible.height() / image.height());
        for (int x = 0; x < image.width(); ++x)
            if ((x + y) % step < thick && cells.marked(columns[static_cast<std::size_t>(x)], row))
                line[x] = cells.hatch().rgb();
    }
}

/// Each pixel takes the colour of the cell that it lies in: sharp at any zoom, and no more work than the pixels ask
/// for.
QImage imageOf(const Cells& cells, const QRectF& visible, double scale)
{
    const int width = std::max(1, static_cast<int>(std::lround(visible.width() * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(visible.height() * scale)));
    QImage image(width, height, QImage::Format_RGB32);
    std::vector<int> columns(static_cast<std::size_t>(width));
    for (int x = 0; x < width; ++x)
        columns[static_cast<std::size_t>(x)] = cells.column(visible.left() + (x + 0.5) * visible.width() / width);
    int above = -1;
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const int row = cells.row(visible.top() + (y + 0.5) * visible.height() / height);
        if (row == above) {
            std::copy_n(reinterpret_cast<const QRgb*>(image.constScanLine(y - 1)), width, line);
            continue;
        }
        above = row;
        for (int x = 0, column = -1; x < width; ++x) {
            const int next = columns[static_cast<std::size_t>(x)];
            line[x] = next == column ? line[x - 1] : cells.colour(next, row).rgb();
            column = next;
        }
    }
    hatch(image, cells, columns, visible, scale);
    return image;
}

/// Rectangles that no viewer can blur, neighbours of one colour in one. Each reaches a little under the next, which is
/// drawn after it: edges that only touch show as hairlines.
void drawRectangles(QPainter& painter, const Cells& cells, const QRectF& visible)
{
    constexpr double kUnder = 0.4;
    const int first = cells.column(visible.left()), last = cells.column(visible.right());
    for (int row = cells.row(visible.bottom()); row <= cells.row(visible.top()); ++row) {
        for (int column = first; column <= last;) {
            const QColor colour = cells.colour(column, row);
            const int start = column;
            while (column <= last && cells.colour(column, row) == colour)
                ++column;
            const QRectF rect(QPointF(cells.left(start), cells.bottom(row + 1) - kUnder),
                QPointF(cells.left(column) + kUnder, cells.bottom(row)));
            painter.fillRect(rect.intersected(visible), colour);
        }
    }
}

} // namespace

void drawElement(Canvas& canvas, const figures::ColourMap& map)
{
    const Cells cells(canvas, map);
    const QRectF visible = cells.area().intersected(canvas.map.rect);
    if (visible.isEmpty() || map.columns < 1 || map.rows < 1)
        return;
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
    canvas.painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    constexpr int kMostRectangles = 10'000; // more are one picture: no file should be ten times as large for them
    constexpr double kPrinted = 4; // its pixels in one CSS pixel
    if (canvas.painter.paintEngine()->type() == QPaintEngine::Raster)
        canvas.painter.drawImage(visible, imageOf(cells, visible, canvas.painter.deviceTransform().m11()));
    else if (map.columns * map.rows > kMostRectangles || cells.anyMarked())
        canvas.painter.drawImage(visible, imageOf(cells, visible, kPrinted));
    else
        drawRectangles(canvas.painter, cells, visible);
}

} // namespace deltascope::draw
