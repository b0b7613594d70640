// SPDX-License-Identifier: GPL-3.0-or-later
// Each neuron's numbers normalized over the examples of the batch (Ioffe & Szegedy 2015); see standardization.h.
#include "network/operation.h"

#include "model/scenario.h"
#include "network/carried_errors.h"
#include "network/operations/standardization.h"
#include "network/operations/standardizing_layer.h"

namespace deltascope::operations {

namespace {

/// Of any size, gathered by rows and packed again by columns.
std::vector<numerics::Scaled> standardizeScaledRows(const numerics::Columns& h)
{
    std::vector<numerics::Scaled> deviations;
    std::vector<numerics::Scaled> all(static_cast<std::size_t>(h.size * h.count)); // by rows
    for (Eigen::Index i = 0; i < h.size; ++i) {
        const std::span row(all.data() + i * h.count, static_cast<std::size_t>(h.count));
        for (Eigen::Index x = 0; x < h.count; ++x)
            row[static_cast<std::size_t>(x)] = h.at(i, x);
        deviations.push_back(operations::standardizeScaled(row));
    }
    std::vector<numerics::Scaled> scratch(static_cast<std::size_t>(h.size));
    for (Eigen::Index x = 0; x < h.count; ++x) {
        for (Eigen::Index i = 0; i < h.size; ++i)
            scratch[static_cast<std::size_t>(i)] = all[static_cast<std::size_t>(i * h.count + x)];
        numerics::Column column = h.column(x);
        numerics::pack(scratch, column);
        h.set(x, column);
    }
    return deviations;
}

} // namespace

std::vector<numerics::Scaled> standardizeExamples(const numerics::Columns& h)
{
    if (!h.unscaled() || !operations::isModerate(h.matrix().cwiseAbs().maxCoeff()))
        return standardizeScaledRows(h);
    std::vector<numerics::Scaled> deviations;
    Eigen::VectorXd row(h.count);
    for (Eigen::Index i = 0; i < h.size; ++i) {
        row = h.matrix().row(i).transpose();
        deviations.push_back(numerics::Scaled::from(operations::standardize(row)));
        h.matrix().row(i) = row.transpose();
    }
    return deviations;
}

void backThroughExamples(
    const numerics::Columns& normalized, std::span<const numerics::Scaled> deviations, const numerics::Columns& delta)
{
    numerics::alignExponents(delta);
    Eigen::VectorXd group(delta.count), other(delta.count);
    for (Eigen::Index i = 0; i < delta.size; ++i) {
        group = delta.matrix().row(i).transpose();
        for (Eigen::Index x = 0; x < delta.count; ++x)
            other[x] = operations::plainValue(normalized, i, x);
        operations::project(group, other);
        delta.matrix().row(i) = group.transpose();
    }
    const std::vector<numerics::Scaled> all = operations::divisors(deviations, delta.count);
    for (Eigen::Index x = 0; x < delta.count; ++x)
        operations::divide(delta, x, [&](Eigen::Index i) { return all[static_cast<std::size_t>(i)]; });
}

namespace {

std::optional<InLayer> placed(const model::Scenario& scenario, const network::LayerShape& layer)
{
    return scenario.normalization == "batch" ? placeOfNormalization(scenario, layer) : std::nullopt;
}

Refusal refusal(const model::Scenario& scenario)
{
    if (scenario.examples < 2)
        return {"normalization",
            {translatable("core", "batch normalization needs 2 examples or more: over one example nothing is left."),
                {}}};
    const bool inBatches = scenario.batch > 0 && scenario.batch < scenario.examples;
    if (inBatches && (scenario.batch < 2 || scenario.examples % scenario.batch == 1))
        return {"batch",
            {translatable(
                 "core", "batch normalization needs 2 examples or more in every batch; the last of these has %1."),
                {scenario.batch < 2 ? scenario.batch : 1}}};
    return {};
}

/// Over two numbers.
Message caveat(const model::Scenario& scenario, const network::LayerShape& /*any*/)
{
    if (scenario.examples != kPair)
        return {};
    return {translatable("core",
                "Batch normalization over 2 examples turns any two numbers into ±1: only its ε = %1 lets a gradient "
                "through, the share ε/s² of it (s² = variance + ε)."),
        {Magnitude{1, std::log10(kNormalizationEpsilon)}}};
}

void forward(ForwardLayer& layer)
{
    standardizeLayer(layer, standardizeExamples);
}

void backward(BackwardLayer& layer)
{
    layer.value->share(layer.value->smallestOffset()); // the examples are about to be mixed
    const KeptColumns& kept = layer.forward.kept(layer.layer, *layer.operation);
    backThroughExamples(kept.columns(), kept.deviations, layer.value->columns());
}

void forwardBlock(BlockForward& block)
{
    standardizeBlock(block, [&block](const Block& value, std::vector<double>& deviations) {
        for (std::size_t i = 0; i < value.size; ++i)
            deviations[i] = standardizeStrided(value.data + i, block.count, value.rows);
    });
}

void backwardBlock(BlockBackward& block)
{
    const KeptBlock& kept = block.own();
    const Block& value = block.value;
    for (std::size_t i = 0; i < value.size; ++i)
        projectStrided(value.data + i, kept.given.data() + i, kept.deviations[i], block.count, value.rows);
}

/// (e − ⟨e⟩ − ĥ⟨ĥ e⟩)/s over the examples, e with what rounds before.
void normalizeErrors(ProbedLayer& layer, ErrorColumns& value, const KeptColumns& kept)
{
    const numerics::Columns normalized = kept.columns(), errors = value.columns();
    const std::int64_t unit = value.plain() ? 0 : numerics::alignExponents(errors);
    std::vector<double> fresh;
    for (const numerics::Scaled terms : layer.terms)
        fresh.push_back(inUnits(terms, unit));
    for (Eigen::Index i = 0; i < normalized.size; ++i) {
        const double inverse = 1 / kept.deviations[static_cast<std::size_t>(i)].nearestDouble();
        double mean = 0, along = 0;
        bool equal = true;
        for (int x = 0; x < layer.probes; ++x) {
            const double own = inUnits(normalized.at(i, x), 0);
            double& error = errors.mantissas[x * errors.size + i];
            error += roundingOf(own, i, x) * fresh[static_cast<std::size_t>(x)];
            mean += error / layer.probes;
            along += error * own / layer.probes;
            equal = equal && own == 0;
        }
        for (int x = 0; x < layer.probes; ++x) {
            double& error = errors.mantissas[x * errors.size + i];
            error = equal ? 0 : (error - mean - inUnits(normalized.at(i, x), 0) * along) * inverse;
        }
    }
}

// The root of what a row of that Jacobian has in squares stands for the other examples.
void normalizeOneOfMany(ProbedLayer& layer, ErrorColumns& value, const KeptColumns& kept)
{
    const numerics::Column normalized = kept.columns().column(0);
    const auto examples = static_cast<double>(layer.pass.examples());
    for (int probe = 0; probe < layer.probes; ++probe) {
        const numerics::Column errors = value.columns().column(probe);
        const double fresh = inUnits(layer.terms[static_cast<std::size_t>(probe)], errors.exponent);
        for (Eigen::Index i = 0; i < normalized.size; ++i) {
            const double own = inUnits(normalized.at(i), 0);
            const double inverse = 1 / kept.deviations[static_cast<std::size_t>(i)].nearestDouble();
            const double least = kNormalizationEpsilon * inverse * inverse; // 1 − ⟨ĥ²⟩
            const double row = std::max(1 - 1 / examples - own * own * (1 + least) / examples, 0.0);
            const bool equal = own == 0 && least > 1 - 1e-12;
            errors.mantissas[i] =
                equal ? 0 : (errors.mantissas[i] + roundingOf(own, i, probe) * fresh) * std::sqrt(row) * inverse;
        }
    }
}

void probed(ProbedLayer& layer)
{
    ErrorColumns& value = ownErrors(layer);
    const KeptColumns& kept = layer.pass.kept(layer.layer, *layer.operation);
    if (layer.ofEveryExample)
        normalizeErrors(layer, value, kept);
    else
        normalizeOneOfMany(layer, value, kept);
    layer.given = &kept;
}

template <class Real>
void forwardInFormat(FormatForward<Real>& layer)
{
    standardizeInFormat(layer, [&layer](FormatMatrix<Real>& value, std::vector<Real>& deviations) {
        for (Eigen::Index group = 0; group < value.rows(); ++group)
            deviations.push_back(standardizeRounded<Real>(value.row(group), layer.numbers.round));
    });
}

template <class Real>
void backwardInFormat(FormatBackward<Real>& layer)
{
    const KeptFormat<Real>& kept = layer.kept[layer.operation->kept];
    for (Eigen::Index group = 0; group < layer.value->rows(); ++group)
        projectRounded(layer.value->row(group), kept.given.row(group), kept.deviations[static_cast<std::size_t>(group)],
            layer.numbers.round);
}

} // namespace

extern const Operation batch_normalization;
const Operation batch_normalization{
    .id = "batch_normalization",
    .placed = placed,
    .couplesExamples = true,
    .removesShift = true,
    .standardizes = true,
    .choice = translatable("core", "Batch normalization"),
    .choiceId = "batch",
    .choiceRank = 2,
    .refusal = refusal,
    .caveat = caveat,
    .forward = forward,
    .backward = backward,
    .forwardBlock = forwardBlock,
    .backwardBlock = backwardBlock,
    .probed = probed,
    .exactly = standardizedExactly,
    .python = "x = x - x.mean(1, keepdims=True)\nkept = ((x**2).mean(1, keepdims=True) + 1e-5)**0.5\nx = x / "
              "kept\nkept = (x, kept)",
    .pythonBack = "g = (g - g.mean(1, keepdims=True) - kept[0] * (g * kept[0]).mean(1, keepdims=True)) / kept[1]",
    .inSingle = {forwardInFormat<float>, backwardInFormat<float>},
    .inDouble = {forwardInFormat<double>, backwardInFormat<double>},
};

} // namespace deltascope::operations
