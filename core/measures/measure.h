// SPDX-License-Identifier: GPL-3.0-or-later
// What lessons ask for and check: one number of the results.
#pragma once

#include "results/snapshot.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace deltascope::measures {

/// Which layers, parameter or pin a measure is of; those that its kind does not name stay at their defaults.
struct MeasureArguments {
    int layer = 1; ///< 1 … depth
    int against = 1; ///< the other layer of a ratio; 0: the last one
    std::string key = {}; ///< of a parameter that is a number
    int pin = 1; ///< of the scenario's pins, from 1
    bool operator==(const MeasureArguments&) const = default;
};

/// One const record in one file; nothing else names it but lessons.
struct MeasureKind {
    std::string_view id;
    const char* name; ///< translatable: what it is, without its arguments
    bool decades; ///< `value` is log10 of what is meant, a size above 0
    results::Needs (*needs)(); ///< ownNeeds<Evaluation>; where pins are compared with needs<…>
    const char* arguments; ///< names of the arguments it takes, apart by spaces: layer against key pin

    /// Nothing where it has no value (yet): the result is not there, the size is exactly 0, the layer does not exist.
    std::optional<double> (*value)(const results::Snapshot& snapshot, const MeasureArguments& arguments);
};

std::span<const MeasureKind* const> measuresRegistry();

/// A kind with its arguments.
struct Measure {
    const MeasureKind* kind = nullptr;
    MeasureArguments arguments;
    bool operator==(const Measure&) const = default;

    std::optional<double> value(const results::Snapshot& snapshot) const { return kind->value(snapshot, arguments); }
    /// A value of it as text for people: "0.25", "7.5·10⁻²⁵".
    Argument shown(double value) const
    {
        return kind->decades ? Argument(Magnitude{1, value}) : Argument(Real{value, 4});
    }
};

/// What a measure is to be: from … to, in the unit of its value (log10 where its kind counts decades), ends included.
struct Range {
    double lower, upper; ///< ±∞ allowed
    bool contains(double value) const { return lower <= value && value <= upper; }
    bool operator==(const Range&) const = default;
};

} // namespace deltascope::measures
