// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/scratch_file.h"

#include <QDir>
#include <QUuid>

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(Q_OS_WIN)
#include <io.h>
#endif

namespace deltascope::files {

#if defined(Q_OS_WIN)

ScratchFile::ScratchFile(const QString& folder)
{
    const QString name = folder + QStringLiteral("/.scratch-") + QUuid::createUuid().toString(QUuid::Id128);
    m_file = ::_wopen(QDir::toNativeSeparators(name).toStdWString().c_str(),
        _O_RDWR | _O_CREAT | _O_EXCL | _O_BINARY | _O_TEMPORARY | _O_NOINHERIT, _S_IREAD | _S_IWRITE);
}

bool ScratchFile::write(const void* bytes, std::size_t count, std::size_t place)
{
    const auto wanted = static_cast<unsigned>(count);
    return ::_lseeki64(m_file, static_cast<long long>(place), SEEK_SET) >= 0
        && ::_write(m_file, bytes, wanted) == static_cast<int>(wanted);
}

std::ptrdiff_t ScratchFile::read(void* bytes, std::size_t count, std::size_t place)
{
    if (::_lseeki64(m_file, static_cast<long long>(place), SEEK_SET) < 0)
        return -1;
    return ::_read(m_file, bytes, static_cast<unsigned>(count));
}

#else

ScratchFile::ScratchFile(const QString& folder)
{
    QByteArray name = (folder + QStringLiteral("/.scratch-XXXXXX")).toUtf8();
    m_file = ::mkstemp(name.data());
    if (m_file >= 0)
        ::unlink(name.constData());
}

bool ScratchFile::write(const void* bytes, std::size_t count, std::size_t place)
{
    return ::pwrite(m_file, bytes, count, static_cast<off_t>(place)) == static_cast<ssize_t>(count);
}

std::ptrdiff_t ScratchFile::read(void* bytes, std::size_t count, std::size_t place)
{
    return ::pread(m_file, bytes, count, static_cast<off_t>(place));
}

#endif

ScratchFile::~ScratchFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace deltascope::files
