// SPDX-License-Identifier: GPL-3.0-or-later
// After the last step of a lesson: what was achieved is said; no hint is offered for what is done; what a step leaves
// out is left out for a single layer too.
#include "app/support/window_fixture.h"

#include "files/lessons.h"
#include "window/presenter.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_lesson_end_test {

class WindowLessonEnd : public WindowTest {
protected:
    WindowLessonEnd() { workspace().setPreferences({.language = "en"}); }
    workspace::LessonSession& session() { return workspace().lesson(); }
    template <class Widget>
    Widget& part(const char* name)
    {
        auto* found = window->findChild<Widget*>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    void start(const char* id, int step)
    {
        session().start(files::findLesson(id), step);
        QCoreApplication::processEvents();
    }
    void goToEnd()
    {
        session().goTo(static_cast<int>(session().lesson()->steps.size()) - 1);
        part<QPushButton>("lesson_next").click();
        QCoreApplication::processEvents();
    }
    void solve()
    {
        model::Scenario solved = workspace().scenario();
        solved.weight = 4;
        workspace().store().edit(QStringLiteral("by hand"), solved);
        QCoreApplication::processEvents();
    }
};

TEST_F(WindowLessonEnd, WhatWasAchievedIsSaid)
{
    start("explosion", 3);
    solve();
    ASSERT_TRUE(session().record().reached);
    goToEnd();
    ASSERT_TRUE(session().lesson()) << "it does not vanish without a word";
    EXPECT_TRUE(session().ended());
    EXPECT_TRUE(part<QLabel>("lesson_end_words").isVisible());
    const QString result = part<QLabel>("lesson_end_result").text();
    EXPECT_TRUE(result.contains(QStringLiteral("0 of 2"))) << result.toStdString(); // questions
    EXPECT_TRUE(result.contains(QStringLiteral("1 of 1"))) << result.toStdString();
    EXPECT_TRUE(part<QLabel>("lesson_end_open").isVisible());
    EXPECT_FALSE(part<QLabel>("lesson_text").isVisible());
    EXPECT_FALSE(part<QPushButton>("lesson_next").isVisible());
    part<QPushButton>("lesson_previous").click(); // there is a way back
    EXPECT_FALSE(session().ended());
    EXPECT_EQ(session().step(), static_cast<int>(session().lesson()->steps.size()) - 1);
    EXPECT_TRUE(part<QPushButton>("lesson_next").isVisible());
    goToEnd();
    part<QPushButton>("lesson_close").click();
    EXPECT_FALSE(session().lesson());
    EXPECT_TRUE(workspace().hidden().empty());
}

TEST_F(WindowLessonEnd, AnotherLessonIsOneClickAway)
{
    start("explosion", 0);
    goToEnd();
    QMenu* menu = part<QPushButton>("lesson_another").menu();
    emit menu->aboutToShow();
    ASSERT_EQ(menu->actions().size(), static_cast<qsizetype>(files::lessons().size()));
    menu->actions().last()->trigger();
    EXPECT_EQ(session().lesson(), files::lessons().back());
    EXPECT_FALSE(session().ended());
}

TEST_F(WindowLessonEnd, AClickerArrivesThereAndComesBack)
{
    start("learning_speed", 0);
    session().goTo(static_cast<int>(session().lesson()->steps.size()) - 1);
    window->presenter().enter();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(window.get(), Qt::Key_PageDown); // perhaps an answer first
    EXPECT_TRUE(session().ended());
    QTest::keyClick(window.get(), Qt::Key_PageUp);
    EXPECT_FALSE(session().ended());
    window->presenter().leave();
}

TEST_F(WindowLessonEnd, NoHintIsOfferedForWhatIsReached)
{
    start("explosion", 3);
    EXPECT_TRUE(part<QPushButton>("lesson_hint").isVisible());
    solve();
    ASSERT_TRUE(session().record().reached);
    EXPECT_FALSE(part<QPushButton>("lesson_hint").isVisible());
}

TEST_F(WindowLessonEnd, ASingleLayerIsLeftOutAsAllOfThemAre)
{
    start("the_product", 0); // of the depth alone
    workspace().selectLayer(2);
    QCoreApplication::processEvents();
    EXPECT_TRUE(part<QWidget>("layer_values").isVisible());
    EXPECT_FALSE(part<QWidget>("layer_weight").isVisible());
    EXPECT_FALSE(part<QWidget>("layer_bias").isVisible());
    EXPECT_FALSE(part<QPushButton>("all_layers_back").isVisible());
    workspace().setHidden({"bias"});
    EXPECT_TRUE(part<QWidget>("layer_weight").isVisible());
    EXPECT_FALSE(part<QWidget>("layer_bias").isVisible());
    part<QPushButton>("show_all").click();
    EXPECT_TRUE(part<QWidget>("layer_bias").isVisible());
    EXPECT_TRUE(part<QPushButton>("all_layers_back").isVisible());
}

} // namespace window_lesson_end_test
