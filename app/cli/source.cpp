// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/source.h"

#include "base/registry.h"
#include "cli/arguments/nearest.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "data/dataset.h"
#include "data/dataset_kind.h"
#include "data/target_range.h"
#include "diagnosis/idle_layers.h"
#include "documents/document_json.h"
#include "documents/parameter_json.h"
#include "documents/with_network.h"
#include "files/opening.h"
#include "files/presets.h"
#include "gradient_check/gradient_check.h"
#include "parameters/idle_parameters.h"
#include "parameters/sizes_from_data.h"
#include "parameters/widths.h"
#include "reading/text_encoding.h"
#include "text/language.h"
#include "training/steps_per_epoch.h"

#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace deltascope::cli {

namespace {

QString sourceFromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<model::Document> startingPoint(const Invocation& invocation, documents::Notices& notices)
{
    if (invocation.has("--preset") && invocation.has("--scenario"))
        return Error{Fault::usage, {translatable("core", "Give --preset or --scenario, not both."), {}}};
    if (invocation.has("--scenario")) {
        Result<files::OpenedDocument> opened = files::openDocument(invocation.value("--scenario"));
        if (!opened)
            return opened.error();
        notices = opened->notices;
        return (*std::move(opened)).document;
    }
    if (!invocation.has("--preset"))
        return model::Document{};
    const QString id = invocation.value("--preset");
    if (const documents::Preset* preset = files::findPreset(id.toStdString()))
        return preset->document;
    QStringList known;
    for (const documents::Preset& preset : files::presets())
        known << QString::fromStdString(preset.id);
    return unknownWord(translatable("core", "There is no preset “%1”; did you mean “%2”?"),
        translatable("core", "There is no preset “%1”; there are %2."), id, known);
}

struct Assignment {
    std::string key, typed;
};

Result<Assignment> assignmentIn(const QString& text, const char* option)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return Error{Fault::usage,
            {translatable("core", "“%1 %2” needs the form KEY=VALUE."),
                {option, reading::shortened(text.toStdString())}}};
    return Assignment{text.left(equals).toStdString(), text.mid(equals + 1).toStdString()};
}

/// Puts the value where the record has a row of this key; false: it has none.
template <class Record>
Result<bool> putInto(Record& record, const Assignment& assignment)
{
    Result<Record> next = record;
    if (const parameters::Parameter<Record>* row = parameters::findParameter<Record>(assignment.key))
        next = documents::withText(record, *row, assignment.typed);
    else if constexpr (std::is_same_v<Record, model::Scenario>) {
        if (assignment.key != parameters::kWidths)
            return false;
        next = parameters::withWidths(record, assignment.typed);
    } else
        return false;
    if (!next)
        return next.error();
    record = *std::move(next);
    return true;
}

template <class Record>
void addKeys(QStringList& keys)
{
    for (const parameters::Parameter<Record>& row : parameters::rowsOf<Record>())
        keys << sourceFromView(row.key);
    if constexpr (std::is_same_v<Record, model::Scenario>)
        keys << sourceFromView(parameters::kWidths);
}

/// Puts every KEY=VALUE into the first of these records that has a row of the key.
template <class... Records>
std::optional<Error> assign(
    const QStringList& assignments, const char* option, documents::Notices& notices, Records&... records)
{
    for (const QString& text : assignments) {
        const Result<Assignment> assignment = assignmentIn(text, option);
        if (!assignment)
            return assignment.error();
        Result<bool> done = false;
        static_cast<void>(((done = putInto(records, *assignment), !done || *done) || ...));
        if (!done)
            return done.error();
        if (!*done) {
            QStringList keys;
            (addKeys<Records>(keys), ...);
            return unknownWord(translatable("core", "There is no parameter “%1”; did you mean “%2”?"),
                translatable("core", "There is no parameter “%1”; there are %2."),
                QString::fromStdString(assignment->key), keys);
        }
        documents::noteTooSmall(assignment->key, assignment->typed, notices);
    }
    return std::nullopt;
}

/// What --view says: of the question, of the view, and of preferences, which are part of the document where they are
/// given here.
std::optional<Error> assignView(model::Document& document, const QStringList& assignments, documents::Notices& notices)
{
    model::Preferences preferences = document.preferences.value_or(model::Preferences());
    if (std::optional<Error> error =
            assign(assignments, "--view", notices, document.question, document.view, preferences))
        return error;
    document.preferences = preferences == model::Preferences() ? std::nullopt : std::optional(std::move(preferences));
    return std::nullopt;
}

