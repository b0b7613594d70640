// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/source.h"
#include "io/parameter_json.h"
#include "io/trace_text.h"
#include "render/language.h"
#include "training.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace deltascope::commands {

namespace {

constexpr Option kEpochs{"--epochs", "N", translatable("core", "the same as --set epochs=N")};
constexpr Option kFormat{
    "--format", "csv|json", translatable("core", "one row an epoch (csv), or the run with its scenario (json)")};
constexpr const Option* kOptions[] = {&options::preset, &options::scenario, &options::set, &kEpochs, &options::data,
    &kFormat, &options::out, &options::lang};

/// A line on standard error that is written over, where that is a terminal.
class ProgressLine {
public:
    explicit ProgressLine(std::int64_t steps)
        : m_steps(steps)
        , m_shown(::isatty(STDERR_FILENO) == 1)
    {
    }
    ~ProgressLine()
    {
        if (m_length > 0)
            std::fprintf(stderr, "\r%*s\r", m_length, "");
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::int64_t step)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_shown || now - m_last < std::chrono::milliseconds(200))
            return;
        m_last = now;
        const double seconds = std::chrono::duration<double>(now - m_start).count();
        const double left = step > 0 ? seconds * static_cast<double>(m_steps - step) / static_cast<double>(step) : 0;
        const QString line = toText({translatable("core", "step %1 of %2, %3 s left"), {step, m_steps, Real{left, 3}}});
        const QByteArray bytes = line.toUtf8();
        m_length = std::max(m_length, static_cast<int>(line.size()));
        std::fprintf(stderr, "\r%s", bytes.constData());
        std::fflush(stderr);
    }

private:
    using Clock = std::chrono::steady_clock;
    std::int64_t m_steps;
    bool m_shown;
    int m_length = 0;
    Clock::time_point m_start = Clock::now(), m_last = m_start;
};

Result<Scenario> scenarioOf(const Invocation& invocation)
{
    const QStringList settings = invocation.values("--set");
    const bool setToo = std::any_of(settings.begin(), settings.end(),
        [](const QString& setting) { return setting.startsWith(QLatin1String("epochs=")); });
    if (invocation.has("--epochs") && setToo)
        return Error{Fault::usage, {translatable("core", "Give --epochs or --set epochs=N, not both."), {}}};
    Result<Document> document = sourceDocument(invocation);
    if (!document)
        return document.error();
    Scenario scenario = document->scenario;
    if (!invocation.has("--epochs"))
        return scenario;
    return withText(std::move(scenario), *findScenarioParameter("epochs"), invocation.value("--epochs").toStdString());
}

std::optional<Error> run(const Invocation& invocation)
{
    const QString format = invocation.value("--format", QStringLiteral("csv"));
    const bool json = format == QLatin1String("json");
    if (!json && format != QLatin1String("csv"))
        return unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
            translatable("core", "There is no format “%1”; there are %2."), format,
            {QStringLiteral("csv"), QStringLiteral("json")});
    if (invocation.has("--out"))
        if (std::optional<Error> error = checkOutput(invocation.value("--out"), json ? ".json" : ".csv"))
            return error;
    const Result<Scenario> given = scenarioOf(invocation);
    if (!given)
        return given.error();
    Scenario scenario = *given;
    Result<Dataset> made = sourceData(scenario, invocation);
    if (!made)
        return made.error();
    const auto data = std::make_shared<const Dataset>(*std::move(made));

    std::string text = json ? std::string() : traceCsvHeader(scenario.depth);
    TrainingOptions options;
    options.statistics = json;
    if (!json)
        options.observe = [&](const TraceRecord& record, std::span<const LayerTrace> layers) {
            if (record.epoch < scenario.epochs)
                text += traceCsvRow(record, layers);
        };
    Training training(scenario, data, options);
    {
        ProgressLine progress(training.stepCount());
        while (training.advance() == Training::Outcome::stepped)
            progress.show(training.step());
    }
    if (training.divergence())
        std::fprintf(stderr, "%s\n", toText(sentence(*training.divergence())).toUtf8().constData());
    if (json)
        text = traceJson(training.scenario(), training.trace(), training.divergence());
    return writeOutput(invocation.value("--out"), QByteArray::fromStdString(text));
}

} // namespace

extern const Command train;
const Command train{
    .id = "train",
    .summary =
        translatable("core", "Trains the network and prints cost, accuracy and every layer's speed, epoch by epoch."),
    .operand = "",
    .rank = 35,
    .options = kOptions,
    .notes = translatable("core",
        "speed_1 … are the norms of the mean error δ of each layer over the training examples, before\n"
        "the first step of that epoch. The same scenario gives the same numbers, bit for bit, whatever\n"
        "the number of processor cores. MNIST is read from --data DIR; without it drawn digits stand in."),
    .run = run,
};

} // namespace deltascope::commands
