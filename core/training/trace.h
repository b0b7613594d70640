// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 11.10.
#pragma once

#include "numerics/scaled.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace deltascope::training {

/// One layer in a record of a training.
struct LayerTrace {
    numerics::Scaled biasSpeed; ///< ‖∂C/∂b‖ over the training examples: the norm of the mean δ
    numerics::Scaled weightSpeed; ///< ‖∂C/∂w‖_F
    // Over the neurons and the first 300 examples (fewer in networks of very many neurons):
    double mean = 0, deviation = 0; ///< of the activations
    double percentile98 = 0; ///< of the activations
    double saturated = 0; ///< share whose |f′(z)| is below a twentieth of its maximum
    /// log10 ‖Δw‖/‖w‖ of the step that follows; nothing where that is 0 or no step has followed yet.
    std::optional<double> logUpdate = {};
    /// log10 |∂C/∂w| of single weights: percentiles over those (at most about 1000, evenly chosen) where it is not 0.
    std::optional<double> logGradient05 = {}, logGradient50 = {}, logGradient95 = {};
    bool operator==(const LayerTrace&) const = default;
};

/// What is noted of a training before the step with this number.
struct TraceRecord {
    std::int64_t step = 0;
    std::int64_t epoch = 0;
    numerics::Scaled cost = {}; ///< mean over the training examples, without the λ term
    std::optional<double> accuracy = {}; ///< share of the training examples; nothing where targets are no classes
    std::optional<double> heldOutCost = {}; ///< nothing without held-out examples, or beyond doubles
    std::optional<double> heldOutAccuracy = {};
    bool operator==(const TraceRecord&) const = default;
};

/// The course of a training in bounded memory: every stride-th record, and the stride doubles whenever it is full. The
/// first record is always kept.
class Trace {
public:
    Trace() = default;
    /// `capacity` 0: as many records as some ten megabytes hold, at most 1024.
    explicit Trace(int depth, std::size_t capacity = 0);

    /// True where the record with this number (0 is the first; each is asked for once, in order) would be kept.
    bool wants(std::int64_t number) const { return number % m_stride == 0; }
    /// Keeps a record that was wanted. `layers`: layer 1 … depth.
    void add(const TraceRecord& record, std::span<const LayerTrace> layers);
    void clear();

    int depth() const { return m_depth; }
    std::size_t size() const { return m_records.size(); }
    std::int64_t stride() const { return m_stride; }
    const TraceRecord& record(std::size_t i) const { return m_records[i]; }
    std::span<const LayerTrace> layers(std::size_t i) const
    {
        const auto depth = static_cast<std::size_t>(m_depth);
        return {m_layers.data() + i * depth, depth};
    }
    const LayerTrace& layer(std::size_t i, int l) const { return layers(i)[static_cast<std::size_t>(l - 1)]; }
    /// Of the newest record.
    std::span<LayerTrace> newest();
    bool operator==(const Trace&) const = default;

private:
    void thinOut();

    int m_depth = 0;
    std::size_t m_capacity = 0;
    std::int64_t m_stride = 1;
    std::vector<TraceRecord> m_records;
    std::vector<LayerTrace> m_layers; // of each record, layer by layer
};

} // namespace deltascope::training
