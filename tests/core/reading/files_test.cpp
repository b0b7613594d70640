// SPDX-License-Identifier: GPL-3.0-or-later
// Files as strangers leave them: what cannot be read, and saved runs that were edited.
#include "reading/file.h"
#include "reports/trace_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace deltascope::reading {
namespace files_test {

class Files : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::path(testing::TempDir())
            / ("deltascope_files_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "_"
                + testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::string path(const char* name) const { return (m_folder / name).string(); }

private:
    std::filesystem::path m_folder;
};

void expectUnreadable(const std::string& path, const char* why, std::size_t limit = 100)
{
    const Result<std::string> bytes = readFile(path, limit);
    ASSERT_FALSE(bytes) << path;
    EXPECT_EQ(bytes.error().fault, Fault::unreadable);
    EXPECT_NE(plainText(bytes.error().what).find(path), std::string::npos) << plainText(bytes.error().what);
    EXPECT_NE(plainText(bytes.error().what).find(why), std::string::npos) << plainText(bytes.error().what);
}

TEST_F(Files, AreReadWholeOrRefusedWithTheirName)
{
    const std::string bytes("a\0b\xFF\n", 5);
    std::ofstream(path("some"), std::ios::binary) << bytes;
    EXPECT_EQ(*readFile(path("some")), bytes);
    EXPECT_EQ(*readFile(path("some"), 5), bytes);
    expectUnreadable(path("some"), "limit", 4);
    std::ofstream(path("empty")).flush();
    EXPECT_EQ(*readFile(path("empty")), "");
    std::ofstream(path("large"), std::ios::binary) << std::string(200'001, 'x'); // more than one block
    EXPECT_EQ(readFile(path("large"))->size(), 200'001u);
    expectUnreadable(path("none"), "No such file");
    expectUnreadable(path(""), "not a regular file");
#if !defined(_WIN32)
    ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
    expectUnreadable(path("fifo"), "not a regular file"); // at once, without a writer
    expectUnreadable("/dev/zero", "not a regular file");
#endif
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

/// A run as it is written: one layer, one moment, one divergence.
std::string goodRun()
{
    reports::SavedTraining run;
    run.scenario.depth = 1;
    run.trace = training::Trace(1, 4);
    run.trace.add({0, 0, numerics::Scaled::fromLog(1, -5000), 0.25, 0.125, std::nullopt},
        std::vector{training::LayerTrace{numerics::Scaled::from(0.75), numerics::Scaled::fromLog(1, 5000)}});
    return reports::traceJson(
        run.scenario, run.trace, training::Divergence{3, 1, training::Divergence::Quantity::gradient});
}

TEST(SavedRuns, EditsThatMakeNoSenseAreNamed)
{
    const std::string good = goodRun();
    ASSERT_TRUE(reports::readTraceJson(good)) << plainText(reports::readTraceJson(good).error().what);
    const struct {
        const char *from, *to, *why;
    } edits[] = {
        {"deltascope.run", "deltascope.ran", "deltascope.run"},
        {"\"schema\": 1", "\"schema\": 2", "newer version"},
        {"\"schema\": 1", "\"schema\": 1.5", "whole number"},
        {"\"schema\": 1", "\"schema\": 0", "whole number from 1"},
        {"\"schema\": 1", "\"schema\": 1, \"rest\": 0", "rest"},
        {"\"epoch\"", "\"rest\": 0, \"epoch\"", "rest"},
        {"\"bias_speed\"", "\"rest\": 0, \"bias_speed\"", "rest"},
        {"\"quantity\"", "\"rest\": 0, \"quantity\"", "rest"},
        {"\"accuracy\": 0.25", "\"accuracy\": 1.25", "from 0 to 1"},
        {"\"accuracy\": 0.25", "\"accuracy\": -0.25", "from 0 to 1"},
        {"\"saturated\": 0", "\"saturated\": 2", "from 0 to 1"},
        {"\"std\": 0", "\"std\": -1", "std must not be negative"},
        {"\"test_cost\": 0.125", "\"test_cost\": -0.125", "negative"},
        {"0.75", "-0.75", "bias_speed must not be negative"},
        {"\"cost\": [", "\"cost\": [-", "cost must not be negative"},
        {"\"epoch\": 0", "\"epoch\": 1", "first one of epoch"},
        {"\"step\": 0", "\"step\": 7", "first one of epoch"},
        {"\"step\": 0", "\"step\": 501", "from 0 to 500"},
        {"\"step\": 3", "\"step\": 501", "from 0 to 500"},
        {"\"layer\": 1", "\"layer\": 0", "from 1 to 1"},
        {"\"layer\": 1", "\"layer\": 2", "from 1 to 1"},
        {"\"schema\"", "\"shema\"", "missing"},
        {"\"scenario\"", "\"scene\"", "missing"},
        {"\"scenario\": {", "\"scenario\": 7, \"rest\": {", "object"},
        {"\"depth\"", "\"depths\"", "not known"},
        {"\"depth\": 1", "\"depth\": \"one\"", "depth"},
        {"\"moments\"", "\"times\"", "moments"},
        {"\"step\": 0", "\"step\": -1", "whole number"},
        {"\"step\": 0", "\"step\": 0.5", "whole number"},
        {"\"epoch\"", "\"epok\"", "missing"},
        {"\"layers\": [{", "\"layers\": [0, {", "layers"},
        {"\"accuracy\": 0.25", "\"accuracy\": \"good\"", "number or null"},
        {"\"gradient\"", "\"temperature\"", "quantity"},
        {"\"step\": 3", "\"step\": null", "whole number"},
        {"0.75", "\"fast\"", "m·2^e"},
        {"0.75", "[0.5, 1.5]", "m·2^e"},
        {"0.75", "[0.5]", "m·2^e"},
    };
    for (const auto& [from, to, why] : edits) {
        const Result<reports::SavedTraining> run = reports::readTraceJson(replaced(good, from, to));
        ASSERT_FALSE(run) << from << " → " << to;
        EXPECT_EQ(run.error().fault, Fault::invalidData);
        EXPECT_NE(plainText(run.error().what).find(why), std::string::npos)
            << from << " → " << to << ": " << plainText(run.error().what);
    }
}

TEST(SavedRuns, MomentsComeOneAfterTheOther)
{
    reports::SavedTraining run;
    run.scenario.depth = 1;
    run.scenario.examples = 10;
    run.scenario.batch = 4; // 3 steps an epoch
    const auto read = [&](std::initializer_list<std::pair<std::int64_t, std::int64_t>> moments) {
        run.trace = training::Trace(1, 8);
        for (const auto& [step, epoch] : moments)
            run.trace.add({step, epoch, numerics::Scaled::from(1), {}, {}, {}}, std::vector{training::LayerTrace{}});
        const Result<reports::SavedTraining> again =
            reports::readTraceJson(reports::traceJson(run.scenario, run.trace, {}));
        return again ? std::string("read") : plainText(again.error().what);
    };
    EXPECT_EQ(read({{0, 0}, {3, 1}, {9, 3}}), "read");
    EXPECT_NE(read({{0, 0}, {3, 1}, {3, 1}}).find("Line 7, column 3: step must grow"), std::string::npos)
        << read({{0, 0}, {3, 1}, {3, 1}});
    EXPECT_NE(read({{3, 1}, {0, 0}}).find("step must grow"), std::string::npos);
    EXPECT_NE(read({{0, 0}, {4, 1}}).find("each epoch has 3 steps"), std::string::npos);
    EXPECT_NE(read({{0, 0}, {1503, 501}}).find("from 0 to 1500"), std::string::npos);
    run.scenario.loss = "cross_entropy";
    run.scenario.target = 3;
    run.trace = training::Trace(1, 8);
    run.trace.add({0, 0, numerics::Scaled::from(-1), {}, {}, {}}, std::vector{training::LayerTrace{}});
    EXPECT_TRUE(reports::readTraceJson(reports::traceJson(run.scenario, run.trace, {})))
        << "a cost that is rightly below 0";
}

TEST(SavedRuns, ACourseStandsWhereTheRunEnded)
{
    reports::SavedTraining run;
    run.scenario.depth = 1;
    run.scenario.epochs = 10;
    run.trace = training::Trace(1, 8);
    for (const std::int64_t epoch : {0, 1, 2, 3})
        run.trace.add({5 * epoch, epoch, numerics::Scaled::from(1), {}, {}, {}}, std::vector{training::LayerTrace{}});
    run.divergence = training::Divergence{17, 1, training::Divergence::Quantity::parameters};
    const training::TrainingProgress course = reports::courseOf(run);
    EXPECT_EQ(course.step, 15);
    EXPECT_EQ(course.stepsPerEpoch, 5);
    EXPECT_EQ(course.stepCount, 50);
    EXPECT_FALSE(course.finished());
    EXPECT_EQ(course.divergence, run.divergence);
    run.trace = training::Trace(1, 8);
    EXPECT_EQ(reports::courseOf(run).step, 0);
}

} // namespace files_test
} // namespace deltascope::reading
