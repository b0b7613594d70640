// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/silent_errors.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX)
#include <fcntl.h>
#include <unistd.h>
#endif

namespace deltascope::process {

#if defined(Q_OS_UNIX)

namespace {

int g_errors = -1; // standard error while it is shut

} // namespace

SilentErrors::SilentErrors()
{
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nothing < 0)
        return;
    g_errors = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::dup2(nothing, STDERR_FILENO);
    ::close(nothing);
}

SilentErrors::~SilentErrors()
{
    end();
}

void SilentErrors::end()
{
    if (g_errors < 0)
        return;
    ::dup2(g_errors, STDERR_FILENO);
    ::close(g_errors);
    g_errors = -1;
}

#else

SilentErrors::SilentErrors() = default;
SilentErrors::~SilentErrors() = default;
void SilentErrors::end() { }

#endif

} // namespace deltascope::process
