// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/view_choices.h"

#include "files/settings.h"
#include "render/theme.h"
#include "text/language.h"
#include "window/views/figure_choice.h"
#include "window/widgets/appearance.h"
#include "workspace/workspace.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace deltascope::views {

namespace {

struct Offered {
    QString id, name;
};

// A row without a registry's choices (theme, language) offers what this program has compiled in, and is the user's own:
// remembered from one session to the next.
bool kept(const parameters::Parameter<model::ViewState>& row)
{
    return !row.choices;
}

std::vector<Offered> offered(const parameters::Parameter<model::ViewState>& row)
{
    std::vector<Offered> all;
    if (row.choices) {
        for (const parameters::Choice& choice : row.choices())
            all.push_back({QString::fromStdString(std::string(choice.id)), text::toText(choice.name)});
        return all;
    }
    const bool language = row.member.as<std::string>() == &model::ViewState::language;
    for (const QString& id :
        QStringList(QStringLiteral("system")) + (language ? text::availableLanguages() : render::themeIds()))
        all.push_back({id, language ? widgets::languageName(id) : widgets::themeName(id)});
    return all;
}

void choose(workspace::Workspace& workspace, const parameters::Parameter<model::ViewState>& row, const QString& id)
{
    const Result<model::ViewState> next =
        parameters::withValue(workspace.view(), row, parameters::ParameterValue(id.toStdString()));
    if (!next) {
        workspace.report(next.error());
        return;
    }
    if (kept(row))
        if (const auto settings = files::openSettings())
            settings->setValue(QString::fromUtf8(row.key.data(), qsizetype(row.key.size())), id);
    workspace.setView(*next);
}

} // namespace

std::vector<const parameters::Parameter<model::ViewState>*> viewChoices()
{
    std::vector<const parameters::Parameter<model::ViewState>*> rows;
    for (const parameters::Parameter<model::ViewState>& row : parameters::viewParameters())
        if (row.member.as<std::string>())
            rows.push_back(&row);
    return rows;
}

void fillViewChoice(QMenu& menu, workspace::Workspace& workspace, const parameters::Parameter<model::ViewState>& row)
{
    menu.clear();
    const std::string present = *parameters::valueOf(workspace.view(), row).as<std::string>();
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

void addViewChoices(QMenu& menu, workspace::Workspace& workspace, const char* keys)
{
    const QStringList wanted = QString::fromUtf8(keys).split(u' ', Qt::SkipEmptyParts);
    for (const parameters::Parameter<model::ViewState>* row : viewChoices())
        if (wanted.contains(QString::fromUtf8(row->key.data(), qsizetype(row->key.size()))))
            fillViewChoice(*menu.addMenu(text::toText(row->label)), workspace, *row);
}

void fillShownFigures(QMenu& menu, workspace::Workspace& workspace)
{
    menu.clear();
    constexpr std::size_t kMost = 6;
    const std::vector<std::string>& shown = workspace.view().figures;
    for (const figures::FigureKind* kind : figuresInOrder()) {
        const std::string id(kind->id);
        const bool isShown = std::find(shown.begin(), shown.end(), id) != shown.end();
        QAction* action = menu.addAction(text::toText(kind->name));
        action->setToolTip(text::toText(kind->description));
        action->setCheckable(true);
        action->setChecked(isShown);
        action->setEnabled(isShown ? shown.size() > 1 : shown.size() < kMost);
        QObject::connect(action, &QAction::triggered, &menu, [&workspace, id](bool on) {
            model::ViewState view = workspace.view();
            std::erase(view.figures, id);
            if (on)
                view.figures.push_back(id);
            workspace.setView(view);
        });
    }
}

} // namespace deltascope::views
