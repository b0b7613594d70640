// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace deltascope::widgets {

/// A few marks over the window, one after the other: what is where. Everything below stays usable.
class Tour : public QWidget {
    Q_OBJECT
public:
    struct Mark {
        QPointer<QWidget> target;
        Message text;
        std::function<void()> begins = {}, ends = {}; ///< what is shown meanwhile
    };
    Tour(std::vector<Mark> marks, QWidget* window);

    void start();
    void end(); ///< puts it away, where it is shown
    int place() const { return m_place; } ///< index of the mark that is shown; −1: over

signals:
    void ended();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void goTo(int place);
    void layOut();
    void showWords();
    QRect targetRect() const;

    std::vector<Mark> m_marks;
    QWidget* m_note; // what can be clicked
    QLabel *m_text, *m_count;
    QPushButton *m_skip, *m_next;
    int m_place = -1; // what is shown for it has begun
};

} // namespace deltascope::widgets
