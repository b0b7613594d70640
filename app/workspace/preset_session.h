// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/map.h"

#include <QObject>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace deltascope::documents {
struct Preset;
}

namespace deltascope::workspace {

class Workspace;

/// Which preset the present scenario and its map started from, and whether they have been changed since. It follows the
/// history: undo goes back to the preset before, and to the figures and the map shown then.
class PresetSession : public QObject {
    Q_OBJECT
public:
    explicit PresetSession(Workspace& workspace, QObject* parent = nullptr);

    /// Shows a preset as one undo step; pins stay where it has none, and so does a lesson.
    void choose(const documents::Preset& preset);
    void putBack();
    const documents::Preset* present() const { return m_present; } ///< nullptr: none
    bool modified() const;
    QString title() const; ///< its name, marked • where it has been changed; empty: none

signals:
    void changed();
    void chosen(const deltascope::documents::Preset* preset); ///< after `changed`
    /// A preset was chosen while there were pins that are not its own: it has brought others, or they stand beside it.
    void pinsReplaced(const std::vector<deltascope::model::Pin>& before);
    void pinsKept();

private:
    /// What a choice shows, and its undoing shows again.
    struct Shown {
        std::vector<std::string> figures;
        std::optional<model::Map> map;
        std::vector<model::Pin> pins;
    };
    /// One choice in the history.
    struct Choice {
        int step; ///< the history's index once it is made
        QString text; ///< of that step; empty: part of a gesture's step
        const documents::Preset* preset;
        Shown before, after;
    };

    void follow();
    void followHistory();
    void forgetOvertaken();
    const documents::Preset* chosenLast() const;
    void show(const Shown& shown, const Shown& next);

    Workspace& m_workspace;
    const documents::Preset* m_first = nullptr; // that the document was when it was opened
    std::vector<Choice> m_choices; // ascending steps, also those undone
    int m_step = 0; // the history's index when it was last checked
    const documents::Preset* m_present = nullptr;
};

} // namespace deltascope::workspace
