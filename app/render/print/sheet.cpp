// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/print/sheet.h"

#include "render/export/paged_text.h"
#include "text/language.h"

#include <QTextDocument>

#include <algorithm>

namespace deltascope::prints {

/// Words, or a figure with its link.
struct Sheets::Block {
    QString html;
    const figures::Figure* figure = nullptr;
    const Picture* picture = nullptr;
};

namespace {

constexpr QSizeF kSheetPaper{210, 297}; // mm
constexpr double kSheetMargin = 18 * kDotsOfMillimetre;
constexpr QSizeF kSheetFigure{118 * kDotsOfMillimetre, 62 * kDotsOfMillimetre};
constexpr double kSheetCode = 27 * kDotsOfMillimetre; // with its quiet zone
constexpr double kSheetGap = 4 * kDotsOfMillimetre, kSheetPoints = 10;

QString sheetWords(const char* english)
{
    return text::toText(english).toHtmlEscaped();
}

QString strongText(const QString& words)
{
    return QStringLiteral("<p><b>%1</b></p>").arg(words.toHtmlEscaped());
}

QString smallText(const QString& words)
{
    return QStringLiteral("<p class=\"small\">%1</p>").arg(words.toHtmlEscaped());
}

/// Lines to write on.
QString ruledLines(int lines)
{
    QString html;
    for (int i = 0; i < lines; ++i)
        html += QStringLiteral("<p>%1</p>").arg(QString(72, u'_'));
    return html;
}

QString sheetQuestion(const lessons::StepQuestion& question, bool answers)
{
    QString html = strongText(text::toText(question.text));
    for (const Message& choice : question.choices)
        html += QStringLiteral("<p>☐ &nbsp;%1</p>").arg(text::toText(choice).toHtmlEscaped());
    if (answers)
        return html;
    if (question.choices.empty())
        html +=
            QStringLiteral("<p>%1 ____________________</p>").arg(sheetWords(translatable("core", "My prediction:")));
    return html + QStringLiteral("<p>%1</p>").arg(sheetWords(translatable("core", "What happened, and why:")))
        + ruledLines(2);
}

QString sheetGoal(const lessons::Goal& goal, bool answers)
{
    const QString asked = strongText(text::toText(Message{translatable("core", "Goal: %1"), {goal.text}}));
    if (!answers)
        return asked + QStringLiteral("<p>%1</p>").arg(sheetWords(translatable("core", "Settings that reach it:")))
            + ruledLines(2);
    return asked
        + exports::paragraphs(text::toText(
            Message{translatable("core", "One way to reach it: %1"), {neededSettings(goal.solution).toStdString()}}));
}

} // namespace

Sheets::Sheets(const QString& title, bool answers)
    : m_pages(kSheetPaper, title, QStringLiteral("print"))
    , m_title(title)
    , m_answers(answers)
{
    beginPage();
    QString html = QStringLiteral("<p style=\"font-size:16pt\"><b>%1</b></p>").arg(title.toHtmlEscaped());
    html += answers ? smallText(text::toText(translatable("core", "Answers, for the teacher")))
                    : QStringLiteral("<p>%1 ______________________________ &nbsp; %2 ____________</p>")
                          .arg(sheetWords(translatable("core", "Name:")), sheetWords(translatable("core", "Date:")));
    put({{html}}, 1);
    m_used += kSheetGap;
}

void Sheets::beginPage()
{
    m_pages.newPage();
    m_used = kSheetMargin;
}

std::vector<Sheets::Block> Sheets::blocksOf(const Section& section, const DrawnSection& drawn) const
{
    std::vector<Block> blocks;
    QString html;
    if (section.number <= 1 && section.part != m_title)
        html += QStringLiteral("<p style=\"font-size:13pt\"><b>%1</b></p>").arg(section.part.toHtmlEscaped());
    if (!section.summary.isEmpty())
        html += exports::paragraphs(section.summary);
    if (section.number > 0)
        html += QStringLiteral("<p style=\"font-size:11pt\"><b>%1</b></p>")
                    .arg(text::toText(Message{translatable("core", "Step %1"), {section.number}}));
    html += exports::paragraphs(section.text);
    if (!section.settings.isEmpty())
        html += smallText(text::toText(Message{
            translatable("core", "Set: %1. All else is as in a new document."), {section.settings.toStdString()}}));
    blocks.push_back({html});
    const lessons::LessonStep* step = section.step;
    const bool reveals = m_answers && step && step->reveal;
    for (std::size_t i = 0; i < section.pictures.size() && !reveals; ++i)
        blocks.push_back({{}, &drawn.pictures[i], &section.pictures[i]});
    html.clear();
    if (step && step->question)
        html += sheetQuestion(*step->question, m_answers);
    if (reveals) {
        if (const QString answer = rightAnswer(section, drawn); !answer.isEmpty())
            html += strongText(text::toText(Message{translatable("core", "Answer: %1"), {answer.toStdString()}}));
        html += exports::paragraphs(text::toText(step->reveal->text));
        blocks.push_back({html});
        html.clear();
        if (section.revealed)
            blocks.push_back({{}, &*drawn.revealed, &*section.revealed});
    }
    if (step && step->goal)
        html += sheetGoal(*step->goal, m_answers);
    if (!step)
        html += m_answers
            ? QString()
            : QStringLiteral("<p>%1</p>").arg(sheetWords(translatable("core", "What I see, and why:"))) + ruledLines(2);
    if (!section.source.isEmpty())
        html += smallText(text::toText(Message{translatable("core", "Source: %1"), {section.source.toStdString()}}));
    if (!html.isEmpty())
        blocks.push_back({html});
    return blocks;
}

double Sheets::heightOf(const std::vector<Block>& blocks, double scale) const
{
    double height = 0;
    for (const Block& block : blocks)
        height += block.figure
            ? scale * kSheetFigure.height() + kSheetGap
            : m_pages.text(block.html, m_pages.size().width() - 2 * kSheetMargin, kSheetPoints)->size().height();
    return height;
}

void Sheets::put(const std::vector<Block>& blocks, double scale)
{
    for (const Block& block : blocks) {
        if (!block.figure) {
            const auto text = m_pages.text(block.html, m_pages.size().width() - 2 * kSheetMargin, kSheetPoints);
            m_pages.draw(*text, {kSheetMargin, m_used});
            m_used += text->size().height();
            continue;
        }
        const QRectF place(kSheetMargin, m_used, kSheetFigure.width(), scale * kSheetFigure.height());
        constexpr double kType = 8;
        m_pages.draw(*block.figure, block.picture->document, place, kType);
        const double left = place.right() + kSheetGap, wide = m_pages.size().width() - kSheetMargin - left;
        const QByteArray link = block.picture->link();
        const double side = std::min({kSheetCode, wide, scale * kSheetFigure.height()});
        const bool has = m_pages.drawCode(link, {left, m_used}, side);
        const double below = place.height() - (has ? side : 0);
        std::unique_ptr<QTextDocument> words;
        for (double points = 6.5; points >= 4 && (!words || words->size().height() > below); points -= 0.5)
            words = m_pages.text(QStringLiteral("<p>%1</p>").arg(linkWords(link, has).toHtmlEscaped()), wide, points);
        m_pages.draw(*words, {left, m_used + (has ? side : 0)});
        m_used += place.height() + kSheetGap;
    }
}

void Sheets::add(const Section& section, const DrawnSection& drawn)
{
    const std::vector<Block> blocks = blocksOf(section, drawn);
    const double whole = m_pages.size().height() - 2 * kSheetMargin;
    const double left = whole + kSheetMargin - m_used;
    const auto scaleFor = [&](double room, double least) { // of its figures
        double scale = 1;
        while (heightOf(blocks, scale) > room && scale > least)
            scale -= 0.05;
        return scale;
    };
    constexpr double kLeast = 0.45, kLeastBeside = 0.85; // rather than a new page for it
    double scale = scaleFor(left, m_pages.count() == 1 && m_heads ? kLeast : kLeastBeside);
    if (heightOf(blocks, scale) > left) {
        beginPage();
        scale = scaleFor(whole, kLeast);
    }
    m_heads = false;
    put(blocks, scale);
    m_used += 2 * kSheetGap;
}

QByteArray Sheets::end()
{
    return m_pages.end();
}

} // namespace deltascope::prints
