// SPDX-License-Identifier: GPL-3.0-or-later
// What the presets with maps tell the user to look for, from the maps themselves.
#include "base/registry.h"
#include "documents/preset_json.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "maps/map_computation.h"
#include "reports/map_text.h"
#include "theory/mean_field/fixed_points.h"
#include "theory/mean_field/mean_field.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <vector>

namespace deltascope::lessons {
namespace map_claims_test {

using results::MapCell;
using results::MapCells;

model::Document preset(const std::string& id)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/presets/" + id + ".json").rdbuf();
    const Result<documents::Preset> read = documents::readPreset(id, text.str());
    EXPECT_TRUE(read) << id << ": " << (read ? "" : plainText(read.error().what));
    return read ? read->document : model::Document{};
}

MapCells computed(const model::Document& document)
{
    const std::optional<Error> problem = maps::problemOf(document, *document.question.map);
    EXPECT_FALSE(problem) << plainText(problem->what);
    return maps::computeMap(maps::CellSource(document, *document.question.map));
}

bool isAbove(const MapCell& cell, double value)
{
    return cell.mark == results::CellMark::none && cell.value >= value;
}

/// The share of a row or column of cells that lie above.
double shareAbove(const MapCells& map, int column)
{
    int above = 0;
    for (int row = 0; row < map.map.rows(); ++row)
        above += isAbove(map.at(column, row), 0);
    return static_cast<double>(above) / map.map.rows();
}

int columnAt(const MapCells& map, double value)
{
    return static_cast<int>(std::lround(maps::placeOf(map.map.x, value)));
}

TEST(MapClaims, AGradientSurvivesOnARidge)
{
    const MapCells map = computed(preset("where_it_survives"));
    int above = 0;
    for (int row = 0; row < map.map.rows(); ++row)
        for (int column = 0; column < map.map.columns(); ++column)
            if (isAbove(map.at(column, row), 0)) {
                ++above;
                EXPECT_GT(maps::positionAt(map.map.x, column), 5);
            }
    EXPECT_NEAR(100.0 * above / static_cast<double>(map.cells.size()), 2, 0.5);
}

TEST(MapClaims, FewInputsKeepTheirGradient)
{
    const MapCells map = computed(preset("narrow_inputs"));
    EXPECT_NEAR(100 * shareAbove(map, columnAt(map, 6)), 16, 1);
    EXPECT_NEAR(100 * shareAbove(map, columnAt(map, 20)), 6, 1);
}

TEST(MapClaims, TheTwoFactorsMeetInAWindow)
{
    const MapCells map = computed(preset("two_factors"));
    EXPECT_EQ(shareAbove(map, columnAt(map, 3.9)), 0);
    EXPECT_GT(shareAbove(map, columnAt(map, 4.2)), 0);
    double widest = 0;
    std::vector<double> where; // the curve is flat there, and the map has rows
    for (int column = 0; column < map.map.columns(); ++column) {
        const double share = shareAbove(map, column);
        if (share > widest)
            where.clear();
        widest = std::max(widest, share);
        if (share == widest)
            where.push_back(maps::positionAt(map.map.x, column));
    }
    EXPECT_NEAR(widest, 0.45, 0.01);
    EXPECT_NEAR((where.front() + where.back()) / 2, 6.9, 0.5);
}

TEST(MapClaims, TheMeasuredBalanceFollowsTheLineOfTheory)
{
    const model::Document document = preset("order_and_chaos");
    ASSERT_EQ(document.question.map->lines.size(), 1u);
    const model::MapLine& line = document.question.map->lines.front();
    const activations::Activation& tanh = *findKind(activations::activationsRegistry(), "tanh");
    for (std::size_t i = 1; i < line.x.size(); ++i)
        EXPECT_NEAR(mean_field::fixedPoint(tanh, {line.x[i] * line.x[i], line.y[i] * line.y[i]}).factor, 1, 1e-3)
            << line.y[i];
    const auto critical = [&](double deviation) { // σ_w at this σ_b
        const auto above = std::ranges::lower_bound(line.y, deviation);
        const auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, above - line.y.begin()));
        const double share = (deviation - line.y[i - 1]) / (line.y[i] - line.y[i - 1]);
        return line.x[i - 1] + share * (line.x[i] - line.x[i - 1]);
    };
    const MapCells map = computed(document);
    int right = 0, counted = 0;
    for (int row = 0; row < map.map.rows(); ++row)
        for (int column = 0; column < map.map.columns(); ++column) {
            const double distance = maps::positionAt(map.map.x, column) - critical(maps::positionAt(*map.map.y, row));
            const double decades = map.at(column, row).value;
            if (std::abs(distance) < 0.2) {
                EXPECT_LT(std::abs(decades), 2.5) << "near the line the two learn about alike";
                continue;
            }
            ++counted;
            right += (decades > 0) == (distance > 0);
        }
    EXPECT_GT(counted, 500);
    EXPECT_GE(right, 0.99 * counted);
}

