// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about how z, a, f′ and δ are spread, and about singular values.
#include "core/sentences/statement.h"

#include "core/support/normalized_over.h"
#include "evaluation/layer_distributions.h"
#include "theory/jacobian/network_spectrum.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

constexpr long double kSaturated = 0.05L; // of max|f′|

Value meanOf(Statement& say, int layer, Grid OwnLayer::*member)
{
    return say.truth().of([=](const OwnPasses& passes) {
        const Grid& grid = passes.layer(layer).*member;
        Number sum;
        for (const Number& value : grid.values)
            sum = sum + (value - grid.values.front());
        return grid.values.front() + sum / Number(static_cast<long double>(grid.values.size()));
    });
}

/// Unsure where it is smaller than what doubles beside the mean hold.
Value deviationOf(Statement& say, int layer, Grid OwnLayer::*member)
{
    Value mean = meanOf(say, layer, member);
    Value deviation = say.truth().of([=](const OwnPasses& passes) {
        const Grid& grid = passes.layer(layer).*member;
        const auto count = static_cast<long double>(grid.values.size());
        Number sum, squares;
        for (const Number& value : grid.values)
            sum = sum + (value - grid.values.front());
        const Number middle = grid.values.front() + sum / Number(count);
        for (const Number& value : grid.values)
            squares = squares + (value - middle) * (value - middle);
        return sqrt(squares / Number(count)) * (member == &OwnLayer::delta ? passes.unit() : Number(1));
    });
    const Number unit = member == &OwnLayer::delta ? say.truth().exact().unit() : Number(1);
    if (deviation.exact < abs(mean.exact) * unit * Number(1e-9L))
        deviation.decades = HUGE_VALL;
    return deviation;
}

bool isUnsure(Statement& say, int layer)
{
    return say.truth().noiseShare(layer) > 1e-3L;
}

/// In percent, of |f′| below 5 % of its maximum.
Value saturatedShare(Statement& say, int layer)
{
    const Number limit = kSaturated * largestSlope(activationOf(say.scenario(), layer));
    const Grid& slopes = say.truth().exact().layer(layer).slope;
    const auto count = std::ranges::count_if(slopes.values, [&](const Number& slope) { return abs(slope) < limit; });
    return {Number(100.0L * static_cast<long double>(count) / static_cast<long double>(slopes.values.size())),
        isUnsure(say, layer) ? HUGE_VALL : 1e-13L};
}

void share(Statement& say, int n, int layer)
{
    const Value truth = saturatedShare(say, layer);
    if (truth.sure())
        say.number(n, truth, "the saturated share of layer " + std::to_string(layer));
}

void mostSaturated(Statement& say, int layer)
{
    for (int l = 1; l <= say.depth(); ++l) {
        const Value here = saturatedShare(say, l), there = saturatedShare(say, layer);
        say.holds(!here.sure() || !there.sure() || !(there.exact < here.exact),
            "layer " + std::to_string(l) + " is more saturated");
    }
}

/// |δ| of a layer in order, zeros first.
std::vector<Number> sizes(Statement& say, int layer)
{
    std::vector<Number> all;
    for (const Number& delta : say.truth().exact().layer(layer).delta.values)
        all.push_back(abs(delta) * say.truth().exact().unit());
    std::ranges::sort(all, [](const Number& left, const Number& right) { return left < right; });
    return all;
}

/// %n lies between the two sizes that this share of the values ends at.
void percentile(Statement& say, int n, int layer, long double share, const std::string& what)
{
    for (const Message& note : say.place.whole->notes)
        if (note.english.starts_with("More than 10³⁰⁸ below"))
            return; // and stand there
    std::vector<Number> all = sizes(say, layer);
    if (say.message.english.find("zeros left out") != std::string::npos)
        std::erase_if(all, [](const Number& size) { return size.isZero(); });
    if (all.empty())
        return say.holds(false, "all of them are 0");
    const long double place = share * static_cast<long double>(all.size() - 1);
    const Number low = all[static_cast<std::size_t>(std::floor(place))],
                 high = all[static_cast<std::size_t>(std::ceil(place))];
    const long double room = 1e-3L + say.truth().speed(layer, Average::rms).decades;
    if (room > 0.1L)
        return;
    const auto* size = std::get_if<Magnitude>(&say.message.arguments[static_cast<std::size_t>(n - 1)].value);
    const long double shown = size && size->sign != 0 ? size->log10
        : say.shown(n) == 0                           ? -HUGE_VALL
                                                      : std::log10(std::abs(static_cast<long double>(say.shown(n))));
    say.holds(shown >= low.log10() - room && shown <= high.log10() + room,
        what + " of layer " + std::to_string(layer) + " lies between 10^" + std::to_string(low.log10()) + " and 10^"
            + std::to_string(high.log10()) + ", not at 10^" + std::to_string(shown));
}

