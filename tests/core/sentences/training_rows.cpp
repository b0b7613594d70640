// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about trainings: the start and the end of each against the oracle's passes on the networks that stood
// there.
#include "core/sentences/statement.h"

#include "training/training_progress.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

constexpr long double kSaturated = 0.05L; // of max|f′|, in trainings

const training::TrainingProgress& course(const Statement& say)
{
    return *say.in.snapshot.get<training::TrainingProgress>();
}

const training::TraceRecord& newest(const Statement& say)
{
    return course(say).trace.record(course(say).trace.size() - 1);
}

/// The network stands where the newest record was made.
bool atEnd(const Statement& say)
{
    return say.in.end && newest(say).step == course(say).step && !course(say).divergence;
}

Value cost(const Oracle& truth)
{
    return truth.of([](const OwnPasses& passes) { return passes.cost(); });
}

void costs(Statement& say)
{
    if (atEnd(say))
        say.number(2, cost(*say.in.end), "the cost");
    say.number(3, cost(say.truth()), "the first cost");
}

/// What rounding errors grew into says nothing of the sentence; what is 0 but for them is no number.
void speedOrRatio(Statement& say, int n, const Oracle& truth, const Value& value, const std::string& what)
{
    if (value.sure() || truth.biasLearnsNothing(1) || truth.biasLearnsNothing(say.depth()))
        say.number(n, value, what);
}

void paceOfEnds(Statement& say, int n, const Oracle& truth, int layer, const std::string& what)
{
    const Value ratio = truth.ratio(1, say.depth(), Average::normOfMean);
    if (ratio.sure() || truth.biasLearnsNothing(1) || truth.biasLearnsNothing(say.depth()))
        say.pace(n, ratio, layer, what);
}

/// Trainings are in doubles: what they do not hold is 0 there.
bool belowDoubles(const Oracle& truth, int layer)
{
    return truth.speed(layer, Average::normOfMean).log10() < -290;
}

void speeds(Statement& say)
{
    if (!atEnd(say))
        return;
    paceOfEnds(say, 2, *say.in.end, say.depth(), "the ratio");
    speedOrRatio(say, 3, *say.in.end, say.in.end->speed(1, Average::normOfMean), "‖δ₁‖");
}

/// The area under a layer's recorded speeds, from record to record.
Number distance(const Statement& say, int layer)
{
    const training::Trace& trace = course(say).trace;
    const auto speed = [&](std::size_t i) {
        const training::LayerTrace& own = trace.layer(i, layer);
        const numerics::Scaled size = say.in.view().speed == "weight" ? own.weightSpeed : own.biasSpeed;
        return Number(size.mantissa, static_cast<long double>(size.exponent));
    };
    Number sum;
    for (std::size_t i = 1; i < trace.size(); ++i)
        sum = sum
            + (speed(i) + speed(i - 1))
                * Number(static_cast<long double>(trace.record(i).step - trace.record(i - 1).step) / 2);
    return sum;
}

void meanPace(Statement& say)
{
    const bool weights = say.message.english.find("the weights of") != std::string::npos;
    say.holds(weights == (say.in.view().speed == "weight"), "it is not of those");
    say.pace(2, Value{distance(say, 1) / distance(say, say.depth()), 1e-12L}, say.depth(), "the ratio of the means");
}

void firstStands(Statement& say)
{
    say.holds(
        distance(say, 1).isZero() && !distance(say, say.depth()).isZero(), "it has, or the last one has not either");
}

void lastStands(Statement& say)
{
    say.holds(distance(say, say.depth()).isZero(), "it has");
}

std::vector<Number> sorted(std::vector<Number> values)
{
    std::ranges::sort(values, [](const Number& left, const Number& right) { return left < right; });
    return values;
}

