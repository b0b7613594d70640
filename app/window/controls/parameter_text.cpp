// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/parameter_text.h"

#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "window/controls/reset_button.h"
#include "window/controls/row_layout.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace deltascope::controls {

ParameterText::ParameterText(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& parameter, QWidget* parent)
    : Control(parent)
    , m_workspace(workspace)
    , m_parameter(parameter)
    , m_label(new RowLabel(this))
    , m_field(new QLineEdit(this))
    , m_reset(new ResetButton(this))
    , m_problem(new QLabel(this))
{
    m_label->setBuddy(m_field);
    m_label->setTextFormat(Qt::RichText);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    setTabOrder(m_field, m_reset);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    new RowLayout(this, {.label = m_label, .main = m_field, .field = nullptr, .reset = m_reset, .note = m_problem});
    retranslate();
    ParameterText::showScenario(workspace.scenario());
    connect(m_field, &QLineEdit::editingFinished, this, &ParameterText::enter);
    connect(m_field, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(m_reset, &QToolButton::clicked, this, &ParameterText::reset);
    connect(m_label, &RowLabel::doubleClicked, this, &ParameterText::reset);
}

QString ParameterText::textOf(const model::Scenario& scenario) const
{
    return QString::fromStdString(parameters::typeOf(m_parameter).text(parameters::valueOf(scenario, m_parameter)));
}

QString ParameterText::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void ParameterText::showScenario(const model::Scenario& scenario)
{
    const QSignalBlocker blocker(m_field);
    if (const QString text = textOf(scenario); text != m_shown) {
        m_shown = text;
        m_field->setText(text);
        m_field->setCursorPosition(0);
        showProblem({});
    }
    const QString idle = m_parameter.idle ? text::toText(m_parameter.idle(scenario)) : QString();
    m_label->showWords(controlText(m_parameter, scenario).rich(), false);
    m_label->setEnabled(idle.isEmpty());
    m_field->setEnabled(idle.isEmpty());
    m_reset->setEnabled(idle.isEmpty() && m_shown != textOf(model::Scenario{}));
    setToolTip(idle.isEmpty() ? text::toText(m_parameter.help) : idle);
}

void ParameterText::enter()
{
    const QString typed = m_field->text();
    if (typed == m_shown)
        return showProblem({});
    const Result<parameters::ParameterValue> value =
        parameters::typedValue(parameters::typeOf(m_parameter), typed.toStdString(), parameters::limitsOf(m_parameter));
    if (!value)
        return showProblem(text::toText(value.error().what));
    if (const std::optional<Error> error = m_workspace.setValue(m_parameter, *value))
        showProblem(text::toText(error->what));
    showScenario(m_workspace.scenario());
}

void ParameterText::reset()
{
    m_field->setText(textOf(model::Scenario{}));
    enter();
}

void ParameterText::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_field->setAccessibleDescription(sentence.isEmpty() ? text::toText(m_parameter.help) : sentence);
}

bool ParameterText::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_field->text() != m_shown) {
        m_field->setText(m_shown);
        showProblem({});
        return true;
    }
    return Control::eventFilter(watched, event);
}

void ParameterText::retranslate()
{
    const ControlText words = controlText(m_parameter, m_workspace.scenario());
    m_field->setAccessibleName(words.spoken());
    m_field->setAccessibleDescription(words.help);
    const QString back = tr("Reset %1").arg(words.spoken());
    m_reset->setToolTip(back);
    m_reset->setAccessibleName(back);
    setWhatsThis(words.help);
}

void ParameterText::changeEvent(QEvent* event)
{
    Control::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showProblem({});
        showScenario(m_workspace.scenario());
    }
}

} // namespace deltascope::controls
