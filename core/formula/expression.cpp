// SPDX-License-Identifier: GPL-3.0-or-later
// f, f′ and f″ forwards through the operations (dual numbers), in wide numbers, and f and f′ in blocks of doubles with
// running bounds of their errors (Wilkinson 1963; Higham 2002, section 3.3). core/maths.md 4.22, 4.23.
#include "formula/expression.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace deltascope::formula {

namespace {

using Jet = Derivatives<Wide>;

constexpr double kRound = 0x1p-53;
constexpr double kOfValue = 4 * kRound, kOfSlope = 8 * kRound; // of what a function of the table may be off
constexpr double kSmall = 1e-290; // below, digits are lost
constexpr double kUnknown = std::numeric_limits<double>::infinity();
constexpr std::size_t kBlock = 32;

Jet productOf(const Jet& a, const Jet& b, int order)
{
    Jet result{a.value * b.value, {}, {}};
    if (order > 0)
        result.first = a.first * b.value + a.value * b.first;
    if (order > 1)
        result.second = a.second * b.value + (a.first * b.first).times(1) + a.value * b.second;
    return result;
}

Jet quotientOf(const Jet& a, const Jet& b, int order)
{
    Jet result{a.value / b.value, {}, {}};
    const Wide square = order > 0 ? b.value * b.value : Wide();
    if (order > 0)
        result.first = (a.first * b.value - a.value * b.first) / square;
    if (order > 1)
        result.second =
            (a.second * b.value - a.value * b.second - (result.first * b.value * b.first).times(1)) / square;
    return result;
}

/// At a tie the smaller slope, as ReLU has it at 0.
Jet chosen(const Jet& a, const Jet& b, bool larger)
{
    const int sign = differenceOf(a, b).sign() * (larger ? 1 : -1);
    if (a.value.isUndefined() || b.value.isUndefined())
        return {Wide::undefined(), Wide::undefined(), Wide::undefined()};
    if (sign == 0)
        return abs(a.first) < abs(b.first) ? a : b;
    return sign > 0 ? a : b;
}

Jet applied(const Function& function, const Jet& x, int order)
{
    const Jet g = function.wide(x.value, order);
    Jet result{g.value, {}, {}};
    if (order > 0)
        result.first = g.first * x.first;
    if (order > 1)
        result.second = g.second * x.first * x.first + g.first * x.second;
    return result;
}

// -- doubles with bounds ----------------------------------------------------------------------------------------------

/// What underflow may have cost.
double lost(double result, bool exactZero)
{
    return std::abs(result) < kSmall && !exactZero ? kSmall : 0;
}

Bounded sumOf(const Bounded& a, const Bounded& b, double sign)
{
    Bounded r{a.value + sign * b.value, a.slope + sign * b.slope, 0, 0};
    r.valueError = a.valueError + b.valueError + kRound * std::abs(r.value);
    r.slopeError = a.slopeError + b.slopeError + kRound * std::abs(r.slope);
    return r;
}

Bounded productOf(const Bounded& a, const Bounded& b)
{
    const double left = a.slope * b.value, right = a.value * b.slope;
    Bounded r{a.value * b.value, left + right, 0, 0};
    const double sizeA = std::abs(a.value), sizeB = std::abs(b.value);
    r.valueError = sizeA * b.valueError + sizeB * a.valueError + a.valueError * b.valueError
        + kRound * std::abs(r.value) + lost(r.value, a.value == 0 || b.value == 0);
    r.slopeError = std::abs(a.slope) * b.valueError + sizeB * a.slopeError + sizeA * b.slopeError
        + std::abs(b.slope) * a.valueError + a.slopeError * b.valueError + a.valueError * b.slopeError
        + 2 * kRound * (std::abs(left) + std::abs(right)) + lost(left, a.slope == 0 || b.value == 0)
        + lost(right, a.value == 0 || b.slope == 0);
    return r;
}

Bounded quotientOf(const Bounded& a, const Bounded& b)
{
    const double value = a.value / b.value, part = value * b.slope, rise = a.slope - part;
    Bounded r{value, rise / b.value, 0, 0};
    const double size = std::abs(b.value) - b.valueError;
    if (!(size > 0))
        return {value, r.slope, kUnknown, kUnknown};
    r.valueError =
        (a.valueError + std::abs(value) * b.valueError) / size + kRound * std::abs(value) + lost(value, a.value == 0);
    r.slopeError = (a.slopeError + std::abs(value) * b.slopeError + std::abs(b.slope) * r.valueError
                       + 2 * kRound * (std::abs(part) + std::abs(rise)) + lost(part, value == 0 || b.slope == 0))
            / size
        + std::abs(r.slope) * b.valueError / size + kRound * std::abs(r.slope) + lost(r.slope, rise == 0);
    return r;
}

Bounded applied(const Function& function, const Bounded& x)
{
    const Derivatives<double> g = function.plain(x.value);
    Bounded r{g.value, g.first * x.slope, 0, 0};
    const bool uncertainSide = function.bendsAtZero && std::abs(x.value) <= x.valueError && x.valueError > 0;
    r.valueError = std::abs(g.first) * x.valueError
        + (function.bendsAtZero ? 0 : kOfValue * std::abs(g.value) + lost(g.value, x.value == 0));
    r.slopeError = std::abs(g.first) * x.slopeError + std::abs(x.slope) * std::abs(g.second) * x.valueError
        + (function.bendsAtZero ? 0 : kOfSlope * std::abs(r.slope))
        + lost(r.slope, x.slope == 0 || (g.first == 0 && function.bendsAtZero));
    // Where the error of x is no small share of its scale, the first order says nothing.
    if (uncertainSide || x.valueError > 1e-6 * (1 + std::abs(x.value)))
        r.valueError = r.slopeError = kUnknown;
    return r;
}

Bounded chosen(const Bounded& a, const Bounded& b, bool larger)
{
    const double error = a.valueError + b.valueError, difference = larger ? a.value - b.value : b.value - a.value;
    if (error > 0 && std::abs(difference) <= 2 * error)
        return {a.value, a.slope, kUnknown, kUnknown};
    if (difference == 0)
        return std::abs(a.slope) < std::abs(b.slope) ? a : b;
    return difference > 0 ? a : b;
}

Bounded resultOf(const Node& node, const Bounded* left, const Bounded* right, double z)
{
    using Kind = Node::Kind;
    switch (node.kind) {
    case Kind::variable:
        return {z, 1, 0, 0};
    case Kind::number:
        return {node.number, 0, 0, 0};
    case Kind::circle:
        return {std::numbers::pi, 0, 4 * kRound, 0};
    case Kind::sum:
        return sumOf(*left, *right, 1);
    case Kind::difference:
        return sumOf(*left, *right, -1);
    case Kind::product:
        return productOf(*left, *right);
    case Kind::quotient:
        return quotientOf(*left, *right);
    case Kind::larger:
    case Kind::smaller:
        return chosen(*left, *right, node.kind == Kind::larger);
    case Kind::function:
        return applied(*node.function, *left);
    }
    return {};
}

} // namespace

