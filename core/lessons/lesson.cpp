// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson.h"

#include <array>
#include <cmath>

namespace deltascope::lessons {

namespace {

std::size_t bytes(const std::vector<std::string>& texts)
{
    std::size_t sum = 0;
    for (const std::string& text : texts)
        sum += sizeof(std::string) + text.size();
    return sum;
}

std::size_t bytes(const model::Scenario& scenario)
{
    return scenario.layers.size() * sizeof(model::LayerSetting) + scenario.changes.size() * sizeof(model::Change);
}

std::size_t bytes(const model::Document& document)
{
    std::size_t sum = bytes(document.scenario) + bytes(document.view.figures) + bytes(document.hide);
    for (const model::ViewRange& range : document.view.ranges)
        sum += sizeof(model::ViewRange) + range.figure.size();
    if (document.preferences)
        sum += document.preferences->theme.size() + document.preferences->language.size();
    for (const model::Pin& pin : document.pins)
        sum += sizeof(model::Pin) + pin.name.size() + bytes(pin.scenario);
    return sum;
}

} // namespace

std::size_t LessonStep::listBytes() const
{
    return bytes(document) + bytes(open) + bytes(explains) + (reveal ? bytes(reveal->document) : 0)
        + (goal ? bytes(goal->solution) : 0);
}

std::string verdictName(diagnosis::Verdict verdict, bool chain)
{
    constexpr std::array kNames{"balanced", "uneven", "vanishing", "exploding", "dead", "saturated"};
    static_assert(kNames.size() == diagnosis::kVerdicts.size());
    return std::string(kNames[static_cast<std::size_t>(verdict)]) + (chain ? "_chain" : "_network");
}

bool isNear(const StepQuestion& question, double given, double measured)
{
    const double distance = std::abs(given - measured);
    return distance <= question.tolerance * (question.measure->kind->decades ? 1 : std::abs(measured));
}

} // namespace deltascope::lessons
