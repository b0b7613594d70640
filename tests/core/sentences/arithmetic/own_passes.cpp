// SPDX-License-Identifier: GPL-3.0-or-later
// Long because it is one pass forward and one back, with all that can stand in a layer.
#include "core/sentences/arithmetic/own_passes.h"
#include "core/support/normalized_over.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

constexpr long double kEpsilon = 1e-5; // of the normalizations

/// The numbers in units of 2^exponent, the largest below 1.
std::vector<long double> aligned(const std::vector<Number>& values, long double& exponent)
{
    exponent = -HUGE_VALL;
    for (const Number& value : values)
        if (!value.isZero())
            exponent = std::max(exponent, value.e);
    std::vector<long double> result;
    result.reserve(values.size());
    for (const Number& value : values)
        result.push_back(value.isZero() || value.e - exponent < -16300
                ? 0
                : std::ldexp(value.m, static_cast<int>(value.e - exponent)));
    if (exponent == -HUGE_VALL)
        exponent = 0;
    return result;
}

/// About the first number, so that equal ones have exactly their value as mean.
template <class At>
Number meanOf(int count, const At& at)
{
    Number sum;
    for (int i = 1; i < count; ++i)
        sum = sum + (at(i) - at(0));
    return at(0) + sum / Number(count);
}

/// a − y where both lie close together.
Number errorOf(const std::string& activation, const Number& z, const Number& a, double target)
{
    const auto beyond = [&](long double sign) { // 1 − |tanh z| and 1 − σ(|z|)
        const Number e = exp(Number(activation == "tanh" ? -2 : -1) * abs(z));
        return Number(sign * (activation == "tanh" ? 2 : 1)) * e / (Number(1) + e);
    };
    if (activation == "sigmoid" && target == 1 && z.sign() > 0)
        return beyond(-1);
    if (activation == "sigmoid" && z.sign() > 0)
        return Number(1.0L - target) + beyond(-1);
    if (activation == "tanh" && target == z.sign())
        return beyond(-z.sign());
    return a - Number(target);
}

} // namespace

OwnPasses::OwnPasses(
    const model::Scenario& scenario, const network::Network& network, const data::Dataset& data, std::uint64_t noise)
    : m_scenario(scenario)
    , m_network(network)
    , m_examples(data.examples())
    , m_noise(noise)
    , m_layers(static_cast<std::size_t>(network.depth() + 1))
{
    Grid& inputs = m_layers[0].a = Grid(network.size(0), m_examples);
    for (int x = 0; x < m_examples; ++x)
        for (int i = 0; i < inputs.neurons; ++i)
            inputs.at(i, x) = static_cast<long double>(data.inputs(i, x));
    m_fed.resize(m_layers.size());
    Eigen::Index row = inputs.neurons;
    for (int l = 2; m_scenario.feed == "every" && m_scenario.tied && l < depth(); ++l, row += inputs.neurons) {
        Grid& fed = m_fed[static_cast<std::size_t>(l)] = Grid(inputs.neurons, m_examples);
        for (int x = 0; x < m_examples; ++x)
            for (int i = 0; i < fed.neurons; ++i)
                fed.at(i, x) = static_cast<long double>(data.inputs(row + i, x));
    }
    for (int l = 1; l <= depth(); ++l)
        forward(l);
    start(data);
    for (int l = depth() - 1; l >= 1; --l)
        backward(l);
}

Number OwnPasses::shaken(const Number& value, const Number& addedUp, int place) const
{
    if (m_noise == 0 || value.isZero()) // what is exactly 0 is so by logic
        return value;
    // Hangs on the value itself, so that examples that are alike stay alike, as they do in doubles.
    const auto mix = [](std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    };
    const auto bits = static_cast<std::uint64_t>(std::ldexp(std::abs(value.m), 64))
        ^ static_cast<std::uint64_t>(static_cast<std::int64_t>(std::fmod(value.e, 1e15L)));
    const std::uint64_t drawn = mix(mix(m_noise * 1000003 + static_cast<std::uint64_t>(place)) ^ bits);
    const long double share = static_cast<long double>(drawn >> 11) * 0x1p-52L - 1;
    return value + Number(share * 0x1p-53L) * addedUp;
}

