// SPDX-License-Identifier: GPL-3.0-or-later
// An expression in z as a list of operations, each on the results of earlier ones; what was typed twice is there once.
// core/maths.md 4.25, 4.22.
#pragma once

#include "base/result.h"
#include "formula/functions.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace deltascope::formula {

struct Node {
    enum class Kind { variable, number, circle, sum, difference, product, quotient, larger, smaller, function };

    Kind kind = Kind::variable; ///< circle: π
    int left = -1, right = -1; ///< places of what it works on
    double number = 0;
    const Function* function = nullptr;
    int column = 0; ///< where it was typed, from 1
    bool power = false; ///< the logarithm that a power with no whole exponent is made of

    bool sameAs(const Node& other) const
    {
        return kind == other.kind && left == other.left && right == other.right && number == other.number
            && function == other.function;
    }
};

/// f and f′ with bounds of their rounding errors.
struct Bounded {
    double value = 0, slope = 0, valueError = 0, slopeError = 0;
};

class Expression {
public:
    static constexpr std::size_t kMostCharacters = 1000;
    static constexpr int kDeepest = 60; ///< of parentheses, functions and signs in one another

    /// What was typed, or one sentence with the column (Fault::usage).
    static Result<Expression> parsed(std::string_view text);

    const std::vector<Node>& nodes() const { return m_nodes; } ///< the last one is f
    /// f, f′ and f″ up to the order; undefined where it is.
    Derivatives<Wide> wideAt(const Wide& z, int order) const { return wideNodes(z, order).back(); }
    std::vector<Derivatives<Wide>> wideNodes(const Wide& z, int order) const; ///< of every operation
    /// In doubles; what is no finite number has an infinite error.
    void plain(const double* z, std::size_t count, Bounded* results) const;
    std::vector<Bounded> plainNodes(double z) const;
    /// Where the operations up to this one can lie for all z between two.
    std::vector<Enclosure> enclosures(const Enclosure& z, std::size_t last) const;

private:
    friend class Parser;
    std::vector<Node> m_nodes;
};

/// The difference whose sign chooses the larger or smaller of two.
Wide differenceOf(const Derivatives<Wide>& left, const Derivatives<Wide>& right);

} // namespace deltascope::formula
