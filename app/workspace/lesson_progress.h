// SPDX-License-Identifier: GPL-3.0-or-later
// What was done in a lesson, kept in the user's settings.
#pragma once

#include "workspace/lesson_session.h"

#include <vector>

namespace deltascope::workspace {

/// One record for each step of the lesson; `step`: the index of the one that was left. What does not fit the lesson
/// (it has been changed since) is not there.
std::vector<StepRecord> readLessonProgress(const lessons::Lesson& lesson, int& step);
void keepLessonProgress(const lessons::Lesson& lesson, int step, const std::vector<StepRecord>& records);

} // namespace deltascope::workspace
