// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/lesson_json.h"

#include "base/registry.h"
#include "documents/document_reader.h"
#include "documents/link.h"
#include "parameters/parameters.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace deltascope::documents {

using reading::errorAt;
using reading::JsonMember;
using reading::JsonValue;
using reading::parseJson;

namespace {

constexpr std::string_view kFormat = "deltascope.lesson";
constexpr int kLessonSchema = 2; // its states are documents: of schema 1 in a lesson of schema 1
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Reads one file; the first problem ends it. Every method that returns false has set `error`.
class LessonReader {
public:
    explicit LessonReader(std::string_view text)
        : m_text(text)
    {
    }

    Result<lessons::Lesson> read(std::string id)
    {
        lessons::Lesson lesson;
        lesson.id = std::move(id);
        const Result<JsonValue> root = parseJson(m_text);
        if (!root)
            return root.error();
        if (!header(*root) || !lessonOf(*root, lesson))
            return *std::move(m_error);
        return lesson;
    }

private:
    bool fail(std::size_t offset, Message problem)
    {
        m_error = errorAt(m_text, offset, std::move(problem));
        return false;
    }

    bool known(const JsonValue& json, std::initializer_list<std::string_view> keys)
    {
        const auto* members = json.as<JsonValue::Object>();
        if (!members)
            return fail(json.offset, {translatable("core", "a JSON object {…} is needed."), {}});
        for (const JsonMember& member : *members)
            if (std::find(keys.begin(), keys.end(), member.key) == keys.end())
                return fail(member.offset,
                    {translatable("core", "the key “%1” is not known."), {reading::shortened(member.key)}});
        return true;
    }

    bool words(const JsonValue& json, const char* key, Message& result, bool needed = true)
    {
        const JsonMember* member = json.find(key);
        if (!member && !needed)
            return true;
        const std::string* english = member ? member->value.as<std::string>() : nullptr;
        if (!english || english->empty())
            return fail(member ? member->value.offset : json.offset,
                {translatable("core", "%1 must be a text in quotation marks."), {key}});
        result = {*english, {}};
        return true;
    }

    bool number(const JsonValue& json, const char* key, double& result, double least, double most)
    {
        const JsonMember* member = json.find(key);
        if (!member)
            return true;
        const double* value = member->value.as<double>();
        if (!value || *value < least || *value > most)
            return fail(member->value.offset,
                std::isinf(least) && std::isinf(most)
                    ? Message{translatable("core", "%1 must be a number."), {key}}
                    : Message{translatable("core", "%1 must be a number from %2 to %3."),
                        {key, Real{least, 6}, Real{most, 6}}});
        result = *value;
        return true;
    }

    bool whole(const JsonValue& json, const char* key, int& result, int least, int most)
    {
        double value = result;
        if (!number(json, key, value, least, most))
            return false;
        if (value != std::floor(value))
            return fail(json.find(key)->value.offset, {translatable("core", "%1 must be a whole number."), {key}});
        result = static_cast<int>(value);
        return true;
    }

    bool list(const JsonValue& json, const char* key, std::vector<Message>& result)
    {
        const JsonMember* member = json.find(key);
        if (!member)
            return true;
        const auto* array = member->value.as<JsonValue::Array>();
        for (const JsonValue& each : array ? *array : JsonValue::Array{member->value}) {
            const std::string* english = each.as<std::string>();
            if (!array || !english || english->empty())
                return fail(each.offset, {translatable("core", "%1 must be a list of texts."), {key}});
            result.push_back({*english, {}});
        }
        return true;
    }

