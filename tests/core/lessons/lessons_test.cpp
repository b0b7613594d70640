// SPDX-License-Identifier: GPL-3.0-or-later
// Every lesson that is shipped: its claims hold, its questions have an answer, its goals are open at first and reached
// by the solution. And what is wrong in a lesson file is named.
#include "base/registry.h"
#include "documents/lesson_json.h"
#include "figures/figure_kind.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace deltascope::lessons {
namespace lessons_test {

std::vector<Lesson> shippedLessons()
{
    std::vector<Lesson> lessons;
    for (const auto& file : std::filesystem::directory_iterator(DELTASCOPE_SOURCE_DIR "/resources/lessons")) {
        std::stringstream text;
        text << std::ifstream(file.path()).rdbuf();
        Result<Lesson> lesson = documents::readLesson(file.path().stem().string(), text.str());
        if (lesson)
            lessons.push_back(*std::move(lesson));
        else
            ADD_FAILURE() << file.path() << ": " << plainText(lesson.error().what);
    }
    return lessons;
}

std::optional<double> measured(const measures::Measure& measure, const model::Document& document)
{
    return measure.value(results::computeSnapshot(document, measure.kind->needs()));
}

bool isPlace(const std::string& id)
{
    return id.empty() || parameters::findScenarioParameter(id) || findKind(figures::figuresRegistry(), id);
}

class Lessons : public testing::TestWithParam<std::string> {
protected:
    static std::string place(const Lesson& lesson, std::size_t step)
    {
        return lesson.id + ", step " + std::to_string(step + 1);
    }
    static Lesson lesson()
    {
        std::stringstream text;
        text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/lessons/" + GetParam() + ".json").rdbuf();
        const Result<Lesson> read = documents::readLesson(GetParam(), text.str());
        EXPECT_TRUE(read) << plainText(read.error().what);
        return read ? *read : Lesson{};
    }
};

TEST_P(Lessons, ClaimsHold)
{
    const Lesson lesson = this->lesson();
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        for (const Claim& claim : lesson.steps[i].claims) {
            const auto value = measured(claim.measure, lesson.steps[i].lastGiven());
            ASSERT_TRUE(value) << place(lesson, i) << ": " << claim.measure.kind->id;
            EXPECT_TRUE(claim.range.contains(*value))
                << place(lesson, i) << ": " << claim.measure.kind->id << " is " << *value << ", not in "
                << claim.range.lower << " … " << claim.range.upper;
        }
}

TEST_P(Lessons, GoalsAreOpenAtFirstAndReachedByTheSolution)
{
    const Lesson lesson = this->lesson();
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        if (const auto& goal = lesson.steps[i].goal) {
            const auto before = measured(goal->measure, lesson.steps[i].lastGiven());
            EXPECT_FALSE(before && goal->range.contains(*before) && lesson.steps[i].lastGiven().question.step > 0)
                << place(lesson, i);
            const auto after = measured(goal->measure, goal->solution);
            ASSERT_TRUE(after) << place(lesson, i);
            EXPECT_TRUE(goal->range.contains(*after)) << place(lesson, i) << ": " << *after;
            for (const parameters::Parameter<model::Scenario>& row :
                parameters::scenarioParameters()) { // with the controls that are left
                const bool hidden = std::ranges::find(goal->solution.hide, row.key) != goal->solution.hide.end();
                if (hidden) {
                    EXPECT_EQ(parameters::valueOf(goal->solution.scenario, row),
                        parameters::valueOf(lesson.steps[i].lastGiven().scenario, row))
                        << place(lesson, i) << ": " << row.key;
                }
            }
            EXPECT_FALSE(goal->hints.empty()) << place(lesson, i);
        }
}

TEST_P(Lessons, QuestionsCanBeAnsweredRightAndWrong)
{
    const Lesson lesson = this->lesson();
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        if (const auto& question = lesson.steps[i].question; question && question->measure) {
            const auto value = measured(*question->measure, lesson.steps[i].lastGiven());
            ASSERT_TRUE(value) << place(lesson, i);
            EXPECT_TRUE(isNear(*question, *value, *value)) << place(lesson, i);
            EXPECT_GT(question->tolerance, 0) << place(lesson, i);
            EXPECT_FALSE(isNear(*question, *value + 10 * (1 + std::abs(*value)), *value)) << place(lesson, i);
        }
}

TEST_P(Lessons, WhatTheyPointAtIsThere)
{
    const Lesson lesson = this->lesson();
    EXPECT_FALSE(lesson.source.empty());
    EXPECT_FALSE(lesson.summary.empty());
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        const LessonStep& step = lesson.steps[i];
        for (const model::Document* document : {&step.document, &step.lastGiven()}) {
            EXPECT_FALSE(document->view.figures.empty()) << place(lesson, i);
            for (const std::string& figure : document->view.figures)
                EXPECT_TRUE(findKind(figures::figuresRegistry(), figure)) << place(lesson, i) << ": " << figure;
        }
        const std::string pointed[] = {step.pointAt, step.reveal ? step.reveal->pointAt : std::string()};
        for (const std::string& id : pointed) {
            EXPECT_TRUE(isPlace(id)) << place(lesson, i) << ": " << id;
            const auto& figures = step.lastGiven().view.figures;
            const auto& hide = step.document.hide;
            const bool shown = findKind(figures::figuresRegistry(), id)
                ? std::ranges::find(figures, id) != figures.end()
                : std::ranges::find(hide, id) == hide.end();
            EXPECT_TRUE(shown) << place(lesson, i) << ": " << id;
        }
        EXPECT_TRUE(!step.goal || step.document.hide.size() < parameters::scenarioParameters().size())
            << place(lesson, i);
    }
}

