// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/data_fit.h"

#include "parameters/parameters.h"
#include "parameters/sizes_from_data.h"
#include "workspace/workspace.h"

#include <QMetaObject>

namespace deltascope::workspace {

DataFit::DataFit(Workspace& workspace)
    : m_workspace(workspace)
{
    connect(&workspace.store(), &ScenarioStore::dataChosen, this, &DataFit::fit);
}

DataFit::~DataFit()
{
    if (m_thread)
        m_thread->request_stop();
    const std::lock_guard lock(m_mutex);
    m_reading.request_stop();
}

void DataFit::fit()
{
    const model::Scenario& scenario = m_workspace.scenario();
    if (!data::sizesFollowFiles(scenario) || m_workspace.dataFolder().path.empty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_reading.request_stop();
        m_request = Request{scenario, m_workspace.dataFolder()};
    }
    m_wake.notify_one();
    if (!m_thread)
        m_thread.emplace([this](const std::stop_token& stop) { work(stop); });
}

void DataFit::work(const std::stop_token& stop)
{
    for (;;) {
        std::optional<Request> wish;
        std::stop_token reading;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_request.has_value(); }))
                return;
            wish.swap(m_request);
            m_reading = std::stop_source();
            reading = m_reading.get_token();
            if (stop.stop_requested())
                return;
        }
        Result<data::DataSizes> sizes = data::dataSizes(wish->scenario, wish->folder, reading);
        if (!sizes || reading.stop_requested())
            continue; // the scenario's own results say what is wrong with the file
        {
            const std::lock_guard lock(m_mutex);
            m_found.emplace(*std::move(wish), *std::move(sizes));
        }
        QMetaObject::invokeMethod(this, &DataFit::take, Qt::QueuedConnection);
    }
}

void DataFit::take()
{
    std::optional<std::pair<Request, data::DataSizes>> found;
    {
        const std::lock_guard lock(m_mutex);
        found.swap(m_found);
    }
    const model::Scenario& now = m_workspace.scenario();
    if (!found || found->first.scenario.data != now.data || found->first.folder != m_workspace.dataFolder())
        return;
    const Result<model::Scenario> next = parameters::withSizes(now, found->second);
    if (!next) {
        m_workspace.report(next.error());
    } else if (const std::optional<Error> error = parameters::validate(*next)) {
        m_workspace.report(*error);
    } else {
        m_workspace.store().amend(tr("Take the sizes of the data"), *next);
    }
}

} // namespace deltascope::workspace

#include "moc_data_fit.cpp"
