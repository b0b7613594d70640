// SPDX-License-Identifier: GPL-3.0-or-later
// No answer is on the screen before it is asked for, in either language: every lesson is walked, and the answer to its
// present question and to its next one looked for among all that can be read. What is covered is closed to every other
// way out of the window, and what is not covered is open to all.
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "files/lessons.h"
#include "render/export/export_page.h"
#include "render/export/figure_table.h"
#include "render/export/recorded_page.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "window/dialogs/animation_dialog.h"
#include "window/views/figure_menu.h"
#include "window/views/sheets/table_window.h"
#include "workspace/lesson_session.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTableView>
#include <QTextBrowser>

#include <filesystem>

using namespace deltascope;
using namespace deltascope::window;

namespace lesson_answers_test {

class LessonAnswers : public WindowTest {
protected:
    workspace::LessonSession& session() { return workspace().lesson(); }
    void start(const char* id, int step)
    {
        workspace().setPreferences({.language = "en"});
        session().start(files::findLesson(id), step);
        settle();
    }
    bool settle()
    {
        QCoreApplication::processEvents();
        const bool done = waitFor([&] {
            for (const views::FigureView* view : window->figures().views())
                if (view->isVisible() && workspace().computing(view->kind().needs()))
                    return false;
            return !workspace().computing(results::needs<evaluation::Evaluation>());
        });
        window->figures().refreshNow();
        QCoreApplication::processEvents();
        return done;
    }
    views::FigureView* view(std::string_view id)
    {
        for (views::FigureView* one : window->figures().views())
            if (one->kind().id == id)
                return one;
        return nullptr;
    }

    /// Words of the figure as they are drawn, and behind *Show as table*.
    QStringList wordsOf(const views::FigureView& shown)
    {
        const figures::Figure& figure = shown.plot().figure();
        QStringList all{text::toText(figure.caption)};
        for (const Message& note : figure.notes)
            all << text::toText(note);
        exports::ExportOptions options;
        exports::RecordedPage page(exports::pageSize(options));
        exports::ExportPage({&figure, 1}, workspace().document(), options).draw(page, {1, 1}, true);
        for (const exports::RecordedItem& item : page.items())
            if (const auto* drawn = std::get_if<exports::RecordedText>(&item))
                all << drawn->text;
        for (const exports::TableColumn& column : exports::figureTable(figure)) {
            all << column.name;
            for (const exports::Cell& cell : column.cells)
                if (const auto* value = std::get_if<double>(&cell))
                    all << text::toText(Message{"%1", {Real{*value, 4}}});
                else if (const auto* words = std::get_if<QString>(&cell))
                    all << *words;
        }
        return all;
    }
    /// All that can be read, but for the words of the present question.
    QStringList readable(bool ofLesson)
    {
        QStringList all;
        const QWidget* lesson = window->findChild<QDockWidget*>(QStringLiteral("lesson"));
        for (const QWidget* widget : window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || (!ofLesson && lesson->isAncestorOf(widget)))
                continue;
            all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                all << label->text();
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                all << button->text();
            if (const auto* browser = qobject_cast<const QTextBrowser*>(widget))
                all << browser->toPlainText();
        }
        for (const views::FigureView* shown : window->figures().views())
            if (shown->isVisible() && !session().covers(shown->kind().id))
                all << wordsOf(*shown);
        return all;
    }
    static QString number(const Argument& argument) { return text::toText(Message{"%1", {argument}}); }
    struct Answer {
        QString text;
        bool inWords = false; ///< looked for in words only: a cell of a table may hold this number by chance
    };
    /// The answer as it may be printed: a number with three digits at least (others stand on axes too) and its inverse,
    /// where it is a ratio; the words of a choice, where they are more than one.
    std::vector<Answer> answers(const lessons::LessonStep& step)
    {
        const lessons::StepQuestion& question = *step.question;
        std::vector<Answer> all;
        if (question.measure) {
            const std::optional<double> value =
                question.measure->value(results::computeSnapshot(step.lastGiven(), question.measure->kind->needs()));
            EXPECT_TRUE(value);
            all.push_back({number(question.measure->shown(*value))});
            if (question.measure->kind->decades)
                all.push_back({number(times({1, -*value})), true});
            std::erase_if(all, [](const Answer& answer) { return digits(answer.text) < 3; });
        } else {
            const QString right = text::toText(question.choices[static_cast<std::size_t>(question.right)]);
            if (right.contains(u' ') || digits(right) >= 3)
                all.push_back({right});
        }
        return all;
    }
    static qsizetype digits(const QString& text)
    {
        return std::ranges::count_if(text, [](QChar sign) { return sign.isDigit(); });
    }
    static bool holds(const QString& text, const Answer& answer)
    {
        if (answer.inWords && QString(text).remove(u'−') == answer.text) // a cell: no words at all
            return false;
        static const QString edge = QStringLiteral("[\\d.,·\\x{00a0}\\x{202f}]");
        return QRegularExpression(
            QStringLiteral("(?<!%1)%2(?!\\d|[.,]\\d)").arg(edge, QRegularExpression::escape(answer.text)),
            QRegularExpression::CaseInsensitiveOption)
            .match(text)
            .hasMatch();
    }
    void expectUnsaid(const lessons::LessonStep& step, bool ofLesson, const std::string& where)
    {
        for (const QString& language : text::availableLanguages()) {
            workspace().setPreferences({.language = language.toStdString()});
            settle();
            const QStringList all = readable(ofLesson);
            EXPECT_GT(all.size(), 50) << where; // or nothing is looked at
            for (const Answer& answer : answers(step))
                for (const QString& text : all)
                    if (holds(text, answer))
                        ADD_FAILURE() << where << ", " << language.toStdString() << ": “" << answer.text.toStdString()
                                      << "” stands in “" << text.left(200).toStdString() << "”";
        }
    }
};

