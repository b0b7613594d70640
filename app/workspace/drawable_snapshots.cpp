// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/drawable_snapshots.h"

#include <algorithm>

namespace deltascope::workspace {

namespace {

constexpr double kLargestLeft = 64e6; // bytes of network and data that are kept when their scenario is left
constexpr std::size_t kMostLeft = 64; // times at which a scenario was left

} // namespace

void DrawableSnapshots::remember(
    const std::shared_ptr<const results::Snapshot>& snapshot, const std::set<results::Needs>& figures)
{
    std::erase_if(m_known, [&](const auto& known) { return !figures.contains(known.first); });
    for (const results::Needs wanted : figures) {
        std::shared_ptr<const results::Snapshot>& known = m_known[wanted];
        if (results::isDrawable(*snapshot, wanted) && (!known || known->generation <= snapshot->generation))
            known = snapshot;
        if (!known)
            m_known.erase(wanted);
    }
}

void DrawableSnapshots::leaveScenario(std::uint64_t generation, Clock::time_point now)
{
    for (auto& [figure, known] : m_known)
        if (known->generation < generation && sizeOf(*known) > kLargestLeft) {
            auto rest = std::make_shared<results::Snapshot>(*known);
            rest->network.reset();
            rest->data.reset();
            known = std::move(rest);
        }
    m_left.emplace_back(generation, now);
    if (m_left.size() > kMostLeft)
        m_left.pop_front();
}

const results::Snapshot* DrawableSnapshots::newest(results::Needs wanted) const
{
    const results::Snapshot* newest = nullptr;
    for (const auto& [figure, snapshot] : m_known)
        if (results::isDrawable(*snapshot, wanted) && (!newest || snapshot->generation > newest->generation))
            newest = snapshot.get();
    return newest;
}

DrawableSnapshots::Clock::duration DrawableSnapshots::outdatedFor(std::uint64_t generation, Clock::time_point now) const
{
    const auto later = std::ranges::find_if(m_left, [&](const auto& left) { return left.first > generation; });
    return later == m_left.end() ? Clock::duration::zero() : now - later->second;
}

double sizeOf(const results::Snapshot& snapshot)
{
    double values = snapshot.network ? static_cast<double>(snapshot.network->values().size()) : 0;
    if (snapshot.data)
        for (const Eigen::MatrixXd* matrix : {&snapshot.data->inputs, &snapshot.data->targets,
                 &snapshot.data->heldOutInputs, &snapshot.data->heldOutTargets})
            values += static_cast<double>(matrix->size());
    return values * sizeof(double);
}

} // namespace deltascope::workspace
