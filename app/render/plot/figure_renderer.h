// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "model/view_state.h"
#include "render/draw/pixel_map.h"
#include "render/theme.h"

#include <QString>
#include <QStringList>

#include <memory>

class QCustomPlot;

namespace deltascope::plot {

/// Of the first row above the panels, in pixels: what stands there beside the plot's own.
struct TakenRow {
    double left = 0, right = 0; ///< widths at its ends
    double height = 0;
    QString name = {}; ///< what the figure is called there: a title that says the same is left out
    bool operator==(const TakenRow&) const = default;
};

struct DrawOptions {
    bool title = false; ///< the figure's title above it
    bool notes = true; ///< what could not be drawn, under it
    bool titleOnAxis = false; ///< the vertical axis has its title beside it, where that is long enough, else above
    QString fontFamily = {}; ///< of all text; empty: the program's own
    QString letter = {}; ///< of the figure, "(a)", before its title
    QStringList panelLetters = {}; ///< of its panels, before theirs; none, or one for each
    bool fast = false; ///< for a screen: plain joins of thick lines, whole pixels for bars
    bool nameCurves = false; ///< beside them, as far as there is room; the legend keeps the others
    bool abreast = false; ///< panels stand side by side where the figure is low and wide
    TakenRow taken = {};
    const figures::Figure* start = nullptr; ///< drawn faintly behind; it must live until the drawing is done
};

/// Draws a Figure with QCustomPlot: the only drawing code, used by the widget on screen and by every export. Needs no
/// window. Keeps its axes and layout from one figure to the next where the structure is the same.
class FigureRenderer {
public:
    explicit FigureRenderer(QCustomPlot& plot); ///< `plot` must outlive this
    ~FigureRenderer();

    /// Sets everything up for the plot's present viewport (QCustomPlot::setViewport, any size), with ranges from `view`
    /// where one was chosen by hand. QCustomPlot::toPainter with the same size or replot then shows it.
    void draw(const figures::Figure& figure, const model::ViewState& view, const render::Theme& theme,
        const DrawOptions& options = {});

    const figures::Figure& figure() const;
    int panelCount() const;
    /// The panel's inside in pixels; empty where it has no room.
    QRectF panelRect(int panel) const;
    /// The panel whose inside holds this point, or −1.
    int panelAt(QPointF pixel) const;
    model::ViewRange range(int panel) const; ///< the limits drawn
    /// From data to the pixels of a screen.
    draw::PixelMap map(int panel) const;

    /// Hides or shows the curve whose legend entry is at this point; false where there is none.
    bool toggleLegendEntry(QPointF pixel);
    bool legendEntryAt(QPointF pixel) const;
    bool hidden(int panel, int element) const;
    QStringList namedCurves(int panel) const; ///< whose name stands beside them
    QRectF nameRect(int panel, const QString& name) const; ///< of one of these

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace deltascope::plot
