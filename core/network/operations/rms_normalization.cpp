// SPDX-License-Identifier: GPL-3.0-or-later
// Each example's numbers over the root of their mean square over the neurons of the layer (Zhang & Sennrich 2019):
// ĥ = h/s with s = √(⟨h²⟩ + ε); no mean is taken out. Backward ∂C/∂h = (δ − ĥ⟨δ ĥ⟩)/s: of δ what lies across ĥ over s,
// and of what lies along ĥ the share 1 − ⟨ĥ²⟩ = ε/s². core/maths.md 1.15, 1.16.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/carried_errors.h"
#include "network/jacobian_layer.h"
#include "network/mean_field_flow.h"
#include "network/operations/standardization.h"
#include "network/operations/standardizing_layer.h"
#include "numerics/householder_panels.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace deltascope::operations {

namespace {

constexpr double kAsGoodAsZero = 1e-100; // ĥ: its square is nothing beside 1

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    return scenario.normalization == "rms" ? placeOfNormalization(scenario, layer) : std::nullopt;
}

Refusal refusal(const model::Scenario& scenario)
{
    const std::vector<network::LayerGroup> groups = network::layerGroups(scenario);
    if (std::ranges::none_of(
            groups, [](const network::LayerGroup& each) { return !each.shape.last && each.shape.size < 2; }))
        return {};
    return {"normalization",
        {translatable("core", "RMS normalization needs a width of 2 or more: over one neuron only the sign is left."),
            {}}};
}

/// h ← h/s of numbers that doubles hold; returns s.
double divideByRms(std::span<double> h)
{
    double squares = 0;
    for (const double value : h)
        squares += value * value;
    const double rms = std::sqrt(squares / static_cast<double>(h.size()) + kNormalizationEpsilon);
    for (double& value : h)
        value /= rms;
    return rms;
}

/// The same of numbers of any size.
numerics::Scaled divideByRms(std::span<numerics::Scaled> h)
{
    numerics::Scaled squares;
    for (const numerics::Scaled value : h)
        squares = squares + value * value;
    const numerics::Scaled rms = numerics::sqrt(squares * numerics::Scaled::from(1.0 / static_cast<double>(h.size()))
        + numerics::Scaled::from(kNormalizationEpsilon));
    for (numerics::Scaled& value : h)
        value = value / rms;
    return rms;
}

std::size_t placeOfLargest(std::span<const double> normalized)
{
    const auto smaller = [](double left, double right) { return std::abs(left) < std::abs(right); };
    return static_cast<std::size_t>(std::ranges::max_element(normalized, smaller) - normalized.begin());
}

/// δ ← what of δ lies across ĥ; returns t, the rest being t ĥ. The multiple of ĥ that the largest of its numbers asks
/// for is taken out first, so that a δ along ĥ, as equal neurons have it, leaves exactly 0 across.
double takeAcross(std::span<double> delta, std::span<const double> normalized)
{
    const std::size_t place = placeOfLargest(normalized);
    const double largest = normalized[place], start = delta[place];
    if (std::abs(largest) < kAsGoodAsZero)
        return 0;
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < delta.size(); ++i) {
        const double ratio = normalized[i] / largest;
        delta[i] -= start * ratio;
        squares += ratio * ratio;
        products += delta[i] * ratio;
    }
    const double left = products / squares;
    for (std::size_t i = 0; i < delta.size(); ++i)
        delta[i] -= left * (normalized[i] / largest);
    return (start + left) / largest;
}

/// ε/s²
numerics::Scaled shareAlong(numerics::Scaled rms)
{
    return numerics::Scaled::from(kNormalizationEpsilon) / (rms * rms);
}

std::vector<double> plainValues(const numerics::Columns& normalized, Eigen::Index example)
{
    std::vector<double> values(static_cast<std::size_t>(normalized.size));
    for (Eigen::Index i = 0; i < normalized.size; ++i)
        values[static_cast<std::size_t>(i)] = plainValue(normalized, i, example);
    return values;
}

/// N′·column into `result`; N′ is its own transpose. The mantissas are lost.
void throughDerivative(const numerics::Column& column, std::span<const double> normalized, numerics::Scaled rms,
    std::span<numerics::Scaled> result)
{
    const std::span<double> across(column.mantissas, static_cast<std::size_t>(column.size));
    const double along = takeAcross(across, normalized);
    const numerics::Scaled share = shareAlong(rms);
    for (std::size_t i = 0; i < across.size(); ++i)
        result[i] = (numerics::Scaled::from(across[i], column.exponent)
                        + numerics::Scaled::from(along * normalized[i], column.exponent) * share)
            / rms;
}

