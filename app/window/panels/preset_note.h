// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <string>

class QToolButton;

namespace deltascope::documents {
struct Preset;
}
namespace deltascope::widgets {
class CaptionLabel;
class RestButton;
} // namespace deltascope::widgets
namespace deltascope::workspace {
class PresetSession;
}

namespace deltascope::panels {

/// What to look for in the preset that was chosen, beside its figures: there until it is closed, or another is chosen.
/// One line, so that the figures keep their room, and the rest on demand; the button that chose it has its name.
class PresetNote : public QFrame {
    Q_OBJECT
public:
    PresetNote(workspace::PresetSession& session, QWidget* parent);

    void open(const documents::Preset* preset); ///< nullptr: none

signals:
    void lectureWanted(const std::string& preset); ///< it is to be part of one

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();

    workspace::PresetSession& m_session;
    const documents::Preset* m_preset = nullptr;
    widgets::CaptionLabel* m_words;
    widgets::RestButton* m_rest;
    QToolButton *m_lecture, *m_close;
};

} // namespace deltascope::panels
