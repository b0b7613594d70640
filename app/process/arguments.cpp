// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/arguments.h"

#if defined(Q_OS_WIN)
#include <windows.h>

#include <shellapi.h>
#endif

namespace deltascope::process {

QStringList arguments([[maybe_unused]] int argc, [[maybe_unused]] char** argv)
{
    QStringList given;
#if defined(Q_OS_WIN)
    int count = 0;
    wchar_t** const words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    for (int i = 1; words && i < count; ++i)
        given << QString::fromWCharArray(words[i]);
    ::LocalFree(words);
#else
    for (int i = 1; i < argc; ++i)
        given << QString::fromUtf8(argv[i]);
#endif
    return given;
}

} // namespace deltascope::process
