# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows start and memory: from BENCH_START_NS (date +%s%N, before the process is made) to the first painted window
of 1920x1080 with four figures of one line. Prints milliseconds and MiB.

    python3 start.py matplotlib|pyqtgraph
"""

import os
import sys
import time

import measure


def finish():
    now = time.time_ns()
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    print(f"{(now - int(os.environ['BENCH_START_NS'])) / 1e6:.1f} {peak / 1024:.1f}")
    sys.stdout.flush()
    os._exit(0)


def with_matplotlib():
    matplotlib = measure.library("matplotlib")
    numpy = measure.library("numpy")
    measure.library("PyQt5")
    matplotlib.use("QtAgg")
    from matplotlib import pyplot

    x = numpy.arange(500)
    figure, axes = pyplot.subplots(2, 2, figsize=(19.2, 10.8), dpi=100)
    for each in axes.flat:
        each.plot(x, numpy.sin(0.05 * x))
    window = figure.canvas.manager.window
    window.resize(1920, 1080)
    window.show()
    figure.canvas.flush_events()
    figure.canvas.draw()
    figure.canvas.repaint()
    finish()


def with_pyqtgraph():
    pyqtgraph = measure.library("pyqtgraph")
    numpy = measure.library("numpy")
    application = pyqtgraph.mkQApp()
    window = pyqtgraph.GraphicsLayoutWidget()
    x = numpy.arange(500)
    for i in range(4):
        window.addPlot(i // 2, i % 2).plot(x, numpy.sin(0.05 * x))
    window.resize(1920, 1080)
    window.show()
    application.processEvents()
    window.viewport().repaint()
    finish()


measure.main({"matplotlib": with_matplotlib, "pyqtgraph": with_pyqtgraph})
