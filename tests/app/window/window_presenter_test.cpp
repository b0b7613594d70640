// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter view: the stage full screen, driven by a clicker and number keys, and the window as it was afterwards.
#include "app/support/window_fixture.h"

#include "files/lessons.h"
#include "text/language.h"
#include "window/presenter.h"
#include "window/stage/choice_card.h"
#include "window/stage/class_vote.h"
#include "window/stage/stage.h"
#include "window/stage/stage_choice.h"
#include "window/stage/thumbnail.h"
#include "workspace/lesson_session.h"
#include "workspace/preset_session.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSpinBox>

using namespace deltascope;
using namespace deltascope::window;

namespace window_presenter_test {

class WindowPresenter : public WindowTest {
protected:
    WindowPresenter() { workspace().setPreferences({.language = "en"}); }
    ~WindowPresenter() override { window->presenter().leave(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const char* keys) { QTest::keyClicks(window.get(), QLatin1String(keys)); }
    Presenter& presenter() { return window->presenter(); }
    workspace::LessonSession& lesson() { return workspace().lesson(); }
    stage::Stage& onStage() { return *presenter().stage(); }
    std::string large() { return std::string(presenter().choice().shown().front()->id); }
    /// A label's words, where it can be seen.
    QString words(const char* name)
    {
        const auto* label = onStage().findChild<QLabel*>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    }
    stage::ChoiceCard& card(int number)
    {
        return *onStage().findChild<stage::ChoiceCard*>(QStringLiteral("stage_choice_%1").arg(number));
    }
    /// In the lesson at the step of this number, before a class.
    void teach(const char* id, int step)
    {
        lesson().start(files::findLesson(id), step - 1);
        presenter().enter();
        QCoreApplication::processEvents();
    }
};

TEST_F(WindowPresenter, TheWindowIsAsItWas)
{
    for (const bool maximized : {false, true}) {
        maximized ? window->showMaximized() : window->showNormal();
        QTest::qWait(300); // panels slide into their places
        const QFont font = QApplication::font();
        const model::Document before = workspace().document();
        const QRect geometry = window->geometry();
        const auto docks = window->findChildren<QDockWidget*>();
        std::vector<QRect> places;
        for (const QDockWidget* dock : docks)
            places.push_back(dock->isVisible() ? dock->geometry() : QRect());
        presenter().enter();
        QTest::qWait(100);
        EXPECT_TRUE(onStage().isVisible());
        EXPECT_EQ(QApplication::font(), font) << "only the stage has large type";
        EXPECT_GE(onStage().font().pointSizeF(), 1.5 * font.pointSizeF());
        press(Qt::Key_Escape);
        QTest::qWait(300);
        EXPECT_FALSE(presenter().isOn());
        EXPECT_EQ(window->isMaximized(), maximized);
        EXPECT_EQ(window->geometry(), geometry);
        EXPECT_TRUE(window->figures().isVisible());
        EXPECT_TRUE(window->menuBar()->isVisible());
        for (qsizetype i = 0; i < docks.size(); ++i)
            EXPECT_EQ(docks[i]->isVisible() ? docks[i]->geometry() : QRect(), places[std::size_t(i)])
                << docks[i]->objectName().toStdString();
        EXPECT_EQ(workspace().document(), before);
    }
}

TEST_F(WindowPresenter, TheStageIsAsLargeAsTheScreenWhateverTheLesson)
{
    for (const char* language : {"en", "pt_BR"}) {
        workspace().setPreferences({.language = language});
        teach("two_factors", 1);
        const QSize screen = window->screen()->size();
        for (const auto& each : files::lessons()) {
            lesson().start(each, 0);
            QCoreApplication::processEvents();
            EXPECT_EQ(onStage().size(), screen) << each->id;
        }
        presenter().leave();
    }
}

TEST_F(WindowPresenter, WhatTheLessonPointsAtIsOnTheStage)
{
    int pointed = 0;
    for (const auto& each : files::lessons())
        for (int step = 0; step < static_cast<int>(each->steps.size()); ++step) {
            lesson().start(each, step);
            for (const bool after : {false, true}) {
                if (after && !lesson().showAnswer())
                    continue;
                const auto& shown = workspace().view().figures;
                if (std::ranges::find(shown, lesson().pointAt()) == shown.end())
                    continue; // a parameter, or nothing
                EXPECT_EQ(large(), lesson().pointAt()) << each->id << " step " << step + 1;
                ++pointed;
            }
        }
    EXPECT_GT(pointed, 60);
}

TEST_F(WindowPresenter, WithoutALessonTheSubjectOfTheProgramIsOnTheStage)
{
    presenter().enter();
    EXPECT_EQ(large(), "learning_speed");
    press(Qt::Key_PageDown); // a clicker goes on to the next figure
    EXPECT_NE(large(), "learning_speed");
    press(Qt::Key_PageUp);
    EXPECT_EQ(large(), "learning_speed");
}

TEST_F(WindowPresenter, DigitsArrowsAndPicturesChooseTheFigure)
{
    presenter().enter();
    press(Qt::Key_1); // the drawing
    EXPECT_EQ(large(), window->figures().views().front()->kind().id);
    press(Qt::Key_Right);
    EXPECT_EQ(large(), workspace().view().figures[0]);
    press(Qt::Key_Left);
    press(Qt::Key_Left); // round
    EXPECT_EQ(large(), workspace().view().figures[3]);
    press(Qt::Key_9); // there is none
    EXPECT_EQ(large(), workspace().view().figures[3]);
    auto& second = *onStage().findChild<stage::Thumbnail*>(QStringLiteral("thumbnail_2"));
    EXPECT_FALSE(second.onStage());
    second.click();
    EXPECT_EQ(large(), workspace().view().figures[0]);
    EXPECT_TRUE(second.onStage());
    ASSERT_EQ(onStage().figures().size(), 1u);
    EXPECT_EQ(onStage().figures().front()->kind().id, large());
}

TEST_F(WindowPresenter, AClickerGoesThroughTheLesson)
{
    teach("explosion", 1);
    press(Qt::Key_PageDown);
    EXPECT_EQ(lesson().step(), 1);
    EXPECT_FALSE(lesson().revealed());
    press(Qt::Key_PageDown); // first the answer
    EXPECT_EQ(lesson().step(), 1);
    EXPECT_TRUE(lesson().revealed());
    EXPECT_FALSE(lesson().record().answer) << "nobody has answered";
    press(Qt::Key_PageDown);
    EXPECT_EQ(lesson().step(), 2);
    press(Qt::Key_PageUp);
    EXPECT_EQ(lesson().step(), 1);
    press(Qt::Key_Escape);
    EXPECT_EQ(lesson().step(), 1); // the lesson goes on at the desk
}

TEST_F(WindowPresenter, AClassVotesByNumberKeys)
{
    teach("two_factors", 2);
    ASSERT_TRUE(lesson().present().question && lesson().present().question->choices.size() == 3);
    const std::string before = large();
    type("11321");
    EXPECT_EQ(presenter().vote().present().hands, (std::vector{3, 1, 1}));
    EXPECT_EQ(large(), before) << "while a question is open digits are votes";
    press(Qt::Key_Backspace);
    EXPECT_EQ(presenter().vote().present().hands, (std::vector{2, 1, 1}));
    type("7"); // no such choice
    card(2).click(); // on a board
    EXPECT_EQ(presenter().vote().present().hands, (std::vector{2, 2, 1}));
    EXPECT_EQ(card(1).state().verdict, stage::ChoiceCard::Verdict::open);
    const int right = lesson().present().question->right;
    press(Qt::Key_PageDown);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(card(i + 1).state().verdict,
            i == right ? stage::ChoiceCard::Verdict::right : stage::ChoiceCard::Verdict::wrong);
        EXPECT_EQ(card(i + 1).state().all, 5);
    }
    type("1"); // now it chooses a figure
    EXPECT_EQ(large(), window->figures().views().front()->kind().id);
    EXPECT_EQ(presenter().vote().present().votes(), 5);
}

TEST_F(WindowPresenter, HandsAreCountedChoiceByChoice)
{
    teach("two_factors", 2);
    press(Qt::Key_H);
    type("17");
    press(Qt::Key_Return);
    type("25");
    press(Qt::Key_Backspace);
    press(Qt::Key_Return);
    press(Qt::Key_Return); // nobody for the last one
    EXPECT_EQ(presenter().vote().present().hands, (std::vector{17, 2, 0}));
    type("3"); // then each digit is one hand again
    EXPECT_EQ(presenter().vote().present().hands, (std::vector{17, 2, 1}));
    press(Qt::Key_H);
    press(Qt::Key_Escape);
    EXPECT_TRUE(presenter().isOn()) << "it ends the counting, not the presentation";
}

TEST_F(WindowPresenter, AClassSaysNumbers)
{
    teach("two_factors", 3);
    ASSERT_TRUE(lesson().present().question->measure);
    type("0.5");
    press(Qt::Key_Return);
    type("-");
    press(Qt::Key_Return); // is none
    EXPECT_FALSE(words("stage_problem").isEmpty());
    EXPECT_EQ(presenter().vote().present().guesses.size(), 1u);
    type("2");
    EXPECT_TRUE(words("stage_problem").isEmpty());
    press(Qt::Key_Return);
    EXPECT_EQ(presenter().vote().present().guesses.size(), 2u);
    press(Qt::Key_Backspace);
    EXPECT_EQ(presenter().vote().present().guesses.size(), 1u);
    press(Qt::Key_PageDown);
    ASSERT_TRUE(waitFor([&] { return presenter().vote().present().measured.has_value(); }));
    EXPECT_EQ(
        presenter().vote().present().measured, lesson().present().question->measure->value(workspace().snapshot()));
    EXPECT_FALSE(words("stage_guesses").isEmpty());
}

TEST_F(WindowPresenter, WhatTheClassSaidIsNoAnswerOfOnesOwn)
{
    lesson().start(files::findLesson("two_factors"), 1);
    lesson().answerChoice(0);
    lesson().goTo(0);
    presenter().enter();
    press(Qt::Key_PageDown);
    EXPECT_FALSE(lesson().revealed()) << "the class has not been asked yet";
    type("2");
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    presenter().leave();
    EXPECT_EQ(lesson().step(), 2);
    ASSERT_TRUE(lesson().records()[1].answer) << "the own answer is back";
    EXPECT_EQ(lesson().records()[1].answer->choice, 0);
    lesson().startAnew();
    presenter().enter();
    EXPECT_EQ(presenter().vote().of(1).votes(), 0) << "another class";
}

TEST_F(WindowPresenter, TheEndSaysWhatTheClassSaid)
{
    teach("two_factors", 2);
    const int right = lesson().present().question->right;
    type(right == 0 ? "1112" : "2223");
    const QString question = words("stage_question");
    while (!lesson().ended())
        press(Qt::Key_PageDown);
    auto* page = onStage().findChild<QWidget*>(QStringLiteral("stage_end"));
    ASSERT_TRUE(page->isVisible());
    EXPECT_EQ(words("stage_end_question"), question);
    const auto answers = page->findChildren<QLabel*>(QStringLiteral("stage_end_answer"));
    EXPECT_TRUE(answers.front()->text().contains(QStringLiteral("of 4 said so")))
        << answers.front()->text().toStdString();
    EXPECT_FALSE(words("stage_end_next").isEmpty());
    press(Qt::Key_PageDown); // a press too many does no harm
    EXPECT_TRUE(lesson().ended());
    press(Qt::Key_N);
    EXPECT_FALSE(lesson().ended());
    EXPECT_NE(lesson().lesson()->id, "two_factors");
    EXPECT_FALSE(page->isVisible());
}

TEST_F(WindowPresenter, LessonsAreChosenWithoutAMouse)
{
    presenter().enter();
    press(Qt::Key_L);
    auto* menu = onStage().findChild<QMenu*>(QStringLiteral("stage_lessons"));
    ASSERT_TRUE(menu && menu->isVisible());
    EXPECT_EQ(menu->actions().size(), static_cast<qsizetype>(files::lessons().size()));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    EXPECT_EQ(lesson().lesson(), files::lessons()[1]);
}

TEST_F(WindowPresenter, PresetsAreChosenWithoutAMouse)
{
    teach("explosion", 1);
    while (!lesson().ended())
        press(Qt::Key_PageDown);
    press(Qt::Key_P);
    EXPECT_FALSE(lesson().lesson()) << "its last page would hide what is chosen";
    auto* list = qobject_cast<QListWidget*>(QApplication::activePopupWidget()->focusWidget());
    ASSERT_TRUE(list);
    EXPECT_EQ(list->window()->parentWidget(), &onStage()) << "above it, whatever the window system";
    QTest::keyClicks(list, QStringLiteral("Sign"));
    const QString name = list->currentItem()->text();
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(QApplication::activePopupWidget(), nullptr);
    EXPECT_EQ(window->presetSession().title(), name);
    EXPECT_TRUE(presenter().isOn());
}

TEST_F(WindowPresenter, WhatIsTouchedIsAsLargeAsAFinger)
{
    teach("learning_speed", 2);
    lesson().goTo(3); // what comes later too
    QCoreApplication::processEvents();
    int buttons = 0;
    for (const QAbstractButton* button : onStage().findChildren<QAbstractButton*>()) {
        const bool ours = button->isVisible() && !button->objectName().startsWith(QStringLiteral("qt_"));
        EXPECT_TRUE(!ours || (button->height() >= 32 && button->width() >= 32))
            << button->metaObject()->className() << ' ' << button->objectName().toStdString();
        buttons += ours;
    }
    EXPECT_GT(buttons, 3);
}

TEST_F(WindowPresenter, FewControlsAreThereAndOneMayPutThemAway)
{
    presenter().enter();
    const auto* controls = onStage().findChild<QWidget*>(QStringLiteral("stage_controls"));
    EXPECT_TRUE(controls->findChild<QWidget*>(QStringLiteral("weight"))->isVisible());
    EXPECT_EQ(controls->findChild<QWidget*>(QStringLiteral("loss")), nullptr);
    press(Qt::Key_C);
    EXPECT_FALSE(controls->isVisible());
    press(Qt::Key_C);
    EXPECT_TRUE(controls->isVisible());
}

TEST_F(WindowPresenter, BlackAndBack)
{
    presenter().enter();
    const auto* black = onStage().findChild<QWidget*>(QStringLiteral("black"));
    press(Qt::Key_B);
    EXPECT_TRUE(black->isVisible());
    EXPECT_EQ(black->size(), onStage().size());
    press(Qt::Key_PageDown);
    EXPECT_FALSE(black->isVisible());
    EXPECT_TRUE(presenter().isOn());
}

TEST_F(WindowPresenter, TheHaloFades)
{
    presenter().enter();
    const auto* halo = onStage().findChild<QWidget*>(QStringLiteral("halo"));
    EXPECT_FALSE(halo->isVisible());
    onStage().movePointer(onStage().mapToGlobal(QPoint(200, 200)));
    EXPECT_TRUE(halo->isVisible());
    EXPECT_EQ(halo->geometry().center() + QPoint(1, 1), QPoint(200, 200));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !halo->isVisible(); }, 30'000));
}

