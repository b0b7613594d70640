// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/descriptors.h"

#include <QtGlobal>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#if defined(Q_OS_WIN)
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#endif

namespace deltascope::process {

#if defined(Q_OS_WIN)

namespace {

UINT g_codePage = 0; // of the console, before us

bool isOpen(DWORD stream)
{
    const HANDLE handle = ::GetStdHandle(stream);
    return handle && handle != INVALID_HANDLE_VALUE && ::GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

} // namespace

std::ptrdiff_t writeSome(int descriptor, const char* bytes, std::size_t count)
{
    constexpr std::size_t kMost = 1 << 30; // that one call takes
    const int taken = ::_write(descriptor, bytes, static_cast<unsigned>(std::min(count, kMost)));
    if (taken != 0 || count == 0)
        return taken;
    errno = ENOSPC; // a full disk takes nothing, and there that is no error
    return -1;
}

void prepareStandardStreams()
{
    const bool output = isOpen(STD_OUTPUT_HANDLE), errors = isOpen(STD_ERROR_HANDLE); // to a file or a pipe
    if (!output && !errors && ::AttachConsole(ATTACH_PARENT_PROCESS)) {
        static_cast<void>(std::freopen("CONOUT$", "w", stdout));
        static_cast<void>(std::freopen("CONOUT$", "w", stderr));
    }
    for (const int stream : {kStandardInput, kStandardOutput, kStandardError})
        ::_setmode(stream, _O_BINARY);
    g_codePage = ::GetConsoleOutputCP();
    if (::SetConsoleOutputCP(CP_UTF8))
        std::atexit([] { ::SetConsoleOutputCP(g_codePage); }); // the console is our caller's
}

void showError(const QString& sentence)
{
    if (isOpen(STD_ERROR_HANDLE) || ::GetConsoleWindow())
        std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    else
        ::MessageBoxW(nullptr, sentence.toStdWString().c_str(), L"Deltascope", MB_OK | MB_ICONERROR);
}

#else

std::ptrdiff_t writeSome(int descriptor, const char* bytes, std::size_t count)
{
    return ::write(descriptor, bytes, count);
}

void prepareStandardStreams() { }

void showError(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
}

#endif

} // namespace deltascope::process
