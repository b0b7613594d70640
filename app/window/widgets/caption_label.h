// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QRegularExpression;

namespace deltascope::widgets {

/// A caption that changes with every number in it: one line, so that the plot above has the room and does not jump, of
/// as many whole sentences as fit; the rest on demand. It is all in the tooltip, in "What's this?", and for a screen
/// reader.
class CaptionLabel : public QLabel {
    Q_OBJECT
public:
    explicit CaptionLabel(QWidget* parent = nullptr);

    void setCaption(const QString& caption);
    const QString& caption() const { return m_caption; }
    void forgetHeight(); ///< another figure: start small again
    /// Takes no more lines than these, but a first sentence that is longer is not cut. They stay until it is forgotten.
    void setMostLines(int lines);
    /// Where not even the first sentence fits, its beginning is kept, whatever stands behind a colon.
    void keepBeginning() { m_keepsBeginning = true; }
    /// Shows all of it, in as many lines as that takes.
    void setExpanded(bool expanded);
    bool isExpanded() const { return m_expanded; }
    bool isShortened() const; ///< there is more than is shown, or would be without setExpanded

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

signals:
    void shortenedChanged();

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void grow();
    int linesOf(const QString& text) const;
    int mostLines() const;
    QString firstSentence() const;
    QString fitting(int lines) const;
    QString upToEnds(const QRegularExpression& ends, int lines) const;

    QString m_caption, m_whole; // m_whole: with its formulas unbroken
    QString m_short; // what is shown of it where it is not expanded
    int m_height = 0;
    bool m_told = false; // that it is shortened
    int m_mostLines = 1;
    bool m_expanded = false, m_keepsBeginning = false;
};

} // namespace deltascope::widgets
