// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a saved run holds: a run that round-trips, or one sentence.
#include "reports/trace_text.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const Result<reports::SavedTraining> run = reports::readTraceJson({reinterpret_cast<const char*>(data), size});
    if (!run) {
        if (plainText(run.error().what).empty())
            std::abort();
        return 0;
    }
    const std::string text = reports::traceJson(run->scenario, run->trace, run->divergence);
    const Result<reports::SavedTraining> again = reports::readTraceJson(text);
    if (!again || reports::traceJson(again->scenario, again->trace, again->divergence) != text)
        std::abort();
    return 0;
}
