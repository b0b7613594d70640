// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/store/scenario_store.h"
#include "workspace/training_control.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <gtest/gtest.h>

using namespace deltascope;
using namespace deltascope::workspace;

namespace training_control_test {

model::Scenario trainedFor(int epochs)
{
    model::Scenario scenario;
    scenario.width = 8;
    scenario.examples = 10;
    scenario.batch = 10;
    scenario.epochs = epochs;
    return scenario;
}

// The last steps of a pin's training may be made while the window is busy with what it was just told.
TEST(TrainingControl, APinThatEndsWhileOthersAreToldOfProgressShowsItsLastStep)
{
    ScenarioStore store;
    store.reset(trainedFor(1));
    TrainingControl training(store);
    training.setStepsPerSecond(50);
    const model::Scenario pinned = trainedFor(10);
    training.setCompared({pinned});
    const auto finished = [&] {
        const auto progress = training.progressOf(pinned);
        return progress && progress->finished();
    };
    QObject::connect(&training, &TrainingControl::progressed, [&] {
        if (!training.isRunning() && !finished())
            QThread::msleep(600); // the pin's training ends meanwhile
    });
    training.run();
    const QDeadlineTimer limit(10'000);
    while (!finished() && !limit.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    EXPECT_TRUE(finished());
}

} // namespace training_control_test
