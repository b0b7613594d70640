// SPDX-License-Identifier: GPL-3.0-or-later
// What computing results takes of the computer's memory, known before any of it is taken.
#pragma once

#include "results/snapshot.h"

namespace deltascope::results {

/// Bytes of a result on top of the scenario's network and data.
double resultMemory(
    const ResultKind& kind, const model::Scenario& scenario, const model::Question& question, int threads = 0);

/// `computeSnapshot` of the document, without the program: its data and network, those of pins, what is wanted.
double snapshotMemory(const model::Document& document, Needs wanted);

/// Takes out of `wanted` what would take too much, into `refused`, and says why; `failure` where not even an evaluation
/// is possible.
void refuseForMemory(Snapshot& snapshot, const model::Document& document, Needs& wanted);

} // namespace deltascope::results
