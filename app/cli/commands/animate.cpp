// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/command.h"
#include "cli/arguments/kind_named.h"
#include "cli/arguments/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/saved_map.h"
#include "cli/source.h"
#include "documents/map_json.h"
#include "documents/parameter_json.h"
#include "files/animation_job.h"
#include "files/saving.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"

#include <QDir>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>
#include <tuple>

namespace deltascope::commands {

namespace {

constexpr int kSignalPoll = 50; // ms

constexpr cli::Option kOut{
    "--out", "FILE", translatable("core", "frame.png writes frame_0001.png and so on; .mp4 and .gif need ffmpeg")};
constexpr cli::Option kSweep{
    "--sweep", "KEY=FROM:TO", translatable("core", "move this parameter; without it the network is trained"), true};
constexpr cli::Option kFrames{"--frames", "N", translatable("core", "number of frames (100)")};
constexpr cli::Option kRate{"--fps", "N", translatable("core", "frames per second of a film (25)")};
constexpr cli::Option kDpi{"--dpi", "N", translatable("core", "dots per inch (150); a frame is 160 × 90 mm")};
constexpr cli::Option kView{
    "--view", "KEY=VALUE", translatable("core", "set what is asked and how it is shown: layer, k, speed, …"), true};
constexpr cli::Option kTheme{"--theme", "ID", translatable("core", "colours: light, dark, print, … (light)")};
constexpr cli::Option kMap{"--map", "FILE",
    translatable("core", "the map that “map --out FILE.json” or “merge” has written, for the figure map")};
constexpr const cli::Option* kOptions[] = {&kOut, &kSweep, &kMap, &kFrames, &kRate, &cli::options::preset,
    &cli::options::scenario, &cli::options::set, &cli::options::data, &kView, &kDpi, &kTheme, &cli::options::lang};

Error wrong(const char* sentence, const QString& text)
{
    return {Fault::usage, {sentence, {reading::shortened(text.toStdString())}}};
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
                {option, reading::shortened(text.toStdString()), Real{least, 6}, Real{most, 6}}}};
    return *value;
}

Result<double> frameCount(const cli::Invocation& invocation)
{
    const Result<double> frames = number(invocation, "--frames", 100, 2, figures::kMostFrames);
    if (frames && *frames != std::floor(*frames))
        return wrong(translatable("core", "--frames: “%1” is not a whole number."), invocation.value("--frames"));
    return frames;
}

Result<figures::Movement> readSweep(const QString& text)
{
    if (!text.contains(u'='))
        return wrong(translatable("core", "--sweep: “%1” is not a range; write it like weight=0:10."), text);
    const QString key = text.section(u'=', 0, 0), range = text.section(u'=', 1);
    const parameters::Parameter<model::Scenario>* row = parameters::findScenarioParameter(key.toStdString());
    if (!row || !parameters::typeOf(*row).number) {
        QStringList keys;
        for (const parameters::Parameter<model::Scenario>& each : parameters::scenarioParameters())
            if (parameters::typeOf(each).number)
                keys << QString::fromUtf8(each.key.data(), static_cast<qsizetype>(each.key.size()));
        return cli::unknownWord(translatable("core", "--sweep: there is no number “%1”; did you mean “%2”?"),
            translatable("core", "--sweep: there is no number “%1”; there are %2."), key, keys);
    }
    const std::string first = range.section(u':', 0, 0).toStdString(), last = range.section(u':', 1).toStdString();
    const std::optional<double> from = reading::typedNumber(first), to = reading::typedNumber(last);
    if (!from || !to)
        return wrong(translatable("core", "--sweep: “%1” is not a range; write it like weight=0:10."), text);
    for (const std::string& end : {first, last}) // what --set would refuse
        if (const Result<model::Scenario> tried = documents::withText(model::Scenario{}, *row, end); !tried)
            return tried.error();
    return figures::Movement{row, *from, *to};
}

