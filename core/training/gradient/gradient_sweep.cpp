// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/gradient/gradient_sweep.h"

#include "numerics/kernels.h"

#include <algorithm>
#include <numeric>

namespace deltascope::gradient {

namespace {

constexpr int kMostShares = 8;
constexpr int kLeastOfShare = 32; // examples
constexpr double kLargestShares = 3e7; // parameters of all shares together
constexpr double kWorthThreads = 2e5; // examples × parameters below which waking a thread costs more than it brings

double neuronsOf(const ParameterLayout& layout)
{
    return std::accumulate(layout.rows.begin() + 1, layout.rows.end(), 0.0,
        [](double sum, std::size_t rows) { return sum + static_cast<double>(rows); });
}

} // namespace

GradientSweep::GradientSweep(
    const network::Network& network, const ParameterLayout& layout, const losses::Loss& loss, int largest, int threads)
    : m_layout(layout)
    , m_draws(network.draws())
    , m_together(network.structure().couplesExamples())
    , m_transposed(layout.transposedTotal)
    , m_workers(m_together ? 1 : std::clamp(threads, 1, shareCount(largest)))
{
    m_shares.resize(static_cast<std::size_t>(shareCount(largest)));
    m_apart = layout.apartTotal > 0
        && static_cast<double>(layout.apartTotal) * static_cast<double>(m_shares.size()) <= kLargestShares;
    for (Share& share : m_shares) {
        share.gradient.resize(layout.total);
        share.apart.resize(m_apart ? layout.apartTotal : 0);
    }
    const int block = m_together ? largest : std::min(largest, blockOf(neuronsOf(layout)));
    for (int worker = 0; worker < m_workers; ++worker)
        m_passes.push_back(std::make_unique<ExamplePass>(network, layout, loss, block));
}

template <class Task>
void GradientSweep::divide(int count, int examples, Task& task)
{
    if (static_cast<double>(examples) * static_cast<double>(m_layout.total) >= kWorthThreads)
        runPieces(count, m_workers, Work::training, task);
    else
        for (int index = 0; index < count; ++index)
            task(index, 0);
}

int GradientSweep::blockOf(double neurons)
{
    return std::clamp(static_cast<int>(32'768 / neurons), 4, 64);
}

int GradientSweep::shareCount(double parameters, int examples, bool together)
{
    const int fitting = static_cast<int>(std::min(kLargestShares / parameters, 1e3));
    return together ? 1 : std::max(1, std::min({examples / kLeastOfShare, fitting, kMostShares}));
}

SweepResult GradientSweep::run(const double* values, const ExampleSet& set, std::span<const int> examples, Want want,
    const std::stop_token& stop, const Watch& watch)
{
    m_watch = watch;
    m_all = examples.size();
    m_done = 0;
    const int shares = shareCount(static_cast<int>(examples.size()));
    if (want != Want::cost)
        transposeWeights(m_layout, values, m_transposed);
    auto task = [&](int index, int worker) {
        const std::size_t first = examples.size() * static_cast<std::size_t>(index) / static_cast<std::size_t>(shares);
        const std::size_t end =
            examples.size() * static_cast<std::size_t>(index + 1) / static_cast<std::size_t>(shares);
        runShare(values, set, examples.subspan(first, end - first), want, stop,
            m_shares[static_cast<std::size_t>(index)], *m_passes[static_cast<std::size_t>(worker)]);
    };
    divide(shares, static_cast<int>(examples.size()), task);

    SweepResult result;
    for (int index = 0; index < shares; ++index) {
        const Share& share = m_shares[static_cast<std::size_t>(index)];
        result.cost += share.sums.cost;
        result.right += share.sums.right;
        result.complete = result.complete && share.complete;
    }
    result.cost /= static_cast<double>(examples.size());
    if (want != Want::cost && result.complete)
        addShares(shares, static_cast<int>(examples.size()), isApart(want));
    return result;
}

void GradientSweep::runShare(const double* values, const ExampleSet& set, std::span<const int> examples, Want want,
    const std::stop_token& stop, Share& share, ExamplePass& pass)
{
    share.sums = {};
    share.complete = true;
    if (want != Want::cost)
        std::ranges::fill(share.gradient, 0.0);
    if (isApart(want))
        std::ranges::fill(share.apart, 0.0);
    const auto block = static_cast<std::size_t>(pass.capacity());
    for (std::size_t first = 0; first < examples.size(); first += block) {
        if (stop.stop_requested()) {
            share.complete = false;
            return;
        }
        const std::span<const int> part = examples.subspan(first, std::min(block, examples.size() - first));
        pass.forward(values, set, part, m_draws);
        if (want != Want::gradient && want != Want::layers) {
            const BlockSums sums = pass.judge(set, part);
            share.sums.cost += sums.cost;
            share.sums.right += sums.right;
        }
        if (want != Want::cost)
            pass.backward(
                m_transposed.data(), set, part, share.gradient.data(), isApart(want) ? share.apart.data() : nullptr);
        if (m_watch)
            countDone(part.size());
    }
}

void GradientSweep::countDone(std::size_t examples)
{
    m_watch(static_cast<double>(m_done += examples) / static_cast<double>(m_all));
}

// Every number of the gradient is the sum of the shares' in their order, whoever adds it.
void GradientSweep::addShares(int count, int examples, bool apart)
{
    const double n = examples;
    const auto pieces = static_cast<std::size_t>(m_workers);
    auto addPiece = [&](int index, int) {
        const auto piece = static_cast<std::size_t>(index);
        for (const auto member : {&Share::gradient, &Share::apart}) {
            if (member == &Share::apart && !apart)
                continue;
            std::vector<double>& sum = m_shares.front().*member;
            const std::size_t first = sum.size() * piece / pieces, end = sum.size() * (piece + 1) / pieces;
            for (int share = 1; share < count; ++share) {
                const std::vector<double>& other = m_shares[static_cast<std::size_t>(share)].*member;
                numerics::kernels().add(sum.data() + first, other.data() + first, end - first);
            }
            for (std::size_t i = first; i < end; ++i)
                sum[i] /= n;
        }
    };
    divide(m_workers, examples, addPiece);
    if (apart)
        addLayers();
}

// To the gradient, in which what is fed has been summed.
void GradientSweep::addLayers()
{
    Share& sum = m_shares.front();
    for (int layer = 1; layer <= m_layout.depth(); ++layer)
        if (const std::size_t place = m_layout.apart[ParameterLayout::index(layer)]; place != ParameterLayout::kAlone) {
            const std::span<const double> own = ofLayer(layer);
            numerics::kernels().add(
                sum.gradient.data() + m_layout.weights[ParameterLayout::index(layer)], own.data(), own.size());
        }
}

std::span<const double> GradientSweep::ofLayer(int layer) const
{
    const Share& sum = m_shares.front();
    const std::size_t place = m_layout.apart[ParameterLayout::index(layer)];
    return {place == ParameterLayout::kAlone ? sum.gradient.data() + m_layout.weights[ParameterLayout::index(layer)]
                                             : sum.apart.data() + place,
        m_layout.weightCount(layer) + m_layout.rows[ParameterLayout::index(layer)]};
}

} // namespace deltascope::gradient
