// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/jacobian/network_spectrum.h"

#include "numerics/spectra.h"
#include "theory/jacobian/layer_jacobian.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace deltascope::jacobian {

namespace {

using Eigen::Index;

constexpr double kLayersWork = 1e7; // cubes of widths that the sampled layers may add up to
constexpr double kRefinedWork = 1e7; // … between two calls of `refined`

bool contains(const std::vector<int>& ascending, int layer)
{
    return std::binary_search(ascending.begin(), ascending.end(), layer);
}

double cube(double size, double before)
{
    const double least = std::min(size, before);
    return std::max(size, before) * least * least;
}

numerics::Spectrum padded(numerics::Spectrum values, int rows, int columns)
{
    values.resize(static_cast<std::size_t>(std::min(rows, columns)));
    return values;
}

/// L of part = L·Qᵀ where it is much wider than high: products from the left have the same singular values, and a
/// square of as many rows as there are inputs would not fit into memory. False where stop was requested.
bool narrow(numerics::RowScaledMatrix& part, const std::stop_token& stop)
{
    if (part.mantissa.cols() < 2 * part.mantissa.rows())
        return true;
    numerics::HouseholderPanels qr;
    if (!qr.compute(part.mantissa.transpose(), stop))
        return false;
    part.mantissa = qr.upper().transpose();
    return true;
}

/// The sweep from the output: the state after layer l's parts is E_l·B_(l+1)ᵀ·E_(l+1) … B_Lᵀ·E_L of parts E·B, whose
/// rows are scaled however far apart E is. Only where a layer's own product is asked for does B_lᵀ come on top of it.
class BackwardSweep {
public:
    BackwardSweep(const network::Network& network, const SpectrumLayers& wanted, const std::stop_token& stop)
        : m_network(network)
        , m_wanted(wanted)
        , m_stop(stop)
    {
    }

    /// The spectrum of the next layer, from the last to the first; nothing where stop was requested.
    std::optional<LayerSpectrum> step(int layer, const LayerJacobian& jacobian)
    {
        LayerSpectrum spectrum{layer, {}, {}, {}};
        const std::optional<numerics::Scaled> largest = factorOf(spectrum, jacobian);
        if (!largest)
            return std::nullopt;
        m_bound = m_bound * *largest;
        spectrum.bound = m_bound;
        for (std::size_t i = jacobian.parts.size(); i-- > 0;)
            if (!take(jacobian.parts[i]))
                return std::nullopt;
        if (contains(m_wanted.products, layer) && !productOf(spectrum))
            return std::nullopt;
        return spectrum;
    }

private:
    /// The largest singular value of the factor, and all of them where they are wanted.
    std::optional<numerics::Scaled> factorOf(LayerSpectrum& spectrum, const LayerJacobian& jacobian) const
    {
        const bool all = contains(m_wanted.factors, spectrum.layer);
        if (!all && jacobian.parts.size() == 1)
            return numerics::largestSingularValue(jacobian.parts.front(), m_stop);
        std::optional<numerics::Spectrum> values;
        if (jacobian.parts.size() == 1) {
            values = numerics::gradedSingularValues(jacobian.parts.front(), m_stop);
        } else {
            numerics::ProductSpectrum product;
            numerics::RowScaledMatrix first = jacobian.parts.front();
            if (!narrow(first, m_stop) || !product.multiply(first, m_stop))
                return std::nullopt;
            for (std::size_t i = 1; i < jacobian.parts.size(); ++i)
                if (!product.multiply(jacobian.parts[i], m_stop))
                    return std::nullopt;
            values = product.singularValues(m_stop);
        }
        if (!values)
            return std::nullopt;
        const numerics::Scaled largest = values->empty() ? numerics::Scaled{} : values->front();
        if (all)
            spectrum.factor =
                padded(*std::move(values), m_network.size(spectrum.layer), m_network.size(spectrum.layer - 1));
        return largest;
    }

