// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters panel: a control for every row of the table that is a number or a choice, under the row's heading.
#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "window/panels/panel_area.h"
#include "window/panels/panel_kind.h"
#include "workspace/lesson_session.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>
#include <vector>

namespace deltascope::panels {

namespace {

/// What means nothing under the chosen rules is not there. Only choices hide rows, never a slider: nothing moves under
/// the pointer while one is dragged.
bool isShown(const parameters::Parameter<model::Scenario>& row, const model::Scenario& scenario)
{
    return row.keepsPlace || !row.idle || row.idle(scenario).empty();
}

class ParametersPanel : public PanelArea {
public:
    ParametersPanel(workspace::Workspace& workspace, QWidget* parent);

protected:
    void showState() override;
    bool showsResults() const override { return false; }
    void retranslate() override;

private:
    void addRows(QVBoxLayout& column);
    void addShortcuts();
    void goTo(int place);
    void addHeading(QVBoxLayout& column, const char* english);
    bool isLeftOut(const parameters::Parameter<model::Scenario>& row) const;

    struct Heading {
        const char* english;
        QLabel* label;
        std::size_t first; // of its rows
    };
    std::vector<Heading> m_headings;
    std::vector<const parameters::Parameter<model::Scenario>*> m_rows;
    std::vector<controls::Control*> m_controls; // one for each row
    QPushButton* m_showAll; // of what a lesson leaves out
};

ParametersPanel::ParametersPanel(workspace::Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(3);
    addRows(*column);
    addShortcuts();
    m_showAll = new QPushButton(content);
    m_showAll->setObjectName(QStringLiteral("show_all"));
    column->addWidget(m_showAll);
    column->addStretch(1);
    setContent(content);
    connect(m_showAll, &QPushButton::clicked, this, [&workspace] { workspace.setHidden({}); });
    connect(&workspace, &workspace::Workspace::hiddenChanged, this, &ParametersPanel::refresh);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &ParametersPanel::refresh);
    connect(&workspace.training(), &workspace::TrainingControl::progressed, this, [this, &workspace] {
        if (!workspace.scenario().changes.empty()) // the value in force may be another one now
            showState();
    });
}

void ParametersPanel::addRows(QVBoxLayout& column)
{
    std::string_view group;
    for (const parameters::Parameter<model::Scenario>& parameter : parameters::scenarioParameters()) {
        controls::Control* control = controls::createControl(workspace(), parameter, this);
        if (!control)
            continue;
        if (group != parameter.group && *parameter.group)
            addHeading(column, parameter.group);
        group = parameter.group;
        column.addWidget(control);
        m_rows.push_back(&parameter);
        m_controls.push_back(control);
    }
}

/// Alt+1 … Alt+9, Alt+0: to the first ten rows that are shown, where a number can be typed at once.
void ParametersPanel::addShortcuts()
{
    for (int place = 0; place < 10; ++place) {
        auto* shortcut = new QShortcut(QKeyCombination(Qt::AltModifier, Qt::Key(Qt::Key_0 + (place + 1) % 10)), this);
        connect(shortcut, &QShortcut::activated, this, [this, place] { goTo(place); });
    }
}

void ParametersPanel::goTo(int place)
{
    for (controls::Control* control : m_controls) {
        if (control->isHidden() || place-- > 0)
            continue;
        control->setFocus(Qt::ShortcutFocusReason);
        ensureWidgetVisible(control);
        return;
    }
}

void ParametersPanel::addHeading(QVBoxLayout& column, const char* english)
{
    auto* label = new QLabel(this);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(0, column.isEmpty() ? 0 : 6, 0, 0);
    column.addWidget(label);
    m_headings.push_back({english, label, m_controls.size()});
}

void ParametersPanel::showState()
{
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        m_controls[i]->showScenario(workspace().scenario());
        m_controls[i]->setVisible(isShown(*m_rows[i], workspace().scenario()) && !isLeftOut(*m_rows[i]));
        m_controls[i]->setPointedAt(workspace().lesson().pointAt() == m_rows[i]->key);
    }
    for (std::size_t i = 0; i < m_headings.size(); ++i) {
        const std::size_t end = i + 1 < m_headings.size() ? m_headings[i + 1].first : m_controls.size();
        m_headings[i].label->setVisible(std::any_of(m_controls.begin() + std::ptrdiff_t(m_headings[i].first),
            m_controls.begin() + std::ptrdiff_t(end),
            [](const controls::Control* control) { return !control->isHidden(); }));
    }
    m_showAll->setVisible(!workspace().hidden().empty());
    controls::alignLabels(m_controls);
}

bool ParametersPanel::isLeftOut(const parameters::Parameter<model::Scenario>& row) const
{
    const std::vector<std::string>& hidden = workspace().hidden();
    return std::ranges::find(hidden, row.key) != hidden.end();
}

void ParametersPanel::retranslate()
{
    m_showAll->setText(text::toText(translatable("core", "Show all controls")));
    m_showAll->setToolTip(text::toText(translatable("core", "The lesson shows only those that this step is about")));
    m_showAll->setWhatsThis(m_showAll->toolTip());
    for (const Heading& heading : m_headings)
        heading.label->setText(text::toText(heading.english));
}

} // namespace

extern const PanelKind parameters;
const PanelKind parameters{
    .id = "parameters",
    .name = translatable("core", "Parameters"),
    .description = translatable("core",
        "Everything that the network is made of. Drag a slider, type a number (with a point or a comma) or use the "
        "arrow keys; double-click a name to reset its value. Alt with a digit goes to the row of that number. Whatever "
        "the chosen initialization and data do not use is hidden."),
    .rank = 1,
    .area = Qt::LeftDockWidgetArea,
    .create = [](workspace::Workspace& workspace, QWidget* parent) -> QWidget* {
        return new ParametersPanel(workspace, parent);
    },
};

} // namespace deltascope::panels
