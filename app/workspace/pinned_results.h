// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/snapshot.h"

#include <functional>
#include <vector>

namespace deltascope::workspace {

/// What is known of the pinned scenarios, in whatever order; of each as long as a pin with that scenario exists.
class PinnedResults {
public:
    /// Puts these in, over or beside what is known of the same scenarios.
    void keep(const std::vector<results::PinnedResult>& results);
    const results::PinnedResult* of(const model::Pin& pin) const; ///< nullptr: nothing is known of it
    void forgetAllBut(const std::vector<model::Pin>& pins);
    void clear() { m_known.clear(); }
    std::size_t count() const { return m_known.size(); }

    /// Those of these pins, in their order and under their names, with the training that `courseOf` knows.
    std::vector<results::PinnedResult> all(const std::vector<model::Pin>& pins,
        const std::function<std::shared_ptr<const training::TrainingProgress>(const model::Scenario&)>& courseOf) const;

private:
    std::vector<results::PinnedResult> m_known;
};

} // namespace deltascope::workspace
