// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/rounding_error_probes.h"

#include "evaluation/rounding_error_chain.h"
#include "evaluation/rounding_error_exact.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace deltascope::evaluation {

namespace {

using Eigen::Index;

constexpr int kSampledRows = 8; // of the weights: together one cache line in each column
constexpr Index kSampledColumns = 64;
constexpr double kLanes = 8; // sums of a product that the processor keeps side by side
constexpr int kWide = 16; // from here on one probe says as much as two
constexpr int kMostFollowed = 8; // examples of a batch with errors of their own

/// A number from −√3 to √3, evenly, so that its root mean square is 1; the same for the same bits.
double randomUnit(double value, int probe)
{
    std::uint64_t x =
        std::bit_cast<std::uint64_t>(value) + static_cast<std::uint64_t>(probe + 1) * 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL; // SplitMix64 (Steele, Lea & Flood 2014)
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    x ^= x >> 31;
    return (static_cast<double>(x >> 11) * 0x1p-52 - 1) * 1.7320508075688772;
}

/// The same by neuron too: equal sums are not rounded alike where rows of a matrix go to different instructions, and a
/// normalization shows it.
double roundingOf(double normalized, Index neuron, int probe)
{
    return kRounding * randomUnit(normalized + static_cast<double>(neuron), probe);
}

double inUnits(numerics::Scaled value, std::int64_t unit)
{
    return std::ldexp(value.mantissa, static_cast<int>(std::clamp<std::int64_t>(value.exponent - unit, -2000, 1000)));
}

int smallestLayer(const network::Network& network)
{
    int smallest = std::numeric_limits<int>::max();
    for (int layer = 1; layer < network.depth(); ++layer)
        smallest = std::min(smallest, network.size(layer));
    return smallest;
}

/// y = w·x for the probes together: the weights are read once.
void multiplyPair(const Eigen::Map<const Eigen::MatrixXd>& weights, const double* x, double* y)
{
    const Index rows = weights.rows(), columns = weights.cols();
    double *first = y, *second = y + rows;
    std::fill_n(y, 2 * rows, 0.0);
    const double* w = weights.data();
    Index j = 0;
    for (; j + 1 < columns; j += 2, w += 2 * rows) {
        const double a = x[j], b = x[j + 1], c = x[columns + j], d = x[columns + j + 1];
        for (Index i = 0; i < rows; ++i) {
            const double left = w[i], right = w[rows + i];
            first[i] += left * a + right * b;
            second[i] += left * c + right * d;
        }
    }
    if (j < columns)
        for (Index i = 0; i < rows; ++i) {
            first[i] += w[i] * x[j];
            second[i] += w[i] * x[columns + j];
        }
}

} // namespace

bool ProbedErrors::Errors::plain() const
{
    return std::all_of(exponents.begin(), exponents.end(), [](std::int64_t exponent) { return exponent == 0; });
}

void ProbedErrors::Errors::clear(Index newSize)
{
    size = newSize;
    std::fill_n(mantissas.begin(), static_cast<std::ptrdiff_t>(exponents.size()) * newSize, 0.0);
    std::ranges::fill(exponents, 0);
}

void ProbedErrors::Errors::put(int probe, const std::vector<numerics::Scaled>& values)
{
    numerics::Column column = columns().column(probe);
    numerics::pack({values.data(), static_cast<std::size_t>(size)}, column);
    columns().set(probe, column);
}

ProbedErrors::ProbedErrors(const network::Network& network, const network::ForwardPass& pass)
    : m_network(network)
    , m_pass(pass)
    , m_ofEveryExample(network.normalization() == network::Normalization::batch && pass.examples() <= kMostFollowed)
    , m_probes(m_ofEveryExample                 ? static_cast<int>(pass.examples())
              : smallestLayer(network) >= kWide ? 1
                                                : 2)
{
    int widest = 0;
    for (int layer = 0; layer <= network.depth(); ++layer)
        widest = std::max(widest, network.size(layer));
    for (Errors* errors : {&m_a, &m_z, &m_next}) {
        errors->mantissas.resize(static_cast<std::size_t>(m_probes * widest));
        errors->exponents.resize(static_cast<std::size_t>(m_probes));
    }
    m_scratch.resize(static_cast<std::size_t>(widest));
    m_a.clear(network.size(0));
}