class EachLesson : public LessonAnswers, public testing::WithParamInterface<std::string> { };

TEST_P(EachLesson, SaysNoAnswerBeforeItsQuestionIsAnswered)
{
    const auto lesson = files::findLesson(GetParam());
    ASSERT_TRUE(lesson);
    session().start(lesson, 0);
    for (std::size_t i = 0; i < lesson->steps.size(); ++i) {
        const std::string where = lesson->id + ", step " + std::to_string(i + 1);
        session().goTo(static_cast<int>(i));
        ASSERT_TRUE(settle()) << where;
        const auto& steps = lesson->steps;
        const bool asks = steps[i].question.has_value();
        if (asks)
            expectUnsaid(steps[i], false, where + ", its own");
        if (i + 1 < steps.size() && steps[i + 1].question) {
            expectUnsaid(steps[i + 1], true, where + ", the next one");
            if (asks && steps[i].lastGiven().question.step == 0) {
                ASSERT_TRUE(session().showAnswer());
                ASSERT_TRUE(settle()) << where;
                expectUnsaid(steps[i + 1], true, where + ", answered, the next one");
            }
        }
    }
}

// Covered is what answers, and in every lesson something stays to be looked at beside it.
TEST_P(EachLesson, CoversSomeOfWhatIsShownAndNamesWhatItLeavesOpen)
{
    const auto lesson = files::findLesson(GetParam());
    for (std::size_t i = 0; i < lesson->steps.size(); ++i) {
        const lessons::LessonStep& step = lesson->steps[i];
        const std::string where = lesson->id + ", step " + std::to_string(i + 1);
        for (const std::string& id : step.open) {
            const bool panel = window->findChild<QDockWidget*>(QString::fromStdString(id)) != nullptr;
            EXPECT_TRUE(panel || findKind(figures::figuresRegistry(), id)) << where << ": " << id;
        }
        if (!step.covered || !step.question) {
            EXPECT_TRUE(step.open.empty()) << where;
            continue;
        }
        session().start(lesson, static_cast<int>(i));
        const auto& shown = workspace().view().figures;
        EXPECT_TRUE(std::ranges::any_of(shown, [&](const std::string& id) { return session().covers(id); })) << where;
        EXPECT_TRUE(session().showAnswer());
        for (const std::string& id : shown)
            EXPECT_FALSE(session().covers(id) && step.reveal->pointAt == id) << where << ": " << id;
        session().leave();
    }
}

