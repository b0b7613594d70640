# SPDX-License-Identifier: GPL-3.0-or-later
"""The row frame: four figures of 960x540 from data to pixels, as in frame_benchmark: a line of 500 points, 50 bars, ten
lines of 500 points, a drawing of 13 nodes and 12 edges with their labels. What does not change is kept from one frame to
the next, the axes stay. One frame's milliseconds of the processor.

    python3 frame.py matplotlib|pyqtgraph|pyqtgraph_jagged [PEN [SCALE]]       pen in pixels, twice as many pixels at scale 2

matplotlib draws with Agg; pyqtgraph into widgets without a display, smooth (antialias) as the others do, or jagged, its
default.
"""

import os
import statistics
import time

import measure

POINTS, BARS, CURVES, NODES = 500, 50, 10, 13
FRAMES = 30


def print_frames(draw):
    times = []
    for i in range(FRAMES + 3):
        start = time.process_time()
        draw(0.01 * i)
        times.append(1000 * (time.process_time() - start))
    print(f"{statistics.median(times[3:]):.6f}")


def with_matplotlib(pen="1", scale="1"):
    matplotlib = measure.library("matplotlib")
    numpy = measure.library("numpy")
    matplotlib.use("Agg")
    from matplotlib import pyplot

    dpi = 100 * float(scale)
    width = float(pen) * 72 / 100
    x, bar_x = numpy.arange(POINTS), numpy.arange(1, BARS + 1)
    figures = [pyplot.figure(figsize=(9.6, 5.4), dpi=dpi) for _ in range(4)]
    axes = [figure.add_subplot() for figure in figures]
    for each, upper in zip(axes[:3], (POINTS, BARS + 1, POINTS)):
        each.set(xlim=(0, upper), ylim=(-12, 12), xlabel="layer l", ylabel="learning speed")
        each.grid(True)
    for each, title in zip(axes, ("One curve", "Bars", "Ten curves", "Network")):
        each.set_title(title)
    (line,) = axes[0].plot(x, numpy.sin(0.05 * x), lw=width)
    bars = axes[1].bar(bar_x, numpy.sin(0.3 * bar_x), 0.8, lw=0)
    curves = [axes[2].plot(x, numpy.sin(0.05 * x), lw=width)[0] for _ in range(CURVES)]
    axes[3].set(xlim=(0, NODES), ylim=(-1, 1))
    axes[3].set_axis_off()
    places = numpy.arange(NODES) + 0.5
    axes[3].plot(places, 0 * places, "-", lw=width)
    nodes = axes[3].scatter(places, 0 * places, 400, places, zorder=3)
    for i, place in enumerate(places):
        axes[3].text(place, 0, str(i), ha="center", va="center", zorder=4)
    labels = [axes[3].text(place + 0.5, 0.1, "", ha="center") for place in places[:-1]]

    def draw(phase):
        line.set_ydata(10 * numpy.sin(0.05 * x + phase))
        for bar, height in zip(bars, 10 * numpy.sin(0.3 * bar_x + phase)):
            bar.set_height(height)
        for i, curve in enumerate(curves):
            curve.set_ydata((10 - i) * numpy.sin(0.05 * x + phase + i))
        nodes.set_array(-places + numpy.sin(phase))
        for label in labels:
            label.set_text(f"{0.25 * numpy.sin(phase):.5g}")
        for figure in figures:
            figure.canvas.draw()

    print_frames(draw)


def with_pyqtgraph(pen="1", scale="1", antialias=True):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = scale
    pyqtgraph = measure.library("pyqtgraph")
    numpy = measure.library("numpy")
    pyqtgraph.setConfigOptions(antialias=antialias, background="w", foreground="k")
    application = pyqtgraph.mkQApp()
    x, bar_x = numpy.arange(POINTS), numpy.arange(1, BARS + 1)
    widgets = [pyqtgraph.PlotWidget(title=title) for title in ("One curve", "Bars", "Ten curves", "Network")]
    for widget, upper in zip(widgets, (POINTS, BARS + 1, POINTS, NODES)):
        widget.setRange(xRange=(0, upper), yRange=(-12, 12), padding=0)
        widget.disableAutoRange()
        widget.resize(960, 540)
        widget.show()
        if upper != NODES:
            widget.showGrid(True, True)
            widget.setLabels(bottom="layer l", left="learning speed")
    width = float(pen)
    line = widgets[0].plot(pen=pyqtgraph.mkPen("b", width=width))
    bars = pyqtgraph.BarGraphItem(x=bar_x, height=bar_x, width=0.8, brush="b", pen=None)
    widgets[1].addItem(bars)
    curves = [widgets[2].plot(pen=pyqtgraph.mkPen("b", width=width)) for _ in range(CURVES)]
    widgets[3].hideAxis("left")
    widgets[3].hideAxis("bottom")
    places = numpy.arange(NODES) + 0.5
    graph = pyqtgraph.GraphItem()
    widgets[3].addItem(graph)
    positions = numpy.column_stack([places, 0 * places])
    edges = numpy.column_stack([numpy.arange(NODES - 1), numpy.arange(1, NODES)])
    texts = [pyqtgraph.TextItem(str(i), "k", anchor=(0.5, 0.5)) for i in range(NODES)]
    labels = [pyqtgraph.TextItem("", "k", anchor=(0.5, 1)) for _ in range(NODES - 1)]
    for item, place in zip(texts + labels, numpy.append(places, places[:-1] + 0.5)):
        item.setPos(place, 0)
        widgets[3].addItem(item)

    def draw(phase):
        line.setData(x, 10 * numpy.sin(0.05 * x + phase))
        bars.setOpts(height=10 * numpy.sin(0.3 * bar_x + phase))
        for i, curve in enumerate(curves):
            curve.setData(x, (10 - i) * numpy.sin(0.05 * x + phase + i))
        brushes = [pyqtgraph.intColor(int(5 + 4 * numpy.sin(phase)) + i) for i in range(NODES)]
        graph.setData(pos=positions, adj=edges, size=24, symbolBrush=brushes, pen=pyqtgraph.mkPen("b", width=width))
        for label in labels:
            label.setText(f"{0.25 * numpy.sin(phase):.5g}")
        for widget in widgets:
            widget.viewport().repaint()

    application.processEvents()
    print_frames(draw)


measure.main({
    "matplotlib": with_matplotlib,
    "pyqtgraph": with_pyqtgraph,
    "pyqtgraph_jagged": lambda *arguments: with_pyqtgraph(*arguments, antialias=False),
})
