// SPDX-License-Identifier: GPL-3.0-or-later
// What a command would take is known before it takes it. That the numbers hold is measured in
// tests/cli/memory_test.cpp.
#include "results/memory_need.h"
#include "results/snapshot_memory.h"

#include "base/parallel.h"
#include "base/registry.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "figures/figure_memory.h"
#include "parameters/parameters.h"
#include "reports/network_text.h"
#include "results/ladder.h"
#include "theory/jacobian/network_spectrum.h"

#include <gtest/gtest.h>

namespace deltascope::results {
namespace memory_need_test {

model::Scenario wide(int depth, int width, int examples = 1)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.width = scenario.inputs = width;
    scenario.examples = examples;
    scenario.data = "gaussian";
    scenario.initializer = "glorot_uniform";
    return scenario;
}

TEST(MemoryNeed, CountsWhatIsThere)
{
    const model::Scenario scenario = wide(3, 100, 50); // 100, 100, 100, 1
    EXPECT_GE(networkMemory(scenario), 8 * (100 * 101 * 2 + 101));
    EXPECT_LE(networkMemory(scenario), 8 * (100 * 101 * 2 + 101) + 1000);
    EXPECT_EQ(dataMemory(scenario), 8 * 101 * 50);
    EXPECT_GE(passesMemory(scenario), 8 * 3 * 201 * 50) << "z, a and f′";
    EXPECT_GE(trainingMemory(scenario), 3 * networkMemory(scenario)) << "its start, its values, its gradient";
    model::Scenario adam = scenario;
    adam.optimizer = "adam";
    EXPECT_GE(trainingMemory(adam) - trainingMemory(scenario), 2 * 8 * 100 * 101 * 2) << "two memories of each weight";
    model::Scenario heldOut = scenario;
    heldOut.holdout = 1000;
    EXPECT_GE(dataMemory(heldOut), 8 * 101 * 1050);
}

TEST(MemoryNeed, IsRefusedInOneSentenceThatSaysHowMuch)
{
    const auto sentence = [](const model::Scenario& scenario, double bytes) {
        const std::optional<Error> error = refusedForMemory(scenario, bytes);
        return error ? plainText(error->what) : std::string();
    };
    EXPECT_EQ(sentence(wide(10, 100), kMemoryLimit), "");
    const model::Scenario weights = wide(200, 1024), examples = wide(100, 10, 100'000);
    EXPECT_EQ(sentence(weights, 2.5e9),
        "width: this would take up to 2.5 GB of memory, and 2 GB are the limit: choose a smaller width or depth.");
    EXPECT_EQ(sentence(examples, 4e9),
        "examples: this would take up to 4 GB of memory, and 2 GB are the limit: choose fewer examples, or a smaller "
        "width or depth.");
    EXPECT_EQ(refusedForMemory(examples, 4e9)->fault, Fault::usage);
    EXPECT_EQ(sentence(wide(10, 10), 9e9),
        "depth: this would take up to 9 GB of memory, and 2 GB are the limit: choose fewer epochs, seeds or layers.");
}

TEST(MemoryNeed, ATrainingOfWhatCanBeEvaluatedMayBeRefused)
{
    const model::Scenario scenario = wide(100, 1024); // 830 MB of weights
    EXPECT_FALSE(parameters::validate(scenario));
    EXPECT_LT(kProgramMemory + snapshotMemory({scenario, {}, {}}, needs<evaluation::Evaluation>()), kMemoryLimit);
    EXPECT_TRUE(trainingRefused(scenario));
    EXPECT_FALSE(trainingRefused(wide(10, 100)));
    EXPECT_TRUE(trainingRefused(wide(10, 100), {scenario})) << "of another beside it";
}

TEST(MemoryNeed, SeedsGoSideBySideOnlyWhereTheyFit)
{
    EXPECT_GE(seedsThreads(wide(2, 2), 100), 1u);
    EXPECT_EQ(seedsThreads(wide(2, 2), 100), static_cast<unsigned>(processorCount()));
    EXPECT_EQ(seedsThreads(wide(100, 1024), 2), 1u);
    EXPECT_EQ(balanceThreads(wide(100, 1024)), 1u);
}

TEST(MemoryNeed, WhatIsRefusedIsSaidInItsFigureAndNeverAwaited)
{
    model::Scenario scenario = wide(2, 300);
    scenario.inputs = 65'536; // a matrix of 157 MB, of which a factorization takes several
    scenario.initializer = "constant";
    scenario.outputs = 300;
    scenario.width = 512;
    const Snapshot snapshot = computeSnapshot({scenario, {}, {}}, needs<jacobian::NetworkSpectrum>());
    EXPECT_FALSE(snapshot.failure);
    ASSERT_TRUE(snapshot.refusal);
    EXPECT_EQ(snapshot.refused, needs<jacobian::NetworkSpectrum>());
    EXPECT_EQ(problemOf(snapshot), snapshot.refusal);
    EXPECT_TRUE(isComplete(snapshot, needs<jacobian::NetworkSpectrum>()));
    const figures::FigureKind& kind = *findKind(figures::figuresRegistry(), "jacobian_spectrum");
    const figures::Figure figure = figures::buildFigure(kind, snapshot, {}, {});
    EXPECT_EQ(figure.caption, snapshot.refusal->what);
    ASSERT_FALSE(figure.notes.empty());
    EXPECT_EQ(figure.notes.back(), snapshot.refusal->what);
}

TEST(MemoryNeed, WhatCannotEvenBeEvaluatedFails)
{
    model::Scenario scenario = wide(400, 100, 1200); // 40'000 neurons of 1200 examples: 48 million numbers of each kind
    ASSERT_FALSE(parameters::validate(scenario)) << "an old file opens";
    const Snapshot snapshot = computeSnapshot({scenario, {}, {}}, needs<evaluation::Evaluation>());
    ASSERT_TRUE(snapshot.failure);
    EXPECT_NE(plainText(snapshot.failure->what).find("GB of memory"), std::string::npos);
    EXPECT_FALSE(snapshot.network);
    EXPECT_TRUE(problemOf(snapshot));
    model::Scenario smaller = scenario;
    smaller.examples = 600;
    EXPECT_FALSE(refusedForMemory(smaller, snapshotMemory({smaller, {}, {}}, needs<evaluation::Evaluation>())));
    for (const LadderRung& rung : ladderOf(scenario).rungs)
        EXPECT_FALSE(rung.refused) << "the ladder takes fewer examples";
}

TEST(MemoryNeed, ANetworkIsWrittenInPiecesUntilNobodyWantsThem)
{
    const model::Scenario scenario = wide(3, 200);
    const Result<reports::NetworkText> network = reports::NetworkText::of(scenario);
    ASSERT_TRUE(network);
    std::string whole;
    int pieces = 0;
    double last = 0;
    const auto take = [&](std::string_view piece) {
        whole += piece;
        ++pieces;
        EXPECT_LT(piece.size(), 300'000u);
        return true;
    };
    network->write(take, [&](double share) {
        EXPECT_GE(share, last);
        last = share;
    });
    EXPECT_EQ(whole, *reports::networkJson(scenario));
    EXPECT_GT(pieces, 3);
    EXPECT_EQ(last, 1);
    int wanted = 0;
    network->write([&](std::string_view) { return ++wanted < 2; });
    EXPECT_EQ(wanted, 2);
    const Result<reports::NetworkText> large = reports::NetworkText::of(wide(250, 1024));
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().fault, Fault::usage);
}

TEST(MemoryNeed, FiguresAreCounted)
{
    figures::Figure figure;
    const double empty = figures::memoryOf(figure);
    figures::Line line;
    line.x = line.y = std::vector<double>(1000);
    figure.panels.emplace_back().elements.push_back(line);
    EXPECT_GE(figures::memoryOf(figure) - empty, 16'000);
    EXPECT_LE(figures::memoryOf(figure) - empty, 20'000);
}

} // namespace memory_need_test
} // namespace deltascope::results
