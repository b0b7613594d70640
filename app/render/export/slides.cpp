// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/slides.h"

#include "figures/figure_kind.h"
#include "render/export/paged_text.h"
#include "text/language.h"

#include <QTextDocument>

namespace deltascope::exports {

namespace {

constexpr QSizeF kSlide{338.67, 190.5}; // mm: 1280 x 720 dots
constexpr double kMargin = 44, kGap = 28, kCode = 118; // dots
constexpr double kHeading = 26, kMostPoints = 18, kLeastPoints = 9; // of type

QString bold(const QString& words)
{
    return QStringLiteral("<p><b>%1</b></p>").arg(words.toHtmlEscaped());
}

QString slideWords(const char* english, std::vector<Argument> arguments)
{
    return text::toText(Message{english, std::move(arguments)});
}

} // namespace

Slides::Slides(const QString& title, const std::vector<Section>& sections)
    : m_pages(kSlide, title)
{
    m_pages.newPage();
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
    const double wide = m_pages.size().width() - 4 * kMargin;
    const auto heading = m_pages.text(html, wide, kMostPoints);
    m_pages.draw(*heading, {2 * kMargin, 2 * kMargin});
    const double top = 2.5 * kMargin + heading->size().height(), room = m_pages.size().height() - kMargin - top;
    std::unique_ptr<QTextDocument> list;
    for (double points = kMostPoints; points >= 6 && (!list || list->size().height() > room); points -= 1)
        list = m_pages.text(parts, wide, points);
    m_pages.draw(*list, {2 * kMargin, top});
}

void Slides::add(const Section& section, const DrawnSection& drawn)
{
    const QString heading
        = section.number > 0 ? QStringLiteral("%1  ·  %2").arg(section.part).arg(section.number) : section.part;
    const lessons::LessonStep* step = section.step;
    QString html = paragraphs(section.text);
    if (step && step->question) {
        html += bold(text::toText(step->question->text));
        int number = 0;
        for (const Message& choice : step->question->choices)
            html += QStringLiteral("<p>%1&nbsp;&nbsp;%2</p>").arg(++number).arg(text::toText(choice).toHtmlEscaped());
    }
    const bool shows = step && step->reveal;
    if (step && step->goal && !shows)
        html += bold(text::toText(step->goal->text));
    if (section.pictures.empty())
        addSlide(heading, html, nullptr, nullptr);
    for (std::size_t i = 0; i < section.pictures.size(); ++i)
        addSlide(heading, i == 0 ? html : QString(), &drawn.pictures[i], &section.pictures[i]);
    if (!shows)
        return;
    html.clear();
    if (const QString answer = rightAnswer(section, drawn); !answer.isEmpty())
        html += bold(slideWords(translatable("core", "Answer: %1"), {answer.toStdString()}));
    html += paragraphs(text::toText(step->reveal->text));
    if (step->goal)
        html += bold(text::toText(step->goal->text));
    addSlide(heading, html, drawn.revealed ? &*drawn.revealed : nullptr,
        section.revealed ? &*section.revealed : nullptr);
}

void Slides::addSlide(
    const QString& heading, const QString& html, const figures::Figure* figure, const Picture* picture)
{
    m_pages.newPage();
    const QSizeF page = m_pages.size();
    const auto head = m_pages.text(bold(heading), page.width() - 2 * kMargin, kHeading);
    m_pages.draw(*head, {kMargin, 0.7 * kMargin});
    const double top = 0.7 * kMargin + head->size().height() + 0.3 * kGap;
    const double room = page.height() - kMargin - top;
    const bool words = !html.isEmpty();
    const double column = !figure ? page.width() - 4 * kMargin : words ? 0.36 * page.width() : 0;
    std::unique_ptr<QTextDocument> body;
    for (double points = kMostPoints; words && points >= kLeastPoints && (!body || body->size().height() > room);
         points -= 0.5)
        body = m_pages.text(html, column, points);
    if (body)
        m_pages.draw(*body, {kMargin, top});
    if (!figure)
        return;
    const double left = kMargin + column + (words ? kGap : 0);
    const QRectF place(left, top, page.width() - kMargin - left, room - kCode + 0.4 * kMargin);
    constexpr double kType = 13;
    m_pages.draw(*figure, picture->document, place, kType);
    const QByteArray link = picture->link();
    const QPointF code(left, place.bottom());
    const bool has = m_pages.drawCode(link, code, kCode);
    const double side = has ? kCode + 0.3 * kGap : 0;
    const QString caption = text::toText(figure->caption);
    std::unique_ptr<QTextDocument> below;
    for (double points = 11; points >= 6 && (!below || below->size().height() > kCode); points -= 0.5)
        below = m_pages.text(QStringLiteral("<p>%1</p><p class=\"small\">%2</p>")
                                 .arg(caption.toHtmlEscaped(), linkWords(link, has).toHtmlEscaped()),
            place.width() - side - kMargin, points);
    m_pages.draw(*below, code + QPointF(side, 0.25 * kGap));
}

QByteArray Slides::end()
{
    return m_pages.end();
}

} // namespace deltascope::exports
