// SPDX-License-Identifier: GPL-3.0-or-later
// What numpy.savez writes: a ZIP archive of .npy files (numpy.org, NEP 1), stored or deflated: real numbers of a
// network, whole ones of data. Arrays of Python objects, which are pickles, are never read.
#pragma once

#include "imported/array_file.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>

namespace deltascope::imported {

bool isZip(std::string_view bytes);

/// How one whole number is written, little-endian.
struct WholeType {
    std::size_t bytes = 1;
    bool isSigned = false;
};

/// Of an array of whole numbers that int64 holds, by the name that NumPy gives the type ("|u1", "<i8"); nothing of
/// others.
std::optional<WholeType> wholeType(const NamedArray& array);
std::int64_t wholeAt(const char* bytes, WholeType type);

class NpzFile : public ArrayFile {
public:
    /// The bytes of the first so many entries (along the first dimension) of an array of whole numbers, row by row. The
    /// rest is only read for its length and its checksum. Errors: as those of numbers(). An empty text where stop was
    /// requested.
    virtual Result<std::string> firstEntries(
        std::size_t array, std::size_t most, const std::stop_token& stop = {}) const = 0;
};

/// Errors (Fault::invalidData): no archive, or one of other things.
Result<std::unique_ptr<NpzFile>> readNpz(std::string_view bytes);

} // namespace deltascope::imported