TEST_F(WindowPresenter, WhatIsRefusedIsSaidOnTheStage)
{
    presenter().enter();
    EXPECT_TRUE(words("stage_notice").isEmpty());
    workspace().report({Fault::usage, {"It cannot be.", {}}});
    EXPECT_EQ(words("stage_notice"), QStringLiteral("It cannot be."));
}

TEST_F(WindowPresenter, UndoWorksOnTheStage)
{
    presenter().enter();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&onStage()));
    put("weight", 3.0);
    QTest::keyClick(&onStage(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(workspace().scenario().weight, model::Scenario{}.weight);
    QTest::keyClick(&onStage(), Qt::Key_F5);
    EXPECT_FALSE(presenter().isOn());
}

TEST_F(WindowPresenter, ALessonThatCameMeanwhileStays)
{
    const auto& dock = *window->findChild<QDockWidget*>(QStringLiteral("lesson"));
    presenter().enter();
    lesson().start(files::findLesson("explosion"), 1);
    QCoreApplication::processEvents();
    presenter().leave();
    QCoreApplication::processEvents();
    EXPECT_TRUE(dock.isVisible());
    EXPECT_FALSE(dock.visibleRegion().isEmpty()) << "not behind another panel";
    presenter().enter();
    lesson().leave(); // and one that went meanwhile does not come back empty
    presenter().leave();
    QCoreApplication::processEvents();
    EXPECT_FALSE(dock.isVisible());
}

TEST_F(WindowPresenter, WhoseStageIsClosedHasLeft)
{
    presenter().enter();
    onStage().close();
    QCoreApplication::processEvents();
    EXPECT_FALSE(presenter().isOn());
    EXPECT_TRUE(window->figures().isVisible());
}

/// Run with two screens by the test window_on_two_screens: one of 1366 × 768, beside it one of 1920 × 1080.
class WindowProjector : public WindowPresenter {
protected:
    void SetUp() override
    {
        if (QGuiApplication::screens().size() != 2)
            GTEST_SKIP() << "there is one screen";
        ASSERT_EQ(window->screen(), QGuiApplication::screens().front());
    }
    QScreen& projector() { return *QGuiApplication::screens().back(); }
    QWidget* teacher() { return window->findChild<QWidget*>(QStringLiteral("teacher")); }
};

TEST_F(WindowProjector, TheStageIsOnItAndTheWindowStays)
{
    const QRect before = window->geometry();
    presenter().enter();
    QCoreApplication::processEvents();
    EXPECT_EQ(onStage().geometry(), projector().geometry());
    EXPECT_EQ(window->geometry(), before);
    EXPECT_TRUE(window->figures().isVisible()) << "the lecturer's own";
    EXPECT_EQ(onStage().findChild<QWidget*>(QStringLiteral("filmstrip")), nullptr) << "the audience needs none";
    EXPECT_EQ(onStage().findChild<QWidget*>(QStringLiteral("stage_controls")), nullptr);
    ASSERT_TRUE(teacher());
    EXPECT_TRUE(teacher()->isVisible());
    presenter().leave();
    EXPECT_EQ(teacher(), nullptr);
    EXPECT_EQ(window->geometry(), before);
}

TEST_F(WindowProjector, TheLecturerKnowsTheAnswerAndWhatComesNext)
{
    teach("two_factors", 2);
    const auto said = [&](const char* name) { return teacher()->findChild<QLabel*>(QLatin1String(name))->text(); };
    const lessons::StepQuestion& question = *lesson().present().question;
    const QString answer = text::toText(question.choices[std::size_t(question.right)]);
    EXPECT_TRUE(said("teacher_notes").contains(answer));
    EXPECT_TRUE(said("teacher_notes").contains(text::toText(lesson().present().reveal->text)));
    EXPECT_TRUE(said("teacher_next").contains(text::toText(lesson().lesson()->steps[2].text)));
    EXPECT_TRUE(words("stage_reveal").isEmpty()) << "the audience does not";
    EXPECT_TRUE(words("stage_keys").isEmpty()) << "keys are the lecturer's business";
    teacher()->findChild<QSpinBox*>(QStringLiteral("teacher_hands_3"))->setValue(21);
    EXPECT_EQ(card(3).state().hands, 21);
    teacher()->findChild<QAbstractButton*>(QStringLiteral("teacher_advance"))->click();
    EXPECT_TRUE(lesson().revealed());
    EXPECT_FALSE(words("stage_reveal").isEmpty());
}

TEST_F(WindowProjector, TheScreensAreSwapped)
{
    presenter().enter();
    const QSize size = window->size();
    press(Qt::Key_S);
    QCoreApplication::processEvents();
    EXPECT_EQ(onStage().geometry(), QGuiApplication::screens().front()->geometry());
    EXPECT_EQ(window->screen(), &projector());
    EXPECT_EQ(window->size(), size);
}

TEST_F(WindowProjector, TwoOrFourFiguresAtOnce)
{
    presenter().enter();
    QCoreApplication::processEvents();
    for (const std::size_t count : {2u, 4u, 1u}) {
        press(Qt::Key_M);
        ASSERT_EQ(onStage().figures().size(), count);
        for (const views::FigureView* view : onStage().figures()) {
            EXPECT_TRUE(onStage().rect().contains(view->geometry()));
            EXPECT_GT(view->width() * view->height() * static_cast<int>(count), 1920 * 1080 * 7 / 10);
        }
    }
}

TEST(Projector, TwoScreensThatShowTheSameAreOne)
{
    const QList<QScreen*> screens = QGuiApplication::screens();
    EXPECT_EQ(audienceScreen(screens.front(), {screens.front(), screens.front()}), nullptr);
    if (screens.size() == 2) {
        EXPECT_EQ(audienceScreen(screens.front(), screens), screens.back());
        EXPECT_EQ(audienceScreen(screens.back(), screens), screens.front());
    }
}

} // namespace window_presenter_test
