// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_menu.h"

#include "figure_clipboard.h"
#include "figure_view.h"
#include "render/language.h"
#include "render/plot_widget.h"
#include "table_window.h"
#include "view_choices.h"
#include "workspace.h"

#include <QGuiApplication>
#include <QMenu>
#include <QWhatsThis>

#include <functional>

namespace deltascope {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("FigureMenu", text);
}

/// Copies what is the present scenario's, or says why not.
void copyPresent(Workspace& workspace, FigureView& view, const std::function<std::optional<Error>(const Figure&)>& copy)
{
    std::optional<Error> error = view.refusal();
    if (!error)
        error = copy(view.plot().figure());
    if (error)
        workspace.report(*error);
}

} // namespace

void fillFigureMenu(QMenu& menu, Workspace& workspace, FigureView& view)
{
    FigureView* shown = &view;
    Workspace* shared = &workspace;
    menu.addAction(translated(QT_TRANSLATE_NOOP("FigureMenu", "Export figure…")), shown,
        [shown] { emit shown->exportWanted(&shown->kind()); });
    menu.addSeparator();
    menu.addAction(translated(QT_TRANSLATE_NOOP("FigureMenu", "Copy as picture")), shown, [=] {
        copyPresent(*shared, *shown, [=](const Figure& figure) { return copyAsPicture(figure, shared->document()); });
    });
    menu.addAction(translated(QT_TRANSLATE_NOOP("FigureMenu", "Copy as data")), shown, [=] {
        copyPresent(*shared, *shown, [=](const Figure& figure) { return copyAsData(figure, shared->document()); });
    });
    menu.addAction(translated(QT_TRANSLATE_NOOP("FigureMenu", "Copy caption")), shown, [=] {
        copyPresent(*shared, *shown, [](const Figure& figure) {
            copyText(toText(figure.caption));
            return std::optional<Error>();
        });
    });
    menu.addAction(translated(QT_TRANSLATE_NOOP("FigureMenu", "Show as table")), shown,
        [=] { (new TableWindow(*shared, shown->kind(), shown->window()))->show(); });
    menu.addSeparator();
    addViewChoices(menu, workspace, view.kind().viewKeys);
    menu.addAction(translated(QT_TRANSLATE_NOOP("FigureMenu", "Fit the axes to the data")), shown,
        [shown] { emit shown->plot().fitRequested(); });
    menu.addAction(translated(QT_TRANSLATE_NOOP("FigureMenu", "What is this figure?")), shown, [shown] {
        QWidget& plot = shown->plot();
        QWhatsThis::showText(plot.mapToGlobal(plot.rect().center()), toText(shown->kind().description), &plot);
    });
}

} // namespace deltascope
