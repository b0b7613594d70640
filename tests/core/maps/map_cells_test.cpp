// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of maps against closed forms, against evaluations one by one, and against themselves in another order.
#include "base/registry.h"
#include "core/support/needs_a_file.h"
#include "documents/map_json.h"
#include "evaluation/evaluation.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "maps/contours.h"
#include "maps/map_computation.h"
#include "network/initializer.h"
#include "results/snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <set>

namespace deltascope {
namespace map_cells_test {

using results::CellMark;
using results::MapCell;

model::Map mapOf(const char* measure, std::initializer_list<const char*> axes, int count = 16)
{
    model::Map map;
    EXPECT_FALSE(documents::putTypedMeasure(map, measure));
    for (const char* typed : axes) {
        const Result<model::MapAxis> axis = documents::typedAxis(typed, count);
        EXPECT_TRUE(axis) << plainText(axis.error().what);
        if (typed == *axes.begin())
            map.x = *axis;
        else
            map.y = *axis;
    }
    return map;
}

results::MapCells computed(const model::Scenario& scenario, const model::Map& map, const maps::Computing& how = {})
{
    model::Document document;
    document.scenario = scenario;
    const std::optional<Error> problem = maps::problemOf(document, map);
    EXPECT_FALSE(problem) << plainText(problem->what);
    return maps::computeMap(maps::CellSource(document, map), how);
}

std::string problem(const model::Scenario& scenario, const model::Map& map)
{
    model::Document document;
    document.scenario = scenario;
    const std::optional<Error> error = maps::problemOf(document, map);
    return error ? plainText(error->what) : "";
}

TEST(MapCells, OneLayerIsTheDerivativeItself)
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.input = 0;
    const results::MapCells map = computed(scenario, mapOf("factor:layer=1", {"bias=-8:8:33"}));
    for (int i = 0; i < 33; ++i) {
        const double z = -8 + 0.5 * i, e = std::exp(-std::abs(z));
        EXPECT_NEAR(map.at(i, 0).value, std::log10(e / ((1 + e) * (1 + e))), 1e-13) << z;
        EXPECT_EQ(map.at(i, 0).count, 1);
    }
}

// |wσ′(z)| = 1 where |z| = 2·acosh(√|w|/2), from |w| = 4 on; core/maths.md 7.2.
TEST(MapCells, TheContourOneMeetsTheEdgeOfTheSteepInterval)
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.input = 0; // z = b
    const results::MapCells map = computed(scenario, mapOf("factor:layer=1", {"weight=-20:20:201", "bias=-6:6:151"}));
    std::vector<double> values;
    for (const MapCell& cell : map.cells)
        values.push_back(cell.value);
    std::vector<std::uint8_t> missing;
    for (const MapCell& cell : map.cells)
        missing.push_back(cell.mark == CellMark::none ? 0 : 1);
    const auto lines = maps::contoursOf({.columns = 201, .rows = 151, .values = values, .missing = missing}, 0);
    ASSERT_GE(lines.size(), 2u); // one for each sign of w
    std::size_t points = 0;
    for (const maps::ContourLine& line : lines)
        for (const auto& [column, row] : line) {
            const double w = -20 + 0.2 * column, z = -6 + 0.08 * row;
            EXPECT_GE(std::abs(w), 4 - 0.2);
            // the nearest point of the edge is less than a cell away, in columns or in rows
            const double edge = 2 * std::acosh(std::max(1.0, std::sqrt(std::abs(w)) / 2));
            const double edgeWeight = 4 * std::pow(std::cosh(z / 2), 2);
            EXPECT_LT(std::min(std::abs(std::abs(z) - edge) / 0.08, std::abs(std::abs(w) - edgeWeight) / 0.2), 0.1)
                << w << ' ' << z;
            ++points;
        }
    EXPECT_GT(points, 300u);
}

