// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/memory_shortage.h"

#include "process/descriptors.h"
#include "process/silent_errors.h"
#include "results/memory_need.h"
#include "text/language.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <system_error>

#if defined(Q_OS_UNIX)
#include <sys/mman.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace deltascope::process {

namespace {

// Made beforehand: at the end there is no memory to make a sentence with.
std::array<char, 512> g_sentence{};
std::atomic<bool> g_refused = false; // an allocation of ours was, and is being handled

[[noreturn]] void endInWords()
{
    SilentErrors::end();
    static_cast<void>(writeSome(kStandardError, g_sentence.data(), std::strlen(g_sentence.data())));
    std::_Exit(static_cast<int>(Fault::internal));
}

/// No 16 MB can be had any more.
bool isShort()
{
    constexpr std::size_t kProbe = 16u << 20;
#if defined(Q_OS_WIN)
    void* place = ::VirtualAlloc(nullptr, kProbe, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (!place)
        return true;
    ::VirtualFree(place, 0, MEM_RELEASE);
#else
    void* place = ::mmap(nullptr, kProbe, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED)
        return true;
    ::munmap(place, kProbe);
#endif
    return false;
}

// Qt allocates in functions that may not throw, above all while it starts: there is nothing left to unwind.
[[noreturn]] void onTerminate()
{
    try {
        if (const std::exception_ptr reason = std::current_exception())
            std::rethrow_exception(reason);
    } catch (const std::bad_alloc&) {
        endInWords();
    } catch (const std::system_error& error) { // no thread
        if (error.code() == std::errc::resource_unavailable_try_again || error.code() == std::errc::not_enough_memory)
            endInWords();
    } catch (...) { // a fault of the program: its core is worth more than a sentence
    }
    std::abort();
}

// An abort, a trap or an access to memory that was never given. With memory left it is a fault of the program.
void onFault(int signal)
{
    if (g_refused || isShort())
        endInWords();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void onNoMemory()
{
    g_refused = true;
    std::set_new_handler(nullptr);
    throw std::bad_alloc();
}

void catchFaults()
{
#if defined(Q_OS_WIN)
    for (const int signal : {SIGABRT, SIGSEGV})
        std::signal(signal, onFault);
#else
    static std::array<char, 1 << 16> stack; // of its own: the program's may be what could not grow
    stack_t alternative{};
    alternative.ss_sp = stack.data();
    alternative.ss_size = stack.size();
    ::sigaltstack(&alternative, nullptr);
    struct sigaction action { };
    action.sa_handler = onFault;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    for (const int signal : {SIGABRT, SIGTRAP, SIGSEGV, SIGBUS}) {
        struct sigaction present { };
        ::sigaction(signal, nullptr, &present);
        if (present.sa_handler == SIG_DFL) // a sanitizer's own has more to say
            ::sigaction(signal, &action, nullptr);
    }
#endif
}

} // namespace

Error notEnoughMemory()
{
    return outOfMemory();
}

void endInWordsWithoutMemory(const char* program)
{
    const QByteArray sentence = QByteArray(program) + ": " + text::toText(notEnoughMemory().what).toUtf8() + '\n';
    qstrncpy(g_sentence.data(), sentence.constData(), g_sentence.size());
    std::set_terminate(onTerminate);
    std::set_new_handler(onNoMemory);
    catchFaults();
}

} // namespace deltascope::process
