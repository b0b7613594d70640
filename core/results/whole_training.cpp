// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/whole_training.h"

#include "base/parallel.h"
#include "training/steps_per_epoch.h"
#include "training/training_progress.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <numeric>

namespace deltascope::results {

std::shared_ptr<const training::TrainingProgress> trained(const model::Scenario& scenario,
    std::shared_ptr<const data::Dataset> data, int threads, const std::stop_token& stop,
    const std::function<void(const training::Training&)>& soFar, std::int64_t steps, const Watch& watch)
{
    training::TrainingOptions options{.threads = threads};
    if (watch) {
        const double all =
            static_cast<double>(training::stepsPerEpoch(data->examples(), scenario.batch)) * scenario.epochs;
        options.watch = [&watch, part = std::max(1.0, all / static_cast<double>(steps))](
                            double share) { watch(std::min(1.0, part * share)); };
    }
    training::Training training(scenario, std::move(data), std::move(options));
    constexpr auto kPause = std::chrono::milliseconds(50);
    auto told = std::chrono::steady_clock::now();
    while (training.step() < steps) {
        const training::Training::Outcome outcome = training.advance(stop);
        if (outcome == training::Training::Outcome::stopped)
            return nullptr;
        if (outcome != training::Training::Outcome::stepped)
            break;
        if (const auto now = std::chrono::steady_clock::now(); soFar && now - told > kPause) {
            told = now;
            soFar(training);
        }
    }
    return std::make_shared<const training::TrainingProgress>(training::progressOf(training, true));
}

void trainPins(
    std::vector<PinnedResult>& pins, const data::DataFolder& folder, const std::stop_token& stop, const Watch& watch)
{
    const std::size_t count = std::min(pins.size(), kMaxCompared - 1);
    std::array<std::atomic<double>, kMaxCompared> shares{};
    parallelFor(count, stop, [&](std::size_t i) {
        const Watch own = [&](double share) {
            shares[i] = share;
            watch(std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(count));
        };
        Result<data::Dataset> data = data::makeDataset(pins[i].scenario, stop, folder);
        if (!data)
            pins[i].failure = data.error();
        else if (!stop.stop_requested())
            pins[i].course = trained(pins[i].scenario, std::make_shared<const data::Dataset>(*std::move(data)), 1, stop,
                {}, kWholeTraining, watch ? own : Watch());
        shares[i] = 1;
    });
}

} // namespace deltascope::results
