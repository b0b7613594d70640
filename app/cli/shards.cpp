// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/shards.h"

#include "cli/output.h"
#include "cli/progress_line.h"
#include "files/saving.h"
#include "maps/map_computation.h"
#include "reading/text_encoding.h"
#include "text/language.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <thread>

namespace deltascope::cli {

namespace {

Error badShard(const char* sentence, const std::string& text)
{
    return {Fault::usage, {sentence, {text}}};
}

std::optional<int> wholeNumber(const QString& text)
{
    bool right = false;
    const int number = text.toInt(&right);
    return right && number >= 0 && number <= reports::kMostShards ? std::optional(number) : std::nullopt;
}

/// One more than the tasks before it. The numbers of an array with gaps do not say how many parts there are.
Result<reports::Shard> shardOfSlurm()
{
    struct Variable {
        const char* name;
        std::optional<int> value = {};
    };
    Variable id{"SLURM_ARRAY_TASK_ID"}, first{"SLURM_ARRAY_TASK_MIN"}, count{"SLURM_ARRAY_TASK_COUNT"};
    bool any = false;
    for (Variable* each : {&id, &first, &count}) {
        any = any || qEnvironmentVariableIsSet(each->name);
        each->value = wholeNumber(qEnvironmentVariable(each->name));
    }
    if (!any)
        return Error{Fault::usage,
            {translatable("core",
                 "A folder takes the parts of a map: write --shard I/N, or for the whole map the name of a file."),
                {}}};
    for (const Variable* each : {&id, &first, &count})
        if (!each->value)
            return badShard(translatable("core",
                                "%1 is missing or is not a number: a part needs SLURM_ARRAY_TASK_ID, _MIN and _COUNT, "
                                "or --shard I/N."),
                each->name);
    const int last =
        wholeNumber(qEnvironmentVariable("SLURM_ARRAY_TASK_MAX")).value_or(*first.value + *count.value - 1);
    if (*id.value < *first.value || *id.value > last || last - *first.value + 1 != *count.value)
        return badShard(translatable("core",
                            "The tasks of this job array are not all of one row of numbers; write which part of how "
                            "many it is, like --shard %1/8."),
            "$SLURM_ARRAY_TASK_ID");
    return reports::Shard{*id.value - *first.value + 1, *count.value};
}

QString pathOf(const QString& folder, const std::string& name)
{
    return QDir(folder).filePath(QString::fromStdString(name));
}

/// Cells of this part that are in a file, all pending where it is none of this part.
std::optional<std::vector<results::MapCell>> cellsIn(const QString& path, const reports::PartHead& head)
{
    Result<reports::PartReader> opened = reports::PartReader::open(path.toStdString());
    if (!opened || opened->hash() != head.hash() || opened->head().shard != head.shard)
        return std::nullopt;
    reports::PartReader reader = *std::move(opened);
    std::vector<results::MapCell> cells(reports::cellCountOf(head.shard, head.cells()));
    for (results::MapCell& cell : cells) {
        const Result<results::MapCell> next = reader.next();
        if (!next)
            return std::nullopt;
        cell = *next;
    }
    return reader.end() ? std::nullopt : std::optional(std::move(cells));
}

/// What is in the folder that cannot stand beside this part.
std::optional<Error> problemInFolder(const reports::PartHead& head, const QString& folder)
{
    static const QRegularExpression name(QStringLiteral("^part-[0-9]+-of-([0-9]+)\\.json$"));
    for (const QString& file : QDir(folder).entryList(QDir::Files))
        if (const auto match = name.match(file); match.hasMatch() && match.captured(1).toInt() != head.shard.count)
            return Error{Fault::usage,
                {translatable("core", "%1 is of %2 parts, and this is one of %3; choose another folder."),
                    {pathOf(folder, file.toStdString()).toStdString(), match.captured(1).toStdString(),
                        head.shard.count}}};
    const QString path = pathOf(folder, reports::partName(head.shard));
    const Result<reports::PartReader> there = reports::PartReader::open(path.toStdString());
    if (there && there->hash() != head.hash())
        return Error{Fault::usage,
            {translatable("core", "%1 is of another scenario, map, data file or version; choose another folder."),
                {path.toStdString()}}};
    return std::nullopt;
}

std::optional<Error> writeCells(
    const reports::PartHead& head, const std::vector<results::MapCell>& cells, const QString& path)
{
    return files::writeFile(path, [&](const reports::TextSink& sink) -> std::optional<Error> {
        reports::writePart(head, cells, sink);
        return std::nullopt;
    });
}

} // namespace

bool isFolder(const QString& out)
{
    return out.endsWith(u'/') || QFileInfo(out).isDir();
}

Result<reports::Shard> readShard(const Invocation& invocation)
{
    if (!invocation.has("--shard"))
        return shardOfSlurm();
    const QString text = invocation.value("--shard");
    const std::optional<int> number = wholeNumber(text.section(u'/', 0, 0)), count = wholeNumber(text.section(u'/', 1));
    if (!number || !count || *number < 1 || *number > *count)
        return badShard(translatable("core", "--shard: “%1” is not a part; write it like 3/8, from 1/8 to 8/8."),
            reading::shortened(text.toStdString()));
    return reports::Shard{*number, *count};
}

std::optional<Error> computePart(const reports::PartHead& head, const QString& folder, const data::DataFolder& files)
{
    if (!QDir().mkpath(folder))
        return Error{Fault::unwritable, {translatable("core", "Cannot create the folder %1."), {folder.toStdString()}}};
    if (std::optional<Error> error = problemInFolder(head, folder))
        return error;
    const QString path = pathOf(folder, reports::partName(head.shard));
    QString partial = path;
    partial.replace(QLatin1String(".json"), QLatin1String(".partial"));
    if (cellsIn(path, head)) {
        say({{translatable("core", "%1 already exists."), {path.toStdString()}}});
        return std::nullopt;
    }
    std::vector<results::MapCell> cells =
        cellsIn(partial, head).value_or(std::vector<results::MapCell>(reports::cellCountOf(head.shard, head.cells())));
    const DelayedSignals delayed;
    bool whole = false;
    {
        ProgressLine progress({translatable("core", "Map"), {}});
        std::stop_source stop;
        const std::jthread poll([&stop](const std::stop_token& end) {
            constexpr auto kPause = std::chrono::milliseconds(20);
            for (; !end.stop_requested() && !DelayedSignals::came(); std::this_thread::sleep_for(kPause)) { }
            if (!end.stop_requested())
                stop.request_stop();
        });
        const maps::CellSource source(head.question.document, head.question.map, files);
        const std::vector<std::size_t> numbers = maps::byFamilies(source, reports::cellsOf(head.shard, source.count()));
        const auto place = [&head](std::size_t cell) { return cell / static_cast<std::size_t>(head.shard.count); };
        std::vector<results::MapCell> computed;
        for (const std::size_t cell : numbers)
            computed.push_back(cells[place(cell)]);
        whole = maps::computeCells(source, numbers, computed, {.stop = stop.get_token(), .watch = progress.watch()});
        for (std::size_t i = 0; i < numbers.size(); ++i)
            cells[place(numbers[i])] = computed[i];
    }
    if (std::optional<Error> error = writeCells(head, cells, whole ? path : partial))
        return error;
    if (whole)
        QFile::remove(partial);
    return std::nullopt; // a signal that came has its end now
}

} // namespace deltascope::cli
