// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "model/view_state.h"

#include <QElapsedTimer>

#include <optional>
#include <utility>
#include <vector>

namespace deltascope::views {

/// The axes of one figure while a hand moves a parameter: what they show they go on showing, and they only grow, the
/// colours of a drawing with them. Once the hand is gone they settle, within a short time, to what fits.
class DragAxes {
public:
    using Ranges = std::vector<model::ViewRange>; ///< of the panels, in their order

    /// The hand has begun to move, where the figure was drawn with these limits.
    void begin(Ranges drawn, const figures::Figure& figure);
    /// Takes in what this figure, the next one, fits; of its drawing, the colours too.
    void growTo(figures::Figure& figure);
    /// Others were drawn instead, in the figure under the hand itself.
    void hold(Ranges drawn) { m_ranges = std::move(drawn); }
    /// The hand is gone; 0 ms: they are at rest at once.
    void release(int milliseconds);
    void rest();

    bool isDragged() const { return m_phase == Phase::dragged; }
    bool isSettling() const { return m_phase == Phase::settling; }
    bool isAtRest() const { return m_phase == Phase::atRest; }
    /// The time to settle is over.
    bool isOver() const;

    /// The limits to build with: the widest.
    const Ranges& widest() const { return m_ranges; }
    /// The limits to draw this figure with now: on the way to what it fits, where they settle.
    Ranges shown(const figures::Figure& figure) const;

private:
    enum class Phase { atRest, dragged, settling };

    Phase m_phase = Phase::atRest;
    Ranges m_ranges;
    std::vector<Message> m_titles; // of the horizontal axes: under another one the places mean something else
    std::optional<double> m_below, m_above; // of the colours, in decades from their unit
    QElapsedTimer m_since; // the release
    int m_milliseconds = 0;
};

} // namespace deltascope::views
