// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/waits.h"

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <dlfcn.h>
#include <pthread.h>
#include <time.h>
#define DELTASCOPE_SEES_WAITS
#endif

namespace deltascope {

namespace {

thread_local Waits* noted = nullptr;

} // namespace

void noteWaits(Waits* waits)
{
    noted = waits;
}

#ifdef DELTASCOPE_SEES_WAITS

namespace {

void enter(const char* what)
{
    if (Waits* const waits = noted)
        waits->entered.emplace_back(what);
}

/// In which another program's share of the machine is not.
double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// The C library's own function of this name; of a condition's the present version, not the one of 2002.
template <class Function>
Function* original(const char* name)
{
    void* found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
    return reinterpret_cast<Function*>(found ? found : dlsym(RTLD_NEXT, name));
}

} // namespace

#endif

} // namespace deltascope

#ifdef DELTASCOPE_SEES_WAITS

using namespace deltascope;

extern "C" {

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex)
{
    static auto* const wait = original<int(pthread_cond_t*, pthread_mutex_t*)>("pthread_cond_wait");
    enter("a condition");
    return wait(condition, mutex);
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* end)
{
    static auto* const wait =
        original<int(pthread_cond_t*, pthread_mutex_t*, const timespec*)>("pthread_cond_timedwait");
    enter("a condition for some time");
    return wait(condition, mutex, end);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* end)
{
    static auto* const wait =
        original<int(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*)>("pthread_cond_clockwait");
    enter("a condition for some time");
    return wait(condition, mutex, clock, end);
}

int pthread_join(pthread_t thread, void** result)
{
    static auto* const join = original<int(pthread_t, void**)>("pthread_join");
    enter("the end of a thread");
    return join(thread, result);
}

int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept
{
    static auto* const lock = original<int(pthread_mutex_t*)>("pthread_mutex_lock");
    Waits* const waits = noted;
    if (!waits)
        return lock(mutex);
    if (pthread_mutex_trylock(mutex) == 0)
        return 0;
    const double start = processorTime();
    const int result = lock(mutex);
    waits->locked += processorTime() - start;
    return result;
}
}

#endif
