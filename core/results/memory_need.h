// SPDX-License-Identifier: GPL-3.0-or-later
// What a whole command takes of the computer's memory at its highest (peak resident memory): program, network, data,
// every copy, every thread and the text that is written, from the scenario alone, before any of it is taken.
#pragma once

#include "base/result.h"
#include "model/scenario.h"

#include <optional>
#include <vector>

namespace deltascope::results {

/// Bytes; as doubles, for they may be more than any integer holds.
inline constexpr double kMemoryLimit = 2e9; ///< of a whole command: what a small computer has to spare
inline constexpr double kProgramMemory = 45e6; ///< of a program that has computed nothing yet
inline constexpr double kDrawingMemory = 35e6; ///< fonts, a page and its picture of the usual size, on top of that

double dataMemory(const model::Scenario& scenario); ///< the examples, while they are being made
double networkMemory(const model::Scenario& scenario); ///< weights and biases
/// One forward and backward pass with what is found on the way, at the worst: every number beyond doubles.
double passesMemory(const model::Scenario& scenario);
/// A training on data that are there, with its network, on so many threads (0: all cores). `passes`: its last resort
/// where gradients leave double's range.
double trainingMemory(const model::Scenario& scenario, int threads = 0);
// Results of a scenario on top of its network and data:
double seedsMemory(const model::Scenario& scenario, int seeds);
double balanceMemory(const model::Scenario& scenario);
double spectrumMemory(const model::Scenario& scenario);

/// The network and its data as text that is written piece by piece.
double networkTextMemory(const model::Scenario& scenario);
/// Text with so many numbers, held until it is written.
double textMemory(double numbers);

/// How many networks may be computed side by side within the limit, beside the scenario's own network and data: at
/// least 1, at most as many as there are cores.
unsigned seedsThreads(const model::Scenario& scenario, int seeds);
unsigned balanceThreads(const model::Scenario& scenario);

/// Error (Fault::usage) where a command would take more than the limit: how much, and what of the scenario to make
/// smaller.
std::optional<Error> refusedForMemory(const model::Scenario& scenario, double bytes);

/// The same of a training in the window, beside its figures; `others` are trained along with it.
std::optional<Error> trainingRefused(const model::Scenario& scenario, const std::vector<model::Scenario>& others = {});

} // namespace deltascope::results
