// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a training against the records that it kept: every point by its own number.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "parameters/parameters.h"
#include "training/published_speeds.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace deltascope::figures {
namespace figures_training_test {

model::Scenario circles()
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "circles");
    scenario.outputs = 2;
    scenario.depth = 4;
    scenario.width = 7;
    scenario.activation = "tanh";
    scenario.initializer = "glorot_uniform";
    scenario.examples = 60;
    scenario.holdout = 30;
    scenario.batch = 20; // 3 steps an epoch
    scenario.epochs = 12;
    scenario.changes = {{9, "learning_rate", 0.3}};
    return scenario;
}

std::shared_ptr<const training::TrainingProgress> trained(const model::Scenario& scenario, int steps)
{
    training::Training training(scenario, std::make_shared<const data::Dataset>(dataOf(scenario)), {.threads = 1});
    for (int i = 0; i < steps; ++i)
        EXPECT_EQ(training.advance(), training::Training::Outcome::stepped);
    return std::make_shared<const training::TrainingProgress>(training::progressOf(training, true));
}

results::Snapshot snapshotOf(const model::Scenario& scenario, int steps)
{
    results::Snapshot snapshot;
    snapshot.scenario = scenario;
    snapshot.data = std::make_shared<const data::Dataset>(dataOf(scenario));
    snapshot.put<training::TrainingProgress>(trained(scenario, steps));
    return snapshot;
}

Figure figureOf(
    const char* id, const results::Snapshot& snapshot, const model::ViewState& view = {}, int selectedLayer = 0)
{
    const FigureKind* kind = findKind(figuresRegistry(), id);
    Figure figure = kind->build(snapshot, {.layer = selectedLayer}, view);
    EXPECT_TRUE(faultsOf(figure).empty()) << id << ": " << faultsOf(figure).front();
    EXPECT_FALSE(plainText(figure.caption).empty()) << id;
    return figure;
}

using Value = std::function<std::optional<double>(const training::TraceRecord&, std::span<const training::LayerTrace>)>;

/// One point for every moment with a value, at its epoch.
void expectLine(const Panel& panel, const char* name, const training::TrainingProgress& course, const Value& value)
{
    const Line* line = findElement<Line>(panel, name);
    ASSERT_NE(line, nullptr) << name;
    std::size_t point = 0;
    for (std::size_t i = 0; i < course.trace.size(); ++i) {
        const auto expected = value(course.trace.record(i), course.trace.layers(i));
        if (!expected)
            continue;
        ASSERT_LT(point, line->x.size()) << name;
        EXPECT_NEAR(line->x[point], static_cast<double>(course.trace.record(i).step) / 3, 1e-12) << name;
        EXPECT_NEAR(line->y[point], *expected, 1e-12) << name;
        ++point;
    }
    EXPECT_EQ(point, line->x.size()) << name;
    EXPECT_GE(point, 5u) << name;
}

TEST(FiguresTraining, CostAndAccuracyAreThoseOfTheMoments)
{
    const results::Snapshot snapshot = snapshotOf(circles(), 36);
    const training::TrainingProgress& course = *snapshot.get<training::TrainingProgress>();
    const Panel cost = figureOf("cost", snapshot).panels.front();
    EXPECT_EQ(cost.y.scale, AxisScale::decades);
    expectLine(cost, "training examples", course,
        [](const training::TraceRecord& record, auto) { return std::log10(record.cost.nearestDouble()); });
    expectLine(cost, "held-out examples", course,
        [](const training::TraceRecord& record, auto) { return std::log10(*record.heldOutCost); });
    int marks = 0; // of the change at step 9
    for (const Element& element : cost.elements)
        if (const Guide* guide = std::get_if<Guide>(&element); guide && !guide->horizontal) {
            EXPECT_EQ(guide->value, 3);
            ++marks;
        }
    EXPECT_EQ(marks, 1);

    const Panel accuracy = figureOf("accuracy", snapshot).panels.front();
    expectLine(accuracy, "training examples", course,
        [](const training::TraceRecord& record, auto) { return record.accuracy; });
    expectLine(accuracy, "held-out examples", course,
        [](const training::TraceRecord& record, auto) { return record.heldOutAccuracy; });
    const Guide* chance = findElement<Guide>(accuracy, "chance");
    ASSERT_NE(chance, nullptr);
    EXPECT_EQ(chance->value, 0.5);
    EXPECT_GE(accuracy.y.lower, 0);
    EXPECT_LE(accuracy.y.upper, 1);
}

