// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/data_notice.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "text/language.h"
#include "window/file_commands.h"
#include "window/network_commands.h"
#include "window/widgets/banner.h"
#include "workspace/data_fit.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace deltascope::window {

namespace {

const QString kDataTopic = QStringLiteral("data");

} // namespace

DataNotice::DataNotice(workspace::Workspace& workspace, widgets::Banner& banner, FileCommands& files)
    : QObject(&files)
    , m_workspace(workspace)
    , m_banner(banner)
    , m_files(files)
{
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &DataNotice::follow);
    connect(&workspace.training(), &workspace::TrainingControl::failed, this,
        &DataNotice::say); // also where it was put away
}

void DataNotice::follow()
{
    const results::Snapshot& snapshot = m_workspace.snapshot();
    const std::optional<Error> failure = results::failureOf(snapshot);
    if (failure == m_said)
        return;
    if (failure) {
        say(*failure);
    } else if (snapshot.data) { // else it may fail again: files are read elsewhere
        m_said.reset();
        m_banner.putAway(kDataTopic);
    }
}

/// Of the scenario, or of a pinned one.
bool DataNotice::isNetworkMissing() const
{
    const auto misses = [this](const model::Scenario& scenario) {
        return model::startsFromFile(scenario) && !data::networkOf(scenario, m_workspace.dataFolder());
    };
    return misses(m_workspace.scenario()) || std::ranges::any_of(m_workspace.pins(), misses, &model::Pin::scenario);
}

void DataNotice::say(const Error& failure)
{
    m_said = failure;
    widgets::Notice notice{kDataTopic, [what = failure.what] { return text::toText(what); }, {}, true};
    const model::Scenario& scenario = m_workspace.scenario();
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
    if (failure.fault == Fault::usage && data::sizesFollowFiles(scenario) && !m_workspace.dataFolder().path.empty())
        notice.actions.push_back(
            {[] { return tr("Take the sizes of the file"); }, [fit = &m_workspace.dataFit()] { fit->fit(); }});
    if (isNetworkMissing())
        notice.actions.push_back({[] { return tr("Open the file of the network…"); },
            [networks = &m_files.networks()] { networks->open(); }});
    else if (kind && kind->wantsFolder)
        notice.actions.push_back(
            {[file = kind->usesTable] { return file ? tr("Choose the file…") : tr("Choose the folder…"); },
                [files = &m_files] { files->chooseDataFolder(); }});
    m_banner.say(std::move(notice));
}

} // namespace deltascope::window

#include "moc_data_notice.cpp"
