// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/evaluation_text.h"

#include <QString>

namespace deltascope {

/// The diagnosis and a table with one row a layer, for people: aligned, sizes as 7.5·10⁻²⁵, always with a decimal
/// point.
QString evaluationTable(const EvaluationReport& report);

} // namespace deltascope
