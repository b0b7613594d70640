// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/map_question.h"

#include "base/registry.h"
#include "cli/arguments/nearest.h"
#include "cli/source.h"
#include "data/dataset.h"
#include "maps/checked_map.h"
#include "measures/measure.h"
#include "parameters/parameters.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"

#include <cmath>

namespace deltascope::cli {

namespace {

QString mapWord(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Where the measure or the parameter of an axis is none, what it was probably meant to be.
std::optional<Error> unknownNames(const model::Map& map, const QStringList& axes)
{
    if (!findKind(measures::measuresRegistry(), map.measure)) {
        QStringList ids;
        for (const measures::MeasureKind* kind : measures::measuresRegistry())
            ids << mapWord(kind->id);
        return unknownWord(translatable("core", "There is no measure “%1”; did you mean “%2”?"),
            translatable("core", "There is no measure “%1”; there are %2."), QString::fromStdString(map.measure), ids);
    }
    QStringList keys;
    for (const auto& row : parameters::scenarioParameters())
        keys << mapWord(row.key);
    for (const QString& axis : axes)
        if (const QString key = axis.section(u'=', 0, 0); axis.contains(u'=') && !keys.contains(key))
            return unknownWord(translatable("core", "There is no parameter “%1”; did you mean “%2”?"),
                translatable("core", "There is no parameter “%1”; there are %2."), key, keys);
    return std::nullopt;
}

std::optional<Error> readSeeds(const Invocation& invocation, model::Map& map)
{
    const QString text = invocation.value("--seeds");
    const std::optional<double> seeds = reading::typedNumber(text.toStdString());
    if (!seeds || *seeds != std::floor(*seeds) || *seeds < 1 || *seeds > maps::kMostSeeds)
        return Error{Fault::usage,
            {translatable("core", "--seeds: “%1” is not a whole number from 1 to %2."),
                {reading::shortened(text.toStdString()), maps::kMostSeeds}}};
    map.seeds = static_cast<int>(*seeds);
    return std::nullopt;
}

/// What is typed beside the measure and its axes.
std::optional<Error> readStatistic(const Invocation& invocation, model::Map& map)
{
    if (invocation.has("--statistic"))
        map.statistic = invocation.value("--statistic").toStdString();
    return invocation.has("--seeds") ? readSeeds(invocation, map) : std::nullopt;
}

/// The map that is typed.
Result<model::Map> readMap(const Invocation& invocation)
{
    model::Map map;
    const QStringList axes = invocation.values("--over");
    if (!invocation.has("--of") || axes.isEmpty() || axes.size() > 2)
        return Error{Fault::usage,
            {translatable("core",
                 "map needs --of MEASURE and one or two of --over KEY=FROM:TO, like --of product --over weight=0:10, "
                 "or a "
                 "document with a map in it."),
                {}}};
    if (std::optional<Error> error = documents::putTypedMeasure(map, invocation.value("--of").toStdString()))
        return *std::move(error);
    if (std::optional<Error> error = unknownNames(map, axes))
        return *std::move(error);
    constexpr int kOfPlane = 64, kOfCurve = 201;
    for (const QString& typed : axes) {
        Result<model::MapAxis> axis = documents::typedAxis(typed.toStdString(), axes.size() == 2 ? kOfPlane : kOfCurve);
        if (!axis)
            return axis.error();
        if (&typed == &axes.first())
            map.x = *std::move(axis);
        else
            map.y = *std::move(axis);
    }
    return map;
}

/// The map that is typed, or where none is, the document's own.
Result<documents::MapQuestion> askedOf(const Invocation& invocation, model::Document document)
{
    documents::MapQuestion question;
    if (!invocation.has("--of") && !invocation.has("--over") && document.question.map) {
        question.map = *document.question.map;
        document = documents::ofItsStart(std::move(document));
    } else {
        Result<model::Map> map = readMap(invocation);
        if (!map)
            return map.error();
        question.map = *std::move(map);
    }
    if (std::optional<Error> error = readStatistic(invocation, question.map))
        return *std::move(error);
    question.document = documents::withMap(std::move(document), question.map);
    question.document.pins.clear();
    return question;
}

} // namespace

Result<std::string> fingerprintOfData(const documents::MapQuestion& question, const QString& folder)
{
    std::vector<std::string> ids{question.document.scenario.data};
    for (const model::MapAxis* axis : {&question.map.x, question.map.y ? &*question.map.y : nullptr})
        if (axis && axis->parameter == "data")
            ids.insert(ids.end(), axis->choices.begin(), axis->choices.end());
    return data::fingerprintOf(ids, {folder.toStdString()});
}

Result<documents::MapQuestion> readMapQuestion(const Invocation& invocation)
{
    if (invocation.has("--of") || invocation.has("--over")) // said before the source is looked at
        if (const Result<model::Map> map = readMap(invocation); !map)
            return map.error();
    Result<model::Document> document = sourceDocument(invocation);
    if (!document)
        return document.error();
    Result<documents::MapQuestion> asked = askedOf(invocation, *std::move(document));
    if (!asked)
        return asked;
    documents::MapQuestion question = *std::move(asked);
    if (const Result<data::Dataset> data = sourceData(question.document.scenario, invocation); !data)
        return data.error();
    return question;
}

} // namespace deltascope::cli
