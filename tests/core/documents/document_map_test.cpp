// SPDX-License-Identifier: GPL-3.0-or-later
// A map as part of a document: saved, read strictly, in links and in what is exported.
#include "documents/document_json.h"
#include "documents/embedded.h"
#include "documents/link.h"
#include "documents/map_json.h"
#include "maps/checked_map.h"
#include "maps/map_computation.h"
#include "reports/map_text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deltascope::documents {
namespace document_map_test {

model::Map ridge()
{
    model::Map map;
    map.measure = "speed_ratio";
    map.arguments = {.layer = 2, .against = 0};
    map.x = {.parameter = "weight", .from = 0.1, .to = 12.7, .count = 65, .scale = model::MapScale::logarithmic};
    map.y = model::MapAxis{.parameter = "activation", .count = 2, .choices = {"sigmoid", "tanh"}};
    map.seeds = 7;
    map.statistic = "share";
    map.atLeast = 0.1;
    map.atMost = 1.0 / 3;
    return map;
}

std::string refusal(const std::string& map)
{
    const Result<model::Document> document = readDocument(R"({"question": {"map": )" + map + "}}");
    return document ? "accepted" : plainText(document.error().what);
}

TEST(DocumentMap, ComesBackFromFileLinkAndExport)
{
    model::Document document;
    document.question.map = ridge();
    EXPECT_EQ(*readDocument(writeDocument(document)), document);
    EXPECT_EQ(*readDocument(writeDocument(document, true)), document);
    EXPECT_EQ(*readLink(writeLink(document)), document);
    EXPECT_EQ(*readAnyDocument("<svg>" + xmlScenario(document) + "</svg>"), document);
    EXPECT_EQ(*readDocument(writeDocument({}, true)), model::Document()) << "none is null";
    document.question.map->y.reset();
    document.question.map->measure = "epochs_to_cost";
    document.question.map->arguments.cost = 1e-3;
    EXPECT_EQ(*readDocument(writeDocument(document)), document);
    EXPECT_EQ(*readLink(writeLink(document)), document);
}

TEST(DocumentMap, HasTheWordsOfAMapsFile)
{
    model::Document document;
    document.question.map = ridge();
    const Result<model::Document> read = readDocument(R"({"question": {"map": )" + mapJson(ridge()) + "}}");
    ASSERT_TRUE(read) << plainText(read.error().what);
    EXPECT_EQ(*read, document);
}

TEST(DocumentMap, AFileOfCellsOpensAsWhatWasAsked)
{
    model::Document document;
    document.scenario.depth = 3;
    model::Map map;
    map.measure = "product";
    map.x = {.parameter = "weight", .from = 0, .to = 8, .count = 5};
    const results::MapCells cells = maps::computeMap(maps::CellSource(document, map));
    for (const bool csv : {false, true}) {
        std::string text;
        const reports::CellAt at = [&](std::size_t cell) { return cells.cells[cell]; };
        const reports::TextSink sink = [&](std::string_view piece) {
            text += piece;
            return true;
        };
        if (csv)
            reports::writeMapCsv(withMap(document, map), map, at, sink);
        else
            reports::writeMapJson(document, map, at, sink);
        const Result<model::Document> opened = readAnyDocument(text);
        ASSERT_TRUE(opened) << plainText(opened.error().what);
        EXPECT_EQ(opened->question.map, map);
        EXPECT_EQ(opened->scenario, document.scenario);
        EXPECT_NE(std::ranges::find(opened->view.figures, kMapFigure), opened->view.figures.end());
    }
}

TEST(DocumentMap, EachBadValueIsOneSentenceWithItsPlace)
{
    const std::string x = R"("x": {"parameter": "weight", "from": 0, "to": 1})",
                      product = R"("measure": {"kind": "product"})";
    const std::pair<std::string, const char*> wrong[] = {
        {"3", "map: an object {…} is needed"},
        {"{}", "a map needs a “measure” and an “x”"},
        {"{" + x + "}", "a map needs a “measure” and an “x”"},
        {"{" + product + "}", "a map needs a “measure” and an “x”"},
        {"{" + product + ", " + x + ", \"z\": 1}", "the key “z” is not known here"},
        {"{" + product + R"(, "x": {"parameter": "weight", "from": 0, "to": 1, "count": 1}})", "count must be"},
        {"{" + product + R"(, "x": {"parameter": "weight", "from": 0, "to": 1, "count": 1000000000}})",
            "count must be"},
        {"{" + product + R"(, "x": {"parameter": "weight", "from": 1, "to": 1}})", "two different values"},
        {"{" + product + R"(, "x": {"parameter": "weight", "from": 2, "to": 1}})", "is above to"},
        {"{" + product + R"(, "x": {"parameter": "weight", "from": 0, "to": 1, "scale": "logarithmic"}})", "above 0"},
        {"{" + product + R"(, "x": {"parameter": "weight", "from": 0, "to": 1, "scale": "log"}})", "scale must be"},
        {"{" + product + R"(, "x": {"parameter": "weigth", "from": 0, "to": 1}})", "no parameter “weigth”"},
        {"{" + product + R"(, "x": {"parameter": "layers", "from": 0, "to": 1}})", "neither numbers nor choices"},
        {"{" + product + R"(, "x": {"parameter": "activation", "choices": ["sigmoid", "sigmoid"]}})",
            "is on the axis twice"},
        {"{" + product + R"(, "x": {"parameter": "activation", "choices": ["sigmoid", "nothing"]}})", "nothing"},
        {"{" + product + R"(, "x": {"parameter": "activation", "choices": 3}})", "must be a list of texts"},
        {"{" + product + ", " + x + ", \"y\": {\"parameter\": \"weight\", \"from\": 0, \"to\": 1}}", "is on both axes"},
        {"{" + product + ", " + x + ", \"seeds\": 0}", "seeds must be a whole number"},
        {"{" + product + ", " + x + ", \"seeds\": 1.5}", "seeds must be a whole number"},
        {"{" + product + ", " + x + ", \"statistic\": \"mode\"}", "no statistic “mode”"},
        {"{" + product + ", " + x + ", \"statistic\": \"share\"}", "at_least"},
        {"{" + product + ", " + x + ", \"at_least\": 1}", "share"},
        {R"({"measure": {"kind": "prodct"}, )" + x + "}", "no measure “prodct”"},
        {R"({"measure": {"kind": "cost_against_pin"}, )" + x + "}", "compares with a pin"},
        {R"({"measure": {"kind": "speed", "layer": 0}, )" + x + "}", "layer must be a whole number"},
        {R"({"measure": {"kind": "speed", "laier": 1}, )" + x + "}", "the key “laier” is not known here"},
        {R"({"measure": {"kind": "parameter"}, )" + x + "}", "needs the key of a parameter"},
    };
    for (const auto& [map, sentence] : wrong) {
        const std::string said = refusal(map);
        EXPECT_TRUE(said.starts_with("Line 1, column ")) << map << ": " << said;
        EXPECT_NE(said.find(sentence), std::string::npos) << map << ": " << said;
    }
    EXPECT_FALSE(readLink(std::string(kLinkPrefix) + "?question.map=3"));
    EXPECT_FALSE(
        readLink(std::string(kLinkPrefix) + "?question.map=%7B%22measure%22%3A%7B%22kind%22%3A%22no%22%7D%7D"));
    EXPECT_EQ(refusal("{" + product + ", " + x + "}"), "accepted");
    EXPECT_EQ(refusal("null"), "accepted");
}

// What is idle now may mean something after the next click: it is no reason to refuse the file.
TEST(DocumentMap, ThatIsOfNothingInThisScenarioIsKept)
{
    model::Document document;
    document.scenario.initializer = "mean_field";
    model::Map& map = document.question.map.emplace();
    map.measure = "product";
    map.x = {.parameter = "weight", .count = 9};
    EXPECT_TRUE(maps::problemOf(document, *document.question.map));
    EXPECT_EQ(*readDocument(writeDocument(document)), document);
}

} // namespace document_map_test
} // namespace deltascope::documents