/// One parameter, or several that move together.
std::optional<Error> readSweeps(const QStringList& typed, figures::AnimationPlan& plan)
{
    for (const QString& text : typed) {
        const Result<figures::Movement> movement = readSweep(text);
        if (!movement)
            return movement.error();
        const auto isThis = [&](const figures::Movement& other) { return other.parameter == movement->parameter; };
        if (movement->parameter == plan.parameter || std::ranges::any_of(plan.along, isThis))
            return wrong(translatable("core", "--sweep: “%1” moves twice."),
                QString::fromUtf8(
                    movement->parameter->key.data(), static_cast<qsizetype>(movement->parameter->key.size())));
        if (plan.parameter)
            plan.along.push_back(*movement);
        else
            std::tie(plan.parameter, plan.from, plan.to) =
                std::tuple(movement->parameter, movement->from, movement->to);
    }
    return std::nullopt;
}

std::optional<Error> readFigures(const QStringList& ids, figures::AnimationPlan& plan)
{
    if (ids.size() > static_cast<qsizetype>(exports::kMostOfFrame))
        return Error{Fault::usage,
            {translatable("core", "A frame holds up to %1 figures, not %2."),
                {static_cast<std::int64_t>(exports::kMostOfFrame), static_cast<std::int64_t>(ids.size())}}};
    for (const QString& id : ids) {
        const Result<const figures::FigureKind*> kind = cli::figureNamed(id);
        if (!kind)
            return kind.error();
        if (plan.kind)
            plan.beside.push_back(*kind);
        else
            plan.kind = *kind;
    }
    return std::nullopt;
}

/// What does not move: a source, or a map with the scenario that it is of.
std::optional<Error> readStart(const cli::Invocation& invocation, figures::AnimationPlan& plan)
{
    if (!invocation.has("--map")) {
        Result<model::Document> source = cli::sourceDocument(invocation);
        if (!source)
            return source.error();
        plan.start = *std::move(source);
        return std::nullopt;
    }
    Result<reports::SavedMap> saved = cli::savedMap(invocation);
    if (!saved)
        return saved.error();
    plan.start = documents::withMap(std::move(saved->document), saved->map.map);
    plan.map = std::make_shared<const results::MapCells>(std::move(saved->map));
    const std::vector<const figures::FigureKind*> kinds = plan.kinds();
    if (std::ranges::none_of(kinds, &cli::drawsMap))
        return cli::drawsNoMap(*plan.kind);
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
    if (std::optional<Error> error = readFigures(invocation.operands, plan))
        return error;
    const QString out = invocation.value("--out", {});
    if (out.isEmpty())
        return Error{Fault::usage, {translatable("core", "--out is missing: the file to write."), {}}};
    if (std::optional<Error> error = readSweeps(invocation.values("--sweep"), plan))
        return error;
    const Result<double> frames = frameCount(invocation);
    const Result<double> rate = number(invocation, "--fps", 25, 1, 120);
    const Result<double> dpi = number(invocation, "--dpi", 150, 30, 2400);
    for (const Result<double>* each : {&frames, &rate, &dpi})
        if (!*each)
            return each->error();
    plan.frames = static_cast<int>(*frames);
    if (std::optional<Error> error = readStart(invocation, plan))
        return error;
    exports::ExportOptions exportOptions;
    exportOptions.dpi = *dpi;
    const Result<render::Theme> theme = cli::themeNamed(invocation.value("--theme", QStringLiteral("light")));
    if (!theme)
        return theme.error();
    exportOptions.theme = *theme;
    const data::DataFolder folder{invocation.value("--data", {}).toStdString()};
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
    cli::begun();
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
    .summary = translatable("core", "Figures in motion: parameters move, or the network is trained."),
    .operand = "ID",
    .operandNeeded = true,
    .manyOperands = true,
    .rank = 35,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core",
        "“deltascope-cli list figures” names the figures; up to four are shown side by side. The axes\n"
        "hold still. Of a map the cross moves where a parameter moves that it is over; its cells follow\n"
        "any other one:\n"
        "deltascope-cli animate map factors --preset where_it_survives --sweep weight=1:14 --out f.mp4"),
    .run = run,
};

} // namespace deltascope::commands
