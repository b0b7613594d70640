// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a saved run holds: a run that round-trips, or one sentence.
#include "io/trace_text.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const Result<SavedRun> run = readTraceJson({reinterpret_cast<const char*>(data), size});
    if (!run) {
        if (plainText(run.error().what).empty())
            std::abort();
        return 0;
    }
    const std::string text = traceJson(run->scenario, run->trace, run->divergence);
    const Result<SavedRun> again = readTraceJson(text);
    if (!again || traceJson(again->scenario, again->trace, again->divergence) != text)
        std::abort();
    return 0;
}