    bool header(const JsonValue& root)
    {
        const JsonMember* format = root.find("format");
        const std::string* name = format ? format->value.as<std::string>() : nullptr;
        if (!name || *name != kFormat)
            return fail(format ? format->value.offset : root.offset,
                {translatable("core", "format must be “deltascope.lesson”: this is not a lesson."), {}});
        const JsonMember* schema = root.find("schema");
        const double* version = schema ? schema->value.as<double>() : nullptr;
        if (version && *version > kLessonSchema)
            return fail(schema->value.offset,
                {translatable("core", "schema %1 was made by a newer version; this one reads schema %2."),
                    {Real{*version, 17}, kLessonSchema}});
        if (!version || *version < 1 || *version != std::floor(*version))
            return fail(schema ? schema->value.offset : root.offset,
                {translatable("core", "schema must be a whole number from 1 to %1."), {kLessonSchema}});
        m_schema = static_cast<int>(*version);
        return true;
    }

    bool lessonOf(const JsonValue& root, lessons::Lesson& lesson)
    {
        if (!known(root, {"format", "schema", "rank", "title", "summary", "source", "explains", "steps"})
            || !words(root, "title", lesson.title) || !words(root, "summary", lesson.summary, false)
            || !words(root, "source", lesson.source, false) || !whole(root, "rank", lesson.rank, -1'000'000, 1'000'000))
            return false;
        if (!explained(root, lesson.explains))
            return false;
        const JsonMember* steps = root.find("steps");
        const auto* array = steps ? steps->value.as<JsonValue::Array>() : nullptr;
        if (!array || array->empty() || array->size() > kMostLessonSteps)
            return fail(steps ? steps->value.offset : root.offset,
                {translatable("core", "steps must be a list of 1 to %1 steps."), {static_cast<int>(kMostLessonSteps)}});
        model::Document before;
        std::size_t bytes = 0;
        for (const JsonValue& each : *array) {
            lessons::LessonStep step;
            step.document = before;
            step.document.lesson = model::LessonPlace{lesson.id, static_cast<int>(lesson.steps.size()) + 1};
            if (!stepOf(each, step))
                return false;
            bytes += step.listBytes(); // a step begins with the lists of the one before: a short file could fill memory
            if (bytes > kMostLessonBytes)
                return fail(each.offset,
                    {translatable("core",
                         "step %1: the lists that the steps hold, such as layers and figures, are too long together."),
                        {step.document.lesson->step}});
            before = step.lastGiven();
            lesson.steps.push_back(std::move(step));
        }
        return true;
    }

    bool explained(const JsonValue& root, std::vector<std::string>& names)
    {
        std::vector<Message> texts;
        if (!list(root, "explains", texts))
            return false;
        for (const Message& text : texts) {
            bool is = false;
            for (const diagnosis::Verdict verdict : diagnosis::kVerdicts)
                is = is || text.english == lessons::verdictName(verdict, true)
                    || text.english == lessons::verdictName(verdict, false);
            if (!is)
                return fail(root.find("explains")->value.offset,
                    {translatable("core", "explains: “%1” is not a verdict; “%2” is one."),
                        {reading::shortened(text.english), lessons::verdictName(diagnosis::kVerdicts.front(), true)}});
            names.push_back(text.english);
        }
        return true;
    }

    bool stepOf(const JsonValue& json, lessons::LessonStep& step)
    {
        if (!known(json,
                {"text", "scenario", "set", "controls", "point_at", "covered", "open", "explains", "question", "reveal",
                    "goal", "claims"})
            || !words(json, "text", step.text) || !state(json, step.document) || !controls(json, step.document)
            || !pointAt(json, step.pointAt) || !explained(json, step.explains) || !openOf(json, step.open))
            return false;
        if (const JsonMember* reveal = json.find("reveal")) {
            step.reveal = lessons::Reveal{{}, step.document, step.pointAt};
            if (!known(reveal->value, {"text", "set", "point_at"}) || !words(reveal->value, "text", step.reveal->text)
                || !state(reveal->value, step.reveal->document) || !pointAt(reveal->value, step.reveal->pointAt))
                return false;
        }
        if (const JsonMember* question = json.find("question"))
            if (!questionOf(question->value, step.question.emplace()))
                return false;
        // By default where the answer is not a change that is still to come.
        step.covered = step.question && step.reveal && step.reveal->document.scenario == step.document.scenario
            && step.reveal->document.question.step == step.document.question.step;
        if (const JsonMember* covered = json.find("covered")) {
            const bool* value = covered->value.as<bool>();
            if (!value)
                return fail(covered->value.offset, {translatable("core", "covered must be true or false."), {}});
            step.covered = *value;
        }
        if (step.question && !step.reveal)
            return fail(json.offset, {translatable("core", "a step with a question needs a reveal."), {}});
        if (const JsonMember* goal = json.find("goal"))
            if (!goalOf(goal->value, step.lastGiven(), step.goal.emplace()))
                return false;
        return claimsOf(json, step.claims);
    }

