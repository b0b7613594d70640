// SPDX-License-Identifier: GPL-3.0-or-later
// The search behind the explosion set. core/maths.md 8.10, 8.11.
#pragma once

#include "theory/explosion/orbit.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::explosion {

/// A maximal interval of inputs where |product| ≥ K: its ends relative to the first orbit's input, and its width apart
/// from them, because the ends may be equal in doubles.
struct FoundInterval {
    double lower = 0, upper = 0;
    numerics::Scaled width;
};

/// Finds {t ∈ [lower, upper] : |product of the orbit displaced by t| ≥ K}.
///
/// A monotone chain turns an interval of t into an interval of every z, known from its two ends; |f′| rises to one peak
/// and falls from it, so its bounds follow from the ends and from whether the peak lies between. Cells whose bounds do
/// not decide are halved. Where a cell becomes small beside its distance from the orbit's input, the search goes on in
/// differences from an orbit through that cell, so that there are always digits left.
class BranchAndBound {
public:
    BranchAndBound(numerics::Scaled k, std::stop_token stop);

    /// Appends the intervals, ascending. A further call goes on where the one before ended, from another orbit; `close`
    /// after the last.
    void search(const Orbit& orbit, numerics::Scaled lower, numerics::Scaled upper, double offset);
    void close();
    /// The same by equal steps and bisection, for chains that are not monotone: intervals between two samples are
    /// missed.
    void sample(const Orbit& orbit, numerics::Scaled lower, numerics::Scaled upper, double offset, int steps);

    const std::vector<FoundInterval>& intervals() const { return m_intervals; }
    bool complete() const { return m_layersLeft > 0 && !m_unresolved; }

private:
    struct Frame {
        const Orbit& orbit;
        double offset; ///< of its input from the first orbit's
    };
    enum class Where { outside, inside, undecided, level };

    DisplacedOrbit at(const Frame& frame, numerics::Scaled t);
    bool running() const { return m_layersLeft > 0 && !m_stop.stop_requested(); }
    bool isInside(const Frame& frame, const DisplacedOrbit& point) const;
    Where decide(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper) const;
    void explore(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper);
    void halve(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper);
    void recentre(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper);
    void settle(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper);
    void bisect(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper);
    void emit(const Frame& frame, bool inside, numerics::Scaled lower, numerics::Scaled upper);
    void recentreAtKink(
        const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper, std::size_t layer);

    numerics::Scaled m_k;
    std::stop_token m_stop;
    std::int64_t m_layersLeft; ///< layers that may still be evaluated: the bound on all work
    bool m_touching = false; ///< no product exceeds K: it is reached only where every factor is at its peak
    std::int64_t m_nesting = 0; ///< cells within cells: each holds an orbit in memory
    bool m_unresolved = false; ///< some cell was settled by its ends before its bounds decided
    std::vector<FoundInterval> m_intervals;
    std::optional<FoundInterval> m_open; ///< the interval that the last cell belongs to
};

} // namespace deltascope::explosion
