// SPDX-License-Identifier: GPL-3.0-or-later
// What lessons ask for and check, and what maps show: one number of the results.
#pragma once

#include "model/map.h"
#include "results/map_cells.h"
#include "results/snapshot.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace deltascope::measures {

using model::MeasureArguments;

/// One const record in one file; nothing else names it but lessons and maps, as data.
struct MeasureKind {
    std::string_view id;
    const char* name; ///< translatable: what it is, without its arguments
    bool decades; ///< `value` is log10 of what is meant, a size above 0
    results::Needs (*needs)(); ///< ownNeeds<Evaluation>; where pins are compared with needs<…>
    const char* arguments; ///< names of the arguments it takes, apart by spaces: layer against key pin cost

    /// Nothing where it has no value (yet): the result is not there, the size is exactly 0, the layer does not exist.
    std::optional<double> (*value)(const results::Snapshot& snapshot, const MeasureArguments& arguments);

    /// The field's symbol, %1 for the layer and %2 for the other one as superscripts; "": none.
    const char* symbol = "";
    bool ratio = false; ///< 1 is balance
    /// What it means where the results are there and it has no value, unless that is an exact 0 (`decades`).
    results::CellMark absent = results::CellMark::inapplicable;
    results::CellMark zero = results::CellMark::dead; ///< and where it is one
    bool ofDiverged = false; ///< of trainings: it has its value also where the training diverged
    evaluation::Parts reads = {}; ///< of an Evaluation, where that is all it needs
    /// Why it means nothing in a scenario; an empty message where it does. nullptr: it always does.
    Message (*inapplicable)(const model::Scenario& scenario) = nullptr;
};

std::span<const MeasureKind* const> measuresRegistry();

/// A kind with its arguments.
struct Measure {
    const MeasureKind* kind = nullptr;
    MeasureArguments arguments;
    bool operator==(const Measure&) const = default;

    std::optional<double> value(const results::Snapshot& snapshot) const { return kind->value(snapshot, arguments); }
    /// A value of it as text for people: "0.25", "7.5·10⁻²⁵".
    Argument shown(double value) const { return kind->decades ? times({1, value}) : Argument(Real{value, 4}); }
};

/// What a measure is to be: from … to, in the unit of its value (log10 where its kind counts decades), ends included.
struct Range {
    double lower, upper; ///< ±∞ allowed
    bool contains(double value) const { return lower <= value && value <= upper; }
    bool operator==(const Range&) const = default;
};

} // namespace deltascope::measures
