// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/question_number.h"

#include "text/language.h"
#include "window/controls/number_edit.h"
#include "window/controls/slider_scale.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace deltascope::controls {

namespace {

double numberOf(const model::Question& question, const parameters::Parameter<model::Question>& parameter)
{
    return parameters::numberIn(parameters::valueOf(question, parameter)).value();
}

} // namespace

QuestionNumber::QuestionNumber(
    workspace::Workspace& workspace, const parameters::Parameter<model::Question>& parameter, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_parameter(parameter)
    , m_label(new QLabel(this))
    , m_field(new NumberEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 0, 2, 0);
    row->setSpacing(4);
    row->addWidget(m_label);
    row->addWidget(m_field);
    m_label->setBuddy(m_field);
    m_label->setTextFormat(Qt::PlainText);
    const int digits = parameter.sliderMaximum < 100 ? 5 : 9;
    m_field->setMaximumWidth(m_field->fontMetrics().averageCharWidth() * digits);
    setObjectName(QString::fromUtf8(parameter.key.data(), qsizetype(parameter.key.size())));
    connect(m_field, &NumberEdit::entered, this, &QuestionNumber::put);
    connect(m_field, &NumberEdit::stepped, this, &QuestionNumber::step);
    connect(&workspace, &workspace::Workspace::questionChanged, this, &QuestionNumber::showQuestion);
    retranslate();
    showQuestion();
}

void QuestionNumber::put(double value)
{
    const Result<model::Question> next = parameters::withValue(m_workspace.question(), m_parameter, value);
    if (next) {
        m_field->showProblem({});
        if (m_parameter.invalidates.contains(model::Dependency::checked))
            m_workspace.setChecked(*next, tr("Choose the checked weight"));
        else
            m_workspace.setQuestion(*next);
    } else {
        m_field->showProblem(text::toText(next.error().what));
        m_workspace.report(next.error());
    }
}

void QuestionNumber::step(double steps)
{
    const SliderRange range{m_parameter.sliderMinimum, m_parameter.sliderMaximum, m_parameter.step,
        parameters::typeOf(m_parameter).whole, m_parameter.scale};
    put(stepFrom(
        range, numberOf(m_workspace.question(), m_parameter), steps, m_parameter.minimum, m_parameter.maximum));
}

void QuestionNumber::showQuestion()
{
    m_field->showValue(numberOf(m_workspace.question(), m_parameter));
}

void QuestionNumber::retranslate()
{
    const QString name = text::toText(m_parameter.label), help = text::toText(m_parameter.help);
    m_label->setText(*m_parameter.symbol ? QString::fromUtf8(m_parameter.symbol) : name);
    m_label->setToolTip(help);
    m_field->setAccessibleName(*m_parameter.symbol ? name + u' ' + QString::fromUtf8(m_parameter.symbol) : name);
    m_field->setHelp(help);
    setWhatsThis(help);
}

void QuestionNumber::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

std::vector<QuestionNumber*> questionNumbers(workspace::Workspace& workspace, const char* keys, QWidget* parent)
{
    std::vector<QuestionNumber*> numbers;
    for (const QString& key : QString::fromUtf8(keys).split(u' ', Qt::SkipEmptyParts)) {
        const parameters::Parameter<model::Question>* row =
            parameters::findParameter<model::Question>(key.toStdString());
        if (row && parameters::typeOf(*row).number)
            numbers.push_back(new QuestionNumber(workspace, *row, parent));
    }
    return numbers;
}

} // namespace deltascope::controls

#include "moc_question_number.cpp"