bool ProbedErrors::inDoubles(int layer) const
{
    bool plain = m_zPlain && m_a.plain();
    for (int probe = 0; plain && probe < (m_ofEveryExample ? m_probes : 1); ++probe) {
        const Index x = exampleOf(probe);
        plain = m_pass.plain(layer, x) && m_pass.zColumn(layer, x).exponent == 0
            && m_pass.aColumn(layer, x).exponent == 0 && m_pass.aColumn(layer - 1, x).exponent == 0;
    }
    return plain;
}

void ProbedErrors::enter(int layer)
{
    m_layer = layer;
    const network::Normalization over = m_network.normalization(layer);
    if (m_network.balanced(layer) && !m_ofEveryExample) { // z is 0 by the rule, whatever came before
        m_z.clear(m_network.size(layer));
        m_zPlain = true;
        return;
    }
    multiply(layer);
    if (over == network::Normalization::none)
        return inDoubles(layer) ? addRoundingInDoubles(layer) : addRounding(layer);
    if (over == network::Normalization::layer)
        normalizeNeurons(layer);
    else if (m_ofEveryExample)
        normalizeExamples(layer);
    else
        normalizeOneOfMany(layer);
    addRoundingOfNormalized(layer);
}

void ProbedErrors::multiply(int layer)
{
    m_z.size = m_network.size(layer);
    const auto weights = m_network.weights(layer);
    const bool pair = m_probes == 2 && m_a.plain();
    if (pair)
        multiplyPair(weights, m_a.mantissas.data(), m_z.mantissas.data());
    else
        deltascope::numerics::multiply(weights, m_a.columns(), m_z.columns());
    if (pair)
        std::ranges::fill(m_z.exponents, 0);
    const double largest = m_z.columns().matrix().cwiseAbs().maxCoeff();
    m_zPlain =
        m_z.plain() && (largest == 0 || (largest > numerics::kPlainMinimum && largest < numerics::kPlainMaximum));
    if (pair && !m_zPlain)
        deltascope::numerics::multiply(weights, m_a.columns(), m_z.columns());
}

// √⟨Σ (w a)²⟩, what is added up in a neuron, as ‖a‖ √⟨w²⟩; times the root of how often it is rounded, one after the
// other. Of the weights some in the middle are taken, of all columns where those are 0.
numerics::Scaled ProbedErrors::sizeOfTerms(int layer, Index example) const
{
    const auto weights = m_network.weights(layer);
    const numerics::Column a = m_pass.aColumn(layer - 1, example);
    const double unit = a.vector().cwiseAbs().maxCoeff();
    if (unit == 0)
        return {};
    const Index rows = std::min<Index>(kSampledRows, weights.rows()), first = (weights.rows() - rows) / 2;
    const auto meanSquare = [&](Index step) {
        double squares = 0;
        Index columns = 0;
        for (Index j = 0; j < weights.cols(); j += step, ++columns)
            squares += weights.col(j).segment(first, rows).squaredNorm();
        return squares / static_cast<double>(rows * columns);
    };
    double square = meanSquare(1 + weights.cols() / kSampledColumns);
    if (square == 0)
        square = meanSquare(1);
    const double norm = (a.vector() / unit).norm();
    return numerics::Scaled::from(unit, a.exponent)
        * numerics::Scaled::from(norm * std::sqrt(square * (1 + static_cast<double>(weights.cols()) / kLanes)));
}

void ProbedErrors::addRoundingInDoubles(int layer)
{
    double terms = 0;
    for (int probe = 0; probe < m_probes; ++probe) {
        if (probe == 0 || m_ofEveryExample)
            terms = sizeOfTerms(layer, exampleOf(probe)).nearestDouble();
        if (terms == 0) // every product is 0
            continue;
        const numerics::Column z = m_pass.zColumn(layer, exampleOf(probe));
        numerics::Column errors = m_z.columns().column(probe);
        for (Index i = 0; i < z.size; ++i)
            errors.mantissas[i] += kRounding * randomUnit(z.mantissas[i], probe) * (terms + std::abs(z.mantissas[i]));
    }
}