// The map that is shipped, computed by
//     deltascope-cli map --of trained_accuracy --over gain=1:2:17 --over depth=4:48:12 --preset trainability --out FILE
TEST(MapClaims, NetworksAreTrainableToSixCorrelationLengths)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/maps/trainability.json").rdbuf();
    const Result<reports::SavedMap> shipped = reports::readMapJson(text.str());
    ASSERT_TRUE(shipped) << plainText(shipped.error().what);
    const MapCells& map = shipped->map;
    const model::Document document = preset("trainability");
    EXPECT_EQ(shipped->document.scenario, document.scenario);
    EXPECT_EQ(map.map, *document.question.map);
    const activations::Activation& tanh = *findKind(activations::activationsRegistry(), "tanh");
    const auto reach = [&](double deviation) { // 6ξ
        return 6 / std::abs(std::log(mean_field::fixedPoint(tanh, {deviation * deviation, 0.05}).factor));
    };
    constexpr double kPublished[][2] = {{1, 3.63}, {1.3, 7.83}, {1.5, 15.8}, {2, 21.5}, {2.5, 8.0}, {3, 5.3}, {4, 3.4}};
    for (const auto& [variance, xi] : kPublished)
        EXPECT_NEAR(reach(std::sqrt(variance)) / 6, xi, 0.006 * xi);
    const model::MapLine& line = map.map.lines.front();
    for (std::size_t i = 0; i < line.x.size(); ++i)
        EXPECT_NEAR(line.y[i], reach(line.x[i]), 0.01 * line.y[i]) << line.x[i];
    for (int row = 0; row < map.map.rows(); ++row)
        for (int column = 0; column < map.map.columns(); ++column) {
            const double gain = maps::positionAt(map.map.x, column), depth = maps::positionAt(*map.map.y, row);
            const double accuracy = map.at(column, row).value;
            if (depth < 0.6 * std::min(reach(gain), 33.0)) {
                EXPECT_GT(accuracy, 0.95) << gain << ' ' << depth;
            }
            if (depth > 1.6 * reach(gain)) {
                EXPECT_LT(accuracy, 0.4) << gain << ' ' << depth;
            }
        }
}

/// A point of the descents that the paper's figure shows, on E = (σ(x₅₀) − 0.7)² over the shared w and b.
struct Descent {
    double w = 6.5, b = -2.6;

    /// η = 0.3 along the gradient, shortened to `clip`; returns how far that was.
    double step(double clip)
    {
        double a = 0.6224593312018546, byW = 0, byB = 0;
        for (int t = 0; t < 50; ++t) {
            const double next = 1 / (1 + std::exp(-(w * a + b))), slope = next * (1 - next);
            byW = slope * (a + w * byW);
            byB = slope * (1 + w * byB);
            a = next;
        }
        const double gradientW = 2 * (a - 0.7) * byW, gradientB = 2 * (a - 0.7) * byB;
        const double size = std::hypot(gradientW, gradientB), scale = 0.3 * std::min(1.0, clip / size);
        w -= scale * gradientW;
        b -= scale * gradientB;
        return scale * size;
    }
};

TEST(MapClaims, DescentIsThrownOverTheWallUnlessItIsClipped)
{
    const model::Document document = preset("wall");
    const std::vector<model::MapLine>& lines = document.question.map->lines;
    ASSERT_EQ(lines.size(), 2u);
    double largest = 0;
    for (const bool clipped : {false, true}) {
        const model::MapLine& line = lines[clipped ? 1 : 0];
        Descent descent;
        largest = 0;
        for (std::size_t i = 0; i + 1 < line.x.size(); ++i) {
            EXPECT_NEAR(line.x[i], descent.w, 1e-3) << i;
            EXPECT_NEAR(line.y[i], descent.b, 1e-3) << i;
            largest = std::max(largest, descent.step(clipped ? 1 : INFINITY));
        }
        if (!clipped) {
            EXPECT_NEAR(largest, 20, 0.5);
        }
    }
    EXPECT_NEAR(largest, 0.3, 1e-9) << "η times the norm to which it is clipped";
    for (std::size_t i = 0; i < lines[1].x.size(); ++i)
        EXPECT_TRUE(lines[1].x[i] > 4 && lines[1].x[i] < 7 && lines[1].y[i] > -3.3 && lines[1].y[i] < -1.6) << i;
    const MapCells map = computed(document);
    double steepest = 0; // between neighbours on the map: the wall
    for (int row = 0; row + 1 < map.map.rows(); ++row)
        for (int column = 0; column < map.map.columns(); ++column)
            steepest = std::max(steepest, std::abs(map.at(column, row + 1).value - map.at(column, row).value));
    EXPECT_GT(steepest, 0.15) << "of a cost between 0 and ½·0.7²";
}

