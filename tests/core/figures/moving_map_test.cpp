// SPDX-License-Identifier: GPL-3.0-or-later
// Films of a map: the cross moves over cells that stay, or the cells follow, in colours that mean the same in every
// frame.
#include "base/registry.h"
#include "documents/map_json.h"
#include "figures/animation/animation.h"
#include "maps/map_computation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deltascope {
namespace moving_map_test {

using figures::ColourMap;
using figures::Figure;

const figures::FigureKind* kindOf(const char* id)
{
    return findKind(figures::figuresRegistry(), id);
}

figures::Movement moving(const char* key, double from, double to)
{
    return {parameters::findScenarioParameter(key), from, to};
}

figures::AnimationPlan film(const figures::Movement& movement, int frames)
{
    figures::AnimationPlan plan;
    plan.kind = kindOf("map");
    model::Map map;
    map.measure = "product";
    map.x = {.parameter = "weight", .from = 0, .to = 12, .count = 13};
    map.y = {.parameter = "bias", .from = -6, .to = 0, .count = 7};
    plan.start.question.map = map;
    plan.parameter = movement.parameter;
    plan.from = movement.from;
    plan.to = movement.to;
    plan.frames = frames;
    return plan;
}

std::vector<Figure> drawn(const figures::AnimationPlan& plan)
{
    std::atomic<int> done = 0;
    const Result<std::vector<Figure>> figures = figures::animate(plan, {}, done);
    EXPECT_TRUE(figures) << plainText(figures.error().what);
    EXPECT_EQ(done, plan.frames);
    return figures ? *figures : std::vector<Figure>();
}

const ColourMap& coloursOf(const Figure& figure)
{
    return std::get<ColourMap>(figure.panels.front().elements.front());
}

std::pair<double, double> crossOf(const Figure& figure)
{
    for (const figures::Element& element : figure.panels.front().elements)
        if (const auto* points = std::get_if<figures::Points>(&element);
            points && points->role == figures::Role::current)
            return {points->x.front(), points->y.front()};
    ADD_FAILURE() << "no cross";
    return {};
}

TEST(MovingMap, TheCrossGoesWhereBothParametersGo)
{
    figures::AnimationPlan plan = film(moving("weight", 1, 11), 6);
    plan.along = {moving("bias", 0, -5)};
    const std::vector<Figure> figures = drawn(plan);
    ASSERT_EQ(figures.size(), 6u);
    for (int i = 0; i < 6; ++i) {
        const auto [weight, bias] = crossOf(figures[static_cast<std::size_t>(i)]);
        EXPECT_NEAR(weight, 1 + 2 * i, 1e-12);
        EXPECT_NEAR(bias, -i, 1e-12);
        EXPECT_EQ(coloursOf(figures[static_cast<std::size_t>(i)]), coloursOf(figures.front())) << "the same cells";
    }
}

TEST(MovingMap, CellsThatAreThereAreNotComputedAgain)
{
    figures::AnimationPlan plan = film(moving("weight", 1, 11), 3);
    results::MapCells cells = maps::computeMap(maps::CellSource(plan.start, *plan.start.question.map));
    cells.cells.front() = {.value = 7, .count = 1, .mark = results::CellMark::none}; // no film would find it
    plan.map = std::make_shared<const results::MapCells>(cells);
    for (const Figure& figure : drawn(plan))
        EXPECT_EQ(coloursOf(figure).values.front(), 7);
    plan = film(moving("depth", 3, 4), 2); // of other depths they are others
    plan.map = std::make_shared<const results::MapCells>(cells);
    for (const Figure& figure : drawn(plan))
        EXPECT_NE(coloursOf(figure).values.front(), 7);
}

TEST(MovingMap, TheCellsFollowAThirdParameter)
{
    const std::vector<Figure> figures = drawn(film(moving("depth", 1, 5), 5));
    ASSERT_EQ(figures.size(), 5u);
    for (int depth = 1; depth <= 5; ++depth) {
        model::Document own = film(moving("depth", 1, 5), 5).start;
        own.scenario.depth = depth;
        const results::MapCells cells = maps::computeMap(maps::CellSource(own, *own.question.map));
        const ColourMap& colours = coloursOf(figures[static_cast<std::size_t>(depth - 1)]);
        for (std::size_t i = 0; i < cells.cells.size(); ++i)
            if (cells.cells[i].mark == results::CellMark::none) {
                EXPECT_EQ(colours.values[i], cells.cells[i].value) << depth << ' ' << i;
            }
        EXPECT_EQ(colours.upper, coloursOf(figures.front()).upper);
        EXPECT_EQ(colours.lower, coloursOf(figures.front()).lower);
    }
    EXPECT_GT(coloursOf(figures.front()).upper, 2) << "as far as the deepest needs";
}

TEST(MovingMap, OtherFiguresStandBesideItInEveryFrame)
{
    figures::AnimationPlan plan = film(moving("weight", 1, 11), 4);
    plan.beside = {kindOf("factors"), kindOf("learning_speed")};
    const std::vector<Figure> figures = drawn(plan);
    ASSERT_EQ(figures.size(), 12u);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        EXPECT_EQ(figures[i].id, figures[i % 3].id);
        EXPECT_EQ(figures[i].panels.front().y.upper, figures[i % 3].panels.front().y.upper) << "the axes hold still";
    }
    EXPECT_NE(figures[1].caption, figures[10].caption);
}

TEST(MovingMap, OfATrainingTheCrossMovesByItsChanges)
{
    figures::AnimationPlan plan = film(moving("weight", 0, 1), 4);
    plan.parameter = nullptr;
    plan.start.scenario.epochs = 30;
    std::atomic<int> done = 0;
    const Result<std::vector<Figure>> still = figures::animate(plan, {}, done);
    ASSERT_FALSE(still);
    EXPECT_NE(plainText(still.error().what).find("Nothing on this map moves"), std::string::npos);
    plan.start.question.map->measure = "trained_cost";
    plan.start.question.map->x = {.parameter = "learning_rate", .from = 0, .to = 2, .count = 3};
    plan.start.question.map->y = {.parameter = "depth", .from = 1, .to = 5, .count = 5};
    plan.start.scenario.learningRate = 1;
    plan.start.scenario.changes = {{.step = 15, .key = "learning_rate", .value = 2}};
    const std::vector<Figure> figures = drawn(plan);
    ASSERT_EQ(figures.size(), 4u);
    EXPECT_EQ(crossOf(figures.front()).first, 1);
    EXPECT_EQ(crossOf(figures.back()).first, 2);
}

TEST(MovingMap, WithoutAMapItIsASentence)
{
    figures::AnimationPlan plan = film(moving("weight", 1, 11), 3);
    plan.start.question.map.reset();
    std::atomic<int> done = 0;
    const Result<std::vector<Figure>> figures = figures::animate(plan, {}, done);
    ASSERT_FALSE(figures);
    EXPECT_NE(plainText(figures.error().what).find("needs a map"), std::string::npos);
    plan = film(moving("weight", 1, 11), 3);
    plan.start.question.map->x.to = plan.start.question.map->x.from;
    EXPECT_FALSE(figures::animate(plan, {}, done)) << "a map that asks for nothing";
}

} // namespace moving_map_test
} // namespace deltascope
