// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>

namespace deltascope::process {

inline constexpr int kStandardInput = 0, kStandardOutput = 1, kStandardError = 2;

/// One write as the system does it, into an open file: how many of the `count` bytes it took, or less than 0, with the
/// reason in errno. May be called from the handler of a signal.
std::ptrdiff_t writeSome(int descriptor, const char* bytes, std::size_t count);

/// On Windows: what is written to the standard streams is left as it is, line ends too, and a console takes it for
/// UTF-8, as it is everywhere else. A program without a console of its own gets that of its caller, where there is one.
void prepareStandardStreams();

/// A sentence for people, without a line end: on standard error, or in a box where nobody could read that: in a program
/// that Windows started by a double click.
void showError(const QString& sentence);

} // namespace deltascope::process