TEST(MapCells, ABalancedChainHasAClosedProduct)
{
    model::Scenario scenario;
    scenario.initializer = "balanced";
    const results::MapCells map = computed(scenario, mapOf("product", {"weight=1:101:11", "depth=1:12"}));
    ASSERT_EQ(map.map.rows(), 12);
    for (int row = 0; row < 12; ++row)
        for (int column = 0; column < 11; ++column)
            EXPECT_NEAR(map.at(column, row).value, (row + 1) * std::log10((1 + 10 * column) / 4.0), 1e-11);
}

TEST(MapCells, AreWhatEvaluationsSay)
{
    model::Scenario scenario;
    scenario.depth = 7;
    scenario.width = 5;
    scenario.inputs = 3;
    scenario.initializer = "mean_field";
    scenario.activation = "tanh";
    const model::Map map = mapOf("speed_ratio:layer=2,against=6", {"gain=0.5:2.5:5", "bias_std=0:1:3"});
    const results::MapCells cells = computed(scenario, map);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 5; ++column) {
            model::Scenario own = scenario;
            own.gain = 0.5 + 0.5 * column;
            own.biasDeviation = 0.5 * row;
            const auto evaluation = evaluation::evaluate(own, *data::makeDataset(own));
            const double log =
                evaluation.layer(2).speed.normOfMean.log10() - evaluation.layer(6).speed.normOfMean.log10();
            EXPECT_NEAR(cells.at(column, row).value, log, 1e-12);
        }
}

TEST(MapCells, ChoicesAreRows)
{
    model::Scenario scenario;
    scenario.depth = 3;
    const results::MapCells map =
        computed(scenario, mapOf("product", {"weight=0.5:4:8", "activation=sigmoid,tanh,relu"}));
    for (int row = 0; row < 3; ++row) {
        model::Scenario own = scenario;
        own.activation = map.map.y->choices[static_cast<std::size_t>(row)];
        own.weight = 4;
        EXPECT_NEAR(map.at(7, row).value, evaluation::evaluate(own, *data::makeDataset(own)).product.log10(), 1e-13);
    }
}

bool sameBits(const results::MapCells& one, const results::MapCells& other)
{
    return one.cells.size() == other.cells.size()
        && std::equal(one.cells.begin(), one.cells.end(), other.cells.begin(), [](const MapCell& a, const MapCell& b) {
               return std::memcmp(&a.value, &b.value, sizeof a.value) == 0
                   && std::memcmp(&a.p05, &b.p05, sizeof a.p05) == 0 && std::memcmp(&a.p95, &b.p95, sizeof a.p95) == 0
                   && a.count == b.count && a.mark == b.mark;
           });
}

TEST(MapCells, AreTheSameBitsOnAnyNumberOfThreadsAndInAnyOrder)
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.width = 4;
    scenario.initializer = "mean_field";
    model::Map map = mapOf("speed:layer=1", {"gain=0.1:10:9:log", "bias_std=0:2:5"});
    map.seeds = 7;
    const results::MapCells one = computed(scenario, map, {.threads = 1}),
                            many = computed(scenario, map, {.threads = 3});
    EXPECT_TRUE(sameBits(one, many));
    model::Document document;
    document.scenario = scenario;
    const maps::CellSource source(document, map);
    std::vector<std::size_t> backwards(source.count());
    std::iota(backwards.rbegin(), backwards.rend(), std::size_t{0});
    std::vector<MapCell> cells(source.count());
    EXPECT_TRUE(maps::computeCells(source, backwards, cells));
    std::ranges::reverse(cells);
    EXPECT_TRUE(sameBits(one, {.map = map, .cells = cells, .done = cells.size()}));
}

/// The same cells, each computed by itself.
results::MapCells oneByOne(const model::Scenario& scenario, const model::Map& map)
{
    model::Document document;
    document.scenario = scenario;
    const maps::CellSource source(document, map);
    results::MapCells cells{.map = map, .cells = {}, .done = source.count()};
    for (std::size_t cell = 0; cell < source.count(); ++cell)
        cells.cells.push_back(source.cell(cell));
    return cells;
}

