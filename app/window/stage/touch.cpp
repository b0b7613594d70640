// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/touch.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace deltascope::stage {

namespace {

constexpr QSize kTarget(32, 32);

bool isTouched(QWidget* widget)
{
    const bool some = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QAbstractSlider*>(widget)
        || qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QAbstractSpinBox*>(widget);
    const bool partOfSpinBox = qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
    return some && !partOfSpinBox && !qobject_cast<QScrollBar*>(widget);
}

} // namespace

void makeTouchable(QWidget& widget)
{
    QList<QWidget*> parts = widget.findChildren<QWidget*>();
    parts.prepend(&widget);
    for (QWidget* part : parts) {
        if (!isTouched(part))
            continue;
        if (auto* button = qobject_cast<QAbstractButton*>(part)) {
            const int side = std::max(button->iconSize().height(), button->fontMetrics().height());
            button->setIconSize({side, side});
        }
        part->setMinimumHeight(std::max(part->minimumHeight(), kTarget.height()));
        if (qobject_cast<QToolButton*>(part)) // the others are wider by what is written on them
            part->setMinimumWidth(std::max(part->minimumSizeHint().width(), kTarget.width()));
    }
}

} // namespace deltascope::stage
