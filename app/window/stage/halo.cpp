// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/halo.h"

#include <QPainter>
#include <QStyle>

namespace deltascope::stage {

namespace {

constexpr int kAcross = 88; // pixels
constexpr int kRest = 1500, kFading = 600; // ms

} // namespace

Halo::Halo(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("halo"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedSize(kAcross, kAcross);
    hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &Halo::beginFading);
    m_fading.setStartValue(1.0);
    m_fading.setEndValue(0.0);
    m_fading.setDuration(kFading);
    connect(&m_fading, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_strength = value.toDouble();
        update();
    });
    connect(&m_fading, &QVariantAnimation::finished, this, &QWidget::hide);
}

void Halo::moveTo(QPoint centre)
{
    m_fading.stop();
    m_strength = 1;
    move(centre - QPoint(kAcross / 2, kAcross / 2));
    show();
    raise();
    update();
    m_rest.start();
}

void Halo::putAway()
{
    m_rest.stop();
    m_fading.stop();
    hide();
}

void Halo::beginFading()
{
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0) // no motion is asked for
        hide();
    else
        m_fading.start();
}

void Halo::paintEvent(QPaintEvent*)
{
    constexpr int kPen = 4;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_strength);
    painter.setBrush(QColor(255, 200, 0, 70));
    painter.setPen(QPen(QColor(230, 120, 0, 200), kPen));
    painter.drawEllipse(rect().adjusted(kPen, kPen, -kPen, -kPen));
}

} // namespace deltascope::stage

#include "moc_halo.cpp"
