// SPDX-License-Identifier: GPL-3.0-or-later
// Targets outside 0 to 1 under a cost of probabilities: refused where data are made and where they are typed; what was
// saved with them still opens, and what was trained with them is drawn as it is. core/maths.md 1.14.
#include "base/registry.h"
#include "data/target_range.h"
#include "documents/document_json.h"
#include "figures/figure_kind.h"
#include "network/losses/loss.h"
#include "results/snapshot.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace deltascope::data {
namespace target_range_test {

model::Scenario asking(const std::string& loss, double target)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.loss = loss;
    scenario.target = target;
    if (loss == "softmax")
        scenario.outputActivation = "identity";
    return scenario;
}

TEST(TargetRange, ProbabilitiesLieFromZeroToOne)
{
    for (const char* loss : {"cross_entropy", "softmax"}) {
        for (const double target : {0.0, 1e-300, 0.3, 1.0}) {
            EXPECT_FALSE(targetOutOfRange(asking(loss, target))) << loss << target;
            EXPECT_TRUE(makeDataset(asking(loss, target))) << loss << target;
        }
        for (const double target : {-1e-300, -1.0, 1.0000001, 2.0, 1e6}) {
            const auto typed = targetOutOfRange(asking(loss, target));
            ASSERT_TRUE(typed) << loss << target;
            EXPECT_EQ(typed->fault, Fault::usage);
            const Result<Dataset> data = makeDataset(asking(loss, target));
            ASSERT_FALSE(data) << loss << target;
            EXPECT_EQ(data.error().fault, Fault::invalidData);
            EXPECT_EQ(data.error().what, typed->what);
        }
    }
    EXPECT_FALSE(targetOutOfRange(asking("quadratic", 2)));
    EXPECT_TRUE(makeDataset(asking("quadratic", 2)));
}

TEST(TargetRange, TheSentenceSaysWhichAndWhatWouldBeRight)
{
    EXPECT_EQ(plainText(targetOutOfRange(asking("cross_entropy", 2))->what),
        "target: 2 does not lie from 0 to 1, and under the cost “Cross-entropy” a target is a probability.");
    EXPECT_NE(
        plainText(targetOutOfRange(asking("cross_entropy", 1.0000001))->what).find("1.0000001"), std::string::npos);
}

TEST(TargetRange, DataOfTheirOwnTargetsDoNotAskTheParameter)
{
    model::Scenario scenario = asking("cross_entropy", 2);
    scenario.data = "gaussian";
    EXPECT_FALSE(targetOutOfRange(scenario));
    EXPECT_TRUE(makeDataset(scenario));
}

TEST(TargetRange, TablesAreAskedToo)
{
    const auto file = std::filesystem::temp_directory_path() / "deltascope_target_range.csv";
    std::ofstream(file) << "x1,x2,y\n0,1,0.5\n1,0,-0.98\n1,1,0.3\n0,0,1\n";
    model::Scenario scenario = asking("cross_entropy", 0);
    scenario.data = "csv";
    scenario.inputs = 2;
    scenario.examples = 3;
    scenario.holdout = 1;
    const Result<Dataset> data = makeDataset(scenario, {}, {file.string()});
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().fault, Fault::invalidData);
    EXPECT_NE(plainText(data.error().what).find("0.98 to 1"), std::string::npos) << plainText(data.error().what);
    scenario.loss = "quadratic";
    EXPECT_TRUE(makeDataset(scenario, {}, {file.string()}));
    std::filesystem::remove(file);
}

// What was saved before such targets were refused opens; its figures say why they are empty.
TEST(TargetRange, AnOldFileOpensAndSaysWhatCannotBeComputed)
{
    const Result<model::Document> document =
        documents::readDocument(R"({"format":"deltascope","schema":1,"depth":2,"weight":1,)"
                                R"("loss":"cross_entropy","target":2,"epochs":200})");
    ASSERT_TRUE(document) << plainText(document.error().what);
    EXPECT_EQ(document->scenario.target, 2);
    const results::Snapshot snapshot =
        results::computeSnapshot(*document, results::needs<evaluation::Evaluation, training::TrainingProgress>());
    ASSERT_TRUE(snapshot.failure);
    EXPECT_NE(plainText(snapshot.failure->what).find("target"), std::string::npos);
}

