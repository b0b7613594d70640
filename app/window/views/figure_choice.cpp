// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/figure_choice.h"

#include "text/language.h"

#include <QMenu>

#include <algorithm>

namespace deltascope::views {

std::vector<const figures::FigureKind*> figuresInOrder()
{
    const auto all = figures::figuresRegistry();
    std::vector<const figures::FigureKind*> ordered(all.begin(), all.end());
    std::stable_sort(ordered.begin(), ordered.end(),
        [](const figures::FigureKind* left, const figures::FigureKind* right) { return left->rank < right->rank; });
    return ordered;
}

void fillFigureChoice(QMenu& menu, const figures::FigureKind* ticked,
    const std::function<void(const figures::FigureKind& chosen)>& choose)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    for (const figures::FigureKind* kind : figuresInOrder()) {
        QAction* action = menu.addAction(text::toText(kind->name));
        action->setToolTip(text::toText(kind->description));
        action->setCheckable(true);
        action->setChecked(kind == ticked);
        QObject::connect(action, &QAction::triggered, &menu, [choose, kind] { choose(*kind); });
    }
}

} // namespace deltascope::views
