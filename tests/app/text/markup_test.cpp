// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/markup.h"

#include <QFont>
#include <QTextLayout>

#include <gtest/gtest.h>

namespace deltascope::text {
namespace markup_test {

/// The lines of a text at this width, as Qt breaks them.
QStringList linesOf(const QString& text, int width)
{
    QTextLayout layout(text, QFont());
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << withoutJoiners(text.mid(line.textStart(), line.textLength())).trimmed();
    }
    layout.endLayout();
    return lines;
}

const QStringList kFormulas{QStringLiteral("‖⟨δ₁⟩‖"), QStringLiteral("√⟨‖δ₄‖²⟩"), QStringLiteral("|w σ′(wa + b)|"),
    QStringLiteral("‖∂C/∂w¹‖/‖∂C/∂wᴸ‖"), QStringLiteral("∂aˡ/∂aˡ⁻¹"), QStringLiteral("= 25")};

QString sentenceOf(const QString& formula)
{
    return QStringLiteral("some words before it %1 and some words behind it").arg(formula);
}

TEST(Markup, NoLineIsBrokenInsideAFormula)
{
    for (const QString& formula : kFormulas)
        for (int width = 140; width < 500; width += 3) {
            const QStringList lines = linesOf(unbroken(sentenceOf(formula)), width);
            EXPECT_EQ(lines.filter(formula).size(), 1)
                << formula.toStdString() << " at " << width << ": " << lines.join(u'\n').toStdString();
        }
}

// Otherwise the test above could not fail.
TEST(Markup, QtBreaksFormulasThatAreNotJoined)
{
    int broken = 0;
    for (const QString& formula : kFormulas)
        for (int width = 140; width < 500; width += 3)
            broken += linesOf(sentenceOf(formula), width).filter(formula).isEmpty();
    EXPECT_GT(broken, 0);
}

TEST(Markup, JoiningChangesNoWord)
{
    for (const QString& formula : kFormulas)
        EXPECT_EQ(withoutJoiners(unbroken(sentenceOf(formula))), sentenceOf(formula));
    const QString words =
        QStringLiteral("Vanishing: layer 1 learns 104 times more slowly than layer 4 (sigmoid/tanh).");
    EXPECT_EQ(unbroken(words), words);
}

} // namespace markup_test
} // namespace deltascope::text
