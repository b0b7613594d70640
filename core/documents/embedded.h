// SPDX-License-Identifier: GPL-3.0-or-later
// The document inside an exported PNG, SVG, PDF, EPS, TeX, CSV or JSON, found by bytes: no picture is decoded, nothing
// is expanded. What the writers put there and what the readers look for is stated here, once.
#pragma once

#include "base/result.h"
#include "documents/notices.h"
#include "model/document.h"

#include <string>
#include <string_view>

namespace deltascope::documents {

/// PNG: keyword of a text chunk (tEXt, zTXt or iTXt) that holds writeDocument().
inline constexpr std::string_view kPngTextKey = "deltascope-scenario";
/// SVG <metadata> and PDF XMP: one element of this namespace, `xmlScenario()`; EPS and TeX: the same in lines that
/// begin with “%”.
inline constexpr std::string_view kXmlNamespace = "https://deltascope.example/ns/1";
inline constexpr std::string_view kXmlElement = "ds:scenario";
/// CSV: the first line is this and writeDocument(), also after a spreadsheet has saved the file anew.
inline constexpr std::string_view kCsvPrefix = "# deltascope-scenario: ";
/// JSON: an object with "format" of this name, "schema", and the document's object under "document".
inline constexpr std::string_view kFigureFormat = "deltascope.figure";
inline constexpr std::string_view kFigureDocumentKey = "document";
/// A map's cells: an object with "format" of this name, "schema", and the scenario's keys under "scenario".
inline constexpr std::string_view kMapFormat = "deltascope.map";
inline constexpr std::string_view kMapScenarioKey = "scenario";
inline constexpr std::string_view kMapKey = "map"; ///< and what it asks

/// <ds:scenario xmlns:ds="…">base64 of writeDocument()</ds:scenario>
std::string xmlScenario(const model::Document& document);

/// The same as comments of PostScript or TeX: lines of at most 80 characters.
std::string commentScenario(const model::Document& document);

/// Reads a document from the bytes of a .deltascope file, of a link, or of any exported figure, recognised by content,
/// not by name. Errors: Fault::invalidData; Fault::unreadable where the document is larger than kMaxDocumentBytes.
Result<model::Document> readAnyDocument(std::string_view bytes, Notices* notices = nullptr);

} // namespace deltascope::documents
