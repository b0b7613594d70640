// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace deltascope::process {

/// The one sentence that is left to say.
Error notEnoughMemory();

/// From here on a program that gets no more memory ends with that sentence and 1, also where it gets none inside Qt or
/// a library that takes memory without asking whether there is any: they end the process, and would do so without a
/// word. `program`: its name, before the sentence. To be called again once the language is known.
void endInWordsWithoutMemory(const char* program);

} // namespace deltascope::process
