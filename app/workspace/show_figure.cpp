// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/show_figure.h"

#include "workspace/workspace.h"

#include <algorithm>

namespace deltascope::workspace {

void showFigure(Workspace& workspace, const std::string& id)
{
    constexpr std::size_t kMost = 4; // two rows of two
    model::ViewState view = workspace.view();
    if (std::ranges::find(view.figures, id) != view.figures.end())
        return;
    if (view.figures.size() < kMost)
        view.figures.push_back(id);
    else
        view.figures.back() = id;
    workspace.setView(view);
}

} // namespace deltascope::workspace
