// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

class QMenu;

namespace deltascope {

class Workspace;

/// A row of the view's parameters that the View menu offers as a list of choices.
struct ViewChoice {
    const char* key;
    const char* title; ///< translatable, context deltascope::WindowActions
    bool kept; ///< remembered from one session to the next
};
std::span<const ViewChoice> viewChoices();

void fillViewChoice(QMenu& menu, Workspace& workspace, const ViewChoice& choice);
/// The figures below the drawing: those that are shown ticked; ticking shows or hides one.
void fillShownFigures(QMenu& menu, Workspace& workspace);

} // namespace deltascope
