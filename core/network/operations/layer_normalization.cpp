// SPDX-License-Identifier: GPL-3.0-or-later
// Each example's numbers normalized over the neurons of the layer (Ba, Kiros & Hinton 2016); see standardization.h.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/carried_errors.h"
#include "network/jacobian_layer.h"
#include "network/mean_field_flow.h"
#include "network/operations/standardization.h"
#include "network/operations/standardizing_layer.h"
#include "numerics/householder_panels.h"

#include <cmath>

namespace deltascope::operations {

std::vector<numerics::Scaled> standardizeNeurons(const numerics::Columns& h)
{
    std::vector<numerics::Scaled> deviations;
    std::vector<numerics::Scaled> scratch(static_cast<std::size_t>(h.size));
    for (Eigen::Index x = 0; x < h.count; ++x) {
        numerics::Column column = h.column(x);
        if (column.exponent == 0 && operations::isModerate(column.vector().cwiseAbs().maxCoeff())) {
            deviations.push_back(numerics::Scaled::from(operations::standardize(column.vector())));
            continue;
        }
        for (Eigen::Index i = 0; i < h.size; ++i)
            scratch[static_cast<std::size_t>(i)] = column.at(i);
        deviations.push_back(operations::standardizeScaled(scratch));
        numerics::pack(scratch, column);
        h.set(x, column);
    }
    return deviations;
}

void backThroughNeurons(
    const numerics::Columns& normalized, std::span<const numerics::Scaled> deviations, const numerics::Columns& delta)
{
    Eigen::VectorXd group(delta.size), other(delta.size);
    const std::vector<numerics::Scaled> all = operations::divisors(deviations, delta.size);
    for (Eigen::Index x = 0; x < delta.count; ++x) {
        group = delta.matrix().col(x);
        for (Eigen::Index i = 0; i < delta.size; ++i)
            other[i] = operations::plainValue(normalized, i, x);
        operations::project(group, other);
        delta.matrix().col(x) = group;
        operations::divide(delta, x, [&](Eigen::Index) { return all[static_cast<std::size_t>(x)]; });
    }
}

namespace {

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    return scenario.normalization == "layer" ? placeOfNormalization(scenario, layer) : std::nullopt;
}

Refusal refusal(const model::Scenario& scenario)
{
    const std::vector<network::LayerGroup> groups = network::layerGroups(scenario);
    if (std::ranges::none_of(
            groups, [](const network::LayerGroup& each) { return !each.shape.last && each.shape.size < 2; }))
        return {};
    return {"normalization",
        {translatable("core", "layer normalization needs a width of 2 or more: over one neuron nothing is left."), {}}};
}

/// Over two numbers.
Message caveat(const model::Scenario& scenario, const network::LayerShape& shape)
{
    if ((standsBefore(scenario) ? shape.before : shape.size) != kPair)
        return {};
    return {translatable("core",
                "Layer normalization over 2 neurons turns any two numbers into ±1: only its ε = %1 lets a gradient "
                "through, the share ε/s² of it (s² = variance + ε)."),
        {Magnitude{1, std::log10(kNormalizationEpsilon)}}};
}

void forward(ForwardLayer& layer)
{
    standardizeLayer(layer, standardizeNeurons);
}

void backward(BackwardLayer& layer)
{
    const KeptColumns& kept = layer.forward.kept(layer.layer, *layer.operation);
    backThroughNeurons(kept.columns(), kept.deviations, layer.value->columns());
}

void forwardBlock(BlockForward& block)
{
    standardizeBlock(block, [&block](const Block& value, std::vector<double>& deviations) {
        for (std::size_t x = 0; x < block.count; ++x)
            deviations[x] = standardizeStrided(value.data + x * value.rows, value.size, 1);
    });
}

void backwardBlock(BlockBackward& block)
{
    const KeptBlock& kept = block.own();
    const Block& value = block.value;
    for (std::size_t x = 0; x < block.count; ++x)
        projectStrided(
            value.data + x * value.rows, kept.given.data() + x * value.rows, kept.deviations[x], value.size, 1);
}

/// N′ = (I − 11ᵀ/n − ĥĥᵀ/n)/s = V·Λ·Vᵀ, V being the directions across 1, the first of them along ĥ: Λ is ε/s³ along ĥ,
/// since ‖ĥ‖² = n(1 − ε/s²), and 1/s in the others.
class NormalizationJacobian {
public:
    NormalizationJacobian(const KeptColumns& kept, Eigen::Index example)
        : m_deviation(kept.deviations[static_cast<std::size_t>(example)])
    {
        const numerics::Columns normalized = kept.columns();
        Eigen::MatrixXd both(normalized.size, 2);
        both.col(0).setOnes();
        for (Eigen::Index i = 0; i < normalized.size; ++i)
            both(i, 1) = normalized.at(i, example).nearestDouble();
        m_directions.compute(both);
    }

