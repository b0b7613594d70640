// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/number_control.h"

#include "text/language.h"
#include "text/number_entry.h"
#include "window/controls/number_edit.h"
#include "window/controls/parameter_slider.h"
#include "window/controls/reset_button.h"
#include "window/controls/row_layout.h"
#include "workspace/workspace.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

namespace deltascope::controls {

NumberControl::NumberControl(
    workspace::Workspace& workspace, const SliderRange& range, double lower, double upper, QWidget* parent)
    : Control(parent)
    , m_workspace(workspace)
    , m_initialRange(range)
    , m_lower(lower)
    , m_upper(upper)
    , m_gesture(workspace.store())
    , m_label(new RowLabel(this))
    , m_field(new NumberEdit(this))
    , m_reset(new ResetButton(this))
    , m_slider(new ParameterSlider(this))
    , m_problem(new QLabel(this))
{
    build();
    connectSlider();
    connectField();
}

void NumberControl::build()
{
    m_slider->setRange(m_initialRange);
    m_label->setBuddy(m_field);
    m_label->setTextFormat(Qt::RichText);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    new RowLayout(this, {.label = m_label, .main = m_slider, .field = m_field, .reset = m_reset, .note = m_problem});
    setFocusProxy(m_field);
    setTabOrder(m_slider, m_field);
    setTabOrder(m_field, m_reset);
    m_slider->installEventFilter(this);
    m_field->installEventFilter(this);
    connect(m_reset, &QToolButton::clicked, this, &NumberControl::reset);
    connect(m_label, &RowLabel::doubleClicked, this, &NumberControl::reset);
}

QToolButton* NumberControl::addButton()
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    row().addExtra(button);
    setTabOrder(m_field, button);
    setTabOrder(button, m_reset);
    return button;
}

void NumberControl::connectSlider()
{
    connect(m_slider, &ParameterSlider::gestureBegan, this, [this] { m_gesture.begin(undoText()); });
    connect(m_slider, &ParameterSlider::moved, this, &NumberControl::tryPut);
    connect(m_slider, &ParameterSlider::stepped, this, [this](double steps) {
        const SliderRange& range = m_slider->range();
        step(steps, std::min(range.minimum, m_state.value), std::max(range.maximum, m_state.value));
    });
    connect(m_slider, &ParameterSlider::gestureEnded, this, [this](bool now) {
        if (now)
            m_gesture.end();
        else
            m_gesture.endSoon();
    });
    connect(m_slider, &ParameterSlider::resetRequested, this, &NumberControl::reset);
}

void NumberControl::connectField()
{
    connect(m_field, &NumberEdit::entered, this, [this](double value) {
        m_gesture.end(); // a typed number is a step of its own
        tryPut(value);
    });
    connect(m_field, &NumberEdit::stepped, this, [this](double steps) {
        m_gesture.begin(undoText());
        step(steps, m_lower, m_upper);
        m_gesture.endSoon();
    });
    connect(m_field, &NumberEdit::refused, this, [this](const QString& typed) {
        showProblem(typed.trimmed().isEmpty()
                ? tr("A number is needed; the value stays %1.").arg(text::entryText(m_state.value))
                : tr("“%1” is not a number; the value stays %2.").arg(typed.trimmed(), text::entryText(m_state.value)));
    });
    connect(m_field, &NumberEdit::editing, this, [this] { showProblem({}); });
}

void NumberControl::step(double steps, double lower, double upper)
{
    tryPut(stepFrom(m_slider->range(), m_state.value, steps, lower, upper));
}

void NumberControl::tryPut(double value)
{
    if (const std::optional<Error> error = put(value)) {
        showProblem(text::toText(error->what)); // below the field, and nowhere else
    } else
        showProblem({});
}

void NumberControl::reset()
{
    m_gesture.end();
    showProblem({});
    m_slider->setRange(m_initialRange);
    putStandard();
    m_slider->setRange(widened(m_initialRange, m_state.value, m_lower, m_upper));
}

void NumberControl::showProblem(const QString& sentence)
{
    m_field->showProblem(sentence);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void NumberControl::showState(const NumberState& state)
{
    const bool changed = state.value != m_state.value;
    if (changed)
        showProblem({});
    m_state = state;
    // A range that a large value has widened stays while a gesture moves within it, and goes with undo.
    const bool shrinks = changed && !m_workspace.store().inGesture();
    m_slider->setRange(widened(shrinks ? m_initialRange : m_slider->range(), state.value, m_lower, m_upper));
    m_slider->showValue(state.value);
    m_field->showValue(state.value);
    const bool usable = state.idle.isEmpty();
    m_label->setEnabled(usable);
    m_slider->setEnabled(usable);
    m_field->setEnabled(usable);
    m_reset->setEnabled(usable && !state.atStandard);
    showLabel();
    setToolTip(usable ? text().help : state.idle);
    m_field->setHelp(toolTip());
}

void NumberControl::showLabel()
{
    m_label->showWords(text().rich(), m_state.marked); // a dot sets a value apart that is not the shared one
}

void NumberControl::keepRoomForMark()
{
    m_label->keepRoomForMark();
}

void NumberControl::retranslate()
{
    const ControlText words = text();
    showLabel();
    m_field->setAccessibleName(words.spoken());
    m_slider->setAccessibleName(tr("Slider of %1").arg(words.spoken()));
    m_slider->setAccessibleDescription(words.help);
    m_reset->setToolTip(resetText());
    m_reset->setAccessibleName(resetText());
    setWhatsThis(words.help);
    setToolTip(m_state.idle.isEmpty() ? words.help : m_state.idle);
    m_field->setHelp(toolTip());
}

QString NumberControl::resetText() const
{
    return tr("Reset %1 to %2").arg(text().spoken(), text::entryText(m_state.standard));
}

QString NumberControl::undoText() const
{
    return workspace::ScenarioStore::changeText(text().name);
}

void NumberControl::changeEvent(QEvent* event)
{
    Control::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        showProblem({}); // its sentence is in the old language
        retranslate();
    }
}

bool NumberControl::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        m_gesture.end();
    if (event->type() == QEvent::ContextMenu) { // the field has a menu of its own
        QMenu* menu = watched == m_field ? m_field->createStandardContextMenu() : new QMenu(this);
        return openMenu(menu, static_cast<QContextMenuEvent*>(event)->globalPos());
    }
    return Control::eventFilter(watched, event);
}

void NumberControl::contextMenuEvent(QContextMenuEvent* event)
{
    if (!openMenu(new QMenu(this), event->globalPos()))
        event->ignore();
}

/// False, and nothing is opened, where there is nothing in it.
bool NumberControl::openMenu(QMenu* menu, const QPoint& globalPosition)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (!menu->isEmpty())
        menu->addSeparator();
    fillMenu(*menu);
    if (menu->isEmpty()) {
        menu->deleteLater();
        return false;
    }
    menu->popup(globalPosition);
    return true;
}

} // namespace deltascope::controls

#include "moc_number_control.cpp"
