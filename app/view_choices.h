// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters.h"

#include <vector>

class QMenu;

namespace deltascope {

class Workspace;

/// The rows of the view's parameters that are a choice from a list: what the View menu offers.
std::vector<const Parameter<ViewState>*> viewChoices();

void fillViewChoice(QMenu& menu, Workspace& workspace, const Parameter<ViewState>& row);
/// A submenu for each of these keys (apart by spaces) that is a choice.
void addViewChoices(QMenu& menu, Workspace& workspace, const char* keys);
/// The figures below the drawing: those that are shown ticked; ticking shows or hides one.
void fillShownFigures(QMenu& menu, Workspace& workspace);

} // namespace deltascope
