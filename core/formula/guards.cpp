// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/guards.h"

#include "formula/watched.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

namespace deltascope::formula {

namespace {

using Kind = Node::Kind;
using Argument = Function::Argument;

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kLookedAt = 12; // |z| up to where what no enclosure decides is looked at all the same
constexpr int kThirds = 140, kMostUndecided = 64;

/// In this order a reader expects to be told of one.
std::vector<double> byExpectation(std::span<const double> lattice)
{
    std::vector<double> z{0, -1, 1, -2, 2, -10, 10, -100, 100};
    std::vector<double> rest(lattice.begin(), lattice.end());
    std::ranges::stable_sort(rest, {}, [](double place) { return std::abs(place); });
    z.insert(z.end(), rest.begin(), rest.end());
    return z;
}

class Guards {
public:
    Guards(const Expression& f, std::span<const double> lattice)
        : m_f(f)
        , m_z(lattice)
    {
    }

    std::optional<Error> search() const
    {
        std::vector<Watched> guards;
        for (const Node& node : m_f.nodes())
            if (isGuarded(node))
                guards.push_back(
                    {&node, static_cast<std::size_t>(node.kind == Kind::quotient ? node.right : node.left)});
        const std::vector<double> expected = byExpectation(m_z);
        for (const Watched& guard : guards)
            for (const double z : expected)
                if (!mayBe(*guard.node, signAt(m_f, guard, z)))
                    return noValue(*guard.node, z);
        for (const Watched& guard : guards)
            for (std::size_t i = 0; i + 1 < m_z.size(); ++i)
                if (signAt(m_f, guard, m_z[i]) != signAt(m_f, guard, m_z[i + 1]))
                    return noValue(*guard.node, changeBetween(m_f, guard, m_z[i], m_z[i + 1]));
        const std::vector<bool> onZ = dependence();
        for (const Watched& guard : guards)
            if (const std::optional<double> z = onZ[guard.place] ? touched(guard) : std::nullopt)
                return noValue(*guard.node, *z);
        return guards.empty() ? std::nullopt : atJumps(guards, onZ);
    }

private:
    /// At a jump a quantity may have a value of its own: |sign u| is 1 on both sides of u = 0, and 0 there.
    std::optional<Error> atJumps(const std::vector<Watched>& guards, const std::vector<bool>& onZ) const
    {
        const auto refused = [&](double z) -> const Watched* {
            const auto found = std::ranges::find_if(
                guards, [&](const Watched& each) { return !mayBe(*each.node, signAt(m_f, each, z)); });
            return found == guards.end() ? nullptr : &*found;
        };
        for (const Node& node : m_f.nodes()) {
            if (node.kind != Kind::function || !node.function->bendsAtZero || !onZ[static_cast<std::size_t>(node.left)])
                continue;
            const Watched jump{&node, static_cast<std::size_t>(node.left)};
            for (std::size_t i = 0; i + 1 < m_z.size(); ++i) {
                if (signAt(m_f, jump, m_z[i]) == signAt(m_f, jump, m_z[i + 1]))
                    continue;
                const double z = changeBetween(m_f, jump, m_z[i], m_z[i + 1]);
                if (const Watched* guard = refused(z))
                    return noValue(*guard->node, z);
            }
            if (const std::optional<double> z = touched(jump, refused))
                return noValue(*refused(*z)->node, *z);
        }
        return std::nullopt;
    }

    static bool isGuarded(const Node& node)
    {
        return node.kind == Kind::quotient || (node.kind == Kind::function && node.function->argument != Argument::any);
    }
    static bool mayBe(const Node& node, int sign) { return node.kind == Kind::quotient ? sign != 0 : sign > 0; }

    static Error noValue(const Node& node, double z)
    {
        const Real place{z, 6};
        if (node.kind == Kind::quotient)
            return {Fault::usage,
                {translatable(
                     "core", "the formula divides by 0 at z = %1 (column %2); an activation needs a value at every z."),
                    {place, node.column}}};
        if (node.power)
            return {Fault::usage,
                {translatable("core",
                     "the formula has no value at z = %1: the power at column %2, which is not a whole number from −64 "
                     "to 64, is taken there of a number that is not above 0."),
                    {place, node.column}}};
        if (node.function->argument == Argument::notNegative)
            return {Fault::usage,
                {translatable("core",
                     "the formula has no finite slope at z = %1: the root at column %2 is taken there of a number that "
                     "is "
                     "not above 0."),
                    {place, node.column}}};
        return {Fault::usage,
            {translatable("core",
                 "the formula has no value at z = %1: the logarithm at column %2 is taken there of a number that is "
                 "not "
                 "above 0."),
                {place, node.column}}};
    }

    std::vector<bool> dependence() const
    {
        std::vector<bool> onZ;
        for (const Node& node : m_f.nodes())
            onZ.push_back(node.kind == Kind::variable || (node.left >= 0 && onZ[static_cast<std::size_t>(node.left)])
                || (node.right >= 0 && onZ[static_cast<std::size_t>(node.right)]));
        return onZ;
    }