TEST(MapCells, AreTheSameBitsTogetherAndOneByOne)
{
    model::Scenario wide;
    wide.depth = 6;
    wide.width = 16;
    wide.initializer = "mean_field";
    wide.activation = "tanh";
    wide.data = "gaussian";
    model::Scenario chain;
    chain.depth = 50;
    struct Case {
        const model::Scenario& scenario;
        const char* measure;
        std::initializer_list<const char*> axes;
        int seeds;
    };
    const Case cases[] = {
        {wide, "speed_ratio:layer=1", {"gain=0.5:3:9", "bias_std=0:1:20"}, 3},
        {wide, "speed:layer=2", {"bias_std=0:1:20", "gain=0.5:3:9"}, 3},
        {wide, "speed_spread", {"mean_square=0.1:10:9", "bias_std=0:1:20"}, 2},
        {wide, "activation_mean:layer=5", {"bias_std=0:1:20", "initializer=mean_field,he_normal,orthogonal"}, 2},
        {wide, "speed:layer=2", {"gain=0.5:3:9", "depth=2:8"}, 3},
        {wide, "speed:layer=5", {"bias_std=0:1:9", "depth=2:8"}, 3},
        {chain, "product", {"weight=-40:40:21", "bias=-20:20:30"}, 1},
        {chain, "cost", {"bias=-20:20:30", "input=-1:1:7"}, 1},
        {chain, "speed:layer=1", {"bias=-400:400:41", "weight=-600:600:5"}, 1},
        {chain, "slope:layer=9", {"bias=-900:900:41", "weight=-600:600:5"}, 1},
        {chain, "product", {"bias=-4:4:41", "initializer=constant,balanced"}, 1},
    };
    for (const Case& each : cases) {
        model::Map map = mapOf(each.measure, each.axes);
        map.seeds = each.seeds;
        EXPECT_TRUE(sameBits(computed(each.scenario, map), oneByOne(each.scenario, map))) << each.measure;
    }
}

TEST(MapCells, AParameterTouchesWhatItsRowSays)
{
    using parameters::Touches;
    int rows = 0;
    for (const auto& row : parameters::scenarioParameters()) {
        if (row.touches == Touches::everything)
            continue;
        ++rows;
        for (const auto& initializer : parameters::findScenarioParameter("initializer")->choices())
            for (const auto& data : parameters::findScenarioParameter("data")->choices()) {
                model::Scenario one;
                one.depth = 3;
                one.width = 5;
                one.initializer = initializer.id;
                one = parameters::withData(one, data.id);
                const network::Initializer& rule =
                    *findKind(network::initializersRegistry(), std::string(initializer.id));
                if (needsAFile(one.data) || rule.biasFromForwardPass || rule.fitWeights != nullptr || rule.given)
                    continue; // no file; numbers that follow from the data
                model::Scenario other = one;
                const auto changed = parameters::withValue(other, row,
                    parameters::ParameterValue(row.minimum + 0.37 * (std::min(row.maximum, 9.0) - row.minimum)));
                ASSERT_TRUE(changed);
                other = *changed;
                const auto first = data::makeDataset(one), second = data::makeDataset(other);
                ASSERT_TRUE(first && second) << one.data;
                const network::Network a(one, *first), b(other, *second);
                for (int layer = 1; layer <= 3; ++layer) {
                    EXPECT_EQ(a.weights(layer), b.weights(layer)) << row.key << ' ' << one.initializer;
                    if (row.touches == Touches::data) {
                        EXPECT_EQ(a.biases(layer), b.biases(layer)) << row.key << ' ' << one.initializer;
                    }
                }
                if (row.touches == Touches::biases) {
                    EXPECT_EQ(first->inputs, second->inputs) << row.key << ' ' << one.data;
                    EXPECT_EQ(first->targets, second->targets) << row.key << ' ' << one.data;
                }
            }
    }
    EXPECT_GE(rows, 5);
}

