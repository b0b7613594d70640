// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/facts.h"

#include "formula/guards.h"
#include "formula/watched.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace deltascope::formula {

namespace {

using numerics::Scaled;
using Kind = Node::Kind;

constexpr double kNear = 12, kStep = 1.0 / 32, kFar = 1e6; // dense up to kNear, geometric up to kFar, sparse beyond
constexpr std::size_t kMostKinks = 64;
constexpr int kHalvings = 70;
constexpr double kTolerance = 0x1p-45; // of a double's bound, relative

/// Ascending, with 0.
std::vector<double> lattice()
{
    std::vector<double> z{0};
    const auto both = [&](double size) {
        z.push_back(size);
        z.push_back(-size);
    };
    for (const double size : {1e-300, 1e-100, 1e-30, 1e-15, 1e-10, 1e-6, 1e-4, 1e-3, 0.01})
        both(size);
    for (int i = 1; i * kStep <= kNear; ++i)
        both(i * kStep);
    for (double size = kNear * 1.1; size < kFar; size *= 1.1)
        both(size);
    for (double size = kFar; size < 1e300; size *= 1e7)
        both(size);
    std::ranges::sort(z);
    return z;
}

bool isKnown(double value, double error)
{
    return error <= kTolerance * std::abs(value) && std::isfinite(value) && (std::abs(value) >= 1e-290 || value == 0);
}

class Search {
public:
    explicit Search(const Expression& f)
        : m_f(f)
        , m_z(lattice())
    {
    }

    Result<Facts> all()
    {
        if (std::optional<Error> error = withoutValue(m_f, m_z))
            return *error;
        m_values.resize(m_z.size());
        m_slopes.resize(m_z.size());
        valuesAndSlopes(m_f, m_z.data(), m_values.data(), m_slopes.data(), m_z.size());
        Facts facts;
        if (std::optional<Error> error = findSlope(facts))
            return *error;
        findBounds(facts);
        findKinks(facts);
        return facts;
    }

private:
    // -- the largest slope --------------------------------------------------------------------------------------------
    double slopeAt(double z) const { return valueAndSlope(m_f, z).slope; }

    /// Between two z, where f″ changes its sign; else the middle of the three.
    double peakAmong(std::size_t i) const
    {
        if (i == 0 || i + 1 == m_z.size())
            return m_z[i];
        const double side = m_slopes[i] < 0 ? -1 : 1;
        const auto rises = [&](double z) { return m_f.wideAt(Wide(z), 2).second.sign() * side > 0; };
        double from = m_z[i - 1], to = m_z[i + 1];
        if (!rises(from) || rises(to) || !rises(std::nextafter(from, to)))
            return m_z[i];
        for (int k = 0; k < kHalvings; ++k) {
            const double middle = std::midpoint(from, to);
            if (middle == from || middle == to)
                break;
            (rises(middle) ? from : to) = middle;
        }
        return std::abs(slopeAt(from)) >= std::abs(slopeAt(to)) ? from : to;
    }

