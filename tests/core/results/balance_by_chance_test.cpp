// SPDX-License-Identifier: GPL-3.0-or-later
// How often chance gives balance, against chains whose ratios are drawn here from the same streams, and its figure.
// core/maths.md 12.3.
#include "results/balance_by_chance.h"

#include "base/random.h"
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "results/seeds_band.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace deltascope::results {

namespace balance_by_chance_test {

/// A linear chain, w ~ N(0, 1): speed of layer l over that of the last is |w_(l+1) … w_L|.
model::Scenario linearChain(int depth)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.activation = scenario.outputActivation = "identity";
    scenario.initializer = "lecun_normal";
    return scenario;
}

double decadesOfChain(std::uint64_t seed, int depth)
{
    double size = 0, smallest = 0, largest = 0; // log10 of the product so far
    for (int layer = depth; layer >= 2; --layer) {
        const double weight = RandomStream(seed, Purpose::weights, static_cast<std::uint64_t>(layer)).normal();
        size += std::log10(std::abs(weight));
        smallest = std::min(smallest, size);
        largest = std::max(largest, size);
    }
    return largest - smallest;
}

figures::Figure drawn(const model::Scenario& scenario, const std::shared_ptr<const BalanceByChance>& balance)
{
    Snapshot snapshot;
    snapshot.scenario = scenario;
    snapshot.put<BalanceByChance>(balance);
    const figures::Figure figure = findKind(figures::figuresRegistry(), "balance_by_chance")->build(snapshot, {}, {});
    EXPECT_TRUE(faultsOf(figure).empty()) << faultsOf(figure).front();
    return figure;
}

TEST(BalanceByChance, OfALinearChainIsThatOfItsWeights)
{
    const int count = 300;
    const auto balance = balanceByChance(linearChain(6), count);
    ASSERT_TRUE(balance && balance->complete());
    ASSERT_EQ(balance->depths.size(), 5u);
    for (const DepthBalance& each : balance->depths) {
        std::vector<double> decades;
        for (int i = 0; i < count; ++i)
            decades.push_back(decadesOfChain(static_cast<std::uint64_t>(1 + i), each.depth));
        const auto share = [&](double factor) {
            return static_cast<double>(std::ranges::count_if(decades, [&](double d) {
                return d <= std::log10(factor);
            })) / count;
        };
        EXPECT_DOUBLE_EQ(each.within2, share(2)) << each.depth;
        EXPECT_DOUBLE_EQ(each.within10, share(10)) << each.depth;
        const Quantiles expected = quantilesOf(decades);
        EXPECT_NEAR(each.decades.p05, expected.p05, 1e-12);
        EXPECT_NEAR(each.decades.median, expected.median, 1e-12);
        EXPECT_NEAR(each.decades.p95, expected.p95, 1e-12);
        EXPECT_EQ(each.dead, 0);
    }
}

// At depth 2 the ratio is max(|w|, 1/|w|): within a factor k with probability 2(Φ(k) − Φ(1/k)).
TEST(BalanceByChance, OfTwoLayersIsTheNormalDistribution)
{
    const int count = 10'000;
    const auto balance = balanceByChance(linearChain(2), count);
    ASSERT_TRUE(balance);
    const auto within = [](double k) {
        return std::erf(k / std::numbers::sqrt2) - std::erf(1 / (k * std::numbers::sqrt2));
    };
    const DepthBalance& two = balance->depths.front();
    const auto error = [&](double p) { return 4 * std::sqrt(p * (1 - p) / count); };
    EXPECT_NEAR(two.within2, within(2), error(within(2)));
    EXPECT_NEAR(two.within10, within(10), error(within(10)));
}

TEST(BalanceByChance, ComesWithoutBoundWhereALayerIsDead)
{
    model::Scenario scenario = linearChain(3);
    scenario.activation = scenario.outputActivation = "relu";
    const auto balance = balanceByChance(scenario, 400);
    ASSERT_TRUE(balance);
    const DepthBalance& three = balance->depths.back();
    // All three weights positive: 1 in 8.
    EXPECT_NEAR(three.dead / 400.0, 7.0 / 8, 4 * std::sqrt(7.0 / 64 / 400));
    EXPECT_TRUE(std::isinf(three.decades.median));
    EXPECT_LE(three.within10, 1 - three.dead / 400.0);
    const figures::Figure figure = drawn(scenario, balance);
    EXPECT_GE(figure.notes.size(), 2u);
}

TEST(BalanceByChance, HasTheSameBitsOnAnyNumberOfThreads)
{
    const auto one = balanceByChance(linearChain(30), 50, {}, {}, 1);
    ASSERT_TRUE(one);
    EXPECT_EQ(*one, *balanceByChance(linearChain(30), 50, {}, {}, 5));
    // The networks of a depth are those of the scenario of that depth.
    EXPECT_EQ(one->depths[8], balanceByChance(linearChain(10), 50)->depths.back());
}

