// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/control.h"

#include "text/markup.h"
#include "window/controls/row_layout.h"

#include <QPainter>

#include <algorithm>

namespace deltascope::controls {

RowLayout& Control::row() const
{
    return *static_cast<RowLayout*>(layout());
}

void Control::setPointedAt(bool pointed)
{
    if (pointed == m_pointedAt)
        return;
    m_pointedAt = pointed;
    update();
}

void Control::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!m_pointedAt)
        return;
    QPainter painter(this);
    QColor ground = palette().color(QPalette::Highlight);
    painter.fillRect(QRect(0, 0, 3, height()), ground); // a bar and a tint: not by colour alone
    ground.setAlphaF(0.15F);
    painter.fillRect(rect(), ground);
}

void alignLabels(const std::vector<Control*>& rows)
{
    int widest = 0;
    for (const Control* control : rows)
        widest = std::max(widest, control->row().labelHint());
    for (const Control* control : rows)
        control->row().setLabelWidth(widest);
}

QString ControlText::spoken() const
{
    return symbol.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, text::plainSymbol(symbol.toUtf8()));
}

QString ControlText::rich() const
{
    const QString shown = (shortName.isEmpty() ? name : shortName).toHtmlEscaped();
    if (symbol.isEmpty())
        return shown;
    const qsizetype low = symbol.indexOf(QLatin1Char('_'));
    QString italic = QStringLiteral("<i>%1</i>").arg(symbol.left(low).toHtmlEscaped());
    if (low >= 0)
        italic += QStringLiteral("<sub><i>%1</i></sub>").arg(symbol.mid(low + 1).toHtmlEscaped());
    return QStringLiteral("%1&nbsp; %2").arg(shown, italic);
}

} // namespace deltascope::controls

#include "moc_control.cpp"