Wide differenceOf(const Jet& left, const Jet& right)
{
    return left.value - right.value;
}

std::vector<Jet> Expression::wideNodes(const Wide& z, int order) const
{
    using Kind = Node::Kind;
    std::vector<Jet> all;
    all.reserve(m_nodes.size());
    for (const Node& node : m_nodes) {
        const Jet* left = node.left >= 0 ? &all[static_cast<std::size_t>(node.left)] : nullptr;
        const Jet* right = node.right >= 0 ? &all[static_cast<std::size_t>(node.right)] : nullptr;
        Jet result;
        switch (node.kind) {
        case Kind::variable:
            result = {z, Wide(1), {}};
            break;
        case Kind::number:
            result.value = Wide(node.number);
            break;
        case Kind::circle:
            result.value = pi();
            break;
        case Kind::sum:
            result = {left->value + right->value, left->first + right->first, left->second + right->second};
            break;
        case Kind::difference:
            result = {left->value - right->value, left->first - right->first, left->second - right->second};
            break;
        case Kind::product:
            result = productOf(*left, *right, order);
            break;
        case Kind::quotient:
            result = quotientOf(*left, *right, order);
            break;
        case Kind::larger:
        case Kind::smaller:
            result = chosen(*left, *right, node.kind == Kind::larger);
            break;
        case Kind::function:
            result = applied(*node.function, *left, order);
            break;
        }
        all.push_back(result);
    }
    return all;
}

void Expression::plain(const double* z, std::size_t count, Bounded* results) const
{
    std::vector<Bounded> all(m_nodes.size() * kBlock);
    for (std::size_t first = 0; first < count; first += kBlock) {
        const std::size_t size = std::min(kBlock, count - first);
        for (std::size_t n = 0; n < m_nodes.size(); ++n) {
            const Node& node = m_nodes[n];
            const Bounded* left = node.left >= 0 ? &all[static_cast<std::size_t>(node.left) * kBlock] : nullptr;
            const Bounded* right = node.right >= 0 ? &all[static_cast<std::size_t>(node.right) * kBlock] : nullptr;
            for (std::size_t i = 0; i < size; ++i)
                all[n * kBlock + i] =
                    resultOf(node, left ? left + i : nullptr, right ? right + i : nullptr, z[first + i]);
        }
        std::copy_n(&all[(m_nodes.size() - 1) * kBlock], size, results + first);
    }
}

std::vector<Bounded> Expression::plainNodes(double z) const
{
    std::vector<Bounded> all;
    for (const Node& node : m_nodes)
        all.push_back(resultOf(node, node.left >= 0 ? &all[static_cast<std::size_t>(node.left)] : nullptr,
            node.right >= 0 ? &all[static_cast<std::size_t>(node.right)] : nullptr, z));
    return all;
}

std::vector<Enclosure> Expression::enclosures(const Enclosure& z, std::size_t last) const
{
    using Kind = Node::Kind;
    std::vector<Enclosure> all;
    all.reserve(last + 1);
    for (std::size_t n = 0; n <= last; ++n) {
        const Node& node = m_nodes[n];
        const Enclosure left = node.left >= 0 ? all[static_cast<std::size_t>(node.left)] : Enclosure{};
        const Enclosure right = node.right >= 0 ? all[static_cast<std::size_t>(node.right)] : Enclosure{};
        switch (node.kind) {
        case Kind::variable:
            all.push_back(z);
            break;
        case Kind::number:
            all.push_back({node.number, node.number, node.number != 0});
            break;
        case Kind::circle:
            all.push_back(widened(std::numbers::pi, std::numbers::pi, 1));
            break;
        case Kind::sum:
            all.push_back(left + right);
            break;
        case Kind::difference:
            all.push_back(left - right);
            break;
        case Kind::product:
            all.push_back(node.left == node.right ? squareOf(left) : left * right);
            break;
        case Kind::quotient:
            all.push_back(left / right);
            break;
        case Kind::larger:
            all.push_back(largerOf(left, right));
            break;
        case Kind::smaller:
            all.push_back(smallerOf(left, right));
            break;
        case Kind::function:
            all.push_back(node.function->over(left));
            break;
        }
    }
    return all;
}

} // namespace deltascope::formula
