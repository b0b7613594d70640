// SPDX-License-Identifier: GPL-3.0-or-later
// Nielsen's own set-up on real digits (Neural Networks and Deep Learning, 2015, chapter 5): his published norms and the
// bands of 200 seeds. The digits are no part of this tree: DELTASCOPE_DATA names the folder that holds mnist/ and
// nielsen/, or it lies at shared/data beside a folder above the sources; without it these tests are skipped.
// core/maths.md 14.1, 14.2.
#include "parameters/parameters.h"
#include "reading/csv_data.h"
#include "reading/file.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace deltascope::training {
namespace nielsen_training_test {

namespace fs = std::filesystem;

fs::path dataFolder()
{
    if (const char* given = std::getenv("DELTASCOPE_DATA"))
        return given;
    for (fs::path above = fs::path(DELTASCOPE_SOURCE_DIR).parent_path();; above = above.parent_path()) {
        if (fs::exists(above / "shared" / "data" / "mnist"))
            return above / "shared" / "data";
        if (above == above.parent_path())
            return {};
    }
}

class NielsenTraining : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = dataFolder();
        if (m_folder.empty())
            GTEST_SKIP() << "no digits: set DELTASCOPE_DATA to a folder with mnist/ and nielsen/";
        const Result<std::string> text = reading::readFile((m_folder / "nielsen" / "bands_4_hidden.csv").string());
        ASSERT_TRUE(text);
        Result<reading::CsvTable> table = reading::readCsv(*text);
        ASSERT_TRUE(table) << plainText(table.error().what);
        m_bands = *std::move(table);
    }

    /// p05 (0), median (1) or p95 (2) of a hidden layer's speed in this row of the table.
    double band(int row, int layer, int which) const { return m_bands.number(row, 1 + 3 * (layer - 1) + which); }
    bool inside(int row, int layer, double speed) const
    {
        return speed >= band(row, layer, 0) && speed <= band(row, layer, 2);
    }
    int rowOf(int epoch) const
    {
        for (int row = 0; row < m_bands.rows(); ++row)
            if (m_bands.number(row, 0) == epoch)
                return row;
        ADD_FAILURE() << "no band for epoch " << epoch;
        return 0;
    }
    std::shared_ptr<const data::Dataset> digits(const model::Scenario& scenario) const
    {
        Result<data::Dataset> data = data::makeDataset(scenario, {}, {(m_folder / "mnist").string()});
        EXPECT_TRUE(data) << plainText(data.error().what);
        return std::make_shared<const data::Dataset>(*std::move(data));
    }

    fs::path m_folder;
    reading::CsvTable m_bands;
};

model::Scenario setUp(std::int64_t seed)
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "mnist");
    scenario.depth = 5;
    scenario.width = 30;
    scenario.initializer = "scaled_normal";
    scenario.loss = "cross_entropy";
    scenario.examples = 1000;
    scenario.learningRate = 0.1;
    scenario.weightDecay = 5;
    scenario.epochs = 500;
    scenario.seed = seed;
    return scenario;
}

TEST_F(NielsenTraining, TheFirstEpochsLieInTheBandsOfManySeeds)
{
    constexpr int kSeeds = 12;
    const std::shared_ptr<const data::Dataset> data = digits(setUp(1));
    EXPECT_NEAR(data->inputs.squaredNorm() / static_cast<double>(data->inputs.size()), 0.1, 0.01);
    for (const int epoch : {0, 1}) {
        int within = 0;
        std::vector<std::vector<double>> speeds(4);
        for (int seed = 1; seed <= kSeeds; ++seed) {
            Training training(setUp(seed), data, {.statistics = false});
            for (int step = 0; step <= epoch; ++step)
                ASSERT_EQ(training.advance(), Training::Outcome::stepped);
            for (int layer = 1; layer <= 4; ++layer) {
                const double speed =
                    training.trace().layer(static_cast<std::size_t>(epoch), layer).biasSpeed.nearestDouble();
                speeds[static_cast<std::size_t>(layer - 1)].push_back(speed);
                within += inside(rowOf(epoch), layer, speed);
            }
        }
        EXPECT_GE(within, kSeeds * 4 * 3 / 4) << "epoch " << epoch; // 90 % are expected
        for (int layer = 1; layer <= 4; ++layer) {
            std::vector<double>& all = speeds[static_cast<std::size_t>(layer - 1)];
            std::nth_element(all.begin(), all.begin() + kSeeds / 2, all.end());
            const double median = band(rowOf(epoch), layer, 1);
            EXPECT_NEAR(all[kSeeds / 2] / median, 1, 0.3) << "epoch " << epoch << " layer " << layer;
        }
    }
}

TEST_F(NielsenTraining, TheLastEpochsLieInTheBand)
{
    constexpr int kSeeds = 1; // more are slow without optimization
    const std::shared_ptr<const data::Dataset> data = digits(setUp(1));
    int within = 0;
    for (int seed = 1; seed <= kSeeds; ++seed) {
        Training training(setUp(seed), data, {.statistics = false});
        while (training.advance() == Training::Outcome::stepped) { }
        ASSERT_TRUE(training.finished());
        ASSERT_EQ(training.trace().record(499).epoch, 499);
        for (int layer = 1; layer <= 4; ++layer) {
            const double speed = training.trace().layer(499, layer).biasSpeed.nearestDouble();
            within += inside(rowOf(499), layer, speed);
            EXPECT_GT(speed, band(rowOf(499), layer, 0) / 1.5) << "seed " << seed << " layer " << layer;
            EXPECT_LT(speed, band(rowOf(499), layer, 2) * 1.5) << "seed " << seed << " layer " << layer;
        }
    }
    EXPECT_GE(within, kSeeds * 3); // of kSeeds·4; 90 % of all seeds lie inside in each layer
}

} // namespace nielsen_training_test
} // namespace deltascope::training
