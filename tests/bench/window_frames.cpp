// SPDX-License-Identifier: GPL-3.0-or-later
// The real window under the hand: from a move of the mouse to the finished paint of every visible figure, at 1920×1080,
// 60 moves a second. Prints one row of a Markdown table; tests/bench/frames.sh calls it for all cases.
//
//     window_frames [--depth N] [--train] [--drag KEY] [--moves N] [--header]
//     window_frames --start     ends at the first painted window; prints milliseconds and MiB
//
// BENCH_START_NS (date +%s%N, before the process is made) is what the first painted window is measured from.
#include "render/fonts.h"
#include "render/plot/plot_widget.h"
#include "window/controls/parameter_slider.h"
#include "window/main_window.h"
#include "window/views/figure_grid.h"
#include "window/views/figure_view.h"
#include "workspace/store/scenario_store.h"
#include "workspace/training_control.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <time.h>

#include <algorithm>
#include <chrono>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

using namespace deltascope;

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// Of the processor, for this thread alone: what others do on the machine is not in it.
Clock::duration processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

/// Knows when a frame is finished: every event and everything that it leads to goes through notify, the flush of what
/// was painted included.
class FrameApplication : public QApplication {
public:
    using QApplication::QApplication;

    void watch(window::MainWindow& window) { m_window = &window; }
    /// The figures that a frame is: all that are visible, or the one that is dragged (while it trains the others wait
    /// for the next result).
    void onlyLast() { m_onlyLast = true; }
    void whenPainted(std::function<void()> done) { m_done = std::move(done); }

    void moveIsComing()
    {
        m_moving = true;
        m_scenario = m_window->workspace().scenario();
        m_view = m_window->workspace().view();
        if (m_moved)
            return; // the frame before is not there yet: it is late from the first move that it did not show
        m_moved = Clock::now();
        m_used = processorTime();
        m_before = paints();
    }
    bool notify(QObject* receiver, QEvent* event) override
    {
        ++m_nested;
        const bool mouseMoved = event->type() == QEvent::MouseMove;
        const bool handled = QApplication::notify(receiver, event);
        if (--m_nested > 0)
            return handled;
        if (mouseMoved && std::exchange(m_moving, false) && m_scenario == m_window->workspace().scenario()
            && m_view == m_window->workspace().view())
            m_moved.reset(); // the slider has no other value there: no frame
        look();
        return handled;
    }

    std::vector<double> latencies, intervals, works; // ms

private:
    std::vector<const views::FigureView*> watched() const
    {
        std::vector<const views::FigureView*> all;
        for (const views::FigureView* view : m_window->figures().views())
            if (view->isVisible())
                all.push_back(view);
        if (m_onlyLast)
            all.erase(all.begin(), all.end() - 1);
        return all;
    }

    std::vector<int> paints() const
    {
        std::vector<int> all;
        for (const views::FigureView* view : watched())
            all.push_back(view->plot().paintCount());
        return all;
    }

    /// Something was painted since the move, and each figure was or had nothing to change.
    bool shown() const
    {
        const std::vector<const views::FigureView*> all = watched();
        bool painted = false, complete = true;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool anew = i >= m_before.size() || all[i]->plot().paintCount() > m_before[i];
            painted |= anew;
            complete &= anew || all[i]->isUpToDate();
        }
        return painted && complete;
    }

    void look()
    {
        if (!m_window || (!m_moved && !m_done))
            return;
        if (m_done) {
            const std::vector<const views::FigureView*> all = watched();
            if (!all.empty() && std::ranges::all_of(all, [](const views::FigureView* view) {
                    return view->plot().paintCount() > 0;
                }))
                std::exchange(m_done, nullptr)();
            return;
        }
        if (m_moving || !shown())
            return;
        const Clock::time_point end = Clock::now();
        latencies.push_back(Milliseconds(end - *m_moved).count());
        works.push_back(Milliseconds(processorTime() - m_used).count());
        if (m_last != Clock::time_point{})
            intervals.push_back(Milliseconds(end - m_last).count());
        m_last = end;
        m_moved.reset();
    }

    window::MainWindow* m_window = nullptr;
    std::function<void()> m_done;
    int m_nested = 0;
    Clock::duration m_used{};
    Clock::time_point m_last{};
    std::optional<Clock::time_point> m_moved;
    std::vector<int> m_before;
    model::Scenario m_scenario;
    model::ViewState m_view;
    bool m_moving = false; // the event of the mouse is under way
    bool m_onlyLast = false;
};

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return std::nan("");
    std::ranges::sort(values);
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

double peakMebibytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return std::nan("");
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').front().toDouble() / 1024;
    return std::nan("");
}

double millisecondsSinceStart()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const qint64 start = qEnvironmentVariable("BENCH_START_NS").toLongLong();
    return start > 0 ? static_cast<double>(std::chrono::nanoseconds(now).count() - start) / 1e6 : std::nan("");
}

