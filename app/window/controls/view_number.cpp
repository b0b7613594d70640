// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/view_number.h"

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

double numberOf(const model::ViewState& view, const parameters::Parameter<model::ViewState>& parameter)
{
    return parameters::numberIn(parameters::valueOf(view, parameter)).value();
}

} // namespace

ViewNumber::ViewNumber(
    workspace::Workspace& workspace, const parameters::Parameter<model::ViewState>& parameter, QWidget* parent)
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
    m_field->setMaximumWidth(m_field->fontMetrics().averageCharWidth() * 9);
    setObjectName(QString::fromUtf8(parameter.key.data(), qsizetype(parameter.key.size())));
    connect(m_field, &NumberEdit::entered, this, &ViewNumber::put);
    connect(m_field, &NumberEdit::stepped, this, &ViewNumber::step);
    connect(&workspace, &workspace::Workspace::viewChanged, this, &ViewNumber::showView);
    retranslate();
    showView();
}

void ViewNumber::put(double value)
{
    const Result<model::ViewState> next = parameters::withValue(m_workspace.view(), m_parameter, value);
    if (next) {
        m_field->showProblem({});
        m_workspace.setView(*next);
    } else {
        m_field->showProblem(text::toText(next.error().what));
        m_workspace.report(next.error());
    }
}

void ViewNumber::step(double steps)
{
    const SliderRange range{m_parameter.sliderMinimum, m_parameter.sliderMaximum, m_parameter.step,
        parameters::typeOf(m_parameter).whole, m_parameter.scale};
    put(stepFrom(range, numberOf(m_workspace.view(), m_parameter), steps, m_parameter.minimum, m_parameter.maximum));
}

void ViewNumber::showView()
{
    m_field->showValue(numberOf(m_workspace.view(), m_parameter));
}

void ViewNumber::retranslate()
{
    const QString name = text::toText(m_parameter.label), help = text::toText(m_parameter.help);
    m_label->setText(*m_parameter.symbol ? QString::fromUtf8(m_parameter.symbol) : name);
    m_label->setToolTip(help);
    m_field->setAccessibleName(*m_parameter.symbol ? name + u' ' + QString::fromUtf8(m_parameter.symbol) : name);
    m_field->setHelp(help);
    setWhatsThis(help);
}

void ViewNumber::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

std::vector<ViewNumber*> viewNumbers(workspace::Workspace& workspace, const char* keys, QWidget* parent)
{
    std::vector<ViewNumber*> numbers;
    for (const QString& key : QString::fromUtf8(keys).split(u' ', Qt::SkipEmptyParts)) {
        const parameters::Parameter<model::ViewState>* row = parameters::findViewParameter(key.toStdString());
        if (row && parameters::typeOf(*row).number)
            numbers.push_back(new ViewNumber(workspace, *row, parent));
    }
    return numbers;
}

} // namespace deltascope::controls
