// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"

#include <vector>

class QMenu;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

/// The rows of the view's parameters that are a choice from a list: what the View menu offers.
std::vector<const parameters::Parameter<model::ViewState>*> viewChoices();

void fillViewChoice(QMenu& menu, workspace::Workspace& workspace, const parameters::Parameter<model::ViewState>& row);
/// A submenu for each of these keys (apart by spaces) that is a choice.
void addViewChoices(QMenu& menu, workspace::Workspace& workspace, const char* keys);
/// The figures below the drawing: those that are shown ticked; ticking shows or hides one.
void fillShownFigures(QMenu& menu, workspace::Workspace& workspace);

} // namespace deltascope::views