TEST(MapCells, StatisticsAreOfTheSeeds)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.initializer = "mean_field";
    constexpr int kSeeds = 11;
    std::vector<double> values;
    for (int i = 0; i < kSeeds; ++i) {
        model::Scenario own = scenario;
        own.gain = 2;
        own.seed = scenario.seed + i;
        values.push_back(evaluation::evaluate(own, *data::makeDataset(own)).product.log10());
    }
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / kSeeds;
    std::ranges::sort(values);
    const auto cellWith = [&](const char* measure, const char* statistic) {
        model::Map map = mapOf(measure, {"gain=1:2:2"});
        map.seeds = kSeeds;
        map.statistic = statistic;
        return computed(scenario, map).at(1, 0);
    };
    EXPECT_NEAR(cellWith("product", "median").value, values[5], 1e-13);
    EXPECT_NEAR(cellWith("product", "mean").value, mean, 1e-12);
    EXPECT_NEAR(cellWith("product", "p05").value, (values[0] + values[1]) / 2, 1e-13);
    EXPECT_NEAR(cellWith("product", "p95").value, (values[9] + values[10]) / 2, 1e-13);
    EXPECT_EQ(cellWith("product", "p95").count, kSeeds);
    const std::string limit = "product:at_least=" + std::to_string(std::pow(10, (values[3] + values[4]) / 2));
    EXPECT_NEAR(cellWith(limit.c_str(), "share").value, 7.0 / kSeeds, 1e-15);
}

TEST(MapCells, WhatHasNoValueHasAWord)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.activation = "relu";
    scenario.outputActivation = "relu";
    const results::MapCells dead = computed(scenario, mapOf("product", {"bias=-3:3:3"}));
    EXPECT_EQ(dead.at(0, 0).mark, CellMark::dead);
    EXPECT_EQ(dead.at(0, 0).count, 0);
    EXPECT_EQ(dead.at(2, 0).mark, CellMark::none);

    const results::MapCells deep = computed({}, mapOf("speed:layer=3", {"depth=1:4"}));
    EXPECT_EQ(deep.at(1, 0).mark, CellMark::inapplicable);
    EXPECT_EQ(deep.at(2, 0).mark, CellMark::none);

    model::Scenario trained;
    trained.depth = 1;
    trained.activation = trained.outputActivation = "identity";
    trained.epochs = 400;
    const results::MapCells rates = computed(trained, mapOf("trained_cost", {"learning_rate=0.1:1000:2"}));
    EXPECT_EQ(rates.at(0, 0).mark, CellMark::none);
    EXPECT_EQ(rates.at(1, 0).mark, CellMark::diverged);
    EXPECT_EQ(computed(trained, mapOf("diverged", {"learning_rate=0.1:1000:2"})).at(1, 0).value, 1);
    const results::MapCells reached =
        computed(trained, mapOf("epochs_to_cost:reach=1e-9", {"learning_rate=0.0001:0.1:2"}));
    EXPECT_EQ(reached.at(0, 0).mark, CellMark::notReached);
    EXPECT_GT(reached.at(1, 0).value, 1);
}

TEST(MapCells, ComeCoarseToFineAndEachOnce)
{
    const std::vector<std::size_t> order = maps::refinementOrder(37, 20);
    EXPECT_EQ(order.size(), 37u * 20u);
    EXPECT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), order.size());
    const std::vector<std::size_t> first{0, 16, 32, 16 * 37, 16 * 37 + 16, 16 * 37 + 32};
    EXPECT_TRUE(std::equal(first.begin(), first.end(), order.begin()));
}

TEST(MapCells, AStoppedMapIsPending)
{
    std::stop_source stop;
    stop.request_stop();
    const results::MapCells map = computed({}, mapOf("product", {"weight=1:2:50"}), {.stop = stop.get_token()});
    EXPECT_EQ(map.done, 0u);
    EXPECT_EQ(map.at(0, 0).mark, CellMark::pending);
}

