// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>

namespace deltascope::files {

/// A file that nobody else sees, on the disk of `folder`; it goes with the process, however that ends.
class ScratchFile {
public:
    explicit ScratchFile(const QString& folder);
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    /// All `count` bytes at byte `place`, or false with the reason in errno; also where no such file could be made.
    bool write(const void* bytes, std::size_t count, std::size_t place);
    /// How many bytes there were to read; less than 0 where they cannot be read.
    std::ptrdiff_t read(void* bytes, std::size_t count, std::size_t place);

private:
    int m_file = -1;
};

} // namespace deltascope::files
