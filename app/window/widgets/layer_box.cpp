// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/layer_box.h"

#include <QSignalBlocker>
#include <QWheelEvent>

namespace deltascope::widgets {

LayerBox::LayerBox(QWidget* parent)
    : QSpinBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignRight);
    setKeyboardTracking(false);
    setAccelerated(true);
}

void LayerBox::showLayer(int layer, int depth)
{
    const QSignalBlocker blocker(this);
    setRange(0, depth);
    setValue(layer);
}

void LayerBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace deltascope::widgets

#include "moc_layer_box.cpp"