INSTANTIATE_TEST_SUITE_P(All, EachLesson, testing::ValuesIn([] {
    std::vector<std::string> ids;
    for (const auto& file : std::filesystem::directory_iterator(DELTASCOPE_SOURCE_DIR "/resources/lessons"))
        ids.push_back(file.path().stem().string());
    std::ranges::sort(ids);
    return ids;
}()),
    [](const auto& information) { return information.param; });

TEST_F(LessonAnswers, WhatIsCoveredIsClosedToEveryOtherWay)
{
    start("learning_speed", 1);
    ASSERT_TRUE(session().covers("learning_speed"));
    views::FigureView& shown = *view("learning_speed");
    EXPECT_FALSE(shown.plot().isVisible());
    EXPECT_TRUE(shown.caption().isEmpty());
    EXPECT_EQ(shown.plot().accessibleDescription(), QStringLiteral("Your prediction first"));
    EXPECT_TRUE(shown.refusal()) << "copies";
    QMenu menu;
    views::fillFigureMenu(menu, workspace(), shown);
    for (const QAction* action : menu.actions())
        if (!action->isSeparator()) {
            EXPECT_EQ(action->isEnabled(), action == menu.actions().last()) << action->text().toStdString();
        }
    views::TableWindow table(workspace(), shown.kind(), window.get());
    table.setAttribute(Qt::WA_DeleteOnClose, false);
    EXPECT_EQ(table.findChild<QTableView*>()->model()->rowCount(), 0);
    window->exportFigures(&shown.kind());
    window->exportDialog().beginWritingTo(pathOf("figure.csv"));
    EXPECT_FALSE(window->exportDialog().writing());
    EXPECT_FALSE(QFile::exists(pathOf("figure.csv")));
    window->animationDialog().offer();
    auto* figures = window->animationDialog().findChild<QComboBox*>();
    figures->setCurrentIndex(figures->findData(QStringLiteral("learning_speed")));
    EXPECT_TRUE(window->animationDialog().beginWritingTo(pathOf("film.png")));
    for (const char* panel : {"diagnosis", "formula", "layer"}) {
        const auto* dock = window->findChild<QDockWidget*>(QLatin1String(panel));
        EXPECT_FALSE(dock->findChild<QScrollArea*>()->widget()->isVisible()) << panel;
    }
    // Chosen in place of an open one it is covered too.
    EXPECT_FALSE(session().covers("derivative_curve"));
    view("derivative_curve")->kindChosen(&shown.kind());
    QCoreApplication::processEvents();
    EXPECT_FALSE(view("learning_speed")->plot().isVisible());
    ASSERT_TRUE(session().showAnswer());
    ASSERT_TRUE(settle());
    EXPECT_TRUE(view("learning_speed")->plot().isVisible());
    EXPECT_FALSE(view("learning_speed")->caption().isEmpty());
    EXPECT_FALSE(view("learning_speed")->refusal());
    ASSERT_TRUE(waitFor([&] { return table.findChild<QTableView*>()->model()->rowCount() > 0; }));
    session().startAnew(); // the open table is closed again
    session().goTo(1);
    EXPECT_EQ(table.findChild<QTableView*>()->model()->rowCount(), 0);
}

TEST_F(LessonAnswers, WhatDoesNotAnswerStaysOpen)
{
    start("learning_speed", 1);
    views::FigureView& shown = *view("derivative_curve");
    EXPECT_TRUE(shown.plot().isVisible());
    EXPECT_FALSE(shown.caption().isEmpty());
    EXPECT_FALSE(shown.refusal());
    window->exportFigures(&shown.kind());
    exportTo(pathOf("figure.csv"));
    EXPECT_TRUE(QFile::exists(pathOf("figure.csv")));
    start("explosion", 1); // answered, it shows the state that the next step asks about
    ASSERT_TRUE(session().showAnswer());
    ASSERT_TRUE(settle());
    EXPECT_TRUE(view("factors")->plot().isVisible());
    EXPECT_FALSE(view("learning_speed")->plot().isVisible());
    put("weight", 50.0);
    ASSERT_TRUE(settle());
    EXPECT_TRUE(view("learning_speed")->plot().isVisible()) << "of another network it answers nothing";
}

} // namespace lesson_answers_test
