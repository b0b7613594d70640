// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of mean field theory, against integrals of its own. core/maths.md 9.1 to 9.10; of the law
// of finite width, against products drawn one by one. core/maths.md 16.1, 16.4.
#include "core/sentences/statement.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "theory/mean_field/phase_diagram.h"

#include <algorithm>
#include <random>

namespace deltascope::sentences {
namespace {

struct Moments {
    long double square = 0, slopeSquare = 0; ///< ∫Dz f(√q z)², ∫Dz f′(√q z)²
};

/// By the trapezoid on [−12, 12].
Moments momentsAt(const std::string& activation, long double q)
{
    const long double root = std::sqrt(q);
    const int steps = 600 + static_cast<int>(std::min(4000.0L, 60 * root));
    Moments moments;
    for (int i = 0; i <= 2 * steps; ++i) {
        const long double z = 12.0L * (i - steps) / steps;
        const long double weight = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979323846L) * 12 / steps;
        const ValueAndSlope f = activated(activation, root * z);
        moments.square += weight * (f.value * f.value).value();
        if (i == steps && q > 0) { // at a kink, half of either side
            const Number left = activated(activation, -1e-30L).slope, right = activated(activation, 1e-30L).slope;
            moments.slopeSquare += weight * ((left * left + right * right) / Number(2)).value();
        } else {
            moments.slopeSquare += weight * (f.slope * f.slope).value();
        }
    }
    return moments;
}

struct Fixed {
    long double q = 1, chi = 0;
    bool settled = true, grows = false;
};

/// σ_w² and σ_b² of a layer.
std::pair<long double, long double> variances(const model::Scenario& scenario, int layer)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    const auto size = [&](int l) { return neuronsIn(scenario, l); };
    const long double gain = scenario.gain, deviation = scenario.biasDeviation;
    const bool own = !rule->usesBiasDeviation;
    return {gain * gain * static_cast<long double>(rule->weightVariance(size(layer - 1), size(layer))),
        !own                                ? deviation * deviation
            : rule->biasVariance != nullptr ? rule->biasVariance(size(layer - 1))
                                            : 0};
}

/// The same of hidden layers between hidden layers.
std::pair<long double, long double> hiddenVariances(const model::Scenario& scenario)
{
    model::Scenario deep = scenario;
    deep.depth = 3;
    deep.layers.clear();
    return variances(deep, 2);
}

/// q ← σ_w²∫f² + σ_b² from this start until it stands.
Fixed fixedPoint(const model::Scenario& scenario, long double start)
{
    const auto [weight, bias] = hiddenVariances(scenario);
    Fixed found{start};
    Moments moments;
    for (int step = 0; step < 3000; ++step) {
        moments = momentsAt(hiddenActivationOf(scenario), found.q);
        const long double next = weight * moments.square + bias;
        const bool still = std::abs(next - found.q) < 1e-9L * (found.q + 1e-30L);
        found.grows = next > 1e12L;
        found.settled = still || next < 1e-12L || found.grows;
        found.q = next;
        if (found.settled)
            break;
    }
    found.chi = weight * moments.slopeSquare;
    return found;
}

bool isRemedied(const model::Scenario& scenario)
{
    return scenario.residual != 0 || scenario.normalization != "none" || scenario.dropout != 0;
}

/// Where the hidden layers of this scenario lead the q of its inputs; not settled where that differs between them, or
/// with remedies, which this test leaves to others.
Fixed destination(const Statement& say)
{
    const model::Scenario& scenario = say.scenario();
    if (isRemedied(scenario) || scenario.width < 2)
        return {1, 0, false, false};
    const auto& inputs = say.in.snapshot.data->inputs;
    model::Scenario alike = scenario;
    alike.layers.clear();
    const auto [weight, bias] = variances(alike, 1);
    long double least = HUGE_VALL, most = 0;
    for (Eigen::Index x = 0; x < inputs.cols(); ++x) {
        const long double square =
            static_cast<long double>(inputs.col(x).squaredNorm()) / static_cast<long double>(inputs.rows());
        least = std::min(least, weight * square + bias);
        most = std::max(most, weight * square + bias);
    }
    if (!(most < 1e6L) || least < 1e-12L) // q = 0 stays 0, however unstable it is
        return {1, 0, false, false};
    const Fixed low = fixedPoint(scenario, least), high = least == most ? low : fixedPoint(scenario, most);
    if (std::abs(low.chi - high.chi) > 1e-4L * high.chi || !low.settled)
        return {1, 0, false, false};
    return high;
}

