// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/choice_box.h"

#include <QWheelEvent>

namespace deltascope {

ChoiceBox::ChoiceBox(QWidget* parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace deltascope
