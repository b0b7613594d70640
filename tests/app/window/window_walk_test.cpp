// SPDX-License-Identifier: GPL-3.0-or-later
// The walk in the window: its button, keys and clicker, what makes room for it, and that it is part of the document.
// Stages are played by hand: no test waits for a clock.
#include "app/support/window_fixture.h"

#include "figures/walk_parts/walk_stages.h"
#include "files/lessons.h"
#include "render/plot/plot_widget.h"
#include "window/controls/number_edit.h"
#include "window/controls/question_number.h"
#include "window/playing/walking.h"
#include "window/presenter.h"
#include "window/stage/stage.h"
#include "window/views/figure_grid.h"
#include "window/views/figure_view.h"
#include "window/widgets/tour.h"
#include "workspace/lesson_session.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace deltascope::window {
namespace window_walk_test {

using model::Walk;

class WindowWalk : public WindowTest {
protected:
    WindowWalk()
    {
        workspace().setPreferences({.language = "en"});
        if (QWidget* focus = window->focusWidget())
            focus->clearFocus();
    }
    playing::Walking& walking() { return window->walking(); }
    const Walk& walk() { return workspace().view().walk; }
    QToolButton& button(const char* name) { return *window->findChild<QToolButton*>(QLatin1String(name)); }
    void press(Qt::Key key)
    {
        QTest::keyClick(window.get(), key);
        QCoreApplication::processEvents();
    }
    QString caption()
    {
        window->figures().refreshNow();
        return window->figures().views().front()->caption();
    }
    void playToTheEnd()
    {
        for (int i = 0; i < 100 && walking().isPlaying(); ++i)
            walking().advance();
    }
};

TEST_F(WindowWalk, TheButtonSendsTheGradientToLayerOne)
{
    ASSERT_TRUE(button("walk_back").isVisible());
    EXPECT_FALSE(button("walk_next").isVisible());
    QTest::mouseClick(&button("walk_back"), Qt::LeftButton);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::backward, 4}));
    EXPECT_TRUE(walking().isPlaying());
    EXPECT_TRUE(button("walk_next").isVisible());
    walking().advance();
    EXPECT_EQ(walk(), (Walk{Walk::Pass::backward, 4, true}));
    playToTheEnd();
    EXPECT_FALSE(walking().isPlaying());
    EXPECT_EQ(walk(), (Walk{Walk::Pass::backward, 1}));
    EXPECT_TRUE(caption().contains(QStringLiteral("104 times more slowly than layer 4"))) << caption().toStdString();
    QTest::mouseClick(&button("walk_end"), Qt::LeftButton);
    EXPECT_FALSE(walking().isOn());
    EXPECT_FALSE(button("walk_next").isVisible());
}

TEST_F(WindowWalk, StepsByButtonsAndKeys)
{
    walking().begin();
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 1}));
    QTest::mouseClick(&button("walk_next"), Qt::LeftButton);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 2}));
    EXPECT_EQ(window->findChild<QLabel*>(QStringLiteral("walk_place"))->text(), QStringLiteral("Stage 2 of 16"));
    button("walk_next").clearFocus();
    press(Qt::Key_PageDown);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 3}));
    press(Qt::Key_PageUp);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 2}));
    for (int i = 0; i < 30; ++i)
        press(Qt::Key_PageUp);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 1})) << "there is nothing before it";
    for (int i = 0; i < 30; ++i)
        press(Qt::Key_PageDown);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::update, 4}));
    press(Qt::Key_Space); // the way back once more
    EXPECT_TRUE(walking().isPlaying());
    EXPECT_EQ(walk(), (Walk{Walk::Pass::backward, 4}));
    press(Qt::Key_Space);
    EXPECT_FALSE(walking().isPlaying());
    press(Qt::Key_Escape);
    EXPECT_FALSE(walking().isOn());
}

TEST_F(WindowWalk, MakesRoomAndGivesItBack)
{
    const QList<int> before = window->figures().sizes();
    QWidget& training = *window->findChild<QWidget*>(QStringLiteral("training"));
    walking().begin();
    QCoreApplication::processEvents();
    EXPECT_GT(window->figures().sizes().front(), window->figures().sizes().back());
    EXPECT_FALSE(training.isVisible());
    walking().end();
    QCoreApplication::processEvents();
    EXPECT_EQ(window->figures().sizes(), before);
    EXPECT_TRUE(training.isVisible());
}

