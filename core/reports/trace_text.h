// SPDX-License-Identifier: GPL-3.0-or-later
// The course of a training as text for other programs: every number that a double holds reads back to the same bits.
#pragma once

#include "base/result.h"
#include "model/scenario.h"
#include "training/divergence.h"
#include "training/trace.h"
#include "training/training_progress.h"

#include <string>
#include <string_view>

namespace deltascope::reports {

/// "epoch,cost,accuracy,test_accuracy,speed_1,…,speed_L"
std::string traceCsvHeader(int depth);
/// One row: the record before the step of that epoch; speeds are ‖⟨δ⟩‖. What has no value is an empty cell; a number
/// beyond double's range is written all the same, as 2.5e-602.
std::string traceCsvRow(const training::TraceRecord& record, std::span<const training::LayerTrace> layers);

/// {"format": "deltascope.run", "schema": 1, "scenario": {every key}, …, "moments": [ … ]}, one line a record; null
/// where there is no value, [m, e] is m·2^e where no double holds a number. Recorders of other programs write
/// "counts": "steps" beside it, where they know of no epochs; each record's epoch is its step then.
std::string traceJson(const model::Scenario& scenario, const training::Trace& trace,
    const std::optional<training::Divergence>& divergence);

/// A training as traceJson wrote it.
struct SavedTraining {
    model::Scenario scenario;
    training::Trace trace;
    std::optional<training::Divergence> divergence;
    bool countsSteps = false;
};
/// What figures draw of it.
training::TrainingProgress courseOf(SavedTraining run);
inline constexpr std::size_t kMaxTrainingBytes = 256u << 20;
/// Errors (Fault::invalidData): line, column and what would be right.
Result<SavedTraining> readTraceJson(std::string_view text);

} // namespace deltascope::reports
