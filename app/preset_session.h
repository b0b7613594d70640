// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace deltascope {

struct Preset;
class Workspace;

/// Which preset the present scenario started from, and whether it has been changed since.
class PresetSession : public QObject {
    Q_OBJECT
public:
    explicit PresetSession(Workspace& workspace, QObject* parent = nullptr);

    /// Puts a preset's scenario (one undo step) and its view; pins, theme and language stay.
    void choose(const Preset& preset);
    void putBack();
    const Preset* present() const { return m_present; } ///< nullptr: none
    bool modified() const;
    QString title() const; ///< its name, marked • where it has been changed; empty: none

signals:
    void changed();

private:
    void follow();

    Workspace& m_workspace;
    const Preset* m_present = nullptr;
};

} // namespace deltascope