INSTANTIATE_TEST_SUITE_P(All, Lessons, testing::ValuesIn([] {
    std::vector<std::string> ids;
    for (const Lesson& lesson : shippedLessons())
        ids.push_back(lesson.id);
    std::ranges::sort(ids);
    return ids;
}()),
    [](const auto& information) { return information.param; });

// “less than 10⁻⁹ times as fast as the output”: 3.2·10⁻⁹ at depth 14, 7.1·10⁻¹⁰ at depth 15, which counts.
TEST(LessonGoals, TheProductTakesEveryDepthThatDoesWhatIsAsked)
{
    for (const Lesson& lesson : shippedLessons())
        if (lesson.id == "the_product") {
            const auto step =
                std::ranges::find_if(lesson.steps, [](const LessonStep& each) { return each.goal.has_value(); });
            ASSERT_NE(step, lesson.steps.end());
            const Goal& goal = *step->goal;
            model::Document document = step->document;
            for (const int depth : {10, 14, 15, 16, 40}) {
                document.scenario.depth = depth;
                const evaluation::Evaluation evaluation =
                    *results::computeSnapshot(document, goal.measure.kind->needs()).get<evaluation::Evaluation>();
                const numerics::Scaled ratio =
                    evaluation.layer(1).speed.normOfMean / evaluation.layer(depth).speed.normOfMean;
                EXPECT_EQ(goal.range.contains(measured(goal.measure, document).value()), ratio.log10() < -9) << depth;
            }
        }
}

// “the third decimal of the bias decides”
TEST(LessonGoals, TheBalanceHangsOnTheThirdDecimal)
{
    for (const Lesson& lesson : shippedLessons())
        if (lesson.id == "find_the_balance") {
            const Goal& goal = lesson.steps[2].goal.value();
            model::Document document = goal.solution;
            for (const auto& [bias, reached] :
                {std::pair{-7.803, true}, {-7.80, false}, {-7.81, false}, {-7.79, false}}) {
                document.scenario.bias = bias;
                EXPECT_EQ(goal.range.contains(measured(goal.measure, document).value()), reached) << bias;
            }
        }
}

TEST(LessonFile, AtLeastTwelveAreShippedInTheirOrder)
{
    std::set<int> ranks;
    for (const Lesson& lesson : shippedLessons())
        EXPECT_TRUE(ranks.insert(lesson.rank).second) << lesson.id;
    EXPECT_GE(ranks.size(), 12u);
}

