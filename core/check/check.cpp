// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/check.h"

#include "base/registry.h"
#include "check/numbers.h"

#include <cmath>

namespace deltascope::check {

void add(Numbers& numbers, Message name, Message source, double expected, double tolerance, double computed)
{
    const double deviation = computed - expected;
    numbers.push_back({std::move(name), std::move(source), expected, computed, tolerance, deviation,
        std::abs(deviation) <= tolerance});
}

const activations::Activation& activation(std::string_view id)
{
    return *findKind(activations::activationsRegistry(), id);
}

Message book()
{
    return {translatable("core", "Nielsen, Neural Networks and Deep Learning (2015), chapter 5"), {}};
}

Message closedForm(const char* formula)
{
    return {translatable("core", "closed form: %1"), {formula}};
}

Message manyDigits()
{
    return {translatable("core", "arithmetic with 400 digits"), {}};
}

std::vector<CheckedNumber> checkNumbers(const std::stop_token& stop, const Watch& watch)
{
    const auto all = static_cast<double>(chainChapters().size() + wideChapters().size() + lawChapters().size());
    Numbers numbers;
    double done = 0;
    for (const auto& chapters : {chainChapters(), wideChapters(), lawChapters()})
        for (const Chapter chapter : chapters) {
            if (stop.stop_requested())
                return numbers;
            chapter(numbers);
            if (watch)
                watch(++done / all);
        }
    return numbers;
}

} // namespace deltascope::check
