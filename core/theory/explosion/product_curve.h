// SPDX-License-Identifier: GPL-3.0-or-later
// |∏ factor| of a chain against its input, sampled where it bends: no peak that is known of is missed.
// core/maths.md 8.12.
#pragma once

#include "theory/explosion/orbit.h"

#include <map>
#include <stop_token>

namespace deltascope::explosion {

/// A range of t = a₀ − centre.
struct InputRange {
    double lower = 0, upper = 1;
    bool contains(double t) const { return t >= lower && t <= upper; }
    double span() const { return upper - lower; }
    bool operator==(const InputRange&) const = default;
};

/// da_L/da_0 at a₀ = centre + t, by t.
using ProductSamples = std::map<double, numerics::Scaled>;

/// True where the logarithm of the product can be drawn.
bool drawable(numerics::Scaled product);

/// Takes samples of one chain until there are as many as are wanted.
class ProductCurve {
public:
    /// `samples`: taken before. `most`: how many there may be in the end.
    ProductCurve(const Orbit& orbit, ProductSamples samples, std::size_t most, std::stop_token stop);

    void add(double t); ///< also where all are taken: for the few places that must not be missed
    /// Evenly over a range of t.
    void addEvenly(const InputRange& range, std::size_t count);
    /// Closer and closer to t from both sides, down to `least`, within the range.
    void addTowards(double t, double least, const InputRange& within);
    /// Bisects where neighbours differ most, until all are taken.
    void refine(const InputRange& within);

    bool spent() const { return m_samples.size() >= m_most || m_stop.stop_requested(); }
    /// t of the largest |∏| in the range; `otherwise` where all are 0.
    double largestAt(const InputRange& within, double otherwise) const;
    const ProductSamples& samples() const { return m_samples; }

private:
    const Orbit& m_orbit;
    ProductSamples m_samples;
    std::size_t m_most;
    std::stop_token m_stop;
};

} // namespace deltascope::explosion
