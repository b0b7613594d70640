// SPDX-License-Identifier: GPL-3.0-or-later
// Targets outside 0 to 1 under a cost of probabilities: refused where data are made and where they are typed; what was
// saved with them still opens, and what was trained with them is drawn as it is. core/maths.md 1.14.
#include "figures/figure_kind.h"
#include "io/document_json.h"
#include "losses/loss.h"
#include "registry.h"
#include "snapshot.h"
#include "target_range.h"
#include "training_progress.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace deltascope {
namespace {

Scenario asking(const std::string& loss, double target)
{
    Scenario scenario;
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
    Scenario scenario = asking("cross_entropy", 2);
    scenario.data = "gaussian";
    EXPECT_FALSE(targetOutOfRange(scenario));
    EXPECT_TRUE(makeDataset(scenario));
}

TEST(TargetRange, TablesAreAskedToo)
{
    const auto file = std::filesystem::temp_directory_path() / "deltascope_target_range.csv";
    std::ofstream(file) << "x1,x2,y\n0,1,0.5\n1,0,-0.98\n1,1,0.3\n0,0,1\n";
    Scenario scenario = asking("cross_entropy", 0);
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
    const Result<Document> document = readDocument(R"({"format":"deltascope","schema":1,"depth":2,"weight":1,)"
                                                   R"("loss":"cross_entropy","target":2,"epochs":200})");
    ASSERT_TRUE(document) << plainText(document.error().what);
    EXPECT_EQ(document->scenario.target, 2);
    const Snapshot snapshot = computeSnapshot(*document, Need::evaluation | Need::course);
    ASSERT_TRUE(snapshot.failure);
    EXPECT_NE(plainText(snapshot.failure->what).find("target"), std::string::npos);
}

/// A run that was saved with costs from 1.3 to −400, as such targets give.
std::shared_ptr<const TrainingProgress> fallingRun()
{
    TrainingProgress course;
    course.scenario = asking("cross_entropy", 2);
    course.step = course.stepCount = 3;
    course.trace = Trace(2, 8);
    int step = 0;
    for (const double cost : {1.3, 0.1, -20.0, -400.0})
        course.trace.add({step++, step - 1, Scaled::from(cost), {}, cost - 1, {}}, std::vector<LayerTrace>(2));
    return std::make_shared<const TrainingProgress>(std::move(course));
}

const Line& lineOf(const Figure& figure, std::size_t which)
{
    std::vector<const Line*> lines;
    for (const Element& element : figure.panels.front().elements)
        if (const auto* line = std::get_if<Line>(&element))
            lines.push_back(line);
    return *lines.at(which);
}

TEST(TargetRange, ACostBelowZeroIsDrawnWhereItIs)
{
    Snapshot snapshot;
    snapshot.scenario = asking("cross_entropy", 2);
    snapshot.course = fallingRun();
    for (const char* id : {"cost", "compare"}) {
        const Figure figure = findKind(figuresRegistry(), id)->build(snapshot, {});
        SCOPED_TRACE(id);
        EXPECT_EQ(figure.panels.front().y.scale, AxisScale::linear);
        EXPECT_LT(figure.panels.front().y.lower, -400);
        EXPECT_EQ(lineOf(figure, 0).y, (std::vector<double>{1.3, 0.1, -20, -400}));
        EXPECT_NE(plainText(figure.caption).find("400"), std::string::npos) << plainText(figure.caption);
        ASSERT_FALSE(figure.notes.empty());
        EXPECT_NE(plainText(figure.notes.front()).find("linear"), std::string::npos);
    }
    const Figure cost = findKind(figuresRegistry(), "cost")->build(snapshot, {});
    const std::vector<double> heldOut = lineOf(cost, 1).y;
    ASSERT_EQ(heldOut.size(), 4u);
    EXPECT_DOUBLE_EQ(heldOut.front(), 1.3 - 1);
    EXPECT_EQ(heldOut.back(), -401);
}

// A pin's cost below 0 makes the axis linear for all.
TEST(TargetRange, APinBelowZeroSharesTheAxis)
{
    Snapshot snapshot;
    snapshot.scenario = asking("cross_entropy", 1);
    TrainingProgress own = *fallingRun();
    own.trace = Trace(2, 8);
    own.trace.add({0, 0, Scaled::from(0.5), {}, {}, {}}, std::vector<LayerTrace>(2));
    snapshot.course = std::make_shared<const TrainingProgress>(std::move(own));
    for (const char* id : {"cost", "compare"})
        EXPECT_EQ(findKind(figuresRegistry(), id)->build(snapshot, {}).panels.front().y.scale, AxisScale::decades);
    PinnedResult pin;
    pin.name = "falls";
    pin.scenario = asking("cross_entropy", 2);
    pin.course = fallingRun();
    snapshot.pins.push_back(pin);
    for (const char* id : {"cost", "compare"})
        EXPECT_EQ(findKind(figuresRegistry(), id)->build(snapshot, {}).panels.front().y.scale, AxisScale::linear);
}

} // namespace
} // namespace deltascope
