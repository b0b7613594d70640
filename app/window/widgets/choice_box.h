// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace deltascope::widgets {

/// A list of choices that the wheel scrolls past unless it has the focus. A text that has no room ends in "…", and is
/// whole in the tooltip and in the list.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);

    QString shownText() const; ///< as far as it has room
    void showPopup() override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace deltascope::widgets