    std::optional<Error> findSlope(Facts& facts) const
    {
        double most = 0, mostFar = 0;
        for (std::size_t i = 0; i < m_z.size(); ++i) {
            const double size = std::isfinite(m_slopes[i]) ? std::abs(m_slopes[i]) : 1e308;
            (std::abs(m_z[i]) > kFar ? mostFar : most) = std::max(std::abs(m_z[i]) > kFar ? mostFar : most, size);
        }
        if (mostFar > most * (1 + 1e-6) || most >= 1e308)
            return Error{Fault::usage,
                {translatable("core",
                     "the slope of the formula grows without end; an activation needs a largest slope, as that of "
                     "tanh(z) is 1."),
                    {}}};
        std::vector<std::size_t> peaks;
        for (std::size_t i = 0; i < m_z.size(); ++i)
            if (std::abs(m_slopes[i]) >= 0.99 * most)
                peaks.push_back(i);
        const auto nearer = [](double a, double b) { // and of two alike the one above 0
            return std::abs(a) != std::abs(b) ? std::abs(a) < std::abs(b) : a > b;
        };
        std::ranges::sort(peaks, [&](std::size_t a, std::size_t b) {
            const double left = std::abs(m_slopes[a]), right = std::abs(m_slopes[b]);
            return left != right ? left > right : nearer(m_z[a], m_z[b]);
        });
        facts.maxDerivative = most;
        facts.maxDerivativeAt = most == 0 ? 0 : m_z[peaks.front()];
        if (most == 0)
            return std::nullopt;
        constexpr std::size_t kTried = 3; // of the largest, and of the nearest
        std::vector<std::size_t> tried(
            peaks.begin(), peaks.begin() + static_cast<std::ptrdiff_t>(std::min(kTried, peaks.size())));
        std::ranges::sort(peaks, nearer, [&](std::size_t i) { return m_z[i]; });
        tried.insert(
            tried.end(), peaks.begin(), peaks.begin() + static_cast<std::ptrdiff_t>(std::min(kTried, peaks.size())));
        for (const std::size_t i : tried) {
            const double z = peakAmong(i), size = std::abs(slopeAt(z)), same = 4e-16 * size;
            if (size > facts.maxDerivative + same
                || (size > facts.maxDerivative - same && nearer(z, facts.maxDerivativeAt))) {
                facts.maxDerivative = std::max(size, facts.maxDerivative);
                facts.maxDerivativeAt = z;
            }
        }
        // Reached, or only approached where z goes on for ever?
        const Wide there = abs(m_f.wideAt(Wide(facts.maxDerivativeAt), 1).first);
        for (const int side : {1, -1}) {
            const Wide end = abs(m_f.wideAt(Wide(Scaled::from(side, 4000)), 1).first);
            if (there < end && end.rounded().nearestDouble() >= facts.maxDerivative) {
                facts.maxDerivative = end.rounded().nearestDouble();
                facts.maxDerivativeAt = side * std::numeric_limits<double>::infinity();
                break;
            }
        }
        if (std::abs(facts.maxDerivativeAt) <= 1e-300)
            facts.maxDerivativeAt = 0;
        return std::nullopt;
    }

