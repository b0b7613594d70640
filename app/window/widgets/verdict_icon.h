// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QWidget>

#include <optional>

namespace deltascope::widgets {

/// What a diagnosis says, as a sign: each verdict has a shape of its own beside its colour.
class VerdictIcon : public QWidget {
    Q_OBJECT
public:
    explicit VerdictIcon(QWidget* parent = nullptr);
    void showVerdict(std::optional<diagnosis::Verdict> verdict); ///< nothing: no sign, but its place
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<diagnosis::Verdict> m_verdict;
};

/// The verdict in a word, in the present language.
QString verdictName(diagnosis::Verdict verdict);

} // namespace deltascope::widgets