    /// "scenario": from the defaults, or a link; "set": on top of what was there.
    bool state(const JsonValue& json, model::Document& document)
    {
        if (const JsonMember* fresh = json.find("scenario")) {
            const std::optional<model::LessonPlace> place = document.lesson;
            document = {};
            if (const std::string* link = fresh->value.as<std::string>()) {
                Result<model::Document> linked = readLink(*link);
                if (!linked)
                    return fail(fresh->value.offset, linked.error().what);
                document = *std::move(linked);
            }
            document.lesson = place;
            if (!fresh->value.as<std::string>() && !patch(fresh->value, document))
                return false;
        }
        const JsonMember* change = json.find("set");
        return !change || patch(change->value, document);
    }

    bool patch(const JsonValue& json, model::Document& document)
    {
        Result<model::Document> next = documentFrom(m_text, json, {}, nullptr, document, m_schema);
        if (!next) {
            m_error = next.error();
            return false;
        }
        document = *std::move(next);
        return true;
    }

    bool controls(const JsonValue& json, model::Document& document)
    {
        const JsonMember* member = json.find("controls");
        if (!member)
            return true;
        const auto* array = member->value.as<JsonValue::Array>();
        std::vector<std::string> shown;
        for (const JsonValue& each : array ? *array : JsonValue::Array{member->value}) {
            const std::string* key = each.as<std::string>();
            if (!array || !key || !parameters::findScenarioParameter(*key))
                return fail(each.offset, {translatable("core", "controls must be a list of keys of parameters."), {}});
            shown.push_back(*key);
        }
        document.hide.clear();
        for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
            if (std::find(shown.begin(), shown.end(), row.key) == shown.end())
                document.hide.emplace_back(row.key);
        return true;
    }

    bool pointAt(const JsonValue& json, std::string& result)
    {
        Message text;
        if (!words(json, "point_at", text, false))
            return false;
        if (!text.empty())
            result = text.english;
        return true;
    }

    /// Figures and panels: their ids are not known here.
    bool openOf(const JsonValue& json, std::vector<std::string>& ids)
    {
        std::vector<Message> texts;
        if (!list(json, "open", texts))
            return false;
        for (Message& text : texts)
            ids.push_back(std::move(text.english));
        return true;
    }

    bool questionOf(const JsonValue& json, lessons::StepQuestion& question)
    {
        if (!known(json, {"text", "choices", "right", "measure", "tolerance"}) || !words(json, "text", question.text)
            || !list(json, "choices", question.choices))
            return false;
        const JsonMember* measure = json.find("measure");
        if (question.choices.empty() == (measure == nullptr))
            return fail(json.offset, {translatable("core", "a question needs either choices or a measure."), {}});
        if (measure)
            return measureOf(measure->value, question.measure.emplace())
                && number(json, "tolerance", question.tolerance, 0, 100);
        int right = 0;
        if (!whole(json, "right", right, 1, static_cast<int>(question.choices.size())))
            return false;
        if (right == 0)
            return fail(json.offset, {translatable("core", "right must say which choice is right, from 1."), {}});
        question.right = right - 1;
        return true;
    }

    bool goalOf(const JsonValue& json, const model::Document& given, lessons::Goal& goal)
    {
        goal.solution = given;
        if (!known(json, {"text", "measure", "at_least", "at_most", "hints", "solution"})
            || !words(json, "text", goal.text) || !rangeOf(json, goal.measure, goal.range)
            || !list(json, "hints", goal.hints))
            return false;
        const JsonMember* solution = json.find("solution");
        if (!solution)
            return fail(json.offset, {translatable("core", "a goal needs a solution, an object {…} of keys."), {}});
        return patch(solution->value, goal.solution);
    }