TEST(MapAxes, HaveTheirEndsAndEqualSteps)
{
    const Result<model::MapAxis> axis = documents::typedAxis("gain=0.01:100:5:log", 0);
    ASSERT_TRUE(axis);
    for (int i = 0; i < 5; ++i)
        EXPECT_NEAR(maps::positionAt(*axis, i), std::pow(10, i - 2), 1e-12 * std::pow(10, i - 2));
    EXPECT_EQ(maps::positionAt(*axis, 4), 100);
    EXPECT_NEAR(maps::placeOf(*axis, 10), 3, 1e-12);
    EXPECT_EQ(documents::typedAxis("depth=1:10", 64)->count, 10);
    EXPECT_EQ(documents::typedAxis("activation=all", 64)->choices.size(),
        static_cast<std::size_t>(documents::typedAxis("activation=all", 64)->count));
}

TEST(MapProblems, AreOneSentenceEach)
{
    const auto typed = [](const char* axis) {
        const Result<model::MapAxis> result = documents::typedAxis(axis, 64);
        return result ? std::string() : plainText(result.error().what);
    };
    EXPECT_NE(typed("weight=3:3").find("both 3"), std::string::npos);
    EXPECT_NE(typed("weight=3:1").find("smaller value comes first"), std::string::npos);
    EXPECT_NE(typed("weight=0:1:9:log").find("above 0"), std::string::npos);
    EXPECT_NE(typed("weight=0:1:0").find("from 2 to 32768"), std::string::npos);
    EXPECT_NE(typed("weight=0:1:1000000000").find("from 2 to 32768"), std::string::npos);
    EXPECT_NE(typed("weight=0:1e9").find("out of range"), std::string::npos);
    EXPECT_NE(typed("weigt=0:1").find("no parameter"), std::string::npos);
    EXPECT_NE(typed("depth=1:4:9").find("only 4 are different"), std::string::npos);
    EXPECT_NE(typed("depth=1:4.5").find("whole numbers"), std::string::npos);
    EXPECT_NE(typed("layers=1:4").find("cannot be an axis"), std::string::npos);
    EXPECT_NE(typed("activation=sigmoid,sigmoid").find("twice"), std::string::npos);
    EXPECT_NE(typed("activation=sigmoid,nothing").find("not known"), std::string::npos);
    EXPECT_NE(typed("weight").find("is not an axis"), std::string::npos);
    EXPECT_NE(typed("weight=a:b").find("is not an axis"), std::string::npos);

    model::Scenario wide;
    wide.width = 3;
    EXPECT_NE(problem(wide, mapOf("product", {"weight=1:2"})).find("only a chain"), std::string::npos);
    EXPECT_NE(problem({}, mapOf("speed:layer=9", {"weight=1:2"})).find("there are only 4"), std::string::npos);
    EXPECT_NE(problem({}, mapOf("product", {"gain=1:2"})).find("not random"), std::string::npos);
    EXPECT_NE(problem({}, mapOf("product", {"learning_rate=1:2"})).find("something else"), std::string::npos);
    EXPECT_NE(problem({}, mapOf("product", {"weight=1:2", "weight=1:3"})).find("both axes"), std::string::npos);
    EXPECT_NE(problem({}, mapOf("cost_against_pin", {"weight=1:2"})).find("pin"), std::string::npos);
    EXPECT_NE(problem({}, mapOf("nothing", {"weight=1:2"})).find("no measure"), std::string::npos);
    model::Map map = mapOf("product", {"weight=1:2"});
    map.statistic = "mode";
    EXPECT_NE(problem({}, map).find("no statistic"), std::string::npos);
    map.statistic = "share";
    EXPECT_NE(problem({}, map).find("at_least"), std::string::npos);
    map.statistic = "median";
    map.seeds = 10'001;
    EXPECT_NE(problem({}, map).find("10000"), std::string::npos);
    model::Scenario large;
    large.initializer = "glorot_uniform";
    EXPECT_NE(
        problem(large, mapOf("speed:layer=1", {"width=1:1024:8", "depth=1:10000:8"})).find("GB"), std::string::npos);
    EXPECT_NE(
        problem({}, mapOf("product", {"weight=1:2:32768", "bias=1:2:32768"})).find("more parts"), std::string::npos);
}

} // namespace map_cells_test
} // namespace deltascope
