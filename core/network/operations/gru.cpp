// SPDX-License-Identifier: GPL-3.0-or-later
// a = (1 − u) a^(l−1) + u f(z) with a gate u = σ(s), s = W_z a^(l−1) + U_z x_l + b_z, that is learnt: the update gate
// of a gated recurrent unit, which has no other here (Cho et al. 2014; in this form Chung et al. 2014). Where u is near
// 0, a^(l−1) and its gradient go on as they are: the constant error carousel (Hochreiter & Schmidhuber 1997). All steps
// share W_z, U_z and b_z. With g = ∂C/∂a, backward
//     ∂C/∂f = u g,   ∂C/∂s = (f − a^(l−1)) u (1 − u) g,   ∂C/∂a^(l−1) = wᵀ δ + (1 − u) g + W_zᵀ ∂C/∂s.
// core/maths.md 17.3.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/block_passes.h"
#include "network/carried_errors.h"
#include "network/jacobian_layer.h"
#include "network/layer_passes.h"
#include "network/operations/branch.h"
#include "network/operations/format_products.h"
#include "network/operations/products.h"
#include "network/operations/scaled_gradient.h"
#include "numerics/layer_functions.h"
#include "numerics/logistic.h"

#include <algorithm>

namespace deltascope::operations {

namespace {

using numerics::Scaled;
using Matrix = Eigen::Map<const Eigen::MatrixXd>;

constexpr double kPlainGate = 300; // of |s|: u and 1 − u are then plain doubles

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    return scenario.gate == "gru" && layer.recurrent ? std::optional(InLayer{56}) : std::nullopt;
}

int gateColumns(const network::LayerShape& shape)
{
    return shape.before + shape.fed;
}

/// W_z
Matrix overState(const network::Network& network, int layer)
{
    return {network.gateWeights(layer).data(), network.size(layer), network.size(layer - 1)};
}

/// U_z
Matrix overInput(const network::Network& network, int layer)
{
    return {network.gateWeights(layer).data() + network.size(layer) * network.size(layer - 1), network.size(layer),
        network.fed(layer)};
}

/// What an example's gate is and does.
class Gate {
public:
    Gate(const network::Network& network, const network::ForwardPass& pass, int layer,
        const network::LayerOperation& operation, Eigen::Index example)
        : m_network(network)
        , m_pass(pass)
        , m_operation(operation)
        , m_s(pass.kept(layer, operation).columns().column(example))
        , m_candidate(pass.kept(layer, operation, 1).columns().column(example))
        , m_layer(layer)
        , m_example(example)
        , m_plain(pass.plain(layer, example))
    {
    }

    Scaled open(Eigen::Index i) const { return logistic(m_s.at(i)); } ///< u
    Scaled closed(Eigen::Index i) const { return logistic(-m_s.at(i)); } ///< 1 − u, with all its digits
    /// ∂a/∂s
    Scaled slope(Eigen::Index i) const
    {
        const Scaled candidate =
            m_plain ? m_candidate.at(i) : enteringBranch(m_network, m_pass, m_layer, m_operation, i, m_example);
        return (candidate - m_pass.a(m_layer - 1, i, m_example)) * open(i) * closed(i);
    }

private:
    static Scaled logistic(Scaled s)
    {
        return s.exponent < 9 ? Scaled::from(numerics::logistic(s.nearestDouble()).value) : numerics::scaledLogistic(s);
    }

