// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

class QMenu;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

/// A parameter that is a choice from a list, as a menu.
struct ChoiceMenu {
    std::string_view key;
    const char* title; ///< translatable
    std::function<void(QMenu&)> fill; ///< anew, with the present choice ticked
};

/// What the View menu offers: the choices of the view, and what the user likes.
std::vector<ChoiceMenu> choiceMenus(workspace::Workspace& workspace);

/// A submenu for each of these keys (apart by spaces) that is a choice.
void addViewChoices(QMenu& menu, workspace::Workspace& workspace, const char* keys);
/// The figures below the drawing: those that are shown ticked; ticking shows or hides one.
void fillShownFigures(QMenu& menu, workspace::Workspace& workspace);

} // namespace deltascope::views
