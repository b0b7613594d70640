// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/figure_choice.h"

#include "text/language.h"
#include "window/views/menu_thumbnails.h"

#include <QMenu>

#include <algorithm>
#include <map>

namespace deltascope::views {

namespace {

/// What figures of these hundreds of ranks answer.
const char* questionOf(int hundred)
{
    switch (hundred) {
    case 0:
        return translatable("core", "One layer");
    case 1:
        return translatable("core", "The whole chain");
    case 2:
        return translatable("core", "By chance and in theory");
    case 3:
        return translatable("core", "Training");
    default:
        return translatable("core", "Compare");
    }
}

} // namespace

std::vector<const figures::FigureKind*> figuresInOrder()
{
    const auto all = figures::figuresRegistry();
    std::vector<const figures::FigureKind*> ordered(all.begin(), all.end());
    std::stable_sort(ordered.begin(), ordered.end(),
        [](const figures::FigureKind* left, const figures::FigureKind* right) { return left->rank < right->rank; });
    return ordered;
}

void fillByQuestion(QMenu& menu, workspace::Workspace& workspace,
    const std::function<void(QAction& action, const figures::FigureKind& kind)>& prepare)
{
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    std::map<QString, std::pair<QMenu*, MenuThumbnails*>> parts;
    for (const figures::FigureKind* kind : figuresInOrder()) {
        const QString question = text::toText(questionOf(kind->rank / 100));
        auto& [part, pictures] = parts[question];
        if (!part) {
            part = menu.addMenu(question);
            part->setToolTipsVisible(true);
            pictures = new MenuThumbnails(workspace, *part);
        }
        QAction* action = part->addAction(text::toText(kind->name));
        action->setToolTip(text::toText(kind->description));
        action->setCheckable(true);
        pictures->add(*action, *kind);
        prepare(*action, *kind);
    }
}

void fillFigureChoice(QMenu& menu, workspace::Workspace& workspace, const figures::FigureKind* ticked,
    const std::function<void(const figures::FigureKind& chosen)>& choose)
{
    fillByQuestion(menu, workspace, [&](QAction& action, const figures::FigureKind& kind) {
        action.setChecked(&kind == ticked);
        QObject::connect(&action, &QAction::triggered, &menu, [choose, &kind] { choose(kind); });
        if (&kind == ticked) // shows where it is
            menu.setDefaultAction(qobject_cast<QMenu*>(action.parent())->menuAction());
    });
}

} // namespace deltascope::views
