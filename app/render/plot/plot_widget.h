// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "model/view_state.h"
#include "render/theme.h"

#include <QPointF>
#include <QWidget>

#include <memory>
#include <optional>

namespace deltascope::plot {

/// The least between two builds, or two drawings, of a figure. Shorter than a display's frame (16.7): one that was late
/// must not make the next late too.
inline constexpr qint64 kFrameMilliseconds = 10;

/// A live figure on screen: draws a Figure, keeps its plottables from one to the next, reads values under the pointer,
/// zooms and pans. Many changes in one frame are drawn once. QCustomPlot stays behind this header.
class PlotWidget : public QWidget {
    Q_OBJECT
public:
    explicit PlotWidget(QWidget* parent = nullptr);
    ~PlotWidget() override;

    /// Draws this figure; ranges from `view` where the user zoomed, else the ranges that fit. `selectedLayer`: where
    /// the arrow keys begin to read (0: none is selected). Returns at once.
    void show(const figures::Figure& figure, const model::ViewState& view, int selectedLayer = 0);
    /// Draws this figure faintly behind, as it was when a drag began; nothing: no longer. It is in no export and cannot
    /// be read.
    void setStart(std::optional<figures::Figure> start);
    bool hasStart() const;
    /// What the hand has, and its value, beside the pointer while it drags; gone with the drag.
    void setHandText(const QString& text);
    void setTheme(const render::Theme& theme);
    /// Whether the value under the pointer stands beside it: as long as nobody else shows it, who hears `readout`.
    void setReadoutBeside(bool beside);
    bool readoutBeside() const;
    /// Of the row above the panels: what others have of it, in pixels, with the name of the figure.
    void setTaken(double left, double right, double height, const QString& name);
    /// Marks this layer in the plot (0: none); called for every plot when the pointer reads a value in one of them.
    void setHoveredLayer(int layer);
    /// Greys the figure and writes the reason over it; no value can be read off it then. An empty text takes it away.
    void setVeil(const QString& reason);
    const QString& veil() const;
    const figures::Figure& figure() const;

    /// Draws queued changes now (tests, screenshots).
    void flush();
    QPointF pixelAt(int panel, QPointF place) const; ///< for tests: where that is drawn
    model::ViewRange drawnRange(int panel) const; ///< for tests: the limits that are drawn
    QRectF panelRect(int panel) const; ///< for tests: its inside
    QStringList namedCurves(int panel) const; ///< for tests: those whose name stands beside them
    QRectF nameRect(int panel, const QString& name) const; ///< for tests: of one of these
    int paintCount() const; ///< for tests: how many times the plot was really repainted
    bool isUpToDate() const; ///< nothing queued

signals:
    void layerHovered(int layer); ///< 0: none
    void layerClicked(int layer);
    void placeClicked(double x, double y); ///< in the panel under the pointer, in its axes' coordinates
    /// A press, with what is dragged until its release, in a panel whose axes move parameters (figures::Moved): where,
    /// in its coordinates, and how far one pixel is there. Enter says the place that is read.
    void moveBegan(int panel);
    void movedTo(int panel, QPointF place, QPointF pixel);
    /// The same of what can be taken hold of by itself (figures::Grip), from where the press becomes a drag: where the
    /// hand is in the panel's coordinates, how far one pixel is there, and how far up of the press it is in pixels.
    void gripBegan(const deltascope::figures::Grip& grip);
    void grippedTo(int panel, QPointF place, QPointF pixel, double up);
    void moveEnded();
    void readout(const QString& text); ///< value under the pointer, snapped to the nearest point; empty: none
    void rangeChosen(const deltascope::model::ViewRange& range); ///< zoomed or panned by hand
    /// The same where the axes move parameters: nothing is zoomed here, what is drawn of that range is another figure.
    void rangeAsked(const deltascope::model::ViewRange& range);
    void fitRequested(); ///< double click
    void enlargeRequested(); ///< double click above the panels
    void contextMenuWanted(const QPoint& globalPosition);

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace deltascope::plot