/// |∂C/∂w| of a layer's weights that are not 0, ascending.
std::vector<Number> gradients(const OwnPasses& passes, int layer)
{
    const Grid &raw = passes.layer(layer).raw, &entering = passes.layer(layer - 1).a;
    std::vector<Number> all;
    for (int i = 0; i < raw.neurons; ++i)
        for (int j = 0; j < entering.neurons; ++j) {
            Number sum;
            for (int x = 0; x < raw.examples; ++x)
                sum = sum + raw.at(i, x) * entering.at(j, x);
            if (!sum.isZero())
                all.push_back(abs(sum) / Number(raw.examples) * passes.unit());
        }
    return sorted(std::move(all));
}

void nineInTen(Statement& say)
{
    if (!atEnd(say))
        return;
    const std::vector<Number> all = gradients(say.in.end->exact(), say.whole(2));
    if (!say.in.end->speed(say.whole(2), Average::rms).sure())
        return;
    say.holds(!all.empty(), "all of them are 0");
    if (all.empty() || all.front().log10() < -290)
        return; // trainings are in doubles
    for (const auto& [n, share] : {std::pair{3, 0.05L}, std::pair{4, 0.95L}}) {
        const long double place = share * static_cast<long double>(all.size() - 1);
        const Number low = all[static_cast<std::size_t>(std::floor(place))],
                     high = all[static_cast<std::size_t>(std::ceil(place))];
        const auto* shown = std::get_if<Magnitude>(&say.message.arguments[static_cast<std::size_t>(n - 1)].value);
        say.holds(shown && shown->log10 >= low.log10() - 1e-3L && shown->log10 <= high.log10() + 1e-3L,
            "that end lies between 10^" + std::to_string(low.log10()) + " and 10^" + std::to_string(high.log10()));
    }
}

void activations(Statement& say)
{
    const int layer = say.whole(2);
    say.isWhole(2, std::max(1, say.depth() - 1), "the top hidden layer");
    if (!atEnd(say))
        return;
    const OwnLayer& own = say.in.end->exact().layer(layer);
    const auto count = static_cast<long double>(own.a.values.size());
    Number sum, squares;
    for (const Number& a : own.a.values)
        sum = sum + a;
    const Number mean = sum / Number(count);
    if (mean.log10() < -290)
        return; // trainings are in doubles
    for (const Number& a : own.a.values)
        squares = squares + (a - mean) * (a - mean);
    say.number(3, Value{mean, 1e-6L}, "the mean");
    const Number deviation = sqrt(squares / Number(count));
    if (abs(mean) * Number(1e-9L) < deviation)
        say.number(4, Value{deviation, 1e-6L}, "the deviation");
    const std::string& id = activationOf(say.scenario(), layer);
    const Number limit = kSaturated * largestSlope(id);
    const auto saturated =
        std::ranges::count_if(own.slope.values, [&](const Number& slope) { return abs(slope) < limit; });
    say.number(5, Value{Number(100 * static_cast<long double>(saturated) / count), 1e-9L},
        "the saturated share (|f′| < 5 % of its maximum)");
}

/// The number of examples whose class is the largest output's, or on whose side of ½ the only output lies, if those
/// that are nearly equal are taken for right or for wrong.
int right(const Oracle& truth, const data::Dataset& data, bool nearlyEqual)
{
    const Grid& a = truth.exact().layer(truth.depth()).a;
    int count = 0;
    for (int x = 0; x < a.examples; ++x) {
        int wanted = 0;
        for (int i = 1; i < a.neurons; ++i)
            wanted = data.targets(wanted, x) < data.targets(i, x) ? i : wanted;
        const Number room = (abs(a.at(wanted, x)) + Number(1)) * Number(nearlyEqual ? 1e-9L : -1e-9L);
        bool isRight = true;
        for (int i = 0; i < a.neurons; ++i)
            isRight = isRight && (i == wanted || a.at(i, x) < a.at(wanted, x) + room);
        if (a.neurons == 1)
            isRight = data.targets(0, x) >= 0.5 ? Number(0.5L) < a.at(0, x) + room : a.at(0, x) < Number(0.5L) + room;
        count += isRight;
    }
    return count;
}