void ProbedErrors::addRounding(int layer)
{
    m_zPlain = false;
    for (int probe = 0; probe < m_probes; ++probe) {
        const numerics::Column z = m_pass.zColumn(layer, exampleOf(probe));
        const numerics::Scaled terms = sizeOfTerms(layer, exampleOf(probe));
        for (Index i = 0; i < z.size; ++i)
            m_scratch[static_cast<std::size_t>(i)] = terms.isZero() ? m_z.at(i, probe)
                                                                    : m_z.at(i, probe)
                    + numerics::Scaled::from(kRounding * randomUnit(z.mantissas[i], probe))
                        * (terms + numerics::abs(z.at(i)));
        m_z.put(probe, m_scratch);
    }
}

// (e − ⟨e⟩ − ĥ⟨ĥ e⟩)/s over the neurons, e with what rounds before.
void ProbedErrors::normalizeNeurons(int layer)
{
    const numerics::Column normalized = m_pass.normalized(layer).column(0);
    const double inverse = 1 / m_pass.deviations(layer)[0].nearestDouble();
    const numerics::Scaled terms = sizeOfTerms(layer, 0);
    const bool equal = normalized.vector().isZero(0);
    for (int probe = 0; probe < m_probes; ++probe) {
        numerics::Column errors = m_z.columns().column(probe);
        const double fresh = inUnits(terms, errors.exponent);
        double mean = 0, along = 0;
        for (Index i = 0; i < normalized.size; ++i) {
            const double own = inUnits(normalized.at(i), 0);
            double& error = errors.mantissas[i];
            error += roundingOf(own, i, probe) * fresh;
            mean += error / static_cast<double>(normalized.size);
            along += error * own / static_cast<double>(normalized.size);
        }
        for (Index i = 0; i < normalized.size; ++i) { // of equal numbers 0, as it is without rounding too
            double& error = errors.mantissas[i];
            error = equal ? 0 : (error - mean - inUnits(normalized.at(i), 0) * along) * inverse;
        }
    }
}

// The same over the examples.
void ProbedErrors::normalizeExamples(int layer)
{
    const numerics::Columns normalized = m_pass.normalized(layer), errors = m_z.columns();
    const auto deviations = m_pass.deviations(layer);
    const std::int64_t unit = m_z.plain() ? 0 : numerics::alignExponents(errors);
    std::vector<double> fresh;
    for (Index x = 0; x < m_probes; ++x)
        fresh.push_back(inUnits(sizeOfTerms(layer, x), unit));
    for (Index i = 0; i < normalized.size; ++i) {
        const double inverse = 1 / deviations[static_cast<std::size_t>(i)].nearestDouble();
        double mean = 0, along = 0;
        bool equal = true;
        for (int x = 0; x < m_probes; ++x) {
            const double own = inUnits(normalized.at(i, x), 0);
            double& error = errors.mantissas[x * errors.size + i];
            error += roundingOf(own, i, x) * fresh[static_cast<std::size_t>(x)];
            mean += error / m_probes;
            along += error * own / m_probes;
            equal = equal && own == 0;
        }
        for (int x = 0; x < m_probes; ++x) {
            double& error = errors.mantissas[x * errors.size + i];
            error = equal ? 0 : (error - mean - inUnits(normalized.at(i, x), 0) * along) * inverse;
        }
    }
}

// The root of what a row of that Jacobian has in squares stands for the other examples.
void ProbedErrors::normalizeOneOfMany(int layer)
{
    const numerics::Column normalized = m_pass.normalized(layer).column(0);
    const auto deviations = m_pass.deviations(layer);
    const numerics::Scaled terms = sizeOfTerms(layer, 0);
    const auto examples = static_cast<double>(m_pass.examples());
    for (int probe = 0; probe < m_probes; ++probe) {
        numerics::Column errors = m_z.columns().column(probe);
        const double fresh = inUnits(terms, errors.exponent);
        for (Index i = 0; i < normalized.size; ++i) {
            const double own = inUnits(normalized.at(i), 0);
            const double inverse = 1 / deviations[static_cast<std::size_t>(i)].nearestDouble();
            const double least = network::kNormalizationEpsilon * inverse * inverse; // 1 − ⟨ĥ²⟩
            const double row = std::max(1 - 1 / examples - own * own * (1 + least) / examples, 0.0);
            const bool equal = own == 0 && least > 1 - 1e-12;
            errors.mantissas[i] =
                equal ? 0 : (errors.mantissas[i] + roundingOf(own, i, probe) * fresh) * std::sqrt(row) * inverse;
        }
    }
}

