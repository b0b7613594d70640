// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/accessible_slider.h"

#include "text/number_entry.h"
#include "window/controls/parameter_slider.h"

#include <QAccessibleWidget>

namespace deltascope::controls {

namespace {

class AccessibleSlider : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleSlider(ParameterSlider* slider)
        : QAccessibleWidget(slider, QAccessible::Slider)
        , m_slider(*slider)
    {
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? text::entryText(m_slider.shownValue()) : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return m_slider.shownValue(); }
    void setCurrentValue(const QVariant& value) override { m_slider.moveTo(value.toDouble()); }
    QVariant maximumValue() const override { return m_slider.range().maximum; }
    QVariant minimumValue() const override { return m_slider.range().minimum; }
    QVariant minimumStepSize() const override { return m_slider.range().step; }

private:
    ParameterSlider& m_slider;
};

} // namespace

QAccessibleInterface* accessibleSlider(const QString&, QObject* object)
{
    auto* slider = qobject_cast<ParameterSlider*>(object);
    return slider ? new AccessibleSlider(slider) : nullptr;
}

} // namespace deltascope::controls
