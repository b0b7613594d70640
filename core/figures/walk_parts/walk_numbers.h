// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a walk's stages. core/maths.md 1.21.
#pragma once

#include "evaluation/evaluation.h"
#include "model/question.h"
#include "model/view_state.h"
#include "model/walk.h"

#include <optional>

namespace deltascope::walk_parts {

/// Which ‖δ‖ of a batch the view looks at.
numerics::Scaled network::LearningSpeeds::*speedOf(const model::ViewState& view);

/// What has come of the gradient at a stage of the way back, in units of δ of the last layer: at the neurons of a layer
/// its δ (in a wide network ‖δ‖), at the weights into it ∂C/∂a of the layer `before` them, the next one that is drawn.
/// Of a chain with several examples that of the first. Nothing where δ of the last layer is exactly 0.
std::optional<numerics::Scaled> running(const model::Scenario& scenario, const evaluation::Evaluation& evaluation,
    const model::Walk& stage, int before, const model::ViewState& view);

/// The weights and slopes between the neurons of two layers of a chain, without those neurons' own.
numerics::Scaled productBetween(const evaluation::Evaluation& evaluation, int from, int to);
/// ∂C/∂a of this layer of a chain, in the first example.
numerics::Scaled gradientAt(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int layer);

/// √⟨z²⟩ of such statistics.
numerics::Scaled rootMeanSquare(const evaluation::Statistics& statistics);

/// The scenario with the numbers that are in force at a step of its training.
model::Scenario inForce(const model::Scenario& scenario, std::int64_t step);

/// How a number's gradient becomes its change in a step from rest.
class Rule {
public:
    explicit Rule(const model::Scenario& now);

    bool linear() const { return m_linear; }
    double perGradient() const { return m_perGradient; } ///< of a linear one: change = this × gradient
    bool remembers() const;
    const char* name() const;
    const char* formula() const;
    /// Nothing where doubles do not hold the gradient of a rule that is not linear.
    std::optional<numerics::Scaled> change(numerics::Scaled gradient) const;

private:
    double of(double gradient) const;

    model::Scenario m_now;
    double m_perGradient = 0;
    bool m_linear = true;
};

} // namespace deltascope::walk_parts
