// SPDX-License-Identifier: GPL-3.0-or-later
// The window stays alive whatever it has been asked for: no turn of its event loop is long, and none waits.
#include "app/support/window_fixture.h"

#include "app/support/heartbeat.h"
#include "files/side_thread.h"
#include "render/plot/plot_widget.h"
#include "results/map_cells.h"
#include "window/controls/number_edit.h"
#include "window/controls/parameter_slider.h"
#include "workspace/maps/map_control.h"
#include "workspace/training_control.h"

#include <QToolButton>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

using namespace deltascope;
using namespace deltascope::window;

namespace window_heartbeat_test {

class WindowHeartbeat : public WindowTest {
protected:
    void train(int width, int depth, const char* initializer)
    {
        model::Scenario scenario;
        scenario.depth = depth;
        scenario.width = scenario.inputs = scenario.outputs = width;
        scenario.initializer = initializer;
        scenario.data = "gaussian";
        scenario.examples = 20;
        scenario.epochs = 10'000;
        Heartbeat::present().turn("edit", [&] { workspace().store().edit(QStringLiteral("wide"), scenario); });
        auto* run =
            window->findChild<QWidget*>(QStringLiteral("training"))->findChild<QToolButton*>(QStringLiteral("run"));
        QTest::mouseClick(run, Qt::LeftButton);
    }

    /// A hand on the slider of the learning rate, at display rate.
    void dragLearningRate()
    {
        auto* control = window->findChild<QWidget*>(QStringLiteral("learning_rate"));
        ASSERT_TRUE(control);
        auto* slider = control->findChild<controls::ParameterSlider*>();
        ASSERT_TRUE(slider);
        const QPoint middle = slider->rect().center();
        QTest::mousePress(slider, Qt::LeftButton, {}, middle);
        for (int move = 1; move <= 40; ++move) {
            QTest::mouseMove(slider, middle + QPoint(move % 20 - 10, 0));
            pass(16);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, middle);
    }

    void pass(int milliseconds)
    {
        const QDeadlineTimer end(milliseconds);
        while (!end.hasExpired()) {
            QCoreApplication::processEvents();
            QThread::msleep(1);
        }
    }
};

TEST_F(WindowHeartbeat, AWaitIsSeen)
{
    std::mutex mutex;
    std::condition_variable never;
    Heartbeat::present().listen();
    Heartbeat::present().turn("waits", [&] {
        std::unique_lock lock(mutex);
        never.wait_for(lock, std::chrono::milliseconds(1), [] { return false; });
    });
    Heartbeat::present().turn("joins", [] { std::jthread([] {}).join(); });
    Heartbeat::present().turn("neither", [&] { const std::lock_guard lock(mutex); });
    const std::vector<Turn> turns = Heartbeat::present().stop();
    ASSERT_EQ(turns.size(), 3u);
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_FALSE(turns[0].waits.empty());
    EXPECT_FALSE(turns[1].waits.empty());
#endif
    EXPECT_TRUE(turns[2].waits.empty());
}

// Its network takes minutes to draw, and more memory than a training may have.
TEST_F(WindowHeartbeat, TrainOfTheLargestOrthogonalNetworkAndADragAtOnce)
{
    Heartbeat::present().listen();
    train(1024, 100, "orthogonal");
    dragLearningRate();
    pass(500);
    expectShort(Heartbeat::present().stop());
}

// This one is begun: the drag ends what is being made.
TEST_F(WindowHeartbeat, TrainOfALargeOrthogonalNetworkAndADragAtOnce)
{
    Heartbeat::present().listen();
    train(1024, 8, "orthogonal");
    ASSERT_TRUE(workspace().training().isRunning());
    dragLearningRate();
    pass(500);
    expectShort(Heartbeat::present().stop());
}

TEST_F(WindowHeartbeat, ADragInTheMidstOfATraining)
{
    train(200, 6, "glorot_uniform");
    ASSERT_TRUE(waitFor([&] { return workspace().training().step() > 2; }));
    Heartbeat::present().listen();
    dragLearningRate();
    EXPECT_FALSE(workspace().scenario().changes.empty());
    ASSERT_TRUE(waitFor([&] {
        const auto& progress = workspace().training().progress();
        return progress && progress->scenario == workspace().scenario();
    })) << "it goes on";
    expectShort(Heartbeat::present().stop());
}

// A million cells while they are computed, and a hand on it.
TEST_F(WindowHeartbeat, AMapAsLargeAsMapsAre)
{
    model::Map map;
    map.measure = "product";
    map.x = {.parameter = "weight", .from = -8, .to = 8, .count = 1024};
    map.y = model::MapAxis{.parameter = "bias", .from = -4, .to = 4, .count = 1024};
    model::ViewState view = workspace().view();
    view.figures = {"map", "factors"};
    workspace().setView(view);
    Heartbeat::present().listen();
    Heartbeat::present().turn("ask", [&] { workspace().setMap(map, QStringLiteral("map")); });
    plot::PlotWidget& plot = window->figures().views()[1]->plot();
    ASSERT_TRUE(waitFor([&] {
        return workspace().map().cells() && workspace().map().cells()->done > 10'000 && !plot.figure().panels.empty()
            && !plot.figure().panels.front().x.moved.parameter.empty() && plot.veil().isEmpty();
    })) << "the map is not drawn";
    plot.flush(); // a hand grabs what it sees
    const QPoint middle = plot.rect().center(); // now that the figures have their places
    QTest::mousePress(&plot, Qt::LeftButton, {}, middle);
    for (int move = 1; move <= 40; ++move) {
        QTest::mouseMove(&plot, middle + QPoint(move, move / 2));
        pass(16);
    }
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, middle + QPoint(40, 20));
    pass(500);
    Heartbeat::present().turn("stop", [&] { workspace().map().stop(); });
    EXPECT_FALSE(workspace().map().isRunning());
    pass(300);
    EXPECT_NE(workspace().scenario(), model::Scenario()) << "the hand has moved it";
    expectShort(Heartbeat::present().stop());
}

