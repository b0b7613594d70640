// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons in the window: predict, see, reach, explore, come back; progress and report.
#include "app/support/window_fixture.h"

#include "files/lessons.h"
#include "render/plot/plot_widget.h"
#include "render/print/worksheet.h"
#include "storage/lesson_report.h"
#include "text/language.h"
#include "window/lesson_commands.h"
#include "window/views/figure_grid.h"
#include "window/views/figure_view.h"
#include "window/widgets/tour.h"
#include "workspace/lesson_session.h"
#include "workspace/training_control.h"

#include <QDeadlineTimer>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace deltascope;
using namespace deltascope::window;

namespace window_lessons_test {

class WindowLessons : public WindowTest {
protected:
    workspace::LessonSession& session() { return workspace().lesson(); }
    QWidget& panel() { return *window->findChild<QDockWidget*>(QStringLiteral("lesson")); }
    template <class Widget>
    Widget& part(const char* name)
    {
        auto* found = panel().findChild<Widget*>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    /// The first words of the panel that cannot be seen whole.
    std::string cutOff()
    {
        for (const QLabel* label : panel().findChildren<QLabel*>()) {
            const int right = label->mapTo(window.get(), QPoint(label->width(), 0)).x();
            if (label->isVisible()
                && (label->height() < label->heightForWidth(label->width()) || right > window->width()))
                return label->text().toStdString();
        }
        return {};
    }
    void start(const char* id, int step = -1)
    {
        ASSERT_TRUE(files::findLesson(id)) << id;
        session().start(files::findLesson(id), step);
        QCoreApplication::processEvents();
    }
};

TEST_F(WindowLessons, ThePanelComesAndGoesWithTheLesson)
{
    EXPECT_FALSE(panel().isVisible());
    start("learning_speed");
    EXPECT_TRUE(panel().isVisible());
    EXPECT_EQ(part<QLabel>("lesson_title").text(), text::toText("What a learning speed is"));
    session().leave();
    QCoreApplication::processEvents();
    EXPECT_FALSE(panel().isVisible());
    EXPECT_TRUE(workspace().hidden().empty());
}

TEST_F(WindowLessons, AChoiceIsAskedBeforeItIsRevealed)
{
    start("learning_speed", 1);
    EXPECT_FALSE(part<QLabel>("lesson_reveal").isVisible());
    EXPECT_FALSE(part<QPushButton>("lesson_answer").isEnabled());
    part<QRadioButton>("lesson_choice_1").click();
    part<QPushButton>("lesson_answer").click();
    EXPECT_TRUE(part<QLabel>("lesson_reveal").isVisible());
    EXPECT_EQ(session().record().answer->right, false);
    EXPECT_TRUE(part<QLabel>("lesson_verdict").text().contains(text::toText("Layer 4, next to the output")));
}

TEST_F(WindowLessons, ANumberIsComparedWithWhatHappens)
{
    start("explosion", 1);
    part<QLineEdit>("lesson_number").setText(QStringLiteral("none"));
    part<QPushButton>("lesson_answer").click();
    EXPECT_FALSE(session().record().answer); // the sentence says what would be right
    part<QLineEdit>("lesson_number").setText(QStringLiteral("25"));
    part<QPushButton>("lesson_answer").click();
    ASSERT_TRUE(waitFor([&] { return session().record().answer->right.has_value(); }));
    EXPECT_EQ(session().record().answer->right, true);
    EXPECT_EQ(workspace().scenario().weight, 100);
    EXPECT_NEAR(*session().record().answer->measured, std::log10(25.0), 1e-9);
}

TEST_F(WindowLessons, AGoalIsReachedByHandAndStays)
{
    start("explosion", 3);
    EXPECT_FALSE(session().record().reached);
    model::Scenario solved = workspace().scenario();
    solved.weight = 4;
    workspace().store().edit(QStringLiteral("by hand"), solved);
    EXPECT_TRUE(session().record().reached);
    workspace().store().undo();
    EXPECT_TRUE(session().record().reached);
    EXPECT_TRUE(part<QLabel>("lesson_state").text().contains(QStringLiteral("✓")));
}

TEST_F(WindowLessons, ExplorationIsFreeAndComesBack)
{
    start("the_product", 0);
    EXPECT_FALSE(part<QPushButton>("lesson_back").isVisible());
    model::Scenario other = workspace().scenario();
    other.depth = 3;
    workspace().store().edit(QStringLiteral("by hand"), other);
    QCoreApplication::processEvents();
    EXPECT_TRUE(part<QPushButton>("lesson_back").isVisible());
    part<QPushButton>("lesson_back").click();
    EXPECT_EQ(workspace().scenario().depth, 4);
    workspace().store().undo(); // coming back is a step as any other
    EXPECT_EQ(workspace().scenario().depth, 3);
}

TEST_F(WindowLessons, OnlyTheStepsControlsAreShown)
{
    start("the_product", 0);
    auto* parameters = window->findChild<QDockWidget*>(QStringLiteral("parameters"));
    EXPECT_TRUE(parameters->findChild<QWidget*>(QStringLiteral("depth"))->isVisible());
    EXPECT_FALSE(parameters->findChild<QWidget*>(QStringLiteral("weight"))->isVisible());
    parameters->findChild<QPushButton*>(QStringLiteral("show_all"))->click();
    EXPECT_TRUE(parameters->findChild<QWidget*>(QStringLiteral("weight"))->isVisible());
}

TEST_F(WindowLessons, ProgressIsKept)
{
    start("two_factors", 1);
    session().answerChoice(2);
    session().goTo(3);
    session().leave();
    start("two_factors");
    EXPECT_EQ(session().step(), 3);
    session().goTo(1);
    EXPECT_EQ(session().record().answer->choice, 2);
    EXPECT_EQ(workspace().scenario().weight, 10); // what had been revealed
    session().startAnew();
    EXPECT_EQ(session().step(), 0);
    session().goTo(1);
    EXPECT_FALSE(session().record().answer);
}

TEST_F(WindowLessons, ADocumentBringsItsLessonBack)
{
    start("narrow_window", 2);
    const model::Document document = workspace().document();
    session().leave();
    workspace().show(document);
    ASSERT_TRUE(session().lesson());
    EXPECT_EQ(session().lesson()->id, "narrow_window");
    EXPECT_EQ(session().step(), 2);
    EXPECT_EQ(workspace().hidden(), document.hide);
}

TEST_F(WindowLessons, ALessonThatTrainsIsJudgedWhenTheTrainingIsThere)
{
    start("saturation", 1);
    session().answerChoice(1);
    ASSERT_TRUE(waitFor([&] { return workspace().training().step() == 1200 && !workspace().training().isRunning(); }));
    EXPECT_EQ(workspace().scenario(), session().present().lastGiven().scenario);
    session().goTo(2);
    ASSERT_TRUE(waitFor([&] { return workspace().training().step() == 0; }));
}

TEST_F(WindowLessons, PinnedTrainingsAreRunForTheAnswer)
{
    start("momentum", 1);
    EXPECT_FALSE(session().answerNumber(QStringLiteral("0.5")));
    ASSERT_TRUE(waitFor([&] { return session().record().answer->right.has_value(); }));
    EXPECT_LT(*session().record().answer->measured, std::log10(0.6));
    EXPECT_EQ(workspace().training().step(), 1000);
}

TEST_F(WindowLessons, WhatWouldGiveTheAnswerAwayIsCovered)
{
    const auto seen = [&](std::string_view figure) {
        const auto views = window->figures().views();
        return std::ranges::any_of(views,
            [&](const views::FigureView* view) { return view->kind().id == figure && view->plot().isVisible(); });
    };
    const auto* words = window->findChild<QLabel*>(QStringLiteral("diagnosis"));
    start("learning_speed", 0);
    EXPECT_TRUE(seen("learning_speed") && words->isVisible());
    session().goTo(1);
    QCoreApplication::processEvents();
    EXPECT_FALSE(seen("learning_speed") || seen("network") || words->isVisible());
    EXPECT_TRUE(seen("derivative_curve")) << "that answers nothing";
    session().answerChoice(2);
    QCoreApplication::processEvents();
    EXPECT_TRUE(seen("learning_speed") && seen("network") && words->isVisible());
    session().goTo(2);
    session().leave();
    QCoreApplication::processEvents();
    EXPECT_TRUE(seen("learning_speed") && words->isVisible());
}

TEST_F(WindowLessons, TheReportHoldsEveryQuestionAndGoal)
{
    start("explosion", 1);
    EXPECT_FALSE(session().answerNumber(QStringLiteral("30")));
    ASSERT_TRUE(waitFor([&] { return session().record().answer->right.has_value(); }));
    const QString csv = QString::fromUtf8(storage::lessonReportCsv(*session().lesson(), session().records()));
    const QStringList lines = csv.trimmed().split(u'\n');
    ASSERT_EQ(lines.size(), 4); // two questions and a goal below the heading
    EXPECT_EQ(lines[0].count(u','), 8);
    EXPECT_TRUE(lines[1].contains(QStringLiteral(",no,"))) << lines[1].toStdString();
    EXPECT_TRUE(storage::lessonReportPdf(*session().lesson(), session().records()).startsWith("%PDF"));
}

TEST_F(WindowLessons, ABrokenLessonOfTheUsersIsOneSentence)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.json"));
    const auto write = [&](const QByteArray& bytes) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(R"({"format": "deltascope.lesson", "schema": 1, "title": "Mine", "steps": [{"text": 3}]})");
    window->lessonCommands().openPath(path);
    EXPECT_FALSE(session().lesson());
    write(R"({"format": "deltascope.lesson", "schema": 1, "title": "Mine", "steps": [{"text": "Look."}]})");
    window->lessonCommands().openPath(path);
    ASSERT_TRUE(session().lesson());
    QCoreApplication::processEvents();
    EXPECT_EQ(part<QLabel>("lesson_text").text(), QStringLiteral("Look."));
}

/// In every language, light and dark; with DELTASCOPE_PICTURES=FOLDER a picture of each is kept to be looked at.
TEST_F(WindowLessons, EveryStepOfEveryLessonIsShownWhole)
{
    const QString pictures = qEnvironmentVariable("DELTASCOPE_PICTURES");
    window->resize(1280, 720);
    for (const QString& language : text::availableLanguages()) {
        for (const char* theme : {"light", "dark"}) {
            workspace().setPreferences({.theme = theme, .language = language.toStdString()});
            for (const auto& lesson : files::lessons()) {
                session().start(lesson, 0);
                session().startAnew();
                for (int step = 0; step < static_cast<int>(lesson->steps.size()); ++step) {
                    session().goTo(step);
                    EXPECT_TRUE(waitFor([&] { return cutOff().empty(); })) // panels slide into their places
                        << lesson->id << ' ' << step << ": " << cutOff();
                    if (pictures.isEmpty())
                        continue;
                    if (session().present().question) // as it looks when it is answered
                        session().present().question->measure ? void(session().answerNumber(QStringLiteral("0.02")))
                                                              : session().answerChoice(0);
                    waitFor([&] {
                        return !workspace().training().isRunning()
                            && !workspace().computing(results::needs<evaluation::Evaluation>());
                    });
                    const QDeadlineTimer settle(400);
                    waitFor([&] { return settle.hasExpired(); });
                    window->grab().save(
                        QStringLiteral("%1/%2_%3_%4_%5.png")
                            .arg(pictures, language, QLatin1String(theme), QString::fromStdString(lesson->id))
                            .arg(step + 1));
                }
            }
        }
    }
    session().leave();
}

TEST_F(WindowLessons, WorksheetsNameWhatTheWindowNames)
{
    model::Scenario scenario;
    scenario.weight = 6.9;
    scenario.bias = -3.45;
    scenario.initializer = "balanced";
    text::setLanguage(QStringLiteral("en"));
    EXPECT_EQ(
        prints::settingsText(scenario), QStringLiteral("Initialization = Balanced; Weight w = 6.9; Bias b = −3.45"));
    text::setLanguage(QStringLiteral("pt_BR"));
    EXPECT_TRUE(prints::settingsText(scenario).endsWith(QStringLiteral("w = 6,9; Viés b = −3,45")))
        << prints::settingsText(scenario).toStdString();
    text::setLanguage(QStringLiteral("system"));
    EXPECT_TRUE(prints::settingsText({}).isEmpty());
}

TEST_F(WindowLessons, AGoalIsLeftAndComesBackToo)
{
    start("explosion", 3);
    EXPECT_FALSE(part<QPushButton>("lesson_back").isVisible());
    model::Scenario other = workspace().scenario();
    other.weight = 7;
    workspace().store().edit(QStringLiteral("by hand"), other);
    QCoreApplication::processEvents();
    EXPECT_TRUE(part<QPushButton>("lesson_back").isVisible());
    part<QPushButton>("lesson_back").click();
    EXPECT_EQ(workspace().scenario().weight, 100);
}

TEST_F(WindowLessons, WorksheetsArePdf)
{
    for (const bool answers : {false, true}) {
        const Result<QByteArray> pdf = prints::worksheetPdf(*files::findLesson("explosion"), answers);
        ASSERT_TRUE(pdf);
        EXPECT_TRUE(pdf->startsWith("%PDF"));
    }
}

TEST_F(WindowLessons, ALessonEndsTheTour)
{
    window->showTour();
    ASSERT_GE(window->tour()->place(), 0);
    workspace().lesson().start(files::lessons().front(), 0);
    EXPECT_EQ(window->tour()->place(), -1);
    EXPECT_FALSE(window->findChild<QWidget*>(QStringLiteral("tour_note"))->isVisible());
}

// The tour says how many lessons there are, whatever their number.
TEST_F(WindowLessons, TheTourCountsThem)
{
    window->showTour();
    const auto* note = window->findChild<QWidget*>(QStringLiteral("tour_note"));
    ASSERT_TRUE(note);
    QString said;
    for (int mark = 0; mark < 8 && note->isVisible(); ++mark) {
        for (const QLabel* label : note->findChildren<QLabel*>())
            said += label->text() + u'\n';
        for (QPushButton* button : note->findChildren<QPushButton*>())
            if (button->isDefault())
                button->click();
    }
    EXPECT_FALSE(note->isVisible());
    const QRegularExpression count(QStringLiteral("\\b%1 (lessons|lições)").arg(files::lessons().size()));
    EXPECT_TRUE(said.contains(count)) << qPrintable(said);
}

} // namespace window_lessons_test