    bool take(const numerics::RowScaledMatrix& part)
    {
        const Index rows = part.mantissa.rows();
        const bool first = m_before.size() == 0;
        numerics::RowScaledMatrix factor{
            first ? Eigen::MatrixXd::Identity(rows, rows) : Eigen::MatrixXd(m_before.transpose()), part.exponents};
        for (Index i = 0; i < rows; ++i)
            if (part.mantissa.row(i).isZero(0)) // a dead neuron: exactly 0 from here on, not what rounding leaves
                factor.mantissa.row(i).setZero();
        m_before = part.mantissa;
        return m_product.multiply(factor, m_stop);
    }

    bool productOf(LayerSpectrum& spectrum) const
    {
        numerics::ProductSpectrum whole = m_product;
        if (!whole.multiply({m_before.transpose(), std::vector<std::int64_t>(at(m_before.cols()), 0)}, m_stop))
            return false;
        std::optional<numerics::Spectrum> values = whole.singularValues(m_stop);
        if (!values)
            return false;
        spectrum.product =
            padded(*std::move(values), m_network.size(m_network.depth()), m_network.size(spectrum.layer - 1));
        return true;
    }

    static std::size_t at(Index i) { return static_cast<std::size_t>(i); }

    const network::Network& m_network;
    const SpectrumLayers& m_wanted;
    const std::stop_token& m_stop;
    numerics::ProductSpectrum m_product;
    Eigen::MatrixXd m_before; // B of the part taken last
    numerics::Scaled m_bound = numerics::Scaled::from(1);
};

/// As low as the exponents of all layers together leave room for.
operations::SlopeFloor slopeFloor(const network::Network& network, const network::ForwardPass& forward)
{
    constexpr std::int64_t kRoom = numerics::Scaled::kExponentLimit / 2;
    operations::SlopeFloor floor{-kRoom / network.depth(), operations::SlopeFloor::Below::zero};
    std::int64_t sum = 0;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        std::int64_t least = 0;
        for (Index i = 0; i < network.size(layer); ++i)
            if (const numerics::Scaled slope = forward.derivative(layer, i); !slope.isZero())
                least = std::min(least, slope.exponent);
        sum += std::max(least, -kRoom);
        if (sum <= -kRoom)
            return floor;
    }
    floor.exponent = -kRoom;
    return floor;
}

/// Of what came out as 0 where small f′ counted as 0: what is 0 without them is, the rest is beyond range.
void tellFromZero(numerics::Spectrum& values, const numerics::Spectrum& withoutZeros)
{
    const auto zeros =
        std::count_if(withoutZeros.begin(), withoutZeros.end(), [](numerics::Scaled value) { return value.isZero(); });
    for (std::size_t i = 0; i + static_cast<std::size_t>(zeros) < values.size(); ++i)
        if (values[i].isZero())
            values[i] = numerics::Scaled::from(0.5, -numerics::Scaled::kExponentLimit);
}

void tellFromZero(LayerSpectrum& layer, const LayerSpectrum& withoutZeros)
{
    tellFromZero(layer.factor, withoutZeros.factor);
    tellFromZero(layer.product, withoutZeros.product);
    if (layer.bound.isZero() && !withoutZeros.bound.isZero())
        layer.bound = numerics::Scaled::from(0.5, -numerics::Scaled::kExponentLimit);
}

