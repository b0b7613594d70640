// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/phase_diagram.h"

#include "registry.h"
#include "theory/prediction.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace deltascope {

namespace {

constexpr double kFarthest = 100; // σ_w up to which a critical point is brought into view
constexpr double kLeastLog10 = -12; // of χ₁: what lies below is drawn alike
constexpr std::pair<int, int> kGrids[] = {{16, 12}, {64, 48}};

/// 1, 2 or 5 times a power of ten, at least `value` > 0: the plane keeps still while a slider moves.
double roundedUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power >= value * (1 - 1e-9))
            return digit * power;
    return 10 * power;
}

class Plane {
public:
    Plane(const HiddenLayer& layer, const MomentTable& table, const std::stop_token& stop)
        : m_layer(layer)
        , m_moments([&table](double q) { return table.at(q); })
        , m_stop(stop)
    {
    }

    FixedPoint at(double weightDeviation, double biasDeviation) const
    {
        HiddenLayer layer = m_layer;
        layer.variances = {weightDeviation * weightDeviation, biasDeviation * biasDeviation};
        return fixedPoint(layer, m_moments);
    }

    std::optional<double> critical(double biasDeviation, double limit) const
    {
        return criticalWeightDeviation(m_layer, m_moments, biasDeviation, limit);
    }

    bool fill(PhaseDiagram& diagram, int columns, int rows) const
    {
        diagram.columns = columns;
        diagram.rows = rows;
        diagram.log10Factors.clear();
        diagram.criticalLine.clear();
        for (int row = 0; row <= rows; ++row) {
            const double edge = diagram.biasLimit * row / rows;
            if (const auto weight = critical(edge, diagram.weightLimit); weight && *weight > kLeastWeight)
                diagram.criticalLine.push_back({*weight, edge});
            for (int column = 0; column < columns && row < rows; ++column) {
                if (m_stop.stop_requested())
                    return false;
                const double weight = diagram.weightLimit * (column + 0.5) / columns;
                const double bias = diagram.biasLimit * (row + 0.5) / rows;
                diagram.log10Factors.push_back(std::max(kLeastLog10, std::log10(at(weight, bias).factor)));
            }
        }
        return !m_stop.stop_requested();
    }

private:
    // Where χ₁ ≥ 1 already at the smallest σ_w that is tried, no line is crossed.
    static constexpr double kLeastWeight = 1.001e-3;

    HiddenLayer m_layer;
    MomentsAt m_moments;
    const std::stop_token& m_stop;
};

} // namespace

Message whyNoPhaseDiagram(const Scenario& scenario)
{
    if (scenario.normalization == "batch")
        return {translatable("core",
                    "There is no mean field theory here: batch normalization makes the examples depend on each other."),
            {}};
    return {};
}

std::optional<PhasePoint> phasePoint(const Scenario& scenario)
{
    const std::optional<HiddenLayer> layer = hiddenLayer(scenario);
    if (!layer)
        return std::nullopt;
    return PhasePoint{std::sqrt(layer->variances.weight), std::sqrt(layer->variances.bias)};
}

std::optional<PhaseDiagram> phaseDiagram(
    const Scenario& scenario, const std::stop_token& stop, const std::function<void(PhaseDiagram)>& refined)
{
    const Activation& activation = *findKind(activationsRegistry(), scenario.activation);
    const MomentTable table(activation, stop);
    if (stop.stop_requested())
        return std::nullopt;
    const std::optional<HiddenLayer> own = hiddenLayer(scenario);
    const HiddenLayer layer = own.value_or(HiddenLayer{{}, scenario.residual, scenario.normalization == "layer"});
    const Plane plane(layer, table, stop);
    PhaseDiagram diagram;
    double weight = plane.critical(0, kFarthest).value_or(2) * 1.5, bias = 0;
    if (own) {
        diagram.current = phasePoint(scenario);
        diagram.fixedPoint = plane.at(diagram.current->weightDeviation, diagram.current->biasDeviation);
        weight = std::max(weight, 1.1 * diagram.current->weightDeviation);
        bias = 1.1 * diagram.current->biasDeviation;
    }
    diagram.weightLimit = roundedUp(weight);
    diagram.biasLimit = std::max(diagram.weightLimit / 2, roundedUp(std::max(bias, 1e-3)));
    for (const auto& [columns, rows] : kGrids) {
        diagram.coarse = columns != kGrids[1].first;
        if (!plane.fill(diagram, columns, rows))
            return std::nullopt;
        if (refined && diagram.coarse)
            refined(diagram);
    }
    return diagram;
}

} // namespace deltascope