TEST(BalanceByChance, ChoosesItsDepths)
{
    EXPECT_EQ(balanceDepths(2), std::vector<int>{2});
    EXPECT_EQ(balanceDepths(5), (std::vector<int>{2, 3, 4, 5}));
    EXPECT_EQ(balanceDepths(41).size(), 40u);
    for (const int deepest : {42, 100, 1000, 10'000}) {
        const std::vector<int> depths = balanceDepths(deepest);
        EXPECT_EQ(depths.front(), 2);
        EXPECT_EQ(depths.back(), deepest);
        EXPECT_LE(depths.size(), 40u);
        EXPECT_GE(depths.size(), 25u);
        EXPECT_TRUE(std::ranges::adjacent_find(depths, std::greater_equal{}) == depths.end());
    }
}

TEST(BalanceByChance, EndsWhereItIsStopped)
{
    std::stop_source stop;
    const auto refined = [&](const std::shared_ptr<const BalanceByChance>& balance) {
        EXPECT_FALSE(balance->complete());
        stop.request_stop();
    };
    EXPECT_FALSE(balanceByChance(linearChain(2000), 10'000, stop.get_token(), refined));
}

TEST(BalanceByChance, SaysItsNumbersInWords)
{
    BalanceByChance balance{
        .count = 200, .done = 120, .depths = {{2, {0.1, 0.5, 1}, 0.25, 0.9, 0}, {8, {1, 2, 3}, 0.03, 0.125, 0}}};
    const figures::Figure figure = drawn(linearChain(8), std::make_shared<const BalanceByChance>(balance));
    const std::string caption = plainText(figure.caption);
    EXPECT_NE(
        caption.find("Of 120 networks of depth 8, 3 % learn within a factor of 2 and 12.5 % within a factor of 10"),
        std::string::npos)
        << caption;
    EXPECT_NE(caption.find("100 times"), std::string::npos) << caption;
    EXPECT_EQ(plainText(figure.notes.front()), "120 of 200 seeds so far.");
    ASSERT_EQ(figure.panels.size(), 2u);
    const figures::Line* within2 = findElement<figures::Line>(figure.panels[0], "within a factor of 2");
    ASSERT_TRUE(within2);
    EXPECT_EQ(within2->y, (std::vector<double>{25, 3}));
    const figures::Band* band = findElement<figures::Band>(figure.panels[1], "5–95 % of 120 seeds");
    ASSERT_TRUE(band);
    EXPECT_EQ(band->lower, (std::vector<double>{0.1, 1}));
    EXPECT_EQ(band->upper, (std::vector<double>{1, 3}));
}

TEST(BalanceByChance, SaysWhereChanceHasNoSay)
{
    model::Scenario scenario;
    EXPECT_FALSE(applies<BalanceByChance>(scenario));
    EXPECT_EQ(plainText(drawn(scenario, nullptr).caption).find("Nothing here is random"), 0u);
    EXPECT_FALSE(applies<BalanceByChance>(linearChain(1)));
    EXPECT_EQ(plainText(drawn(linearChain(1), nullptr).caption), "A single layer has no other to be balanced with.");
    EXPECT_EQ(plainText(drawn(linearChain(2), nullptr).caption), "The results are being computed.");
}

TEST(LearningSpeedFigure, GrowsTheBandOverSeeds)
{
    model::Document document;
    document.scenario = linearChain(4);
    document.scenario.examples = 3;
    document.scenario.data = "gaussian";
    document.question.seeds = 50;
    document.view.average = "rms";
    const figures::FigureKind* kind = findKind(figures::figuresRegistry(), "learning_speed");
    Snapshot snapshot = computeSnapshot(document, kind->needs());
    figures::Figure figure = kind->build(snapshot, document.question, document.view);
    EXPECT_TRUE(faultsOf(figure).empty());
    const figures::Band* band = findElement<figures::Band>(figure.panels[0], "bias √⟨‖δˡ‖²⟩: 5–95 % of 50 seeds");
    ASSERT_TRUE(band);
    ASSERT_EQ(band->x.size(), 4u);
    EXPECT_EQ(band->lower[0], snapshot.get<SeedsBand>()->layers[0].rms.p05.log10);
    EXPECT_EQ(band->upper[3], snapshot.get<SeedsBand>()->layers[3].rms.p95.log10);
    EXPECT_FALSE(findElement<figures::Line>(figure.panels[0], "weight ‖∂C/∂wˡ‖: median")) << "one band at a time";
    const figures::Line* curve = findElement<figures::Line>(figure.panels[0], "bias √⟨‖δˡ‖²⟩");
    ASSERT_TRUE(curve);
    EXPECT_EQ(curve->y[0], snapshot.get<evaluation::Evaluation>()->layer(1).speed.rms.log10());

    snapshot.put<SeedsBand>(nullptr); // on its way: the curve is there, and a sentence
    figure = kind->build(snapshot, document.question, document.view);
    EXPECT_TRUE(findElement<figures::Line>(figure.panels[0], "bias √⟨‖δˡ‖²⟩"));
    EXPECT_EQ(plainText(figure.notes.front()), "The band over seeds is being computed.");
}

} // namespace balance_by_chance_test
} // namespace deltascope::results
