// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/termination.h"

#include <QSocketNotifier>
#include <QtGlobal>

#include <atomic>

#if defined(Q_OS_UNIX)
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace deltascope::process {

namespace {

std::atomic<int> caught{0}; // the signal that asked; written by the handler

#if defined(Q_OS_UNIX)
int sockets[2] = {-1, -1};

extern "C" void wake(int signalNumber)
{
    caught = signalNumber;
    const char byte = 1;
    if (::write(sockets[0], &byte, 1) < 0) // nothing can be done about it in a handler
        return;
}
#endif

} // namespace

void onTermination(QObject* context, const std::function<void()>& end)
{
#if defined(Q_OS_UNIX)
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) != 0)
        return;
    auto* notifier = new QSocketNotifier(sockets[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [notifier, end] {
        notifier->setEnabled(false);
        end();
    });
    for (const int number : {SIGTERM, SIGHUP, SIGINT})
        std::signal(number, wake);
    std::signal(SIGXFSZ, SIG_IGN); // a full quota is an error to report, not an end
#else
    Q_UNUSED(context);
    Q_UNUSED(end);
#endif
}

int terminationSignal()
{
    return caught;
}

} // namespace deltascope::process
