// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace deltascope::stage {

/// A ring around the pointer that a hall can see. It fades away while the pointer rests.
class Halo : public QWidget {
    Q_OBJECT
public:
    explicit Halo(QWidget* parent);

    void moveTo(QPoint centre); ///< in the parent; shows it
    void putAway();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void beginFading();

    QTimer m_rest;
    QVariantAnimation m_fading;
    double m_strength = 1;
};

} // namespace deltascope::stage