/// A run that was saved with costs from 1.3 to −400, as such targets give.
std::shared_ptr<const training::TrainingProgress> fallingRun()
{
    training::TrainingProgress course;
    course.scenario = asking("cross_entropy", 2);
    course.step = course.stepCount = 3;
    course.trace = training::Trace(2, 8);
    int step = 0;
    for (const double cost : {1.3, 0.1, -20.0, -400.0})
        course.trace.add(
            {step++, step - 1, numerics::Scaled::from(cost), {}, cost - 1, {}}, std::vector<training::LayerTrace>(2));
    return std::make_shared<const training::TrainingProgress>(std::move(course));
}

const figures::Line& lineOf(const figures::Figure& figure, std::size_t which)
{
    std::vector<const figures::Line*> lines;
    for (const figures::Element& element : figure.panels.front().elements)
        if (const auto* line = std::get_if<figures::Line>(&element))
            lines.push_back(line);
    return *lines.at(which);
}

TEST(TargetRange, ACostBelowZeroIsDrawnWhereItIs)
{
    results::Snapshot snapshot;
    snapshot.scenario = asking("cross_entropy", 2);
    snapshot.put<training::TrainingProgress>(fallingRun());
    for (const char* id : {"cost", "compare"}) {
        const figures::Figure figure = findKind(figures::figuresRegistry(), id)->build(snapshot, {}, {});
        SCOPED_TRACE(id);
        EXPECT_EQ(figure.panels.front().y.scale, figures::AxisScale::linear);
        EXPECT_LT(figure.panels.front().y.lower, -400);
        EXPECT_EQ(lineOf(figure, 0).y, (std::vector<double>{1.3, 0.1, -20, -400}));
        EXPECT_NE(plainText(figure.caption).find("400"), std::string::npos) << plainText(figure.caption);
        ASSERT_FALSE(figure.notes.empty());
        EXPECT_NE(plainText(figure.notes.front()).find("linear"), std::string::npos);
    }
    const figures::Figure cost = findKind(figures::figuresRegistry(), "cost")->build(snapshot, {}, {});
    const std::vector<double> heldOut = lineOf(cost, 1).y;
    ASSERT_EQ(heldOut.size(), 4u);
    EXPECT_DOUBLE_EQ(heldOut.front(), 1.3 - 1);
    EXPECT_EQ(heldOut.back(), -401);
}

// A pin's cost below 0 makes the axis linear for all.
TEST(TargetRange, APinBelowZeroSharesTheAxis)
{
    results::Snapshot snapshot;
    snapshot.scenario = asking("cross_entropy", 1);
    training::TrainingProgress own = *fallingRun();
    own.trace = training::Trace(2, 8);
    own.trace.add({0, 0, numerics::Scaled::from(0.5), {}, {}, {}}, std::vector<training::LayerTrace>(2));
    snapshot.put<training::TrainingProgress>(std::make_shared<const training::TrainingProgress>(std::move(own)));
    for (const char* id : {"cost", "compare"})
        EXPECT_EQ(findKind(figures::figuresRegistry(), id)->build(snapshot, {}, {}).panels.front().y.scale,
            figures::AxisScale::decades);
    results::PinnedResult pin;
    pin.name = "falls";
    pin.scenario = asking("cross_entropy", 2);
    pin.put<training::TrainingProgress>(fallingRun());
    snapshot.pins.push_back(pin);
    for (const char* id : {"cost", "compare"})
        EXPECT_EQ(findKind(figures::figuresRegistry(), id)->build(snapshot, {}, {}).panels.front().y.scale,
            figures::AxisScale::linear);
}

} // namespace target_range_test
} // namespace deltascope::data