OwnPasses::Place OwnPasses::normalized(int l) const
{
    if (m_scenario.normalization == "none")
        return Place::nowhere;
    if (m_scenario.normPosition == "before")
        return l > 1 ? Place::before : Place::nowhere;
    if (l == depth())
        return Place::nowhere;
    return m_scenario.normPosition == "after" ? Place::after : Place::behind;
}

/// The mask of dropout, 0 or 1/(1 − p).
double OwnPasses::drawn(int l, int x, int i) const
{
    if (m_scenario.dropout == 0 || l == depth())
        return 1;
    const auto next = [](std::uint64_t z) {
        z += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    };
    std::uint64_t key = next(static_cast<std::uint64_t>(m_scenario.seed) ^ (0x6D61736BULL << 32));
    for (const std::int64_t each : {m_network.draws().step, std::int64_t{l}, std::int64_t{x}, std::int64_t{i}})
        key = next(key + static_cast<std::uint64_t>(each));
    return std::ldexp(static_cast<double>(key >> 11), -53) < m_scenario.dropout ? 0 : 1 / (1 - m_scenario.dropout);
}

void OwnPasses::forward(int l)
{
    OwnLayer& layer = m_layers[static_cast<std::size_t>(l)];
    const Grid& before = m_layers[static_cast<std::size_t>(l - 1)].a;
    const Place place = normalized(l);
    layer.entering = before;
    if (place == Place::before) {
        normalize(l, layer.entering);
        for (std::size_t i = 0; i < before.values.size(); ++i)
            layer.entering.values[i] =
                shaken(layer.entering.values[i], abs(layer.entering.values[i]), 4096 * l + static_cast<int>(i % 512));
    }
    const Grid& entering = layer.entering;
    const int neurons = m_network.size(l);
    const auto weights = m_network.weights(l);
    layer.z = layer.a = layer.slope = layer.branch = Grid(neurons, m_examples);
    Grid sizes(neurons, m_examples);
    for (int x = 0; x < m_examples; ++x) {
        const auto begin = entering.values.begin() + static_cast<std::ptrdiff_t>(x) * entering.neurons;
        long double exponent = 0;
        const std::vector<long double> a = aligned({begin, begin + entering.neurons}, exponent);
        for (int i = 0; i < neurons; ++i) {
            long double sum = 0, size = 0;
            for (int j = 0; j < entering.neurons; ++j) {
                const long double term = static_cast<long double>(weights(i, j)) * a[static_cast<std::size_t>(j)];
                sum += term;
                size += std::abs(term);
            }
            layer.z.at(i, x) = Number(sum, exponent);
            sizes.at(i, x) = Number(size, exponent);
            const Grid& fed = m_fed[static_cast<std::size_t>(l)];
            for (int j = 0; j < fed.neurons; ++j) {
                const Number term = Number(static_cast<long double>(m_network.weights(1)(i, j))) * fed.at(j, x);
                layer.z.at(i, x) = layer.z.at(i, x) + term;
                sizes.at(i, x) = sizes.at(i, x) + abs(term);
            }
        }
    }
    if (place == Place::after) {
        for (int x = 0; x < m_examples; ++x)
            for (int i = 0; i < neurons; ++i)
                layer.z.at(i, x) = shaken(layer.z.at(i, x), sizes.at(i, x), 4096 * l + i);
        normalize(l, layer.z);
        for (std::size_t i = 0; i < sizes.values.size(); ++i)
            sizes.values[i] = abs(layer.z.values[i]);
    }
    const double scale = m_network.branch(l);
    for (int i = 0; i < neurons; ++i) {
        const Number bias =
            m_network.balanced(l) ? -layer.z.at(i, 0) : Number(static_cast<long double>(m_network.biases(l)(i)));
        for (int x = 0; x < m_examples; ++x) {
            const Number z = layer.z.at(i, x) + bias;
            layer.z.at(i, x) = shaken(z, sizes.at(i, x) + abs(bias), 4096 * l + i);
            const ValueAndSlope f = activated(activationOf(m_scenario, l), layer.z.at(i, x));
            layer.slope.at(i, x) = f.slope;
            const double factor = drawn(l, x, i);
            layer.branch.at(i, x) = Number(static_cast<long double>(factor) * static_cast<long double>(scale));
            layer.a.at(i, x) = factor == 1 && scale == 1 ? f.value : layer.branch.at(i, x) * f.value;
        }
    }
    keep(l);
    for (int x = 0; residual(l) != 0 && x < m_examples; ++x)
        for (int i = 0; i < neurons; ++i)
            layer.a.at(i, x) = layer.a.at(i, x) + Number(static_cast<long double>(residual(l))) * before.at(i, x);
    if (place == Place::behind) {
        for (int x = 0; x < m_examples; ++x)
            for (int i = 0; i < neurons; ++i)
                layer.a.at(i, x) = shaken(layer.a.at(i, x), abs(layer.a.at(i, x)), 4096 * l + 1024 + i);
        normalize(l, layer.a);
    }
}

