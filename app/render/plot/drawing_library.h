// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deltascope::plot {

/// What draws the figures, as "name version".
QString drawingLibrary();

} // namespace deltascope::plot