TEST_F(WindowHeartbeat, AnExportOfAHundredMegapixels)
{
    dialogs::ExportDialog& dialog = window->exportDialog();
    dialog.offer(&window->figures().views()[0]->kind());
    const auto fields = dialog.findChildren<controls::NumberEdit*>();
    ASSERT_EQ(fields.size(), 4);
    emit fields[0]->entered(846); // mm at 300 dpi: 9992 pixels
    emit fields[1]->entered(846);
    ASSERT_EQ(dialog.options().millimetres, QSizeF(846, 846));
    Heartbeat::present().listen();
    const QString path = pathOf("large.png");
    Heartbeat::present().turn("begin", [&] { dialog.beginWritingTo(path); });
    ASSERT_TRUE(waitFor([&] { return !dialog.writing(); }));
    EXPECT_TRUE(QFile::exists(path));
    const QString other = pathOf("cancelled.png");
    Heartbeat::present().turn("begin", [&] { dialog.beginWritingTo(other); });
    pass(100);
    EXPECT_TRUE(dialog.writing());
    Heartbeat::present().turn("cancel", [&] { dialog.reject(); });
    EXPECT_FALSE(dialog.writing()) << "at once";
    expectShort(Heartbeat::present().stop());
    exportTo(pathOf("after.csv"));
    EXPECT_FALSE(QFile::exists(other));
}

TEST(SideThread, DoesOneThingAfterAnotherAndStopsWhenAsked)
{
    std::vector<int> done;
    std::atomic<bool> began = false;
    files::SideThread thread;
    const auto until = [](const std::function<bool()>& so) {
        const QDeadlineTimer limit(60'000);
        while (!so() && !limit.hasExpired())
            QCoreApplication::processEvents();
        return so();
    };
    for (int i = 0; i < 3; ++i)
        thread.post([](const std::stop_token&) {}, [&done, i] { done.push_back(i); });
    EXPECT_TRUE(done.empty()) << "only in a later turn";
    ASSERT_TRUE(until([&] { return done.size() == 3; }));
    EXPECT_EQ(done, (std::vector{0, 1, 2}));
    const auto untilStopped = [&](const std::stop_token& stop) {
        began = true;
        while (!stop.stop_requested())
            std::this_thread::yield();
    };
    thread.post(untilStopped, [&] { done.push_back(3); });
    ASSERT_TRUE(until([&] { return began.load(); }));
    thread.stop();
    ASSERT_TRUE(until([&] { return done.size() == 4; }));
    thread.post(untilStopped, [] { FAIL() << "it is gone before"; });
}

} // namespace window_heartbeat_test
