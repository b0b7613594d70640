// SPDX-License-Identifier: GPL-3.0-or-later
// A Document as JSON text, both ways. Reading is strict: every byte from a stranger gets a Document or one sentence.
#pragma once

#include "base/result.h"
#include "documents/notices.h"
#include "model/document.h"

#include <string>
#include <string_view>

namespace deltascope::documents {

inline constexpr int kSchema = 2; ///< that is written; all before it are read
inline constexpr int kDataSchema = 1; ///< of evaluations, trainings and figures as JSON
inline constexpr std::size_t kMaxDocumentBytes = 1'000'000; ///< of scenario text, not of an exported figure
inline constexpr std::size_t kMaxPins = 100; ///< each is evaluated and drawn

/// Reads a .deltascope document. Errors (Fault::invalidData) name line, column or key. Missing keys have their
/// defaults.
Result<model::Document> readDocument(std::string_view json, Notices* notices = nullptr);

/// One JSON object on one line: format and schema, the scenario's keys, then the objects question, view, preferences
/// and what else it holds; keys in table order, numbers in their shortest exact form. `everyKey` writes defaults too,
/// else only what differs from them.
std::string writeDocument(const model::Document& document, bool everyKey = false);
/// The scenario alone, with the same keys.
std::string writeScenario(const model::Scenario& scenario, bool everyKey = false);

} // namespace deltascope::documents
