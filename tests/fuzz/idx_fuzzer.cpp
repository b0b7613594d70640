// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes an IDX file holds, plain or in gzip: an array of as many bytes as it says, or one sentence.
#include "reading/idx.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    for (const int dimensions : {1, 3}) {
        const Result<reading::IdxArray> array =
            reading::readIdx({reinterpret_cast<const char*>(data), size}, dimensions);
        if (!array) {
            if (plainText(array.error().what).empty())
                std::abort();
            continue;
        }
        std::size_t bytes = 1;
        for (const std::uint32_t each : array->sizes)
            bytes *= each;
        if (bytes != array->bytes.size() || array->entry() * array->count() != bytes)
            std::abort();
    }
    return 0;
}