    bool claimsOf(const JsonValue& json, std::vector<lessons::Claim>& claims)
    {
        const JsonMember* member = json.find("claims");
        if (!member)
            return true;
        const auto* array = member->value.as<JsonValue::Array>();
        if (!array)
            return fail(member->value.offset, {translatable("core", "claims must be a list of objects {…}."), {}});
        for (const JsonValue& each : *array) {
            lessons::Claim claim;
            if (!known(each, {"measure", "at_least", "at_most"}) || !rangeOf(each, claim.measure, claim.range))
                return false;
            claims.push_back(std::move(claim));
        }
        return true;
    }

    /// Measure and range of a goal or claim.
    bool rangeOf(const JsonValue& json, measures::Measure& measure, measures::Range& range)
    {
        const JsonMember* member = json.find("measure");
        if (!member)
            return fail(json.offset, {translatable("core", "measure is missing."), {}});
        if (!measureOf(member->value, measure))
            return false;
        const bool decades = measure.kind->decades;
        double lower = decades ? 0 : -kInfinity, upper = kInfinity;
        const double least = decades ? std::numeric_limits<double>::denorm_min() : -kInfinity;
        if (!number(json, "at_least", lower, least, kInfinity) || !number(json, "at_most", upper, least, kInfinity))
            return false;
        if (!json.find("at_least") && !json.find("at_most"))
            return fail(json.offset, {translatable("core", "at_least or at_most is missing."), {}});
        range = decades ? measures::Range{std::log10(lower), std::log10(upper)} : measures::Range{lower, upper};
        return true;
    }

    bool measureOf(const JsonValue& json, measures::Measure& measure)
    {
        const JsonMember* kind = json.find("kind");
        const std::string* id = kind ? kind->value.as<std::string>() : nullptr;
        measure.kind = id ? findKind(measures::measuresRegistry(), *id) : nullptr;
        if (!measure.kind) {
            std::string ids;
            for (const measures::MeasureKind* each : measures::measuresRegistry())
                ids += (ids.empty() ? "" : ", ") + std::string(each->id);
            return fail(kind ? kind->value.offset : json.offset,
                {translatable("core", "the kind of a measure must be one of %1."), {ids}});
        }
        if (!known(json, {"kind", "layer", "against", "key", "pin"}))
            return false;
        const std::string_view taken = measure.kind->arguments;
        for (const JsonMember& member : *json.as<JsonValue::Object>())
            if (member.key != "kind" && taken.find(member.key) == std::string_view::npos)
                return fail(member.offset,
                    {translatable("core", "the measure %1 does not take “%2”."),
                        {*id, reading::shortened(member.key)}});
        Message key;
        if (!whole(json, "layer", measure.arguments.layer, 1, 10'000)
            || !whole(json, "against", measure.arguments.against, 0, 10'000)
            || !whole(json, "pin", measure.arguments.pin, 1, 100) || !words(json, "key", key, false))
            return false;
        measure.arguments.key = key.english;
        if (taken == "key" && !parameters::findScenarioParameter(key.english))
            return fail(json.offset, {translatable("core", "key must be that of a parameter."), {}});
        return true;
    }

    std::string_view m_text;
    int m_schema = kLessonSchema;
    std::optional<Error> m_error;
};

} // namespace

bool isLesson(std::string_view json)
{
    const Result<JsonValue> root = parseJson(json, {.keep = {"format"}});
    const JsonMember* format = root ? root->find("format") : nullptr;
    const std::string* name = format ? format->value.as<std::string>() : nullptr;
    return name && *name == kFormat;
}

Result<lessons::Lesson> readLesson(std::string id, std::string_view json)
{
    return LessonReader(json).read(std::move(id));
}

} // namespace deltascope::documents