void medianOfFirst(Statement& say)
{
    percentile(say, 1, 1, 0.5L, "the median");
    percentile(say, 2, 1, 0.05L, "the 5 % end");
    percentile(say, 3, 1, 0.95L, "the 95 % end");
}

void medians(Statement& say)
{
    medianOfFirst(say);
    say.isText(4, subscripted("δ", say.depth()), "the last δ's name");
    percentile(say, 5, say.depth(), 0.5L, "the median");
}

Value oneDelta(Statement& say, int layer, bool sized)
{
    return say.truth().of([=](const OwnPasses& passes) {
        const Number delta = passes.layer(layer).delta.values.front() * passes.unit();
        return sized ? abs(delta) : delta;
    });
}

void deviation(Statement& say, int n, int layer)
{
    if (const Value truth = deviationOf(say, layer, &OwnLayer::delta); truth.sure())
        say.number(n, truth, "the deviation of layer " + std::to_string(layer));
}

void zeroShare(Statement& say)
{
    const std::string what = say.text(2);
    long double most = 0;
    for (const int layer : layersIn(say.nested(3))) {
        const OwnLayer& own = say.truth().exact().layer(layer);
        const Grid& grid = what == "δˡ" ? own.delta : own.a;
        const auto zeros = std::ranges::count_if(grid.values, [](const Number& value) { return value.isZero(); });
        say.holds(zeros > 0, "none in layer " + std::to_string(layer));
        most = std::max(most, 100.0L * static_cast<long double>(zeros) / static_cast<long double>(grid.values.size()));
    }
    say.number(1, Value{Number(most), 1e-3L}, "the share of zeros");
}

const jacobian::LayerSpectrum& first(const Statement& say)
{
    return say.in.snapshot.get<jacobian::NetworkSpectrum>()->layers.front();
}

/// √Σσ² is the Frobenius norm of ∂a^L/∂a⁰ of the first example, which the oracle multiplies out.
void spectrumNorm(Statement& say)
{
    const network::Network& network = *say.in.snapshot.network;
    const OwnPasses& passes = say.truth().exact();
    if (isNormalized(network) || say.scenario().gate != "none")
        return;
    const int inputs = network.size(0);
    std::vector<std::vector<Number>> columns(static_cast<std::size_t>(inputs));
    for (int j = 0; j < inputs; ++j) {
        std::vector<Number> tangent(static_cast<std::size_t>(inputs));
        tangent[static_cast<std::size_t>(j)] = 1;
        for (int l = 1; l <= say.depth(); ++l) {
            std::vector<Number> next(static_cast<std::size_t>(network.size(l)));
            for (int i = 0; i < network.size(l); ++i) {
                Number sum;
                for (int k = 0; k < network.size(l - 1); ++k)
                    sum = sum
                        + Number(static_cast<long double>(network.weights(l)(i, k)))
                            * tangent[static_cast<std::size_t>(k)];
                next[static_cast<std::size_t>(i)] =
                    passes.layer(l).branch.at(i, 0) * passes.layer(l).slope.at(i, 0) * sum;
                if (network.identity(l) != 0)
                    next[static_cast<std::size_t>(i)] = next[static_cast<std::size_t>(i)]
                        + Number(static_cast<long double>(network.identity(l))) * tangent[static_cast<std::size_t>(i)];
            }
            tangent = std::move(next);
        }
        columns[static_cast<std::size_t>(j)] = std::move(tangent);
    }
    Number squares, all;
    for (const auto& column : columns)
        for (const Number& each : column)
            squares = squares + each * each;
    for (const numerics::Scaled& sigma : first(say).product) {
        const Number own(static_cast<long double>(sigma.mantissa), static_cast<long double>(sigma.exponent));
        all = all + own * own;
    }
    long double noise = 0;
    for (int l = 1; l <= say.depth(); ++l)
        noise = std::max(noise, say.truth().noiseShare(l));
    if (noise > 1e-6L)
        return;
    say.holds(squares.isZero() == all.isZero(),
        squares.isZero() ? "the product is exactly 0"
                         : "the product is not 0: its norm is 10^" + std::to_string(squares.log10() / 2));
    if (!squares.isZero() && !all.isZero())
        say.holds(std::abs(squares.log10() - all.log10()) < 1e-4L,
            "its norm is 10^" + std::to_string(squares.log10() / 2) + ", not 10^" + std::to_string(all.log10() / 2));
}