/// A layer, or a weight of it, that --view names must be there: of a document one that is not is idle.
std::optional<Error> checkPlaces(const model::Document& document, const QStringList& assignments)
{
    const auto given = [&](const char* key) {
        return std::ranges::any_of(
            assignments, [&](const QString& each) { return each.startsWith(QLatin1String(key) + u'='); });
    };
    const model::Question& question = document.question;
    gradient_check::CheckedParameter place{.layer = std::max(question.layer, 1)};
    if (given("checked_row") || given("checked_column")) {
        place.row = question.checkedRow;
        place.column = question.checkedColumn;
    } else if (!given("layer")) {
        return std::nullopt;
    }
    if (Message missing = gradient_check::noSuchParameter(document.scenario, place); !missing.empty())
        return Error{Fault::usage, {"--view: %1", {std::move(missing)}}};
    return std::nullopt;
}

std::optional<Error> addPins(model::Document& document, const QStringList& paths, documents::Notices& notices)
{
    for (const QString& path : paths) {
        const Result<files::OpenedDocument> pinned = files::openDocument(path);
        if (!pinned)
            return pinned.error();
        notices.insert(notices.end(), pinned->notices.begin(), pinned->notices.end());
        document.pins.push_back({QFileInfo(path).completeBaseName().toStdString(), pinned->document.scenario});
    }
    if (document.pins.size() <= documents::kMaxPins)
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core", "At most %1 scenarios can be pinned."), {static_cast<int>(documents::kMaxPins)}}};
}

bool isGiven(const Invocation& invocation, const char* key)
{
    const auto assigned = [&](const QString& start) {
        return std::ranges::any_of(
            invocation.values("--set"), [&](const QString& assignment) { return assignment.startsWith(start); });
    };
    const bool size = key == std::string_view("inputs") || key == std::string_view("outputs");
    return assigned(QLatin1String(key) + u'=') || (size && assigned(sourceFromView(parameters::kWidths) + u'='));
}

/// With --set data=… the sizes that are not set too become those that the data have.
void followSizes(const Invocation& invocation, model::Scenario& scenario, documents::Notices& notices)
{
    if (!isGiven(invocation, "data") || data::sizesFollowFiles(scenario)
        || (isGiven(invocation, "inputs") && isGiven(invocation, "outputs")))
        return;
    const model::Scenario fitted = parameters::withData(scenario, scenario.data);
    const model::Scenario before = scenario;
    if (!isGiven(invocation, "inputs"))
        scenario.inputs = fitted.inputs;
    if (!isGiven(invocation, "outputs"))
        scenario.outputs = fitted.outputs;
    if (scenario != before)
        notices.push_back({translatable("core", "The sizes follow the data “%1”: inputs = %2 and outputs = %3."),
            {scenario.data, scenario.inputs, scenario.outputs}});
}

/// Reads what --network names: a scenario that asks for a network gets that one, if it is it; others take it up.
std::optional<Error> openNetwork(model::Scenario& scenario, const Invocation& invocation, documents::Notices& notices)
{
    if (!invocation.has("--network"))
        return std::nullopt;
    Result<imported::ImportedNetwork> read = imported::openNetwork(invocation.value("--network").toStdString());
    if (!read)
        return read.error();
    invocation.network = std::make_shared<const imported::ImportedNetwork>(*std::move(read));
    if (model::startsFromFile(scenario) && !scenario.network.fingerprint.empty())
        return data::networkProblem(scenario, {.path = {}, .networks = {invocation.network}});
    Result<model::Scenario> next = documents::withNetwork(scenario, *invocation.network);
    if (!next)
        return next.error();
    scenario = *std::move(next);
    notices.push_back(documents::understood(*invocation.network));
    return std::nullopt;
}

/// That --data was given, where nothing is read from it.
void noteUnusedData(const Invocation& invocation, const model::Document& document, documents::Notices& notices)
{
    if (!invocation.has("--data") || invocation.has("--run")) // a saved training brings a scenario of its own
        return;
    if (!readsFiles(document))
        notices.push_back(
            {translatable(
                 "core", "--data is not used: the data “%1” are not read from files (--set data=csv reads a table)."),
                {document.scenario.data}});
}

