// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a link holds: a document that, written as a link again, reads back equal; or one sentence.
#include "documents/link.h"
#include "sentence.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<model::Document> document = documents::readLink(text);
    if (!document) {
        requireSentence(document.error());
        return 0;
    }
    require(text.find_last_not_of("\r\n ") < documents::kMaxLinkBytes);
    const std::string link = documents::writeLink(*document);
    if (link.size() > documents::kMaxLinkBytes) // what was written plainly may be longer when it is encoded
        return 0;
    const Result<model::Document> again = documents::readLink(link);
    require(again && *again == *document && documents::writeLink(*again) == link);
    return 0;
}
