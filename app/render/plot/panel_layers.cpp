// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/panel_layers.h"

#include "render/draw/colour_bar.h"
#include "render/plot/curve_names.h"
#include "render/plot/edge_arrows.h"
#include "text/language.h"
#include "text/markup.h"

#include <algorithm>
#include <cmath>

namespace deltascope::plot {

namespace {

constexpr double kLeast = 6; // pixels of a panel below which nothing in it could be seen

bool isArea(const figures::Element& element)
{
    return std::holds_alternative<figures::Band>(element) || std::holds_alternative<figures::Region>(element)
        || std::holds_alternative<figures::ColourMap>(element);
}

constexpr std::size_t kMostTops = 100; // of bars, that can be told apart

/// Of the scenario itself, not of what it is compared with.
bool isOwn(figures::Role role)
{
    using figures::Role;
    return !figures::isPin(role) && role != Role::reference && role != Role::published && role != Role::context
        && role != Role::selected;
}

QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int mostLines)
{
    QStringList lines;
    QString line;
    for (const QString& word : text::unbroken(text).split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (line.isEmpty() || metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        lines << line;
        line = word;
    }
    lines << line;
    if (lines.size() > mostLines) {
        lines = lines.mid(0, mostLines);
        lines.back() += QStringLiteral(" \u2026");
    }
    for (QString& each : lines)
        each = metrics.elidedText(text::withoutJoiners(each), Qt::ElideRight, width);
    return lines;
}

} // namespace

bool PanelContent::isHidden(std::size_t element) const
{
    return !hidden.empty() && hidden.contains(text::toText(legendName(panel->elements[element])));
}

ElementsLayer::ElementsLayer(QCPAxisRect& rect, PanelContent& content, bool areas)
    : QCPLayerable(rect.parentPlot(), areas ? QStringLiteral("background") : QStringLiteral("main"))
    , m_rect(rect)
    , m_content(content)
    , m_areas(areas)
{
}

void ElementsLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false); // every element sets its own
}

void ElementsLayer::draw(QCPPainter* painter)
{
    const QRect axes = m_rect.rect();
    if (!m_content.panel || axes.width() < kLeast || axes.height() < kLeast)
        return;
    // an antialiased line of one pixel is sharp only through the pixels' centres; vector formats have none
    const double shift = painter->modes().testFlag(QCPPainter::pmVectorized) ? 0 : 0.5;
    draw::PixelMap map = m_content.map;
    map.rect = QRectF(axes).translated(shift, shift - 1); // QCustomPlot's grid counts from the last row of pixels
    // curves and areas end at the axes by themselves; a mark on the edge is shown whole
    const double edge = m_areas ? 0.5 : 7 * m_content.theme->scale;
    painter->setClipRect(QRectF(axes).adjusted(-edge, -edge, edge, edge));
    draw::LabelPlacer labels(m_areas ? QRectF() : map.rect), beside(m_areas ? QRectF() : margin());
    draw::Canvas canvas{*painter, *m_content.theme, map, labels, m_content.font, m_content.fast,
        m_content.namesBeside ? &beside : nullptr, {}};
    const std::vector<figures::Element>& elements = m_content.panel->elements;
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (const figures::Guide* guide = std::get_if<figures::Guide>(&elements[i]);
            guide && guide->horizontal && !m_content.isHidden(i))
            canvas.levels.push_back(map.y(guide->value));
    if (std::ranges::any_of(m_content.panel->elements, isArea))
        labels.colour();
    if (!m_areas)
        for (const CurveName& name : m_content.names)
            labels.cover(name.rect);
    if (m_content.start && !m_areas)
        drawStart(canvas);
    drawElements(canvas);
    if (m_content.start && !m_areas)
        drawStartOfBars(canvas);
    if (!m_areas && m_content.panel->axes)
        drawEdgeArrows(canvas, *m_content.panel, [this](std::size_t i) { return m_content.isHidden(i); });
    if (!m_areas)
        drawCurveNames(*painter, m_content, m_content.names);
    labels.draw(*painter, m_content.theme->background);
    painter->setClipRect(margin());
    beside.draw(*painter, m_content.theme->background);
}

