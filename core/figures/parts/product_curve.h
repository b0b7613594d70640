// SPDX-License-Identifier: GPL-3.0-or-later
// log10 |∏ factor| of a chain against its input, sampled where it bends: no peak that is known of is missed.
#pragma once

#include "figures/parts/axis_range.h"
#include "theory/orbit.h"

#include <map>
#include <vector>

namespace deltascope {

/// Samples of da_L/da_0 at a₀ = centre + t, by t.
class ProductCurve {
public:
    /// `budget`: layers that may be passed through in all, so that deep chains get fewer samples; at least 6 samples.
    ProductCurve(const Orbit& orbit, std::size_t budget);

    void add(double t); ///< also where the budget is spent: for the few places that must not be missed
    /// Evenly over a range of t.
    void addEvenly(double lower, double upper, std::size_t count);
    /// Closer and closer to t from both sides, down to `least`, within the range.
    void addTowards(double t, double least, const AxisRange& within);
    /// Bisects where neighbours differ most, until the budget is spent.
    void refine(const AxisRange& within);

    std::size_t most() const { return m_most; }
    bool spent() const { return m_samples.size() >= m_most; }
    std::size_t size() const { return m_samples.size(); }
    /// t of the largest |∏| in the range; `otherwise` where all are 0.
    double largestAt(const AxisRange& within, double otherwise) const;

    /// The samples in a range of t, with `shift` added to x; gaps at exact zeros, whose x go to `zeros`.
    Line line(const AxisRange& within, double shift, std::vector<double>& zeros, AxisRange& y) const;

private:
    const Orbit& m_orbit;
    std::size_t m_most;
    std::map<double, Scaled> m_samples;
};

} // namespace deltascope
