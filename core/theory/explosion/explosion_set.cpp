// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/explosion/explosion_set.h"

#include "network/activations/activation.h"
#include "theory/explosion/branch_and_bound.h"
#include "theory/explosion/orbit.h"

#include <algorithm>
#include <cmath>

namespace deltascope::explosion {
namespace {

constexpr int kSamples = 4000; // where f is not monotone
constexpr int kSampledLayers = 8'000'000; // fewer samples in very deep chains

bool monotone(const Orbit& orbit)
{
    return std::all_of(orbit.begin(), orbit.end(), [](const OrbitLayer& layer) { return layer.activation->monotone; });
}

bool anyBalanced(const network::Network& network)
{
    for (int l = 1; l <= network.depth(); ++l)
        if (network.balanced(l))
            return true;
    return false;
}

/// ∫|∏ factor| da₀ = |a_L(1) − a_L(0)| ≤ sup f − inf f of the last layer, where every layer is monotone.
std::optional<double> budget(const Orbit& orbit, double k)
{
    const activations::Activation& last = *orbit.back().activation;
    const double range = last.upper - last.lower;
    if (!monotone(orbit) || !std::isfinite(range))
        return std::nullopt;
    return range / k;
}

ExplosionInterval interval(const FoundInterval& found, double centre)
{
    const double a = std::max(std::abs(centre + found.lower), std::abs(centre + found.upper));
    const double spacing = std::nextafter(a, std::numeric_limits<double>::infinity()) - a;
    ExplosionInterval result{found.lower, found.upper, 0, false};
    if (!found.width.isZero()) {
        result.log10Width = found.width.log10();
        result.narrow = found.width < numerics::Scaled::from(4 * spacing);
    }
    return result;
}

/// An orbit through [0, 1], from which displacements are at most 1; `offset` is its input − centre.
Orbit nearbyOrbit(const network::Network& network, double centre, double& offset)
{
    offset = std::clamp(centre, 0.0, 1.0) - centre;
    if (offset == 0 || !anyBalanced(network))
        return orbitThrough(network, centre + offset);
    const Orbit orbit = orbitThrough(network, centre); // balanced biases belong to the centre
    return recentred(orbit, displaced(orbit, numerics::Scaled::from(offset)));
}

/// From the edges of [0, 1] as from the orbit in between: an interval at an edge may be narrower than any orbit farther
/// off can see. Balanced biases belong to their centre alone.
void searchFromEdges(
    BranchAndBound& search, const network::Network& network, const Orbit& orbit, double input, double centre)
{
    constexpr double kPlace = 0.5871203447; // of the border between two orbits: intervals are often at round numbers
    const Orbit first = orbitThrough(network, 0), last = orbitThrough(network, 1);
    struct Start {
        const Orbit* orbit;
        double input;
    };
    const Start starts[] = {{&first, 0}, {&orbit, input}, {&last, 1}};
    for (int i = 0; i < 2; ++i) {
        const Start &left = starts[i], &right = starts[i + 1];
        if (left.input == right.input)
            continue;
        const double border = std::lerp(left.input, right.input, kPlace);
        const auto from = [](const Start& start, double place) {
            return numerics::Scaled::from(place) - numerics::Scaled::from(start.input);
        };
        search.search(*left.orbit, {}, from(left, border), left.input - centre);
        search.search(*right.orbit, from(right, border), {}, right.input - centre);
    }
}

double distance(const ExplosionInterval& interval)
{
    return std::max({0.0, interval.lower, -interval.upper});
}

} // namespace

std::vector<ExplosionInterval> nearestIntervals(const ExplosionSet& set, std::size_t most)
{
    std::vector<ExplosionInterval> intervals = set.intervals;
    std::stable_sort(intervals.begin(), intervals.end(),
        [](const ExplosionInterval& left, const ExplosionInterval& right) { return distance(left) < distance(right); });
    intervals.resize(std::min(intervals.size(), most));
    return intervals;
}

std::optional<ExplosionSet> explosionSet(
    const network::Network& network, double centre, double k, const std::stop_token& stop)
{
    double offset = 0;
    const Orbit orbit = nearbyOrbit(network, centre, offset);
    const bool balanced = anyBalanced(network);
    const double input = std::clamp(centre, 0.0, 1.0);
    const numerics::Scaled lower = numerics::Scaled::from(-input),
                           upper = numerics::Scaled::from(1) - numerics::Scaled::from(input);
    ExplosionSet set;
    set.k = k;
    set.centre = centre;
    set.bound = budget(orbit, k);
    set.exact = monotone(orbit);
    BranchAndBound search(numerics::Scaled::from(k), stop);
    if (set.exact) {
        if (balanced)
            search.search(orbit, lower, upper, offset);
        else
            searchFromEdges(search, network, orbit, input, centre);
        search.close();
    } else {
        search.sample(orbit, lower, upper, offset, std::min(kSamples, kSampledLayers / network.depth()));
    }
    if (stop.stop_requested())
        return std::nullopt;
    numerics::Scaled measure;
    for (const FoundInterval& found : search.intervals()) {
        set.intervals.push_back(interval(found, centre));
        measure = measure + found.width;
    }
    set.measure = measure.magnitude();
    set.complete = search.complete();
    set.curves = explosionCurves(network, centre, nearestIntervals(set, kMostDrawnIntervals), stop);
    if (stop.stop_requested())
        return std::nullopt;
    return set;
}

numerics::Scaled chainProduct(const network::Network& network, double centre, double t)
{
    return displacedProduct(orbitThrough(network, centre), numerics::Scaled::from(t));
}

} // namespace deltascope::explosion
