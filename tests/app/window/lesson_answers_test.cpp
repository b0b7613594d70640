// SPDX-License-Identifier: GPL-3.0-or-later
// No answer is on the screen before it is asked for, in either language: every lesson is walked, and the answer to its
// present question and to its next one looked for among all that can be read. What is covered is closed to every other
// way out of the window, and what is not covered is open to all.
#include "app/support/window_fixture.h"

#include "files/lessons.h"
#include "figures/build_figure.h"
#include "render/export/export_page.h"
#include "render/export/figure_table.h"
#include "render/export/recorded_page.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "window/stage/thumbnail.h"
#include "window/views/figure_menu.h"
#include "window/views/table_window.h"
#include "workspace/lesson_session.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTableView>
#include <QTextBrowser>

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
    /// The answer as it may be printed: a number with three digits at least (others stand on axes too) and its inverse,
    /// where it is a ratio; the words of a choice, where they are more than one.
    QStringList answers(const lessons::LessonStep& step)
    {
        const lessons::StepQuestion& question = *step.question;
        QStringList all;
        if (question.measure) {
            const std::optional<double> value = question.measure->value(
                results::computeSnapshot(step.lastGiven(), question.measure->kind->needs()));
            EXPECT_TRUE(value);
            all << number(question.measure->shown(*value));
            if (question.measure->kind->decades)
                all << number(times({1, -*value}));
            all.removeIf([](QString text) { return text.remove(QRegularExpression(QStringLiteral("[^0-9]"))).size() < 3; });
        } else {
            const QString right = text::toText(question.choices[static_cast<std::size_t>(question.right)]);
            if (right.contains(u' ') || right.count(QRegularExpression(QStringLiteral("[0-9]"))) >= 3)
                all << right;
        }
        return all;
    }
    static bool holds(const QString& text, const QString& answer)
    {
        static const QString edge = QStringLiteral("[\\d.,·\\x{00a0}\\x{202f}]");
        return QRegularExpression(QStringLiteral("(?<!%1)%2(?!\\d|[.,]\\d)").arg(edge, QRegularExpression::escape(answer)),
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
            for (const QString& answer : answers(step))
                for (const QString& text : all)
                    if (holds(text, answer))
                        ADD_FAILURE() << where << ", " << language.toStdString() << ": “" << answer.toStdString()
                                      << "” stands in “" << text.left(200).toStdString() << "”";
        }
    }
};

TEST_F(LessonAnswers, NoneIsReadBeforeItsQuestionIsAnswered)
{
    for (const auto& lesson : files::lessons()) {
        session().start(lesson, 0);
        session().startAnew();
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
}

} // namespace lesson_answers_test
