// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace deltascope::widgets {

class CaptionLabel;

/// Shows the rest of a caption that is shortened to one line, and takes it away again: there where there is a rest.
class RestButton : public QToolButton {
    Q_OBJECT
public:
    /// `opens`: where the rest appears as seen from the first line, Qt::UpArrow or Qt::DownArrow.
    RestButton(CaptionLabel& caption, Qt::ArrowType opens, QWidget* parent);

    /// What a press does, in words: to show the rest, and to take it away.
    void setWords(const QString& all, const QString& oneLine);
    void setAllowed(bool allowed); ///< false: not there at all

private:
    void showState();

    CaptionLabel& m_caption;
    Qt::ArrowType m_opens;
    QString m_all, m_oneLine;
    bool m_allowed = true;
};

} // namespace deltascope::widgets