bool OwnPasses::isLeaky(int l) const
{
    return m_scenario.gate == "leaky" && l < depth()
        && (m_scenario.tied ? l > 1 : m_network.size(l) == m_network.size(l - 1));
}

/// a ← (1 − u) a^(l−1) + u a, where the layer does.
void OwnPasses::keep(int l)
{
    OwnLayer& layer = m_layers[static_cast<std::size_t>(l)];
    const bool learnt = m_scenario.gate == "gru" && m_scenario.tied && l > 1 && l < depth();
    if (!learnt && !isLeaky(l))
        return;
    const Grid &entering = m_layers[static_cast<std::size_t>(l - 1)].a, &fed = m_fed[static_cast<std::size_t>(l)];
    layer.candidate = layer.a;
    layer.open = layer.closed = Grid(layer.a.neurons, m_examples);
    for (int x = 0; x < m_examples; ++x)
        for (int i = 0; i < layer.a.neurons; ++i) {
            Number &open = layer.open.at(i, x), &closed = layer.closed.at(i, x);
            open = static_cast<long double>(m_scenario.leak);
            closed = Number(1) - open;
            if (learnt) {
                Number s = static_cast<long double>(m_network.gateBiases(l)(i)), size = abs(s);
                for (int j = 0; j < entering.neurons + fed.neurons; ++j) {
                    const Number& entry = j < entering.neurons ? entering.at(j, x) : fed.at(j - entering.neurons, x);
                    const Number term = Number(static_cast<long double>(m_network.gateWeights(l)(i, j))) * entry;
                    s = s + term;
                    size = size + abs(term);
                }
                s = shaken(s, size, 4096 * l + 1024 + i);
                open = activated("sigmoid", s).value;
                closed = activated("sigmoid", -s).value;
            }
            const Number kept = closed * entering.at(i, x), taken = open * layer.a.at(i, x);
            layer.a.at(i, x) = shaken(kept + taken, abs(kept) + abs(taken), 4096 * l + 3072 + i);
        }
}

void OwnPasses::normalize(int l, Grid& grid)
{
    OwnLayer& layer = m_layers[static_cast<std::size_t>(l)];
    const bool overNeurons = normalizedOver(m_network, l) == Over::neurons;
    const int groups = overNeurons ? m_examples : grid.neurons, count = overNeurons ? grid.neurons : m_examples;
    for (int group = 0; group < groups; ++group) {
        const auto at = [&](int i) -> Number& { return overNeurons ? grid.at(i, group) : grid.at(group, i); };
        const Number mean = takesMean(m_network, l) ? meanOf(count, at) : Number();
        Number squares;
        for (int i = 0; i < count; ++i)
            squares = squares + (at(i) - mean) * (at(i) - mean);
        layer.deviation.push_back(sqrt(squares / Number(count) + Number(kEpsilon)));
        for (int i = 0; i < count; ++i)
            at(i) = (at(i) - mean) / layer.deviation.back();
    }
    layer.h = grid;
}

