// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot.h"

#include <functional>
#include <vector>

namespace deltascope {

/// What is known of the pinned scenarios, in whatever order; of each as long as a pin with that scenario exists.
class PinnedResults {
public:
    /// Puts these in, over or beside what is known of the same scenarios.
    void keep(const std::vector<PinnedResult>& results);
    const PinnedResult* of(const Pin& pin) const; ///< nullptr: nothing is known of it
    void forgetAllBut(const std::vector<Pin>& pins);
    void clear() { m_known.clear(); }
    std::size_t count() const { return m_known.size(); }

    /// Those of these pins, in their order and under their names, with the training that `courseOf` knows.
    std::vector<PinnedResult> all(const std::vector<Pin>& pins,
        const std::function<std::shared_ptr<const TrainingProgress>(const Scenario&)>& courseOf) const;

private:
    std::vector<PinnedResult> m_known;
};

} // namespace deltascope
