// SPDX-License-Identifier: GPL-3.0-or-later
// The document inside exported files, by bytes. The PNG files here are put together by the test from the PNG
// specification; that Qt's own writers are understood is shown where figures are exported.
#include "documents/embedded.h"

#include "documents/document_json.h"
#include "reading/text_encoding.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>

namespace deltascope::documents {
namespace embedded_test {

model::Document someDocument()
{
    model::Document document;
    document.scenario.depth = 12;
    document.scenario.weight = -0.1;
    document.scenario.layers = {{3, 2.0, 5e-324}};
    document.question.layer = 3;
    document.pins = {{"antes — ∂", model::Scenario{}}};
    return document;
}

std::string bigEndian(unsigned long value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
}

std::string chunk(const std::string& type, const std::string& data)
{
    const std::string body = type + data;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return bigEndian(data.size()) + body + bigEndian(sum);
}

std::string deflated(const std::string& text)
{
    uLongf size = compressBound(text.size());
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
    packed.resize(size);
    return packed;
}

std::string png(const std::string& textChunk)
{
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", std::string(13, '\1'))
        + chunk("tEXt", std::string("Software\0other", 14)) + textChunk + chunk("IDAT", std::string(300, '\2'))
        + chunk("IEND", "");
}

const std::string kKey = std::string(kPngTextKey) + '\0';

std::string internationalText(const std::string& json, bool packed)
{
    return chunk(
        "iTXt", kKey + (packed ? '\1' : '\0') + std::string("\0en\0key\0", 8) + (packed ? deflated(json) : json));
}

std::string refusal(const std::string& bytes)
{
    const Result<model::Document> result = readAnyDocument(bytes);
    if (result)
        return "accepted";
    EXPECT_EQ(result.error().fault, Fault::invalidData);
    return plainText(result.error().what);
}

TEST(Embedded, PngTextInEveryForm)
{
    const model::Document document = someDocument();
    const std::string json = writeDocument(document);
    for (const bool packed : {false, true}) {
        const Result<model::Document> read = readAnyDocument(png(internationalText(json, packed)));
        ASSERT_TRUE(read) << plainText(read.error().what);
        EXPECT_EQ(*read, document);
    }
    model::Document latin = document; // tEXt and zTXt hold Latin-1
    latin.pins[0].name = "é";
    std::string latin1 = writeDocument(latin);
    latin1.replace(latin1.find("é"), 2, "\xE9");
    EXPECT_EQ(*readAnyDocument(png(chunk("tEXt", kKey + latin1))), latin);
    EXPECT_EQ(*readAnyDocument(png(chunk("zTXt", kKey + '\0' + deflated(latin1)))), latin);
}

TEST(Embedded, PngCutOffAfterTheTextStillOpens)
{
    const std::string text = internationalText(writeDocument(someDocument()), false);
    const std::string whole = png(text);
    const std::size_t end = whole.find(text) + text.size();
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(refusal(whole.substr(0, length)) == "accepted", length >= end) << length;
}

TEST(Embedded, APngThatIsCutOffIsSaid)
{
    const std::string text = internationalText(writeDocument(someDocument()), false);
    const std::string whole = png(text);
    const std::size_t end = whole.find(text) + text.size();
    for (std::size_t length = end; length <= whole.size(); ++length) {
        Notices notices;
        ASSERT_TRUE(readAnyDocument(whole.substr(0, length), &notices));
        ASSERT_EQ(notices.size(), length < whole.size() ? 1u : 0u) << length;
        for (const Message& notice : notices)
            EXPECT_NE(plainText(notice).find("picture is cut off"), std::string::npos);
    }
}

TEST(Embedded, PngWithoutOrWithDamagedText)
{
    EXPECT_NE(refusal(png("")).find("No parameters are stored in this PNG image"), std::string::npos);
    std::string broken = png(internationalText(writeDocument(someDocument()), false));
    broken[broken.find("depth")] ^= 1;
    EXPECT_NE(refusal(broken).find("damaged"), std::string::npos);
    EXPECT_NE(refusal(png(chunk("zTXt", kKey + '\0' + "junk"))).find("damaged"), std::string::npos);
    EXPECT_NE(refusal(png(chunk("zTXt", kKey))).find("damaged"), std::string::npos);
    EXPECT_NE(refusal(png(chunk("iTXt", kKey + std::string("\0\0en", 4)))).find("damaged"), std::string::npos);
    const std::string bomb = deflated(std::string(50'000'000, ' '));
    EXPECT_NE(refusal(png(chunk("zTXt", kKey + '\0' + bomb))).find("damaged"), std::string::npos);
    EXPECT_NE(refusal("\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXt").find("cut off"), std::string::npos);
}

TEST(Embedded, SvgMetadata)
{
    const model::Document document = someDocument();
    const std::string svg = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>"
        + xmlScenario(document) + "</metadata><g/></svg>";
    EXPECT_EQ(*readAnyDocument(svg), document);
    EXPECT_NE(refusal("<svg><g/></svg>").find("No parameters are stored in this SVG file"), std::string::npos);
    EXPECT_NE(refusal("<svg><ds:scenario>####</ds:scenario></svg>").find("damaged"), std::string::npos);
    EXPECT_NE(refusal("<svg></ds:scenario><ds:scenario></svg>").find("No parameters"), std::string::npos);
}

TEST(Embedded, EntitiesAreNeverExpanded)
{
    const std::string bomb = "<!DOCTYPE svg [<!ENTITY a \"" + reading::toBase64(writeDocument({}))
        + "\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]><svg>";
    EXPECT_NE(refusal(bomb + "<ds:scenario>&a;</ds:scenario></svg>").find("damaged"), std::string::npos);
    EXPECT_NE(refusal(bomb + "<ds:scenario>&c;</ds:scenario></svg>").find("damaged"), std::string::npos);
    EXPECT_NE(refusal(bomb + "&b;</svg>").find("No parameters"), std::string::npos);
}

TEST(Embedded, PdfMetadata)
{
    const model::Document document = someDocument();
    const std::string pdf = "%PDF-1.4\n%\xE2\xE3\n1 0 obj <x:xmpmeta>" + xmlScenario({}) + "</x:xmpmeta> endobj\n"
        + xmlScenario(document) + std::string("\0\xff", 2) + "%%EOF";
    EXPECT_EQ(*readAnyDocument(pdf), document) << "the last one: changes are appended to a PDF";
    EXPECT_NE(refusal("%PDF-1.7\nstream x\x9c endstream").find("attached .deltascope file"), std::string::npos);
}

TEST(Embedded, CsvFirstLine)
{
    const model::Document document = someDocument();
    for (const char* end : {"\n", "\r\n", "\r"}) {
        const std::string csv =
            std::string(kCsvPrefix) + writeDocument(document) + end + "layer,speed" + end + "1,0.5" + end;
        EXPECT_EQ(*readAnyDocument(csv), document);
        EXPECT_EQ(*readAnyDocument("\xEF\xBB\xBF" + csv), document);
    }
    EXPECT_NE(refusal("layer,speed\n1,0.5\n").find("neither a Deltascope document"), std::string::npos);
}

// As LibreOffice and Excel write a file anew that they have cut at `cut`: cells with a quotation mark in quotation
// marks, those inside doubled, every row as long as the longest.
std::string savedBySpreadsheet(const std::string& line, char cut, char separator)
{
    std::string result, cell;
    const auto close = [&] {
        std::string quoted;
        for (const char byte : cell)
            quoted += byte == '"' ? std::string("\"\"") : std::string(1, byte);
        result += cell.find('"') == std::string::npos ? cell : '"' + quoted + '"';
        cell.clear();
    };
    for (const char byte : line) {
        if (byte != cut) {
            cell += byte;
            continue;
        }
        close();
        result += separator;
    }
    close();
    return result + separator + separator + "\r\nlayer" + separator + "speed\r\n1" + separator + "0,5\r\n";
}

TEST(Embedded, CsvSavedAnewByASpreadsheet)
{
    const model::Document document = someDocument();
    const std::string line = std::string(kCsvPrefix) + writeDocument(document);
    for (const char cut : {',', ';', '\t', '\0'})
        for (const char separator : {',', ';', '\t'}) {
            const std::string csv = savedBySpreadsheet(line, cut, separator);
            ASSERT_TRUE(csv.starts_with("\"# deltascope-scenario"));
            EXPECT_EQ(refusal(csv), "accepted") << csv;
            EXPECT_EQ(*readAnyDocument(csv), document);
            EXPECT_EQ(*readAnyDocument("\xEF\xBB\xBF" + csv), document);
        }
    EXPECT_EQ(*readAnyDocument(line + ";;\r\n1;2;3\r\n"), document) << "empty cells alone";
    const std::string csv = savedBySpreadsheet(line, ',', ';');
    for (std::size_t length = 0; length < csv.size(); ++length)
        static_cast<void>(readAnyDocument(csv.substr(0, length)));
}

TEST(Embedded, FigureAsJsonAndThePlainDocument)
{
    const model::Document document = someDocument();
    const std::string figure =
        R"({"panels": [{"x": [1, 2, [3]], "document": 5}], "format": "deltascope.figure", "schema": 1, "document": )"
        + writeDocument(document) + "}";
    EXPECT_EQ(*readAnyDocument(figure), document);
    EXPECT_EQ(*readAnyDocument(writeDocument(document)), document);
    EXPECT_EQ(*readAnyDocument("\xEF\xBB\xBF \n" + writeDocument(document)), document);
    EXPECT_NE(refusal(R"({"format": "deltascope.figure"})").find("“document” is missing"), std::string::npos);
    EXPECT_NE(refusal(R"({"format": "deltascope.figure", "document": [1]})").find("a JSON object"), std::string::npos);
    EXPECT_NE(refusal(R"({"format": "deltascope.evaluation"})").find("format must be"), std::string::npos);
    EXPECT_EQ(refusal(""), "The file is empty; a JSON object is needed.");
    EXPECT_EQ(refusal("// x\n{}"), "Line 1, column 1: comments are not allowed.");
    EXPECT_NE(refusal("GIF89a").find("neither a Deltascope document"), std::string::npos);
}

TEST(Embedded, TheCommentsOfTexAndPostscriptHoldTheDocument)
{
    const model::Document document = someDocument();
    const std::string comments = commentScenario(document);
    for (std::size_t start = 0; start < comments.size(); start = comments.find('\n', start) + 1) {
        EXPECT_EQ(comments.substr(start, 2), "% ");
        EXPECT_LE(comments.find('\n', start) - start, 80u);
    }
    EXPECT_EQ(*readAnyDocument("% a picture\n" + comments + "\\begin{pgfpicture}"), document);
    std::string windows = "%!PS-Adobe-3.0 EPSF-3.0\r\n";
    for (const char c : comments)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(*readAnyDocument(windows + "%%EndComments\r\n"), document);
    for (const std::string& none : {std::string("%!PS-Adobe-3.0"), std::string("% tex"), comments.substr(0, 90)}) {
        const Result<model::Document> result = readAnyDocument(none);
        ASSERT_FALSE(result);
        EXPECT_NE(plainText(result.error().what).find("No parameters are stored in this file"), std::string::npos);
    }
}

TEST(Embedded, OnlyTheDocumentOfALargeFigureIsKept)
{
    std::string numbers = "0";
    for (int count = 0; count < 400'000; ++count)
        numbers += ", 0.123456";
    const std::string head = R"({"format": "deltascope.figure", "panels": [)" + numbers + "], \"document\": ";
    EXPECT_EQ(*readAnyDocument(head + writeDocument(someDocument()) + "}"), someDocument());
    for (const std::string& large :
        {head + "[" + numbers + "]}", "[" + numbers + "]", "{\"depth\": 4, \"x\": [" + numbers + "]}"}) {
        const Result<model::Document> result = readAnyDocument(large);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().fault, Fault::unreadable) << plainText(result.error().what);
    }
}

TEST(Embedded, FlippedAndRandomBytesGetADocumentOrASentence)
{
    const std::string json = writeDocument(someDocument());
    std::mt19937_64 random(11);
    for (const std::string& whole :
        {png(internationalText(json, true)), "<svg>" + xmlScenario(someDocument()) + "</svg>",
            "%PDF-1.4 " + xmlScenario(someDocument()), "% tex\n" + commentScenario(someDocument()),
            std::string(kCsvPrefix) + json, R"({"format": "deltascope.figure", "document": )" + json + "}"})
        for (std::size_t place = 0; place < whole.size(); ++place) {
            std::string changed = whole;
            changed[place] = static_cast<char>(random());
            const Result<model::Document> flipped = readAnyDocument(changed);
            EXPECT_TRUE(flipped || !plainText(flipped.error().what).empty());
            EXPECT_TRUE(readAnyDocument(whole));
            static_cast<void>(readAnyDocument(whole.substr(0, place)));
        }
}

TEST(Base64, KnownVectorsOfRfc4648)
{
    const std::pair<const char*, const char*> vectors[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : vectors) {
        EXPECT_EQ(reading::toBase64(plain), coded);
        EXPECT_EQ(*reading::fromBase64(coded), plain);
    }
    EXPECT_EQ(*reading::fromBase64("Zm9v\n YmFy"), "foobar");
    for (const char* bad : {"Zg=", "Z", "Z===", "====", "Zg==Zg==", "Z$==", "Zm9v&"})
        EXPECT_FALSE(reading::fromBase64(bad)) << bad;
}

TEST(Utf8, WellFormedOnly)
{
    EXPECT_FALSE(reading::invalidUtf8("aδ∂𝛿"));
    for (const std::string_view bad : {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
             "\xF8\x88\x80\x80\x80", "\xE2\x88", "\xC3"})
        EXPECT_EQ(reading::invalidUtf8("ab" + std::string(bad)), 2u);
}

} // namespace embedded_test
} // namespace deltascope::documents
