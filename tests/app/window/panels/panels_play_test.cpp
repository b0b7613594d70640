// SPDX-License-Identifier: GPL-3.0-or-later
// Play: what moves, how far, and what it leaves in the history. Frames are given by hand: no test waits for a clock.
#include "app/support/panels_fixture.h"
#include "window/playing/play.h"
#include "window/playing/play_bar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace deltascope::window {
namespace panels_play_test {

class PlayTest : public PanelTest {
protected:
    playing::Play play{workspace()};
    void frames(int count)
    {
        for (int i = 0; i < count; ++i)
            play.advance(0.1);
    }
};

TEST_F(PlayTest, FromStartToStopIsOneStep)
{
    play.start();
    frames(25);
    EXPECT_NE(scenario().weight, 1);
    EXPECT_EQ(steps(), 0);
    play.stop();
    EXPECT_EQ(steps(), 1);
    workspace().store().undo();
    EXPECT_EQ(scenario(), model::Scenario{});
}

TEST_F(PlayTest, TakesEightSecondsFromEndToEnd)
{
    model::Scenario start;
    start.weight = -10;
    put(start);
    play.start();
    frames(40);
    EXPECT_NEAR(scenario().weight, 0, 0.011);
    frames(40);
    EXPECT_NEAR(scenario().weight, 10, 0.011);
    frames(20); // and back
    EXPECT_NEAR(scenario().weight, 5, 0.011);
    play.setSpeed(4);
    frames(10);
    EXPECT_NEAR(scenario().weight, -5, 0.011);
    frames(10); // over the lower end
    EXPECT_NEAR(scenario().weight, -5, 0.011);
}

TEST_F(PlayTest, LoopsAndEnds)
{
    model::Scenario start;
    start.weight = 10;
    put(start);
    play.setRepeat(playing::Play::Repeat::loop);
    play.start();
    frames(20);
    EXPECT_NEAR(scenario().weight, -5, 0.011);
    play.stop();
    play.setRepeat(playing::Play::Repeat::once);
    play.start();
    frames(59);
    EXPECT_TRUE(play.isRunning());
    frames(2);
    EXPECT_FALSE(play.isRunning());
    EXPECT_EQ(scenario().weight, 10);
    EXPECT_FALSE(workspace().store().inGesture());
}

/// Whether this number means something, and may be as large as its slider goes.
bool heeds(const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& number)
{
    const auto most = parameters::withValue(scenario, number, number.sliderMaximum);
    return (!number.idle || number.idle(scenario).empty()) && !parameters::validate(scenario)
        && (!most || !parameters::validate(*most));
}

/// A scenario like that, with at most one other choice than a chain or a narrow network has.
model::Scenario heeding(const parameters::Parameter<model::Scenario>& number)
{
    for (const int width : {1, 4}) {
        model::Scenario start;
        start.width = width;
        if (heeds(start, number))
            return start;
        for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
            for (const parameters::Choice& choice : row.choices ? row.choices() : std::vector<parameters::Choice>())
                if (const auto next = parameters::withValue(start, row, std::string(choice.id));
                    next && heeds(*next, number))
                    return *next;
    }
    ADD_FAILURE() << number.key << " means nothing";
    return {};
}

TEST_F(PlayTest, EveryNumberPlaysInWholeRange)
{
    for (const parameters::Parameter<model::Scenario>* row : playing::Play::playable()) {
        put(heeding(*row));
        play.setParameter(*row);
        play.start();
        ASSERT_TRUE(play.isRunning()) << row->key;
        frames(300);
        EXPECT_TRUE(play.isRunning()) << row->key;
        play.stop();
        EXPECT_TRUE(reports().empty());
    }
}

TEST_F(PlayTest, UndoTakesItBackAndStopsIt)
{
    play.start();
    frames(5);
    workspace().store().undo();
    EXPECT_FALSE(play.isRunning());
    EXPECT_EQ(scenario(), model::Scenario{});
    EXPECT_FALSE(workspace().store().canUndo());
    EXPECT_FALSE(workspace().store().inGesture());
    play.start();
    frames(5);
    workspace().show(model::Document{});
    EXPECT_FALSE(play.isRunning());
    EXPECT_EQ(steps(), 0);
}

TEST_F(PlayTest, WhatMeansNothingIsNotPlayed)
{
    model::Scenario balanced;
    balanced.initializer = "balanced";
    put(balanced);
    play.setParameter(*parameters::findScenarioParameter("bias"));
    play.start();
    EXPECT_FALSE(play.isRunning());
    EXPECT_EQ(reports().size(), 1u);
}

TEST_F(PlayTest, ALongPauseOfTheMachineIsNoJump)
{
    play.start();
    play.advance(3600);
    EXPECT_LT(scenario().weight, 1.5);
}

TEST_F(PlayTest, TheSpaceBarPlaysUnlessItIsTyped)
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* bar = new playing::PlayBar(play);
    auto* field = new QLineEdit;
    auto* slider = new controls::ParameterSlider;
    for (QWidget* part : {static_cast<QWidget*>(bar), static_cast<QWidget*>(field), static_cast<QWidget*>(slider)})
        column->addWidget(part);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Space);
    EXPECT_FALSE(play.isRunning());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Space);
    EXPECT_TRUE(play.isRunning());
    EXPECT_TRUE(bar->button()->isChecked());
    QTest::keyClick(slider, Qt::Key_Space);
    EXPECT_FALSE(play.isRunning());
    bar->button()->setFocus();
    QTest::keyClick(bar->button(), Qt::Key_Space);
    EXPECT_TRUE(play.isRunning());
    QTest::mouseClick(bar->button(), Qt::LeftButton);
    EXPECT_FALSE(play.isRunning());
    EXPECT_FALSE(bar->button()->isChecked());
}

} // namespace panels_play_test
} // namespace deltascope::window
