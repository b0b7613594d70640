// SPDX-License-Identifier: GPL-3.0-or-later
// Parts come one after another and their cells go to their places in a file without a name: the memory that this takes
// does not grow with the number of parts.
#include "cli/arguments/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "files/scratch_file.h"
#include "reports/map_parts.h"

#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <type_traits>

namespace deltascope::commands {

namespace {

constexpr cli::Option kOut{"--out", "FILE.json", translatable("core", "the file to write; - is standard output")};
constexpr const cli::Option* kOptions[] = {&kOut, &cli::options::lang};

/// Cells by their number, on the disk beside the map that is to be.
class CellFile {
public:
    explicit CellFile(const QString& beside)
        : m_file(QFileInfo(beside).absolutePath())
    {
    }

    bool failed() const { return m_failed; } ///< to read a cell
    bool put(std::size_t number, const results::MapCell& cell)
    {
        return m_file.write(&cell, sizeof cell, number * sizeof cell);
    }
    /// Cells are asked for one after another: many are read at once.
    results::MapCell at(std::size_t number)
    {
        if (number < m_first || number >= m_first + m_there) {
            m_first = number;
            const std::ptrdiff_t bytes = m_file.read(m_cells.data(), sizeof m_cells, number * sizeof(results::MapCell));
            m_there = bytes > 0 ? static_cast<std::size_t>(bytes) / sizeof(results::MapCell) : 0;
            m_failed = m_failed || m_there == 0;
            if (m_there == 0)
                return {};
        }
        return m_cells[number - m_first];
    }

private:
    static_assert(std::is_trivially_copyable_v<results::MapCell>);

    files::ScratchFile m_file;
    std::array<results::MapCell, 1024> m_cells;
    std::size_t m_first = 0, m_there = 0;
    bool m_failed = false;
};

Error badPart(const char* sentence, const QString& path, std::vector<Argument> more = {})
{
    std::vector<Argument> arguments{path.toStdString()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return {Fault::invalidData, {sentence, std::move(arguments)}};
}

/// Why a part does not go with the first one.
std::optional<Error> foreign(const reports::PartHead& first, const reports::PartHead& part, const QString& path)
{
    if (part.program != first.program)
        return badPart(translatable("core", "%1 was computed by version %2, and the first part by %3."), path,
            {part.program, first.program});
    if (part.question.document.scenario != first.question.document.scenario)
        return badPart(translatable("core", "%1 is of another scenario than the first part."), path);
    if (part.shard.count != first.shard.count)
        return badPart(translatable("core", "%1 is of %2 parts, and the first one of %3."), path,
            {part.shard.count, first.shard.count});
    if (part.data != first.data)
        return badPart(translatable("core", "%1 was computed from other data files than the first part."), path);
    if (part.hash() != first.hash())
        return badPart(translatable("core", "%1 is of another map than the first part."), path);
    return std::nullopt;
}

class Merge {
public:
    explicit Merge(const QString& out)
        : m_cells(out)
    {
    }

    std::optional<Error> add(const QString& path);
    /// The numbers of the parts that are missing.
    std::vector<int> missing() const;
    std::optional<Error> write(const QString& out);

private:
    std::optional<reports::PartHead> m_first;
    std::vector<bool> m_there; // by the number of the part − 1
    CellFile m_cells;
};

std::optional<Error> Merge::add(const QString& path)
{
    Result<reports::PartReader> opened = reports::PartReader::open(path.toStdString());
    if (!opened)
        return opened.error();
    reports::PartReader reader = *std::move(opened);
    const reports::PartHead& head = reader.head();
    if (!m_first) {
        m_first = head;
        m_there.resize(static_cast<std::size_t>(head.shard.count));
    } else if (std::optional<Error> error = foreign(*m_first, head, path)) {
        return error;
    }
    const auto place = static_cast<std::size_t>(head.shard.number - 1);
    if (m_there[place])
        return badPart(translatable("core", "%1 is part %2 of %3, which was there already."), path,
            {head.shard.number, head.shard.count});
    bool whole = true;
    for (std::size_t cell = place; cell < head.cells(); cell += static_cast<std::size_t>(head.shard.count)) {
        const Result<results::MapCell> next = reader.next();
        if (!next)
            return next.error();
        whole = whole && next->mark != results::CellMark::pending;
        if (!m_cells.put(cell, *next))
            return Error{
                Fault::unwritable, {translatable("core", "Cannot write beside the map: %1."), {std::strerror(errno)}}};
    }
    m_there[place] = whole;
    return reader.end();
}

std::vector<int> Merge::missing() const
{
    std::vector<int> numbers;
    for (std::size_t i = 0; i < m_there.size(); ++i)
        if (!m_there[i])
            numbers.push_back(static_cast<int>(i) + 1);
    return numbers;
}

std::optional<Error> Merge::write(const QString& out)
{
    return cli::writeOutput(out, [this](const reports::TextSink& sink) -> std::optional<Error> {
        reports::writeMapJson(
            m_first->question.document, m_first->question.map, [this](std::size_t cell) { return m_cells.at(cell); },
            sink);
        if (!m_cells.failed())
            return std::nullopt;
        return Error{
            Fault::unwritable, {translatable("core", "Cannot write beside the map: %1."), {std::strerror(errno)}}};
    });
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const QString out = invocation.value("--out");
    if (std::optional<Error> error = cli::checkOutput(out, {".json"}))
        return error;
    Merge merge(out);
    cli::ProgressLine progress({translatable("core", "Parts"), {}});
    for (qsizetype i = 0; i < invocation.operands.size(); ++i) {
        if (std::optional<Error> error = merge.add(invocation.operands[i]))
            return error;
        progress.tell(static_cast<double>(i + 1) / static_cast<double>(invocation.operands.size()));
    }
    if (const std::vector<int> missing = merge.missing(); !missing.empty()) {
        const std::string ranges = reports::rangesText(missing);
        std::printf("%s\n", ranges.c_str());
        std::fflush(stdout);
        return Error{Fault::invalidData,
            {translatable("core", "Parts are missing: %1. Compute them, then merge again."), {ranges}}};
    }
    return merge.write(out);
}

} // namespace

extern const cli::Command merge;
const cli::Command merge{
    .id = "merge",
    .summary = translatable("core", "Makes one map of the parts that “map --shard” has computed."),
    .operand = "PART",
    .operandNeeded = true,
    .manyOperands = true,
    .rank = 33,
    .options = kOptions,
    .notes = translatable("core",
        "deltascope-cli merge parts/*.json --out map.json\n"
        "The map has the same bytes as one that was computed in a single run. Missing parts are printed\n"
        "as Slurm’s --array= takes them, and the exit code is 5. The order of the parts does not matter."),
    .run = run,
};

} // namespace deltascope::commands