TEST(FiguresTraining, SpeedsAreThoseOfTheMoments)
{
    const results::Snapshot snapshot = snapshotOf(circles(), 36);
    const training::TrainingProgress& course = *snapshot.get<training::TrainingProgress>();
    for (const char* speed : {"bias", "weight"}) {
        model::ViewState view;
        view.speed = speed;
        const auto of = view.speed == "bias" ? &training::LayerTrace::biasSpeed : &training::LayerTrace::weightSpeed;
        const Panel panel = figureOf("speed_over_training", snapshot, view).panels.front();
        for (const std::size_t layer : {0u, 1u, 2u, 3u})
            expectLine(panel, ("layer " + std::to_string(layer + 1)).c_str(), course,
                [&](auto&, auto layers) { return (layers[layer].*of).log10(); });
        const Panel ratio = figureOf("first_against_last", snapshot, view).panels.front();
        const char* name = view.speed == "bias" ? "bias ‖⟨δ¹⟩‖ / ‖⟨δᴸ⟩‖" : "weight ‖∂C/∂w¹‖ / ‖∂C/∂wᴸ‖";
        expectLine(
            ratio, name, course, [&](auto&, auto layers) { return (layers[0].*of).log10() - (layers[3].*of).log10(); });
    }
    const Panel update = figureOf("update_ratio", snapshot).panels.front();
    expectLine(update, "layer 2", course, [](auto&, auto layers) { return layers[1].logUpdate; });
    EXPECT_EQ(findElement<Guide>(update, "a good pace")->value, -3);
}

TEST(FiguresTraining, SpreadsAreThoseOfTheMoments)
{
    const results::Snapshot snapshot = snapshotOf(circles(), 36);
    const training::TrainingProgress& course = *snapshot.get<training::TrainingProgress>();
    const Figure saturation = figureOf("saturation", snapshot, {}, 2);
    ASSERT_EQ(saturation.panels.size(), 2u);
    expectLine(saturation.panels[0], "layer 3", course, [](auto&, auto layers) { return layers[2].mean; });
    expectLine(saturation.panels[1], "layer 1", course, [](auto&, auto layers) { return layers[0].saturated; });
    EXPECT_EQ(findElement<Line>(saturation.panels[0], "layer 4"), nullptr) << "hidden layers only";
    const Band* deviation = findElement<Band>(saturation.panels[0], "± std of layer 2");
    ASSERT_NE(deviation, nullptr);
    const Panel gradients = figureOf("gradients_over_training", snapshot, {}, 2).panels.front();
    expectLine(gradients, "layer 2", course, [](auto&, auto layers) { return layers[1].logGradient50; });
    const Band* middle = findElement<Band>(gradients, "middle 90 % of layer 2");
    ASSERT_NE(middle, nullptr);
    for (std::size_t i = 0; i < course.trace.size(); ++i) {
        const training::LayerTrace& layer = course.trace.layer(i, 2);
        EXPECT_NEAR(deviation->lower[i], layer.mean - layer.deviation, 1e-12);
        EXPECT_NEAR(deviation->upper[i], layer.mean + layer.deviation, 1e-12);
        EXPECT_EQ(middle->lower[i], *layer.logGradient05);
        EXPECT_EQ(middle->upper[i], *layer.logGradient95);
    }
}

