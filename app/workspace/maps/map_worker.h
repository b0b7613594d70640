// SPDX-License-Identifier: GPL-3.0-or-later
// The thread on which the cells of a map are computed. No Qt: shared state only behind a std::mutex.
#pragma once

#include "base/result.h"
#include "data/dataset.h"
#include "model/document.h"
#include "results/map_cells.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace deltascope::workspace {

/// Computes the cells of one map after the other, coarse to fine; a newer request ends the one before at once. What has
/// been reached is pulled.
class MapWorker {
public:
    struct Request {
        std::uint64_t generation = 0;
        model::Document document; ///< its question has a map that maps::problemOf finds nothing wrong with
        data::DataFolder folder = {};
        std::vector<std::shared_ptr<const results::MapCells>> known = {}; ///< sameCells: not computed again
    };
    struct State {
        std::uint64_t generation = 0; ///< of the request that the rest is about
        std::shared_ptr<const results::MapCells> cells = {}; ///< null where none is there yet
        bool ended = false; ///< with every cell, or with a failure
        std::optional<Error> failure = {};
    };

    MapWorker();
    ~MapWorker(); ///< stops what runs; returns when the thread has ended

    void submit(Request request);
    void cancel(); ///< nothing is wanted any more; what was reached stays
    State state() const;

private:
    void run(const std::stop_token& stop);
    void compute(const Request& request, const std::stop_token& stop);
    void put(State state);

    mutable std::mutex m_mutex; // protects everything below
    std::condition_variable_any m_wake;
    std::optional<Request> m_waiting;
    std::stop_source m_running;
    State m_state;
    std::jthread m_thread; // last: starts when the rest is there
};

} // namespace deltascope::workspace
