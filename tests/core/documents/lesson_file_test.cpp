// SPDX-License-Identifier: GPL-3.0-or-later
// What a lesson file may hold, key by key: what it becomes, and the one sentence with its place that a mistake gets.
#include "documents/lesson_json.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace deltascope::documents {
namespace lesson_file_test {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A lesson with these members beside the needed ones, on line 2.
std::string lessonWith(const std::string& members)
{
    return "{\"format\": \"deltascope.lesson\", \"schema\": 1, \"title\": \"Mine\",\n" + members + "}";
}

/// Its only step, which begins in column 11 of line 2.
std::string stepWith(const std::string& members)
{
    return lessonWith("\"steps\": [{\"text\": \"Look.\"" + members + "}]");
}

std::string refusal(const std::string& json)
{
    const Result<lessons::Lesson> lesson = readLesson("mine", json);
    if (lesson)
        return "accepted";
    EXPECT_EQ(lesson.error().fault, Fault::invalidData) << json;
    return plainText(lesson.error().what);
}

lessons::LessonStep onlyStep(const std::string& members)
{
    const Result<lessons::Lesson> lesson = readLesson("mine", stepWith(members));
    EXPECT_TRUE(lesson) << plainText(lesson.error().what);
    return lesson ? lesson->steps.front() : lessons::LessonStep{};
}

TEST(LessonJson, OfAnotherFormatOrSchemaIsSaidFirst)
{
    EXPECT_EQ(refusal("[]"), "Line 1, column 1: format must be “deltascope.lesson”: this is not a lesson.");
    EXPECT_EQ(
        refusal(R"({"format": 3})"), "Line 1, column 12: format must be “deltascope.lesson”: this is not a lesson.");
    const std::string start = R"({"format": "deltascope.lesson")";
    EXPECT_EQ(refusal(start + "}"), "Line 1, column 1: schema must be a whole number from 1 to 2.");
    EXPECT_EQ(refusal(start + R"(, "schema": "1"})"), "Line 1, column 43: schema must be a whole number from 1 to 2.");
    EXPECT_EQ(refusal(start + R"(, "schema": 0})"), "Line 1, column 43: schema must be a whole number from 1 to 2.");
    EXPECT_EQ(refusal(start + R"(, "schema": 3, "future": 1})"),
        "Line 1, column 43: schema 3 was made by a newer version; this one reads schema 2.");
    EXPECT_TRUE(isLesson(lessonWith("\"steps\": 3")));
    for (const char* other : {"", "[]", "{}", R"({"format": 3})", R"({"format": "deltascope"})"})
        EXPECT_FALSE(isLesson(other)) << other;
}

TEST(LessonJson, TheHeadIsRead)
{
    const Result<lessons::Lesson> lesson = readLesson("mine",
        lessonWith(R"("summary": "Short.", "source": "Me", "rank": -7, )"
                   R"("explains": ["vanishing_chain", "exploding_network"], "steps": [{"text": "Look."}])"));
    ASSERT_TRUE(lesson) << plainText(lesson.error().what);
    EXPECT_EQ(lesson->id, "mine");
    EXPECT_EQ(lesson->title.english, "Mine");
    EXPECT_EQ(lesson->summary.english, "Short.");
    EXPECT_EQ(lesson->source.english, "Me");
    EXPECT_EQ(lesson->rank, -7);
    EXPECT_EQ(lesson->explains, (std::vector<std::string>{"vanishing_chain", "exploding_network"}));
    ASSERT_EQ(lesson->steps.size(), 1u);
    EXPECT_EQ(lesson->steps[0].document.lesson, (model::LessonPlace{"mine", 1}));
}

TEST(LessonJson, MistakesInTheHeadAreNamed)
{
    const std::pair<const char*, const char*> heads[] = {
        {R"("rank": 1.5)", "Line 2, column 9: rank must be a whole number."},
        {R"("rank": "1")", "Line 2, column 9: rank must be a number from -1e+06 to 1e+06."},
        {R"("rank": 1000001)", "Line 2, column 9: rank must be a number from -1e+06 to 1e+06."},
        {R"("summary": "")", "Line 2, column 12: summary must be a text in quotation marks."},
        {R"("source": [])", "Line 2, column 11: source must be a text in quotation marks."},
        {R"("explains": "vanishing_chain")", "Line 2, column 13: explains must be a list of texts."},
        {R"("explains": ["a", 3])", "Line 2, column 19: explains must be a list of texts."},
        {R"("explains": ["luck"])", "Line 2, column 13: explains: “luck” is not a verdict; “balanced_chain” is one."},
        {R"("steps": [])", "Line 2, column 10: steps must be a list of 1 to 1000 steps."},
        {R"("steps": {})", "Line 2, column 10: steps must be a list of 1 to 1000 steps."},
        {R"("steps": [3])", "Line 2, column 11: a JSON object {…} is needed."},
        {R"("steps": [{}])", "Line 2, column 11: text must be a text in quotation marks."},
    };
    for (const auto& [head, sentence] : heads)
        EXPECT_EQ(refusal(lessonWith(head)), sentence);
    EXPECT_EQ(refusal(lessonWith("\"rank\": 1")), "Line 1, column 1: steps must be a list of 1 to 1000 steps.");
    std::string many;
    for (int i = 0; i <= 1000; ++i)
        many += std::string(i > 0 ? ", " : "") + "{\"text\": \"Look.\"}";
    EXPECT_EQ(refusal(lessonWith("\"steps\": [" + many + "]")),
        "Line 2, column 10: steps must be a list of 1 to 1000 steps.");
}

TEST(LessonJson, AStepBeginsFromALinkOrAnObjectAndKeepsItsPlace)
{
    const lessons::LessonStep linked = onlyStep(R"(, "scenario": "deltascope:?depth=9&weight=2.5&lesson=x&step=7")");
    EXPECT_EQ(linked.document.scenario.depth, 9);
    EXPECT_EQ(linked.document.scenario.weight, 2.5);
    EXPECT_EQ(linked.document.lesson, (model::LessonPlace{"mine", 1})) << "not that of the link";
    const lessons::LessonStep both = onlyStep(R"(, "scenario": {"depth": 9, "bias": 3}, "set": {"bias": 4})");
    EXPECT_EQ(both.document.scenario.depth, 9);
    EXPECT_EQ(both.document.scenario.bias, 4);
    EXPECT_EQ(both.document.lesson, (model::LessonPlace{"mine", 1}));
    EXPECT_EQ(refusal(stepWith(R"(, "scenario": "deltascope:?wieght=2")")),
        "Line 2, column 41: The link: the key “wieght” is not known.");
    EXPECT_EQ(refusal(stepWith(R"(, "scenario": 3)")), "Line 2, column 41: a JSON object {…} is needed.");
    EXPECT_EQ(refusal(stepWith(R"(, "set": [])")), "Line 2, column 36: a JSON object {…} is needed.");
}

TEST(LessonJson, ControlsThatAreNotNamedAreHidden)
{
    const model::Document document = onlyStep(R"(, "controls": ["weight", "depth"])").document;
    EXPECT_EQ(std::count(document.hide.begin(), document.hide.end(), "weight"), 0);
    EXPECT_EQ(std::count(document.hide.begin(), document.hide.end(), "depth"), 0);
    EXPECT_EQ(document.hide.size(), parameters::scenarioParameters().size() - 2);
    EXPECT_EQ(refusal(stepWith(R"(, "controls": "weight")")),
        "Line 2, column 41: controls must be a list of keys of parameters.");
    EXPECT_EQ(refusal(stepWith(R"(, "controls": ["weight", 3])")),
        "Line 2, column 52: controls must be a list of keys of parameters.");
}

constexpr const char* kQuestion = R"(, "question": {"text": "How many?", "choices": ["a", "b"], "right": 2})";

TEST(LessonJson, AQuestionIsCoveredUnlessItsAnswerIsStillToCome)
{
    const std::string question = kQuestion;
    EXPECT_TRUE(onlyStep(question + R"(, "reveal": {"text": "!"})").covered);
    EXPECT_FALSE(onlyStep(question + R"(, "reveal": {"text": "!", "set": {"depth": 9}})").covered);
    EXPECT_FALSE(onlyStep(question + R"(, "reveal": {"text": "!", "set": {"view": {"step": 9}}})").covered);
    EXPECT_FALSE(onlyStep(question + R"(, "reveal": {"text": "!"}, "covered": false)").covered);
    EXPECT_TRUE(onlyStep(question + R"(, "reveal": {"text": "!", "set": {"depth": 9}}, "covered": true)").covered);
    EXPECT_FALSE(onlyStep("").covered);
    EXPECT_EQ(refusal(stepWith(R"(, "covered": 1)")), "Line 2, column 40: covered must be true or false.");
}

TEST(LessonJson, QuestionsHaveChoicesOrAMeasure)
{
    const lessons::LessonStep chosen =
        onlyStep(std::string(kQuestion) + R"(, "reveal": {"text": "!", "point_at": "cost"})");
    ASSERT_TRUE(chosen.question);
    EXPECT_EQ(chosen.question->right, 1);
    EXPECT_EQ(chosen.question->choices.size(), 2u);
    EXPECT_FALSE(chosen.question->measure);
    EXPECT_EQ(chosen.pointAt, "");
    EXPECT_EQ(chosen.reveal->pointAt, "cost");
    const lessons::LessonStep measured =
        onlyStep(R"(, "question": {"text": "?", "measure": {"kind": "speed_ratio", "layer": 2,)"
                 R"( "against": 3}, "tolerance": 0.25}, "reveal": {"text": "!"})");
    ASSERT_TRUE(measured.question && measured.question->measure);
    EXPECT_EQ(measured.question->measure->kind->id, "speed_ratio");
    EXPECT_EQ(measured.question->measure->arguments.layer, 2);
    EXPECT_EQ(measured.question->measure->arguments.against, 3);
    EXPECT_EQ(measured.question->tolerance, 0.25);

    const std::pair<const char*, const char*> questions[] = {
        {R"(3)", "Line 2, column 41: a JSON object {…} is needed."},
        {R"({"text": "?", "choice": []})", "Line 2, column 55: the key “choice” is not known."},
        {R"({"choices": ["a"]})", "Line 2, column 41: text must be a text in quotation marks."},
        {R"({"text": "?", "choices": [""]})", "Line 2, column 67: choices must be a list of texts."},
        {R"({"text": "?", "choices": []})", "Line 2, column 41: a question needs either choices or a measure."},
        {R"({"text": "?", "choices": ["a"], "measure": {"kind": "cost"}})",
            "Line 2, column 41: a question needs either choices or a measure."},
        {R"({"text": "?", "choices": ["a"]})", "Line 2, column 41: right must say which choice is right, from 1."},
        {R"({"text": "?", "choices": ["a"], "right": 2})", "Line 2, column 82: right must be a number from 1 to 1."},
        {R"({"text": "?", "choices": ["a", "b"], "right": 1.5})", "Line 2, column 87: right must be a whole number."},
        {R"({"text": "?", "measure": {"kind": "cost"}, "tolerance": 101})",
            "Line 2, column 97: tolerance must be a number from 0 to 100."},
        {R"({"text": "?", "measure": 3})", nullptr},
    };
    for (const auto& [question, sentence] : questions) {
        const std::string said = refusal(stepWith(std::string(", \"question\": ") + question));
        if (sentence)
            EXPECT_EQ(said, sentence);
        else
            EXPECT_TRUE(said.starts_with("Line 2, column 66: the kind of a measure must be one of activation_mean, "))
                << said;
    }
    EXPECT_EQ(refusal(stepWith(kQuestion)), "Line 2, column 11: a step with a question needs a reveal.");
}

TEST(LessonJson, MistakesInARevealAreNamed)
{
    const std::pair<const char*, const char*> reveals[] = {
        {R"([])", "Line 2, column 39: a JSON object {…} is needed."},
        {R"({"text": "!", "goal": 3})", "Line 2, column 53: the key “goal” is not known."},
        {R"({"set": {}})", "Line 2, column 39: text must be a text in quotation marks."},
        {R"({"text": "!", "set": {"depth": 0}})", nullptr},
        {R"({"text": "!", "point_at": 3})", "Line 2, column 65: point_at must be a text in quotation marks."},
    };
    for (const auto& [reveal, sentence] : reveals) {
        const std::string said = refusal(stepWith(std::string(", \"reveal\": ") + reveal));
        if (sentence)
            EXPECT_EQ(said, sentence);
        else
            EXPECT_TRUE(said.starts_with("Line 2, column 70: depth: 0 is out of range; ")) << said;
    }
    EXPECT_EQ(
        refusal(stepWith(R"(, "point_at": "")")), "Line 2, column 41: point_at must be a text in quotation marks.");
}

TEST(LessonJson, GoalsAndClaimsHaveRangesInTheUnitOfTheirMeasure)
{
    const lessons::LessonStep step =
        onlyStep(R"(, "goal": {"text": "Do.", "measure": {"kind": "factor", "layer": 2}, )"
                 R"("at_least": 0.1, "at_most": 10, "hints": ["a", "b"], "solution": {"weight": 9}},)"
                 R"( "claims": [{"measure": {"kind": "weighted_input", "layer": 3}, "at_most": 0},)"
                 R"( {"measure": {"kind": "speed"}, "at_least": 100},)"
                 R"( {"measure": {"kind": "parameter", "key": "weight"}, "at_least": 1}])");
    ASSERT_TRUE(step.goal);
    EXPECT_EQ(step.goal->range, (measures::Range{-1, 1})) << "decades";
    EXPECT_EQ(step.goal->measure.arguments.layer, 2);
    EXPECT_EQ(step.goal->hints.size(), 2u);
    EXPECT_EQ(step.goal->solution.scenario.weight, 9);
    ASSERT_EQ(step.claims.size(), 3u);
    EXPECT_EQ(step.claims[0].range, (measures::Range{-kInfinity, 0}));
    EXPECT_EQ(step.claims[1].range, (measures::Range{2, kInfinity}));
    EXPECT_EQ(step.claims[2].range, (measures::Range{1, kInfinity}));
    EXPECT_EQ(step.claims[2].measure.arguments.key, "weight");
    EXPECT_EQ(onlyStep(R"(, "claims": [{"measure": {"kind": "speed"}, "at_most": 1}])").claims[0].range,
        (measures::Range{-kInfinity, 0}));
}

TEST(LessonJson, MistakesInGoalsClaimsAndMeasuresAreNamed)
{
    const std::pair<const char*, const char*> claims[] = {
        {R"(3)", "Line 2, column 40: a JSON object {…} is needed."},
        {R"({"at_least": 1})", "Line 2, column 40: measure is missing."},
        {R"({"measure": {"kind": "cost"}})", "Line 2, column 40: at_least or at_most is missing."},
        {R"({"measure": {"kind": "cost"}, "at_least": "1"})", "Line 2, column 82: at_least must be a number."},
        {R"({"measure": {"kind": "cost", "colour": 3}, "at_most": 1})",
            "Line 2, column 69: the key “colour” is not known."},
        {R"({"measure": {"kind": "cost", "layer": 3}, "at_most": 1})",
            "Line 2, column 69: the measure cost does not take “layer”."},
        {R"({"measure": {"kind": "speed", "layer": 0}, "at_most": 1})",
            "Line 2, column 79: layer must be a number from 1 to 10000."},
        {R"({"measure": {"kind": "speed_ratio", "against": 10001}, "at_most": 1})",
            "Line 2, column 87: against must be a number from 0 to 10000."},
        {R"({"measure": {"kind": "cost_against_pin", "pin": 1.5}, "at_most": 1})",
            "Line 2, column 88: pin must be a whole number."},
        {R"({"measure": {"kind": "parameter", "key": 3}, "at_most": 1})",
            "Line 2, column 81: key must be a text in quotation marks."},
        {R"({"measure": {"kind": "parameter", "key": "hope"}, "at_most": 1})",
            "Line 2, column 52: key must be that of a parameter."},
        {R"({"measure": {"kind": "parameter"}, "at_most": 1})", "Line 2, column 52: key must be that of a parameter."},
    };
    for (const auto& [claim, sentence] : claims)
        EXPECT_EQ(refusal(stepWith(std::string(", \"claims\": [") + claim + "]")), sentence);
    EXPECT_EQ(refusal(stepWith(R"(, "claims": {})")), "Line 2, column 39: claims must be a list of objects {…}.");

    const std::pair<const char*, const char*> goals[] = {
        {R"([])", "Line 2, column 37: a JSON object {…} is needed."},
        {R"({"measure": {"kind": "cost"}})", "Line 2, column 37: text must be a text in quotation marks."},
        {R"({"text": "!", "measure": {"kind": "cost"}, "at_most": 1, "hints": "a"})",
            "Line 2, column 103: hints must be a list of texts."},
        {R"({"text": "!", "measure": {"kind": "cost"}, "at_most": 1})",
            "Line 2, column 37: a goal needs a solution, an object {…} of keys."},
        {R"({"text": "!", "measure": {"kind": "cost"}, "at_most": 1, "solution": {"wieght": 1}})",
            "Line 2, column 107: the key “wieght” is not known."},
    };
    for (const auto& [goal, sentence] : goals)
        EXPECT_EQ(refusal(stepWith(std::string(", \"goal\": ") + goal)), sentence);
}

} // namespace lesson_file_test
} // namespace deltascope::documents
