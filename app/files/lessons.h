// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lessons/lesson.h"

#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace deltascope::files {

/// The lessons compiled in, in their order. One JSON file each in resources/lessons, file name = id.
const std::vector<std::shared_ptr<const lessons::Lesson>>& lessons();
/// nullptr where no lesson that is compiled in has this id.
std::shared_ptr<const lessons::Lesson> findLesson(std::string_view id);

/// The first that says it explains this verdict; nullptr: none does.
struct LessonStepOn {
    std::shared_ptr<const lessons::Lesson> lesson; ///< nullptr: none does
    int step = 0; ///< index
};
LessonStepOn lessonOn(diagnosis::Verdict verdict, bool chain);

/// True where the file says that it is a lesson.
bool isLessonFile(const QString& path);

/// A lesson from a file of the user's; its id is the file's name. Errors name path, line and key.
Result<std::shared_ptr<const lessons::Lesson>> openLesson(const QString& path);

} // namespace deltascope::files
