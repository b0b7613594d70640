// SPDX-License-Identifier: GPL-3.0-or-later
// Every word of every lesson on the stage, in both languages, on every screen from 1024 × 768 up.
#include "files/lessons.h"
#include "text/language.h"
#include "window/playing/walking.h"
#include "window/stage/choice_card.h"
#include "window/stage/class_vote.h"
#include "window/stage/stage.h"
#include "window/stage/stage_choice.h"
#include "window/views/figure_view.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QLabel>

#include <gtest/gtest.h>

using namespace deltascope;

namespace stage_test {

constexpr QSize kSizes[] = {{1024, 768}, {1280, 720}, {1366, 768}, {1920, 1080}, {3840, 2160}};

class StageWords : public testing::TestWithParam<const char*> {
protected:
    StageWords()
    {
        text::setLanguage(QLatin1String(GetParam()));
        workspace.lesson().setForClass(true);
        for (const QSize size : kSizes)
            for (const stage::Lecturer lecturer : {stage::Lecturer::here, stage::Lecturer::elsewhere}) {
                stages.push_back(std::make_unique<stage::Stage>(
                    stage::Stage::Parts{workspace, choice, vote, walking}, lecturer, size));
                stages.back()->show();
            }
        QCoreApplication::processEvents();
    }
    ~StageWords() override { text::setLanguage(QStringLiteral("en")); }

    /// What is seen lies within its parent, and no word is cut.
    static void expectWhole(const stage::Stage& stage, QSize size, const std::string& where)
    {
        ASSERT_EQ(stage.size(), size) << where;
        for (const QWidget* widget : stage.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->isWindow())
                continue;
            const std::string what = where + ": " + widget->metaObject()->className() + ' '
                + widget->objectName().toStdString()
                + (widget->parentWidget() ? " in " + widget->parentWidget()->objectName().toStdString() : "");
            const QRect onStage(widget->mapTo(&stage, QPoint(0, 0)), widget->size());
            ASSERT_TRUE(stage.rect().contains(onStage)) << what;
            const auto* label = qobject_cast<const QLabel*>(widget);
            const bool wraps = label && label->wordWrap() && label->objectName().startsWith(QStringLiteral("stage_"));
            if (wraps) {
                ASSERT_LE(label->heightForWidth(label->width()), label->height())
                    << what << label->text().toStdString();
            }
            if (const auto* card = qobject_cast<const stage::ChoiceCard*>(widget)) {
                ASSERT_LE(card->heightForWidth(card->width()), card->height()) << what;
            }
        }
        for (const views::FigureView* view : stage.figures())
            ASSERT_GE(view->height(), stage.height() * 2 / 5) << where;
    }
    void expectAllWhole(const std::string& where)
    {
        QCoreApplication::sendPostedEvents();
        for (std::size_t i = 0; i < stages.size(); ++i)
            expectWhole(*stages[i], kSizes[i / 2],
                where + (i % 2 ? " alone " : " with controls ") + std::to_string(kSizes[i / 2].width()));
    }

    workspace::Workspace workspace;
    stage::StageChoice choice{workspace};
    stage::ClassVote vote{workspace};
    playing::Walking walking{workspace};
    std::vector<std::unique_ptr<stage::Stage>> stages;
};

TEST_P(StageWords, Fit)
{
    for (const auto& lesson : files::lessons()) {
        for (int step = 0; step < static_cast<int>(lesson->steps.size()); ++step) {
            const std::string where = lesson->id + " step " + std::to_string(step + 1);
            workspace.lesson().start(lesson, step);
            ASSERT_NO_FATAL_FAILURE(expectAllWhole(where));
            if (vote.ofChoices()) {
                for (int hand = 0; hand < 30; ++hand)
                    vote.vote(hand % 3);
                ASSERT_NO_FATAL_FAILURE(expectAllWhole(where + " voted"));
            } else if (vote.open()) {
                for (const char* guess : {"0.001", "1e-12", "0.25", "1000000"})
                    ASSERT_FALSE(vote.guess(QLatin1String(guess)));
            }
            if (workspace.lesson().showAnswer()) {
                ASSERT_NO_FATAL_FAILURE(expectAllWhole(where + " revealed"));
            }
            if (const auto& goal = lesson->steps[std::size_t(step)].goal)
                for (std::size_t hint = 0; hint < goal->hints.size(); ++hint)
                    workspace.lesson().showHint();
            ASSERT_NO_FATAL_FAILURE(expectAllWhole(where + " hints"));
        }
        workspace.lesson().next();
        ASSERT_TRUE(workspace.lesson().ended());
        ASSERT_NO_FATAL_FAILURE(expectAllWhole(lesson->id + " end"));
    }
    workspace.lesson().leave();
    expectAllWhole("no lesson");
    choice.choose(0);
    expectAllWhole("the drawing");
    walking.begin();
    for (int stage = 0; stage < walking.count(); ++stage) {
        expectAllWhole("stage of the walk " + std::to_string(stage + 1));
        walking.step(1);
    }
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, StageWords, testing::Values("en", "pt_BR"));

TEST(StageType, IsTheSameShareOfEveryScreen)
{
    EXPECT_DOUBLE_EQ(stage::Stage::scaleFor(768), 1.5);
    EXPECT_DOUBLE_EQ(stage::Stage::scaleFor(2160), 2 * stage::Stage::scaleFor(1080));
    EXPECT_EQ(stage::Stage::mostAtOnce({1366, 768}), 1);
    EXPECT_EQ(stage::Stage::mostAtOnce({1920, 1080}), 4);
}

} // namespace stage_test
