// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/kind_named.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "documents/parameter_json.h"
#include "files/animation_job.h"
#include "files/saving.h"
#include "reading/typed_number.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <chrono>
#include <cmath>
#include <thread>

namespace deltascope::commands {

namespace {

constexpr int kSignalPoll = 50; // ms

constexpr cli::Option kOut{
    "--out", "FILE", translatable("core", "frame.png writes frame_0001.png and so on; .mp4 and .gif need ffmpeg")};
constexpr cli::Option kSweep{
    "--sweep", "KEY=FROM:TO", translatable("core", "move this parameter; without it the network is trained")};
constexpr cli::Option kFrames{"--frames", "N", translatable("core", "number of frames (100)")};
constexpr cli::Option kRate{"--fps", "N", translatable("core", "frames per second of a film (25)")};
constexpr cli::Option kDpi{"--dpi", "N", translatable("core", "dots per inch (150); a frame is 160 × 90 mm")};
constexpr cli::Option kView{
    "--view", "KEY=VALUE", translatable("core", "set what is asked and how it is looked at: layer, k, speed, …"), true};
constexpr cli::Option kTheme{"--theme", "ID", translatable("core", "colours: light, dark, print, … (light)")};
constexpr const cli::Option* kOptions[] = {&kOut, &kSweep, &kFrames, &kRate, &cli::options::preset,
    &cli::options::scenario, &cli::options::set, &cli::options::data, &kView, &kDpi, &kTheme, &cli::options::lang};

Error wrong(const char* sentence, const QString& text)
{
    return {Fault::usage, {sentence, {text.toStdString()}}};
}

Result<double> number(const cli::Invocation& invocation, const char* option, double standard, double least, double most)
{
    if (!invocation.has(option))
        return standard;
    const QString text = invocation.value(option);
    const std::optional<double> value = reading::typedNumber(text.toStdString());
    if (!value || *value < least || *value > most)
        return Error{Fault::usage,
            {translatable("core", "%1: “%2” is not a number from %3 to %4."),
                {option, text.toStdString(), Real{least, 6}, Real{most, 6}}}};
    return *value;
}

Result<double> frameCount(const cli::Invocation& invocation)
{
    const Result<double> frames = number(invocation, "--frames", 100, 2, figures::kMostFrames);
    if (frames && *frames != std::floor(*frames))
        return wrong(translatable("core", "--frames: “%1” is not a whole number."), invocation.value("--frames"));
    return frames;
}

std::optional<Error> readSweep(const QString& text, figures::AnimationPlan& plan)
{
    if (!text.contains(u'='))
        return wrong(translatable("core", "--sweep: “%1” is not a range; write it like weight=0:10."), text);
    const QString key = text.section(u'=', 0, 0), range = text.section(u'=', 1);
    plan.parameter = parameters::findScenarioParameter(key.toStdString());
    if (!plan.parameter || !parameters::typeOf(*plan.parameter).number) {
        QStringList keys;
        for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
            if (parameters::typeOf(row).number)
                keys << QString::fromUtf8(row.key.data(), static_cast<qsizetype>(row.key.size()));
        return cli::unknownWord(translatable("core", "--sweep: there is no number “%1”; did you mean “%2”?"),
            translatable("core", "--sweep: there is no number “%1”; there are %2."), key, keys);
    }
    const std::string first = range.section(u':', 0, 0).toStdString(), last = range.section(u':', 1).toStdString();
    const std::optional<double> from = reading::typedNumber(first), to = reading::typedNumber(last);
    if (!from || !to)
        return wrong(translatable("core", "--sweep: “%1” is not a range; write it like weight=0:10."), text);
    for (const std::string& end : {first, last}) // what --set would refuse
        if (const Result<model::Scenario> tried = documents::withText(model::Scenario{}, *plan.parameter, end); !tried)
            return tried.error();
    plan.from = *from;
    plan.to = *to;
    return std::nullopt;
}

/// A large frame takes seconds to draw, and nothing ends that: takes the frames of a film away and ends the program.
void endWhereNobodyDoes(const files::AnimationJob& animation, const QString& scratch, const std::stop_token& stop)
{
    constexpr std::chrono::milliseconds kPollInterval{10}, kGrace{40};
    std::optional<std::chrono::steady_clock::time_point> came;
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(kPollInterval);
        if (!cli::DelayedSignals::came())
            continue;
        const auto now = std::chrono::steady_clock::now();
        came = came.value_or(now);
        if (now - *came < kGrace || animation.isWriting())
            continue;
        if (!scratch.isEmpty()) {
            const QString away = scratch + QStringLiteral(".ended"); // where no frame can be added any more
            QDir(QDir().rename(scratch, away) ? away : scratch).removeRecursively();
        }
        cli::DelayedSignals::end();
    }
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    figures::AnimationPlan plan;
    const Result<const figures::FigureKind*> kind = cli::figureNamed(invocation.operand);
    if (!kind)
        return kind.error();
    plan.kind = *kind;
    const QString out = invocation.value("--out", {});
    if (out.isEmpty())
        return Error{Fault::usage, {translatable("core", "--out is missing: the file to write."), {}}};
    if (invocation.has("--sweep"))
        if (std::optional<Error> error = readSweep(invocation.value("--sweep"), plan))
            return error;
    const Result<double> frames = frameCount(invocation);
    const Result<double> rate = number(invocation, "--fps", 25, 1, 120);
    const Result<double> dpi = number(invocation, "--dpi", 150, 30, 2400);
    for (const Result<double>* each : {&frames, &rate, &dpi})
        if (!*each)
            return each->error();
    plan.frames = static_cast<int>(*frames);
    Result<model::Document> source = cli::sourceDocument(invocation);
    if (!source)
        return source.error();
    plan.start = *std::move(source);
    exports::ExportOptions exportOptions;
    exportOptions.dpi = *dpi;
    const Result<render::Theme> theme = cli::themeNamed(invocation.value("--theme", QStringLiteral("light")));
    if (!theme)
        return theme.error();
    exportOptions.theme = *theme;
    const data::DataFolder folder{QFile::encodeName(invocation.value("--data", {})).toStdString()};
    std::optional<cli::DelayedSignals> delayed; // the animation goes first, and with it the frames of a film
    if (!files::isWrittenDirectly(out)) // a FIFO may wait for its reader for ever
        delayed.emplace();
    files::AnimationJob animation(std::move(plan), folder, exportOptions, *rate, out);
    QEventLoop loop;
    QObject::connect(&animation, &files::AnimationJob::ended, &loop, &QEventLoop::quit);
    QTimer signal;
    QObject::connect(&signal, &QTimer::timeout, &loop, [&loop] {
        if (cli::DelayedSignals::came())
            loop.quit(); // even where ffmpeg does not heed
    });
    if (std::optional<Error> error = animation.start())
        return error;
    cli::ProgressLine progress({translatable("core", "Frames"), {}});
    QObject::connect(&animation, &files::AnimationJob::progressed, &loop, [&] { progress.tell(animation.share()); });
    signal.start(kSignalPoll);
    const std::jthread endOnSecondSignal(
        [&animation, scratch = animation.scratchFolder()](
            const std::stop_token& stop) { endWhereNobodyDoes(animation, scratch, stop); });
    loop.exec();
    animation.waitForEnd(); // while that thread still sees how long it takes
    return animation.error();
}

} // namespace

extern const cli::Command animate;
const cli::Command animate{
    .id = "animate",
    .summary = translatable("core", "A figure in motion: a parameter moves, or the network is trained."),
    .operand = "ID",
    .operandNeeded = true,
    .rank = 35,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core", "“deltascope-cli list figures” names the figures. The axes hold still."),
    .run = run,
};

} // namespace deltascope::commands
