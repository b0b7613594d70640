// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/embedded.h"

#include "documents/document_json.h"
#include "documents/document_reader.h"
#include "documents/link.h"
#include "documents/map_json.h"
#include "reading/csv_line.h"
#include "reading/png_text.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace deltascope::documents {

using reading::JsonLimits;
using reading::JsonMember;
using reading::JsonValue;
using reading::parseJson;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error invalidEmbedding(const char* english)
{
    return {Fault::invalidData, {english, {}}};
}

/// What stands between <ds:scenario …> and </ds:scenario>: the last one, for a PDF that was changed has the new one
/// appended. Found as bytes: nothing else of the file is understood, so nothing in it can be expanded or fetched.
std::optional<std::string_view> xmlContent(std::string_view bytes)
{
    const std::string opening = "<" + std::string(kXmlElement), closing = "</" + std::string(kXmlElement) + ">";
    const std::size_t end = bytes.rfind(closing);
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::size_t start = bytes.rfind(opening, end);
    const std::size_t content = start == std::string_view::npos ? start : bytes.find('>', start);
    if (content == std::string_view::npos || content >= end)
        return std::nullopt;
    return bytes.substr(content + 1, end - content - 1);
}

Result<model::Document> readXml(std::string_view bytes, const char* nothingThere, Notices* notices)
{
    const std::optional<std::string_view> content = xmlContent(bytes);
    if (!content)
        return invalidEmbedding(nothingThere);
    const bool tooLarge = content->size() > kMaxDocumentBytes * 2;
    const std::optional<std::string> json = tooLarge ? std::nullopt : reading::fromBase64(*content);
    if (!json)
        return invalidEmbedding(translatable("core", "The parameters stored in this file are damaged."));
    return readDocument(*json, notices);
}

Result<model::Document> readPng(std::string_view bytes, Notices* notices)
{
    const Result<std::string> text = reading::pngText(bytes, kPngTextKey, kMaxDocumentBytes);
    if (!text)
        return text.error();
    if (notices && !reading::pngIsWhole(bytes))
        notices->push_back(
            {translatable("core", "The picture is cut off; the parameters stored in it are complete."), {}});
    return readDocument(*text, notices);
}

/// What was asked of a map, without its cells.
Result<model::Document> readMapDocument(
    std::string_view bytes, const JsonValue& root, const JsonMember& scenario, Notices* notices)
{
    Result<model::Document> document = documentFrom(bytes, scenario.value, {}, notices);
    if (!document || !root.find(kMapKey)) // of a map that is cut short only the scenario can be had
        return document;
    Result<MapQuestion> asked = mapQuestionFrom(bytes, root);
    if (!asked)
        return asked.error();
    return withMap(std::move(asked->document), asked->map);
}

/// A document, or a figure or map as JSON with the document inside. Of those only the document is kept in memory.
Result<model::Document> readJson(std::string_view bytes, Notices* notices)
{
    const JsonLimits limits{.bytes = bytes.size(),
        .keep = {"format", kFigureDocumentKey, kMapScenarioKey, kMapKey, "k", "step"},
        .keptBytes = kMaxDocumentBytes};
    const Result<JsonValue> root = parseJson(bytes, limits);
    if (!root)
        return root.error();
    const JsonMember* format = root->find("format");
    const std::string* name = format ? format->value.as<std::string>() : nullptr;
    const bool ofMap = name && *name == kMapFormat;
    if (!name || (*name != kFigureFormat && !ofMap))
        return readDocument(bytes, notices);
    const JsonMember* document = root->find(ofMap ? kMapScenarioKey : kFigureDocumentKey);
    if (!document)
        return invalidEmbedding(ofMap
                ? translatable("core", "No parameters are stored in this map: its key “scenario” is missing.")
                : translatable("core", "No parameters are stored in this figure: its key “document” is missing."));
    return ofMap ? readMapDocument(bytes, *root, *document, notices)
                 : documentFrom(bytes, document->value, {}, notices);
}

/// PostScript or TeX.
Result<model::Document> readComments(std::string_view bytes, Notices* notices)
{
    const char* const none =
        translatable("core", "No parameters are stored in this file; open one that Deltascope exported.");
    const std::optional<std::string_view> content = xmlContent(bytes);
    if (!content || content->size() > kMaxDocumentBytes * 2)
        return invalidEmbedding(none);
    std::string lines = "<" + std::string(kXmlElement) + ">";
    std::ranges::copy_if(
        *content, std::back_inserter(lines), [](char c) { return c != '%' && c != '\n' && c != '\r' && c != ' '; });
    return readXml(lines + "</" + std::string(kXmlElement) + ">", none, notices);
}

bool looksLikeXml(std::string_view text)
{
    return text.starts_with('<') && text.find("<svg") != std::string_view::npos;
}

} // namespace

std::string xmlScenario(const model::Document& document)
{
    const std::string element(kXmlElement);
    return "<" + element + " xmlns:ds=\"" + std::string(kXmlNamespace) + "\">"
        + reading::toBase64(writeDocument(document)) + "</" + element + ">";
}

std::string commentScenario(const model::Document& document)
{
    constexpr std::size_t kLine = 76;
    const std::string element(kXmlElement), base64 = reading::toBase64(writeDocument(document));
    std::string lines = "% <" + element + " xmlns:ds=\"" + std::string(kXmlNamespace) + "\">\n";
    for (std::size_t start = 0; start < base64.size(); start += kLine)
        lines += "% " + base64.substr(start, kLine) + "\n";
    return lines + "% </" + element + ">\n";
}

Result<model::Document> readAnyDocument(std::string_view bytes, Notices* notices)
{
    if (bytes.starts_with(kLinkPrefix))
        return readLink(bytes, notices);
    if (bytes.starts_with(reading::kPngSignature))
        return readPng(bytes, notices);
    if (bytes.starts_with("%PDF-"))
        return readXml(bytes,
            translatable("core",
                "No parameters can be read from this PDF file; if another program has changed it, open the "
                "attached .deltascope file or export it again."),
            notices);
    std::string_view text = bytes;
    if (reading::isUtf16(text))
        return invalidEmbedding(translatable("core", "The file is UTF-16; the text must be UTF-8."));
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    // No line that holds a document is longer, whatever a spreadsheet has put into quotation marks.
    const std::string_view start = text.substr(0, 4 * kMaxDocumentBytes);
    if (const std::optional<std::string> json = reading::csvDocument(start, kCsvPrefix))
        return readDocument(*json, notices);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (looksLikeXml(text))
        return readXml(text,
            translatable("core", "No parameters are stored in this SVG file; open one that Deltascope exported."),
            notices);
    if (text.starts_with('%'))
        return readComments(text, notices);
    if (text.empty() || std::string_view("{[\"/").find(text.front()) != std::string_view::npos)
        return readJson(bytes, notices);
    return invalidEmbedding(translatable("core", "This is neither a Deltascope document nor a figure exported by it."));
}

} // namespace deltascope::documents
