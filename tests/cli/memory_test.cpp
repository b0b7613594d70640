// SPDX-License-Identifier: GPL-3.0-or-later
// The memory that a whole command takes: what was predicted of it is never exceeded, what would be too much is refused
// beforehand, and where the system gives less it ends in words.
#include "cli/program.h"
#include "documents/parameter_json.h"
#include "evaluation/neuron_sample.h"
#include "parameters/parameters.h"
#include "results/ladder.h"
#include "results/memory_need.h"
#include "results/snapshot_memory.h"
#include "theory/jacobian/network_spectrum.h"
#include "training/training_progress.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace deltascope::cli {
namespace memory_test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true; // which takes memory of its own
#else
constexpr bool kSanitized = false;
#endif

/// Peak resident memory of the command, in bytes; −1 where it failed.
double peakOf(const QStringList& arguments)
{
    std::vector<QByteArray> words{QByteArray(DELTASCOPE_CLI)};
    for (const QString& argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<char*> pointers;
    for (QByteArray& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const int nothing = ::open("/dev/null", O_WRONLY);
        ::dup2(nothing, STDOUT_FILENO);
        for (const char* name : {"LANG", "LC_ALL", "LANGUAGE"})
            ::unsetenv(name);
        ::execv(DELTASCOPE_CLI, pointers.data());
        ::_exit(127);
    }
    int status = 0;
    struct rusage usage { };
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return -1;
    return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

struct Case {
    const char* command;
    const char* settings; ///< "depth=3 width=100"
    double (*predicted)(const model::Document& document);
    const char* grows; ///< the setting that is raised up to the limit
};

double evaluation(const model::Document& document)
{
    return results::kProgramMemory + results::snapshotMemory(document, results::needs<evaluation::Evaluation>())
        + results::textMemory(80.0 * document.scenario.depth);
}

double ofTwoSeeds(const model::Document& document)
{
    const model::Scenario& scenario = document.scenario;
    return results::kProgramMemory + results::dataMemory(scenario) + results::networkMemory(scenario)
        + results::seedsMemory(scenario, 2) + results::textMemory(80.0 * scenario.depth);
}

double spectrum(const model::Document& document)
{
    const model::Scenario& scenario = document.scenario;
    return results::kProgramMemory
        + results::snapshotMemory(document, results::needs<evaluation::Evaluation, jacobian::NetworkSpectrum>())
        + results::textMemory((80.0 + std::max(scenario.width, scenario.outputs)) * scenario.depth);
}

double training(const model::Document& document)
{
    const model::Scenario& scenario = document.scenario;
    return results::kProgramMemory + results::dataMemory(scenario) + results::trainingMemory(scenario)
        + results::textMemory((scenario.epochs + 1.0) * (scenario.depth + 4.0));
}

double networkText(const model::Document& document)
{
    return results::kProgramMemory + results::networkTextMemory(document.scenario);
}

double figureOf(const model::Document& document, results::Needs wanted)
{
    return results::kProgramMemory + results::kDrawingMemory + results::snapshotMemory(document, wanted);
}

constexpr Case kCases[] = {
    {"evaluate", "depth=150 width=400 inputs=400 initializer=glorot_uniform data=gaussian", evaluation, "depth"},
    {"evaluate",
        "depth=50 width=100 inputs=100 examples=1200 initializer=standard_normal gain=1000 activation=relu "
        "output_activation=identity data=gaussian",
        evaluation, "examples"},
    {"evaluate", "depth=3 width=500 inputs=500 examples=10 holdout=40000 initializer=orthogonal data=gaussian",
        evaluation, "holdout"},
    {"evaluate --seeds 2", "depth=100 width=300 inputs=300 examples=20 initializer=glorot_uniform data=gaussian",
        ofTwoSeeds, "depth"},
    {"evaluate --seeds 2", "depth=50 width=500 inputs=500", ofTwoSeeds, "depth"}, // of chance there is none
    {"evaluate --spectrum --format json", "depth=3 width=128 inputs=16384 initializer=glorot_uniform data=gaussian",
        spectrum, "inputs"},
    {"evaluate --spectrum",
        "depth=3 width=300 inputs=2000 normalization=layer initializer=glorot_uniform data=gaussian", spectrum,
        "inputs"},
    {"train", "depth=10 width=800 inputs=800 examples=8 epochs=1 initializer=glorot_uniform data=gaussian", training,
        "depth"},
    {"train",
        "depth=8 width=800 inputs=800 examples=8 epochs=1 optimizer=adam initializer=glorot_uniform data=gaussian",
        training, "depth"},
    {"train",
        "depth=4 width=50 inputs=784 outputs=10 examples=5000 holdout=2000 epochs=1 batch=500 data=digits "
        "initializer=glorot_uniform",
        training, "examples"},
    {"network --out -", "depth=30 width=1000 inputs=1000 initializer=glorot_uniform", networkText, "depth"},
    {"figure network --out F.png",
        "depth=40 width=100 inputs=100 examples=600 initializer=glorot_uniform data=gaussian",
        [](const model::Document& document) {
            return figureOf(document, results::needs<evaluation::Evaluation, evaluation::NeuronSample>());
        },
        "examples"},
    {"figure cost --out F.csv",
        "depth=10 width=700 inputs=700 examples=8 epochs=1 initializer=glorot_uniform data=gaussian",
        [](const model::Document& document) {
            return figureOf(document, results::needs<training::TrainingProgress>());
        },
        "depth"},
    {"figure ladder --out F.svg", "depth=20 width=150 inputs=150 examples=600 initializer=glorot_uniform data=gaussian",
        [](const model::Document& document) {
            return figureOf(document, results::needs<results::Ladder, evaluation::Evaluation>());
        },
        "examples"},
};

model::Document documentOf(const Case& each)
{
    model::Document document;
    for (const QString& setting : words(each.settings))
        document.scenario = *documents::withText(document.scenario,
            *parameters::findScenarioParameter(setting.section(u'=', 0, 0).toStdString()),
            setting.section(u'=', 1).toStdString());
    return document;
}

QStringList argumentsOf(const Case& each, const QTemporaryDir& folder)
{
    QStringList arguments = words(each.command);
    for (QString& argument : arguments)
        if (argument.startsWith(u'F'))
            argument = folder.filePath(argument);
    for (const QString& setting : words(each.settings))
        arguments << QStringLiteral("--set") << setting;
    return arguments;
}

TEST(Memory, IsNeverMoreThanWasPredicted)
{
    if (kSanitized)
        GTEST_SKIP() << "a sanitizer takes memory of its own";
    const QTemporaryDir folder;
    for (const Case& each : kCases) {
        const double predicted = each.predicted(documentOf(each)), peak = peakOf(argumentsOf(each, folder));
        EXPECT_GT(peak, 0) << each.command << ' ' << each.settings;
        EXPECT_LE(peak, predicted) << each.command << ' ' << each.settings;
    }
}

/// At the limit itself: gigabytes and minutes, so only where DELTASCOPE_LARGE is set, as by `ctest -C all`.
TEST(MemoryLimit, HoldsForTheLargestOfEachKind)
{
    if (kSanitized || std::getenv("DELTASCOPE_LARGE") == nullptr)
        GTEST_SKIP() << "set DELTASCOPE_LARGE to run it";
    const QTemporaryDir folder;
    for (const Case& each : kCases) {
        model::Document document = documentOf(each);
        const parameters::Parameter<model::Scenario>& row = *parameters::findScenarioParameter(each.grows);
        const auto with = [&](double value) {
            model::Document larger = document;
            larger.scenario = *parameters::withValue(document.scenario, row, std::floor(value));
            return larger;
        };
        const auto fits = [&](double value) {
            const model::Document larger = with(value);
            return each.predicted(larger) <= results::kMemoryLimit && !parameters::validate(larger.scenario);
        };
        double lower = 1, upper = row.maximum;
        while (upper - lower > 1) // bisection
            (fits((lower + upper) / 2) ? lower : upper) = (lower + upper) / 2;
        QStringList arguments = argumentsOf(each, folder);
        const QString setting = QString::fromLatin1(each.grows) + u'=';
        for (QString& argument : arguments)
            if (argument.startsWith(setting))
                argument = setting + QString::number(static_cast<int>(lower));
        const double peak = peakOf(arguments);
        EXPECT_GT(peak, 0) << arguments.join(u' ').toStdString();
        EXPECT_LE(peak, results::kMemoryLimit) << arguments.join(u' ').toStdString();
        RecordProperty(arguments.join(u' ').toStdString(), static_cast<int>(peak / 1e6));
    }
}

TEST(Memory, WhatWouldTakeMoreIsRefusedBeforehand)
{
    const char* large = " --set depth=150 --set width=1024 --set inputs=1024 --set initializer=glorot_uniform";
    for (const char* command : {"train", "figure cost --out f.png", "animate cost --out a.png", "evaluate --seeds 2"}) {
        const Outcome outcome = cli(words((command + std::string(large)).c_str()));
        EXPECT_EQ(outcome.code, 2) << command;
        EXPECT_TRUE(outcome.error.contains("GB of memory, and 2 GB are the limit: choose"))
            << outcome.error.constData();
        EXPECT_EQ(outcome.error.count('\n'), 1);
    }
    const Outcome epochs = cli(words("train --set depth=10000 --epochs 1000000"));
    EXPECT_EQ(epochs.code, 2);
    EXPECT_TRUE(epochs.error.contains("fewer epochs")) << epochs.error.constData();
}

TEST(Memory, WhereTheSystemGivesLessItIsSaidAndNothingHangs)
{
    if (kSanitized)
        GTEST_SKIP() << "a sanitizer reserves terabytes of addresses";
    const QTemporaryDir folder;
    const QString wide = QStringLiteral(" --set width=64 --set inputs=64 --set depth=20 --set data=gaussian --set "
                                        "initializer=glorot_uniform --set examples=200");
    const QStringList commands{QStringLiteral("evaluate --seeds 20") + wide,
        QStringLiteral("evaluate --spectrum") + wide, QStringLiteral("figure learning_speed --out f.png") + wide,
        QStringLiteral("figure compare --preset sutskever_nesterov --set epochs=2 --out f.pdf"),
        QStringLiteral("figure factors --size 1000x1000mm --dpi 200 --out f.png"),
        QStringLiteral("train --epochs 2") + wide, QStringLiteral("network --out n.json") + wide,
        QStringLiteral("animate factors --sweep weight=1:20 --frames 3 --out a.png"),
        QStringLiteral("animate cost --set epochs=2 --frames 3 --out a.png") + wide,
        QStringLiteral("worksheet explosion_budget --out w.pdf"), QStringLiteral("check")};
    for (const QString& command : commands) {
        bool enough = false;
        for (int megabytes = 100; !enough && megabytes <= 1000; megabytes += 50) {
            const Outcome outcome =
                shell(QStringLiteral("cd '%1' && ulimit -c 0 && ulimit -v %2 && timeout -s KILL 100 "
                                     "\"$CLI\" %3")
                          .arg(folder.path())
                          .arg(megabytes * 1000)
                          .arg(command));
            enough = outcome.code == 0;
            if (outcome.code == 127) // not even the program's libraries find room
                continue;
            EXPECT_TRUE(outcome.code == 0 || outcome.code == 1)
                << outcome.code << ' ' << megabytes << ": " << command.toStdString();
            EXPECT_EQ(outcome.error.count('\n'), enough ? 0 : 1) << outcome.error.constData();
            EXPECT_EQ(outcome.error.contains("not enough memory"), !enough) << outcome.error.constData();
        }
        EXPECT_TRUE(enough) << command.toStdString();
    }
}

TEST(Memory, APictureThatDoesNotFitSaysSo)
{
    if (kSanitized)
        GTEST_SKIP();
    const Outcome outcome = shell(QStringLiteral(
        "cd \"$(mktemp -d)\" && ulimit -v 400000 && \"$CLI\" figure factors --size 1000x1000mm --dpi 250 --out f.png; "
        "code=$?; ls; exit $code"));
    EXPECT_EQ(outcome.code, 1);
    EXPECT_TRUE(outcome.error.contains("not enough memory for a picture of 9843 × 9843 pixels, 388 MB"))
        << outcome.error.constData();
    EXPECT_TRUE(outcome.output.isEmpty()) << outcome.output.constData();
}

/// Bytes that the merge of a map of side × side cells takes, from so many parts; −1 where it failed.
double peakOfMerge(int side, int parts)
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("parts/"));
    const QString map =
        QStringLiteral("map --of factor:layer=1 --over weight=0:12:%1 --over bias=-6:6:%1 --set depth=1").arg(side);
    QStringList merge{QStringLiteral("merge")};
    for (int i = 1; i <= parts; ++i) {
        const QString shard = QStringLiteral("%1/%2").arg(i).arg(parts);
        if (cli(map.split(u' ') << QStringLiteral("--shard") << shard << QStringLiteral("--out") << out).code != 0)
            return -1;
        merge << out + QStringLiteral("part-%1-of-%2.json").arg(i).arg(parts);
    }
    return peakOf(merge << QStringLiteral("--out") << folder.filePath(QStringLiteral("map.json")));
}

TEST(Memory, OfAMergeGrowsNeitherWithThePartsNorWithTheCells)
{
    if (kSanitized)
        GTEST_SKIP() << "sanitizers take memory of their own";
    constexpr double kSame = 3e6; // the cells of the largest map alone are 8 MB, its parts 6 MB of text
    const double few = peakOfMerge(64, 2), many = peakOfMerge(64, 24), large = peakOfMerge(512, 2);
    ASSERT_GT(few, 0);
    ASSERT_GT(many, 0);
    ASSERT_GT(large, 0);
    EXPECT_NEAR(many, few, kSame);
    EXPECT_NEAR(large, few, kSame);
}

} // namespace memory_test
} // namespace deltascope::cli
