// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/evaluation_table.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "io/evaluation_text.h"
#include "io/parameter_json.h"
#include "memory_need.h"

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

Result<ViewState> viewOf(const Invocation& invocation)
{
    if (!invocation.has("--seeds"))
        return ViewState{};
    return withText(ViewState{}, *findViewParameter("seeds"), invocation.value("--seeds").toStdString());
}

/// Why what is asked for is not possible.
std::optional<Error> notPossible(const Invocation& invocation, const Scenario& scenario, const ViewState& view)
{
    if (invocation.has("--spectrum") && !hasSpectrum(scenario))
        return Error{Fault::usage,
            {translatable("core",
                 "Under batch normalization the examples depend on one another, so that no layer has a Jacobian of its "
                 "own: leave out --spectrum."),
                {}}};
    if (invocation.has("--theory"))
        if (Message why = whyNoTheory(scenario); !why.empty())
            return Error{Fault::usage, std::move(why)};
    double most = snapshotMemory({scenario, view, {}}, needs(Need::evaluation));
    for (const auto& [option, need] : {std::pair{"--seeds", Need::seeds}, std::pair{"--spectrum", Need::spectrum}})
        if (invocation.has(option)) // computed, even where it tells nothing
            most = std::max(most, dataMemory(scenario) + networkMemory(scenario) + memoryOfNeed(need, scenario, view));
    const double perLayer = 80 + (invocation.has("--spectrum") ? std::max(scenario.width, scenario.outputs) : 0);
    return refusedForMemory(scenario, kProgramMemory + most + textMemory(perLayer * scenario.depth));
}

void addSpectrum(Extras& extras, const Network& network, const Dataset& data, ProgressLine& progress)
{
    progress.begin(workOf(Need::spectrum));
    const SpectrumLayers layers = everyFactor(network);
    extras.spectrum = networkSpectrum(network, data, layers, {}, [&](const NetworkSpectrum& soFar) {
        progress.tell(static_cast<double>(soFar.layers.size()) / static_cast<double>(layers.factors.size()));
    });
}

void addSeeds(Extras& extras, const Scenario& scenario, int seeds, const DataFolder& folder, ProgressLine& progress)
{
    progress.begin(workOf(Need::seeds));
    BandRefined refined;
    if (progress.shown())
        refined = [&](const std::shared_ptr<const SeedsBand>& band) {
            progress.tell(static_cast<double>(band->done) / band->count);
        };
    extras.seeds = seedsBand(scenario, seeds, {}, refined, 0, folder);
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
    const Result<ViewState> view = viewOf(invocation);
    if (!view)
        return view.error();
    if (std::optional<Error> error = notPossible(invocation, scenario, *view))
        return error;
    const Result<Dataset> data = sourceData(scenario, invocation);
    if (!data)
        return data.error();
    std::optional<ProgressLine> progress(std::in_place, Message{translatable("core", "Network"), {}});
    const Network network(scenario, *data, {}, progress->watch());
    progress->begin(workOf(Need::evaluation));
    const Evaluation evaluation = *deltascope::evaluate(scenario, *data, network, {}, progress->watch());
    Extras extras;
    if (invocation.has("--seeds"))
        addSeeds(extras, scenario, view->seeds, {invocation.value("--data").toStdString()}, *progress);
    if (invocation.has("--spectrum"))
        addSpectrum(extras, network, *data, *progress);
    if (invocation.has("--theory")) {
        progress->begin(workOf(Need::theory));
        extras.theory = predictSpeeds(scenario, *data, evaluation);
    }
    std::optional<FormatArithmetic> formats;
    if (invocation.has("--float-formats"))
        formats = formatArithmetic(scenario, *data, network, evaluation, FormatChoice::every);
    else if (*format == &kFormats[0]) // the one with the diagnosis
        formats = formatArithmetic(scenario, *data, network, evaluation, FormatChoice::nearTheirEnds);
    progress->begin({translatable("core", "Text"), {}});
    const EvaluationReport report{scenario, evaluation, extras.seeds.get(),
        extras.spectrum ? &*extras.spectrum : nullptr, extras.theory ? &*extras.theory : nullptr,
        formats ? &*formats : nullptr};
    const QByteArray text = (*format)->write(report);
    progress.reset();
    return writeOutput(invocation.value("--out"), text);
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