    const network::Network& m_network;
    const network::ForwardPass& m_pass;
    const network::LayerOperation& m_operation;
    const numerics::Column m_s, m_candidate;
    const int m_layer;
    const Eigen::Index m_example;
    const bool m_plain;
};

void addBiases(const numerics::Columns& columns, const Eigen::Map<const Eigen::VectorXd>& biases, Scaled* scratch)
{
    std::int64_t none = 0;
    for (Eigen::Index x = 0; x < columns.count; ++x) {
        numerics::Columns one{columns.mantissas + x * columns.size, columns.size, 1, columns.exponents + x};
        addColumns(one, {const_cast<double*>(biases.data()), biases.size(), 1, &none}, scratch);
    }
}

/// s of every example, into what is kept.
numerics::Columns enterGate(ForwardLayer& layer)
{
    const KeptColumns* const kept = layer.kept + layer.operation->kept;
    const numerics::Columns s = kept[0].columns(), room = kept[1].columns();
    numerics::multiply(overState(layer.network, layer.layer), layer.before, s, sumsOf(layer.network));
    if (layer.fed.size > 0) {
        numerics::multiply(overInput(layer.network, layer.layer), layer.fed, room, sumsOf(layer.network));
        addColumns(s, room, layer.scratch);
    }
    addBiases(s, layer.network.gateBiases(layer.layer), layer.scratch);
    return s;
}

void forward(ForwardLayer& layer)
{
    const numerics::Columns s = enterGate(layer), candidates = layer.kept[layer.operation->kept + 1].columns();
    for (Eigen::Index x = 0; x < layer.value.count; ++x) {
        const numerics::Column a = layer.value.column(x), gate = s.column(x), before = layer.before.column(x);
        bool& plain = layer.states[x].plain;
        plain = plain && layer.statesBefore[x].plain && gate.exponent == 0
            && gate.vector().cwiseAbs().maxCoeff() < kPlainGate;
        if (!plain)
            continue;
        candidates.column(x).vector() = a.vector();
        candidates.exponents[x] = 0;
        for (Eigen::Index i = 0; i < a.size; ++i) {
            a.mantissas[i] = numerics::logistic(-gate.mantissas[i]).value * before.mantissas[i]
                + numerics::logistic(gate.mantissas[i]).value * a.mantissas[i];
            plain = plain && numerics::isPlain(a.mantissas[i]);
        }
    }
}

void forwardScaled(ScaledColumn& column)
{
    const numerics::Column s = column.layer.kept[column.operation->kept].columns().column(column.example);
    for (std::size_t i = 0; i < column.a.size(); ++i) {
        const auto neuron = static_cast<Eigen::Index>(i);
        column.a[i] = numerics::scaledLogistic(-s.at(neuron)) * column.layer.valueBefore(neuron, column.example)
            + numerics::scaledLogistic(s.at(neuron)) * column.a[i];
    }
}

void backward(BackwardLayer& layer)
{
    layer.past.copyFrom(*layer.value);
    layer.gate.copyFrom(*layer.value);
    for (Eigen::Index x = 0; x < layer.forward.examples(); ++x) {
        const Gate gate(layer.network, layer.forward, layer.layer, *layer.operation, x);
        scaleGradient(layer.scratch, layer.gate, x, [&](Eigen::Index i) { return gate.slope(i); });
        layer.belowResolution +=
            scaleGradient(layer.scratch, *layer.value, x, [&](Eigen::Index i) { return gate.open(i); });
    }
}

void backwardPast(BackwardLayer& layer)
{
    network::GradientColumns& room = layer.room;
    room.copyFrom(layer.past);
    for (Eigen::Index x = 0; x < layer.forward.examples(); ++x) {
        const Gate gate(layer.network, layer.forward, layer.layer, *layer.operation, x);
        scaleGradient(layer.scratch, room, x, [&](Eigen::Index i) { return gate.closed(i); });
        layer.value->add(x, 1, room);
    }
    numerics::multiplyTransposed(
        overState(layer.network, layer.layer), layer.gate.columns(), room.columns(), sumsOf(layer.network));
    room.offsets = layer.gate.offsets;
    for (Eigen::Index x = 0; x < layer.forward.examples(); ++x)
        layer.value->add(x, 1, room);
}

// The first of what is kept is u, the second f(z), and on the way back ∂C/∂s. The room for z is free: s stands there.
void forwardBlock(BlockForward& block)
{
    double* const u = block.own().given.data();
    double* const candidates = block.own(1).given.data();
    const std::size_t rows = block.rows, all = rows * block.count;
    const double* const biases = block.gate + rows * (block.before.size + block.fed.size);
    numerics::kernels().product(
        block.gate, {block.before.data, 1, block.before.rows}, block.z, biases, rows, block.before.size, block.count);
    if (block.fed.size > 0)
        numerics::kernels().addProduct(block.gate + rows * block.before.size, {block.fed.data, 1, block.fed.rows},
            block.z, rows, block.fed.size, block.count);
    numerics::layerFunctions().logistic(block.z, u, candidates, all); // the slopes are not kept
    std::copy_n(block.value.data, all, candidates);
    numerics::layerFunctions().interpolate(block.before.data, u, block.value.data, all);
}

void backwardBlock(BlockBackward& block)
{
    const double* const u = block.own().given.data();
    double* const ofGate = block.own(1).given.data();
    double* const g = block.value.data;
    const std::size_t rows = block.rows, all = rows * block.count;
    std::copy_n(g, all, block.past);
    numerics::layerFunctions().interpolateBack(block.before.data, u, ofGate, g, all);
    double* gradient = block.gateGradient;
    for (const Block& entering : {block.before, block.fed}) {
        if (entering.size > 0)
            numerics::kernels().addProduct(
                ofGate, {entering.data, entering.rows, 1}, gradient, rows, block.count, entering.size);
        gradient += rows * entering.size;
    }
    numerics::kernels().addColumns(ofGate, gradient, rows, block.count);
}

void backwardBlockPast(BlockBackward& block)
{
    const double* const u = block.own().given.data();
    numerics::layerFunctions().addRest(u, block.past, block.value.data, block.rows * block.count);
    numerics::kernels().addProduct(block.gateTransposed, {block.own(1).given.data(), 1, block.rows}, block.value.data,
        block.before.rows, block.size, block.count);
}

void chainFactor(ChainGain& gain)
{
    const Gate gate(gain.network, gain.forward, gain.layer, *gain.operation, gain.example);
    gain.paths = {gate.open(0) * gain.paths[0], gate.closed(0),
        gate.slope(0) * Scaled::from(overState(gain.network, gain.layer)(0, 0))};
}

constexpr const char* kPaths[] = {"u·w f′", "1 − u", "∂u"}; // by the gate itself, w_z(f − a)u(1 − u)

/// diag(u) J + diag(1 − u) + diag(∂a/∂s) W_z
void jacobian(JacobianLayer& layer)
{
    const Gate gate(layer.network, layer.forward, layer.layer, *layer.operation, layer.example);
    const Matrix weights = overState(layer.network, layer.layer);
    numerics::RowScaledMatrix& matrix = layer.parts.back();
    for (Eigen::Index i = 0; i < matrix.mantissa.rows(); ++i) {
        const Scaled open = gate.open(i);
        matrix.mantissa.row(i) *= open.mantissa;
        matrix.exponents[static_cast<std::size_t>(i)] += open.exponent;
        addToRow(matrix, i, gate.closed(i), Eigen::RowVectorXd::Unit(matrix.mantissa.cols(), i));
        addToRow(matrix, i, gate.slope(i), weights.row(i));
    }
    matrix.normalise();
}

/// W_z e + the rounding of s itself, of one probe.
std::vector<Scaled> errorsOfGate(const ProbedLayer& layer, const network::LayerOperation& operation, int probe)
{
    const Matrix weights = overState(layer.network, layer.layer);
    const numerics::Columns before = layer.before.columns();
    std::vector<double> mantissas(static_cast<std::size_t>(weights.rows()));
    std::int64_t exponent = 0;
    const numerics::Columns errors{mantissas.data(), weights.rows(), 1, &exponent};
    numerics::multiply(
        weights, {before.mantissas + probe * before.size, before.size, 1, before.exponents + probe}, errors);
    const Eigen::Index x = layer.exampleOf(probe);
    const numerics::Column s = layer.pass.kept(layer.layer, operation).columns().column(x);
    const Scaled terms = sizeOfTerms(weights, layer.pass.a(layer.layer - 1).column(x));
    std::vector<Scaled> all;
    for (Eigen::Index i = 0; i < s.size; ++i)
        all.push_back(errors.at(i, 0)
            + Scaled::from(kRounding * noise(s.mantissas[i], probe)) * (terms + numerics::abs(s.at(i))));
    return all;
}

template <class Number>
void carried(CarriedErrors<Number>& carried)
{
    const ProbedLayer& layer = carried.layer;
    const std::vector<Scaled> ofGate = errorsOfGate(layer, *carried.operation, carried.probe);
    const Gate gate(layer.network, layer.pass, layer.layer, *carried.operation, layer.exampleOf(carried.probe));
    const auto number = [](Scaled value) {
        if constexpr (std::is_same_v<Number, double>)
            return value.nearestDouble();
        else
            return value;
    };
    for (Eigen::Index i = 0; i < carried.size; ++i)
        carried.errors[i] = number(gate.open(i)) * carried.errors[i] + number(gate.closed(i)) * carried.errorBefore(i)
            + number(gate.slope(i) * ofGate[static_cast<std::size_t>(i)]);
    carried.rounds = true;
}

void exactly(ExactNumber& number)
{
    number.exact = false; // no σ(s) is
}

// Kept are u, f(z) and a^(l−1), one below the other; on the way back ∂C/∂s in place of f(z).
template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    FormatMatrix<Real>& a = *layer.value;
    const network::Network& network = layer.network;
    const auto biases = network.gateBiases(layer.layer);
    bool finite = true;
    FormatMatrix<Real> s = productInFormat(layer, overState(network, layer.layer), layer.before, finite);
    if (const Eigen::Index fed = network.fed(layer.layer); fed > 0)
        s += productInFormat(layer, overInput(network, layer.layer), layer.fed(fed), finite);
    const Eigen::Index size = a.rows();
    FormatMatrix<Real>& kept = layer.kept[layer.operation->kept].given;
    kept.resize(3 * size, a.cols());
    for (Eigen::Index x = 0; x < a.cols(); ++x)
        for (Eigen::Index i = 0; i < size; ++i) {
            const Real bias = numbers.rounded(biases[i]);
            finite = finite && std::isfinite(bias);
            const double gate = numbers.round(double{numbers.rounded(double{s(i, x)})} + double{bias});
            const double u = numbers.round(numerics::logistic(gate).value);
            kept(i, x) = static_cast<Real>(u);
            kept(size + i, x) = a(i, x);
            kept(2 * size + i, x) = layer.before(i, x);
            a(i, x) = numbers.rounded(
                numbers.round(numbers.round(1 - u) * double{layer.before(i, x)}) + numbers.round(u * double{a(i, x)}));
        }
    layer.note(finite, FormatPlace::parameters);
    layer.note(a, FormatPlace::activation);
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    FormatMatrix<Real>& g = *layer.value;
    layer.past = g;
    const Eigen::Index size = g.rows();
    FormatMatrix<Real>& kept = layer.kept[layer.operation->kept].given;
    for (Eigen::Index x = 0; x < g.cols(); ++x)
        for (Eigen::Index i = 0; i < size; ++i) {
            const double u = kept(i, x), difference = numbers.round(double{kept(size + i, x)} - kept(2 * size + i, x));
            const double slope = numbers.round(u * numbers.round(1 - u));
            kept(size + i, x) = numbers.rounded(numbers.round(double{g(i, x)} * difference) * slope);
            g(i, x) = numbers.rounded(double{g(i, x)} * u);
        }
}

