// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QToolButton>

namespace deltascope::controls {

/// The small button at the end of a row that puts a value back.
class ResetButton : public QToolButton {
    Q_OBJECT
public:
    explicit ResetButton(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A row's label; a double click on it puts the value back. A mark may stand behind its words.
class RowLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    /// The words, as rich text, with the mark or without.
    void showWords(const QString& html, bool marked);
    /// Keeps room for the mark, so that nothing moves when it comes and goes.
    void keepRoomForMark() { m_keepsRoom = true; }
    QSize sizeHint() const override;

signals:
    void doubleClicked();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    bool m_marked = false, m_keepsRoom = false;
};

} // namespace deltascope::controls
