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

/// Trains the present scenario, and pinned ones beside it, each in a session of its own. What has been reached is
/// pulled at display rate; an edit of what a training depends on ends it, one that a training may follow does not.
class TrainingControl : public QObject {
    Q_OBJECT
public:
    explicit TrainingControl(ScenarioStore& store, QObject* parent = nullptr);
    ~TrainingControl() override; ///< ends when every session has come to the end of a block of examples

    /// The present scenario's training, as it was last looked at.
    const training::TrainingState& state() const { return m_state; }
    const std::shared_ptr<const training::TrainingProgress>& progress() const { return m_state.progress; }
    /// The progress of a pinned scenario.
    std::shared_ptr<const training::TrainingProgress> progressOf(const model::Scenario& pinned) const;
    bool isRunning() const { return m_state.running(); }
    /// Why the present scenario cannot be trained, since that was tried.
    const std::optional<Error>& failure() const { return m_state.failure; }
    std::int64_t step() const { return progress() ? progress()->step : 0; }
    double stepsPerSecond() const { return m_stepsPerSecond; } ///< 0: as fast as it goes
    /// Seconds that the rest takes at the present pace; below 0 where nobody knows yet.
    double secondsLeft() const;

    void run();
    void pause();
    void toggle() { isRunning() ? pause() : run(); }
    void stepOnce();
    void rewind(); ///< to the same start, standing still; changes made on the way stay in the scenario
    void runTo(std::int64_t step); ///< from the start again where it is behind
    void setStepsPerSecond(double limit);
    /// The step that an edit in mid-run is for: none is made before this turn of the event loop, or the gesture that it
    /// belongs to, is over.
    std::int64_t suspend();
    /// These scenarios are trained beside the present one; the same ones go on where they are.
    void setCompared(const std::vector<model::Scenario>& scenarios);
    /// Where data are read from; what was trained on others is forgotten.
    void setDataFolder(const data::DataFolder& folder);

signals:
    void progressed(); ///< a newer progress, or none any more
    void stateChanged(); ///< running or not, or another speed
    void failed(const deltascope::Error& error); ///< there is nothing to train on

private:
    struct Compared {
        model::Scenario scenario;
        std::unique_ptr<training::TrainingSession> session;
        std::shared_ptr<const training::TrainingProgress> progress;
        bool stands = true; ///< when it was last looked at
    };

    bool begun() const { return m_state.phase != training::TrainingState::Phase::none; }
    void follow();
    void forget();
    void begin();
    void start(training::TrainingSession& session, const model::Scenario& scenario);
    std::unique_ptr<training::TrainingSession> spareSession();
    void order(void (training::TrainingSession::*command)());
    void ordered(training::TrainingState::Aim aim);
    void look();
    void show(training::TrainingState next);
    bool lookAtCompared();
    void resume();

    ScenarioStore& m_store;
    data::DataFolder m_folder;
    training::TrainingSession m_session;
    training::TrainingState m_state; // of m_session, when it was last looked at
    double m_stepsPerSecond = 0;
    std::list<Compared> m_compared;
    std::vector<std::unique_ptr<training::TrainingSession>>
        m_spare; // without a training: ending their threads would be a wait
    QTimer m_frame;
    QElapsedTimer m_sinceStart;
    std::int64_t m_startStep = 0;
};

} // namespace deltascope::workspace
