// SPDX-License-Identifier: GPL-3.0-or-later
// What is shared or left out changes no bit: parts of an evaluation, networks as columns of one pass, drawn numbers.
#include "base/registry.h"
#include "evaluation/column_networks.h"
#include "network/drawn_normals.h"
#include "network/initializer.h"
#include "numerics/column.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace deltascope {
namespace column_networks_test {

using evaluation::Evaluation;
using evaluation::LayerEvaluation;
using evaluation::Parts;

model::Scenario randomScenario(std::mt19937_64& random)
{
    const auto pick = [&](auto... choices) {
        const std::common_type_t<decltype(choices)...> all[] = {choices...};
        return all[random() % sizeof...(choices)];
    };
    const auto between = [&](double lower, double upper) {
        return lower + (upper - lower) * static_cast<double>(random() >> 11) * 0x1p-53;
    };
    model::Scenario scenario;
    scenario.depth = static_cast<int>(1 + random() % 40);
    scenario.width = pick(1, 1, 3, 8, 16, 24, 64);
    scenario.inputs = scenario.width == 1 ? 1 : pick(1, 2, 8, 16, 130);
    scenario.outputs = scenario.width == 1 ? 1 : pick(1, 3, 8);
    scenario.activation = pick("sigmoid", "tanh", "relu", "softsign", "gelu", "identity");
    scenario.outputActivation = pick("sigmoid", "tanh", "identity");
    scenario.initializer = scenario.width == 1
        ? pick("constant", "mean_field", "standard_normal")
        : pick("mean_field", "he_normal", "standard_normal", "glorot_uniform", "orthogonal", "sparse", "constant");
    scenario.residual = pick(0, 0, 1) * between(0, 1);
    scenario.weight = pick(1, 1, 30) * between(-12, 12);
    scenario.gain = between(0, 4);
    scenario.data = pick("constant", "gaussian");
    scenario.seed = static_cast<std::int64_t>(random() % 1000);
    if (scenario.depth > 2 && random() % 4 == 0)
        scenario.layers = {{2, 0.5, {}}, {3, {}, -0.25}};
    return scenario;
}

void expectSameSpeeds(const Evaluation& one, const Evaluation& other)
{
    for (int layer = 1; layer <= one.depth(); ++layer) {
        EXPECT_EQ(one.layer(layer).speed.normOfMean, other.layer(layer).speed.normOfMean) << layer;
        EXPECT_EQ(one.layer(layer).speed.rms, other.layer(layer).speed.rms) << layer;
        EXPECT_EQ(one.layer(layer).delta, other.layer(layer).delta) << layer;
    }
}

void expectSameFactors(const Evaluation& one, const Evaluation& other)
{
    EXPECT_EQ(one.product, other.product);
    for (int layer = 1; layer <= one.depth(); ++layer) {
        EXPECT_EQ(one.layer(layer).factor, other.layer(layer).factor) << layer;
        EXPECT_EQ(one.layer(layer).bias, other.layer(layer).bias) << layer;
        EXPECT_EQ(one.layer(layer).weightedInput, other.layer(layer).weightedInput) << layer;
    }
}

void expectSameStatistics(const Evaluation& one, const Evaluation& other)
{
    for (int layer = 1; layer <= one.depth(); ++layer) {
        EXPECT_EQ(one.layer(layer).z, other.layer(layer).z) << layer;
        EXPECT_EQ(one.layer(layer).a, other.layer(layer).a) << layer;
        EXPECT_EQ(one.layer(layer).derivative, other.layer(layer).derivative) << layer;
    }
}

TEST(EvaluationParts, HaveTheBitsOfTheWhole)
{
    std::mt19937_64 random(20);
    for (int i = 0; i < 150; ++i) {
        model::Scenario scenario = randomScenario(random);
        if (i % 5 == 0)
            scenario.initializer = "balanced";
        if (i % 7 == 0)
            scenario.examples = 4;
        const data::Dataset data = *data::makeDataset(scenario);
        const network::Network network(scenario, data);
        const Evaluation whole = evaluation::evaluate(scenario, data);
        const auto part = [&](Parts parts) { return *evaluation::evaluate(scenario, data, network, {}, {}, parts); };
        EXPECT_EQ(part({}), whole);
        const Evaluation speeds = part(evaluation::kSpeeds);
        expectSameSpeeds(speeds, whole);
        for (int layer = 1; layer <= whole.depth(); ++layer)
            if (!whole.layer(whole.depth()).speed.normOfMean.isZero()
                && !whole.layer(layer).speed.normOfMean.isZero()) {
                EXPECT_EQ(evaluation::speedRatio(speeds, layer, whole.depth()),
                    evaluation::speedRatio(whole, layer, whole.depth()));
            }
        expectSameFactors(part(evaluation::kFactors), whole);
        expectSameStatistics(part(evaluation::kStatistics), whole);
        EXPECT_EQ(part(evaluation::kCost).cost, whole.cost);
        EXPECT_TRUE(part(evaluation::kNothing).layers.front().speed.normOfMean.isZero());
    }
}

TEST(ColumnNetworks, HaveTheBitsOfEachAlone)
{
    std::mt19937_64 random(64);
    int together = 0;
    for (int i = 0; i < 150; ++i) {
        const model::Scenario scenario = randomScenario(random);
        constexpr Parts kAll{.statistics = true, .factors = true, .speeds = true, .cost = true, .others = false};
        if (!evaluation::canBeColumns(scenario, kAll))
            continue;
        std::vector<model::Scenario> cells;
        for (int x = 0; x < 13; ++x) {
            cells.push_back(scenario);
            cells.back().bias = (x - 6) * (x % 4 == 0 ? 90 : 0.7);
            cells.back().biasDeviation = x * 0.3;
            cells.back().input = x * 0.11 - 0.5;
            cells.back().target = x * 0.05;
            cells.back().meanSquare = 0.1 * (x + 1);
        }
        std::vector<const model::Scenario*> scenarios;
        std::vector<data::Dataset> data;
        for (const model::Scenario& cell : cells) {
            scenarios.push_back(&cell);
            data.push_back(*data::makeDataset(cell));
        }
        const network::DrawnNormals drawn(scenario.seed, network::structureOf(scenario));
        const bool draws = findKind(network::initializersRegistry(), scenario.initializer)->normalWeights && i % 2 == 0;
        const evaluation::ColumnNetworks networks(scenarios, data, kAll, draws ? &drawn : nullptr);
        if (!networks.apart())
            continue;
        ++together;
        Evaluation column;
        for (std::size_t x = 0; x < cells.size(); ++x) {
            const Evaluation alone = evaluation::evaluate(cells[x], data[x]);
            networks.describe(x, column);
            expectSameSpeeds(column, alone);
            expectSameFactors(column, alone);
            expectSameStatistics(column, alone);
            EXPECT_EQ(column.cost, alone.cost);
            if (testing::Test::HasFailure())
                FAIL() << scenario.initializer << ' ' << scenario.activation << " width " << scenario.width << " depth "
                       << scenario.depth << " inputs " << scenario.inputs << " outputs " << scenario.outputs
                       << " column " << x;
        }
    }
    EXPECT_GT(together, 100);
}

TEST(ColumnNetworks, AreNoneWhereExamplesOrLayersDependOnEachOther)
{
    model::Scenario scenario;
    EXPECT_TRUE(evaluation::canBeColumns(scenario, evaluation::kSpeeds));
    EXPECT_FALSE(evaluation::canBeColumns(scenario, {}));
    scenario.initializer = "balanced";
    EXPECT_FALSE(evaluation::canBeColumns(scenario, evaluation::kSpeeds));
    scenario.initializer = "mean_field";
    scenario.width = 4;
    EXPECT_TRUE(evaluation::canBeColumns(scenario, evaluation::kSpeeds));
    scenario.normalization = "layer";
    EXPECT_FALSE(evaluation::canBeColumns(scenario, evaluation::kSpeeds));
    scenario.normalization = "none";
    scenario.examples = 2;
    EXPECT_FALSE(evaluation::canBeColumns(scenario, evaluation::kSpeeds));
}

TEST(DrawnNormals, MakeTheNetworkThatFreshStreamsMake)
{
    for (const network::Initializer* rule : network::initializersRegistry()) {
        if (!rule->normalWeights)
            continue;
        model::Scenario scenario;
        scenario.initializer = rule->id;
        scenario.depth = 3;
        scenario.width = 7;
        scenario.inputs = 5;
        scenario.outputs = 2;
        scenario.gain = 1.7;
        scenario.biasDeviation = 0.3;
        scenario.seed = 99;
        const data::Dataset data = *data::makeDataset(scenario);
        const network::DrawnNormals drawn(scenario.seed, network::structureOf(scenario));
        const network::Network fresh(scenario, data), shared(scenario, data, {}, {}, &drawn);
        ASSERT_EQ(fresh.values().size(), shared.values().size());
        EXPECT_EQ(std::memcmp(fresh.values().data(), shared.values().data(), fresh.values().size_bytes()), 0)
            << rule->id;
    }
}

// The order of the sums is what it always was, that of Eigen on SSE2; elsewhere Eigen may add up in another one.
TEST(Columns, AProductAloneHasTheBitsOfAmongOthers)
{
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal;
    for (const Eigen::Index rows : {1, 2, 7, 8, 16, 24, 64, 100, 128, 200})
        for (const Eigen::Index columns : {1, 2, 5, 8, 63, 64, 127, 128, 136}) {
            Eigen::MatrixXd matrix(rows, columns);
            for (double& entry : matrix.reshaped())
                entry = normal(random);
            const Eigen::Map<const Eigen::MatrixXd> map(matrix.data(), rows, columns);
            for (const bool transposed : {false, true}) {
                const Eigen::Index in = transposed ? rows : columns, out = transposed ? columns : rows;
                Eigen::MatrixXd x(in, 9), y(out, 9);
                for (double& entry : x.reshaped())
                    entry = normal(random);
                std::vector<std::int64_t> exponents(9), results(9);
                const numerics::Columns from{x.data(), in, 9, exponents.data()}, to{y.data(), out, 9, results.data()};
                transposed ? numerics::multiplyTransposed(map, from, to, numerics::Sums::apart)
                           : numerics::multiply(map, from, to, numerics::Sums::apart);
                for (Eigen::Index i = 0; i < 9; ++i) {
                    Eigen::VectorXd alone(out);
                    const numerics::Columns one{x.col(i).data(), in, 1, exponents.data()},
                        result{alone.data(), out, 1, results.data()};
                    transposed ? numerics::multiplyTransposed(map, one, result) : numerics::multiply(map, one, result);
                    ASSERT_EQ(std::memcmp(alone.data(), y.col(i).data(), sizeof(double) * alone.size()), 0)
                        << rows << " x " << columns << (transposed ? " transposed" : "");
#if defined(__x86_64__) && !defined(__AVX__) && EIGEN_VERSION_AT_LEAST(3, 4, 0) && !EIGEN_VERSION_AT_LEAST(3, 4, 90)
                    Eigen::VectorXd eigen(out);
                    if (transposed)
                        eigen.noalias() = map.transpose() * x.col(i);
                    else
                        eigen.noalias() = map * x.col(i);
                    ASSERT_EQ(alone, eigen) << rows << " x " << columns << (transposed ? " transposed" : "");
#endif
                }
            }
        }
}

} // namespace column_networks_test
} // namespace deltascope
