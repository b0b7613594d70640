// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/map_axis_rows.h"

#include "text/language.h"
#include "text/markup.h"
#include "window/controls/number_edit.h"
#include "window/widgets/choice_box.h"
#include "window/widgets/layer_box.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace deltascope::panels {

namespace {

constexpr int kMostValues = 1024; // of an axis, that a window draws

using Row = parameters::Parameter<model::Scenario>;

bool isNumber(const Row& row)
{
    return parameters::typeOf(row).number != nullptr;
}

QString spoken(const Row& row)
{
    const QString name = text::toText(row.label);
    return *row.symbol ? QStringLiteral("%1 %2").arg(name, text::plainSymbol(row.symbol)) : name;
}

} // namespace

MapAxisRows::MapAxisRows(bool optional, QWidget* parent)
    : QWidget(parent)
    , m_optional(optional)
    , m_before(new QLabel(this))
    , m_parameter(new widgets::ChoiceBox(this))
    , m_numbers(new QWidget(this))
{
    m_from = new QLabel(m_numbers);
    m_to = new QLabel(m_numbers);
    m_values = new QLabel(m_numbers);
    m_lower = new controls::NumberEdit(m_numbers);
    m_upper = new controls::NumberEdit(m_numbers);
    m_count = new widgets::LayerBox(m_numbers);
    m_logarithmic = new QCheckBox(m_numbers);
    build();
    fill();
}

void MapAxisRows::build()
{
    auto* column = new QGridLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setVerticalSpacing(2);
    column->addWidget(m_before, 0, 0);
    column->addWidget(m_parameter, 1, 0); // below it: the side of a small window is narrow
    column->addWidget(m_numbers, 2, 0);
    auto* rows = new QGridLayout(m_numbers);
    rows->setContentsMargins(8, 0, 0, 0);
    rows->setVerticalSpacing(2);
    rows->setColumnStretch(1, 1);
    rows->addWidget(m_from, 0, 0);
    rows->addWidget(m_lower, 0, 1);
    rows->addWidget(m_to, 1, 0);
    rows->addWidget(m_upper, 1, 1);
    rows->addWidget(m_values, 2, 0);
    rows->addWidget(m_count, 2, 1);
    rows->addWidget(m_logarithmic, 3, 0, 1, 2);
    m_parameter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_parameter->setMinimumContentsLength(6);
    m_parameter->setObjectName(QStringLiteral("parameter"));
    m_lower->setObjectName(QStringLiteral("from"));
    m_upper->setObjectName(QStringLiteral("to"));
    m_count->setObjectName(QStringLiteral("count"));
    m_logarithmic->setObjectName(QStringLiteral("logarithmic"));
    m_count->setRange(2, kMostValues);
    m_before->setBuddy(m_parameter);
    m_from->setBuddy(m_lower);
    m_to->setBuddy(m_upper);
    m_values->setBuddy(m_count);
    connect(m_parameter, &QComboBox::activated, this,
        [this](int index) { emit parameterChosen(m_parameter->itemData(index).toString()); });
    const auto connectEnd = [this](controls::NumberEdit* field, double model::MapAxis::*end) {
        connect(field, &controls::NumberEdit::entered, this, [this, end](double value) {
            model::MapAxis next = m_axis.value_or(model::MapAxis{});
            next.*end = value;
            edit(next);
        });
        connect(
            field, &controls::NumberEdit::stepped, this, [this, field, end](double steps) { step(field, end, steps); });
    };
    connectEnd(m_lower, &model::MapAxis::from);
    connectEnd(m_upper, &model::MapAxis::to);
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        model::MapAxis next = m_axis.value_or(model::MapAxis{});
        next.count = count;
        edit(next);
    });
    connect(m_logarithmic, &QCheckBox::toggled, this, [this](bool on) {
        model::MapAxis next = m_axis.value_or(model::MapAxis{});
        next.scale = on ? model::MapScale::logarithmic : model::MapScale::linear;
        edit(next);
    });
}

void MapAxisRows::edit(const model::MapAxis& next)
{
    if (!m_axis || next == *m_axis)
        return;
    m_axis = next;
    emit edited();
}

void MapAxisRows::step(controls::NumberEdit* field, double model::MapAxis::*end, double steps)
{
    if (!m_axis || !row())
        return;
    model::MapAxis next = *m_axis;
    const bool whole = parameters::typeOf(*row()).whole;
    const double width = whole ? std::copysign(std::max(1.0, std::abs(steps)), steps) : steps * row()->step;
    next.*end = std::clamp(next.*end + width, row()->minimum, row()->maximum);
    field->showValue(next.*end);
    edit(next);
}

const Row* MapAxisRows::row() const
{
    return m_axis ? parameters::findScenarioParameter(m_axis->parameter) : nullptr;
}

void MapAxisRows::showAxis(const std::optional<model::MapAxis>& axis)
{
    m_axis = axis;
    const QSignalBlocker parameter(m_parameter), count(m_count), logarithmic(m_logarithmic);
    m_parameter->setCurrentIndex(m_parameter->findData(axis ? QString::fromStdString(axis->parameter) : QString()));
    m_numbers->setVisible(axis && axis->choices.empty());
    if (!axis)
        return;
    m_lower->showValue(axis->from);
    m_upper->showValue(axis->to);
    m_count->setRange(2, std::max(kMostValues, axis->count));
    m_count->setValue(axis->count);
    m_logarithmic->setChecked(axis->scale == model::MapScale::logarithmic);
}

void MapAxisRows::fill()
{
    const QSignalBlocker blocker(m_parameter);
    m_parameter->clear();
    if (m_optional)
        m_parameter->addItem(tr("nothing else: a curve"), QString());
    for (const Row& row : parameters::scenarioParameters())
        if (isNumber(row) || row.choices)
            m_parameter->addItem(spoken(row), QString::fromUtf8(row.key.data(), qsizetype(row.key.size())));
    m_from->setText(tr("from"));
    m_to->setText(tr("to"));
    m_values->setText(tr("values"));
    m_logarithmic->setText(tr("logarithmic"));
    m_logarithmic->setToolTip(tr("Equal ratios from value to value, instead of equal steps"));
    m_count->setToolTip(tr("How many values of this parameter the map has"));
    m_parameter->setToolTip(tr("The parameter along this axis: drag in the map, and it goes where you point"));
    showAxis(std::optional(m_axis));
    setWords(m_before->text(), m_name);
}

void MapAxisRows::setWords(const QString& before, const QString& name)
{
    m_name = name;
    m_before->setText(before);
    m_parameter->setAccessibleName(tr("%1: parameter").arg(name));
    m_lower->setAccessibleName(tr("%1: from").arg(name));
    m_upper->setAccessibleName(tr("%1: to").arg(name));
    m_count->setAccessibleName(tr("%1: number of values").arg(name));
    m_logarithmic->setAccessibleName(tr("%1: logarithmic").arg(name));
    m_lower->setHelp(tr("Where the axis begins"));
    m_upper->setHelp(tr("Where the axis ends"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_parameter, m_lower, m_upper, m_count, m_logarithmic})
        part->setWhatsThis(part->toolTip());
}

void MapAxisRows::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace deltascope::panels

#include "moc_map_axis_rows.cpp"