void accuracy(Statement& say)
{
    if (!atEnd(say))
        return;
    const long double shown = say.shown(2) / 100 * say.truth().examples();
    const int least = right(*say.in.end, *say.in.snapshot.data, false),
              most = right(*say.in.end, *say.in.snapshot.data, true);
    say.holds(shown > least - 1e-6L && shown < most + 1e-6L,
        "it names " + std::to_string(least) + " to " + std::to_string(most) + " of "
            + std::to_string(say.truth().examples()));
}

void update(Statement& say)
{
    const network::Network *after = course(say).network.get(), *before = say.in.beforeLast.get();
    if (!after || !before || course(say).stepsPerEpoch != 1 || course(say).divergence)
        return;
    Number moved, all;
    const auto now = after->weights(1), then = before->weights(1);
    for (Eigen::Index i = 0; i < now.size(); ++i) {
        const Number difference = static_cast<long double>(now.data()[i]) - static_cast<long double>(then.data()[i]);
        moved = moved + difference * difference;
        all = all + Number(static_cast<long double>(then.data()[i])) * Number(static_cast<long double>(then.data()[i]));
    }
    // the difference of two doubles knows few digits where the step is small
    const Value ratio{all.isZero() ? Number{} : sqrt(moved / all), 1e-3L};
    if (!ratio.isZero() && ratio.log10() > -11)
        say.number(2, ratio, "‖Δw‖/‖w‖ of the last step");
}

void divergence(Statement& say)
{
    say.holds(course(say).divergence.has_value(), "the training has not diverged");
    say.holds(say.whole(2) >= 1 && say.whole(2) <= say.depth(), "there is no such layer");
}

