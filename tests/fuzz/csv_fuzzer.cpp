// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a table holds: finite numbers, a line for each row, or one sentence.
#include "io/csv_data.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const Result<CsvTable> table = readCsv({reinterpret_cast<const char*>(data), size});
    if (!table) {
        if (plainText(table.error().what).empty())
            std::abort();
        return 0;
    }
    if (!table->cells.allFinite() || table->lines.size() != static_cast<std::size_t>(table->cells.cols()))
        std::abort();
    return 0;
}