    // -- bounds -------------------------------------------------------------------------------------------------------
    /// Of f at the ends: its parts within 212 bits of the first. 0 of what is below every double.
    Wide limitAt(int side) const
    {
        const Wide far = m_f.wideAt(Wide(Scaled::from(side, 4'000)), 0).value;
        const Wide farther = m_f.wideAt(Wide(Scaled::from(side, 400'000)), 0).value;
        if (farther.isUndefined())
            return farther;
        const Wide moved = abs(farther - far);
        if (Wide(1e-9) * (Wide(1) + abs(far)) < moved)
            return Wide::undefined();
        if (farther.isZero() || farther.leading().exponent < -1500)
            return {};
        int count = 0;
        for (const Scaled& part : farther.parts())
            count += farther.leading().exponent - part.exponent < 220;
        return farther.first(count);
    }

    void findBounds(Facts& facts) const
    {
        facts.leftLimit = limitAt(-1);
        facts.rightLimit = limitAt(1);
        double lower = *std::ranges::min_element(m_values), upper = *std::ranges::max_element(m_values);
        for (std::size_t i = 1; i < m_z.size(); ++i) {
            facts.monotone = facts.monotone && m_slopes[i] >= 0 && m_values[i] >= m_values[i - 1];
            if (m_slopes[i - 1] * m_slopes[i] >= 0)
                continue;
            double from = m_z[i - 1], to = m_z[i];
            const bool rising = m_slopes[i - 1] > 0;
            for (int k = 0; k < kHalvings; ++k) {
                const double middle = std::midpoint(from, to);
                ((slopeAt(middle) > 0) == rising ? from : to) = middle;
            }
            for (const double z : {from, to}) {
                lower = std::min(lower, valueAndSlope(m_f, z).value);
                upper = std::max(upper, valueAndSlope(m_f, z).value);
            }
        }
        facts.monotone = facts.monotone && m_slopes.front() >= 0;
        for (const int side : {-1, 1}) {
            const Wide& limit = side < 0 ? facts.leftLimit : facts.rightLimit;
            if (!limit.isUndefined()) {
                lower = std::min(lower, limit.rounded().nearestDouble());
                upper = std::max(upper, limit.rounded().nearestDouble());
                continue;
            }
            const Wide far = m_f.wideAt(Wide(Scaled::from(side, 4'000)), 0).value;
            const Wide farther = m_f.wideAt(Wide(Scaled::from(side, 40'000)), 0).value;
            if (abs(far).times(1) < abs(farther)) // it goes on growing
                (farther.sign() > 0 ? upper : lower) = farther.sign() * std::numeric_limits<double>::infinity();
        }
        facts.lower = lower + 0.0; // no −0
        facts.upper = upper + 0.0;
    }

    // -- kinks --------------------------------------------------------------------------------------------------------
    /// Whether f or f′ jumps at z.
    bool isBent(double z, double largest) const
    {
        const double off = std::max(1e-300, 4e-16 * std::abs(z));
        const ValueAndSlope below = valueAndSlope(m_f, z - off), above = valueAndSlope(m_f, z + off);
        return std::abs(below.slope - above.slope) > 1e-9 * largest
            || std::abs(below.value - above.value) > 1e-9 * (1 + std::abs(below.value)) + 4 * off * largest;
    }

    void findKinks(Facts& facts) const
    {
        std::vector<double> found;
        for (const Node& node : m_f.nodes()) {
            const bool ofTwo = node.kind == Kind::larger || node.kind == Kind::smaller;
            if (!ofTwo && !(node.kind == Kind::function && node.function->bendsAtZero))
                continue;
            const Watched watched{
                &node, static_cast<std::size_t>(node.left), static_cast<std::size_t>(ofTwo ? node.right : node.left)};
            int before = signAt(m_f, watched, m_z.front());
            for (std::size_t i = 1; i < m_z.size(); ++i) {
                const int here = signAt(m_f, watched, m_z[i]);
                if (here == 0)
                    found.push_back(m_z[i]);
                else if (before != 0 && here != before)
                    found.push_back(changeBetween(m_f, watched, m_z[i - 1], m_z[i]));
                before = here;
            }
        }
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        std::erase_if(found, [&](double z) { return !isBent(z, facts.maxDerivative); });
        std::ranges::stable_sort(found, {}, [](double z) { return std::abs(z); });
        if (found.size() > kMostKinks / 4) // they go on for ever
            std::erase_if(found, [](double z) { return std::abs(z) > kNear; });
        found.resize(std::min(found.size(), kMostKinks));
        std::ranges::sort(found);
        facts.kinks = std::move(found);
    }

    const Expression& m_f;
    std::vector<double> m_z, m_values, m_slopes;
};

double asDouble(const Wide& value)
{
    return value.rounded().nearestDouble();
}

/// In a block what underflows stays as it is: whoever must tell it from an exact 0, or needs its size, asks for it
/// alone.
bool underflows(double computed, double error)
{
    return std::abs(computed) + error < 1e-200; // far below numerics::kPlainMinimum: nobody takes it for a size
}

ValueAndSlope settled(const Expression& f, double z, const Bounded& plain, bool inBlock)
{
    ValueAndSlope result{plain.value, plain.slope};
    const auto suffices = [inBlock](double computed, double error) {
        return isKnown(computed, error) || (inBlock && underflows(computed, error));
    };
    const bool valueKnown = suffices(plain.value, plain.valueError);
    const bool slopeKnown = suffices(plain.slope, plain.slopeError);
    if (valueKnown && slopeKnown)
        return result;
    const Derivatives<Wide> exact = f.wideAt(Wide(z), 1);
    if (!valueKnown)
        result.value = asDouble(exact.value);
    if (!slopeKnown)
        result.slope = asDouble(exact.first);
    return result;
}

} // namespace

ValueAndSlope valueAndSlope(const Expression& f, double z)
{
    return settled(f, z, f.plainNodes(z).back(), false);
}

void valuesAndSlopes(const Expression& f, const double* z, double* values, double* slopes, std::size_t count)
{
    std::vector<Bounded> plain(count);
    f.plain(z, count, plain.data());
    for (std::size_t i = 0; i < count; ++i) {
        const ValueAndSlope result = settled(f, z[i], plain[i], true);
        values[i] = result.value;
        slopes[i] = result.slope;
    }
}

Result<Facts> factsOf(const Expression& f)
{
    return Search(f).all();
}

} // namespace deltascope::formula
