// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdlib>
#include <string>

namespace deltascope {

/// Ends the run where an error does not say what is wrong in a whole sentence.
inline void requireSentence(const Error& error)
{
    const std::string sentence = plainText(error.what);
    if (!sentence.ends_with('.') && !sentence.ends_with('?')) // "did you mean “factors”?"
        std::abort();
}

/// Ends the run where a property does not hold.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace deltascope
