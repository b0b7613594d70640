// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/lesson_text.h"

#include <QLabel>

namespace deltascope::widgets {

QLabel* lessonTextLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setObjectName(QLatin1String(name));
    return label;
}

} // namespace deltascope::widgets
