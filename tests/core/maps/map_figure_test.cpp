// SPDX-License-Identifier: GPL-3.0-or-later
// The figure of a map: its contours against the chapter's closed form, its words against the cells.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "documents/map_json.h"
#include "figures/figure_kind.h"
#include "maps/checked_map.h"
#include "maps/map_computation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope {
namespace map_figure_test {

struct Drawn {
    results::MapCells cells;
    figures::Figure figure;
};

Drawn drawn(
    const model::Scenario& scenario, const char* measure, std::initializer_list<const char*> axes, int seeds = 1)
{
    documents::MapQuestion question;
    question.document.scenario = scenario;
    question.map.seeds = seeds;
    EXPECT_FALSE(documents::putTypedMeasure(question.map, measure));
    for (const char* typed : axes)
        (typed == *axes.begin() ? question.map.x : question.map.y.emplace()) = *documents::typedAxis(typed, 31);
    const std::optional<Error> problem = maps::problemOf(question.document, question.map);
    EXPECT_FALSE(problem) << plainText(problem->what);
    results::Snapshot snapshot;
    snapshot.scenario = scenario;
    const auto cells =
        std::make_shared<const results::MapCells>(maps::computeMap(maps::CellSource(question.document, question.map)));
    snapshot.put(cells);
    const figures::FigureKind* kind = findKind(figures::figuresRegistry(), "map");
    return {*cells, kind->build(snapshot, {}, {})};
}

template <class Type>
std::vector<const Type*> elementsOf(const figures::Figure& figure)
{
    std::vector<const Type*> found;
    for (const figures::Element& element : figure.panels.front().elements)
        if (const auto* one = std::get_if<Type>(&element))
            found.push_back(one);
    return found;
}

TEST(MapFigure, TheBalancedContourIsWhereTheChapterSaysItIs)
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.input = 0; // z = b
    const Drawn map = drawn(scenario, "factor:layer=1", {"weight=1:25:97", "bias=-6:6:121"});
    EXPECT_EQ(faultsOf(map.figure), std::vector<std::string>());
    const figures::Line* balanced = nullptr;
    for (const figures::Line* line : elementsOf<figures::Line>(map.figure))
        if (line->role == figures::Role::selected)
            balanced = line;
    ASSERT_NE(balanced, nullptr);
    ASSERT_GT(balanced->x.size(), 50u);
    double furthest = 0;
    for (std::size_t i = 0; i < balanced->x.size(); ++i) {
        const double w = balanced->x[i], z = std::abs(balanced->y[i]);
        const double slope = 1 / (2 + 2 * std::cosh(z));
        EXPECT_NEAR(w * slope, 1, 0.03) << w; // to a pixel of the map
        if (w > 4.5) {
            EXPECT_NEAR(z, 2 * std::acosh(std::sqrt(w) / 2), 0.05) << w;
        }
        furthest = std::max(furthest, w);
    }
    EXPECT_NEAR(furthest, 25, 1e-9);
}

TEST(MapFigure, SaysWhatItsCellsAre)
{
    model::Scenario scenario;
    scenario.initializer = "mean_field";
    const Drawn curve = drawn(scenario, "product", {"gain=0.5:3"}, 9);
    EXPECT_EQ(faultsOf(curve.figure), std::vector<std::string>());
    EXPECT_EQ(elementsOf<figures::Band>(curve.figure).size(), 1u);
    const figures::Line& line = *elementsOf<figures::Line>(curve.figure).front();
    ASSERT_EQ(line.y.size(), curve.cells.cells.size());
    double least = 1e300, most = -1e300;
    for (std::size_t i = 0; i < line.y.size(); ++i) {
        EXPECT_EQ(line.y[i], curve.cells.cells[i].value);
        least = std::min(least, line.y[i]);
        most = std::max(most, line.y[i]);
    }
    ASSERT_EQ(curve.figure.caption.arguments.size(), 3u);
    EXPECT_EQ(std::get<Magnitude>(curve.figure.caption.arguments[1].value).log10, least);
    EXPECT_EQ(std::get<Magnitude>(curve.figure.caption.arguments[2].value).log10, most);
    EXPECT_EQ(plainText(curve.figure.notes.back()), "Each cell: the median of 9 seeds.");
}

TEST(MapFigure, WhatHasNoValueIsMarkedAndCounted)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.activation = scenario.outputActivation = "relu";
    const Drawn map = drawn(scenario, "product", {"weight=0.5:2:4", "bias=-3:3:7"});
    EXPECT_EQ(faultsOf(map.figure), std::vector<std::string>());
    const figures::ColourMap& colours = *elementsOf<figures::ColourMap>(map.figure).front();
    int dead = 0;
    for (std::size_t i = 0; i < map.cells.cells.size(); ++i) {
        const bool none = map.cells.cells[i].mark != results::CellMark::none;
        EXPECT_EQ(figures::markOf(colours, static_cast<int>(i)) != nullptr, none);
        dead += none ? 1 : 0;
    }
    ASSERT_GT(dead, 0);
    EXPECT_EQ(plainText(map.figure.notes.front()), "Dead, exactly 0: " + std::to_string(dead) + " of 28 cells.");
    model::Scenario narrow; // |w σ′| passes 1 from w = 4 on, but for b far off at no input in [0, 1]
    narrow.depth = 1;
    const Drawn width = drawn(narrow, "explosion_width", {"weight=2:8:3", "bias=-30:0:2"});
    EXPECT_EQ(wordOf(width.cells.cells[0].mark), "zero");
    EXPECT_EQ(width.cells.cells[5].mark, results::CellMark::none);
    EXPECT_EQ(plainText(width.figure.notes.front()), "In 4 of 6 cells it is exactly 0.");
    const Drawn rows = drawn(scenario, "product", {"weight=0.5:2:4", "activation=all"});
    EXPECT_EQ(faultsOf(rows.figure), std::vector<std::string>());
    EXPECT_EQ(rows.figure.panels.front().y.names.size(), static_cast<std::size_t>(rows.cells.map.rows()));
}

} // namespace map_figure_test
} // namespace deltascope