std::vector<numerics::Scaled> normalizeColumns(const numerics::Columns& h)
{
    std::vector<numerics::Scaled> all;
    std::vector<numerics::Scaled> scratch(static_cast<std::size_t>(h.size));
    for (Eigen::Index x = 0; x < h.count; ++x) {
        numerics::Column column = h.column(x);
        if (column.exponent == 0 && isModerate(column.vector().cwiseAbs().maxCoeff())) {
            all.push_back(numerics::Scaled::from(divideByRms(std::span(column.mantissas, scratch.size()))));
            continue;
        }
        for (Eigen::Index i = 0; i < h.size; ++i)
            scratch[static_cast<std::size_t>(i)] = column.at(i);
        all.push_back(divideByRms(std::span(scratch)));
        numerics::pack(scratch, column);
        h.set(x, column);
    }
    return all;
}

void forward(ForwardLayer& layer)
{
    standardizeLayer(layer, normalizeColumns);
}

void backward(BackwardLayer& layer)
{
    const KeptColumns& kept = layer.forward.kept(layer.layer, *layer.operation);
    const numerics::Columns columns = layer.value->columns();
    const std::span result = layer.scratch.first(static_cast<std::size_t>(columns.size));
    for (Eigen::Index x = 0; x < columns.count; ++x) {
        numerics::Column column = columns.column(x);
        throughDerivative(column, plainValues(kept.columns(), x), kept.deviations[static_cast<std::size_t>(x)], result);
        numerics::packNormalised(result, column);
        columns.set(x, column);
    }
}

void forwardBlock(BlockForward& block)
{
    standardizeBlock(block, [&block](const Block& value, std::vector<double>& deviations) {
        for (std::size_t x = 0; x < block.count; ++x)
            deviations[x] = divideByRms(std::span(value.data + x * value.rows, value.size));
    });
}

void backwardBlock(BlockBackward& block)
{
    const KeptBlock& kept = block.own();
    const Block& value = block.value;
    for (std::size_t x = 0; x < block.count; ++x) {
        const std::span delta(value.data + x * value.rows, value.size);
        const std::span normalized(kept.given.data() + x * value.rows, value.size);
        const double rms = kept.deviations[x], along = takeAcross(delta, normalized);
        const double passed = along * (kNormalizationEpsilon / (rms * rms));
        for (std::size_t i = 0; i < delta.size(); ++i)
            delta[i] = (delta[i] + passed * normalized[i]) / rms;
    }
}

/// N′ = (I − ĥĥᵀ/n)/s = V·Λ·Vᵀ, the first direction of V along ĥ: Λ is ε/s³ there and 1/s in the others.
class RmsJacobian {
public:
    RmsJacobian(const KeptColumns& kept, Eigen::Index example)
        : m_rms(kept.deviations[static_cast<std::size_t>(example)])
    {
        const std::vector<double> normalized = plainValues(kept.columns(), example);
        m_place = static_cast<Eigen::Index>(placeOfLargest(normalized));
        m_ratios = Eigen::Map<const Eigen::VectorXd>(normalized.data(), kept.size);
        if (const double largest = m_ratios[m_place]; std::abs(largest) < kAsGoodAsZero)
            m_ratios.setZero(); // Λ is 1/s in every direction
        else
            m_ratios /= largest;
        m_directions.compute(m_ratios);
    }

    /// Λ·Vᵀ·matrix. In the directions across ĥ a multiple of it may be taken off every column: where all columns lie
    /// along it, as where all neurons are equal, exactly 0 is left.
    numerics::RowScaledMatrix across(const Eigen::MatrixXd& matrix) const
    {
        const Eigen::MatrixXd first = m_directions.basis();
        Eigen::MatrixXd turned = matrix - m_ratios * matrix.row(m_place);
        m_directions.applyTransposed(turned);
        turned.row(0) = first.transpose() * matrix;
        numerics::RowScaledMatrix rows{turned / m_rms.mantissa, {}};
        rows.exponents.assign(static_cast<std::size_t>(rows.mantissa.rows()), -m_rms.exponent);
        const numerics::Scaled along = shareAlong(m_rms);
        rows.mantissa.row(0) *= along.mantissa;
        rows.exponents[0] += along.exponent;
        rows.normalise();
        return rows;
    }

    /// V·matrix
    Eigen::MatrixXd back(Eigen::MatrixXd matrix) const
    {
        m_directions.apply(matrix);
        return matrix;
    }

private:
    Eigen::VectorXd m_ratios; // of ĥ to its largest number
    Eigen::Index m_place = 0; // of that
    numerics::HouseholderPanels m_directions; // of ĥ
    numerics::Scaled m_rms;
};

