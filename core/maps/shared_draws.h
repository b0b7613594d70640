// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/column_networks.h"
#include "model/scenario.h"
#include "network/drawn_normals.h"

#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace deltascope::maps {

/// The random numbers behind the networks of a map: cells that differ in scales alone share them. It keeps what the
/// memory allows; what it does not keep is drawn again, to the same bits.
class SharedDraws {
public:
    explicit SharedDraws(double bytes)
        : m_spare(bytes)
    {
    }

    /// Of the scenario's seed; nullptr where its rule draws no normal numbers that could be shared.
    std::shared_ptr<const network::DrawnNormals> of(const model::Scenario& scenario);

private:
    using Key = std::pair<std::int64_t, std::vector<int>>; // seed and sizes

    std::mutex m_mutex; // of what follows
    double m_spare; // bytes that may still be taken
    std::map<Key, std::shared_ptr<const network::DrawnNormals>> m_drawn;
};

/// Buffers of passes that are over, for those to come: as many as there are threads.
class SharedStorage {
public:
    evaluation::ColumnStorage take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty())
            return {};
        evaluation::ColumnStorage last = std::move(m_free.back());
        m_free.pop_back();
        return last;
    }
    void give(evaluation::ColumnStorage storage)
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(storage));
    }

private:
    std::mutex m_mutex; // of m_free
    std::vector<evaluation::ColumnStorage> m_free;
};

} // namespace deltascope::maps
