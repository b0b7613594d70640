// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/parallel.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace deltascope::workspace {
class ScenarioStore;
}

namespace deltascope::controls {

/// One control's hold on the store's gesture: begun once, ended once, whatever the order of press, keys, wheel, loss of
/// focus and destruction.
class Gesture : public QObject {
    Q_OBJECT
public:
    explicit Gesture(workspace::ScenarioStore& store, QObject* parent = nullptr);
    ~Gesture() override;

    void begin(const QString& text);
    void end();
    /// Ends it after a short pause, unless it is begun again before: key presses and wheel turns in a row are one step.
    void endSoon();
    bool isOpen() const { return m_hand.has_value(); }

private:
    workspace::ScenarioStore& m_store;
    QTimer m_pause;
    std::optional<HandAtWork> m_hand; // while it is open
};

} // namespace deltascope::controls
