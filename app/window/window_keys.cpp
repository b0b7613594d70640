// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/window_keys.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace deltascope::window {

namespace {

/// The field in which this widget's keys are typed, or nullptr.
QLineEdit* fieldOf(QObject* widget)
{
    if (auto* field = qobject_cast<QLineEdit*>(widget))
        return field;
    return qobject_cast<QAbstractSpinBox*>(widget) ? widget->findChild<QLineEdit*>() : nullptr;
}

bool isOfAction(const QWidget& window, const QKeyEvent& key)
{
    const QKeySequence pressed(key.keyCombination());
    const auto actions = window.findChildren<QAction*>();
    return std::ranges::any_of(actions, [&](const QAction* action) { return action->shortcuts().contains(pressed); });
}

} // namespace

WindowKeys::WindowKeys(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool WindowKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    QLineEdit* field = fieldOf(watched);
    if (!field || field->window() != &m_window)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<const QKeyEvent*>(event);
    const bool undoes = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
    const bool typed = field->isModified() && (field->isUndoAvailable() || field->isRedoAvailable());
    const bool copies = key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Paste)
        || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::SelectAll);
    if (!(key->modifiers() & Qt::ControlModifier) || copies || (undoes && typed) || !isOfAction(m_window, *key))
        return QObject::eventFilter(watched, event);
    event->ignore(); // then it is a shortcut
    return true;
}

} // namespace deltascope::window

#include "moc_window_keys.cpp"
