// SPDX-License-Identifier: GPL-3.0-or-later
// What is named on the command line, or the sentence that there is nothing of that name and what there is.
#pragma once

#include "base/result.h"
#include "figures/figure_kind.h"
#include "render/theme.h"

#include <QString>

namespace deltascope::cli {

Result<const figures::FigureKind*> figureNamed(const QString& id);
Result<render::Theme> themeNamed(const QString& id);

} // namespace deltascope::cli