std::optional<NetworkSpectrum> sweepBack(const network::Network& network, const network::ForwardPass& forward,
    const operations::SlopeFloor& floor, const SpectrumLayers& wanted, const std::stop_token& stop,
    const SpectrumRefined& refined)
{
    NetworkSpectrum spectrum;
    spectrum.depth = network.depth();
    spectrum.wanted = static_cast<int>(std::max(wanted.factors.size(), wanted.products.size()));
    BackwardSweep sweep(network, wanted, stop);
    double work = 0;
    for (int layer = network.depth(); layer >= 1; --layer) {
        if (stop.stop_requested())
            return std::nullopt;
        const LayerJacobian jacobian = layerJacobian(network, forward, layer, 0, floor);
        spectrum.belowResolution += jacobian.belowResolution;
        std::optional<LayerSpectrum> next = sweep.step(layer, jacobian);
        if (!next)
            return std::nullopt;
        if (!contains(wanted.factors, layer) && !contains(wanted.products, layer))
            continue;
        spectrum.layers.insert(spectrum.layers.begin(), *std::move(next));
        work += cube(network.size(layer), network.size(layer - 1));
        if (refined && layer > 1 && work > kRefinedWork) {
            refined(spectrum);
            work = 0;
        }
    }
    spectrum.complete = true;
    return spectrum;
}

} // namespace

const LayerSpectrum* NetworkSpectrum::layer(int l) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [l](const auto& each) { return each.layer == l; });
    return found == layers.end() ? nullptr : &*found;
}

SpectrumLayers everyFactor(const network::Network& network)
{
    SpectrumLayers wanted{std::vector<int>(static_cast<std::size_t>(network.depth())), {1}};
    std::iota(wanted.factors.begin(), wanted.factors.end(), 1);
    return wanted;
}

SpectrumLayers sampledLayers(const model::Scenario& scenario, int selected)
{
    const int depth = scenario.depth;
    double work = 0;
    for (int layer = 1; layer <= depth; ++layer)
        work += cube(network::sizeOf(scenario, layer), network::sizeOf(scenario, layer - 1)) / depth;
    const double widest = work > 1.7e7 ? 3e7 : kLayersWork; // beyond a width of 256 a layer takes seconds
    const int most = std::clamp(static_cast<int>(widest / work), work > 1.7e7 ? 5 : 40, 1500);
    std::vector<int> layers;
    for (int i = 0; i < std::min(most, depth); ++i)
        layers.push_back(depth <= most ? i + 1 : 1 + static_cast<int>(std::int64_t{i} * (depth - 1) / (most - 1)));
    if (selected > 0 && selected <= depth && !contains(layers, selected))
        layers.insert(std::upper_bound(layers.begin(), layers.end(), selected), selected);
    return {layers, layers};
}

bool hasSpectrum(const model::Scenario& scenario)
{
    return whyNoSpectrum(scenario).empty();
}

Message whyNoSpectrum(const model::Scenario& scenario)
{
    if (network::couplesExamples(scenario))
        return {translatable("core",
                    "No spectrum under batch normalization: there the examples depend on one another, and a layer has "
                    "no Jacobian for a single example."),
            {}};
    if (network::draws(scenario))
        return {translatable("core",
                    "No spectrum under dropout: every example and every step has a network, and a Jacobian, of its "
                    "own."),
            {}};
    return {};
}

std::optional<NetworkSpectrum> networkSpectrum(const network::Network& network, const data::Dataset& data,
    const SpectrumLayers& wanted, const std::stop_token& stop, const SpectrumRefined& refined)
{
    network::ForwardPass forward(network, data.inputs.leftCols(1));
    for (int layer = 1; layer <= network.depth(); ++layer) {
        if (stop.stop_requested())
            return std::nullopt;
        forward.step(layer);
    }
    operations::SlopeFloor floor = slopeFloor(network, forward);
    std::optional<NetworkSpectrum> spectrum = sweepBack(network, forward, floor, wanted, stop, refined);
    if (!spectrum || spectrum->belowResolution == 0)
        return spectrum;
    floor.below = operations::SlopeFloor::Below::floor;
    const std::optional<NetworkSpectrum> withoutZeros = sweepBack(network, forward, floor, wanted, stop, {});
    if (!withoutZeros)
        return std::nullopt;
    for (std::size_t i = 0; i < spectrum->layers.size(); ++i)
        tellFromZero(spectrum->layers[i], withoutZeros->layers[i]);
    return spectrum;
}

} // namespace deltascope::jacobian
