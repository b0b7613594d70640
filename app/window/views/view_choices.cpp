// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/view_choices.h"

#include "files/settings.h"
#include "render/theme.h"
#include "text/language.h"
#include "window/views/figure_choice.h"
#include "window/widgets/appearance.h"
#include "workspace/workspace.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace deltascope::views {

namespace {

struct Offered {
    QString id, name;
};

std::vector<Offered> offered(const parameters::Parameter<model::ViewState>& row)
{
    std::vector<Offered> all;
    for (const parameters::Choice& choice : row.choices())
        all.push_back({QString::fromStdString(std::string(choice.id)), text::toText(choice.name)});
    return all;
}

/// What this program has compiled in.
std::vector<Offered> offered(const parameters::Parameter<model::Preferences>& row)
{
    const bool language = row.member.as<std::string>() == &model::Preferences::language;
    std::vector<Offered> all;
    for (const QString& id :
        QStringList(QStringLiteral("system")) + (language ? text::availableLanguages() : render::themeIds()))
        all.push_back({id, language ? widgets::languageName(id) : widgets::themeName(id)});
    return all;
}

void put(workspace::Workspace& workspace, const parameters::Parameter<model::ViewState>&, const QString&,
    const model::ViewState& next)
{
    workspace.setView(next);
}

void put(workspace::Workspace& workspace, const parameters::Parameter<model::Preferences>& row, const QString& id,
    const model::Preferences& next)
{
    files::keepPreference(row, id);
    workspace.setPreferences(next);
}

template <class Record>
void fillChoice(QMenu& menu, workspace::Workspace& workspace, const parameters::Parameter<Record>& row,
    const Record& (workspace::Workspace::*present)() const)
{
    menu.clear();
    const std::string chosen = *parameters::valueOf((workspace.*present)(), row).template as<std::string>();
    auto* group = new QActionGroup(&menu);
    for (const auto& [id, name] : offered(row)) {
        QAction* action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(id.toStdString() == chosen);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [&workspace, &row, present, id = id] {
            const Result<Record> next = parameters::withValue((workspace.*present)(), row, id.toStdString());
            if (next)
                put(workspace, row, id, *next);
            else
                workspace.report(next.error());
        });
    }
}

template <class Record>
ChoiceMenu choiceMenu(workspace::Workspace& workspace, const parameters::Parameter<Record>& row,
    const Record& (workspace::Workspace::*present)() const)
{
    return {
        row.key, row.label, [&workspace, &row, present](QMenu& menu) { fillChoice(menu, workspace, row, present); }};
}

/// A number of epochs, of which a few are offered.
void fillEpochs(QMenu& menu, workspace::Workspace& workspace, const parameters::Parameter<model::ViewState>& row)
{
    menu.clear();
    const int chosen = *parameters::valueOf(workspace.view(), row).as<int>();
    std::vector<int> numbers{0, 3, 10, 30, 100};
    if (std::ranges::find(numbers, chosen) == numbers.end())
        numbers.insert(std::ranges::upper_bound(numbers, chosen), chosen);
    auto* group = new QActionGroup(&menu);
    for (const int number : numbers) {
        const QString name = number == 0
            ? QCoreApplication::translate("FigureMenu", "off")
            : QCoreApplication::translate("FigureMenu", "over %1 epochs").arg(text::toText(Message{"%1", {number}}));
        QAction* action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(number == chosen);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [&workspace, &row, number] {
            const Result<model::ViewState> next =
                parameters::withValue(workspace.view(), row, parameters::ParameterValue(number));
            if (next)
                workspace.setView(*next);
            else
                workspace.report(next.error());
        });
    }
}

} // namespace

std::vector<ChoiceMenu> choiceMenus(workspace::Workspace& workspace)
{
    std::vector<ChoiceMenu> menus;
    for (const parameters::Parameter<model::ViewState>& row : parameters::viewParameters())
        if (row.member.as<std::string>())
            menus.push_back(choiceMenu(workspace, row, &workspace::Workspace::view));
        else if (row.unit == std::string_view("epochs"))
            menus.push_back(
                {row.key, row.label, [&workspace, &row](QMenu& menu) { fillEpochs(menu, workspace, row); }});
    for (const parameters::Parameter<model::Preferences>& row : parameters::preferenceParameters())
        menus.push_back(choiceMenu(workspace, row, &workspace::Workspace::preferences));
    return menus;
}

void addViewChoices(QMenu& menu, workspace::Workspace& workspace, const char* keys)
{
    const QStringList wanted = QString::fromUtf8(keys).split(u' ', Qt::SkipEmptyParts);
    for (const ChoiceMenu& choice : choiceMenus(workspace))
        if (wanted.contains(QString::fromUtf8(choice.key.data(), qsizetype(choice.key.size()))))
            choice.fill(*menu.addMenu(text::toText(choice.title)));
}

void fillShownFigures(QMenu& menu, workspace::Workspace& workspace)
{
    constexpr std::size_t kMost = 6;
    const std::vector<std::string>& shown = workspace.view().figures;
    fillByQuestion(menu, workspace, [&](QAction& action, const figures::FigureKind& kind) {
        const std::string id(kind.id);
        const bool isShown = std::find(shown.begin(), shown.end(), id) != shown.end();
        action.setChecked(isShown);
        action.setEnabled(isShown ? shown.size() > 1 : shown.size() < kMost);
        QObject::connect(&action, &QAction::triggered, &menu, [&workspace, id](bool on) {
            model::ViewState view = workspace.view();
            std::erase(view.figures, id);
            if (on)
                view.figures.push_back(id);
            workspace.setView(view);
        });
    });
}

} // namespace deltascope::views
