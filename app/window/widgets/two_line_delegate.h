// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace deltascope::widgets {

/// Draws an item as a title in bold with its explanation, wrapped, and its source below.
class TwoLineDelegate : public QStyledItemDelegate {
public:
    static constexpr int kExplanation = Qt::UserRole + 1;
    static constexpr int kSource = Qt::UserRole + 2;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace deltascope::widgets
