// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/preset_json.h"
#include "result.h"

#include <string_view>
#include <vector>

namespace deltascope {

/// The presets compiled in, in teaching order. One JSON file each in resources/presets, file name = id.
const std::vector<Preset>& presets();
const Preset* findPreset(std::string_view id);

/// Pins that a preset or a lesson brings, with their names in the present language: from then on they are the user's.
std::vector<Pin> namedInLanguage(std::vector<Pin> pins);

} // namespace deltascope