TEST(MapClaims, MomentumAndScaleNeedEachOther)
{
    const MapCells map = computed(preset("momentum_and_scale"));
    const auto least = [&](const auto& counts) {
        double cost = INFINITY;
        for (int row = 0; row < map.map.rows(); ++row)
            for (int column = 0; column < map.map.columns(); ++column)
                if (counts(maps::positionAt(map.map.x, column), maps::positionAt(*map.map.y, row)))
                    cost = std::min(cost, map.at(column, row).value);
        return cost;
    };
    EXPECT_LT(least([](double, double) { return true; }), 0.08);
    EXPECT_LT(least([](double momentum, double scale) {
        return std::abs(momentum - 0.9) < 0.01 && std::abs(std::log2(scale / 0.5)) < 0.6;
    }),
        0.08);
    EXPECT_GT(least([](double momentum, double) { return momentum == 0; }), 0.3);
    EXPECT_GT(least([](double, double scale) { return scale <= 0.0885; }), 0.37);
    EXPECT_GT(least([](double, double scale) { return scale >= 1.7; }), 0.37);
}

TEST(MapClaims, DeeperNetworksNeedSmallerRates)
{
    const MapCells map = computed(preset("learning_rate"));
    const auto bestRate = [&](int row) {
        int best = 0;
        for (int column = 1; column < map.map.columns(); ++column)
            if (map.at(column, row).value < map.at(best, row).value)
                best = column;
        return maps::positionAt(map.map.x, best);
    };
    const int deepest = map.map.rows() - 1;
    EXPECT_LT(bestRate(deepest), bestRate(2));
    for (int row = 2; row <= deepest; ++row) {
        const double best = map.at(columnAt(map, bestRate(row)), row).value;
        EXPECT_GT(map.at(0, row).value, best + 0.01) << "too small";
        EXPECT_GT(map.at(map.map.columns() - 1, row).value, 2 * best) << "too large";
    }
}

/// Of the preset's map a few rows.
MapCells ofDepths(const std::string& id, int from, int to, int count)
{
    model::Document document = preset(id);
    document.question.map->y->from = from;
    document.question.map->y->to = to;
    document.question.map->y->count = count;
    return computed(document);
}

double leastOf(const MapCells& map, int row)
{
    double least = 1;
    for (int column = 0; column < map.map.columns(); ++column)
        if (const MapCell& cell = map.at(column, row); cell.mark == results::CellMark::none)
            least = std::min(least, cell.value);
    return least;
}

TEST(MapClaims, MomentumLearnsAsATenfoldRateAndReachesFurther)
{
    const MapCells plain = ofDepths("learning_rate", 4, 8, 2), momentum = ofDepths("learning_rate_momentum", 4, 8, 2);
    for (int column = 0; column < 17; ++column)
        EXPECT_NEAR(maps::positionAt(plain.map.x, column), 10 * maps::positionAt(momentum.map.x, column),
            1e-9 * maps::positionAt(plain.map.x, column));
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 6; ++column) // the left flank
            EXPECT_NEAR(momentum.at(column, row).value, plain.at(column, row).value, 0.004) << column << ' ' << row;
    EXPECT_LT(leastOf(momentum, 0), 0.005) << "four layers learn the spiral";
    for (int row = 0; row < 2; ++row)
        EXPECT_GT(leastOf(plain, row), 0.05) << "which plain descent does not";
}

TEST(MapClaims, NesterovSavesSomeThatMomentumThrowsAway)
{
    const MapCells momentum = ofDepths("learning_rate_momentum", 5, 7, 2);
    const MapCells nesterov = ofDepths("learning_rate_nesterov", 5, 7, 2);
    ASSERT_EQ(momentum.map.x, nesterov.map.x);
    int saved = 0;
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 9; ++column)
            EXPECT_NEAR(nesterov.at(column, row).value, momentum.at(column, row).value, 0.003) << column << ' ' << row;
        for (int column = 9; column < 17; ++column)
            saved += nesterov.at(column, row).value < 0.08 && momentum.at(column, row).value > 0.1;
    }
    EXPECT_GE(saved, 2);
}

TEST(MapClaims, AdamsValleyIsWideAndReachesToEightLayers)
{
    const MapCells map = ofDepths("learning_rate_adam", 4, 8, 3);
    for (int row = 0; row < 3; ++row) {
        int best = 0, low = 0;
        for (int column = 0; column < map.map.columns(); ++column) {
            best = map.at(column, row).value < map.at(best, row).value ? column : best;
            low += map.at(column, row).value < 0.05;
        }
        EXPECT_LT(map.at(best, row).value, 0.01) << row;
        EXPECT_LT(std::abs(std::log10(maps::positionAt(map.map.x, best) / 0.03)), 0.6) << row;
        EXPECT_GE(low, 5) << "a decade of rates";
    }
}

} // namespace map_claims_test
} // namespace deltascope::lessons
