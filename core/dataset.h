// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "scenario.h"

#include <Eigen/Core>

#include <stop_token>

namespace deltascope {

/// The examples that a network is evaluated on: column x is example x.
struct Dataset {
    Eigen::MatrixXd inputs; ///< inputs × examples
    Eigen::MatrixXd targets; ///< outputs × examples

    int examples() const { return static_cast<int>(inputs.cols()); }
};

/// The examples of a valid scenario, by its dataset kind. Example x is drawn from streams of its own (seed, x), so that
/// adding an example changes no other. Errors: those of the kind; fewer columns than asked for where stop was
/// requested.
Result<Dataset> makeDataset(const Scenario& scenario, const std::stop_token& stop = {});

} // namespace deltascope
