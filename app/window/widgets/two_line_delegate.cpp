// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/two_line_delegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace deltascope::widgets {

namespace {

constexpr int kMargin = 8;

struct Texts {
    QString title, explanation, source;
    QFont bold, small;
};

Texts textsOf(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    Texts texts{index.data(Qt::DisplayRole).toString(), index.data(TwoLineDelegate::kExplanation).toString(),
        index.data(TwoLineDelegate::kSource).toString(), option.font, option.font};
    texts.bold.setBold(true);
    texts.small.setItalic(true);
    return texts;
}

int heightOf(const QFont& font, const QString& text, int width)
{
    return text.isEmpty()
        ? 0
        : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
}

} // namespace

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget* view = option.widget;
    const QStyle* style = view ? view->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, view);
    const bool chosen = option.state & QStyle::State_Selected;
    const Texts texts = textsOf(option, index);
    QRect place = option.rect.adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
    painter->save();
    painter->setPen(option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    const auto write = [&](const QFont& font, const QString& text) {
        painter->setFont(font);
        painter->drawText(place, Qt::TextWordWrap, text);
        place.setTop(place.top() + heightOf(font, text, place.width()));
    };
    write(texts.bold, texts.title);
    write(option.font, texts.explanation);
    write(texts.small, texts.source);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int whole = view ? view->viewport()->width() : 400;
    const int width = std::max(100, whole - 2 * kMargin);
    const Texts texts = textsOf(option, index);
    return {whole,
        heightOf(texts.bold, texts.title, width) + heightOf(option.font, texts.explanation, width)
            + heightOf(texts.small, texts.source, width) + kMargin};
}

} // namespace deltascope::widgets
