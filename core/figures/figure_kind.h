// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "results/snapshot.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace deltascope::figures {

/// A kind of figure: a pure function from results to data. One const record in one file.
struct FigureKind {
    std::string_view id;
    const char* name; ///< translatable
    const char* description; ///< translatable: what it shows and how to read it, with the formula
    int rank; ///< place in menus and lists; its hundreds are the question that it answers: 0 one layer, 1 the whole
              ///< chain, 2 by chance and in theory, 3 training, 4 compare
    results::Needs (*needs)(); ///< results that `build` reads: needs<Evaluation, Ladder>; where one is still null it
                               ///< draws what it can and says so

    /// `question`: the present one; the snapshot's own may be of the moment before, while results are late.
    Figure (*build)(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view);

    /// Keys of the question and of the view that change what it shows, apart by spaces: offered beside the figure.
    const char* keys = "";

    /// The measure whose map is of what it shows, as typed after `map --of`; "": learning speed of the first layer over
    /// the last one's.
    const char* mapped = "";

    bool leavesPinsOut = false; ///< it may draw none of the pinned scenarios, and then says so

    /// Where a click in a panel chooses values of the scenario: the snapshot's scenario with those at these coordinates
    /// of its axes, every value within its range. nullptr: a click chooses nothing.
    model::Scenario (*pick)(const results::Snapshot& snapshot, double x, double y) = nullptr;

    /// Where a click in a panel chooses the input that figures look at (Question::point): that at these coordinates of
    /// its axes, none where it is the present one. nullptr, or nothing: a click chooses none.
    std::optional<std::vector<double>> (*pickPoint)(const results::Snapshot& snapshot, double x, double y) = nullptr;
};

std::span<const FigureKind* const> figuresRegistry();

} // namespace deltascope::figures