void phase(Statement& say, int direction)
{
    const auto [weight, bias] = hiddenVariances(say.scenario());
    say.number(1, Value{Number(std::sqrt(weight)), 1e-4L}, "σw");
    say.number(2, Value{Number(std::sqrt(bias)), 1e-4L}, "σb");
    const Fixed fixed = destination(say);
    if (!fixed.settled)
        return;
    if (direction == 0) {
        say.holds(std::abs(fixed.chi - 1) < 1e-3L, "χ₁ is " + std::to_string(fixed.chi));
        return;
    }
    say.number(3, Value{Number(fixed.chi), 2e-3L}, "χ₁");
    if (std::abs(fixed.chi - 1) > 1e-3L)
        say.holds((fixed.chi > 1) == (direction > 0), "χ₁ is " + std::to_string(fixed.chi));
}

void grows(Statement& say)
{
    const Fixed fixed = destination(say);
    say.holds(fixed.grows || !fixed.settled, "q settles at " + std::to_string(fixed.q));
}

void settles(Statement& say)
{
    if (const Fixed fixed = destination(say); fixed.settled && fixed.q > 1e-6L)
        say.number(1, Value{Number(fixed.q), 2e-3L}, "q*");
}

void everywhere(Statement& say)
{
    const auto [weight, bias] = hiddenVariances(say.scenario());
    if (!isRemedied(say.scenario()))
        for (const long double q : {0.5L, 2.0L})
            say.holds(std::abs(weight * momentsAt(hiddenActivationOf(say.scenario()), q).square + bias - q) < 1e-4L * q,
                "q = " + std::to_string(q) + " moves");
}

/// q is a fixed point, with this χ₁.
void placeOfQ(Statement& say)
{
    const long double q = say.shown(1);
    const auto [weight, bias] = hiddenVariances(say.scenario());
    if (isRemedied(say.scenario()) || q < 1e-6L)
        return;
    const Moments moments = momentsAt(hiddenActivationOf(say.scenario()), q);
    say.holds(std::abs(weight * moments.square + bias - q) < 2e-3L * q,
        "q goes on to " + std::to_string(weight * moments.square + bias));
    say.number(2, Value{Number(weight * moments.slopeSquare), 3e-3L}, "χ₁ there");
}

void overTheDepth(Statement& say)
{
    say.isWhole(2, say.depth(), "the last layer");
    const auto factor = static_cast<long double>(say.in.snapshot.get<mean_field::PhaseDiagram>()->fixedPoint.factor);
    say.number(3, Value{factor == 0 ? Number{} : exp(Number(std::log(factor) / 2 * (say.depth() - 1))), 1e-9L},
        "√χ₁ to that power");
}

/// √(E‖δ^l‖²/E‖δ^L‖²) of one input, or of equal ones; 0: not known here.
long double predictedRatio(const Statement& say, int layer)
{
    const model::Scenario& scenario = say.scenario();
    if (isRemedied(scenario) || (say.truth().examples() > 1 && scenario.data != "constant"))
        return 0;
    const auto inputs = say.in.snapshot.data->inputs.col(0);
    long double square = 0, factor = 1;
    for (Eigen::Index i = 0; i < inputs.size(); ++i)
        square += static_cast<long double>(inputs(i)) * static_cast<long double>(inputs(i))
            / static_cast<long double>(inputs.size());
    for (int l = 1; l < scenario.depth; ++l) {
        const auto [weight, bias] = variances(scenario, l);
        if (!(weight * square + bias < 1e6L))
            return 0; // a trapezoid of these steps is too coarse
        const Moments moments = momentsAt(activationOf(scenario, l), weight * square + bias);
        square = moments.square;
        if (l >= layer)
            factor *= moments.slopeSquare * variances(scenario, l + 1).first;
    }
    // E‖δ^l‖² counts neurons: n_l Var w_(l+1) = σ_w² n_l/n_l, the next layer's fan-in being this layer's size
    return std::sqrt(factor);
}

