// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/distance.h"

#include <algorithm>

namespace deltascope::training {

namespace {

using numerics::Scaled;

/// Of one layer, over records that lie at these times; the last stretch ends at `until`.
std::optional<Scaled> distance(const TrainingProgress& course, const std::vector<double>& times, int layer,
    double until, Scaled LayerTrace::*speed)
{
    Scaled sum = Scaled::from(0);
    for (std::size_t i = 0; i + 1 < times.size() && times[i] < until; ++i) {
        const Scaled from = course.trace.layer(i, layer).*speed, to = course.trace.layer(i + 1, layer).*speed;
        if (from.beyondRange() || to.beyondRange())
            return std::nullopt;
        const double width = times[i + 1] - times[i], share = std::min(1.0, (until - times[i]) / width);
        // the mean of the speeds at both ends of the stretch that is covered
        const Scaled mean = from * Scaled::from(1 - share / 2) + to * Scaled::from(share / 2);
        sum = sum + mean * Scaled::from(share * width);
    }
    return sum;
}

} // namespace

double epochsAt(const TrainingProgress& course, std::int64_t step)
{
    return static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(1, course.stepsPerEpoch));
}

double recordedUntil(const TrainingProgress& course)
{
    return course.trace.size() == 0 ? 0 : epochsAt(course, course.trace.record(course.trace.size() - 1).step);
}

std::vector<std::optional<Scaled>> distances(const TrainingProgress& course, double epochs, Scaled LayerTrace::*speed)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < course.trace.size(); ++i)
        times.push_back(epochsAt(course, course.trace.record(i).step));
    std::vector<std::optional<Scaled>> all;
    for (int layer = 1; layer <= course.trace.depth(); ++layer)
        all.push_back(distance(course, times, layer, epochs, speed));
    return all;
}

} // namespace deltascope::training
