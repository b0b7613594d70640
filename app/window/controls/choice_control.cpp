// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/choice_control.h"

#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "window/controls/reset_button.h"
#include "window/controls/row_layout.h"
#include "window/widgets/choice_box.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QSignalBlocker>

namespace deltascope::controls {

namespace {

QString idOf(const std::string& id)
{
    return QString::fromStdString(id);
}

std::string chosenId(const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& parameter)
{
    return *parameters::valueOf(scenario, parameter).as<std::string>();
}

} // namespace

ChoiceControl::ChoiceControl(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent)
    : Control(parent)
    , m_workspace(workspace)
    , m_parameter(parameter)
    , m_label(new RowLabel(this))
    , m_list(new widgets::ChoiceBox(this))
    , m_reset(new ResetButton(this))
{
    build();
    retranslate();
    ChoiceControl::showScenario(workspace.scenario());
    connect(m_list, &QComboBox::activated, this,
        [this](int index) { put(m_list->itemData(index).toString().toStdString()); });
    const auto reset = [this] { put(chosenId(model::Scenario{}, m_parameter)); };
    connect(m_reset, &QToolButton::clicked, this, reset);
    connect(m_label, &RowLabel::doubleClicked, this, reset);
}

void ChoiceControl::build()
{
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(9);
    m_label->setBuddy(m_list);
    m_label->setTextFormat(Qt::RichText);
    for (const parameters::Choice& choice : m_parameter.choices())
        m_list->addItem(text::toText(choice.name), QString::fromUtf8(choice.id.data(), qsizetype(choice.id.size())));
    setTabOrder(m_list, m_reset);
    setFocusProxy(m_list);
    new RowLayout(this, {.label = m_label, .main = m_list, .field = nullptr, .reset = m_reset, .note = nullptr});
}

void ChoiceControl::showScenario(const model::Scenario& scenario)
{
    const QSignalBlocker blocker(m_list);
    const std::string id = chosenId(scenario, m_parameter);
    m_list->setCurrentIndex(m_list->findData(idOf(id)));
    const QString idle = m_parameter.idle ? text::toText(m_parameter.idle(scenario)) : QString();
    m_label->showWords(controlText(m_parameter, m_workspace.scenario()).rich(), false);
    m_label->setEnabled(idle.isEmpty());
    m_list->setEnabled(idle.isEmpty());
    m_reset->setEnabled(idle.isEmpty() && id != chosenId(model::Scenario{}, m_parameter));
    setToolTip(idle.isEmpty() ? text::toText(m_parameter.help) : idle);
}

void ChoiceControl::put(const std::string& id)
{
    if (const std::optional<Error> error = m_workspace.setValue(m_parameter, id)) {
        m_workspace.report(*error);
        showScenario(m_workspace.scenario()); // the list stands on what was refused
    }
}

void ChoiceControl::retranslate()
{
    const ControlText words = controlText(m_parameter, m_workspace.scenario());
    m_list->setAccessibleName(words.spoken());
    m_list->setAccessibleDescription(words.help);
    const QSignalBlocker blocker(m_list);
    QString standard;
    const std::vector<parameters::Choice> choices = m_parameter.choices();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        m_list->setItemText(int(i), text::toText(choices[i].name));
        if (choices[i].id == chosenId(model::Scenario{}, m_parameter))
            standard = text::toText(choices[i].name);
    }
    const QString back = tr("Put %1 back to %2").arg(words.spoken(), standard);
    m_reset->setToolTip(back);
    m_reset->setAccessibleName(back);
    setWhatsThis(words.help);
    setToolTip(words.help);
}

void ChoiceControl::changeEvent(QEvent* event)
{
    Control::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showScenario(m_workspace.scenario());
    }
}

} // namespace deltascope::controls
