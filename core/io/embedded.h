// SPDX-License-Identifier: GPL-3.0-or-later
// The document inside an exported PNG, SVG, PDF, CSV or JSON, found by bytes: no picture is decoded, nothing is
// expanded.
#pragma once

#include "document.h"
#include "io/text_encoding.h"
#include "result.h"

#include <string>
#include <string_view>

namespace deltascope {

/// Names under which a document stands in an exported file; writers and readers share them.
inline constexpr std::string_view kPngTextKey = "deltascope-scenario"; ///< iTXt/tEXt keyword
inline constexpr std::string_view kXmlNamespace =
    "https://deltascope.example/ns/1"; ///< of ds:scenario in SVG <metadata> and PDF XMP
inline constexpr std::string_view kXmlElement = "ds:scenario"; ///< base64 of the document's JSON
inline constexpr std::string_view kCsvPrefix = "# deltascope-scenario: "; ///< first line, then JSON

/// Reads a document from the bytes of a .deltascope file or of any exported figure, recognised by content, not by name.
Result<Document> readAnyDocument(std::string_view bytes);

} // namespace deltascope
