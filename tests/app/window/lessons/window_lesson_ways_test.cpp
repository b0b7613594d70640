// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through lessons and out of them: another try, the next lesson, one that waits, "Why?" and back to the own
// scenario; ticks only for what was done; what is to be looked for in a preset.
#include "app/support/window_fixture.h"

#include "files/lessons.h"
#include "files/presets.h"
#include "lessons/lesson.h"
#include "text/language.h"
#include "window/lesson_commands.h"
#include "workspace/lesson_session.h"
#include "workspace/preset_session.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_lesson_ways_test {

class WindowLessonWays : public WindowTest {
protected:
    WindowLessonWays() { workspace().setPreferences({.language = "en"}); }
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
    bool ticked(const char* id)
    {
        QMenu menu;
        window->lessonCommands().fill(menu);
        const QString title = text::toText(files::findLesson(id)->title);
        for (const QAction* action : menu.actions())
            if (action->text().endsWith(title))
                return action->isChecked();
        ADD_FAILURE() << id;
        return false;
    }
};

TEST_F(WindowLessonWays, AWrongAnswerCanBeTriedAgain)
{
    start("two_factors", 1);
    part<QRadioButton>("lesson_choice_1").click();
    part<QPushButton>("lesson_answer").click();
    EXPECT_EQ(workspace().scenario().weight, 10);
    ASSERT_TRUE(part<QPushButton>("lesson_again").isVisible());
    part<QPushButton>("lesson_again").click();
    EXPECT_EQ(workspace().scenario().weight, 1) << "the state that the question is about";
    EXPECT_FALSE(part<QLabel>("lesson_reveal").isVisible());
    EXPECT_FALSE(part<QRadioButton>("lesson_choice_1").isChecked());
    EXPECT_TRUE(part<QRadioButton>("lesson_choice_3").isEnabled());
    part<QRadioButton>("lesson_choice_3").click();
    part<QPushButton>("lesson_answer").click();
    EXPECT_EQ(session().record().answer->right, true);
    EXPECT_EQ(session().record().wrong, 1);
    EXPECT_FALSE(part<QPushButton>("lesson_again").isVisible());
    session().leave();
    start("two_factors", 1);
    EXPECT_EQ(session().record().wrong, 1) << "it is kept";
}

TEST_F(WindowLessonWays, ANumberTooAndWhatIsAskedIsCoveredAgain)
{
    start("the_product", 2);
    part<QLineEdit>("lesson_number").setText(QStringLiteral("7"));
    part<QPushButton>("lesson_answer").click();
    ASSERT_TRUE(waitFor([&] { return session().canTryAgain(); }));
    EXPECT_FALSE(session().covers("learning_speed"));
    part<QPushButton>("lesson_again").click();
    EXPECT_TRUE(session().covers("learning_speed"));
    EXPECT_TRUE(part<QLineEdit>("lesson_number").text().isEmpty());
    EXPECT_TRUE(part<QLineEdit>("lesson_number").isVisible());
}

TEST_F(WindowLessonWays, TheNextLessonFollows)
{
    start("explosion", 0);
    session().goTo(static_cast<int>(session().lesson()->steps.size()) - 1);
    session().next();
    ASSERT_TRUE(part<QPushButton>("lesson_end_next").isVisible());
    part<QPushButton>("lesson_end_next").click();
    EXPECT_EQ(session().lesson()->id, "two_factors");
    EXPECT_FALSE(session().ended());
    session().start(files::lessons().back(), 0);
    session().goTo(static_cast<int>(session().lesson()->steps.size()) - 1);
    session().next();
    EXPECT_FALSE(part<QPushButton>("lesson_end_next").isVisible());
}

TEST_F(WindowLessonWays, ClosingThePanelLetsTheLessonWait)
{
    start("the_product", 1);
    EXPECT_FALSE(workspace().hidden().empty());
    EXPECT_FALSE(part<QWidget>("lesson_bar").isVisible());
    part<QDockWidget>("lesson").close();
    QCoreApplication::processEvents();
    EXPECT_FALSE(session().lesson());
    EXPECT_TRUE(workspace().hidden().empty());
    EXPECT_FALSE(session().covered());
    ASSERT_TRUE(part<QWidget>("lesson_bar").isVisible());
    EXPECT_EQ(part<QLabel>("lesson_bar_words").text(),
        QStringLiteral("Lesson “Why early layers are slow: the product” waits at step 2."));
    workspace().setPreferences({.language = "pt_BR"});
    QCoreApplication::processEvents();
    EXPECT_TRUE(part<QLabel>("lesson_bar_words").text().contains(QStringLiteral("passo 2")))
        << part<QLabel>("lesson_bar_words").text().toStdString();
    put("depth", 3);
    part<QPushButton>("lesson_continue").click();
    QCoreApplication::processEvents();
    ASSERT_TRUE(session().lesson());
    EXPECT_EQ(session().step(), 1);
    EXPECT_EQ(workspace().scenario().depth, 4);
    EXPECT_FALSE(part<QWidget>("lesson_bar").isVisible());
    EXPECT_TRUE(part<QDockWidget>("lesson").isVisible());
}

TEST_F(WindowLessonWays, OneThatHasEndedDoesNotWaitAndOneThatWaitsCanBeEnded)
{
    start("explosion", 3);
    session().next();
    part<QDockWidget>("lesson").close();
    EXPECT_FALSE(session().parked());
    EXPECT_FALSE(session().lesson());
    start("explosion", 0);
    part<QDockWidget>("lesson").close();
    ASSERT_TRUE(session().parked());
    part<QPushButton>("lesson_forget").click();
    EXPECT_FALSE(session().parked());
    EXPECT_FALSE(part<QWidget>("lesson_bar").isVisible());
}

