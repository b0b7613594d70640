// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace deltascope::process {

/// Runs `end` in the event loop when the process is asked to end (SIGTERM, SIGHUP, SIGINT), so that work can be kept.
/// Call once. `signalNumber` gives the exit code, 128 + signal; 0: not asked.
void onTermination(QObject* context, const std::function<void()>& end);
int terminationSignal();

} // namespace deltascope::process
