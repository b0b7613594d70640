// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/markup.h"

#include <QTextDocument>

namespace deltascope::text {

QString asTip(const QString& text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

QString plainSymbol(const char* symbol)
{
    return QString::fromUtf8(symbol).remove(u'_');
}

} // namespace deltascope::text
