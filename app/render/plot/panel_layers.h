// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of a panel as QCustomPlot knows them. Included only by the renderer.
#pragma once

#include "render/draw/canvas.h"
#include "render/draw/colour_bar.h"
#include "render/draw/decade_ticker.h"
#include "render/plot/panel_header.h"

#include <qcustomplot.h>

#include <set>

namespace deltascope::plot {

/// What the layers of one panel draw from. Set before each drawing; lives as long as the layers.
struct PanelContent {
    const figures::Panel* panel = nullptr;
    const render::Theme* theme = nullptr;
    const figures::Panel* start = nullptr; ///< of the same figure when a drag began: drawn faintly behind
    const render::Theme* startTheme = nullptr;
    QFont font;
    bool fast = false;
    std::set<QString> hidden; ///< names in the legend
    bool namesBeside = false; ///< guides are named in the right margin
    bool colourBar = false; ///< and beside them stands what the colours mean
    std::vector<CurveName> names; ///< of curves, beside them; the legend has the others
    double right = 0; ///< pixels: as far as the panel may draw beside its axes
    draw::PixelMap map; ///< ranges; the rectangle is that of the axes at the time of drawing

    bool isHidden(std::size_t element) const;
};

/// Shaded areas and maps, under the grid; or everything else, over it.
class ElementsLayer : public QCPLayerable {
    Q_OBJECT
public:
    ElementsLayer(QCPAxisRect& rect, PanelContent& content, bool areas);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    bool isStarted(const figures::Element& element) const; ///< of the start, and not hidden now
    void drawStart(const draw::Canvas& canvas) const;
    void drawStartOfBars(const draw::Canvas& canvas) const;
    void drawElements(draw::Canvas& canvas) const;
    void drawBarOf(const draw::ColourScale& scale, draw::Canvas& canvas) const;
    QRectF margin() const; ///< right of the axes, where the names of guides stand beside bars

    QCPAxisRect& m_rect;
    PanelContent& m_content;
    bool m_areas;
};

/// The row of titles and legend as an element of the layout.
class HeaderElement : public QCPLayoutElement {
    Q_OBJECT
public:
    HeaderElement(QCustomPlot& plot, PanelContent& content, QCPAxisRect& axes);
    PanelHeader header;
    QString xTitle; ///< of the horizontal axis, at the end of the row of its tick labels; empty: it stands below
    double xTitleAt = -1; ///< pixels: it stands there instead, left of them
    QPointF origin() const; ///< top left corner of the header's content

protected:
    void draw(QCPPainter* painter) override;

private:
    PanelContent& m_content;
    QCPAxisRect& m_axes;
};

constexpr int kAroundParagraph = 6; // pixels above and below its lines

/// A paragraph over the whole width: the title, the notes.
class ParagraphElement : public QCPLayoutElement {
    Q_OBJECT
public:
    explicit ParagraphElement(QCustomPlot& plot);
    /// Takes as many lines as the width asks for, up to `mostLines`.
    void setText(const QString& text, const QFont& font, const QColor& colour, int width, int mostLines);
    /// As many of them, whole, as fit into `wanted` lines, or one into `most`, and how many more there are.
    struct Lines {
        int wanted, most;
    };
    void setSentences(const QStringList& sentences, const QFont& font, const QColor& colour, int width, Lines lines);

protected:
    void draw(QCPPainter* painter) override;

private:
    QStringList m_lines;
    QFont m_font;
    QColor m_colour;
};

/// Margins in steps, so that the axes do not tremble while the numbers beside them change.
class SteadyAxisRect : public QCPAxisRect {
    Q_OBJECT
public:
    explicit SteadyAxisRect(QCustomPlot& plot);
    void setTight(bool tight) { m_tight = tight; }

protected:
    int calculateAutoMargin(QCP::MarginSide side) override;

private:
    bool m_tight = false; // in smaller steps
};

/// Ticks that were computed before the layout, when the length of the axis was known.
class GivenTicks : public QCPAxisTicker {
public:
    draw::Ticks ticks;
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
        QVector<double>& positions, QVector<double>* subTicks, QVector<QString>* labels) override;
};

} // namespace deltascope::plot