    // Where a quantity of one sign comes down to 0 without passing through it: stretches of z over which its enclosure
    // (core/maths.md 4.26) is apart from 0 are none; what is left after many halvings is looked at in wide numbers.

    bool keepsFromZero(const Watched& guard, double from, double to) const
    {
        Enclosure of = m_f.enclosures({from, to}, guard.place)[guard.place];
        if (guard.node->function && guard.node->function->argument == Argument::aboveMinusOne)
            of = Enclosure{1, 1, true} + of;
        return of.excludesZero();
    }

    struct Stretch {
        double from, to;
    };

    /// The parts of a stretch of one sign that may hold a 0, each a small share of its z, joined where they touch;
    /// nothing where there are too many to say.
    std::optional<std::vector<Stretch>> doubtful(const Watched& guard, const Stretch& whole) const
    {
        constexpr int kMostTried = 400;
        constexpr std::size_t kMostLeft = 8;
        constexpr double kSmallShare = 0x1p-24;
        std::vector<Stretch> open{whole}, left;
        for (int tried = 0; !open.empty(); ++tried) {
            const Stretch here = open.back();
            open.pop_back();
            if (keepsFromZero(guard, here.from, here.to))
                continue;
            const double nearest = std::min(std::abs(here.from), std::abs(here.to));
            if (here.to - here.from <= kSmallShare * nearest
                || std::max(std::abs(here.from), std::abs(here.to)) <= 1e-300) {
                if (!left.empty() && left.back().to == here.from)
                    left.back().to = here.to;
                else
                    left.push_back(here);
                continue;
            }
            if (tried >= kMostTried || left.size() > kMostLeft)
                return std::nullopt;
            // Halves of the z, or of their logarithms where they are of different sizes.
            const double largest = std::max(std::abs(here.from), std::abs(here.to));
            const double root = std::sqrt(nearest) * std::sqrt(largest) * (here.from < 0 ? -1 : 1);
            const double middle = nearest > 0 && nearest < largest / 4 ? root : std::midpoint(here.from, here.to);
            open.push_back({middle, here.to});
            open.push_back({here.from, middle});
        }
        return left;
    }

    /// The z where the quantity is 0, or so near it that a few last digits of z double it.
    std::optional<double> fallsToZero(const Watched& guard, Stretch in) const
    {
        const auto at = [&](double z) { return quantityAt(m_f, guard, z); };
        const int sign = at(in.from).sign();
        const auto sizeAt = [&](double z) { return sign < 0 ? -at(z) : at(z); };
        for (int k = 0; k < kThirds; ++k) { // the quantity is convex here, as good as always
            const double left = in.from + (in.to - in.from) / 3, right = in.to - (in.to - in.from) / 3;
            if (!(in.from < left && left < right && right < in.to))
                break;
            const bool rises = sizeAt(left) < sizeAt(right);
            (rises ? in.to : in.from) = rises ? right : left;
        }
        constexpr int kAround = 4, kAway = 64; // last digits of z
        const auto moved = [](double z, int digits) {
            for (int i = 0; i < std::abs(digits); ++i)
                z = std::nextafter(z, digits < 0 ? -kInfinite : kInfinite);
            return z;
        };
        double best = in.from;
        for (int digits = -kAround; digits <= kAround; ++digits)
            if (const double z = moved(in.from, digits); sizeAt(z) < sizeAt(best))
                best = z;
        if (sizeAt(best).sign() <= 0)
            return best;
        const Wide twice = sizeAt(best).times(1);
        if (twice < sizeAt(moved(best, -kAway)) && twice < sizeAt(moved(best, kAway)))
            return best;
        return std::nullopt;
    }

    /// Where it comes down to 0, of those z that `counts` says yes to.
    std::optional<double> touched(
        const Watched& guard, const std::function<bool(double z)>& counts = [](double) { return true; }) const
    {
        std::vector<Stretch> cells;
        for (std::size_t i = 0; i + 1 < m_z.size(); ++i)
            cells.push_back({m_z[i], m_z[i + 1]});
        std::ranges::stable_sort(cells, {}, [](const Stretch& each) { return std::abs(each.from + each.to); });
        int undecided = 0;
        for (const Stretch& cell : cells) {
            const std::optional<std::vector<Stretch>> left = doubtful(guard, cell);
            if (!left && (std::abs(cell.from) > kLookedAt || ++undecided > kMostUndecided))
                continue; // a formula of many turns, or one that cancels
            const std::span looked = left ? std::span<const Stretch>(*left) : std::span(&cell, 1);
            for (const Stretch& each : looked)
                if (const std::optional<double> z = fallsToZero(guard, each); z && counts(*z))
                    return z;
        }
        return std::nullopt;
    }

    const Expression& m_f;
    std::span<const double> m_z;
};

} // namespace

std::optional<Error> withoutValue(const Expression& f, std::span<const double> lattice)
{
    return Guards(f, lattice).search();
}

} // namespace deltascope::formula
