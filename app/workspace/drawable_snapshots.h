// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/snapshot.h"

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <set>

namespace deltascope::workspace {

/// Of each figure's needs the last snapshot that could be drawn: what a figure shows while newer results are on their
/// way. One for each distinct need of a visible figure; once its scenario is left, without a large network and data.
class DrawableSnapshots {
public:
    using Clock = std::chrono::steady_clock;

    /// Keeps it for those of `figures` that can be drawn with it, and forgets what no figure needs.
    void remember(const std::shared_ptr<const results::Snapshot>& snapshot, const std::set<results::Needs>& figures);
    /// The scenario is another one from this generation on.
    void leaveScenario(std::uint64_t generation, Clock::time_point now = Clock::now());
    void clear() { m_known.clear(); }

    const results::Snapshot* newest(results::Needs wanted) const;
    /// How long the scenario of that generation has been left; 0 where it is the present one.
    Clock::duration outdatedFor(std::uint64_t generation, Clock::time_point now = Clock::now()) const;
    std::size_t count() const { return m_known.size(); }

private:
    std::map<results::Needs, std::shared_ptr<const results::Snapshot>> m_known;
    std::deque<std::pair<std::uint64_t, Clock::time_point>> m_left; // oldest first
};

/// Bytes of its network and its data, which are most of it.
double sizeOf(const results::Snapshot& snapshot);

} // namespace deltascope::workspace
