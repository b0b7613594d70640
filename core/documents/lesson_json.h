// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lessons/lesson.h"

#include <string>
#include <string_view>

namespace deltascope::documents {

inline constexpr std::size_t kMostLessonSteps = 1000;
inline constexpr std::size_t kMostLessonBytes = std::size_t{32} << 20; ///< of the lists that the steps hold together

/// True where the text claims to be a lesson: its "format" is "deltascope.lesson".
bool isLesson(std::string_view json);

/// Reads a lesson file. Errors (Fault::invalidData) name line, column and key.
Result<lessons::Lesson> readLesson(std::string id, std::string_view json);

} // namespace deltascope::documents
