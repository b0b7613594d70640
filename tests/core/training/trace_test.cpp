// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"
#include "reports/trace_text.h"

#include <gtest/gtest.h>

namespace deltascope::training {
namespace trace_test {

TEST(Trace, LongRunsAreThinnedOutEvenly)
{
    Trace trace(2, 16);
    const std::vector<LayerTrace> layers(2);
    std::size_t most = 0;
    for (std::int64_t moment = 0; moment < 1'000'000; ++moment) {
        if (!trace.wants(moment))
            continue;
        TraceRecord record;
        record.step = moment;
        std::vector<LayerTrace> here(layers);
        here[1].mean = static_cast<double>(moment);
        trace.add(record, here);
        most = std::max(most, trace.size());
    }
    EXPECT_LE(most, 16u);
    EXPECT_GE(trace.size(), 8u);
    for (std::size_t i = 0; i < trace.size(); ++i) {
        EXPECT_EQ(trace.record(i).step, static_cast<std::int64_t>(i) * trace.stride());
        EXPECT_EQ(trace.layer(i, 2).mean, static_cast<double>(trace.record(i).step));
    }
}

TEST(Trace, ManyLayersTakeNoMoreMemory)
{
    Trace trace(10'000);
    const std::vector<LayerTrace> layers(10'000);
    std::int64_t moment = 0;
    for (; trace.stride() == 1; ++moment)
        trace.add({}, layers);
    EXPECT_LT(static_cast<double>(moment) * 10'000 * sizeof(LayerTrace), 2.5e7);
}

reports::SavedTraining sampleRun()
{
    reports::SavedTraining run;
    run.scenario.depth = 2;
    run.scenario.changes = {{3, "learning_rate", 0.25}};
    run.trace = Trace(2, 4);
    LayerTrace layer{numerics::Scaled::from(0.1), numerics::Scaled::fromLog(1, -5000), 0.1 + 0.2, 1e-300, -0.5, 0.25,
        -3.3, -9.1, -7.7, -0.1};
    run.trace.add(
        {0, 0, numerics::Scaled::from(0.7), 0.5, std::nullopt, std::nullopt}, std::vector{layer, LayerTrace{}});
    run.trace.add({1, 1, numerics::Scaled::fromLog(1, 900), std::nullopt, 2.5, 0.25}, std::vector{LayerTrace{}, layer});
    run.divergence = Divergence{1, 2, Divergence::Quantity::gradient};
    return run;
}

TEST(TraceText, ARunReadsBackToTheSameBits)
{
    const reports::SavedTraining run = sampleRun();
    const std::string text = reports::traceJson(run.scenario, run.trace, run.divergence);
    const Result<reports::SavedTraining> again = reports::readTraceJson(text);
    ASSERT_TRUE(again) << plainText(again.error().what);
    EXPECT_EQ(again->scenario, run.scenario);
    EXPECT_EQ(again->divergence, run.divergence);
    ASSERT_EQ(again->trace.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(again->trace.record(i), run.trace.record(i));
        for (int layer = 1; layer <= 2; ++layer)
            EXPECT_EQ(again->trace.layer(i, layer), run.trace.layer(i, layer));
    }
    for (std::size_t length = 0; length < text.size() - 2; length += 7)
        EXPECT_FALSE(reports::readTraceJson(text.substr(0, length))) << length;
}

TEST(TraceText, HugeClaimsOfSmallFilesAreRefused)
{
    const Result<reports::SavedTraining> run = reports::readTraceJson(
        R"({"format": "deltascope.run", "schema": 1, "scenario": {"depth": 10000}, "moments": [{}, {}]})");
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().fault, Fault::invalidData);
}

TEST(TraceText, ARunOfNothingIsRefused)
{
    const Result<reports::SavedTraining> run =
        reports::readTraceJson(R"({"format": "deltascope.run", "schema": 1, "scenario": {}, "moments": []})");
    ASSERT_FALSE(run);
    EXPECT_NE(plainText(run.error().what).find("moments"), std::string::npos);
}

TEST(TraceText, CsvHasOneRowAMoment)
{
    const reports::SavedTraining run = sampleRun();
    EXPECT_EQ(reports::traceCsvHeader(2), "epoch,cost,accuracy,test_accuracy,speed_1,speed_2\n");
    EXPECT_EQ(reports::traceCsvRow(run.trace.record(0), run.trace.layers(0)), "0,0.7,0.5,,0.1,0\n");
    const std::string beyond = reports::traceCsvRow(run.trace.record(1), run.trace.layers(1));
    EXPECT_TRUE(beyond.starts_with("1,7.3")) << beyond; // e^900 = 7.33·10^390
    EXPECT_NE(beyond.find("e390,,0.25,0,0.1"), std::string::npos) << beyond;
}

} // namespace trace_test
} // namespace deltascope::training
