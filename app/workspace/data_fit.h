// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace deltascope::workspace {

class Workspace;

/// Sizes that follow the user's files: where other data are chosen, or another file, the numbers of inputs and outputs
/// become those of the file, within the step that chose the data. Files are read on a thread of its own.
class DataFit : public QObject {
    Q_OBJECT
public:
    explicit DataFit(Workspace& workspace);
    ~DataFit() override;

    /// The present scenario, as soon as its files are read; the newest wish wins. Nothing where no file decides.
    void fit();

private:
    struct Request {
        model::Scenario scenario;
        data::DataFolder folder;
    };

    void work(const std::stop_token& stop);
    void take();

    Workspace& m_workspace;
    std::mutex m_mutex; // protects the four below
    std::condition_variable_any m_wake;
    std::optional<Request> m_request;
    std::stop_source m_reading;
    std::optional<std::pair<Request, data::DataSizes>> m_found;
    std::optional<std::jthread> m_thread; // from the first wish on; last: it ends first
};

} // namespace deltascope::workspace
