// SPDX-License-Identifier: GPL-3.0-or-later
// The plane of σ_w and σ_b: where gradients vanish and where they explode (Poole et al. 2016; Schoenholz et al. 2017).
// core/maths.md 9.9, 9.10.
#pragma once

#include "base/message.h"
#include "data/dataset.h"
#include "model/scenario.h"
#include "theory/mean_field/prediction.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::mean_field {

struct PhasePoint {
    double weightDeviation = 0; ///< σ_w
    double biasDeviation = 0; ///< σ_b
    bool operator==(const PhasePoint&) const = default;
};

/// χ₁ of a scenario's hidden layers, with their activation and remedies, over σ_w × σ_b. Where several fixed points of
/// q attract, it is that of the one which q reaches from this scenario's inputs.
struct PhaseDiagram {
    double weightLimit = 1, biasLimit = 1; ///< the plane is [0, weightLimit] × [0, biasLimit]
    int columns = 0, rows = 0;
    std::vector<double> log10Factors; ///< log10 χ₁ at the middles of the cells, row by row from σ_b = 0 up; finite
    std::vector<PhasePoint> criticalLine; ///< χ₁ = 1: the smallest such σ_w > 0 in the plane, by ascending σ_b
    std::vector<PhasePoint> jumps; ///< where in its place χ₁ jumps over 1: another fixed point is reached from there on
    std::optional<PhasePoint> current; ///< the scenario's hidden layers; nothing where the rule is not random
    FixedPoint fixedPoint; ///< there, for most of the examples
    ReachedPoints reachedPoints; ///< there
    bool coarse = false; ///< a finer one will follow

    bool isComplete() const { return !coarse; }
    bool operator==(const PhaseDiagram&) const = default;
};

/// Where a scenario's hidden layers stand in the plane; nothing where their start values are not random.
std::optional<PhasePoint> phasePoint(const model::Scenario& scenario);

/// Empty where the diagram means something for this scenario; else why not.
Message whyNoPhaseDiagram(const model::Scenario& scenario);

/// σ_w where the critical line passes at the scenario's own σ_b, up to 1000; nothing where its start values are not
/// random, or χ₁ does not pass through 1.
std::optional<double> criticalWeightDeviation(const model::Scenario& scenario, const data::Dataset& data);

/// The diagram in 128 × 96 cells; coarser ones are passed to `refined` first. Nothing where stop was requested.
std::optional<PhaseDiagram> phaseDiagram(const model::Scenario& scenario, const data::Dataset& data,
    const std::stop_token& stop = {}, const std::function<void(PhaseDiagram)>& refined = {});

} // namespace deltascope::mean_field
