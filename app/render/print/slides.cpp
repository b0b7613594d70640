// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/print/slides.h"

#include "figures/figure_kind.h"
#include "render/export/paged_text.h"
#include "text/language.h"

#include <QTextDocument>

namespace deltascope::prints {

namespace {

constexpr QSizeF kSlidePage{338.67, 190.5}; // mm: 1280 x 720 dots
constexpr double kSlideMargin = 44, kSlideGap = 28, kSlideCode = 118; // dots
constexpr double kSlideHeading = 26, kMostPoints = 18, kLeastPoints = 9; // of type

QString boldText(const QString& words)
{
    return QStringLiteral("<p><b>%1</b></p>").arg(words.toHtmlEscaped());
}

QString slideWords(const char* english, std::vector<Argument> arguments)
{
    return text::toText(Message{english, std::move(arguments)});
}

} // namespace

Slides::Slides(const QString& title, const std::vector<Section>& sections)
    : m_pages(kSlidePage, title, QStringLiteral("light"))
{
    m_pages.newPage(false);
    QString html = QStringLiteral("<p style=\"font-size:34pt\"><b>%1</b></p>").arg(title.toHtmlEscaped());
    int number = 0;
    QString last;
    QString parts;
    for (const Section& section : sections)
        if (section.number <= 1) {
            const QString summary = section.summary.isEmpty() ? QString() : QStringLiteral(" – ") + section.summary;
            parts += QStringLiteral("<p>%1.&nbsp; <b>%2</b>%3</p>")
                         .arg(++number)
                         .arg(section.part.toHtmlEscaped(), summary.toHtmlEscaped());
        }
    const double wide = m_pages.size().width() - 4 * kSlideMargin;
    const auto heading = m_pages.text(html, wide, kMostPoints);
    m_pages.draw(*heading, {2 * kSlideMargin, 2 * kSlideMargin});
    const double top = 2.5 * kSlideMargin + heading->size().height(),
                 room = m_pages.size().height() - kSlideMargin - top;
    std::unique_ptr<QTextDocument> list;
    for (double points = kMostPoints; points >= 6 && (!list || list->size().height() > room); points -= 1)
        list = m_pages.text(parts, wide, points);
    m_pages.draw(*list, {2 * kSlideMargin, top});
}

void Slides::add(const Section& section, const DrawnSection& drawn)
{
    const QString heading =
        section.number > 0 ? QStringLiteral("%1  ·  %2").arg(section.part).arg(section.number) : section.part;
    const lessons::LessonStep* step = section.step;
    QString html = exports::paragraphs(section.text);
    if (step && step->question) {
        html += boldText(text::toText(step->question->text));
        int number = 0;
        for (const Message& choice : step->question->choices)
            html += QStringLiteral("<p>%1&nbsp;&nbsp;%2</p>").arg(++number).arg(text::toText(choice).toHtmlEscaped());
    }
    const bool shows = step && step->reveal;
    if (step && step->goal && !shows)
        html += boldText(text::toText(step->goal->text));
    if (section.pictures.empty())
        addSlide(heading, html, nullptr, nullptr);
    for (std::size_t i = 0; i < section.pictures.size(); ++i)
        addSlide(heading, i == 0 ? html : QString(), &drawn.pictures[i], &section.pictures[i]);
    if (!shows)
        return;
    html.clear();
    if (const QString answer = rightAnswer(section, drawn); !answer.isEmpty())
        html += boldText(slideWords(translatable("core", "Answer: %1"), {answer.toStdString()}));
    html += exports::paragraphs(text::toText(step->reveal->text));
    if (step->goal)
        html += boldText(text::toText(step->goal->text));
    addSlide(
        heading, html, drawn.revealed ? &*drawn.revealed : nullptr, section.revealed ? &*section.revealed : nullptr);
}

void Slides::addSlide(
    const QString& heading, const QString& html, const figures::Figure* figure, const Picture* picture)
{
    m_pages.newPage();
    const QSizeF page = m_pages.size();
    const auto head = m_pages.text(boldText(heading), page.width() - 2 * kSlideMargin, kSlideHeading);
    m_pages.draw(*head, {kSlideMargin, 0.7 * kSlideMargin});
    const double top = 0.7 * kSlideMargin + head->size().height() + 0.3 * kSlideGap;
    const double room = page.height() - kSlideMargin - top;
    const bool words = !html.isEmpty();
    const double column = !figure ? page.width() - 4 * kSlideMargin : words ? 0.36 * page.width() : 0;
    std::unique_ptr<QTextDocument> body;
    for (double points = kMostPoints; words && points >= kLeastPoints && (!body || body->size().height() > room);
         points -= 0.5)
        body = m_pages.text(html, column, points);
    if (body)
        m_pages.draw(*body, {kSlideMargin, top});
    if (!figure)
        return;
    const double left = kSlideMargin + column + (words ? kSlideGap : 0);
    const QRectF place(left, top, page.width() - kSlideMargin - left, room - kSlideCode + 0.4 * kSlideMargin);
    constexpr double kType = 13;
    m_pages.draw(*figure, picture->document, place, kType);
    const QByteArray link = picture->link();
    const QPointF code(left, place.bottom());
    const bool has = m_pages.drawCode(link, code, kSlideCode);
    const double side = has ? kSlideCode + 0.3 * kSlideGap : 0;
    const QString caption = text::toText(figure->caption);
    std::unique_ptr<QTextDocument> below;
    for (double points = 11; points >= 6 && (!below || below->size().height() > kSlideCode); points -= 0.5)
        below = m_pages.text(QStringLiteral("<p>%1</p><p class=\"small\">%2</p>")
                                 .arg(caption.toHtmlEscaped(), linkWords(link, has).toHtmlEscaped()),
            place.width() - side - kSlideMargin, points);
    m_pages.draw(*below, code + QPointF(side, 0.25 * kSlideGap));
}

QByteArray Slides::end()
{
    return m_pages.end();
}

} // namespace deltascope::prints