std::string refusal(const std::string& json)
{
    const Result<Lesson> lesson = documents::readLesson("mine", json);
    EXPECT_FALSE(lesson) << json;
    return lesson ? std::string() : plainText(lesson.error().what);
}

TEST(LessonFile, WhatIsWrongIsNamedWithItsLine)
{
    const auto file = [](const std::string& step) {
        return "{\"format\": \"deltascope.lesson\", \"schema\": 1, \"title\": \"Mine\",\n\"steps\": [" + step + "]}";
    };
    EXPECT_TRUE(documents::readLesson("mine", file(R"({"text": "Look."})")));
    EXPECT_NE(refusal("{\"format\": \"deltascope\"}").find("format"), std::string::npos);
    EXPECT_NE(refusal("{\"format\": \"deltascope.lesson\", \"schema\": 3}").find("newer"), std::string::npos);
    const std::pair<const char*, const char*> wrong[] = {
        {R"({"text": "x", "colour": 1})", "colour"},
        {R"({"text": 3})", "text"},
        {R"({"text": "x", "set": {"weihgt": 3}})", "weihgt"},
        {R"({"text": "x", "set": {"depth": 0}})", "depth"},
        {R"({"text": "x", "controls": ["nothing"]})", "controls"},
        {R"({"text": "x", "question": {"text": "?", "choices": ["a"], "right": 2}})", "right"},
        {R"({"text": "x", "reveal": {"text": "!"}, "question": {"text": "?", "choices": ["a"], "right": 2}})", "right"},
        {R"({"text": "x", "reveal": {"text": "!"}, "question": {"text": "?"}})", "either"},
        {R"({"text": "x", "question": {"text": "?", "choices": ["a", "b"], "right": 2}})", "reveal"},
        {R"({"text": "x", "goal": {"text": "?", "measure": {"kind": "luck"}, "at_least": 1}})", "luck"},
        {R"({"text": "x", "goal": {"text": "?", "measure": {"kind": "cost", "layer": 1}, "at_least": 1}})", "layer"},
        {R"({"text": "x", "goal": {"text": "?", "measure": {"kind": "cost"}}})", "at_least"},
        {R"({"text": "x", "goal": {"text": "?", "measure": {"kind": "factor"}, "at_least": -1}})", "at_least"},
        {R"({"text": "x", "goal": {"text": "?", "measure": {"kind": "cost"}, "at_most": 1}})", "solution"},
        {R"({"text": "x", "claims": [{"measure": {"kind": "parameter", "key": "hope"}, "at_most": 1}]})", "key"},
        {R"({"text": "x", "claims": 3})", "claims"},
    };
    for (const auto& [step, word] : wrong) {
        const std::string sentence = refusal(file(step));
        EXPECT_EQ(sentence.rfind("Line 2", 0), 0u) << sentence;
        EXPECT_TRUE(std::string_view(word) == "luck" || sentence.find(word) != std::string::npos) << sentence;
    }
    const std::string good =
        file(R"({"text": "x", "question": {"text": "?", "measure": {"kind": "cost"}}, "reveal": {"text": "!"}})");
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_FALSE(documents::readLesson("mine", good.substr(0, length)));
}

// A hundred kilobytes of it would hold hundreds of megabytes: every step begins with the lists of the one before.
TEST(LessonFile, ListsThatEveryStepHandsOnHaveALimit)
{
    std::string figures = "\"cost\"";
    for (int i = 1; i < 10'000; ++i)
        figures += ", \"cost\"";
    const auto file = [&](int steps) {
        std::string json = R"({"format": "deltascope.lesson", "schema": 1, "title": "Mine", "steps": [)"
                           R"({"text": "x", "set": {"view": {"figures": [)"
            + figures + "]}}}";
        for (int i = 1; i < steps; ++i)
            json += "\n, {\"text\": \"x\"}";
        return json + "]}";
    };
    EXPECT_TRUE(documents::readLesson("mine", file(10)));
    const std::string sentence = refusal(file(999));
    EXPECT_NE(sentence.find("lists"), std::string::npos) << sentence;
    EXPECT_EQ(sentence.rfind("Line ", 0), 0u) << sentence;
}

} // namespace lessons_test
} // namespace deltascope::lessons
