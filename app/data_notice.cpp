// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_notice.h"

#include "banner.h"
#include "data_fit.h"
#include "datasets/dataset_kind.h"
#include "file_commands.h"
#include "registry.h"
#include "render/language.h"
#include "training_control.h"
#include "workspace.h"

namespace deltascope {

namespace {

const QString kTopic = QStringLiteral("data");

} // namespace

DataNotice::DataNotice(Workspace& workspace, Banner& banner, FileCommands& files)
    : QObject(&files)
    , m_workspace(workspace)
    , m_banner(banner)
    , m_files(files)
{
    connect(&workspace, &Workspace::snapshotChanged, this, &DataNotice::follow);
    connect(&workspace.training(), &TrainingControl::failed, this, &DataNotice::say); // also where it was put away
}

void DataNotice::follow()
{
    const Snapshot& snapshot = m_workspace.snapshot();
    const std::optional<Error> failure = failureOf(snapshot);
    if (failure == m_said)
        return;
    if (failure) {
        say(*failure);
    } else if (snapshot.data) { // else it may fail again: files are read elsewhere
        m_said.reset();
        m_banner.putAway(kTopic);
    }
}

void DataNotice::say(const Error& failure)
{
    m_said = failure;
    Notice notice{kTopic, [what = failure.what] { return toText(what); }, {}, true};
    const Scenario& scenario = m_workspace.scenario();
    const DatasetKind* kind = findKind(datasetsRegistry(), scenario.data);
    if (failure.fault == Fault::usage && sizesFollowFiles(scenario) && !m_workspace.dataFolder().path.empty())
        notice.actions.push_back(
            {[] { return tr("Take the sizes of the file"); }, [fit = &m_workspace.dataFit()] { fit->fit(); }});
    if (kind && kind->wantsFolder)
        notice.actions.push_back(
            {[file = kind->standIn.empty()] { return file ? tr("Choose the file…") : tr("Choose the folder…"); },
                [files = &m_files] { files->chooseDataFolder(); }});
    m_banner.say(std::move(notice));
}

} // namespace deltascope