TEST_F(WindowWalk, FollowsTheScenarioAndAnotherDocument)
{
    walking().begin();
    walking().step(3);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 4}));
    put("depth", 2);
    EXPECT_EQ(walking().place(), 1); // the last layer that there is
    walking().step(1);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::cost}));
    model::Document document = workspace().document();
    EXPECT_EQ(document.view.walk, (Walk{Walk::Pass::cost}));
    walking().walkBack();
    document.view.walk = {};
    workspace().show(document);
    EXPECT_FALSE(walking().isOn());
    EXPECT_FALSE(walking().isPlaying());
}

TEST_F(WindowWalk, AClickerGoesThroughItInThePresenterView)
{
    window->presenter().enter();
    press(Qt::Key_1); // the drawing
    press(Qt::Key_PageDown);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 1}));
    press(Qt::Key_PageDown);
    EXPECT_EQ(walk(), (Walk{Walk::Pass::forward, 2}));
    press(Qt::Key_Escape);
    EXPECT_FALSE(walking().isOn());
    EXPECT_TRUE(window->presenter().isOn()) << "the first Esc ends the walk";
    press(Qt::Key_Space);
    EXPECT_TRUE(walking().isPlaying());
    EXPECT_EQ(walk(), (Walk{Walk::Pass::backward, 4}));
    press(Qt::Key_PageDown);
    EXPECT_FALSE(walking().isPlaying());
    EXPECT_EQ(walk(), (Walk{Walk::Pass::backward, 4, true}));
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    EXPECT_FALSE(window->presenter().isOn());
}

TEST_F(WindowWalk, ItsBarStandsOnTheStageToo)
{
    window->presenter().enter();
    stage::Stage& onStage = *window->presenter().stage();
    const auto part = [&](const char* name) { return onStage.findChild<QWidget*>(QLatin1String(name)); };
    EXPECT_FALSE(part("walk")->isVisible()) << "the learning speeds stand there";
    press(Qt::Key_1);
    EXPECT_TRUE(part("walk_back")->isVisible());
    EXPECT_FALSE(part("walk_next")->isVisible());
    EXPECT_TRUE(part("stage_controls")->isVisible());
    press(Qt::Key_Space);
    playToTheEnd();
    EXPECT_FALSE(part("stage_controls")->isVisible()) << "the bar takes their place";
    EXPECT_EQ(static_cast<QLabel*>(part("walk_place"))->text(), QStringLiteral("Stage 12 of 16"));
    EXPECT_TRUE(static_cast<QLabel*>(part("stage_keys"))->text().contains(QStringLiteral("Space")));
    for (const char* name : {"walk_back", "walk_previous", "walk_play", "walk_next", "walk_place", "walk_end"}) {
        const QWidget& each = *part(name);
        EXPECT_TRUE(each.isVisible()) << name;
        EXPECT_TRUE(onStage.rect().contains(QRect(each.mapTo(&onStage, QPoint()), each.size()))) << name;
        EXPECT_GE(each.width(), each.minimumSizeHint().width()) << name;
    }
    onStage.refreshNow();
    const figures::Figure& drawn = onStage.figures().front()->plot().figure();
    EXPECT_EQ(drawn.panels.size(), 2u) << "the drawing with its large number, and the bars";
    press(Qt::Key_Escape);
    EXPECT_TRUE(part("stage_controls")->isVisible());
    press(Qt::Key_2);
    EXPECT_FALSE(part("walk")->isVisible());
    window->presenter().leave();
}

TEST_F(WindowWalk, TheFirstStartBeginsWithItAndNoOtherDoes)
{
    window->offerTour();
    ASSERT_TRUE(window->tour());
    EXPECT_EQ(window->tour()->place(), 0);
    EXPECT_TRUE(walking().isPlaying());
    EXPECT_EQ(walk(), (Walk{Walk::Pass::backward, 4}));
    playToTheEnd();
    EXPECT_TRUE(caption().contains(QStringLiteral("104 times more slowly than layer 4")));
    const auto& note = *window->findChild<QWidget*>(QStringLiteral("tour_note"));
    const QWidget& drawing = *window->figures().views().front();
    const auto inWindow = [&](const QWidget& part) { return QRect(part.mapTo(window.get(), QPoint()), part.size()); };
    EXPECT_FALSE(inWindow(note).intersects(inWindow(drawing))) << "it hides nothing of the walk";
    window->tour()->end();
    EXPECT_FALSE(walking().isOn()) << "the figures as they are";
    EXPECT_FALSE(window->file().modified());
    window::MainWindow second;
    second.start({});
    second.show();
    second.offerTour();
    EXPECT_FALSE(second.tour());
    EXPECT_FALSE(second.walking().isOn());
}

