// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preferences.h"
#include "model/question.h"
#include "model/scenario.h"
#include "model/view_state.h"

#include <optional>
#include <string>
#include <vector>

namespace deltascope::model {

/// A scenario kept by name: figures draw it beside the present one.
struct Pin {
    std::string name;
    Scenario scenario;
    bool operator==(const Pin&) const = default;
};

/// A step of a lesson, from 1; the lesson is compiled in or was opened from a file.
struct LessonPlace {
    std::string id;
    int step = 1;
    bool operator==(const LessonPlace&) const = default;
};

/// What a .deltascope file, a preset and every exported figure hold.
struct Document {
    Scenario scenario;
    Question question = {};
    ViewState view = {};
    std::vector<Pin> pins = {};
    std::vector<std::string> hide = {}; ///< keys of scenario parameters whose controls are left out
    std::optional<LessonPlace> lesson = {}; ///< that was being read
    std::optional<Preferences> preferences = {}; ///< of whoever made it, where they asked for them to be part of it
    bool operator==(const Document&) const = default;
};

} // namespace deltascope::model