    /// Λ·Vᵀ·matrix. V is across 1, so the first row may be taken off all of them: equal rows then give exactly 0.
    numerics::RowScaledMatrix across(const Eigen::MatrixXd& matrix) const
    {
        Eigen::MatrixXd turned = matrix.rowwise() - matrix.row(0);
        m_directions.applyTransposed(turned);
        numerics::RowScaledMatrix rows{turned.bottomRows(turned.rows() - 1) / m_deviation.mantissa, {}};
        rows.exponents.assign(static_cast<std::size_t>(rows.mantissa.rows()), -m_deviation.exponent);
        const numerics::Scaled along = numerics::Scaled::from(kNormalizationEpsilon) / (m_deviation * m_deviation);
        rows.mantissa.row(0) *= along.mantissa;
        rows.exponents[0] += along.exponent;
        rows.normalise();
        return rows;
    }

    /// V·matrix
    Eigen::MatrixXd back(const Eigen::MatrixXd& matrix) const
    {
        Eigen::MatrixXd full = Eigen::MatrixXd::Zero(matrix.rows() + 1, matrix.cols());
        full.bottomRows(matrix.rows()) = matrix;
        m_directions.apply(full);
        return full;
    }

private:
    numerics::HouseholderPanels m_directions; // of 1 and ĥ
    numerics::Scaled m_deviation;
};

void jacobian(JacobianLayer& layer)
{
    const KeptColumns& kept = layer.forward.kept(layer.layer, *layer.operation);
    const NormalizationJacobian own(kept, layer.example);
    if (layer.parts.empty())
        layer.multiply(Eigen::MatrixXd::Identity(kept.size, kept.size));
    numerics::RowScaledMatrix& last = layer.parts.back();
    const std::int64_t unit = alignRows(last);
    last = own.across(last.mantissa);
    for (std::int64_t& exponent : last.exponents)
        exponent += unit;
    if (!layer.whole)
        return layer.multiply(own.back(Eigen::MatrixXd::Identity(kept.size - 1, kept.size - 1)));
    const std::int64_t common = alignRows(last);
    last = {own.back(last.mantissa), std::vector(static_cast<std::size_t>(kept.size), common)};
}

// The neurons' mean is 0 where they are sums with random weights.
template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    const Number mean = flow.signal.mean;
    const Number variance = mean == Number{} ? flow.signal.meanSquare : flow.signal.meanSquare - mean * mean;
    const Number square = variance + flow.number(kNormalizationEpsilon);
    flow.divideBack(square);
    flow.signal = {Number{}, variance / square};
    if constexpr (std::is_same_v<Number, double>)
        if (!std::isfinite(variance))
            flow.signal.meanSquare = 1;
}

// (e − ⟨e⟩ − ĥ⟨ĥ e⟩)/s, e with what rounds before.
void probed(ProbedLayer& layer)
{
    ErrorColumns& value = ownErrors(layer);
    const KeptColumns& kept = layer.pass.kept(layer.layer, *layer.operation);
    const numerics::Column normalized = kept.columns().column(0);
    const double inverse = 1 / kept.deviations[0].nearestDouble();
    const bool equal = normalized.vector().isZero(0);
    for (int probe = 0; probe < layer.probes; ++probe) {
        const numerics::Column errors = value.columns().column(probe);
        const double fresh = inUnits(layer.terms[static_cast<std::size_t>(probe)], errors.exponent);
        double mean = 0, along = 0;
        for (Eigen::Index i = 0; i < normalized.size; ++i) {
            const double own = inUnits(normalized.at(i), 0);
            double& error = errors.mantissas[i];
            error += roundingOf(own, i, probe) * fresh;
            mean += error / static_cast<double>(normalized.size);
            along += error * own / static_cast<double>(normalized.size);
        }
        for (Eigen::Index i = 0; i < normalized.size; ++i) { // of equal numbers 0, as it is without rounding too
            double& error = errors.mantissas[i];
            error = equal ? 0 : (error - mean - inUnits(normalized.at(i), 0) * along) * inverse;
        }
    }
    layer.given = &kept;
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    standardizeInFormat(layer, [&layer](FormatMatrix<Real>& value, std::vector<Real>& deviations) {
        for (Eigen::Index group = 0; group < value.cols(); ++group)
            deviations.push_back(standardizeRounded<Real>(value.col(group), layer.numbers.round));
    });
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    const KeptFormat<Real>& kept = layer.kept[layer.operation->kept];
    for (Eigen::Index group = 0; group < layer.value->cols(); ++group)
        projectRounded(layer.value->col(group), kept.given.col(group), kept.deviations[static_cast<std::size_t>(group)],
            layer.numbers.round);
}

} // namespace

extern const Operation layer_normalization;
const Operation layer_normalization{
    .id = "layer_normalization",
    .placed = placed,
    .standardizes = true,
    .choice = translatable("core", "Layer normalization"),
    .choiceId = "layer",
    .choiceRank = 1,
    .refusal = refusal,
    .caveat = caveat,
    .inPhaseDiagram = translatable("core",
        "Layer normalization cancels σw, as long as σw² times the mean square of what enters is far above ε = 10⁻⁵."),
    .forward = forward,
    .backward = backward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .jacobian = jacobian,
    .meanField = {meanField<double>, meanField<numerics::Scaled>},
    .probed = probed,
    .exactly = standardizedExactly,
    .python = "x = x - x.mean(0)\nkept = ((x**2).mean(0) + 1e-5)**0.5\nx = x / kept\nkept = (x, kept)",
    .pythonBack = "g = (g - g.mean(0) - kept[0] * (g * kept[0]).mean(0)) / kept[1]",
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>},
};

} // namespace deltascope::operations