template <class Real>
void backwardPastInFormat(FormatBackward<Real>& layer)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    FormatMatrix<Real>& value = *layer.value;
    const Eigen::Index size = value.rows();
    const FormatMatrix<Real>& kept = layer.kept[layer.operation->kept].given;
    bool finite = true;
    const Eigen::MatrixXd transposed = overState(layer.network, layer.layer).transpose();
    const FormatMatrix<Real> throughGate = productInFormat(layer, transposed, kept.middleRows(size, size), finite);
    for (Eigen::Index x = 0; x < value.cols(); ++x)
        for (Eigen::Index i = 0; i < size; ++i) {
            const double past = numbers.round(numbers.round(1 - double{kept(i, x)}) * double{layer.past(i, x)});
            value(i, x) = numbers.rounded(numbers.round(double{value(i, x)} + past) + double{throughGate(i, x)});
        }
}

} // namespace

extern const Operation gru;
const Operation gru{
    .id = "gru",
    .placed = placed,
    .keeps = 2,
    .gateColumns = gateColumns,
    .choice = translatable("core", "GRU (update gate)"),
    .choiceId = "gru",
    .choiceRank = 2,
    .choiceOf = "gate",
    .forward = forward,
    .forwardScaled = forwardScaled,
    .backward = backward,
    .backwardPast = backwardPast,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .backwardBlockPast = backwardBlockPast,
    .chainFactor = chainFactor,
    .pathNames = kPaths,
    .jacobian = jacobian,
    .carried = {carried<double>, carried<Scaled>},
    .exactly = exactly,
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>, backwardPastInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>, backwardPastInFormat<double>},
};

} // namespace deltascope::operations
