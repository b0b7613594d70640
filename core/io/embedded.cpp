// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/embedded.h"

#include "io/document_json.h"

namespace deltascope {

Result<Document> readAnyDocument(std::string_view bytes)
{
    return readDocument(bytes);
}

} // namespace deltascope