TEST_F(WindowWalk, TheTourGoesOnFromIt)
{
    window->showTour();
    const auto& note = *window->findChild<QWidget*>(QStringLiteral("tour_note"));
    for (QPushButton* button : note.findChildren<QPushButton*>())
        if (button->isDefault())
            button->click();
    EXPECT_EQ(window->tour()->place(), 1);
    EXPECT_FALSE(walking().isOn());
    window->showTour(); // from the menu once more
    EXPECT_EQ(window->tour()->place(), 0);
    EXPECT_TRUE(walking().isOn());
    workspace().lesson().start(files::lessons().front(), 0);
    EXPECT_FALSE(walking().isOn());
    EXPECT_EQ(window->tour()->place(), -1);
}

TEST_F(WindowWalk, LeavesTheClickerToALesson)
{
    workspace().lesson().start(files::findLesson("explosion"), 0);
    window->presenter().enter();
    press(Qt::Key_PageDown);
    EXPECT_EQ(workspace().lesson().step(), 1);
    EXPECT_FALSE(walking().isOn());
    window->presenter().leave();
}

TEST_F(WindowWalk, LeavingThePresenterViewAmidItGivesTheRoomBack)
{
    const auto shareOfDrawing = [&] {
        const QList<int> sizes = window->figures().sizes();
        return double(sizes.front()) / (sizes.front() + sizes.back());
    };
    const double before = shareOfDrawing();
    window->presenter().enter();
    press(Qt::Key_Space);
    EXPECT_GT(shareOfDrawing(), 0.5);
    window->presenter().leave();
    walking().end();
    QCoreApplication::processEvents();
    EXPECT_NEAR(shareOfDrawing(), before, 0.05); // bars come and go about it
}

TEST_F(WindowWalk, AGradientIsCheckedFromTheLayersPanel)
{
    workspace().selectLayer(2);
    QCoreApplication::processEvents();
    auto* check = window->findChild<QAbstractButton*>(QStringLiteral("check_gradient"));
    ASSERT_TRUE(check->isVisible());
    check->click();
    EXPECT_EQ(workspace().view().figures.back(), "gradient_check");
    const auto views = window->figures().views();
    EXPECT_TRUE(waitFor([&] { return views.back()->caption().contains(QStringLiteral("∂C/∂w₂ is")); }))
        << views.back()->caption().toStdString();
}

// In its own header: a number each, an undo step each.
TEST_F(WindowWalk, TheCheckedWeightIsChosenBesideItsFigure)
{
    model::Document wide;
    wide.scenario.width = 3;
    wide.scenario.depth = 3;
    wide.scenario.initializer = "glorot_uniform";
    wide.scenario.data = "gaussian";
    wide.question.layer = 2;
    wide.view.figures = {"gradient_check"};
    workspace().show(wide);
    QCoreApplication::processEvents();
    const int steps = workspace().store().history().count();
    const auto put = [&](const char* name, const char* text) {
        auto* number = window->figures().views().back()->findChild<controls::QuestionNumber*>(QLatin1String(name));
        ASSERT_TRUE(number && number->isVisible()) << name;
        number->field().selectAll();
        QTest::keyClicks(&number->field(), QLatin1String(text));
        QTest::keyClick(&number->field(), Qt::Key_Return);
    };
    const auto says = [&](const char* part) {
        return waitFor([&] { return window->figures().views().back()->caption().contains(QString::fromUtf8(part)); });
    };
    put("checked_row", "2");
    put("checked_column", "3");
    EXPECT_EQ(workspace().question().checkedRow, 2);
    EXPECT_EQ(workspace().question().checkedColumn, 3);
    EXPECT_TRUE(says("∂C/∂w₂ (neuron 2, from neuron 3) is"))
        << window->figures().views().back()->caption().toStdString();
    EXPECT_EQ(workspace().document().question.checkedRow, 2);
    EXPECT_EQ(workspace().store().history().count(), steps + 2);
    put("checked_row", "9");
    EXPECT_TRUE(says("Layer 2 has no neuron 9 to check a gradient of: its neurons are 1 to 3."));
    window->undo();
    window->undo();
    EXPECT_EQ(workspace().question().checkedRow, 2);
    EXPECT_EQ(workspace().question().checkedColumn, 1);
    window->redo();
    EXPECT_EQ(workspace().question().checkedColumn, 3);
    EXPECT_EQ(workspace().question().layer, 2);
}

} // namespace window_walk_test
} // namespace deltascope::window
