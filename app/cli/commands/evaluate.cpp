// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/checked_parameter.h"
#include "cli/arguments/command.h"
#include "cli/arguments/nearest.h"
#include "cli/evaluation_table.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "documents/parameter_json.h"
#include "reports/evaluation_parts/evaluation_text.h"
#include "reports/network_export.h"
#include "results/memory_need.h"
#include "results/seeds_band.h"
#include "results/snapshot_memory.h"
#include "theory/finite_width/finite_width.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/critical_point.h"
#include "theory/mean_field/prediction.h"
#include "theory/mean_field/two_inputs.h"
#include "training/training_progress.h"

namespace deltascope::commands {

namespace {

constexpr cli::Option kFormat{"--format", "text|json|csv", translatable("core", "a table to read (text), json or csv")};
constexpr cli::Option kSeeds{
    "--seeds", "N", translatable("core", "add each speed's median, 5 % and 95 % over this seed and the next N − 1")};
constexpr cli::Option kSpectrum{
    "--spectrum", "", translatable("core", "add the singular values of each layer's Jacobian and of their product")};
constexpr cli::Option kTheory{"--theory", "",
    translatable("core", "add what mean field theory and the law of finite width predict of each layer")};
constexpr cli::Option kFloats{"--float-formats", "",
    translatable("core", "add each bias speed as float16, bfloat16, float32 and double compute it")};
constexpr cli::Option kGradient{"--gradient-check", "WHERE",
    translatable("core",
        "add one entry of the gradient beside its central difference: layer=2 (its largest), layer=2,row=1,column=3, "
        "or "
        "column=bias")};
constexpr const cli::Option* kOptions[] = {&cli::options::preset, &cli::options::scenario, &cli::options::set,
    &cli::options::data, &cli::options::network, &cli::options::step, &kSeeds, &kSpectrum, &kTheory, &kFloats,
    &kGradient, &kFormat, &cli::options::out, &cli::options::lang};

struct Format {
    const char *id, *suffix;
    QByteArray (*write)(const reports::EvaluationReport& report);
};
constexpr Format kFormats[] = {
    {"text", ".txt", [](const reports::EvaluationReport& report) { return cli::evaluationTable(report).toUtf8(); }},
    {"json", ".json",
        [](const reports::EvaluationReport& report) {
            return QByteArray::fromStdString(reports::evaluationJson(report));
        }},
    {"csv", ".csv",
        [](const reports::EvaluationReport& report) {
            return QByteArray::fromStdString(reports::evaluationCsv(report));
        }},
};

Result<const Format*> readFormat(const cli::Invocation& invocation)
{
    const QString id = invocation.value("--format", QStringLiteral("text"));
    for (const Format& format : kFormats)
        if (id == QLatin1String(format.id))
            return &format;
    return cli::unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
        translatable("core", "There is no format “%1”; there are %2."), id,
        {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("csv")});
}

/// What was asked for beside the evaluation, or why there is none for this scenario.
struct Extras {
    std::shared_ptr<const results::SeedsBand> seeds;
    std::optional<jacobian::NetworkSpectrum> spectrum;
    std::optional<mean_field::MeanFieldPrediction> theory;
    std::optional<finite_width::FiniteWidthLaw> law;
    std::optional<model::Scenario> critical;
    std::optional<mean_field::PairMaps> pair;
    std::optional<gradient_check::GradientCheck> gradient;
};

Result<model::Question> questionOf(const cli::Invocation& invocation)
{
    if (!invocation.has("--seeds"))
        return model::Question{};
    return documents::withText(model::Question{}, *parameters::findParameter<model::Question>("seeds"),
        invocation.value("--seeds").toStdString());
}

/// Why what is asked for is not possible.
std::optional<Error> notPossible(
    const cli::Invocation& invocation, const model::Scenario& scenario, const model::Question& question)
{
    if (invocation.has("--spectrum") && network::draws(scenario))
        return Error{Fault::usage,
            {translatable("core",
                 "Under dropout every example and every step has a network, and a Jacobian, of its own: leave out "
                 "--spectrum."),
                {}}};
    if (invocation.has("--spectrum") && !jacobian::hasSpectrum(scenario))
        return Error{Fault::usage,
            {translatable("core",
                 "Under batch normalization the examples depend on one another, so that no layer has a Jacobian of its "
                 "own: leave out --spectrum."),
                {}}};
    if (invocation.has("--gradient-check"))
        if (Message why = gradient_check::whyNoGradientCheck(scenario); !why.empty())
            return Error{Fault::usage, std::move(why)};
    for (const char* option : {"--seeds", "--theory"})
        if (invocation.has("--step") && invocation.has(option))
            return Error{Fault::usage,
                {translatable("core",
                     "%1 is about the network as initialized, and --step about one in training: leave one of them "
                     "out."),
                    {option}}};
    if (invocation.has("--theory"))
        if (Message why = mean_field::whyNoTheory(scenario); !why.empty())
            return Error{Fault::usage, std::move(why)};
    double most =
        results::snapshotMemory({.scenario = scenario, .question = question}, results::needs<evaluation::Evaluation>());
    for (const auto& [option, kind] : {std::pair{"--seeds", &results::kindOf<results::SeedsBand>()},
             std::pair{"--spectrum", &results::kindOf<jacobian::NetworkSpectrum>()}})
        if (invocation.has(option)) // computed, even where it tells nothing
            most = std::max(most,
                results::dataMemory(scenario) + results::networkMemory(scenario)
                    + results::resultMemory(*kind, scenario, question));
    int widest = 0;
    for (const network::LayerGroup& group : network::layerGroups(scenario))
        widest = std::max(widest, group.shape.size);
    const double perLayer = 80 + (invocation.has("--spectrum") ? widest : 0);
    if (invocation.has("--step"))
        most += results::trainingMemory(scenario);
    return results::refusedForMemory(
        scenario, results::kProgramMemory + most + results::textMemory(perLayer * scenario.depth));
}

void addSpectrum(
    Extras& extras, const network::Network& network, const data::Dataset& data, cli::ProgressLine& progress)
{
    progress.begin(results::workOf(results::kindOf<jacobian::NetworkSpectrum>()));
    const jacobian::SpectrumLayers layers = jacobian::everyFactor(network);
    extras.spectrum = jacobian::networkSpectrum(network, data, layers, {}, [&](const jacobian::NetworkSpectrum& soFar) {
        progress.tell(static_cast<double>(soFar.layers.size()) / static_cast<double>(layers.factors.size()));
    });
}

void addSeeds(Extras& extras, const model::Scenario& scenario, int seeds, const data::DataFolder& folder,
    cli::ProgressLine& progress)
{
    progress.begin(results::workOf(results::kindOf<results::SeedsBand>()));
    results::BandRefined refined;
    if (progress.shown())
        refined = [&](const std::shared_ptr<const results::SeedsBand>& band) {
            progress.tell(static_cast<double>(band->done) / band->count);
        };
    extras.seeds = results::seedsBand(scenario, seeds, {}, refined, 0, folder);
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const Result<const Format*> format = readFormat(invocation);
    if (!format)
        return format.error();
    if (invocation.has("--out") && invocation.value("--out").isEmpty()) // a variable of a script that is not set
        return cli::checkOutput({}, {(*format)->suffix});
    const Result<model::Document> document = cli::sourceDocument(invocation);
    if (!document)
        return document.error();
    model::Scenario scenario = document->scenario;
    const Result<model::Question> question = questionOf(invocation);
    if (!question)
        return question.error();
    if (std::optional<Error> error = notPossible(invocation, scenario, *question))
        return error;
    gradient_check::CheckedParameter checked;
    if (invocation.has("--gradient-check")) {
        const Result<gradient_check::CheckedParameter> typed = cli::checkedParameter(invocation, scenario);
        if (!typed)
            return typed.error();
        if ((*format)->id == std::string_view("csv"))
            return Error{Fault::usage,
                {translatable("core", "csv has one row per layer and no room for --gradient-check; take text or json."),
                    {}}};
        checked = *typed;
    }
    const Result<std::int64_t> step = cli::readStep(invocation, scenario);
    if (!step)
        return step.error();
    Result<data::Dataset> made = cli::sourceData(scenario, invocation);
    if (!made)
        return made.error();
    const auto data = std::make_shared<const data::Dataset>(*std::move(made));
    cli::begun();
    std::optional<cli::ProgressLine> progress(std::in_place,
        *step > 0 ? results::workOf(results::kindOf<training::TrainingProgress>())
                  : Message{translatable("core", "Network"), {}});
    const auto trained = reports::trainedNetwork(scenario, data, *step, progress->watch());
    const network::Network& network = *trained;
    progress->begin(results::workOf(results::kindOf<evaluation::Evaluation>()));
    const evaluation::Evaluation evaluation =
        *deltascope::evaluation::evaluate(scenario, *data, network, {}, progress->watch());
    Extras extras;
    if (invocation.has("--seeds"))
        addSeeds(extras, scenario, question->seeds, cli::filesOf(invocation), *progress);
    if (invocation.has("--spectrum"))
        addSpectrum(extras, network, *data, *progress);
    if (invocation.has("--theory")) {
        progress->begin(results::workOf(results::kindOf<mean_field::MeanFieldPrediction>()));
        extras.theory = mean_field::predictSpeeds(scenario, *data, evaluation);
        if (finite_width::whyNoLaw(scenario).empty())
            extras.law = finite_width::finiteWidthLaw(scenario, evaluation);
        extras.critical = mean_field::atCriticalPoint(scenario, *data);
        if (mean_field::whyNoPair(scenario).empty())
            extras.pair = mean_field::pairMaps(scenario, *data);
    }
    if (invocation.has("--gradient-check")) {
        progress->begin(results::workOf(results::kindOf<gradient_check::GradientCheck>()));
        extras.gradient = gradient_check::checkGradient(scenario, *data, network, checked);
    }
    std::optional<formats::FormatArithmetic> formats;
    if (invocation.has("--float-formats"))
        formats = formats::formatArithmetic(scenario, *data, network, evaluation, formats::FormatChoice::every);
    else if (*format == &kFormats[0]) // the one with the diagnosis
        formats = formats::formatArithmetic(scenario, *data, network, evaluation, formats::FormatChoice::nearTheirEnds);
    progress->begin({translatable("core", "Text"), {}});
    const reports::EvaluationReport report{scenario, evaluation, extras.seeds.get(),
        extras.spectrum ? &*extras.spectrum : nullptr,
        {extras.theory ? &*extras.theory : nullptr, extras.law ? &*extras.law : nullptr,
            extras.critical ? &*extras.critical : nullptr, extras.pair ? &*extras.pair : nullptr},
        formats ? &*formats : nullptr, *step, extras.gradient ? &*extras.gradient : nullptr};
    const QByteArray text = (*format)->write(report);
    progress.reset();
    return cli::writeOutput(invocation.value("--out"), text);
}

} // namespace

extern const cli::Command evaluate;
const cli::Command evaluate{
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
