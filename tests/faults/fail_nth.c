/* SPDX-License-Identifier: GPL-3.0-or-later
   Preloaded: makes the Nth call of one kind fail, or kills the process there. FAULT=KIND:N:ERRNO, KIND one of
   open, write, sync, rename, alloc, allany; ERRNO a number, or "kill". Only calls that save are counted: files opened
   for writing, and what is written to them; allocations from the first such open on, all of them with allany. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static const char* wanted;
static size_t wanted_length;
static long countdown = -1;
static int error_number;
static int kills;
static int saving; /* a file was opened for writing */
static char ours[4096]; /* descriptors opened for writing */

__attribute__((constructor)) static void read_fault(void)
{
    const char* fault = getenv("FAULT");
    const char* colon = fault ? strchr(fault, ':') : NULL;
    if (!colon)
        return;
    const char* second = strchr(colon + 1, ':');
    kills = second && strcmp(second + 1, "kill") == 0;
    error_number = second && !kills ? atoi(second + 1) : EIO;
    countdown = atol(colon + 1);
    wanted_length = (size_t)(colon - fault);
    wanted = fault;
}

/* Tells the caller that there was no Nth call. */
__attribute__((destructor)) static void say_unreached(void)
{
    if (wanted && countdown > 0)
        dprintf(STDOUT_FILENO, "unreached\n");
}

static int fails(const char* kind)
{
    if (!wanted || strlen(kind) != wanted_length || strncmp(kind, wanted, wanted_length) != 0)
        return 0;
    if (__atomic_sub_fetch(&countdown, 1, __ATOMIC_SEQ_CST) != 0)
        return 0;
    if (kills)
        raise(SIGKILL);
    errno = error_number;
    return 1;
}

static int is_ours(int fd)
{
    return fd >= 0 && fd < (int)sizeof ours && ours[fd];
}

#define REAL(name)                                                                                                     \
    static __typeof__(&name) real;                                                                                     \
    if (!real)                                                                                                         \
    real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opens_for_saving(const char* path, int flags)
{
    return (flags & (O_WRONLY | O_RDWR)) != 0 && strncmp(path, "/dev/", 5) != 0;
}

static int opened(int fd)
{
    if (fd >= 0 && fd < (int)sizeof ours)
        ours[fd] = 1;
    saving = 1;
    return fd;
}

#define OPEN(name)                                                                                                     \
    int name(const char* path, int flags, ...)                                                                         \
    {                                                                                                                  \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        const mode_t mode = va_arg(more, mode_t);                                                                      \
        va_end(more);                                                                                                  \
        REAL(name);                                                                                                    \
        if (!opens_for_saving(path, flags))                                                                            \
            return real(path, flags, mode);                                                                            \
        return fails("open") ? -1 : opened(real(path, flags, mode));                                                   \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                   \
    int name(int folder, const char* path, int flags, ...)                                                             \
    {                                                                                                                  \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        const mode_t mode = va_arg(more, mode_t);                                                                      \
        va_end(more);                                                                                                  \
        REAL(name);                                                                                                    \
        if (!opens_for_saving(path, flags))                                                                            \
            return real(folder, path, flags, mode);                                                                    \
        return fails("open") ? -1 : opened(real(folder, path, flags, mode));                                           \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd)
{
    REAL(close);
    if (fd >= 0 && fd < (int)sizeof ours)
        ours[fd] = 0;
    return real(fd);
}

ssize_t write(int fd, const void* bytes, size_t count)
{
    REAL(write);
    return is_ours(fd) && fails("write") ? -1 : real(fd, bytes, count);
}

int fsync(int fd)
{
    REAL(fsync);
    return is_ours(fd) && fails("sync") ? -1 : real(fd);
}

int fdatasync(int fd)
{
    REAL(fdatasync);
    return is_ours(fd) && fails("sync") ? -1 : real(fd);
}

int rename(const char* from, const char* to)
{
    REAL(rename);
    return fails("rename") ? -1 : real(from, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags)
{
    REAL(renameat2);
    return fails("rename") ? -1 : real(from_folder, from, to_folder, to, flags);
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags)
{
    REAL(linkat);
    return fails("rename") ? -1 : real(from_folder, from, to_folder, to, flags);
}

extern void* __libc_malloc(size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_calloc(size_t, size_t);

static int no_memory(void)
{
    return fails("allany") || (saving && fails("alloc"));
}
void* malloc(size_t size)
{
    return no_memory() ? NULL : __libc_malloc(size);
}
void* realloc(void* block, size_t size)
{
    return no_memory() ? NULL : __libc_realloc(block, size);
}
void* calloc(size_t count, size_t size)
{
    return no_memory() ? NULL : __libc_calloc(count, size);
}