void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The middle of the slider's handle in the window.
std::optional<QPoint> handleOf(window::MainWindow& window, const QString& key)
{
    const auto* control = window.findChild<QWidget*>(key);
    const auto* slider = control ? control->findChild<controls::ParameterSlider*>() : nullptr;
    if (!slider || !slider->isVisible())
        return std::nullopt;
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.orientation = Qt::Horizontal;
    option.minimum = slider->minimum();
    option.maximum = slider->maximum();
    option.sliderPosition = option.sliderValue = slider->sliderPosition();
    const QRect handle = slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider);
    return slider->mapTo(&window, handle.center());
}

/// To and fro around a place, 60 times a second.
void drag(FrameApplication& application, window::MainWindow& window, QPoint from, int moves)
{
    constexpr int kReach = 30;
    constexpr std::chrono::nanoseconds kFrame(16'666'667);
    QWindow* handle = window.windowHandle();
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    const Clock::time_point start = Clock::now();
    for (int i = 1; i <= moves; ++i) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(start + i * kFrame - Clock::now());
        wait(static_cast<int>(std::max<std::int64_t>(0, left.count())));
        std::this_thread::sleep_until(start + i * kFrame); // under a millisecond
        application.moveIsComing();
        const int place = i % (4 * kReach);
        const int offset = kReach - std::abs((place + kReach) % (4 * kReach) - 2 * kReach);
        QTest::mouseMove(handle, from - QPoint(offset, 0));
    }
    wait(100);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, from);
}

void put(window::MainWindow& window, const char* key, parameters::ParameterValue value)
{
    if (window.workspace().setValue(*parameters::findScenarioParameter(key), value))
        qFatal("%s cannot be set", key);
}

int measure(
    FrameApplication& application, window::MainWindow& window, const QCommandLineParser& options, double firstPaint)
{
    const bool train = options.isSet(QStringLiteral("train"));
    if (train) {
        put(window, "epochs", 10'000'000.0);
        window.workspace().training().run();
    } else {
        put(window, "depth", options.value(QStringLiteral("depth")).toDouble());
    }
    wait(1500);
    const QString key = options.value(QStringLiteral("drag"));
    if (key == QLatin1String("figure"))
        application.onlyLast();
    const plot::PlotWidget& plot = window.figures().views().back()->plot();
    const std::optional<QPoint> from =
        key == QLatin1String("figure") ? plot.mapTo(&window, plot.rect().center()) : handleOf(window, key);
    if (!from)
        qFatal("there is no slider %s to drag", qPrintable(key));
    drag(application, window, *from, options.value(QStringLiteral("moves")).toInt());
    if (options.isSet(QStringLiteral("header")))
        std::puts("| platform | what | dragged | frames | work median / p99 ms, processor | move to paint median / p99 "
                  "ms | between "
                  "frames median / p99 ms | first paint ms | peak MiB |\n|---|---|---|---|---|---|---|---|---|");
    const auto pair = [](const std::vector<double>& values) {
        return QString::asprintf("%.1f / %.1f", percentile(values, 0.5), percentile(values, 0.99)).toStdString();
    };
    const QString what = train ? QStringLiteral("training, step %1").arg(window.workspace().training().step())
                               : QStringLiteral("depth ") + options.value(QStringLiteral("depth"));
    std::printf("| %s | %s | %s | %zu | %s | %s | %s | %.0f | %.0f |\n", qPrintable(QGuiApplication::platformName()),
        qPrintable(what), qPrintable(key), application.latencies.size(), pair(application.works).c_str(),
        pair(application.latencies).c_str(), pair(application.intervals).c_str(), firstPaint, peakMebibytes());
    return application.latencies.empty() ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QTemporaryDir home;
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, home.path().toUtf8());
    FrameApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("depth"), {}, QStringLiteral("N"), QStringLiteral("4")},
        {QStringLiteral("drag"), {}, QStringLiteral("KEY"), QStringLiteral("weight")},
        {QStringLiteral("moves"), {}, QStringLiteral("N"), QStringLiteral("300")}, {QStringLiteral("train"), {}},
        {QStringLiteral("header"), {}}, {QStringLiteral("start"), {}}});
    options.process(application);
    if (render::registerFonts())
        return 1;
    window::MainWindow window;
    application.watch(window);
    window::Arguments arguments;
    if (options.isSet(QStringLiteral("train")))
        arguments.preset = QStringLiteral("nielsen_4");
    window.start(arguments);
    window.resize(1920, 1080);
    double firstPaint = 0;
    QEventLoop untilPainted;
    application.whenPainted([&] {
        firstPaint = millisecondsSinceStart();
        untilPainted.quit();
    });
    window.show();
    untilPainted.exec();
    if (options.isSet(QStringLiteral("start"))) {
        std::printf("%.1f %.1f\n", firstPaint, peakMebibytes());
        std::fflush(stdout);
        std::_Exit(0);
    }
    return measure(application, window, options, firstPaint);
}
