// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a gzip stream holds: never more inflated than was asked for.
#include "reading/gzip.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    constexpr std::size_t kCap = 100'000;
    reading::GzipReader reader({reinterpret_cast<const char*>(data), size});
    std::string out;
    for (std::size_t asked = 1; asked <= kCap && !reader.ended(); asked *= 10) {
        const std::optional<Error> error = reader.readUpTo(out, asked);
        if (out.size() > asked || (error && plainText(error->what).empty()))
            std::abort();
        if (error)
            return 0;
    }
    return 0;
}
