// SPDX-License-Identifier: GPL-3.0-or-later
// How the band over seeds is drawn beside the learning speeds: where it has gaps, what is said of them, and what
// stands for neighbours where layers outnumber pixels.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "results/seeds_band.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::figures {
namespace seeds_band_figure_test {

/// A band whose layer l lies between −l − 1 and −l + 1, with its median at −l.
results::SeedsBand bandOf(int depth)
{
    results::SeedsBand band{10, 10, 10, {}};
    for (int layer = 1; layer <= depth; ++layer) {
        const double middle = -layer;
        const results::SpeedQuantiles quantiles{{1, middle - 1}, {1, middle}, {1, middle + 1}};
        band.layers.push_back({quantiles, quantiles, quantiles, quantiles});
    }
    return band;
}

Figure drawn(const std::optional<results::SeedsBand>& band, int depth)
{
    model::Document document;
    document.scenario.depth = depth;
    document.scenario.initializer = "standard_normal";
    document.question.layer = 0;
    const FigureKind* kind = findKind(figuresRegistry(), "learning_speed");
    results::Snapshot snapshot = results::computeSnapshot(document, results::needs<evaluation::Evaluation>());
    if (band)
        snapshot.put<results::SeedsBand>(std::make_shared<const results::SeedsBand>(*band));
    Figure figure = kind->build(snapshot, document.question, document.view);
    for (const std::string& fault : faultsOf(figure))
        ADD_FAILURE() << fault;
    return figure;
}

std::vector<Band> bandsIn(const Figure& figure)
{
    std::vector<Band> bands;
    for (const Element& element : figure.panels.front().elements)
        if (const Band* band = std::get_if<Band>(&element))
            bands.push_back(*band);
    return bands;
}

bool says(const Figure& figure, const std::string& sentence)
{
    return std::any_of(
        figure.notes.begin(), figure.notes.end(), [&](const Message& note) { return plainText(note) == sentence; });
}

TEST(SeedsBandFigure, WaitsForTheBandOfThisDepth)
{
    for (const std::optional<results::SeedsBand>& band :
        {std::optional<results::SeedsBand>(), std::optional(bandOf(3))}) {
        const Figure figure = drawn(band, 4);
        EXPECT_TRUE(bandsIn(figure).empty());
        EXPECT_TRUE(says(figure, "The band over seeds is being computed."));
    }
}

TEST(SeedsBandFigure, HasTheQuantilesAsEdgesAndTheMedianBetween)
{
    const Figure figure = drawn(bandOf(4), 4);
    const std::vector<Band> bands = bandsIn(figure);
    ASSERT_EQ(bands.size(), 1u);
    EXPECT_EQ(plainText(bands[0].name), "bias ‖δˡ‖: 5–95 % of 10 seeds");
    EXPECT_EQ(bands[0].x, (std::vector<double>{1, 2, 3, 4}));
    EXPECT_EQ(bands[0].lower, (std::vector<double>{-2, -3, -4, -5}));
    EXPECT_EQ(bands[0].upper, (std::vector<double>{0, -1, -2, -3}));
    const Line* median = findElement<Line>(figure.panels.front(), "bias ‖δˡ‖: median");
    ASSERT_NE(median, nullptr);
    EXPECT_TRUE(median->dashed);
    ASSERT_EQ(median->y.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR(median->y[i], -static_cast<double>(i + 1), 1e-12);
}

TEST(SeedsBandFigure, IsOpenWhereAnEdgeHasNoLogarithm)
{
    results::SeedsBand band = bandOf(7);
    band.layers[0].normOfMean.p05 = {};
    band.layers[2].normOfMean.p05 = {};
    band.layers[4].normOfMean.p95 = {1, 1e18}; // an exponent that has saturated: no number to draw
    const Figure figure = drawn(band, 7);
    const std::vector<Band> bands = bandsIn(figure);
    ASSERT_EQ(bands.size(), 3u);
    EXPECT_EQ(plainText(bands[0].name), "bias ‖δˡ‖: 5–95 % of 10 seeds");
    EXPECT_TRUE(bands[1].name.empty() && bands[2].name.empty()) << "one entry in the legend";
    EXPECT_EQ(bands[0].x, (std::vector<double>{1.9, 2.1})) << "a single layer gets a width that can be seen";
    EXPECT_EQ(bands[0].lower, (std::vector<double>{-3, -3}));
    EXPECT_EQ(bands[0].upper, (std::vector<double>{-1, -1}));
    EXPECT_EQ(bands[1].x, (std::vector<double>{3.9, 4.1}));
    EXPECT_EQ(bands[2].x, (std::vector<double>{6, 7}));
    EXPECT_TRUE(
        says(figure, "bias ‖δˡ‖ is exactly 0 in layers 1, 3 for 5 % or more of the networks: no band is drawn there."));
}

TEST(SeedsBandFigure, AMedianWithoutALogarithmLeavesAGap)
{
    results::SeedsBand band = bandOf(5);
    band.layers[1].normOfMean.p05 = band.layers[1].normOfMean.median = {};
    band.layers[3].normOfMean.median = {1, -1e18};
    const Figure figure = drawn(band, 5);
    const Line* median = findElement<Line>(figure.panels.front(), "bias ‖δˡ‖: median");
    ASSERT_NE(median, nullptr);
    EXPECT_EQ(median->x, (std::vector<double>{1, 3, 5}));
    EXPECT_TRUE(median->markers) << "between gaps a line would not be seen";
}

TEST(SeedsBandFigure, SaysHowManySeedsItIsOf)
{
    results::SeedsBand band = bandOf(4);
    band.done = 3;
    const Figure refined = drawn(band, 4);
    EXPECT_EQ(plainText(bandsIn(refined)[0].name), "bias ‖δˡ‖: 5–95 % of 3 seeds");
    EXPECT_TRUE(says(refined, "3 of 10 seeds so far."));
    band.done = 10;
    band.asked = 200;
    EXPECT_TRUE(says(drawn(band, 4), "For so deep a network only 10 of the 200 seeds are used."));
}

TEST(SeedsBandFigure, GroupsOfLayersKeepTheirFarthestEdges)
{
    constexpr int depth = 1602; // groups of 3
    results::SeedsBand band = bandOf(depth);
    for (results::LayerBand& layer : band.layers)
        layer.normOfMean = {{1, -1}, {1, 0}, {1, 1}};
    band.layers[601].normOfMean.p05.log10 = -7; // the second of its group
    band.layers[602].normOfMean.p95.log10 = 9; // the third
    const std::vector<Band> bands = bandsIn(drawn(band, depth));
    ASSERT_EQ(bands.size(), 1u);
    const Band& drawnBand = bands[0];
    ASSERT_EQ(drawnBand.x.size(), 535u) << "534 groups and the last layer";
    EXPECT_EQ(drawnBand.x.front(), 1);
    EXPECT_EQ(drawnBand.x[200], 601);
    EXPECT_EQ(drawnBand.x.back(), depth);
    for (std::size_t i = 0; i < drawnBand.x.size(); ++i) {
        EXPECT_EQ(drawnBand.lower[i], i == 200 ? -7 : -1) << i;
        EXPECT_EQ(drawnBand.upper[i], i == 200 ? 9 : 1) << i;
    }
}

} // namespace seeds_band_figure_test
} // namespace deltascope::figures
