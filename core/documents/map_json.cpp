// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/map_json.h"

#include "base/registry.h"
#include "documents/document_json.h"
#include "documents/document_reader.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "parameters/map_json.h"
#include "reading/list_reader.h"
#include "reading/typed_number.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace deltascope::documents {

using reading::errorAt;
using reading::JsonMember;
using reading::jsonNumber;
using reading::jsonString;
using reading::JsonValue;
using reading::ListReader;

namespace {

bool takes(const measures::MeasureKind* kind, std::string_view argument)
{
    return kind && std::string_view(kind->arguments).find(argument) != std::string_view::npos;
}

Error usage(Message what)
{
    return {Fault::usage, std::move(what)};
}

std::vector<std::string_view> split(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(mark, start);
        parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos)
            return parts;
        start = end + 1;
    }
}

/// A number of values or of a layer; what is no whole number is one below everything.
int typedWhole(std::string_view text)
{
    const std::optional<double> number = reading::typedNumber(text);
    if (!number || *number != std::floor(*number))
        return std::numeric_limits<int>::min();
    return static_cast<int>(std::clamp<double>(*number, -1, std::numeric_limits<int>::max()));
}

std::optional<Error> putArgument(model::Map& map, std::string_view name, std::string_view value)
{
    const std::optional<double> number = reading::typedNumber(value);
    const Error wrong = usage(
        {translatable("core", "%1: “%2” is not a value for it."), {std::string(name), reading::shortened(value)}});
    if (name == "at_least" || name == "at_most") {
        (name == "at_least" ? map.atLeast : map.atMost) = number;
        return number ? std::nullopt : std::optional(wrong);
    }
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), map.measure);
    if (!takes(kind, name) || name.empty())
        return usage(
            {translatable("core", "the measure %1 does not take “%2”."), {map.measure, reading::shortened(name)}});
    if (name == "key") {
        map.arguments.key = value;
        return std::nullopt;
    }
    if (name == "reach") {
        map.arguments.cost = number.value_or(0);
        return number ? std::nullopt : std::optional(wrong);
    }
    int& place = name == "layer" ? map.arguments.layer : map.arguments.against;
    place = typedWhole(value);
    const bool right = place >= (name == "layer" ? 1 : 0) && place <= 10'000;
    return right ? std::nullopt : std::optional(wrong);
}

/// The most values up to `count` of which none comes twice.
int differentCount(model::MapAxis axis, int count)
{
    for (axis.count = count; axis.count > 2 && maps::differentValues(axis) < axis.count;)
        --axis.count;
    return axis.count;
}

} // namespace

std::string mapJson(const model::Map& map)
{
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), map.measure);
    return parameters::mapJson(map, kind ? kind->arguments : "");
}

model::Document withMap(model::Document document, const model::Map& map)
{
    document.question.map = map;
    std::vector<std::string>& figures = document.view.figures;
    if (std::ranges::find(figures, kMapFigure) != figures.end())
        return document;
    constexpr std::size_t kMost = 4; // two rows of two: more is for whoever asks for it
    if (figures.size() < kMost)
        figures.emplace_back(kMapFigure);
    else
        figures.back() = kMapFigure;
    return document;
}

model::Document ofItsStart(model::Document document)
{
    document.question.step = 0;
    return document;
}

std::string mapQuestionJson(const model::Document& document, const model::Map& map)
{
    return "\"scenario\": " + writeScenario(document.scenario, true) + ",\n\"k\": " + jsonNumber(document.question.k)
        + ", \"step\": " + std::to_string(document.question.step) + ",\n\"map\": " + mapJson(map);
}

