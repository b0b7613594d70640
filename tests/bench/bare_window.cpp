// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a window with four figures costs: Qt and QCustomPlot alone, from process start (BENCH_START_NS) to the
// first painted window. Prints milliseconds and MiB.
#include <QApplication>
#include <QFile>
#include <QGridLayout>
#include <QMainWindow>

#include <qcustomplot.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

double peakMebibytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').front().toDouble() / 1024;
    return 0;
}

class BareApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        ++m_nested;
        const bool plot = event->type() == QEvent::Paint && qobject_cast<QCustomPlot*>(receiver);
        const bool handled = QApplication::notify(receiver, event);
        m_painted += plot ? 1 : 0;
        if (--m_nested == 0 && m_painted >= 4) {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            const qint64 start = qEnvironmentVariable("BENCH_START_NS").toLongLong();
            std::printf("%.1f %.1f\n", static_cast<double>(std::chrono::nanoseconds(now).count() - start) / 1e6,
                peakMebibytes());
            std::fflush(stdout);
            std::_Exit(0);
        }
        return handled;
    }

private:
    int m_nested = 0, m_painted = 0;
};

} // namespace

int main(int argc, char** argv)
{
    BareApplication application(argc, argv);
    QMainWindow window;
    auto* centre = new QWidget;
    auto* grid = new QGridLayout(centre);
    for (int i = 0; i < 4; ++i) {
        auto* plot = new QCustomPlot;
        QVector<double> x, y;
        for (int k = 0; k < 500; ++k) {
            x.push_back(k);
            y.push_back(std::sin(0.05 * k + i));
        }
        plot->addGraph()->setData(x, y, true);
        plot->rescaleAxes();
        grid->addWidget(plot, i / 2, i % 2);
    }
    window.setCentralWidget(centre);
    window.resize(1920, 1080);
    window.show();
    return QApplication::exec();
}
