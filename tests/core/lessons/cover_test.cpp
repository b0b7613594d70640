// SPDX-License-Identifier: GPL-3.0-or-later
// What is covered, and from which step on: the one that asks, and those before it that show the same state.
#include "documents/lesson_json.h"
#include "lessons/cover.h"

#include <gtest/gtest.h>

namespace deltascope::lessons {
namespace cover_test {

/// Two steps of four layers, the second one asks; a third step of eight layers.
Lesson lesson()
{
    const Result<Lesson> read = documents::readLesson("mine",
        R"({"format": "deltascope.lesson", "schema": 2, "title": "Mine", "steps": [
        {"text": "Look.", "scenario": {"depth": 4}, "point_at": "factors"},
        {"text": "And now?", "open": ["cobweb", "layer"], "explains": ["dead_chain"],
         "question": {"text": "?", "choices": ["a", "b"], "right": 2}, "reveal": {"text": "!"}},
        {"text": "Deeper.", "set": {"depth": 8}}]})");
    EXPECT_TRUE(read) << plainText(read.error().what);
    return read ? *read : Lesson{};
}

TEST(LessonCover, AStepNamesWhatStaysOpenAndWhatItExplains)
{
    const Lesson mine = lesson();
    EXPECT_TRUE(mine.steps[1].covered) << "its reveal shows the same state";
    EXPECT_EQ(mine.steps[1].open, (std::vector<std::string>{"cobweb", "layer"}));
    EXPECT_EQ(mine.steps[1].explains, std::vector<std::string>{"dead_chain"});
    EXPECT_TRUE(mine.steps[0].open.empty());
    for (const auto& [keys, sentence] : {std::pair{R"("open": "cobweb")", "open must be a list of texts."},
             std::pair{R"("open": [3])", "open must be a list of texts."},
             std::pair{R"("explains": ["luck"])", "explains: “luck” is not a verdict"}}) {
        const Result<Lesson> wrong = documents::readLesson("mine",
            std::string(R"({"format": "deltascope.lesson", "schema": 2, "title": "Mine", "steps": [{"text": "x", )")
                + keys + "}]}");
        ASSERT_FALSE(wrong) << keys;
        EXPECT_NE(plainText(wrong.error().what).find(sentence), std::string::npos) << plainText(wrong.error().what);
    }
}

TEST(LessonCover, TheStepThatAsksAndThoseBeforeItThatShowTheSame)
{
    const Lesson mine = lesson();
    const auto open = [](int) { return true; };
    const auto answered = [](int) { return false; };
    const model::Scenario four = mine.steps[0].document.scenario, eight = mine.steps[2].document.scenario;
    EXPECT_EQ(coveringStep(mine, 0, four, 0, open), &mine.steps[1]);
    EXPECT_EQ(coveringStep(mine, 1, four, 0, open), &mine.steps[1]);
    EXPECT_EQ(coveringStep(mine, 1, eight, 0, open), &mine.steps[1]) << "whatever is done by hand meanwhile";
    EXPECT_EQ(coveringStep(mine, 0, eight, 0, open), nullptr) << "another network answers nothing";
    EXPECT_EQ(coveringStep(mine, 0, four, 7, open), nullptr) << "nor one that was trained";
    EXPECT_EQ(coveringStep(mine, 2, four, 0, open), nullptr) << "the question lies behind";
    EXPECT_EQ(coveringStep(mine, 0, four, 0, answered), nullptr);
    EXPECT_EQ(coveringStep(mine, 1, four, 0, answered), nullptr);
}

TEST(LessonCover, AllButWhatIsOpenAndWhatAnEarlierStepSpeaksOf)
{
    const Lesson mine = lesson();
    const LessonStep &first = mine.steps[0], &asking = mine.steps[1];
    EXPECT_TRUE(covers(&asking, asking, "", "learning_speed"));
    EXPECT_TRUE(covers(&asking, asking, "", "diagnosis"));
    EXPECT_FALSE(covers(&asking, asking, "", "cobweb"));
    EXPECT_FALSE(covers(&asking, asking, "", "layer"));
    EXPECT_TRUE(covers(&asking, asking, "factors", "factors")) << "where the question is asked";
    EXPECT_FALSE(covers(&asking, first, "factors", "factors")) << "or the step would have nothing to show";
    EXPECT_TRUE(covers(&asking, first, "factors", "learning_speed"));
    EXPECT_FALSE(covers(nullptr, first, "", "learning_speed"));
}

} // namespace cover_test
} // namespace deltascope::lessons
