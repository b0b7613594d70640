// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis.h"

#include <QWidget>

namespace deltascope {

/// What a diagnosis says, as a sign: each verdict has a shape of its own beside its colour.
class VerdictIcon : public QWidget {
    Q_OBJECT
public:
    explicit VerdictIcon(QWidget* parent = nullptr);
    void showVerdict(Verdict verdict);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Verdict m_verdict = Verdict::balanced;
};

/// The verdict in a word, in the present language.
QString verdictName(Verdict verdict);

} // namespace deltascope
