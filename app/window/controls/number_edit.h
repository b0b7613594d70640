// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace deltascope::controls {

/// A field for one number, typed in any locale (see parseNumber). It decides nothing about ranges: whoever owns it
/// hears what was typed and shows the value that came of it. The wheel changes nothing here.
class NumberEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit NumberEdit(QWidget* parent = nullptr);

    /// Shows this value, and gives up what was being typed if the value is another one than before.
    void showValue(double value);
    /// Marks the field as wrong, with the sentence as its tooltip and accessible description; empty: not wrong.
    void showProblem(const QString& sentence);
    bool isWrong() const { return !m_problem.isEmpty(); }
    /// What the tooltip says while nothing is wrong.
    void setHelp(const QString& help);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void entered(double value); ///< a number was typed: Enter, or the focus left
    void refused(const QString& text); ///< Enter on what is no number; the last value stands there again
    void stepped(double steps); ///< arrow keys ±1, PageUp/PageDown ±10, with Shift a tenth of it
    void editing(); ///< a key changed the text

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void enter(bool byKey);
    void restore();
    QSize sizeFor(const QString& widest) const;

    double m_value = 0;
    QString m_help, m_problem;
};

} // namespace deltascope::controls
