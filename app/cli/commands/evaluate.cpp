// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/evaluation_table.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/source.h"
#include "io/evaluation_text.h"
#include "io/parameter_json.h"

namespace deltascope::commands {

namespace {

constexpr Option kFormat{"--format", "text|json|csv", translatable("core", "a table to read (text), json or csv")};
constexpr Option kSeeds{
    "--seeds", "N", translatable("core", "add each speed's median, 5 % and 95 % over this seed and the next N − 1")};
constexpr Option kSpectrum{
    "--spectrum", "", translatable("core", "add the singular values of each layer's Jacobian and of their product")};
constexpr Option kTheory{"--theory", "", translatable("core", "add what mean field theory predicts of each layer")};
constexpr Option kFloats{"--float-formats", "",
    translatable("core", "add each bias speed as float16, bfloat16, float32 and double compute it")};
constexpr const Option* kOptions[] = {&options::preset, &options::scenario, &options::set, &options::data, &kSeeds,
    &kSpectrum, &kTheory, &kFloats, &kFormat, &options::out, &options::lang};

struct Format {
    const char *id, *suffix;
    QByteArray (*write)(const EvaluationReport& report);
};
constexpr Format kFormats[] = {
    {"text", ".txt", [](const EvaluationReport& report) { return evaluationTable(report).toUtf8(); }},
    {"json", ".json", [](const EvaluationReport& report) { return QByteArray::fromStdString(evaluationJson(report)); }},
    {"csv", ".csv", [](const EvaluationReport& report) { return QByteArray::fromStdString(evaluationCsv(report)); }},
};

Result<const Format*> readFormat(const Invocation& invocation)
{
    const QString id = invocation.value("--format", QStringLiteral("text"));
    for (const Format& format : kFormats)
        if (id == QLatin1String(format.id))
            return &format;
    return unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
        translatable("core", "There is no format “%1”; there are %2."), id,
        {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("csv")});
}

/// What was asked for beside the evaluation, or why there is none for this scenario.
struct Extras {
    std::shared_ptr<const SeedsBand> seeds;
    std::optional<NetworkSpectrum> spectrum;
    std::optional<MeanFieldPrediction> theory;
};

std::optional<Error> addSeeds(Extras& extras, const Scenario& scenario, const QString& count, const DataFolder& folder)
{
    const Result<ViewState> view = withText(ViewState{}, *findViewParameter("seeds"), count.toStdString());
    if (!view)
        return view.error();
    extras.seeds = seedsBand(scenario, view->seeds, {}, {}, 0, folder);
    return std::nullopt;
}

std::optional<Error> addSpectrum(Extras& extras, const Scenario& scenario, const Network& network, const Dataset& data)
{
    if (!hasSpectrum(scenario))
        return Error{Fault::usage,
            {translatable("core",
                 "Under batch normalization the examples depend on one another, so that no layer has a Jacobian of its "
                 "own: leave out --spectrum."),
                {}}};
    extras.spectrum = networkSpectrum(network, data, everyFactor(network));
    return std::nullopt;
}

std::optional<Error> addTheory(
    Extras& extras, const Scenario& scenario, const Dataset& data, const Evaluation& evaluation)
{
    if (Message why = whyNoTheory(scenario); !why.empty())
        return Error{Fault::usage, std::move(why)};
    extras.theory = predictSpeeds(scenario, data, evaluation);
    return std::nullopt;
}

std::optional<Error> run(const Invocation& invocation)
{
    const Result<const Format*> format = readFormat(invocation);
    if (!format)
        return format.error();
    if (invocation.has("--out") && invocation.value("--out").isEmpty()) // a variable of a script that is not set
        return checkOutput({}, (*format)->suffix);
    const Result<Document> document = sourceDocument(invocation);
    if (!document)
        return document.error();
    Scenario scenario = document->scenario;
    const Result<Dataset> data = sourceData(scenario, invocation);
    if (!data)
        return data.error();
    const Network network(scenario, *data);
    const Evaluation evaluation = *deltascope::evaluate(scenario, *data, network);
    Extras extras;
    std::optional<Error> error;
    if (invocation.has("--seeds"))
        error = addSeeds(extras, scenario, invocation.value("--seeds"), {invocation.value("--data").toStdString()});
    if (!error && invocation.has("--spectrum"))
        error = addSpectrum(extras, scenario, network, *data);
    if (!error && invocation.has("--theory"))
        error = addTheory(extras, scenario, *data, evaluation);
    if (error)
        return error;
    std::optional<FormatArithmetic> formats;
    if (invocation.has("--float-formats"))
        formats = formatArithmetic(scenario, *data, network, evaluation, FormatChoice::every);
    else if (*format == &kFormats[0]) // the one with the diagnosis
        formats = formatArithmetic(scenario, *data, network, evaluation, FormatChoice::nearTheirEnds);
    const EvaluationReport report{scenario, evaluation, extras.seeds.get(),
        extras.spectrum ? &*extras.spectrum : nullptr, extras.theory ? &*extras.theory : nullptr,
        formats ? &*formats : nullptr};
    return writeOutput(invocation.value("--out"), (*format)->write(report));
}

} // namespace

extern const Command evaluate;
const Command evaluate{
    .id = "evaluate",
    .summary = translatable("core", "Every layer's z, a, f′, factor and learning speeds, with the diagnosis in words."),
    .operand = "",
    .rank = 20,
    .options = kOptions,
    .notes = translatable("core",
        "Numbers always have a point as decimal mark. In json and csv, sizes are given as sign and\n"
        "log10, since many of them are far beyond what a double holds. A single layer is set by\n"
        "--set layers='[{\"layer\": 2, \"weight\": 3, \"bias\": 0.5}]'."),
    .run = run,
};

} // namespace deltascope::commands