void OwnPasses::start(const data::Dataset& data)
{
    OwnLayer& layer = m_layers.back();
    const int outputs = layer.z.neurons;
    layer.delta = layer.gradient = Grid(outputs, m_examples);
    for (int x = 0; x < m_examples; ++x) {
        Number targets, largest = layer.z.at(0, x), belowTop;
        int top = 0;
        for (int i = 0; i < outputs; ++i) {
            targets = targets + Number(static_cast<long double>(data.targets(i, x)));
            if (largest < layer.z.at(i, x)) {
                largest = layer.z.at(i, x);
                top = i;
            }
        }
        for (int i = 0; i < outputs; ++i)
            if (i != top)
                belowTop = belowTop + exp(layer.z.at(i, x) - largest);
        const Number all = Number(1) + belowTop;
        for (int i = 0; i < outputs; ++i) {
            const Number &z = layer.z.at(i, x), y = static_cast<long double>(data.targets(i, x));
            const Number error = errorOf(m_scenario.outputActivation, z, layer.a.at(i, x), data.targets(i, x));
            Number& delta = layer.delta.at(i, x);
            if (m_scenario.loss == "softmax") {
                Number others;
                for (int k = 0; k < outputs; ++k)
                    if (k != i)
                        others = others + exp(layer.z.at(k, x) - largest);
                delta = (y - targets).isZero() ? -y * others / all : targets * exp(z - largest) / all - y;
                if (!y.isZero())
                    m_cost = m_cost + y * ((largest - z) + ln1p(belowTop));
            } else if (m_scenario.loss == "cross_entropy") {
                delta = error;
                const Number tail = ln1p(exp(-abs(z)));
                m_cost = m_cost + (z.sign() > 0 ? (Number(1) - y) * z : -(y * z)) + tail;
            } else {
                delta = error * layer.slope.at(i, x);
                m_cost = m_cost + Number(0.5L) * error * error;
            }
            layer.gradient.at(i, x) = m_scenario.loss == "quadratic" ? error : delta;
            m_errorIsZero = m_errorIsZero && (m_scenario.loss == "softmax" ? delta : error).isZero();
            m_unit = m_unit < abs(delta) ? abs(delta) : m_unit;
        }
    }
    m_cost = m_cost / Number(m_examples);
    if (m_unit.isZero())
        m_unit = 1;
    for (Number& delta : layer.delta.values)
        delta = delta / m_unit;
    layer.raw = layer.delta;
}

void OwnPasses::backward(int l)
{
    OwnLayer& layer = m_layers[static_cast<std::size_t>(l)];
    const OwnLayer& above = m_layers[static_cast<std::size_t>(l + 1)];
    const auto weights = m_network.weights(l + 1);
    const int neurons = layer.z.neurons;
    const bool normalizedThere = normalized(l + 1) == Place::before;
    layer.gradient = layer.delta = Grid(neurons, m_examples);
    Grid sums(neurons, m_examples), sizes(neurons, m_examples);
    for (int x = 0; x < m_examples; ++x) {
        const auto begin = above.raw.values.begin() + static_cast<std::ptrdiff_t>(x) * above.raw.neurons;
        long double exponent = 0;
        const std::vector<long double> u = aligned({begin, begin + above.raw.neurons}, exponent);
        for (int j = 0; j < neurons; ++j) {
            long double sum = 0, size = 0;
            for (int i = 0; i < above.raw.neurons; ++i) {
                const long double term = static_cast<long double>(weights(i, j)) * u[static_cast<std::size_t>(i)];
                sum += term;
                size += std::abs(term);
            }
            sums.at(j, x) = Number(sum, exponent);
            sizes.at(j, x) = Number(size, exponent);
            if (normalizedThere)
                sums.at(j, x) = shaken(sums.at(j, x), sizes.at(j, x), -(4096 * l + 1024 + j));
        }
    }
    if (normalizedThere) {
        backThroughNormalization(l + 1, Grid(sums), sums);
        for (std::size_t i = 0; i < sizes.values.size(); ++i)
            sizes.values[i] = abs(sums.values[i]);
    }
    for (int x = 0; x < m_examples; ++x)
        for (int j = 0; j < neurons; ++j) {
            Number gradient = sums.at(j, x), addedUp = sizes.at(j, x);
            if (const double alpha = residual(l + 1); alpha != 0) {
                const Number past = Number(static_cast<long double>(alpha)) * above.inner.at(j, x);
                gradient = gradient + past;
                addedUp = addedUp + abs(past);
            }
            if (above.open.neurons > 0) {
                const Number past = above.closed.at(j, x) * above.inner.at(j, x);
                gradient = gradient + past;
                addedUp = addedUp + abs(past);
            }
            for (int i = 0; i < above.ofGate.neurons; ++i) {
                const Number term =
                    Number(static_cast<long double>(m_network.gateWeights(l + 1)(i, j))) * above.ofGate.at(i, x);
                gradient = gradient + term;
                addedUp = addedUp + abs(term);
            }
            layer.gradient.at(j, x) = shaken(gradient, addedUp, -(4096 * l + j));
        }
    layer.inner = layer.gradient;
    if (normalized(l) == Place::behind)
        backThroughNormalization(l, layer.gradient, layer.inner);
    for (std::size_t i = 0; i < layer.delta.values.size(); ++i) {
        const Number slope = (layer.branch.values[i] - Number(1)).isZero()
            ? layer.slope.values[i]
            : layer.slope.values[i] * layer.branch.values[i];
        layer.delta.values[i] = slope * layer.inner.values[i];
        if (layer.open.neurons > 0)
            layer.delta.values[i] = layer.open.values[i] * layer.delta.values[i];
    }
    if (layer.open.neurons > 0 && !isLeaky(l)) {
        layer.ofGate = Grid(neurons, m_examples);
        for (int x = 0; x < m_examples; ++x)
            for (int i = 0; i < neurons; ++i)
                layer.ofGate.at(i, x) =
                    (layer.candidate.at(i, x) - m_layers[static_cast<std::size_t>(l - 1)].a.at(i, x))
                    * layer.open.at(i, x) * layer.closed.at(i, x) * layer.inner.at(i, x);
    }
    layer.raw = layer.delta;
    if (normalized(l) == Place::after)
        backThroughNormalization(l, layer.delta, layer.raw);
}

