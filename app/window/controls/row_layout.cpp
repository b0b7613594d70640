// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/row_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace deltascope::controls {

namespace {

/// What it would like, or more where a least height is asked of it.
int heightOf(const QWidget& part)
{
    return std::max(part.sizeHint().height(), part.minimumHeight());
}
constexpr int kGap = 4; // between parts, and between lines of one row

int hintWidth(const QWidget* part)
{
    return part ? part->sizeHint().width() : 0;
}

/// What the part takes of a line at least, with the gap before it.
int leastWithGap(const QWidget* part)
{
    return part ? part->minimumSizeHint().width() + kGap : 0;
}

} // namespace

RowLayout::RowLayout(QWidget* row, const Parts& parts)
    : QLayout(row)
    , m_parts(parts)
{
    setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : {parts.label, parts.main, parts.field, parts.reset, parts.note})
        if (part) {
            addChildWidget(part);
            RowLayout::addItem(new QWidgetItem(part));
        }
}

void RowLayout::addExtra(QWidget* extra)
{
    m_parts.extra = extra;
    addChildWidget(extra);
    addItem(new QWidgetItem(extra));
    invalidate();
}

int RowLayout::extraWidth() const
{
    return m_parts.extra ? hintWidth(m_parts.extra) + kGap : 0;
}

int RowLayout::labelHint() const
{
    return hintWidth(m_parts.label);
}

void RowLayout::setLabelWidth(int width)
{
    if (width == m_labelWidth)
        return;
    m_labelWidth = width;
    invalidate();
}

int RowLayout::mainLeast() const
{
    // A slider that is shorter than this is hard to set to a tenth.
    const int slider = 4 * m_parts.main->fontMetrics().height();
    return m_parts.field ? std::max(slider, m_parts.main->minimumSizeHint().width())
                         : m_parts.main->minimumSizeHint().width();
}

bool RowLayout::isNarrow(int width) const
{
    const int label = std::max(m_labelWidth, labelHint());
    return width
        < label + kGap + mainLeast() + leastWithGap(m_parts.field) + extraWidth() + leastWithGap(m_parts.reset);
}

int RowLayout::lineHeight() const
{
    int height = 0;
    for (const QWidget* part : {m_parts.label, m_parts.main, m_parts.field, m_parts.reset})
        if (part)
            height = std::max(height, heightOf(*part));
    return height;
}

int RowLayout::noteHeight(int width) const
{
    const QWidget* note = m_parts.note;
    return note && !note->isHidden() ? note->heightForWidth(width) + kGap : 0;
}

int RowLayout::heightForWidth(int width) const
{
    const int second = isNarrow(width) ? heightOf(*m_parts.main) : 0;
    return lineHeight() + second + noteHeight(width);
}

QSize RowLayout::sizeHint() const
{
    const int width = std::max(m_labelWidth, labelHint()) + kGap + mainLeast()
        + (m_parts.field ? hintWidth(m_parts.field) + kGap : 0) + extraWidth() + hintWidth(m_parts.reset) + kGap;
    return {width, heightForWidth(width)};
}

QSize RowLayout::minimumSize() const
{
    const int main = m_parts.main->minimumSizeHint().width();
    const int first = labelHint() + leastWithGap(m_parts.field) + extraWidth() + leastWithGap(m_parts.reset);
    const int second = m_parts.field ? main : main + leastWithGap(m_parts.reset);
    return {std::max(m_parts.field ? first : labelHint(), second), lineHeight()};
}

void RowLayout::place(QWidget* part, const QRect& rect) const
{
    if (part)
        part->setGeometry(QStyle::visualRect(part->layoutDirection(), geometry(), rect));
}

void RowLayout::placeOneLine(const QRect& line) const
{
    const int label = std::max(m_labelWidth, labelHint());
    const int reset = m_parts.reset->sizeHint().width();
    int left = line.left() + label + kGap;
    int right = line.left() + line.width() - reset;
    place(m_parts.label, {line.left(), line.top(), label, line.height()});
    place(m_parts.reset, {right, line.top(), reset, line.height()});
    right -= kGap;
    place(m_parts.extra, {right - extraWidth() + kGap, line.top(), hintWidth(m_parts.extra), line.height()});
    right -= extraWidth();
    if (m_parts.field) {
        const int least = m_parts.field->minimumSizeHint().width();
        const int share = (right - left - kGap) * 2 / 5; // the slider grows faster, the field no wider than numbers are
        const int field = std::clamp(share, least, std::max(least, hintWidth(m_parts.field)));
        const int height = heightOf(*m_parts.field);
        place(m_parts.field, {right - field, line.top() + (line.height() - height) / 2, field, height});
        right -= field + kGap;
    }
    const int height = heightOf(*m_parts.main);
    place(m_parts.main, {left, line.top() + (line.height() - height) / 2, right - left, height});
}

void RowLayout::placeTwoLines(const QRect& first, const QRect& second) const
{
    const int reset = m_parts.reset->sizeHint().width();
    const int buttons = reset + kGap + extraWidth();
    const int rest = first.width() - buttons;
    const QRect& withReset = m_parts.field ? first : second;
    place(m_parts.reset, {first.left() + first.width() - reset, withReset.top(), reset, withReset.height()});
    place(m_parts.extra, {first.left() + rest + kGap, withReset.top(), hintWidth(m_parts.extra), withReset.height()});
    if (!m_parts.field) {
        place(m_parts.label, first);
        place(m_parts.main, {second.left(), second.top(), rest, second.height()});
        return;
    }
    const int least = m_parts.field->minimumSizeHint().width();
    const int field = std::clamp(rest - labelHint() - kGap, least, std::max(least, hintWidth(m_parts.field)));
    const int height = heightOf(*m_parts.field);
    place(m_parts.label, {first.left(), first.top(), rest - field - kGap, first.height()});
    place(m_parts.field, {first.left() + rest - field, first.top() + (first.height() - height) / 2, field, height});
    place(m_parts.main, second);
}

void RowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    QRect line(rect.left(), rect.top(), rect.width(), lineHeight());
    if (isNarrow(rect.width())) {
        const QRect second(rect.left(), line.bottom() + 1, rect.width(), heightOf(*m_parts.main));
        placeTwoLines(line, second);
        line = second;
    } else
        placeOneLine(line);
    if (const int note = noteHeight(rect.width()))
        place(m_parts.note, {rect.left(), line.bottom() + 1 + kGap, rect.width(), note - kGap});
}

void RowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

QLayoutItem* RowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* RowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

} // namespace deltascope::controls

#include "moc_row_layout.cpp"
