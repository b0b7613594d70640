// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/moving_mean.h"

#include <algorithm>

namespace deltascope::numerics {

namespace {

void smoothPiece(std::span<const double> x, std::span<const double> y, double width, std::vector<double>& means)
{
    std::vector<long double> sums{0}; // of the y before each, from the first on, so that little is lost
    for (const double each : y)
        sums.push_back(sums.back() + (static_cast<long double>(each) - static_cast<long double>(y.front())));
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double reach = std::min({width / 2, x[i] - x.front(), x.back() - x[i]});
        // of rounded x a whisker more, so that both sides hold as many points
        const double whisker = 1e-9 * (x.back() - x.front());
        const auto first = std::ranges::lower_bound(x, x[i] - reach - whisker) - x.begin();
        const auto behind = std::ranges::upper_bound(x, x[i] + reach + whisker) - x.begin();
        const long double sum = sums[static_cast<std::size_t>(behind)] - sums[static_cast<std::size_t>(first)];
        means.push_back(static_cast<double>(y.front() + sum / static_cast<long double>(behind - first)));
    }
}

} // namespace

std::vector<double> movingMean(
    std::span<const double> x, std::span<const double> y, std::span<const std::size_t> breaks, double width)
{
    std::vector<double> means;
    means.reserve(y.size());
    std::size_t begin = 0;
    const auto piece = [&](std::size_t end) {
        if (begin < end)
            smoothPiece(x.subspan(begin, end - begin), y.subspan(begin, end - begin), width, means);
        begin = std::max(begin, end);
    };
    for (const std::size_t each : breaks)
        piece(std::min(each, x.size()));
    piece(x.size());
    return means;
}

} // namespace deltascope::numerics