void jacobian(JacobianLayer& layer)
{
    const KeptColumns& kept = layer.forward.kept(layer.layer, *layer.operation);
    const RmsJacobian own(kept, layer.example);
    if (layer.parts.empty())
        layer.multiply(Eigen::MatrixXd::Identity(kept.size, kept.size));
    numerics::RowScaledMatrix& last = layer.parts.back();
    const std::int64_t unit = alignRows(last);
    last = own.across(last.mantissa);
    for (std::int64_t& exponent : last.exponents)
        exponent += unit;
    if (!layer.whole)
        return layer.multiply(own.back(Eigen::MatrixXd::Identity(kept.size, kept.size)));
    const std::int64_t common = alignRows(last);
    last = {own.back(last.mantissa), std::vector(static_cast<std::size_t>(kept.size), common)};
}

// ⟨δ ĥ⟩ is nothing beside δ in a wide layer, so that the way back is over s.
template <class Number>
void meanField(MeanFieldFlow<Number>& flow)
{
    using std::sqrt;
    const Number entering = flow.signal.meanSquare, square = entering + flow.number(kNormalizationEpsilon);
    flow.divideBack(square);
    const Number mean = flow.signal.mean == Number{} ? Number{} : Number(flow.signal.mean / sqrt(square));
    flow.signal = {mean, entering / square};
    if constexpr (std::is_same_v<Number, double>)
        if (!std::isfinite(entering))
            flow.signal = {std::isfinite(mean) ? mean : 0, 1};
}

// N′ of the errors that enter and of what rounds before; equal numbers round alike.
void probed(ProbedLayer& layer)
{
    ErrorColumns& value = ownErrors(layer);
    const KeptColumns& kept = layer.pass.kept(layer.layer, *layer.operation);
    const auto size = static_cast<std::size_t>(kept.size);
    for (int probe = 0; probe < layer.probes; ++probe) {
        const auto example = layer.exampleOf(probe);
        const std::vector<double> normalized = plainValues(kept.columns(), example);
        const bool equal = std::ranges::all_of(normalized, [&](double each) { return each == normalized[0]; });
        for (std::size_t i = 0; i < size; ++i) {
            const auto neuron = static_cast<Eigen::Index>(i);
            layer.scratch[i] = value.at(neuron, probe)
                + numerics::Scaled::from(roundingOf(normalized[i], equal ? 0 : neuron, probe))
                    * layer.terms[static_cast<std::size_t>(probe)];
        }
        value.put(probe, layer.scratch);
        throughDerivative(value.columns().column(probe), normalized, kept.deviations[static_cast<std::size_t>(example)],
            {layer.scratch.data(), size});
        value.put(probe, layer.scratch);
    }
    layer.given = &kept;
}

// 0 stays 0; of all other numbers the quotient is rounded.
void exactly(ExactNumber& number)
{
    number.exact = number.exact && number.value.high == 0 && number.value.low == 0;
    number.value = {};
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    standardizeInFormat(layer, [&layer](FormatMatrix<Real>& value, std::vector<Real>& deviations) {
        for (auto h : value.colwise()) {
            Real squares = 0;
            for (const Real each : h)
                squares += each * each;
            const Real rms =
                std::sqrt(squares / static_cast<Real>(h.size()) + static_cast<Real>(kNormalizationEpsilon));
            for (Real& each : h)
                each = layer.numbers.rounded(double{each / rms});
            deviations.push_back(rms);
        }
    });
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    const KeptFormat<Real>& kept = layer.kept[layer.operation->kept];
    for (Eigen::Index x = 0; x < layer.value->cols(); ++x) {
        auto delta = layer.value->col(x);
        const auto normalized = kept.given.col(x);
        Real products = 0;
        for (Eigen::Index i = 0; i < delta.size(); ++i)
            products += delta[i] * normalized[i];
        const Real along = products / static_cast<Real>(delta.size());
        const Real rms = kept.deviations[static_cast<std::size_t>(x)];
        for (Eigen::Index i = 0; i < delta.size(); ++i)
            delta[i] = layer.numbers.rounded(double{(delta[i] - normalized[i] * along) / rms});
    }
}

} // namespace

extern const Operation rms_normalization;
const Operation rms_normalization{
    .id = "rms_normalization",
    .placed = placed,
    .standardizes = true,
    .choice = translatable("core", "RMS normalization"),
    .choiceId = "rms",
    .choiceRank = 3,
    .refusal = refusal,
    .inPhaseDiagram = translatable("core",
        "RMS normalization cancels σw, as long as σw² times the mean square of what enters is far above ε = 10⁻⁵."),
    .forward = forward,
    .backward = backward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .jacobian = jacobian,
    .meanField = {meanField<double>, meanField<numerics::Scaled>},
    .probed = probed,
    .exactly = exactly,
    .python = "kept = ((x**2).mean(0) + 1e-5)**0.5\nx = x / kept\nkept = (x, kept)",
    .pythonBack = "g = (g - kept[0] * (g * kept[0]).mean(0)) / kept[1]",
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>},
};

} // namespace deltascope::operations