void ProbedErrors::addRoundingOfNormalized(int layer)
{
    for (int probe = 0; probe < m_probes; ++probe) {
        const numerics::Column z = m_pass.zColumn(layer, exampleOf(probe));
        const numerics::Column normalized = m_pass.normalized(layer).column(exampleOf(probe));
        numerics::Column errors = m_z.columns().column(probe);
        const double unit = inUnits(numerics::Scaled::from(kRounding), errors.exponent);
        for (Index i = 0; i < z.size; ++i)
            errors.mantissas[i] += unit * randomUnit(z.mantissas[i], probe)
                * (std::abs(inUnits(normalized.at(i), 0)) + std::abs(inUnits(z.at(i), 0)));
    }
    m_zPlain = m_z.plain();
}

void ProbedErrors::leave(int layer)
{
    if (inDoubles(layer))
        leaveInDoubles(layer);
    else
        leaveScaled(layer);
}

void ProbedErrors::leaveInDoubles(int layer)
{
    const double residual = m_network.residual(layer);
    m_a.size = m_network.size(layer);
    for (int probe = 0; probe < m_probes; ++probe) {
        const Index x = exampleOf(probe);
        const numerics::Column a = m_pass.aColumn(layer, x), z = m_pass.zColumn(layer, x);
        const numerics::Column slope = m_pass.derivativeColumn(layer, x), errors = m_z.columns().column(probe);
        numerics::Column entering = m_a.columns().column(probe);
        for (Index i = 0; i < a.size; ++i) {
            const double carried = residual == 0 ? 0 : residual * entering.mantissas[i];
            const bool rounds = residual != 0 || !isExact(z.mantissas[i], a.mantissas[i]);
            entering.mantissas[i] = slope.mantissas[i] * errors.mantissas[i] + carried
                + (rounds ? kRounding * randomUnit(a.mantissas[i], probe) * std::abs(a.mantissas[i]) : 0);
        }
    }
}

void ProbedErrors::leaveScaled(int layer)
{
    const numerics::Scaled residual = numerics::Scaled::from(m_network.residual(layer));
    m_next.size = m_network.size(layer);
    for (int probe = 0; probe < m_probes; ++probe) {
        const Index x = exampleOf(probe);
        for (Index i = 0; i < m_next.size; ++i) {
            const numerics::Scaled z = m_pass.z(layer, i, x), a = m_pass.a(layer, i, x);
            numerics::Scaled& error = m_scratch[static_cast<std::size_t>(i)];
            error = m_pass.derivative(layer, i, x) * m_z.at(i, probe);
            if (!residual.isZero())
                error = error + residual * m_a.at(i, probe);
            if (!residual.isZero() || !(a == z || a.isZero()))
                error = error + numerics::Scaled::from(kRounding * randomUnit(a.mantissa, probe)) * numerics::abs(a);
        }
        m_next.put(probe, m_scratch);
    }
    std::swap(m_a, m_next);
}

bool ProbedErrors::allBelow(double most) const
{
    if (!m_zPlain || m_ofEveryExample || m_pass.zColumn(m_layer).exponent != 0)
        return false;
    const numerics::Column z = m_pass.zColumn(m_layer);
    const double* first = m_z.mantissas.data();
    const double* second = first + (m_probes - 1) * z.size; // or the same
    bool below = true;
    for (Index i = 0; i < z.size; ++i) {
        const double size = std::max(std::abs(first[i]), std::abs(second[i]));
        below &= (size == 0) | ((size < most) & (size < std::abs(z.mantissas[i])));
    }
    return below;
}

numerics::Scaled ProbedErrors::ofZ(Index neuron) const
{
    numerics::Scaled squares;
    for (int probe = 0; probe < m_probes; ++probe)
        squares = squares + m_z.at(neuron, probe) * m_z.at(neuron, probe);
    return numerics::sqrt(squares * numerics::Scaled::from(1.0 / m_probes));
}

bool ProbedErrors::nothingRounded(int layer)
{
    while (!m_rounded && m_exactThrough < layer) {
        m_rounded = !roundsNothing(m_network, m_pass, m_exactThrough + 1);
        m_exactThrough += !m_rounded;
    }
    if (m_rounded)
        return false;
    m_z.clear(m_network.size(layer));
    m_a.clear(m_network.size(layer - 1));
    m_zPlain = true;
    return true;
}

} // namespace deltascope::evaluation