void OwnPasses::backThroughNormalization(int l, const Grid& from, Grid& into)
{
    const OwnLayer& layer = m_layers[static_cast<std::size_t>(l)];
    const bool overNeurons = normalizedOver(m_network, l) == Over::neurons;
    const int groups = overNeurons ? m_examples : from.neurons, count = overNeurons ? from.neurons : m_examples;
    for (int group = 0; group < groups; ++group) {
        const auto of = [&](auto& grid, int i) -> auto&
        {
            return overNeurons ? grid.at(i, group) : grid.at(group, i);
        };
        const Number& s = layer.deviation[static_cast<std::size_t>(group)];
        if (!takesMean(m_network, l)) { // (⟨ĥ_j(δ_i ĥ_j − ĥ_i δ_j)⟩ + ε/s² δ_i)/s: the differences of equals are 0
            for (int i = 0; i < count; ++i) {
                const Number &delta = of(from, i), &h = of(layer.h, i);
                Number across, size;
                for (int j = 0; j < count; ++j) {
                    const Number one = delta * of(layer.h, j), other = h * of(from, j);
                    across = across + of(layer.h, j) * (one - other);
                    size = size + abs(of(layer.h, j)) * (abs(one) + abs(other));
                }
                const Number passed = Number(kEpsilon) / (s * s) * delta;
                of(into, i) = (across.isZero() ? passed
                                               : shaken(across / Number(count) + passed, size / Number(count),
                                                   -(4096 * l + 2048 + i)))
                    / s;
            }
            continue;
        }
        if (count == 2) { // ĥ² is 1 but for ε/s²
            const Number half = (of(from, 0) - of(from, 1)) / Number(2) * Number(kEpsilon) / (s * s * s);
            of(into, 0) = half;
            of(into, 1) = -half;
            continue;
        }
        Number projected, size;
        for (int i = 0; i < count; ++i) {
            projected = projected + of(from, i) * of(layer.h, i);
            size = size + abs(of(from, i));
        }
        const Number mean = meanOf(count, [&](int i) { return of(from, i); });
        for (int i = 0; i < count; ++i) {
            const Number left = of(from, i) - mean - of(layer.h, i) * projected / Number(count);
            of(into, i) = shaken(left / s, (abs(of(from, i)) + size / Number(count)) / s,
                -(4096 * l + 2048 + (overNeurons ? i : group)));
        }
    }
}

