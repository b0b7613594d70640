// SPDX-License-Identifier: GPL-3.0-or-later
// The largest curvature of the cost on the way of a training, beside the largest one along which the optimizer's steps
// do not grow: why a training diverges. core/maths.md 16.13, 16.14.
#pragma once

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

/// Before a step.
struct CurvatureAt {
    std::int64_t step = 0;
    double largest = 0, smallest = 0; ///< eigenvalues of the Hessian of the mean cost, without weight decay
    std::optional<double> limit; ///< 2/η of gradient descent; nothing where the optimizer has no such number
    bool operator==(const CurvatureAt&) const = default;
};

struct CurvatureCourse {
    std::vector<CurvatureAt> points; ///< by step, closer together at the start
    std::optional<training::Divergence> divergence;
    std::int64_t steps = 0; ///< that were made
    bool wholeBatches = true; ///< a step looks at all examples; else the limit is that of their mean
    bool complete = false;
    bool operator==(const CurvatureCourse&) const = default;
};

/// The steps at which it is asked for, 0 and `last` among them: as many as `work` multiplications allow, 2 to 25.
std::vector<std::int64_t> curvatureSteps(std::int64_t last, double work);

/// Of a scenario whose network has a Hessian, up to a step. `refined` is told what is there. Nothing where stop was
/// requested.
std::optional<CurvatureCourse> curvatureCourse(const model::Scenario& scenario,
    const std::shared_ptr<const data::Dataset>& data, std::int64_t last, int threads, const std::stop_token& stop = {},
    const std::function<void(const CurvatureCourse&)>& refined = {});

/// Bytes on top of network and data.
double curvatureMemory(const model::Scenario& scenario, int threads);

} // namespace deltascope::results
