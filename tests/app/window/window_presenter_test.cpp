// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter view: large, few controls, driven by a clicker, and everything back afterwards.
#include "app/support/window_fixture.h"

#include "files/lessons.h"
#include "window/presenter.h"
#include "window/views/figure_grid.h"
#include "window/views/figure_view.h"
#include "workspace/lesson_session.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QMenuBar>
#include <QScreen>

using namespace deltascope;
using namespace deltascope::window;

namespace window_presenter_test {

class WindowPresenter : public WindowTest {
protected:
    void press(Qt::Key key)
    {
        QTest::keyClick(window.get(), key);
        QCoreApplication::processEvents();
    }
    int shown() const
    {
        const auto views = window->figures().views();
        return static_cast<int>(
            std::ranges::count_if(views, [](const views::FigureView* view) { return view->isVisible(); }));
    }
    QWidget& control(const char* key)
    {
        return *window->findChild<QDockWidget*>(QStringLiteral("parameters"))->findChild<QWidget*>(QLatin1String(key));
    }
};

TEST_F(WindowPresenter, EverythingComesBack)
{
    const QFont font = QApplication::font();
    const model::Document before = workspace().document();
    window->presenter().enter();
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->isFullScreen());
    EXPECT_GE(QApplication::font().pointSizeF(), 1.5 * font.pointSizeF());
    EXPECT_FALSE(window->menuBar()->isVisible());
    EXPECT_TRUE(control("weight").isVisible());
    EXPECT_FALSE(control("loss").isVisible());
    EXPECT_EQ(shown(), 3);
    press(Qt::Key_Escape);
    EXPECT_FALSE(window->presenter().isOn());
    EXPECT_FALSE(window->isFullScreen());
    EXPECT_EQ(QApplication::font(), font);
    EXPECT_TRUE(window->menuBar()->isVisible());
    EXPECT_TRUE(control("loss").isVisible());
    EXPECT_EQ(shown(), 5);
    EXPECT_EQ(workspace().document(), before);
}

TEST_F(WindowPresenter, WhatIsTouchedIsAsLargeAsAFinger)
{
    workspace().lesson().start(files::findLesson("learning_speed"), 1);
    window->presenter().enter();
    workspace().lesson().goTo(3); // what comes later too
    QCoreApplication::processEvents();
    int buttons = 0;
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
        const bool ours = button->isVisible() && !button->objectName().startsWith(QStringLiteral("qt_"));
        EXPECT_TRUE(!ours || (button->height() >= 32 && button->width() >= 32))
            << button->metaObject()->className() << ' ' << button->objectName().toStdString();
        buttons += ours;
    }
    EXPECT_GT(buttons, 5);
    window->presenter().leave();
}

TEST_F(WindowPresenter, AClickerGoesThroughTheLesson)
{
    workspace().lesson().start(files::findLesson("explosion"), 0);
    window->presenter().enter();
    press(Qt::Key_PageDown);
    EXPECT_EQ(workspace().lesson().step(), 1);
    EXPECT_FALSE(workspace().lesson().revealed());
    press(Qt::Key_PageDown); // first the answer
    EXPECT_EQ(workspace().lesson().step(), 1);
    EXPECT_TRUE(workspace().lesson().revealed());
    EXPECT_FALSE(workspace().lesson().record().answer) << "nobody has answered";
    press(Qt::Key_PageDown);
    EXPECT_EQ(workspace().lesson().step(), 2);
    press(Qt::Key_PageUp);
    EXPECT_EQ(workspace().lesson().step(), 1);
    press(Qt::Key_Escape);
    EXPECT_EQ(workspace().lesson().step(), 1); // the lesson goes on at the desk
}

TEST_F(WindowPresenter, BlackAndBack)
{
    window->presenter().enter();
    QWidget* black = window->findChild<QWidget*>(QStringLiteral("black"));
    press(Qt::Key_B);
    EXPECT_TRUE(black->isVisible());
    EXPECT_EQ(black->size(), window->size());
    press(Qt::Key_PageDown);
    EXPECT_FALSE(black->isVisible());
    EXPECT_TRUE(window->presenter().isOn());
    window->presenter().leave();
}

TEST_F(WindowPresenter, ADigitShowsOneFigureLarge)
{
    window->presenter().enter();
    press(Qt::Key_4);
    EXPECT_EQ(shown(), 1);
    EXPECT_TRUE(window->figures().views()[3]->isVisible());
    press(Qt::Key_1); // the drawing
    EXPECT_TRUE(window->figures().views()[0]->isVisible());
    EXPECT_EQ(shown(), 1);
    press(Qt::Key_1);
    EXPECT_EQ(shown(), 3);
    press(Qt::Key_9); // there is none
    EXPECT_EQ(shown(), 3);
    window->presenter().leave();
}

TEST_F(WindowPresenter, ALessonThatCameMeanwhileStays)
{
    const auto& dock = *window->findChild<QDockWidget*>(QStringLiteral("lesson"));
    window->presenter().enter();
    workspace().lesson().start(files::findLesson("explosion"), 1);
    QCoreApplication::processEvents();
    ASSERT_TRUE(dock.isVisible());
    window->presenter().leave();
    QCoreApplication::processEvents();
    EXPECT_TRUE(dock.isVisible());
    EXPECT_FALSE(dock.visibleRegion().isEmpty()) << "not behind another panel";
    window->presenter().enter();
    workspace().lesson().leave(); // and one that went meanwhile does not come back empty
    window->presenter().leave();
    QCoreApplication::processEvents();
    EXPECT_FALSE(dock.isVisible());
}

TEST_F(WindowPresenter, TheLayoutComesBack)
{
    if (window->screen()->size().width() < 1200)
        GTEST_SKIP() << "the screen is too small for large type";
    window->showFullScreen(); // of one size throughout, whatever a window manager does
    const auto docks = window->findChildren<QDockWidget*>();
    std::vector<QRect> before;
    QTest::qWait(300); // panels slide into their places
    for (const QDockWidget* dock : docks)
        before.push_back(dock->isVisible() ? dock->geometry() : QRect());
    window->presenter().enter();
    QTest::qWait(300);
    window->presenter().leave();
    QTest::qWait(300);
    for (qsizetype i = 0; i < docks.size(); ++i)
        EXPECT_NEAR(docks[i]->isVisible() ? docks[i]->geometry().width() : 0, before[std::size_t(i)].width(), 8)
            << docks[i]->objectName().toStdString(); // a narrow screen is shared out anew by a few pixels, once
}

TEST_F(WindowPresenter, TitlesOfPanelsGrowWithTheirType)
{
    auto& dock = *window->findChild<QDockWidget*>(QStringLiteral("parameters"));
    const auto& button = *dock.findChild<QAbstractButton*>(QStringLiteral("qt_dockwidget_closebutton"));
    const int before = button.sizeHint().height(), title = dock.widget()->y();
    window->presenter().enter();
    EXPECT_TRUE(QTest::qWaitFor([&] { return dock.widget()->y() >= 1.35 * title; }));
    EXPECT_GE(button.sizeHint().height(), 1.35 * before);
    window->presenter().leave();
    EXPECT_TRUE(QTest::qWaitFor([&] { return dock.widget()->y() == title; }));
    EXPECT_EQ(button.sizeHint().height(), before);
}

} // namespace window_presenter_test
