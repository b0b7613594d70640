// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/number_edit.h"

#include "text/markup.h"
#include "text/number_entry.h"
#include "window/widgets/key_steps.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFrame>

namespace deltascope::controls {

namespace {

constexpr QRgb kWrong = 0xffd55e00; // vermillion: 3 : 1 or better on white and on dark grey

} // namespace

NumberEdit::NumberEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight);
    setFocusPolicy(Qt::StrongFocus);
    setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
    restore();
    connect(this, &QLineEdit::textEdited, this, [this] {
        showProblem({});
        emit editing();
    });
}

void NumberEdit::showValue(double value)
{
    if (value == m_value && isModified())
        return;
    m_value = value;
    restore();
}

void NumberEdit::restore()
{
    const QString shown = text::entryText(m_value);
    if (text() != shown)
        setText(shown);
    if (!hasFocus())
        setCursorPosition(0); // of a number too long for the field the first digits are the ones that count
    setModified(false);
}

void NumberEdit::showProblem(const QString& sentence)
{
    if (m_problem == sentence)
        return;
    m_problem = sentence;
    setToolTip(m_problem.isEmpty() ? m_help : text::asTip(m_problem));
    setAccessibleDescription(toolTip());
    update();
}

void NumberEdit::setHelp(const QString& help)
{
    m_help = help;
    if (m_problem.isEmpty()) {
        setToolTip(m_help);
        setAccessibleDescription(m_help);
    }
}

QSize NumberEdit::sizeFor(const QString& widest) const
{
    const QSize text(fontMetrics().horizontalAdvance(widest), fontMetrics().height());
    QStyleOptionFrame option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_LineEdit, &option, text + QSize(8, 4), this);
}

QSize NumberEdit::sizeHint() const
{
    return sizeFor(QStringLiteral("−0.00000000"));
}

QSize NumberEdit::minimumSizeHint() const
{
    return sizeFor(QStringLiteral("−0.0000"));
}

void NumberEdit::enter(bool byKey)
{
    const QString typed = text();
    const bool changed = isModified();
    if (!changed && !byKey)
        return;
    const std::optional<double> value = text::parseNumber(typed);
    restore();
    if (!value) {
        if (changed)
            emit refused(typed);
    } else if (changed)
        emit entered(*value);
    if (byKey)
        selectAll();
}

/// Undo and redo are the field's own only while something is being typed: else they are the window's.
bool NumberEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !isModified()) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void NumberEdit::keyPressEvent(QKeyEvent* event)
{
    if (const std::optional<double> steps = widgets::verticalSteps(*event)) {
        enter(false);
        emit stepped(*steps);
        selectAll();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        enter(true);
    else if (event->key() == Qt::Key_Escape && isModified())
        restore();
    else
        QLineEdit::keyPressEvent(event);
}

void NumberEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason)
        selectAll();
}

void NumberEdit::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        enter(false);
    QLineEdit::focusOutEvent(event);
}

void NumberEdit::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) && !isModified())
        restore(); // the decimal point of the new locale
}

void NumberEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_problem.isEmpty())
        return;
    // A frame and a mark of its own shape: not colour alone.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(kWrong), 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(rect().adjusted(6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("!"));
}

} // namespace deltascope::controls

#include "moc_number_edit.cpp"
