// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace deltascope::stage {

/// One choice of a question before a class: its number, its words, a bar of the hands that went up for it; once the
/// answer is shown, whether it is the right one. A touch is one hand more.
class ChoiceCard : public QAbstractButton {
    Q_OBJECT
public:
    enum class Verdict { open, right, wrong };
    struct State {
        QString words;
        int hands = 0, all = 0; ///< for this choice, and for all of them
        Verdict verdict = Verdict::open;
        bool counted = false; ///< hands are being typed in for it
        bool operator==(const State&) const = default;
    };
    ChoiceCard(int number, QWidget* parent);

    void show(const State& state);
    const State& state() const { return m_state; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int pad() const;
    int badge() const;
    int barHeight() const;
    bool hasBar() const; ///< while votes may come its room is kept
    QString handsText() const;
    QRect wordsIn(int width) const;

    int m_number;
    State m_state;
};

} // namespace deltascope::stage
