// SPDX-License-Identifier: GPL-3.0-or-later
#include "view_choices.h"

#include "appearance.h"
#include "figure_choice.h"
#include "io/settings.h"
#include "render/language.h"
#include "render/theme.h"
#include "workspace.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace deltascope {

namespace {

struct Offered {
    QString id, name;
};

// What a row offers: its registry's choices, else what this program has compiled in.
std::vector<Offered> offered(const Parameter<ViewState>& row)
{
    std::vector<Offered> all;
    if (row.choices) {
        for (const Choice& choice : row.choices())
            all.push_back({QString::fromStdString(std::string(choice.id)), toText(choice.name)});
        return all;
    }
    const bool language = std::get<std::string ViewState::*>(row.member) == &ViewState::language;
    for (const QString& id : QStringList(QStringLiteral("system")) + (language ? availableLanguages() : themeIds()))
        all.push_back({id, language ? languageName(id) : themeName(id)});
    return all;
}

void choose(Workspace& workspace, const ViewChoice& choice, const QString& id)
{
    const Result<ViewState> next =
        withValue(workspace.view(), *findViewParameter(choice.key), ParameterValue(id.toStdString()));
    if (!next) {
        workspace.report(next.error());
        return;
    }
    if (choice.kept)
        if (const auto settings = openSettings())
            settings->setValue(QLatin1String(choice.key), id);
    workspace.setView(*next);
}

} // namespace

std::span<const ViewChoice> viewChoices()
{
    static constexpr ViewChoice kChoices[] = {
        {"speed", QT_TRANSLATE_NOOP("deltascope::WindowActions", "Learning &speeds"), false},
        {"theme", QT_TRANSLATE_NOOP("deltascope::WindowActions", "&Theme"), true},
        {"language", QT_TRANSLATE_NOOP("deltascope::WindowActions", "&Language"), true},
    };
    return kChoices;
}

void fillViewChoice(QMenu& menu, Workspace& workspace, const ViewChoice& choice)
{
    menu.clear();
    const Parameter<ViewState>& row = *findViewParameter(choice.key);
    const std::string present = std::get<std::string>(valueOf(workspace.view(), row));
    auto* group = new QActionGroup(&menu);
    for (const auto& [id, name] : offered(row)) {
        QAction* action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(id.toStdString() == present);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu,
            [&workspace, choice, chosen = id] { choose(workspace, choice, chosen); });
    }
}

void fillShownFigures(QMenu& menu, Workspace& workspace)
{
    menu.clear();
    constexpr std::size_t kMost = 6;
    const std::vector<std::string>& shown = workspace.view().figures;
    for (const FigureKind* kind : figuresInOrder()) {
        const std::string id(kind->id);
        const bool isShown = std::find(shown.begin(), shown.end(), id) != shown.end();
        QAction* action = menu.addAction(toText(kind->name));
        action->setToolTip(toText(kind->description));
        action->setCheckable(true);
        action->setChecked(isShown);
        action->setEnabled(isShown ? shown.size() > 1 : shown.size() < kMost);
        QObject::connect(action, &QAction::triggered, &menu, [&workspace, id](bool on) {
            ViewState view = workspace.view();
            std::erase(view.figures, id);
            if (on)
                view.figures.push_back(id);
            workspace.setView(view);
        });
    }
}

} // namespace deltascope
