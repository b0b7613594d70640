// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace deltascope::widgets {

/// Chooses a layer, 1 … depth; 0 stands for none. The wheel changes nothing while it has no focus.
class LayerBox : public QSpinBox {
    Q_OBJECT
public:
    explicit LayerBox(QWidget* parent = nullptr);
    void showLayer(int layer, int depth);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace deltascope::widgets
