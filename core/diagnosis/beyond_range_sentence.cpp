// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/beyond_range_sentence.h"

namespace deltascope::diagnosis {

Message sizesBeyondRange(const evaluation::Evaluation& evaluation)
{
    if (evaluation::firstBeyondRange(evaluation) == 0)
        return {};
    return {translatable("core",
                "A size shown as %1 is not 0: it is smaller than a number with a 64-bit exponent can be. How many "
                "times faster one layer learns than another is taken from what lies between them, and stays right."),
        {numerics::Scaled::from(0.5, -numerics::Scaled::kExponentLimit).magnitude()}};
}

} // namespace deltascope::diagnosis
