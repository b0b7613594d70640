// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a .deltascope file holds: a document that round-trips, or one sentence.
#include "documents/document_json.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const Result<model::Document> document = documents::readDocument({reinterpret_cast<const char*>(data), size});
    if (!document) {
        if (plainText(document.error().what).empty())
            std::abort();
        return 0;
    }
    const std::string text = documents::writeDocument(*document);
    if (text.size() > documents::kMaxDocumentBytes)
        return 0;
    const Result<model::Document> again = documents::readDocument(text);
    if (!again || *again != *document || documents::writeDocument(*again) != text)
        std::abort();
    return 0;
}
