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

using TextMember = std::string ViewState::*;

// A row without a registry's choices (theme, language) offers what this program has compiled in, and is the user's own:
// remembered from one session to the next.
bool kept(const Parameter<ViewState>& row)
{
    return !row.choices;
}

std::vector<Offered> offered(const Parameter<ViewState>& row)
{
    std::vector<Offered> all;
    if (row.choices) {
        for (const Choice& choice : row.choices())
            all.push_back({QString::fromStdString(std::string(choice.id)), toText(choice.name)});
        return all;
    }
    const bool language = std::get<TextMember>(row.member) == &ViewState::language;
    for (const QString& id : QStringList(QStringLiteral("system")) + (language ? availableLanguages() : themeIds()))
        all.push_back({id, language ? languageName(id) : themeName(id)});
    return all;
}

void choose(Workspace& workspace, const Parameter<ViewState>& row, const QString& id)
{
    const Result<ViewState> next = withValue(workspace.view(), row, ParameterValue(id.toStdString()));
    if (!next) {
        workspace.report(next.error());
        return;
    }
    if (kept(row))
        if (const auto settings = openSettings())
            settings->setValue(QString::fromUtf8(row.key.data(), qsizetype(row.key.size())), id);
    workspace.setView(*next);
}

} // namespace

std::vector<const Parameter<ViewState>*> viewChoices()
{
    std::vector<const Parameter<ViewState>*> rows;
    for (const Parameter<ViewState>& row : viewParameters())
        if (std::holds_alternative<TextMember>(row.member))
            rows.push_back(&row);
    return rows;
}

void fillViewChoice(QMenu& menu, Workspace& workspace, const Parameter<ViewState>& row)
{
    menu.clear();
    const std::string present = std::get<std::string>(valueOf(workspace.view(), row));
    auto* group = new QActionGroup(&menu);
    for (const auto& [id, name] : offered(row)) {
        QAction* action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(id.toStdString() == present);
        group->addAction(action);
        QObject::connect(
            action, &QAction::triggered, &menu, [&workspace, &row, chosen = id] { choose(workspace, row, chosen); });
    }
}

void addViewChoices(QMenu& menu, Workspace& workspace, const char* keys)
{
    const QStringList wanted = QString::fromUtf8(keys).split(u' ', Qt::SkipEmptyParts);
    for (const Parameter<ViewState>* row : viewChoices())
        if (wanted.contains(QString::fromUtf8(row->key.data(), qsizetype(row->key.size()))))
            fillViewChoice(*menu.addMenu(toText(row->label)), workspace, *row);
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
