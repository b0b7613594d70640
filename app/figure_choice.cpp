// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_choice.h"

#include "render/language.h"

#include <QMenu>

#include <algorithm>

namespace deltascope {

std::vector<const FigureKind*> figuresInOrder()
{
    const auto all = figuresRegistry();
    std::vector<const FigureKind*> ordered(all.begin(), all.end());
    std::stable_sort(ordered.begin(), ordered.end(),
        [](const FigureKind* left, const FigureKind* right) { return left->rank < right->rank; });
    return ordered;
}

void fillFigureChoice(
    QMenu& menu, const FigureKind* ticked, const std::function<void(const FigureKind& chosen)>& choose)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    for (const FigureKind* kind : figuresInOrder()) {
        QAction* action = menu.addAction(toText(kind->name));
        action->setToolTip(toText(kind->description));
        action->setCheckable(true);
        action->setChecked(kind == ticked);
        QObject::connect(action, &QAction::triggered, &menu, [choose, kind] { choose(*kind); });
    }
}

} // namespace deltascope
