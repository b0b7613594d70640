// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace deltascope {

/// Keeps a panel above or below the figures as high as its words need. During a drag it grows but hardly ever shrinks,
/// so that the figures do not jump with every sentence.
class LineHeight : public QObject {
    Q_OBJECT
public:
    explicit LineHeight(QWidget& panel);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();

    QWidget& m_panel;
};

} // namespace deltascope
