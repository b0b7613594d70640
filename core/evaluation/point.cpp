// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/point.h"

#include "evaluation/decision.h"

namespace deltascope::evaluation {

bool looksAtPoint(const model::Scenario& scenario, const std::vector<double>& point)
{
    return point.size() > 1 && point.size() == static_cast<std::size_t>(scenario.inputs)
        && whyNoDecision(scenario).empty();
}

data::Dataset atPoint(const data::Dataset& data, const std::vector<double>& point)
{
    data::Dataset alone = data;
    alone.inputs = Eigen::Map<const Eigen::VectorXd>(point.data(), static_cast<Eigen::Index>(point.size()));
    Eigen::Index nearest = 0;
    (data.inputs.colwise() - alone.inputs.col(0)).colwise().squaredNorm().minCoeff(&nearest);
    alone.targets = data.targets.col(nearest).eval();
    alone.heldOutInputs.resize(data.heldOutInputs.rows(), 0);
    alone.heldOutTargets.resize(data.heldOutTargets.rows(), 0);
    return alone;
}

} // namespace deltascope::evaluation
