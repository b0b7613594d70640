// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/plot/figure_renderer.h"
#include "render/plot/plot_readout.h"
#include "render/plot/plot_widget.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>

#include <qcustomplot.h>

#include <optional>

namespace deltascope::plot {

/// State of the widget. The figure is drawn into a picture; what moves with the pointer is painted over it.
class PlotWidget::Private {
public:
    enum class Gesture { none, press, pan, box, menu, move, grip };

    explicit Private(PlotWidget& owner);

    void schedule(); ///< draws again within a display frame, once however often it is asked
    void draw(); ///< figure to picture, now
    void read(QPointF pixel);
    void readAt(const std::optional<PlotPoint>& point);
    void announce(); ///< readout and layer to whoever listens, where they changed
    void choose(const model::ViewRange& range);
    void fit();
    void zoom(QPointF pixel, double xFactor, double yFactor);
    void updateCursor(QPointF pixel);
    bool moves(int panel) const; ///< its axes move parameters
    bool asks(int panel) const; ///< another range of it is asked for, for this one was computed
    void beginMove(int panel);
    void moveTo(QPointF pixel);
    void endMove(); ///< of either
    void gripTo(QPointF pixel);
    bool moveToReading(); ///< what the keys have read
    bool clickReading(); ///< a click on the cell that they have read, where cells are read
    void finishBox();
    void finishClick(QPointF pixel);
    bool moveReadout(int key);
    bool zoomByKey(int key);

    PlotWidget& widget;
    QCustomPlot plot; // never shown: lays out and draws into the picture
    FigureRenderer renderer{plot};
    QImage picture;
    figures::Figure figure;
    std::optional<figures::Figure> start; ///< of a drag
    model::ViewState view;
    int selectedLayer = 0;
    QString language; // of the texts that are shown
    render::Theme theme;
    TakenRow taken; ///< of the row above the panels
    bool dirty = true;
    QTimer frame;
    QElapsedTimer sinceDrawn;
    int drawnCount = 0;

    QString veil; ///< why the figure is grey; empty: it is not
    int hoveredLayer = 0; ///< marked here because some plot reads it
    std::optional<PlotPoint> point; ///< read at present
    std::optional<QPointF> pointer; ///< of the mouse, while it is inside
    int announcedLayer = 0;
    QString announcedText;

    Gesture gesture = Gesture::none;
    QPointF pressed, dragged;
    int pressedPanel = -1;
    model::ViewRange pressedRange;
    std::optional<figures::Grip> pressedGrip;
    QString handText;
    bool readoutBeside = true;
    double turned = 0; ///< of the wheel over axes that move parameters, in notches that were not heeded yet
};

} // namespace deltascope::plot
