// SPDX-License-Identifier: GPL-3.0-or-later
// What numpy.load reads: a ZIP archive of .npy files, stored. The same arrays give the same bytes.
#pragma once

#include "reports/network_export.h"

#include <Eigen/Core>

#include <string>
#include <utility>
#include <vector>

namespace deltascope::reports {

/// One array by rows, of two dimensions, or of one where `vector`.
std::string npyText(const Eigen::Ref<const Eigen::MatrixXd>& matrix, bool vector = false);

/// The archive of these entries, by their names in it. Empty where the system has no more memory.
std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries);

/// W1, b1, W2 …, inputs and targets (one row an example) and the scenario.
std::string npzOf(const NetworkExport& network);

} // namespace deltascope::reports
