// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a link holds: a document that, written as a link again, reads back equal; or one sentence.
#include "io/link.h"
#include "sentence.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<Document> document = readLink(text);
    if (!document) {
        requireSentence(document.error());
        return 0;
    }
    require(text.find_last_not_of("\r\n ") < kMaxLinkBytes);
    const std::string link = writeLink(*document);
    if (link.size() > kMaxLinkBytes) // what was written plainly may be longer when it is encoded
        return 0;
    const Result<Document> again = readLink(link);
    require(again && *again == *document && writeLink(*again) == link);
    return 0;
}
