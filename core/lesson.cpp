// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson.h"

#include <array>
#include <cmath>

namespace deltascope {

namespace {

std::size_t bytes(const std::vector<std::string>& texts)
{
    std::size_t sum = 0;
    for (const std::string& text : texts)
        sum += sizeof(std::string) + text.size();
    return sum;
}

std::size_t bytes(const Scenario& scenario)
{
    return scenario.layers.size() * sizeof(LayerSetting) + scenario.changes.size() * sizeof(Change);
}

std::size_t bytes(const Document& document)
{
    std::size_t sum = bytes(document.scenario) + bytes(document.view.figures) + bytes(document.hide);
    for (const ViewRange& range : document.view.ranges)
        sum += sizeof(ViewRange) + range.figure.size();
    for (const Pin& pin : document.pins)
        sum += sizeof(Pin) + pin.name.size() + bytes(pin.scenario);
    return sum;
}

} // namespace

std::size_t LessonStep::listBytes() const
{
    return bytes(document) + (reveal ? bytes(reveal->document) : 0) + (goal ? bytes(goal->solution) : 0);
}

std::string verdictName(Verdict verdict, bool chain)
{
    constexpr std::array kNames{"balanced", "uneven", "vanishing", "exploding", "dead", "saturated"};
    static_assert(kNames.size() == kVerdicts.size());
    return std::string(kNames[static_cast<std::size_t>(verdict)]) + (chain ? "_chain" : "_network");
}

bool isNear(const Question& question, double given, double measured)
{
    const double distance = std::abs(given - measured);
    return distance <= question.tolerance * (question.measure->kind->decades ? 1 : std::abs(measured));
}

} // namespace deltascope