QRectF ElementsLayer::margin() const
{
    const QRectF axes = m_rect.rect();
    const double line = QFontMetricsF(m_content.font).height();
    return {axes.right() + 1, axes.top() - line, m_content.right - axes.right() - 1, axes.height() + 1.5 * line};
}

bool ElementsLayer::isStarted(const figures::Element& element) const
{
    return m_content.hidden.empty() || !m_content.hidden.contains(text::toText(legendName(element)));
}

/// Where the bars ended, over those that have grown beyond.
void ElementsLayer::drawStartOfBars(const draw::Canvas& canvas) const
{
    QPen pen(canvas.theme.foreground, 1.2 * canvas.theme.scale, Qt::DotLine), ground(canvas.theme.background, 0);
    ground.setWidthF(3 * canvas.theme.scale);
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
    for (const figures::Element& element : m_content.start->elements)
        if (const auto* bars = std::get_if<figures::Bars>(&element);
            bars && isOwn(bars->role) && isStarted(element) && bars->x.size() <= kMostTops)
            for (std::size_t i = 0; i < bars->x.size(); ++i) {
                const double middle = bars->x[i] + bars->offset, y = canvas.map.y(bars->y[i]);
                const QLineF top(canvas.map.x(middle - bars->width / 2), y, canvas.map.x(middle + bars->width / 2), y);
                for (const QPen& each : {ground, pen}) {
                    canvas.painter.setPen(each);
                    canvas.painter.drawLine(top);
                }
            }
}

/// The scenario's own curves, bars and marks as they were, without words.
void ElementsLayer::drawStart(const draw::Canvas& canvas) const
{
    draw::LabelPlacer unused{QRectF()};
    draw::Canvas behind{
        canvas.painter, *m_content.startTheme, canvas.map, unused, canvas.font, canvas.fast, nullptr, {}};
    for (const figures::Element& element : m_content.start->elements) {
        if (!isStarted(element))
            continue;
        if (const auto* line = std::get_if<figures::Line>(&element); line && isOwn(line->role))
            draw::drawElement(behind, *line);
        else if (const auto* bars = std::get_if<figures::Bars>(&element); bars && isOwn(bars->role))
            draw::drawElement(behind, *bars);
        else if (const auto* points = std::get_if<figures::Points>(&element);
                 points && isOwn(points->role) && !points->name.empty())
            draw::drawElement(behind, *points);
    }
}

void ElementsLayer::drawElements(draw::Canvas& canvas) const
{
    const std::vector<figures::Element>& elements = m_content.panel->elements;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (isArea(elements[i]) != m_areas || m_content.isHidden(i))
            continue;
        std::visit([&](const auto& element) { draw::drawElement(canvas, element); }, elements[i]);
        if (const auto scale = draw::colourScaleOf(elements[i]); scale && m_content.colourBar)
            drawBarOf(*scale, canvas);
    }
}

void ElementsLayer::drawBarOf(const draw::ColourScale& scale, draw::Canvas& canvas) const
{
    const QRectF inside = m_rect.rect();
    const double wide = draw::colourBarWidth(scale, m_content.font, inside.height());
    if (wide <= 0)
        return;
    canvas.painter.save();
    canvas.painter.setClipRect(QRectF(inside.right(), 0, wide + 100, mParentPlot->viewport().height()));
    draw::drawColourBar(canvas.painter, canvas.theme, m_content.font, scale,
        QRectF(inside.right(), inside.top(), wide, inside.height()));
    canvas.painter.restore();
}

HeaderElement::HeaderElement(QCustomPlot& plot, PanelContent& content, QCPAxisRect& axes)
    : QCPLayoutElement(&plot)
    , m_content(content)
    , m_axes(axes)
{
}