void farthest(Statement& say)
{
    const int layer = say.whole(2);
    say.isWhole(1, neuronsIn(say.scenario(), layer), "the width");
    const Value measured = say.truth().ratio(layer, say.depth(), Average::rms);
    const long double predicted = predictedRatio(say, layer);
    if (predicted > 0 && measured.sure())
        say.pace(3, Value{measured.exact / Number(predicted), measured.decades + 3e-3L}, 0, "measured over predicted");
}

constexpr int kProducts = 4000;

/// Of f below and above 0.
std::pair<double, double> slopesOf(const model::Scenario& scenario, int layer)
{
    return {static_cast<double>(activated(activationOf(scenario, layer), -1).slope.value()),
        static_cast<double>(activated(activationOf(scenario, layer), 1).slope.value())};
}

/// ln(‖δ^1‖²/‖δ^L‖²) of networks none of whose layers is dead, ascending; nothing for layers with a normal law of their
/// own.
std::vector<double> drawn(const model::Scenario& scenario)
{
    std::mt19937_64 source(4711);
    const auto square = [&](int freedom) {
        return freedom == 0 ? 0 : std::chi_squared_distribution<double>(freedom)(source);
    };
    struct Layer {
        double below, above, variance;
        int neurons;
    };
    std::vector<Layer> layers;
    for (int layer = 1; layer < scenario.depth; ++layer) {
        const auto [below, above] = slopesOf(scenario, layer);
        layers.push_back(
            {below, above, static_cast<double>(variances(scenario, layer + 1).first), neuronsIn(scenario, layer)});
    }
    std::vector<double> logs;
    for (int i = 0; i < kProducts; ++i) {
        double log = 0;
        for (const Layer& layer : layers) {
            std::binomial_distribution<int> coins(layer.neurons, 0.5);
            double sum = 0;
            while (sum == 0) {
                const int up = coins(source);
                sum = layer.above * layer.above * square(up) + layer.below * layer.below * square(layer.neurons - up);
            }
            log += std::log(layer.variance / layer.neurons * sum);
        }
        logs.push_back(log);
    }
    std::ranges::sort(logs);
    return logs;
}

/// The p-quantile in decades of ‖δ‖, and how far off it may be.
Value quantile(const std::vector<double>& logs, double p)
{
    const auto at = [&](double place) {
        return logs[static_cast<std::size_t>(std::clamp(place, 0.0, 1.0) * (kProducts - 1))] / 2;
    };
    const double error = 6 * std::sqrt(p * (1 - p) / kProducts); // of the share below
    const double spread = std::max(at(p + error) - at(p), at(p) - at(p - error)) / std::log(10.0);
    return {exp(Number(at(p))), static_cast<long double>(spread) + 1e-3L};
}

void typical(Statement& say)
{
    const model::Scenario& scenario = say.scenario();
    int narrowest = neuronsIn(scenario, 1);
    long double log = 0; // of mean field's product of ‖δ‖²
    for (int layer = 1; layer < scenario.depth; ++layer) {
        narrowest = std::min(narrowest, neuronsIn(scenario, layer));
        const auto [below, above] = slopesOf(scenario, layer);
        log += std::log(variances(scenario, layer + 1).first * (below * below + above * above) / 2);
    }
    say.isWhole(1, narrowest, "the width");
    if (scenario.depth > 60)
        return;
    const std::vector<double> logs = drawn(scenario);
    const Value median = quantile(logs, 0.5);
    if (median.sure()) // else too few products for a number
        say.number(
            2, Value{exp(Number(log / 2)) / median.exact, median.decades}, "the root mean square over the median");
    if (scenario.examples > 1)
        return; // the anchor is the first example's
    const Value anchor = say.truth().speed(scenario.depth, Average::rms);
    for (const auto& [argument, p] : {std::pair{3, 0.05}, std::pair{4, 0.95}}) {
        const Value edge = quantile(logs, p);
        if (anchor.sure() && edge.sure())
            say.number(argument, Value{edge.exact * anchor.exact, edge.decades + anchor.decades}, "an edge");
    }
}

