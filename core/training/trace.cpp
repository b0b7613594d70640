// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/trace.h"

#include <algorithm>
#include <cassert>

namespace deltascope::training {

namespace {

constexpr std::size_t kBytes = 16'000'000;
constexpr std::size_t kMost = 1024, kFewest = 16;

} // namespace

Trace::Trace(int depth, std::size_t capacity)
    : m_depth(depth)
    , m_capacity(capacity != 0
              ? capacity
              : std::clamp(kBytes / (sizeof(LayerTrace) * static_cast<std::size_t>(depth)), kFewest, kMost))
{
    m_capacity += m_capacity % 2;
    m_records.reserve(m_capacity);
    m_layers.reserve(m_capacity * static_cast<std::size_t>(depth));
}

void Trace::add(const TraceRecord& record, std::span<const LayerTrace> layers)
{
    assert(layers.size() == static_cast<std::size_t>(m_depth));
    if (m_records.size() == m_capacity)
        thinOut();
    m_records.push_back(record);
    m_layers.insert(m_layers.end(), layers.begin(), layers.end());
}

void Trace::thinOut()
{
    const auto depth = static_cast<std::ptrdiff_t>(m_depth);
    const std::size_t half = m_records.size() / 2;
    for (std::size_t i = 1; i < half; ++i) {
        m_records[i] = m_records[2 * i];
        const auto from = m_layers.begin() + static_cast<std::ptrdiff_t>(2 * i) * depth;
        std::copy_n(from, depth, m_layers.begin() + static_cast<std::ptrdiff_t>(i) * depth);
    }
    m_records.resize(half);
    m_layers.resize(half * static_cast<std::size_t>(m_depth));
    m_stride *= 2;
}

void Trace::clear()
{
    m_records.clear();
    m_layers.clear();
    m_stride = 1;
}

std::span<LayerTrace> Trace::newest()
{
    const auto depth = static_cast<std::size_t>(m_depth);
    return {m_layers.data() + m_layers.size() - depth, depth};
}

} // namespace deltascope::training
