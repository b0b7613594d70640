// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/cover.h"

#include <algorithm>

namespace deltascope::lessons {

const LessonStep* coveringStep(const Lesson& lesson, int step, const model::Scenario& scenario, std::int64_t trained,
    const std::function<bool(int)>& isOpen)
{
    const auto isShown = [&](const model::Document& document) {
        return document.scenario == scenario && document.question.step == trained;
    };
    for (int i = step; i < static_cast<int>(lesson.steps.size()); ++i) {
        const LessonStep& one = lesson.steps[static_cast<std::size_t>(i)];
        if (one.covered && one.question && isOpen(i)
            && (i == step || isShown(one.document) || isShown(one.lastGiven())))
            return &one;
    }
    return nullptr;
}

bool covers(const LessonStep* covering, const LessonStep& present, std::string_view pointAt, std::string_view id)
{
    return covering && std::ranges::find(covering->open, id) == covering->open.end()
        && (covering == &present || id != pointAt);
}

} // namespace deltascope::lessons
