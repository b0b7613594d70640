// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/evaluation_parts/evaluation_text.h"

#include <QString>

namespace deltascope::cli {

/// The diagnosis and a table with one row a layer, for people: aligned, sizes as 7.5·10⁻²⁵, always with a decimal
/// point.
QString evaluationTable(const reports::EvaluationReport& report);

} // namespace deltascope::cli
