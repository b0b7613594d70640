// SPDX-License-Identifier: GPL-3.0-or-later
// When a deep linear network learns what: the strength of each mode of the teacher in the network while it learns,
// beside the closed form of Saxe, McClelland & Ganguli (2014). core/maths.md 16.12.
#pragma once

#include "base/message.h"
#include "data/dataset.h"
#include "model/scenario.h"
#include "training/divergence.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::results {

struct LinearMode {
    double strength = 0; ///< s: what the teacher has
    std::vector<double> measured; ///< u at each of `LinearModes::steps`
    std::vector<double> law; ///< the same in the closed form; empty where the mode starts at 0 or with the other sign
    std::optional<double> halfWay; ///< steps until u is s/2, in the closed form
    bool operator==(const LinearMode&) const = default;
};

struct LinearModes {
    std::vector<std::int64_t> steps; ///< as far as it has come
    std::vector<LinearMode> modes; ///< the strongest first
    int left = 0; ///< weaker ones that are not followed
    bool apart = false; ///< the modes start each by itself and alike in all layers: then the closed form is exact for
                        ///< small steps
    std::optional<training::Divergence> divergence;
    bool complete = false;
    bool operator==(const LinearModes&) const = default;
};

/// Empty where there are such modes; else why not.
Message whyNoModes(const model::Scenario& scenario);

/// u after a time of gradient flow, η·steps·⟨x²⟩, in a network of so many layers of equal strength: du/dt =
/// L u^(2 − 2/L)(s − u). Exact for one and two layers, else to about 1e-9. u(0) and s have one sign.
double modeAt(int layers, double strength, double start, double time);
/// The time until u = s/2; nothing where it starts beyond.
std::optional<double> timeToHalf(int layers, double strength, double start);

/// Of a scenario that has modes. `refined` is told what is there. Nothing where stop was requested, or the inputs are
/// not white.
std::optional<LinearModes> linearModes(const model::Scenario& scenario,
    const std::shared_ptr<const data::Dataset>& data, int threads, const std::stop_token& stop = {},
    const std::function<void(const LinearModes&)>& refined = {});

/// ⟨x xᵀ⟩/⟨x²⟩ is the identity, and ⟨x⟩ is 0, to 1e-9.
bool isWhite(const data::Dataset& data);

} // namespace deltascope::results
