// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace deltascope::workspace {

class Workspace;

inline constexpr const char* kGradientCheck = "gradient_check"; ///< the figure that checks a gradient

/// Brings a figure into view, in place of the last one where the window has no room for more.
void showFigure(Workspace& workspace, const std::string& id);

} // namespace deltascope::workspace
