// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace deltascope::widgets {

/// A caption that changes with every number in it. It only grows while the width stays, so that the plot above does not
/// jump during a drag; what does not fit is in the tooltip.
class CaptionLabel : public QLabel {
    Q_OBJECT
public:
    explicit CaptionLabel(QWidget* parent = nullptr);

    /// Shows as much as has room, the rest behind "…"; the tooltip has it all.
    void setCaption(const QString& caption);
    const QString& caption() const { return m_caption; }
    void forgetHeight(); ///< another figure: start small again
    /// Takes no more lines than these, and shows as many whole sentences as fit in them.
    void setMostLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void grow();
    void elide(int needed);
    int heightOf(const QString& text) const;
    int mostLines() const;

    QString firstSentence() const;
    QString wholeSentences() const;

    QString m_caption, m_whole; // m_whole: with its formulas unbroken
    int m_height = 0;
    int m_mostLines = 0; // 0: as the figure's height allows
};

} // namespace deltascope::widgets
