// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/file.h"

#include "reading/file_path.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#if defined(_WIN32)
#include <filesystem>
#include <io.h>
#endif

namespace deltascope::reading {

namespace {

#if defined(_WIN32)

using Status = struct _stat64;

int statusOf(int file, Status& status)
{
    return ::_fstat64(file, &status);
}

/// Windows takes a name of more than 259 characters only where it is whole and begins in this way.
std::filesystem::path longName(const std::filesystem::path& name)
{
    constexpr std::size_t kMost = 259;
    std::error_code error;
    std::filesystem::path whole = std::filesystem::absolute(name, error).lexically_normal().make_preferred();
    if (error || whole.native().size() <= kMost || whole.native().starts_with(L"\\\\"))
        return name;
    return L"\\\\?\\" + whole.native();
}

/// Windows keeps names in UTF-16 and turns line ends of text files.
int openToRead(const std::string& path)
{
    const std::filesystem::path name = longName(pathOf(path));
    std::error_code ignored;
    if (std::filesystem::is_directory(name, ignored)) // to be named as one: it cannot be opened
        return ::_open("NUL", _O_RDONLY | _O_BINARY | _O_NOINHERIT);
    return ::_wopen(name.c_str(), _O_RDONLY | _O_BINARY | _O_NOINHERIT);
}

int standardInput()
{
    ::_setmode(STDIN_FILENO, _O_BINARY);
    return STDIN_FILENO;
}

#else

using Status = struct stat;

int statusOf(int file, Status& status)
{
    return ::fstat(file, &status);
}

/// Without O_NONBLOCK, opening a FIFO waits for a writer.
int openToRead(const std::string& path)
{
    return ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

int standardInput()
{
    return STDIN_FILENO;
}

#endif

struct Descriptor {
    int number = -1;
    bool owned = true;
    ~Descriptor()
    {
        if (owned && number >= 0)
            ::close(number);
    }
};

Error unreadable(const std::string& path, Message reason)
{
    return {Fault::unreadable, {translatable("core", "Cannot read “%1”: %2"), {path, std::move(reason)}}};
}

Error systemError(const std::string& path)
{
    return unreadable(path, {translatable("core", "%1."), {std::strerror(errno)}});
}

Error tooLarge(const std::string& path, std::size_t limit)
{
    return unreadable(path,
        {translatable("core", "it is larger than the limit of %1 MB."), {Real{static_cast<double>(limit) / 1e6, 4}}});
}

} // namespace

Result<std::string> readFile(const std::string& path, std::size_t maxBytes, const std::stop_token& stop)
{
    const bool fromStandardInput = path == "-";
    const Descriptor file{fromStandardInput ? standardInput() : openToRead(path), !fromStandardInput};
    if (file.number < 0)
        return systemError(path);
    Status status{};
    if (statusOf(file.number, status) != 0)
        return systemError(path);
    if (S_ISDIR(status.st_mode) || (!fromStandardInput && !S_ISREG(status.st_mode)))
        return unreadable(path, {translatable("core", "it is not a regular file."), {}});
    if (S_ISREG(status.st_mode) && static_cast<unsigned long long>(status.st_size) > maxBytes)
        return tooLarge(path, maxBytes);

    std::string bytes;
    if (S_ISREG(status.st_mode)) // at once: while a text grows it is there twice
        bytes.reserve(static_cast<std::size_t>(status.st_size));
    char block[1 << 16];
    for (;;) {
        if (stop.stop_requested())
            return std::string();
        const ssize_t count = ::read(file.number, block, sizeof block);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(path);
        if (count == 0)
            return bytes;
        if (bytes.size() + static_cast<std::size_t>(count) > maxBytes)
            return tooLarge(path, maxBytes);
        bytes.append(block, static_cast<std::size_t>(count));
    }
}

} // namespace deltascope::reading
