// SPDX-License-Identifier: GPL-3.0-or-later
// What of a snapshot is there to be drawn, and what of the one before stays.
#pragma once

#include "results/snapshot.h"

namespace deltascope::workspace {

/// True where making the data and one forward and backward pass, with what else is quick, take less than a frame;
/// files are never read in one.
bool evaluatesAtOnce(const model::Scenario& scenario, const data::DataFolder& folder);

/// True where what the float formats compute takes less than a frame too: some microseconds a layer.
bool computesFormatsAtOnce(const model::Scenario& scenario);

/// True where a figure with these needs has something to show: all but what comes bit by bit, or the first bit of that
/// where it needs nothing else.
bool isDrawable(const results::Snapshot& snapshot, results::Needs wanted);

/// What is known of the same request is not lost while it is computed again or more of it is.
void keepKnown(results::Snapshot& present, const results::Snapshot& known);
void keepKnown(results::Results& present, const results::Results& known);

/// Another K, pin or step of the training is no other question about `seeds` seeds and start values.
void keepOfTheStart(results::Snapshot& next, const results::Snapshot& known, int seeds);

} // namespace deltascope::workspace