TEST(FiguresTraining, PinnedTrainingsStandBesideEachOther)
{
    results::Snapshot snapshot = snapshotOf(circles(), 36);
    model::Scenario other = circles();
    other.optimizer = "momentum";
    snapshot.pins.emplace_back().name = "heavy";
    snapshot.pins[0].scenario = other;
    snapshot.pins[0].put<training::TrainingProgress>(trained(other, 30));
    const std::pair<const char*, Value> values[] = {{"cost", [](auto& record, auto) { return record.cost.log10(); }},
        {"accuracy", [](auto& record, auto) { return record.heldOutAccuracy; }},
        {"first_speed", [](auto&, auto layers) { return layers[0].biasSpeed.log10(); }}};
    for (const auto& [what, value] : values) {
        model::ViewState view;
        view.compare = what;
        const Figure figure = figureOf("compare", snapshot, view);
        expectLine(figure.panels.front(), "this scenario", *snapshot.get<training::TrainingProgress>(), value);
        expectLine(figure.panels.front(), "heavy", *snapshot.pins[0].get<training::TrainingProgress>(), value);
        EXPECT_NE(plainText(figure.caption).find("heavy"), std::string::npos);
    }
    snapshot.pins.clear();
    EXPECT_FALSE(figureOf("compare", snapshot).notes.empty()) << "says how to have something to compare";
}

std::string notesOf(const Figure& figure)
{
    std::string all;
    for (const Message& note : figure.notes)
        all += plainText(note) + '\n';
    return all;
}

TEST(FiguresTraining, AChangeInMidRunIsSaidOnceItIsMade)
{
    for (const char* id : {"cost", "saturation", "speed_over_training"}) {
        for (const int before : {0, 8})
            EXPECT_EQ(notesOf(figureOf(id, snapshotOf(circles(), before))).find("in mid-run"), std::string::npos)
                << id << " at step " << before;
        EXPECT_NE(notesOf(figureOf(id, snapshotOf(circles(), 9))).find("in mid-run"), std::string::npos) << id;
    }
}

// As of activations near 1e160, which are finite while their squares are not.
TEST(FiguresTraining, ASpreadBeyondDoublesIsNoNumberInTheCaption)
{
    results::Snapshot snapshot = snapshotOf(circles(), 2);
    training::TrainingProgress course = *snapshot.get<training::TrainingProgress>();
    course.trace.newest()[2].deviation = std::numeric_limits<double>::infinity();
    snapshot.put<training::TrainingProgress>(std::make_shared<const training::TrainingProgress>(course));
    const std::string caption = plainText(findKind(figuresRegistry(), "saturation")->build(snapshot, {}, {}).caption);
    EXPECT_EQ(caption.find("inf"), std::string::npos) << caption;
    EXPECT_NE(caption.find("no statistics"), std::string::npos) << caption;
}

TEST(FiguresTraining, TheStartIsDrawnToo)
{
    for (const FigureKind* kind : figuresRegistry())
        if (kind->needs().wants(results::kindOf<training::TrainingProgress>()))
            for (const int steps : {0, 1}) {
                results::Snapshot snapshot = snapshotOf(circles(), steps);
                figureOf(std::string(kind->id).c_str(), snapshot);
                snapshot.put<training::TrainingProgress>(nullptr);
                figureOf(std::string(kind->id).c_str(), snapshot);
            }
}

/// Nielsen's set-up with two hidden layers, for two epochs.
model::Scenario nielsens()
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "mnist");
    scenario.depth = 3;
    scenario.width = 30;
    scenario.initializer = "scaled_normal";
    scenario.loss = "cross_entropy";
    scenario.examples = 1000;
    scenario.weightDecay = 5;
    scenario.epochs = 2;
    return scenario;
}