TEST_F(WindowLessonWays, WhyLeadsToTheStepOnThisVerdictAndOneClickBackToTheOwnScenario)
{
    put("weight", 100.0);
    put("initializer", std::string("balanced"));
    put("depth", 6);
    ASSERT_TRUE(waitFor([&] { return part<QToolButton>("why").isVisible(); }));
    const model::Scenario own = workspace().scenario();
    part<QToolButton>("why").click();
    ASSERT_TRUE(session().lesson());
    EXPECT_EQ(session().lesson()->id, "explosion");
    EXPECT_EQ(session().present().explains, std::vector<std::string>{"exploding_chain"});
    EXPECT_NE(workspace().scenario(), own);
    QCoreApplication::processEvents();
    ASSERT_TRUE(part<QPushButton>("lesson_own").isVisible());
    part<QPushButton>("lesson_own").click();
    QCoreApplication::processEvents();
    EXPECT_EQ(workspace().scenario(), own);
    EXPECT_TRUE(workspace().hidden().empty());
    EXPECT_TRUE(part<QWidget>("lesson_bar").isVisible());
    workspace().store().undo();
    EXPECT_NE(workspace().scenario(), own) << "one step of the history";
}

// All verdicts but “uneven” have a step, and one only.
TEST_F(WindowLessonWays, EachVerdictHasItsStep)
{
    std::map<std::string, int> steps;
    for (const auto& lesson : files::lessons())
        for (const lessons::LessonStep& step : lesson->steps)
            for (const std::string& verdict : step.explains)
                ++steps[verdict];
    for (const diagnosis::Verdict verdict : diagnosis::kVerdicts)
        for (const bool chain : {true, false}) {
            const std::string name = lessons::verdictName(verdict, chain);
            EXPECT_EQ(steps[name], verdict == diagnosis::Verdict::uneven ? 0 : 1) << name;
        }
}

TEST_F(WindowLessonWays, AGoalIsNotTickedByWhatStoodThereBefore)
{
    // 4 and −2 reach the first goal, and would reach the second one too if its input were still 0.5.
    start("find_the_balance", 0);
    put("weight", 4.0);
    put("bias", -2.0);
    EXPECT_TRUE(session().record().reached);
    session().next();
    ASSERT_TRUE(waitFor([&] { return session().goalValue().has_value(); }));
    EXPECT_FALSE(session().record().reached);
    workspace().store().undo(); // the values of before
    QCoreApplication::processEvents();
    EXPECT_FALSE(session().record().reached) << "with the input that this step leaves as it is";
    EXPECT_TRUE(part<QLabel>("lesson_state").text().contains(QStringLiteral("which this step leaves as it is")))
        << part<QLabel>("lesson_state").text().toStdString();
}

TEST_F(WindowLessonWays, OnlyWhatWasDoneIsTickedInTheMenu)
{
    EXPECT_FALSE(ticked("find_the_balance"));
    start("find_the_balance", 0);
    EXPECT_FALSE(ticked("find_the_balance")) << "it is only being read";
    for (const auto& [step, weight, bias] :
        {std::tuple{0, 4.0, -2.0}, std::tuple{1, 11.111, -7.803}, std::tuple{2, 11.1111, -7.80278}}) {
        EXPECT_FALSE(ticked("find_the_balance"));
        session().goTo(step);
        put("weight", weight);
        put("bias", bias);
        EXPECT_TRUE(session().record().reached) << step;
    }
    EXPECT_TRUE(ticked("find_the_balance"));
    session().leave();
    EXPECT_TRUE(ticked("find_the_balance"));
    EXPECT_FALSE(ticked("explosion"));
}

TEST_F(WindowLessonWays, WhatToLookForInAPresetStaysUntilItIsClosed)
{
    const documents::Preset& preset = *files::findPreset("knife_edge");
    EXPECT_FALSE(part<QWidget>("preset_note").isVisible());
    window->presetSession().choose(preset);
    QCoreApplication::processEvents();
    ASSERT_TRUE(part<QWidget>("preset_note").isVisible());
    EXPECT_TRUE(part<QWidget>("preset_note_words").accessibleName() == text::toText(preset.lookFor));
    put("weight", 33.0);
    QCoreApplication::processEvents();
    EXPECT_TRUE(part<QWidget>("preset_note").isVisible()) << "it says what to do with the sliders";
    workspace().setPreferences({.language = "pt_BR"});
    QCoreApplication::processEvents();
    EXPECT_TRUE(part<QWidget>("preset_note_words").accessibleName() == text::toText(preset.lookFor));
    part<QToolButton>("preset_note_close").click();
    EXPECT_FALSE(part<QWidget>("preset_note").isVisible());
    put("weight", 34.0);
    EXPECT_FALSE(part<QWidget>("preset_note").isVisible());
    window->presetSession().choose(*files::findPreset("vanishing"));
    EXPECT_TRUE(part<QWidget>("preset_note").isVisible());
    window->presetSession().choose(preset);
    window->undo();
    EXPECT_FALSE(part<QWidget>("preset_note").isVisible()) << "another preset is shown";
    window->redo();
    EXPECT_TRUE(part<QWidget>("preset_note").isVisible());
}

} // namespace window_lesson_ways_test
