// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace deltascope::controls {

/// One row of a panel: label · main part · number field · reset on one line, and a note below it where there is one.
/// Where even the narrowest forms do not fit side by side, the main part goes to a line of its own. All rows of a panel
/// get one label width, so that their parts stand below each other.
class RowLayout : public QLayout {
    Q_OBJECT
public:
    /// `field` and `note` may be nullptr.
    struct Parts {
        QWidget *label, *main, *field, *reset, *note;
        QWidget* extra = nullptr; ///< a small button between the field and reset
    };
    RowLayout(QWidget* row, const Parts& parts);

    void addExtra(QWidget* extra);

    int labelHint() const; ///< the width that this row's label needs
    void setLabelWidth(int width); ///< the width of the panel's widest label
    bool isNarrow(int width) const; ///< whether a row of this width takes two lines

    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    void setGeometry(const QRect& rect) override;

    void addItem(QLayoutItem* item) override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    int count() const override { return int(m_items.size()); }

private:
    int mainLeast() const;
    int extraWidth() const;
    int lineHeight() const;
    int noteHeight(int width) const;
    void place(QWidget* part, const QRect& rect) const;
    void placeOneLine(const QRect& line) const;
    void placeTwoLines(const QRect& first, const QRect& second) const;

    Parts m_parts;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_labelWidth = 0;
};

} // namespace deltascope::controls