/// Says how a table was understood, and puts inputs and outputs as it has them where they are not set: those of a
/// scenario that the command line turns to the table, and those that a document leaves at 1.
std::optional<Error> fitToFile(model::Scenario& scenario, const Invocation& invocation, documents::Notices& notices)
{
    if (!data::sizesFollowFiles(scenario) || !invocation.has("--data"))
        return std::nullopt;
    Result<data::DataSizes> sizes = data::dataSizes(scenario, filesOf(invocation));
    if (!sizes)
        return sizes.error();
    const bool chosenHere = isGiven(invocation, "data") || isGiven(invocation, "table");
    const bool unset = scenario.inputs == 1 && sizes->inputs != 1;
    data::DataSizes wanted = *sizes;
    if (isGiven(invocation, "inputs") || !(chosenHere || unset))
        wanted.inputs = scenario.inputs;
    if (isGiven(invocation, "outputs") || !(chosenHere || unset))
        wanted.outputs = scenario.outputs;
    if (isGiven(invocation, "examples") || !(chosenHere || unset))
        wanted.rows = scenario.examples + scenario.holdout;
    Result<model::Scenario> fitted = parameters::withSizes(std::move(scenario), wanted);
    if (!fitted)
        return fitted.error();
    scenario = *std::move(fitted);
    Message said = sizes->understood;
    if (const int taken = scenario.examples + scenario.holdout; taken < sizes->rows)
        said = {"%1 %2",
            {std::move(said),
                Message{translatable("core", "Of the %1 rows, examples and holdout take %2."), {sizes->rows, taken}}}};
    notices.push_back(std::move(said));
    return std::nullopt;
}

} // namespace

bool readsFiles(const model::Document& document)
{
    const auto reads = [](const model::Scenario& scenario) {
        const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
        return kind && kind->wantsFolder;
    };
    return reads(document.scenario) || std::ranges::any_of(document.pins, reads, &model::Pin::scenario);
}

data::DataFolder filesOf(const Invocation& invocation)
{
    data::DataFolder folder{invocation.value("--data").toStdString()};
    if (invocation.network)
        folder.networks.push_back(invocation.network);
    return folder;
}

Result<model::Document> sourceDocument(const Invocation& invocation)
{
    documents::Notices notices;
    Result<model::Document> start = startingPoint(invocation, notices);
    if (!start)
        return start;
    model::Document document = *std::move(start);
    if (std::optional<Error> error = openNetwork(document.scenario, invocation, notices))
        return *std::move(error);
    if (std::optional<Error> error = assign(invocation.values("--set"), "--set", notices, document.scenario))
        return *std::move(error);
    followSizes(invocation, document.scenario, notices);
    if (std::optional<Error> error = fitToFile(document.scenario, invocation, notices))
        return *std::move(error);
    if (std::optional<Error> error = parameters::validate(document.scenario))
        return *std::move(error);
    if (std::optional<Error> error = data::targetOutOfRange(document.scenario); error && invocation.has("--set"))
        return *std::move(error);
    if (std::optional<Error> error = assignView(document, invocation.values("--view"), notices))
        return *std::move(error);
    if (std::optional<Error> error = checkPlaces(document, invocation.values("--view")))
        return *std::move(error);
    if (std::optional<Error> error = files::checkIds(document))
        return *std::move(error);
    if (std::optional<Error> error = addPins(document, invocation.values("--pin"), notices))
        return *std::move(error);
    noteUnusedData(invocation, document, notices);
    for (Message& idle : parameters::idle::ownValuesInVain(document.scenario))
        notices.push_back(std::move(idle));
    if (invocation.network && !model::startsFromFile(document.scenario))
        notices.push_back({translatable("core", "--network is not used: the initialization is “%1”."),
            {document.scenario.initializer}});
    sayWhenBegun(std::move(notices));
    return document;
}

Result<data::Dataset> sourceData(model::Scenario& scenario, const Invocation& invocation)
{
    std::optional<ProgressLine> progress(std::in_place, Message{translatable("core", "Examples"), {}});
    Result<data::Dataset> data = data::makeDataset(scenario, {}, filesOf(invocation));
    progress.reset();
    if (!data)
        return data;
    scenario.data = data->id;
    if (data->notice)
        sayWhenBegun({*data->notice});
    sayWhenBegun(data->remarks);
    if (data->understood) // a table
        sayWhenBegun({diagnosis::alikeNeurons(scenario)});
    return data;
}

Result<std::int64_t> readStep(const Invocation& invocation, const model::Scenario& scenario)
{
    if (!invocation.has("--step"))
        return std::int64_t{0};
    const Result<model::Question> question = documents::withText(model::Question{},
        *parameters::findParameter<model::Question>("step"), invocation.value("--step").toStdString());
    if (!question)
        return question.error();
    const std::int64_t steps = training::stepsPerEpoch(scenario.examples, scenario.batch) * scenario.epochs;
    if (question->step > steps)
        return Error{Fault::usage,
            {translatable("core", "--step: the training has %1 steps, in %2 epochs, so there is no step %3."),
                {steps, scenario.epochs, question->step}}};
    return question->step;
}

} // namespace deltascope::cli
