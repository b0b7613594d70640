// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/lesson.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace deltascope::lessons {

/// The covered step whose question would be answered by the results of this scenario after so many training steps,
/// while the step of index `step` is shown: itself, or one to come that is about the same state. nullptr: none.
/// `isOpen` says of a step's index whether its question is not answered yet.
const LessonStep* coveringStep(const Lesson& lesson, int step, const model::Scenario& scenario, std::int64_t trained,
    const std::function<bool(int)>& isOpen);

/// Whether that covers a figure or panel, while `pointAt` is what is spoken of.
bool covers(const LessonStep* covering, const LessonStep& present, std::string_view pointAt, std::string_view id);

} // namespace deltascope::lessons