Number OwnPasses::speed(int l, Average average) const
{
    const Grid& delta = layer(l).delta;
    Number total;
    if (average == Average::normOfMean) {
        for (int i = 0; i < delta.neurons; ++i) {
            Number sum;
            for (int x = 0; x < m_examples; ++x)
                sum = sum + delta.at(i, x);
            total = total + sum * sum;
        }
        return sqrt(total) / Number(m_examples);
    }
    for (int x = 0; x < m_examples; ++x) {
        Number squares;
        for (int i = 0; i < delta.neurons; ++i)
            squares = squares + delta.at(i, x) * delta.at(i, x);
        total = total + (average == Average::rms ? squares : sqrt(squares));
    }
    total = total / Number(m_examples);
    return average == Average::rms ? sqrt(total) : total;
}

Number OwnPasses::weightSpeed(int l) const
{
    if (const auto known = m_weightSpeeds.find(l); known != m_weightSpeeds.end())
        return known->second;
    const Grid &raw = layer(l).raw, &entering = layer(l).entering;
    // by example in its own exponent, or a small one would be lost beside a large one
    Number total;
    std::vector<std::vector<long double>> us, as;
    std::vector<long double> exponents;
    long double most = -HUGE_VALL;
    for (int x = 0; x < m_examples; ++x) {
        const auto column = [&](const Grid& grid, long double& exponent) {
            const auto begin = grid.values.begin() + static_cast<std::ptrdiff_t>(x) * grid.neurons;
            return aligned({begin, begin + grid.neurons}, exponent);
        };
        long double ofU = 0, ofA = 0;
        us.push_back(column(raw, ofU));
        as.push_back(column(entering, ofA));
        exponents.push_back(ofU + ofA);
        const auto any = [](const std::vector<long double>& values) {
            return std::any_of(values.begin(), values.end(), [](long double value) { return value != 0; });
        };
        if (any(us.back()) && any(as.back()))
            most = std::max(most, exponents.back());
    }
    if (most == -HUGE_VALL)
        return m_weightSpeeds[l] = {};
    long double squares = 0;
    for (int i = 0; i < raw.neurons; ++i)
        for (int j = 0; j < entering.neurons; ++j) {
            long double sum = 0;
            for (std::size_t x = 0; x < us.size(); ++x)
                if (const long double shift = exponents[x] - most; shift > -16000 && shift <= 0)
                    sum += std::ldexp(us[x][static_cast<std::size_t>(i)], static_cast<int>(shift))
                        * as[x][static_cast<std::size_t>(j)];
            squares += sum * sum;
        }
    return m_weightSpeeds[l] = sqrt(Number(squares, 2 * most)) / Number(m_examples);
}

Number OwnPasses::factor(int l, int x) const
{
    const Number weight = static_cast<long double>(m_network.weights(l)(0, 0));
    Number through = layer(l).branch.at(0, x) * weight * layer(l).slope.at(0, x);
    if (layer(l).open.neurons > 0)
        through = layer(l).open.at(0, x) * through + layer(l).closed.at(0, x);
    if (layer(l).ofGate.neurons > 0)
        through = through
            + (layer(l).candidate.at(0, x) - layer(l - 1).a.at(0, x)) * layer(l).open.at(0, x)
                * layer(l).closed.at(0, x) * Number(static_cast<long double>(m_network.gateWeights(l)(0, 0)));
    return through + Number(static_cast<long double>(residual(l)));
}

Number OwnPasses::speedFactor(int l, int x) const
{
    // δ_l = s f′(z_l)·∂C/∂a_l, and ∂C/∂a_l = w_(l+1) δ_(l+1) + α ∂C/∂a_(l+1)
    const Number weight = static_cast<long double>(m_network.weights(l + 1)(0, 0));
    const Number alpha = static_cast<long double>(residual(l + 1));
    if (layer(l).open.neurons > 0 || layer(l + 1).open.neurons > 0)
        return abs(layer(l).delta.at(0, x) / layer(l + 1).delta.at(0, x));
    const Number slope = layer(l).branch.at(0, x) * layer(l).slope.at(0, x);
    if (alpha.isZero())
        return abs(slope * weight);
    return abs(slope * (weight + alpha / (layer(l + 1).branch.at(0, x) * layer(l + 1).slope.at(0, x))));
}

} // namespace deltascope::sentences