constexpr Row kRows[] = {
    {"Layer %1 has z = %2, where %3′(z) = 0, as it is everywhere.",
        [](Statement& say) {
            const int layer = say.whole(1);
            say.number(2, meanOf(say, layer, &OwnLayer::z), "z");
            say.isText(3, symbolOf(say.scenario(), layer), "the activation's name");
            say.holds(largestSlope(activationOf(say.scenario(), layer)) == 0, "it is not");
        }},
    {"Layer %1 has z = %2, where %3′(z) = %4: %5 % of its maximum %6.",
        [](Statement& say) {
            const int layer = say.whole(1);
            const long double most = largestSlope(activationOf(say.scenario(), layer));
            say.number(2, meanOf(say, layer, &OwnLayer::z), "z");
            say.isText(3, symbolOf(say.scenario(), layer), "the activation's name");
            const Value slope = meanOf(say, layer, &OwnLayer::slope);
            say.number(4, slope, "f′(z)");
            say.number(
                5, Value{slope.exact * Number(100) / Number(most), slope.decades + 1e-9L}, "the share of the maximum");
            say.number(6, Value{Number(most), 1e-9L}, "the maximum");
        }},
    {"Layer %1 is saturated (|%2′| < 5 % of its maximum) in %3 % of its values.",
        [](Statement& say) { share(say, 3, say.whole(1)); }},
    {"Layer %1: z has mean %2 and standard deviation %3; %4 % of its values are saturated (|%5′| < 5 % of its maximum "
     "%6).",
        [](Statement& say) {
            const int layer = say.whole(1);
            if (!isUnsure(say, layer)) {
                if (meanOf(say, layer, &OwnLayer::z).sure()
                    && std::abs(say.shown(2)) > 1e-9) // else it is a 0 but for rounding
                    say.number(2, meanOf(say, layer, &OwnLayer::z), "the mean of z");
                if (deviationOf(say, layer, &OwnLayer::z).sure())
                    say.number(3, deviationOf(say, layer, &OwnLayer::z), "its deviation");
            }
            share(say, 4, layer);
            say.number(6, Value{Number(largestSlope(activationOf(say.scenario(), layer))), 1e-9L}, "the maximum");
        }},
    {"The most saturated layer is drawn; select another to see its z.",
        [](Statement& say) {
            for (const Argument& argument : say.place.whole->caption.arguments)
                if (const auto* layer = std::get_if<std::int64_t>(&argument.value))
                    return mostSaturated(say, static_cast<int>(*layer));
        }},
    {"No layer is saturated: the first is drawn; select another to see its z.",
        [](Statement& say) {
            for (int l = 1; l <= say.depth(); ++l)
                say.holds(saturatedShare(say, l).exact.isZero() || isUnsure(say, l),
                    "layer " + std::to_string(l) + " is, in part");
        }},
    {"%1 % of the z are exactly 0: left out of the bars.", [](Statement&) {}},
    {"a₁ = %1.", [](Statement& say) { say.number(1, meanOf(say, 1, &OwnLayer::a), "a₁"); }},
    {"a₁ = %1 and %2 = %3.",
        [](Statement& say) {
            say.number(1, meanOf(say, 1, &OwnLayer::a), "a₁");
            say.isText(2, subscripted("a", say.depth()), "the last activation's name");
            say.number(3, meanOf(say, say.depth(), &OwnLayer::a), "a_L");
        }},
    {"layer %1: mean %2, standard deviation %3",
        [](Statement& say) {
            const int layer = say.whole(1);
            const Value mean = meanOf(say, layer, &OwnLayer::a), deviation = deviationOf(say, layer, &OwnLayer::a);
            if (mean.sure() && !isUnsure(say, layer))
                say.number(2, mean, "the mean of a");
            if (deviation.sure() && !isUnsure(say, layer))
                say.number(3, deviation, "its deviation");
        }},
    {"Activations, %1; %2 % of the values are saturated (|f′| under 5 % of its maximum).",
        [](Statement& say) { share(say, 2, 1); }},
    {"Activations, %1; %2. No value is saturated (|f′| under 5 % of its maximum).",
        [](Statement& say) {
            for (int l = 1; l <= say.depth(); ++l)
                say.holds(saturatedShare(say, l).exact.isZero() || isUnsure(say, l),
                    "some of layer " + std::to_string(l) + " are");
        }},
    {"Activations, %1; %2. Most saturated (|f′| under 5 % of its maximum) is layer %3, with %4 % of its values.",
        [](Statement& say) {
            mostSaturated(say, say.whole(3));
            share(say, 4, say.whole(3));
        }},
    {"The layers' sizes are decades apart: drawn as |a| on a logarithmic scale.", [](Statement&) {}},
    {"δ is exactly 0 in %1.",
        [](Statement& say) {
            for (const int l : layersIn(say.nested(1)))
                say.holds(say.truth().isDead(l), "δ of layer " + std::to_string(l) + " is not");
        }},
    {"|δ₁| = %1.", [](Statement& say) { say.number(1, oneDelta(say, 1, true), "|δ₁|"); }},
    {"δ₁ = %1.", [](Statement& say) { say.number(1, oneDelta(say, 1, false), "δ₁"); }},
    {"δ₁ = %1 and %2 = %3.",
        [](Statement& say) {
            say.number(1, oneDelta(say, 1, false), "δ₁");
            say.number(3, oneDelta(say, say.depth(), false), "δ of the last layer");
        }},
    {"|δ₁| = %1 and |%2| = %3: a ratio of %4.",
        [](Statement& say) {
            say.number(1, oneDelta(say, 1, true), "|δ₁|");
            say.isText(2, subscripted("δ", say.depth()), "the last δ's name");
            say.number(3, oneDelta(say, say.depth(), true), "|δ| of the last layer");
            say.number(4, say.truth().ratio(1, say.depth(), Average::rms), "the ratio");
        }},
    {"The median of |δ₁| is %1 (90 % of it between %2 and %3).", medianOfFirst},
    {"The median of |δ₁|, zeros left out, is %1 (90 % of it between %2 and %3).", medianOfFirst},
    {"The median of |δ₁| is %1 (90 % of it between %2 and %3), that of |%4| is %5: a ratio of %6.", medians},
    {"The median of |δ₁|, zeros left out, is %1 (90 % of it between %2 and %3), that of |%4| is %5: a ratio of %6.",
        medians},
    {"The standard deviation of δ₁ is %1.", [](Statement& say) { deviation(say, 1, 1); }},
    {"The standard deviation of δ₁ is %1, that of %2 is %3.",
        [](Statement& say) {
            deviation(say, 1, 1);
            deviation(say, 3, say.depth());
        }},
    {"The standard deviation of δ₁ is %1, that of %2 is %3: a ratio of %4. The shapes share one axis, up to ±%5.",
        [](Statement& say) {
            const Value low = deviationOf(say, 1, &OwnLayer::delta),
                        high = deviationOf(say, say.depth(), &OwnLayer::delta);
            deviation(say, 1, 1);
            deviation(say, 3, say.depth());
            if (low.sure() && high.sure() && !high.isZero())
                say.number(4, Value{low.exact / high.exact, low.decades + high.decades}, "the ratio");
        }},
    {"%1 % of %2 are exactly 0 in %3: left out of the shape.", zeroShare},
    {"Up to %1 % of %2 are exactly 0 in %3: left out of the shapes.", zeroShare},
    {"More than 10³⁰⁸ below the largest δ of their example and drawn there: %1 of the values, in %2.",
        [](Statement&) {}},
    {"In %1 δ fills less than %2 % of this axis, which is that of the widest layer: a line at this scale. The "
     "logarithmic "
     "axis shows it.",
        [](Statement&) {}},
    {"%1 = 0 exactly: nothing of the input reaches the output.",
        [](Statement& say) {
            if (say.place.figure == "jacobian_spectrum")
                spectrumNorm(say);
        }},
    {"%1 has a single singular value, %2; the norms of its factors multiply to %3.", spectrumNorm},
    {"The singular values of %1 reach from %2 down to %3; the norms of its factors multiply to %4.", spectrumNorm},
    {"The present a₀ is that of the first of %1 examples.",
        [](Statement& say) { say.isWhole(1, say.truth().examples(), "the examples"); }},
    {"Of the first of %1 examples.", [](Statement& say) { say.isWhole(1, say.truth().examples(), "the examples"); }},
    {"Derivatives f′ too small for any number here (their exponent has more than 13 digits): %1. Each σ that they "
     "shrink is "
     "marked ↓, not 0.",
        [](Statement&) {}},
    {"In %1 δ is smaller than any number that can be drawn, but not 0.",
        [](Statement& say) {
            for (const int l : layersIn(say.nested(1)))
                say.holds(!say.truth().isDead(l), "δ of layer " + std::to_string(l) + " is 0");
        }},
    {"%1 is too small to be drawn in %2, but not 0 (its exponent has 19 digits).", [](Statement&) {}},
    {"%1 is too large to be drawn in %2.", [](Statement&) {}},
    {"z of layer %1 is too large to be drawn.",
        [](Statement& say) {
            Number most;
            for (const Number& z : say.truth().exact().layer(say.whole(1)).z.values)
                most = std::max(most, abs(z));
            say.holds(most.log10() > 99, "the largest |z| is 10^" + std::to_string(most.log10()));
        }},
};

} // namespace

std::span<const Row> spreadRows()
{
    return kRows;
}

} // namespace deltascope::sentences
