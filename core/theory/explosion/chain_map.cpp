// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/explosion/chain_map.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace deltascope::explosion {

namespace {

constexpr int kPlaces = 6000; // on the lattice in z
constexpr double kFarthest = 1e4; // of z
constexpr double kJump = 1e-6; // what is left between neighbouring doubles where f is continuous is far below

/// Places of a, dense where f bends: z = sinh t, and the ends of f.
std::vector<double> latticeOf(const ChainMap& map)
{
    std::vector<double> places{0, map.next(0)};
    for (const double end : {map.activation->lower, map.activation->upper})
        if (std::isfinite(end))
            places.push_back(end);
    const double reach = std::asinh(kFarthest);
    for (int i = 0; map.weight != 0 && i <= kPlaces; ++i)
        places.push_back((std::sinh(reach * (2.0 * i / kPlaces - 1)) - map.bias) / map.weight);
    std::erase_if(
        places, [&](double a) { return !std::isfinite(a) || a < map.activation->lower || a > map.activation->upper; });
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// The places where g crosses 0, bisected down to neighbouring doubles; a stretch where it is 0 has none.
template <class Function>
std::vector<double> crossings(const std::vector<double>& places, const Function& g)
{
    std::vector<double> found;
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        double from = places[i], to = places[i + 1];
        const double atFrom = g(from), atTo = g(to);
        if (atFrom == 0 && atTo != 0 && (i == 0 || g(places[i - 1]) != 0))
            found.push_back(from);
        if (atFrom == 0 || atTo == 0 || (atFrom > 0) == (atTo > 0))
            continue;
        for (;;) {
            const double middle = std::midpoint(from, to);
            if (middle == from || middle == to)
                break;
            ((g(middle) > 0) == (atFrom > 0) ? from : to) = middle;
        }
        const double nearest = std::abs(g(from)) <= std::abs(g(to)) ? from : to;
        if (std::abs(g(nearest)) <= kJump * (1 + std::abs(nearest))) // else f jumps over the diagonal
            found.push_back(nearest);
    }
    if (places.size() > 1 && g(places.back()) == 0 && g(places[places.size() - 2]) != 0)
        found.push_back(places.back());
    return found;
}

/// w f′(z), at a kink that of the steeper side.
numerics::Scaled steepestFactor(const ChainMap& map, double a)
{
    const activations::Activation& f = *map.activation;
    const double z = map.weight * a + map.bias;
    if (std::ranges::find(f.kinks, z) == f.kinks.end())
        return map.factor(a);
    const double beside = z == 0 ? 1e-300 : 1e-15 * std::abs(z);
    const double below = f.derivative(z - beside), above = f.derivative(z + beside);
    return numerics::Scaled::from(map.weight * (std::abs(below) > std::abs(above) ? below : above));
}

/// True where the map, done twice, brings the places of the lattice on both sides of a nearer to it.
bool drawsIn(const ChainMap& map, const std::vector<double>& places, double a)
{
    const auto above = std::ranges::upper_bound(places, a);
    const auto from = std::ranges::lower_bound(places, a);
    if (above == places.end() || from == places.begin())
        return false;
    const auto moved = [&](double place) { return map.next(map.next(place)) - place; };
    return moved(*std::prev(from)) > 0 && moved(*above) < 0;
}

} // namespace

std::vector<PeriodicPoint> periodicPoints(const ChainMap& map)
{
    const std::vector<double> places = latticeOf(map);
    std::vector<PeriodicPoint> points;
    for (const double a : crossings(places, [&](double a0) { return map.next(a0) - a0; }))
        points.push_back({a, a, steepestFactor(map, a)});
    const std::vector<PeriodicPoint> fixed = points;
    for (const double a : crossings(places, [&](double a0) { return map.next(map.next(a0)) - a0; })) {
        const double image = map.next(a);
        const bool known = std::ranges::any_of(fixed, [&](const PeriodicPoint& each) {
            return std::abs(each.a - a) <= 1e-9 * (std::abs(a) + std::abs(image)) || each.a == a;
        });
        if (!known && a < image)
            points.push_back({a, image, steepestFactor(map, a) * steepestFactor(map, image)});
    }
    for (PeriodicPoint& point : points)
        point.drawsIn = point.isNeutral() && drawsIn(map, places, point.a);
    return points;
}

} // namespace deltascope::explosion
