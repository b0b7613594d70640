// SPDX-License-Identifier: GPL-3.0-or-later
// Of a workspace: the user's data and networks, on which all results depend.
#include "workspace/training_control.h"
#include "workspace/workspace.h"

namespace deltascope::workspace {

void Workspace::setDataFolder(const data::DataFolder& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_shownNetwork = m_newestNetwork = {}; // what was trained is forgotten
    m_drawable.clear(); // it was of other data
    m_training->setDataFolder(folder);
    m_snapshot.reset(); // so were its results, and those that are on their way
    m_firstOfFolder = m_generation + 1;
    evaluateNow();
    emit snapshotChanged();
}

void Workspace::setDataPath(std::string path)
{
    data::DataFolder folder = m_folder;
    folder.path = std::move(path);
    setDataFolder(folder);
}

void Workspace::addNetwork(std::shared_ptr<const imported::ImportedNetwork> network)
{
    constexpr std::size_t kMostOpen = 8;
    data::DataFolder folder = m_folder;
    std::erase_if(folder.networks, [&](const auto& known) { return known->fingerprint == network->fingerprint; });
    if (folder.networks.size() == kMostOpen)
        folder.networks.erase(folder.networks.begin());
    folder.networks.push_back(std::move(network));
    setDataFolder(folder);
}

} // namespace deltascope::workspace
