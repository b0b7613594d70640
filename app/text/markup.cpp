// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/markup.h"

#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>

namespace deltascope::text {

namespace {

constexpr char16_t kNoBreak = 0x00A0, kJoiner = 0x2060;

/// Signs at which a line may break, and by which a word without spaces is known as a formula.
bool isSign(QChar character)
{
    static const QString signs = QStringLiteral("‖|⟨⟩∂′∏∇√·/()");
    return signs.contains(character);
}

bool isFormula(const QString& word)
{
    static const QString marks = QStringLiteral("‖|⟨⟩∂′∏∇√");
    return std::any_of(word.begin(), word.end(), [](QChar each) { return marks.contains(each); });
}

QString joined(const QString& word)
{
    if (!isFormula(word))
        return word;
    QString whole;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (i > 0 && (isSign(word.at(i - 1)) || isSign(word.at(i))))
            whole += QChar(kJoiner);
        whole += word.at(i);
    }
    return whole;
}

} // namespace

QString asTip(const QString& text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

QString unbroken(QString text)
{
    static const QRegularExpression norm(QStringLiteral("‖[^‖]{1,40}‖|\\|[^|]{1,40}\\|"));
    for (qsizetype from = 0;;) {
        const QRegularExpressionMatch match = norm.match(text, from);
        if (!match.hasMatch())
            break;
        from = match.capturedEnd();
        for (qsizetype i = match.capturedStart(); i < from; ++i)
            if (text.at(i) == u' ')
                text[i] = QChar(kNoBreak);
    }
    static const QRegularExpression relation(QStringLiteral("([=<>≤≥≈×]) "));
    text.replace(relation, QStringLiteral("\\1\u00A0"));
    QStringList words = text.split(u' ');
    for (QString& word : words)
        word = joined(word);
    return words.join(u' ');
}

QString withoutJoiners(QString text)
{
    return text.remove(QChar(kJoiner)).replace(QChar(kNoBreak), u' ');
}

QString plainSymbol(const char* symbol)
{
    return QString::fromUtf8(symbol).remove(u'_');
}

} // namespace deltascope::text
