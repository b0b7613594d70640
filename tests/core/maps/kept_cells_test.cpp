// SPDX-License-Identifier: GPL-3.0-or-later
// Which cells of one map are those of another: found by computing both.
#include "core/support/needs_a_file.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "maps/kept_cells.h"
#include "maps/map_computation.h"
#include "maps/natural_map.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope {
namespace kept_cells_test {

model::Document asking(model::Map map)
{
    model::Document document;
    document.question.map = std::move(map);
    return document;
}

model::Map plane(const char* measure = "product")
{
    model::Map map;
    map.measure = measure;
    map.x = {.parameter = "weight", .from = -4, .to = 4, .count = 5};
    map.y = model::MapAxis{.parameter = "bias", .from = -2, .to = 2, .count = 5};
    return map;
}

results::MapCells computed(const model::Document& document)
{
    return maps::computeMap(maps::CellSource(document, *document.question.map));
}

/// Every row of the table of parameters with another value: where the cells are said to be the same they are.
void expectTrue(const model::Document& before)
{
    const results::MapCells cells = computed(before);
    int same = 0;
    for (const auto& row : parameters::scenarioParameters()) {
        const std::optional<double> number = parameters::numberIn(parameters::valueOf(before.scenario, row));
        model::Document after = before;
        Result<model::Scenario> next = number ? parameters::withValue(before.scenario, row, *number + 1)
            : row.choices ? parameters::withValue(before.scenario, row, std::string(row.choices().back().id))
                          : Result<model::Scenario>(before.scenario);
        if (!next || parameters::validate(*next) || needsAFile(next->data)
            || maps::problemOf({.scenario = *next}, *before.question.map))
            continue;
        after.scenario = *next;
        if (!maps::sameCells(before, after))
            continue;
        ++same;
        EXPECT_EQ(computed(after).cells, cells.cells) << row.key;
    }
    EXPECT_GE(same, 2) << "the two parameters that it is over at the least";
}

TEST(KeptCells, AreTheSameWhereTheyAreSaidToBe)
{
    expectTrue(asking(plane()));
    model::Document wide = asking(plane("speed_ratio"));
    wide.scenario.width = 3;
    wide.scenario.initializer = "mean_field";
    wide.question.map->x.parameter = "gain";
    wide.question.map->x.from = 0;
    wide.question.map->y->parameter = "bias_std";
    wide.question.map->y->from = 0;
    expectTrue(wide);
    model::Document trained = asking(plane("trained_cost"));
    trained.scenario.epochs = 5;
    expectTrue(trained);
}

TEST(KeptCells, ThatDependOnMoreAreNot)
{
    const model::Document before = asking(plane());
    model::Document after = before;
    after.scenario.weight = 17;
    after.scenario.bias = -3;
    after.scenario.learningRate = 5;
    EXPECT_TRUE(maps::sameCells(before, after));
    after.scenario.depth = 9;
    EXPECT_FALSE(maps::sameCells(before, after));
    after = before;
    after.question.map->seeds = 2;
    EXPECT_FALSE(maps::sameCells(before, after));
    after = before;
    after.question.map->measure = "speed";
    EXPECT_FALSE(maps::sameCells(before, after));
    after = before;
    after.question.map->x.from = -8;
    after.question.map->x.count = 77;
    EXPECT_TRUE(maps::sameCells(before, after)) << "another range";
    after = before;
    after.question.k = 7;
    EXPECT_TRUE(maps::sameCells(before, after)) << "the product knows no K";
    model::Document trained = asking(plane("trained_cost")), slower = trained;
    slower.scenario.learningRate = 5;
    EXPECT_FALSE(maps::sameCells(trained, slower));
    model::Document itself = asking(plane("parameter")), other = itself;
    itself.question.map->arguments.key = other.question.map->arguments.key = "learning_rate";
    other.scenario.learningRate = 5;
    EXPECT_FALSE(maps::sameCells(itself, other)) << "a measure of the scenario itself";
    EXPECT_TRUE(maps::sameCells({}, {}));
    EXPECT_FALSE(maps::sameCells(before, {}));
}

TEST(KeptCells, ZoomingByTwoKeepsEverySecondValueAndBack)
{
    for (const double from : {-10.0, 0.0, 0.5, -3.25}) {
        model::MapAxis axis{.parameter = "weight", .from = from, .to = from + 16, .count = 65};
        std::vector<model::MapAxis> all{axis};
        for (int i = 0; i < 20; ++i) {
            const double middle = (axis.from + axis.to) / 2 + 0.2 * (axis.to - axis.from), width = axis.to - axis.from;
            const model::MapAxis next = maps::withRange(axis, middle - width / 4, middle + width / 4);
            EXPECT_EQ(next.count, axis.count);
            EXPECT_EQ(next.to - next.from, width / 2);
            EXPECT_NEAR(next.from, middle - width / 4, width / 64);
            model::Map before, now;
            before.measure = now.measure = "product";
            before.x = axis;
            now.x = next;
            auto known = std::make_shared<results::MapCells>(
                results::MapCells{.map = before, .cells = std::vector<results::MapCell>(65), .done = 65});
            for (std::size_t c = 0; c < 65; ++c)
                known->cells[c] = {
                    .value = *maps::valuesOf(axis)[c].as<double>(), .count = 1, .mark = results::CellMark::none};
            const std::vector<std::shared_ptr<const results::MapCells>> list{known};
            const results::MapCells kept = maps::withKnownCells(now, list);
            EXPECT_GE(kept.done, 32u) << from << " after " << i;
            const std::vector<parameters::ParameterValue> values = maps::valuesOf(next);
            for (std::size_t c = 0; c < 65; ++c)
                if (kept.cells[c].mark == results::CellMark::none) {
                    EXPECT_EQ(kept.cells[c].value, *values[c].as<double>());
                }
            axis = next;
        }
    }
}

TEST(KeptCells, RangesStayWhereTheParameterMayGo)
{
    const model::MapAxis gain{.parameter = "gain", .from = 0, .to = 4, .count = 65};
    const model::MapAxis out = maps::withRange(gain, -2, 6);
    EXPECT_EQ(out.from, 0) << "no gain is below 0";
    EXPECT_EQ(out.to, 8);
    const model::MapAxis depth{.parameter = "depth", .from = 1, .to = 50, .count = 50};
    const model::MapAxis few = maps::withRange(depth, 3.4, 9.7);
    EXPECT_EQ(few.from, 3);
    EXPECT_EQ(few.to, 10);
    EXPECT_EQ(few.count, 8);
    EXPECT_FALSE(maps::problemOf(few));
    EXPECT_FALSE(maps::problemOf(maps::withRange(depth, -30, 1e9)));
    const model::MapAxis rate{
        .parameter = "learning_rate", .from = 0.01, .to = 10, .count = 33, .scale = model::MapScale::logarithmic};
    EXPECT_FALSE(maps::problemOf(maps::withRange(rate, 0.1, 1)));
    EXPECT_EQ(maps::withRange(rate, -1, 1), rate) << "no logarithm";
    const model::MapAxis choices{.parameter = "activation", .count = 2, .choices = {"sigmoid", "tanh"}};
    EXPECT_EQ(maps::withRange(choices, 0, 0.5), choices);
}

TEST(NaturalMap, IsPossibleForEveryScenarioThatAPersonBeginsWith)
{
    for (const char* rule : {"constant", "balanced", "standard_normal", "he_normal", "mean_field"})
        for (const int width : {1, 8})
            for (const int depth : {1, 2, 12}) {
                model::Scenario scenario;
                if (const auto* row = parameters::findScenarioParameter("initializer"))
                    if (const auto next = parameters::withValue(scenario, *row, rule))
                        scenario = *next;
                scenario.width = width;
                scenario.depth = depth;
                const model::Map map = maps::naturalMap(scenario);
                const std::optional<Error> problem = maps::problemOf({.scenario = scenario}, map);
                EXPECT_FALSE(problem) << rule << width << depth << plainText(problem->what);
                ASSERT_TRUE(map.y);
            }
    model::Scenario scenario;
    EXPECT_EQ(maps::naturalMap(scenario).x.parameter, "weight");
    EXPECT_EQ(maps::naturalMap(scenario).y->parameter, "bias");
    scenario.initializer = "mean_field";
    EXPECT_EQ(maps::naturalMap(scenario).x.parameter, "gain");
    EXPECT_EQ(maps::naturalMap(scenario).y->parameter, "bias_std");
    scenario = {};
    scenario.weight = 100;
    EXPECT_GE(maps::naturalMap(scenario).x.to, 100);
}

} // namespace kept_cells_test
} // namespace deltascope
