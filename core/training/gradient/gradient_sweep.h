// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient of the mean cost over any examples, on all threads. The examples are divided into shares that depend on
// their number alone, each summed in order and then the shares in order: the same bits for any number of threads.
// core/maths.md 11.9.
#pragma once

#include "base/parallel.h"
#include "base/watch.h"
#include "training/gradient/example_pass.h"

#include <atomic>
#include <memory>
#include <stop_token>

namespace deltascope::gradient {

/// Means over the examples; `gradient` is that of the sweep until its next one.
struct SweepResult {
    double cost = 0; ///< only where asked for
    int right = 0;
    bool complete = true; ///< false: stopped midway
};

class GradientSweep {
public:
    /// `largest`: the most examples of one sweep. All must outlive this.
    GradientSweep(const network::Network& network, const ParameterLayout& layout, const losses::Loss& loss, int largest,
        int threads);

    /// Into how many shares so many examples are divided, by the number of parameters; `together`: they are
    /// coupled.
    static int shareCount(double parameters, int examples, bool together);
    /// Blocks that stay in the cache: a number that depends on the network alone, by its neurons (padded).
    static int blockOf(double neurons);

    /// `layers`: the gradient, and what each layer gives to weights and biases that several share.
    enum class Want { gradient, gradientAndCost, layers, layersAndCost, cost };
    /// `watch` hears of the share of the examples that are done, on any thread.
    SweepResult run(const double* values, const ExampleSet& set, std::span<const int> examples, Want want,
        const std::stop_token& stop, const Watch& watch = {});
    /// What is drawn in the next sweeps; at first what the network draws.
    void setDraws(const network::Draws& draws) { m_draws = draws; }

    /// Of the last sweep: ∂C/∂θ of the mean cost in the layout of the parameters. May be written to.
    std::vector<double>& gradient() { return m_shares.front().gradient; }
    const std::vector<double>& gradient() const { return m_shares.front().gradient; }
    /// After `layers`: what the weights of a layer, and behind them its biases, get from this layer alone. There
    /// unless the layers share and would take too much memory one by one.
    bool tellsLayersApart() const { return m_apart || m_layout.apartTotal == 0; }
    std::span<const double> ofLayer(int layer) const;

private:
    struct Share {
        std::vector<double> gradient, apart;
        BlockSums sums;
        bool complete = true;
    };

    int shareCount(int examples) const { return shareCount(static_cast<double>(m_layout.total), examples, m_together); }
    void runShare(const double* values, const ExampleSet& set, std::span<const int> examples, Want want,
        const std::stop_token& stop, Share& share, ExamplePass& pass);
    void countDone(std::size_t examples);
    void addShares(int count, int examples, bool apart);
    void addLayers();
    bool isApart(Want want) const { return m_apart && (want == Want::layers || want == Want::layersAndCost); }
    /// task(index, worker) for index 0 … count − 1, on threads where so many examples are worth waking them.
    template <class Task>
    void divide(int count, int examples, Task& task);

    std::atomic<std::size_t> m_done = 0; // examples of the present sweep
    std::size_t m_all = 1;
    Watch m_watch; // of the present sweep
    const ParameterLayout& m_layout;
    network::Draws m_draws;
    bool m_apart = false; // the shares have room for each layer that shares its parameters
    bool m_together; // the whole batch in one block: its examples are coupled
    std::vector<double> m_transposed;
    std::vector<Share> m_shares;
    int m_workers; // at most
    std::vector<std::unique_ptr<ExamplePass>> m_passes; // one a worker
};

} // namespace deltascope::gradient