// On drawn digits: his own curve from 0.0657413 and 0.309218 stands behind.
TEST(FiguresTraining, PublishedSpeedsAreDrawnWhereTheSetUpIsTheirs)
{
    const model::Scenario scenario = nielsens();
    ASSERT_NE(training::publishedSpeeds(scenario), nullptr);
    const Figure figure = figureOf("speed_over_training", snapshotOf(scenario, 2));
    const Line* his = findElement<Line>(figure.panels.front(), "Nielsen, published");
    ASSERT_NE(his, nullptr);
    ASSERT_EQ(his->x.size(), 500u);
    EXPECT_NEAR(his->y[0], std::log10(0.0657413), 1e-6);
    ASSERT_EQ(figure.notes.size(), 1u);
    EXPECT_NE(plainText(figure.notes[0]).find("not of the digits drawn here"), std::string::npos);
}

TEST(FiguresTraining, PublishedSpeedsAreThereBeforeTheFirstStep)
{
    results::Snapshot snapshot;
    snapshot.scenario = nielsens();
    snapshot.data = std::make_shared<const data::Dataset>(dataOf(snapshot.scenario));
    const Figure figure = figureOf("speed_over_training", snapshot);
    const Line* his = findElement<Line>(figure.panels.front(), "Nielsen, published");
    ASSERT_NE(his, nullptr);
    EXPECT_EQ(his->x.size(), 500u);
    EXPECT_NEAR(his->y[0], std::log10(0.0657413), 1e-6);
    EXPECT_GE(figure.panels.front().x.upper, 499);
    EXPECT_EQ(plainText(figure.caption), "Nothing has been trained yet: press “Train”, above the figures.");
    snapshot.scenario.width = 31; // no longer his
    EXPECT_EQ(
        findElement<Line>(figureOf("speed_over_training", snapshot).panels.front(), "Nielsen, published"), nullptr);
}

// Every point by its own sum over the records around it, with as many on both sides.
TEST(FiguresTraining, ASmoothedCourseIsTheMeanOfWhatWasRecordedWhichStaysBehind)
{
    const results::Snapshot snapshot = snapshotOf(circles(), 36);
    model::ViewState view;
    view.smooth = 4;
    for (const auto& [id, name] :
        {std::pair("speed_over_training", "layer 2"), {"cost", "training examples"}, {"accuracy", "training examples"},
            {"update_ratio", "layer 3"}, {"compare", "this scenario"}, {"first_against_last", "bias ‖⟨δ¹⟩‖ / ‖⟨δᴸ⟩‖"},
            {"saturation", "layer 1"}, {"gradients_over_training", "layer 1"}}) {
        const Figure plain = figureOf(id, snapshot), smooth = figureOf(id, snapshot, view);
        const Line *raw = findElement<Line>(plain.panels.front(), name),
                   *mean = findElement<Line>(smooth.panels.front(), name);
        ASSERT_TRUE(raw && mean) << id;
        ASSERT_EQ(mean->x, raw->x) << id;
        ASSERT_TRUE(raw->breaks.empty()) << id;
        double moved = 0;
        for (std::size_t i = 0; i < raw->x.size(); ++i) {
            const double reach = std::min({2.0, raw->x[i] - raw->x.front(), raw->x.back() - raw->x[i]});
            double sum = 0;
            int count = 0;
            for (std::size_t j = 0; j < raw->x.size(); ++j)
                if (std::abs(raw->x[j] - raw->x[i]) <= reach + 1e-6) {
                    sum += raw->y[j];
                    ++count;
                }
            EXPECT_NEAR(mean->y[i], sum / count, 1e-12) << id << ' ' << i;
            moved = std::max(moved, std::abs(mean->y[i] - raw->y[i]));
        }
        EXPECT_GT(moved, 0) << id;
        std::size_t behind = 0, front = 0;
        for (std::size_t i = 0; i < smooth.panels.front().elements.size(); ++i)
            if (const Line* each = std::get_if<Line>(&smooth.panels.front().elements[i])) {
                if (each->faint && each->y == raw->y && each->role == mean->role)
                    behind = i + 1;
                if (each == mean)
                    front = i + 1;
            }
        EXPECT_GT(behind, 0u) << id;
        EXPECT_LT(behind, front) << id << ": it is drawn first";
        EXPECT_NE(std::ranges::find_if(smooth.notes,
                      [](const Message& note) {
                          return plainText(note) == "Means over 4 epochs around each point; pale, as recorded.";
                      }),
            smooth.notes.end())
            << id;
        for (const Element& element : plain.panels.front().elements)
            EXPECT_FALSE(std::holds_alternative<Line>(element) && std::get<Line>(element).faint) << id;
    }
}