Result<MapQuestion> mapQuestionFrom(std::string_view text, const JsonValue& root)
{
    const JsonMember *scenario = root.find("scenario"), *map = root.find("map");
    if (!scenario || !map)
        return errorAt(text, root.offset, {translatable("core", "a map needs a “scenario” and a “map”."), {}});
    Result<model::Document> document = documentFrom(text, scenario->value);
    if (!document)
        return document.error();
    MapQuestion question{.document = *std::move(document), .map = {}};
    ListReader reader(text);
    question.map = parameters::readMap(map->value, reader);
    if (const JsonMember* k = root.find("k"))
        question.document.question.k = reader.number(*k);
    if (const JsonMember* step = root.find("step"))
        question.document.question.step = static_cast<std::int64_t>(reader.large(
            *step, model::kMaxStep, {translatable("core", "step must be a whole number from 0 to 10^15."), {}}));
    if (reader.error)
        return *std::move(reader.error);
    if (std::optional<Error> problem = maps::problemOf(question.document, question.map))
        return errorAt(text, map->value.offset, std::move(problem->what));
    return question;
}

std::optional<Error> putTypedMeasure(model::Map& map, std::string_view typed)
{
    const std::size_t colon = typed.find(':');
    map.measure = typed.substr(0, colon);
    map.arguments = {.against = 0};
    if (!findKind(measures::measuresRegistry(), map.measure) || colon == std::string_view::npos)
        return std::nullopt; // that there is no such measure is said of the whole map
    std::set<std::string_view> known;
    for (const std::string_view argument : split(typed.substr(colon + 1), ',')) {
        const std::size_t equals = argument.find('=');
        if (equals == std::string_view::npos)
            return usage({translatable("core", "“%1” is not an argument of a measure; write it like layer=1."),
                {reading::shortened(argument)}});
        if (!known.insert(argument.substr(0, equals)).second)
            return usage({translatable("core", "“%1” is given twice; give it once."),
                {reading::shortened(argument.substr(0, equals))}});
        if (std::optional<Error> error = putArgument(map, argument.substr(0, equals), argument.substr(equals + 1)))
            return error;
    }
    return std::nullopt;
}

Result<model::MapAxis> typedAxis(std::string_view typed, int count)
{
    const Error form =
        usage({translatable("core",
                   "“%1” is not an axis; write it like weight=0:10, gain=0.1:10:100:log or activation=sigmoid,tanh."),
            {reading::shortened(typed)}});
    const std::size_t equals = typed.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return form;
    model::MapAxis axis{.parameter = std::string(typed.substr(0, equals))};
    const auto* row = parameters::findScenarioParameter(axis.parameter);
    if (!row)
        return *maps::problemOf(axis);
    const std::string_view range = typed.substr(equals + 1);
    if (!maps::isNumber(*row)) {
        if (range == "all" && row->choices)
            for (const parameters::Choice& choice : row->choices())
                axis.choices.emplace_back(choice.id);
        else
            for (const std::string_view choice : split(range, ','))
                axis.choices.emplace_back(choice);
        axis.count = static_cast<int>(axis.choices.size());
    } else {
        std::vector<std::string_view> words = split(range, ':');
        if (words.size() > 2 && words.back() == "log") {
            axis.scale = model::MapScale::logarithmic;
            words.pop_back();
        }
        if (words.size() < 2 || words.size() > 3)
            return form;
        const std::optional<double> from = reading::typedNumber(words[0]), to = reading::typedNumber(words[1]);
        if (!from || !to)
            return form;
        axis.from = *from;
        axis.to = *to;
        if (words.size() == 3) {
            const std::optional<double> values = reading::typedNumber(words[2]);
            if (!values || *values != std::floor(*values))
                return form;
            if (!(*values >= 2 && *values <= maps::kMostAxisValues)) // in the digits that were typed
                return usage({translatable("core", "%1: an axis has from 2 to %2 values, not %3."),
                    {axis.parameter, maps::kMostAxisValues, reading::shortened(words[2])}});
            axis.count = static_cast<int>(*values);
        } else if (!maps::problemOf(axis)) {
            axis.count = maps::isWhole(*row) ? differentCount(axis, count) : count;
        }
    }
    if (std::optional<Error> error = maps::problemOf(axis))
        return *std::move(error);
    return axis;
}

} // namespace deltascope::documents
