// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/control.h"

namespace deltascope {

QString ControlText::spoken() const
{
    return symbol.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, symbol);
}

QString ControlText::rich() const
{
    if (symbol.isEmpty())
        return name.toHtmlEscaped();
    const qsizetype low = symbol.indexOf(QLatin1Char('_'));
    QString italic = QStringLiteral("<i>%1</i>").arg(symbol.left(low).toHtmlEscaped());
    if (low >= 0)
        italic += QStringLiteral("<sub><i>%1</i></sub>").arg(symbol.mid(low + 1).toHtmlEscaped());
    return QStringLiteral("%1&nbsp; %2").arg(name.toHtmlEscaped(), italic);
}

} // namespace deltascope