// Of the data that his networks were trained on the figure says where we are: in his bands or beside them.
TEST(FiguresTraining, TheBandsOfHisDataAreSaidInWords)
{
    const model::Scenario scenario = nielsens();
    const training::PublishedSpeeds& published = *training::publishedSpeeds(scenario);
    model::Scenario weak = scenario;
    weak.gain = 0.01; // δ of layer 1 passes two layers of such weights: about 10⁴ times too slow
    for (const bool his : {true, false}) {
        results::Snapshot snapshot = snapshotOf(his ? scenario : weak, 2);
        training::TrainingProgress course = *snapshot.get<training::TrainingProgress>();
        course.scenario = scenario;
        snapshot.put<training::TrainingProgress>(std::make_shared<const training::TrainingProgress>(course));
        snapshot.data.reset(); // nothing speaks against their being MNIST's
        const std::size_t newest = course.trace.size() - 1;
        ASSERT_EQ(course.trace.record(newest).step, 2);
        std::vector<std::string> inside, outside;
        for (int layer = 1; layer <= 2; ++layer) {
            const auto band = published.bandAt(2, layer);
            const double speed = course.trace.layer(newest, layer).biasSpeed.nearestDouble();
            (band->p05 <= speed && speed <= band->p95 ? inside : outside).push_back(std::to_string(layer));
        }
        EXPECT_FALSE((his ? inside : outside).empty()) << "the drawn digits are as dark as MNIST's";
        std::vector<std::string> expected;
        const auto expect = [&](const char* sentence, const std::vector<std::string>& layers) {
            if (layers.size() == 1)
                expected.push_back(sentence + ("layer " + layers[0]) + ".");
            else if (layers.size() == 2)
                expected.push_back(sentence + ("layers " + layers[0]) + ", " + layers[1] + ".");
        };
        expect("At epoch 2 inside the 5–95 % band of 200 seeds: ", inside);
        expect("At epoch 2 outside the 5–95 % band of 200 seeds, as one in ten is: ", outside);
        std::vector<std::string> said;
        for (const Message& note : figureOf("speed_over_training", snapshot).notes)
            said.push_back(plainText(note));
        EXPECT_EQ(said, expected);
    }
    results::Snapshot none = snapshotOf(scenario, 0);
    none.data.reset();
    EXPECT_TRUE(figureOf("speed_over_training", none).notes.empty()) << "no moment yet";
}

} // namespace figures_training_test
TEST(CourseLayers, KeepTheirPensWhateverIsSelected)
{
    for (int depth = 1; depth <= 40; ++depth) {
        std::map<int, figures::Role> known;
        for (int selected = 0; selected <= depth; ++selected)
            for (const int upTo : {0, std::max(1, depth - 1)}) {
                std::set<figures::Role> pens;
                bool found = selected == 0 || (upTo > 0 && selected > upTo);
                for (const parts::CourseLayer& each :
                    parts::courseLayers(depth, std::min(selected, upTo > 0 ? upTo : depth), upTo)) {
                    EXPECT_TRUE(pens.insert(each.role).second) << depth << ' ' << selected << ' ' << each.layer;
                    EXPECT_EQ(known.emplace(each.layer, each.role).first->second, each.role)
                        << depth << ' ' << selected << ' ' << each.layer;
                    EXPECT_NE(each.role, figures::Role::published);
                    EXPECT_LE(each.layer, upTo > 0 ? upTo : depth);
                    found = found || each.layer == selected;
                }
                EXPECT_TRUE(found) << depth << ' ' << selected;
            }
    }
}

} // namespace deltascope::figures
