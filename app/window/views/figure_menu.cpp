// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/figure_menu.h"

#include "render/plot/plot_widget.h"
#include "results/map_cells.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/views/figure_view.h"
#include "window/views/sheets/figure_clipboard.h"
#include "window/views/sheets/limits_dialog.h"
#include "window/views/sheets/table_window.h"
#include "window/views/view_choices.h"
#include "workspace/lesson_session.h"
#include "workspace/map_requests.h"
#include "workspace/show_figure.h"
#include "workspace/workspace.h"

#include <QGuiApplication>
#include <QMenu>
#include <QWhatsThis>

#include <functional>

namespace deltascope::views {

namespace {

QString menuText(const char* text)
{
    return QCoreApplication::translate("FigureMenu", text);
}

/// Copies what is the present scenario's, or says why not.
void copyPresent(workspace::Workspace& workspace, FigureView& view,
    const std::function<std::optional<Error>(const figures::Figure&)>& copy)
{
    std::optional<Error> error = view.refusal();
    if (!error)
        error = copy(view.plot().figure());
    if (error)
        workspace.report(*error);
}

/// The map of what the figure shows, over the two parameters that the scenario suggests.
void addMapThis(QMenu& menu, workspace::Workspace& workspace, const figures::FigureKind& kind)
{
    if (kind.needs().wants(results::kindOf<results::MapCells>()))
        return; // it is one
    const model::Map map = workspace::mapOfFigure(workspace, kind);
    const auto nameOf = [](const model::MapAxis& axis) {
        const auto* row = parameters::findScenarioParameter(axis.parameter);
        return *row->symbol ? text::plainSymbol(row->symbol) : text::toText(row->label);
    };
    const QString over = map.y
        ? menuText(QT_TRANSLATE_NOOP("FigureMenu", "Map this over %1 and %2")).arg(nameOf(map.x), nameOf(*map.y))
        : menuText(QT_TRANSLATE_NOOP("FigureMenu", "Map this over %1")).arg(nameOf(map.x));
    menu.addAction(over, &workspace, [&workspace, map] { workspace::showMap(workspace, map); });
}

} // namespace

void fillFigureMenu(QMenu& menu, workspace::Workspace& workspace, FigureView& view)
{
    FigureView* shown = &view;
    workspace::Workspace* shared = &workspace;
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Export figure…")), shown,
        [shown] { emit shown->exportWanted(&shown->kind()); });
    menu.addSeparator();
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Copy as picture")), shown, [=] {
        copyPresent(
            *shared, *shown, [=](const figures::Figure& figure) { return copyAsPicture(figure, shared->document()); });
    });
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Copy as data")), shown, [=] {
        copyPresent(
            *shared, *shown, [=](const figures::Figure& figure) { return copyAsData(figure, shared->document()); });
    });
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Copy caption")), shown, [=] {
        copyPresent(*shared, *shown, [](const figures::Figure& figure) {
            copyText(text::toText(figure.caption));
            return std::optional<Error>();
        });
    });
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Show as table")), shown,
        [=] { (new TableWindow(*shared, shown->kind(), shown->window()))->show(); });
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Add to my lecture")), shown,
        [shown] { emit shown->lectureWanted(&shown->kind()); });
    menu.addSeparator();
    addViewChoices(menu, workspace, view.kind().keys);
    addMapThis(menu, workspace, view.kind());
    if (QString::fromUtf8(view.kind().keys).split(u' ').contains(QStringLiteral("walk"))) // the drawing
        menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Check a gradient here")), shown,
            [shared] { workspace::showFigure(*shared, workspace::kGradientCheck); });
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Enlarge, or back to all figures")), shown,
        [shown] { emit shown->enlargeWanted(); });
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Fit the axes to the data")), shown,
        [shown] { emit shown->plot().fitRequested(); });
    QAction* hold = menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Hold the axes")), shown,
        [=](bool held) { shared->setView(shown->withHeld(shared->view(), held)); });
    hold->setCheckable(true);
    hold->setChecked(shown->isHeld());
    hold->setEnabled(shown->canHold());
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Axis limits…")), shown,
            [=] { (new LimitsDialog(*shared, shown->plot().figure(), shown->shownRanges(), shown))->show(); })
        ->setEnabled(shown->canHold());
    for (QAction* action : menu.actions()) // of a covered figure there is nothing to be had
        action->setEnabled(action->isEnabled() && !workspace.lesson().covers(view.kind().id));
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "What is this figure?")), shown, [shown] {
        QWidget& plot = shown->plot();
        QWhatsThis::showText(plot.mapToGlobal(plot.rect().center()), text::toText(shown->kind().description), &plot);
    });
}

} // namespace deltascope::views