/// Up or down from the median to an edge.
void inBands(Statement& say, bool up)
{
    const model::Scenario& scenario = say.scenario();
    say.holds(scenario.examples == 1, "there are more examples");
    const Value measured = say.truth().ratio(1, scenario.depth, Average::rms);
    if (scenario.depth > 60 || !measured.sure())
        return;
    const std::vector<double> logs = drawn(scenario);
    const Value median = quantile(logs, 0.5), edge = quantile(logs, up ? 0.95 : 0.05);
    const double away = static_cast<double>(measured.exact.log10() - median.exact.log10()) * (up ? 1 : -1);
    const double whole = std::abs(static_cast<double>(edge.exact.log10() - median.exact.log10()));
    const double slack = static_cast<double>(median.decades + edge.decades);
    say.holds(away > -slack, "it lies on the other side");
    if (whole > 3 * slack)
        say.holds(
            std::abs(say.shown(1) - away / whole) < 0.01 + 0.06 * say.shown(1) + 2 * slack / whole * (1 + say.shown(1)),
            "it is " + std::to_string(away / whole));
}

bool isStraight(const std::string& activation)
{
    const std::string_view id = plainName(activation);
    return id == "relu" || id.starts_with("leaky_relu") || id == "identity";
}

constexpr Row kRows[] = {
    {"At depth %1 layer 1 learns %2; by mean field (rms), %3.",
        [](Statement& say) {
            say.isWhole(1, say.depth(), "the depth");
            const Average average = say.in.view().average == "mean_of_norms" ? Average::meanOfNorms
                : say.in.view().average == "rms"                             ? Average::rms
                                                                             : Average::normOfMean;
            say.pace(2, say.truth().ratio(1, say.depth(), average), say.depth(), "the ratio");
            if (const long double predicted = predictedRatio(say, 1); predicted > 0)
                say.pace(3, Value{Number(predicted), 3e-3L}, 0, "the prediction");
        }},
    {"σw = %1, σb = %2: χ₁ = %3 < 1: in infinitely wide layers ‖δ‖ shrinks by %4 per layer, e-fold every %5 layers.",
        [](Statement& say) { phase(say, -1); }},
    {"σw = %1, σb = %2: χ₁ = %3 > 1: in infinitely wide layers ‖δ‖ grows by %4 per layer, e-fold every %5 layers.",
        [](Statement& say) { phase(say, 1); }},
    {"σw = %1, σb = %2: χ₁ = 1 to within 10⁻⁶, critical: ‖δ‖ neither shrinks nor grows exponentially.",
        [](Statement& say) { phase(say, 0); }},
    {"σw = %1, σb = %2: χ₁ = 0: in infinitely wide layers no gradient comes back through a hidden layer.",
        [](Statement& say) {
            if (const Fixed fixed = destination(say); fixed.settled)
                say.holds(fixed.chi < 1e-6L, "χ₁ is " + std::to_string(fixed.chi));
        }},
    {"%1 From layer %2 back to layer 1 that makes a factor of %3, with q at q* in each.", overTheDepth},
    {"The mean square of the weighted inputs, q, grows without end from layer to layer here; χ₁ is the limit.", grows},
    {"The mean square of the weighted inputs, q, settles at q* = %1 here.", settles},
    {"The mean square of the weighted inputs, q, stays the same from layer to layer, whatever it is: at q* = %1, the "
     "mean over the examples.",
        everywhere},
    {"%1 (χ₁ = %2)", placeOfQ},
    {"∞ (χ₁ = %1)", [](Statement&) {}},
    {"Layer normalization cancels σw, as long as σw² times the mean square of what enters is far above ε = 10⁻⁵.",
        [](Statement& say) { say.holds(say.scenario().normalization == "layer", "there is none"); }},
    {"RMS normalization cancels σw, as long as σw² times the mean square of what enters is far above ε = 10⁻⁵.",
        [](Statement& say) { say.holds(say.scenario().normalization == "rms", "there is none"); }},
    {"At depth 1 the only layer is the first and the last: the ratio is 1.",
        [](Statement& say) { say.holds(say.depth() == 1, "there are more"); }},
    {"Mean field (Schoenholz et al. 2017) is the root mean square over all networks of this rule with these output "
     "errors, exact for many "
     "inputs "
     "and infinitely wide layers; this one, %1 wide, is farthest from it in layer %2, which learns %3.",
        farthest},
    {"Mean field has no exact zeros in wide layers; here the speed is 0 in %1, and no factor says how far that is from "
     "it.",
        [](Statement& say) {
            for (const int l : layersIn(say.nested(1)))
                say.holds(say.truth().isDead(l), "layer " + std::to_string(l) + " learns");
        }},
    {"√χ₁ = %1", [](Statement&) {}},
    {"%1 %", [](Statement&) {}},
    {"No critical line crosses this plane.", [](Statement&) {}},
    {"Mean field takes the output error as independent of the weights before it; with so many outputs for the width of "
     "the network (%1 to %2) it is not quite, and the speeds can lie above the prediction.",
        [](Statement& say) {
            say.isWhole(1, say.scenario().outputs, "the outputs");
            say.isWhole(2, neuronsIn(say.scenario(), say.depth() - 1), "the width");
        }},
    {"Mean field theory applies to random initialization; this one is not random.",
        [](Statement& say) {
            const network::Initializer* rule = findKind(network::initializersRegistry(), say.scenario().initializer);
            say.holds(!rule->isRandom(), "they are");
        }},
    {"There is no mean field theory here: batch normalization makes the examples depend on each other.",
        [](Statement& say) { say.holds(say.scenario().normalization == "batch", "there is no batch normalization"); }},
    {"Mean field theory applies to wide layers; with one neuron in a layer it says nothing.",
        [](Statement& say) {
            bool one = false;
            for (int l = 1; l < say.depth(); ++l)
                one = one || neuronsIn(say.scenario(), l) == 1;
            say.holds(one, "they are wider");
        }},
    {"The mean square of the weighted inputs, q, does not go to the same place for all examples: %1 of them.",
        [](Statement& say) { say.holds(say.truth().examples() > 1, "there is one"); }},
    {"For %1 of %2 examples: %3", [](Statement& say) { say.isWhole(2, say.truth().examples(), "the examples"); }},
    {"Mean field (Schoenholz et al. 2017) is about the root mean square over all networks of this rule with these "
     "output errors; even in wide layers it need not be exact, as a neuron has only %1 weights; this network, %2 wide, "
     "is farthest from it in layer %3, which learns %4.",
        [](Statement& say) { say.isWhole(2, neuronsIn(say.scenario(), say.whole(3)), "the width"); }},
    // finite width
    {"Law of finite width (Hanin & Nica 2018): a typical network of this width, %1, lies %2-fold below mean field’s "
     "root mean square in layer 1; 90 % have ‖δ₁‖ between %3 and %4.",
        typical},
    {"Law of finite width (Hanin & Nica 2018): a typical network of these widths, the narrowest %1, lies %2-fold below "
     "mean field’s root mean square in layer 1; 90 % have ‖δ₁‖ between %3 and %4.",
        typical},
    {"This one lies %1 of the way from the median up to the edge of that band.",
        [](Statement& say) { inBands(say, true); }},
    {"This one lies %1 of the way from the median down to the edge of that band.",
        [](Statement& say) { inBands(say, false); }},
    {"The law is that of one input, drawn for the first example.",
        [](Statement& say) { say.holds(say.scenario().examples > 1, "there is one example"); }},
    {"A share of %1 of such networks has a layer whose neurons are all silent; the law describes the others.",
        [](Statement& say) {
            long double alive = 1;
            for (int l = 1; l < say.depth(); ++l)
                if (plainName(activationOf(say.scenario(), l)) == "relu")
                    alive *= 1 - std::exp2(-static_cast<long double>(neuronsIn(say.scenario(), l)));
            say.number(1, Value{Number(1 - alive), 1e-9L}, "the chance");
        }},
    {"With one output the law of finite width is exact; with %1 it takes their errors as independent of the weights "
     "before them.",
        [](Statement& say) { say.isWhole(1, say.scenario().outputs, "the outputs"); }},
    {"q settles at q* = %1, where the slope of the map is %2: what is missing shrinks by a factor of e over ξq = %3 "
     "layers.",
        [](Statement& say) {
            if (const Fixed fixed = destination(say); fixed.settled && !fixed.grows)
                say.number(1, Value{Number(fixed.q), 1e-4L}, "q*");
        }},
    {"Every q is a fixed point: the map is the diagonal, and q stays as it is.",
        [](Statement& say) {
            say.holds(isStraight(hiddenActivationOf(say.scenario())), "f bends");
            say.holds(hiddenVariances(say.scenario()).second == 0, "there are biases");
        }},
    {"Ordered: the slope at c = 1 is χ₁ = %1, so all inputs become alike, and what tells them apart shrinks by a "
     "factor of e over ξc = %2 layers.",
        [](Statement& say) {
            const Fixed fixed = destination(say);
            if (!fixed.settled)
                return;
            say.number(1, Value{Number(fixed.chi), 2e-3L}, "χ₁");
            say.number(2, Value{Number(-1 / std::log(fixed.chi)), 2e-3L / std::abs(1 - fixed.chi)}, "ξc");
            say.holds(fixed.chi < 1.001L, "χ₁ is " + std::to_string(fixed.chi));
        }},
    {"Chaotic: the slope at c = 1 is χ₁ = %1, so nearly equal inputs separate, and all pairs end at c* = %2, over ξc = "
     "%3 layers.",
        [](Statement& say) {
            const Fixed fixed = destination(say);
            if (!fixed.settled)
                return;
            say.number(1, Value{Number(fixed.chi), 2e-3L}, "χ₁");
            say.holds(fixed.chi > 0.999L, "χ₁ is " + std::to_string(fixed.chi));
            say.holds(say.shown(2) < 1, "c* is no less than 1");
        }},
    {"The exact law of finite width holds for independent normal weights; this rule gives others.",
        [](Statement& say) {
            const std::string& rule = say.scenario().initializer;
            for (const char* normal : {"he_normal", "lecun_normal", "scaled_normal", "standard_normal", "mean_field",
                     "kumar_normal", "random_walk"})
                say.holds(rule != normal || say.scenario().gain == 0, "it is " + rule);
        }},
    {"The exact law of finite width holds for networks without biases.",
        [](Statement& say) {
            const std::string& rule = say.scenario().initializer;
            say.holds(rule == "scaled_normal" || rule == "standard_normal" || rule == "uniform_biased"
                    || (rule == "mean_field" && say.scenario().biasDeviation > 0),
                "there are none");
        }},
    {"The exact law of finite width holds for layers of weights and activation alone, without normalization or "
     "residual connection.",
        [](Statement& say) {
            say.holds(isRemedied(say.scenario()) || say.scenario().gate != "none", "there is neither");
        }},
    {"The exact law of finite width holds for activations of two straight lines, as ReLU, leaky ReLU and identity.",
        [](Statement& say) {
            bool straight = true;
            for (int l = 1; l < say.depth(); ++l)
                straight = straight && isStraight(activationOf(say.scenario(), l));
            say.holds(!straight, "all are");
        }},
    {"The exact law of finite width holds for one output, or several with an activation of two straight lines.",
        [](Statement& say) {
            say.holds(
                say.scenario().outputs > 1 && !isStraight(activationOf(say.scenario(), say.depth())), "it is such");
        }},
    {"The exact law of finite width holds for inputs that are not all 0.",
        [](Statement& say) { say.holds(say.in.snapshot.data->inputs.isZero(0), "they are not"); }},
};

} // namespace

std::span<const Row> theoryRows()
{
    return kRows;
}

} // namespace deltascope::sentences
