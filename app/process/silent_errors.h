// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deltascope::process {

/// While it lives nothing reaches standard error: libraries write there past every handler. Fontconfig says what it
/// misses on this system; we bring our own fonts and miss nothing.
class SilentErrors {
public:
    SilentErrors();
    ~SilentErrors();
    SilentErrors(const SilentErrors&) = delete;
    SilentErrors& operator=(const SilentErrors&) = delete;
    static void end(); ///< opens it before its time, for a last sentence
};

} // namespace deltascope::process