constexpr Row kRows[] = {
    {"step %1", [](Statement& say) { say.isWhole(1, newest(say).step, "the step"); }},
    {"epoch %1", [](Statement& say) { say.isWhole(1, newest(say).epoch, "the epoch"); }},
    {"epoch %1 (step %2)",
        [](Statement& say) {
            say.isWhole(1, newest(say).epoch, "the epoch");
            say.isWhole(2, newest(say).step, "the step");
            say.isWhole(1, newest(say).step / course(say).stepsPerEpoch, "the epoch of that step");
        }},
    {"At %1 the cost is %2, from %3 at the start.", costs},
    {"At %1 the cost is %2, from %3 at the start; on the examples held out it is %4.", costs},
    {"At %1 layer 1 learns %2: ‖δ₁‖ = %3.", speeds},
    {"At %1 the biases of layer 1 do not learn: ‖δ₁‖ = 0.",
        [](Statement& say) {
            say.holds(!atEnd(say) || say.in.end->biasLearnsNothing(1) || belowDoubles(*say.in.end, 1)
                    || !say.in.end->speed(1, Average::normOfMean).sure(),
                "they learn");
        }},
    {"At %1 %2 = %3; the last layer does not learn.",
        [](Statement& say) {
            say.holds(!atEnd(say) || say.in.end->learnsNothing(say.depth()) || belowDoubles(*say.in.end, say.depth()),
                "it learns");
        }},
    {"Up to %1 layer 1 has learned, on average, %2.", meanPace},
    {"Up to %1 the weights of layer 1 have learned, on average, %2.", meanPace},
    {"Up to %1 the biases of the last layer have not learned at all.", lastStands},
    {"Up to %1 the weights of the last layer have not learned at all.", lastStands},
    {"Up to %1 the biases of layer 1 have not learned at all.", firstStands},
    {"Up to %1 the weights of layer 1 have not learned at all.", firstStands},
    {"Up to %1 the only layer has run alone.", [](Statement& say) { say.holds(say.depth() == 1, "there are others"); }},
    {"Runners at the left edge have not moved: their distance is exactly 0.",
        [](Statement& say) {
            bool stands = false;
            for (int layer = 1; layer <= say.depth(); ++layer)
                stands = stands || distance(say, layer).isZero();
            say.holds(stands, "all have moved");
        }},
    {"Gaps: the speed of %1 is exactly 0 there.",
        [](Statement& say) {
            for (const int layer : layersIn(say.nested(1))) {
                bool zero = false;
                for (std::size_t i = 0; i < course(say).trace.size(); ++i)
                    zero = zero || course(say).trace.layer(i, layer).biasSpeed.isZero();
                say.holds(zero, "it is 0 nowhere");
            }
        }},
    {"Layer 1 learned %1 at the start, and %2 at %3.",
        [](Statement& say) {
            paceOfEnds(say, 1, say.truth(), say.depth(), "the ratio at the start");
            if (atEnd(say))
                paceOfEnds(say, 2, *say.in.end, 0, "the ratio");
        }},
    {"One of the two layers does not learn at all: there is no ratio.",
        [](Statement& say) {
            bool zero = false;
            for (const int layer : {1, say.depth()})
                for (const Oracle* truth : {say.in.truth, say.in.end})
                    zero = zero || (truth && (truth->biasLearnsNothing(layer) || belowDoubles(*truth, layer)));
            say.holds(zero || !atEnd(say), "both learn");
        }},
    {"At %1 nine in ten gradients of layer %2’s weights lie between %3 and %4.", nineInTen},
    {"At %1 no gradient of layer %2 other than 0 is known.",
        [](Statement& say) {
            say.holds(!atEnd(say) || gradients(say.in.end->exact(), say.whole(2)).empty()
                    || belowDoubles(*say.in.end, say.whole(2)),
                "there are some");
        }},
    {"At %1 the activations of layer %2 have mean %3 and standard deviation %4; %5 % of them are saturated.",
        activations},
    {"At %1 the network classifies %2 % of the training examples correctly.", accuracy},
    {"At %1 the network classifies %2 % of the training examples correctly, and %3 % of those held out.", accuracy},
    {"These targets are not classes: there is nothing to classify.",
        [](Statement& say) {
            const auto& targets = say.in.snapshot.data->targets;
            bool classes = true;
            for (Eigen::Index x = 0; x < targets.cols(); ++x) {
                double sum = 0;
                for (Eigen::Index i = 0; i < targets.rows(); ++i) {
                    classes = classes && (targets(i, x) == 0 || targets(i, x) == 1);
                    sum += targets(i, x);
                }
                classes = classes && (targets.rows() == 1 || sum == 1);
            }
            say.holds(!classes, "they are");
        }},
    {"The step of epoch %1 changed the weights of layer 1 by %2 of their size; about 10⁻³ is a good pace.", update},
    {"The last layer learns more slowly than any number here can express: there is no ratio.", [](Statement&) {}},
    {"Gaps: the speed of %1 is too small to be drawn there, but not 0.", [](Statement&) {}},
    {"Gaps: the cost is exactly 0 there.",
        [](Statement& say) {
            bool zero = false;
            for (std::size_t i = 0; i < course(say).trace.size(); ++i)
                zero = zero || course(say).trace.record(i).cost.isZero();
            say.holds(zero, "it is 0 nowhere");
        }},
    {"A cost below 0 has no logarithm: this axis is linear. Only targets outside 0 to 1 give such a cost.",
        [](Statement& say) {
            const auto& targets = say.in.snapshot.data->targets;
            say.holds(targets.minCoeff() < 0 || targets.maxCoeff() > 1, "no target is outside");
        }},
    {"Cost after the same training: %1.", [](Statement&) {}},
    {"At step %1 the activations of layer %2 grew beyond what a double holds: the training ends with the network as it "
     "was before.",
        divergence},
    {"At step %1 the gradient of layer %2 grew beyond what a double holds: the training ends with the network as it "
     "was before.",
        divergence},
    {"At step %1 the weights and biases of layer %2 would grow beyond what a double holds: the training ends with the "
     "network as it was before.",
        divergence},
};

} // namespace

std::span<const Row> trainingRows()
{
    return kRows;
}

} // namespace deltascope::sentences
