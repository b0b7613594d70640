// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/walk.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::playing {

/// A walk through the drawing of the network, stage by stage or played. Where it stands is part of the view.
class Walking : public QObject {
    Q_OBJECT
public:
    explicit Walking(workspace::Workspace& workspace, QObject* parent = nullptr);

    bool isOn() const;
    bool isPlaying() const { return m_timer.isActive(); }
    int place() const; ///< of the stage where it stands, from 0; −1: there is no walk
    int count() const; ///< of all stages

    void begin(); ///< at the first stage, forward
    void walkBack(); ///< plays the way back from the output to layer 1; where no motion is wanted, goes to its end
    void step(int by); ///< so many stages further, to the first or the last one at most
    void togglePlay(); ///< on to the end of the pass; from there the way back once more
    void advance(); ///< one stage of what is played
    void stop();
    void end(); ///< the drawing at rest again

    /// What a clicker and the keyboard send while there is a walk: PageDown, PageUp, Space, Esc. False for other keys.
    bool pressed(int key);

signals:
    void changed(); ///< stage, number of stages, or whether it is played

private:
    std::vector<model::Walk> stages() const;
    void put(const model::Walk& walk);
    void play(int until);

    workspace::Workspace& m_workspace;
    QTimer m_timer;
    int m_until = 0; // the last stage that is played
};

} // namespace deltascope::playing