QPointF HeaderElement::origin() const
{
    return {rect().left() + kHeaderLeft, static_cast<double>(rect().top())};
}

void HeaderElement::draw(QCPPainter* painter)
{
    if (!m_content.panel)
        return;
    header.draw(*painter, *m_content.theme, *m_content.panel, origin());
    if (xTitle.isEmpty())
        return;
    const QFontMetricsF metrics(m_content.font);
    const QRect axes = m_axes.rect();
    const QCPAxis& axis = *m_axes.axis(QCPAxis::atBottom);
    painter->setFont(m_content.font);
    painter->setPen(m_content.theme->foreground);
    painter->drawText(
        QPointF(xTitleAt >= 0 ? xTitleAt : m_content.right - kHeaderLeft - metrics.horizontalAdvance(xTitle),
            axes.bottom() + 1 + axis.tickLabelPadding() + axis.tickLengthOut() + metrics.ascent()),
        xTitle);
}

ParagraphElement::ParagraphElement(QCustomPlot& plot)
    : QCPLayoutElement(&plot)
{
}

void ParagraphElement::setText(const QString& text, const QFont& font, const QColor& colour, int width, int mostLines)
{
    const QFontMetricsF metrics(font);
    m_font = font;
    m_colour = colour;
    m_lines = text.isEmpty() || width < 40 ? QStringList() : wrapped(text, metrics, width - 16, mostLines);
    const int height = m_lines.isEmpty()
        ? 0
        : static_cast<int>(std::ceil(metrics.height() * static_cast<double>(m_lines.size()))) + kAroundParagraph;
    setMinimumSize(0, height);
    setMaximumSize(QWIDGETSIZE_MAX, height);
}

void ParagraphElement::setSentences(
    const QStringList& sentences, const QFont& font, const QColor& colour, int width, Lines lines)
{
    const QFontMetricsF metrics(font);
    const auto fits = [&](const QString& text, int most) {
        return most > 0 && wrapped(text, metrics, width - 16, most + 1).size() <= most;
    };
    const auto first = [&](qsizetype kept) {
        const auto left = static_cast<int>(sentences.size() - kept);
        if (kept == 0)
            return text::toText(Message{translatable("core", "A larger figure shows the notes (%1)."), {left}});
        const QString more =
            left == 0 ? QString() : u' ' + text::toText(Message{translatable("core", "(%1 more)"), {left}});
        return sentences.first(kept).join(u' ') + more;
    };
    qsizetype kept = sentences.size();
    while (kept > 1 && !fits(first(kept), std::min(lines.wanted, lines.most)))
        --kept;
    if (kept == 1 && !fits(first(kept), lines.most))
        kept = 0;
    const bool any = !sentences.isEmpty() && fits(first(kept), lines.most);
    setText(any ? first(kept) : QString(), font, colour, width, std::max(1, lines.most));
}

void ParagraphElement::draw(QCPPainter* painter)
{
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    painter->setPen(m_colour);
    double baseline = rect().top() + kAroundParagraph / 2 + metrics.ascent();
    for (const QString& line : m_lines) {
        painter->drawText(QPointF(rect().left() + 8, baseline), line);
        baseline += metrics.height();
    }
}

SteadyAxisRect::SteadyAxisRect(QCustomPlot& plot)
    : QCPAxisRect(&plot, true)
{
}

int SteadyAxisRect::calculateAutoMargin(QCP::MarginSide side)
{
    const int step = m_tight ? 3 : 6;
    const int margin = QCPAxisRect::calculateAutoMargin(side);
    return side == QCP::msLeft ? (margin + step - 1) / step * step : margin;
}

void GivenTicks::generate(const QCPRange&, const QLocale&, QChar, int, QVector<double>& positions,
    QVector<double>* subTicks, QVector<QString>* labels)
{
    positions = ticks.positions;
    if (subTicks)
        *subTicks = ticks.minor;
    if (labels)
        *labels = ticks.labels;
}

} // namespace deltascope::plot

#include "moc_panel_layers.cpp"
