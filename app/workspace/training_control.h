// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/training_session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <list>
#include <memory>
#include <vector>

namespace deltascope::workspace {

class ScenarioStore;

/// Trains the present scenario, and pinned ones beside it, each on a thread of its own. What has been reached is pulled
/// at display rate; an edit of what a training depends on ends it, one that a training may follow does not.
class TrainingControl : public QObject {
    Q_OBJECT
public:
    explicit TrainingControl(ScenarioStore& store, QObject* parent = nullptr);
    ~TrainingControl() override;

    /// How far the present scenario's training has come; nullptr before there is one.
    const std::shared_ptr<const training::TrainingProgress>& progress() const { return m_progress; }
    /// The same of a pinned scenario.
    std::shared_ptr<const training::TrainingProgress> progressOf(const model::Scenario& pinned) const;
    bool isRunning() const { return m_running; }
    /// Why the present scenario cannot be trained, since that was tried.
    const std::optional<Error>& failure() const { return m_failure; }
    std::int64_t step() const { return m_progress ? m_progress->step : 0; }
    double stepsPerSecond() const { return m_stepsPerSecond; } ///< 0: as fast as it goes
    /// Seconds that the rest takes at the present pace; below 0 where nobody knows yet.
    double secondsLeft() const;

    void run();
    void pause();
    void toggle() { m_running ? pause() : run(); }
    void stepOnce();
    void rewind(); ///< to the same start, standing still; changes made on the way stay in the scenario
    void runTo(std::int64_t step); ///< from the start again where it is behind
    void setStepsPerSecond(double limit);
    /// These scenarios are trained beside the present one; the same ones go on where they are.
    void setCompared(const std::vector<model::Scenario>& scenarios);
    /// Where data are read from; what was trained on others is forgotten.
    void setDataFolder(const data::DataFolder& folder);

signals:
    void progressed(); ///< a newer progress, or none any more
    void stateChanged(); ///< running or not, or another speed
    void failed(const deltascope::Error& error); ///< there is nothing to train on

private:
    struct ComparedTraining {
        model::Scenario scenario;
        std::unique_ptr<training::TrainingSession> session;
        std::shared_ptr<const training::TrainingProgress> progress;
    };

    struct EndingSession {
        std::shared_ptr<std::atomic<bool>> ended = std::make_shared<std::atomic<bool>>(false);
        std::jthread thread;
    };

    void follow();
    void forget();
    void fail(const Error& failure);
    void endElsewhere(std::unique_ptr<training::TrainingSession> session);
    void begin();
    void start(training::TrainingSession& session, const model::Scenario& scenario);
    void order(void (training::TrainingSession::*command)());
    void setOut(std::int64_t target);
    void setRunning(bool running);
    void poll();
    bool pollCompared();
    std::int64_t suspend();
    void resume();

    ScenarioStore& m_store;
    data::DataFolder m_folder;
    training::TrainingSession m_session;
    model::Scenario m_scenario; // that m_session trains
    bool m_begun = false;
    bool m_running = false;
    std::int64_t m_target = 0; // of what is running
    std::uint64_t m_outdated = 0; // generation of the progress before it was ordered
    bool m_suspended = false; // until an edit during the training is done
    double m_stepsPerSecond = 0;
    std::shared_ptr<const training::TrainingProgress> m_progress;
    std::optional<Error> m_failure;
    std::list<ComparedTraining> m_compared;
    std::list<EndingSession> m_ending; // sessions that are ending
    QTimer m_frame;
    QElapsedTimer m_sinceStart;
    std::int64_t m_startStep = 0;
};

} // namespace deltascope::workspace
