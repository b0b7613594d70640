// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what a reader likes: what the key `preferences` of a document and `--view KEY=VALUE` accept.
#include "base/member_count.h"
#include "parameters/parameters.h"

#include <array>

namespace deltascope::parameters {

namespace {

// clang-format off
const std::array kPreferenceRows{
    Parameter<model::Preferences>{
        .key = "theme", .label = translatable("core", "Theme"), .symbol = "", .unit = "",
        .help = translatable("core", "Colours on screen: light, dark, or as the system."),
        .member = &model::Preferences::theme, .invalidates = {}},
    Parameter<model::Preferences>{
        .key = "language", .label = translatable("core", "Language"), .symbol = "", .unit = "",
        .help = translatable("core", "The language of the window, or that of the system."),
        .member = &model::Preferences::language, .invalidates = {}},
};
// clang-format on

static_assert(kPreferenceRows.size() == kMemberCount<model::Preferences>, "every member of Preferences has one row");

} // namespace

std::span<const Parameter<model::Preferences>> preferenceParameters()
{
    return kPreferenceRows;
}

} // namespace deltascope::parameters
