// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/figure_menu.h"

#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "window/views/figure_clipboard.h"
#include "window/views/figure_view.h"
#include "window/views/table_window.h"
#include "window/views/view_choices.h"
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
    menu.addSeparator();
    addViewChoices(menu, workspace, view.kind().keys);
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "Fit the axes to the data")), shown,
        [shown] { emit shown->plot().fitRequested(); });
    menu.addAction(menuText(QT_TRANSLATE_NOOP("FigureMenu", "What is this figure?")), shown, [shown] {
        QWidget& plot = shown->plot();
        QWhatsThis::showText(plot.mapToGlobal(plot.rect().center()), text::toText(shown->kind().description), &plot);
    });
}

} // namespace deltascope::views
