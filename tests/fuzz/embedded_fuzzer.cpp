// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a file that is opened holds, picture or text: a document, or one sentence.
#include "documents/embedded.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const Result<model::Document> document = documents::readAnyDocument({reinterpret_cast<const char*>(data), size});
    if (!document && plainText(document.error().what).empty())
        std::abort();
    return 0;
}
