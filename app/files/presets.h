// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/preset_json.h"

#include <string_view>
#include <vector>

namespace deltascope::files {

/// The presets compiled in, in teaching order. One JSON file each in resources/presets, file name = id.
const std::vector<documents::Preset>& presets();
const documents::Preset* findPreset(std::string_view id);

/// Pins that a preset or a lesson brings, with their names in the present language: from then on they are the user's.
std::vector<model::Pin> namedInLanguage(std::vector<model::Pin> pins);

} // namespace deltascope::files
