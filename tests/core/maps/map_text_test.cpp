// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/embedded.h"
#include "maps/checked_map.h"
#include "maps/map_computation.h"
#include "reports/map_parts.h"
#include "reports/map_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace deltascope {
namespace map_text_test {

documents::MapQuestion questionOf()
{
    documents::MapQuestion question;
    question.document.scenario.depth = 3;
    question.document.scenario.initializer = "mean_field";
    EXPECT_FALSE(documents::putTypedMeasure(question.map, "speed_ratio:layer=2"));
    question.map.x = *documents::typedAxis("gain=0.1:10:7:log", 7);
    question.map.y = *documents::typedAxis("activation=tanh,relu", 7);
    question.map.seeds = 3;
    return question;
}

results::MapCells cellsOf(const documents::MapQuestion& question)
{
    return maps::computeMap(maps::CellSource(question.document, question.map));
}

template <class Write>
std::string textOf(const Write& write, const documents::MapQuestion& question, const results::MapCells& map)
{
    std::string text;
    write(
        question.document, question.map, [&](std::size_t cell) { return map.cells[cell]; },
        [&](std::string_view piece) {
            text += piece;
            return true;
        });
    return text;
}

TEST(MapText, JsonReadsBackToTheSameBits)
{
    documents::MapQuestion question = questionOf();
    for (int i = 0; i < 2; ++i) {
        const results::MapCells map = cellsOf(question);
        const std::string text = textOf(reports::writeMapJson, question, map);
        const Result<reports::SavedMap> saved = reports::readMapJson(text);
        ASSERT_TRUE(saved) << plainText(saved.error().what);
        EXPECT_EQ(saved->map.map, question.map);
        EXPECT_EQ(saved->document.scenario, question.document.scenario);
        EXPECT_EQ(textOf(reports::writeMapJson, question, saved->map), text);
        const Result<model::Document> document = documents::readAnyDocument(text);
        ASSERT_TRUE(document) << plainText(document.error().what);
        EXPECT_EQ(document->scenario, question.document.scenario);
        question.map.y.reset(); // a curve, with its band
    }
}

TEST(MapText, CsvIsTidyAndOpensAgain)
{
    const documents::MapQuestion question = questionOf();
    const std::string text = textOf(reports::writeMapCsv, question, cellsOf(question));
    EXPECT_NE(text.find("\ngain,activation,value,count\n0.1,tanh,"), std::string::npos) << text.substr(0, 900);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2 + 14);
    const Result<model::Document> document = documents::readAnyDocument(text);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->scenario, question.document.scenario);
}

TEST(MapText, DamageIsNamed)
{
    const documents::MapQuestion question = questionOf();
    const std::string text = textOf(reports::writeMapJson, question, cellsOf(question));
    const auto sentence = [](const std::string& json) {
        const Result<reports::SavedMap> saved = reports::readMapJson(json);
        return saved ? std::string() : plainText(saved.error().what);
    };
    const auto replaced = [&](const std::string& what, const std::string& with) {
        std::string other = text;
        const std::size_t at = other.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return other.replace(at, what.size(), with);
    };
    EXPECT_NE(sentence(text.substr(0, text.size() / 2)), "");
    EXPECT_NE(sentence(replaced("deltascope.map", "deltascope.run")).find("not a map"), std::string::npos);
    EXPECT_NE(sentence(replaced("\"schema\": 1", "\"schema\": 7")).find("newer"), std::string::npos);
    EXPECT_NE(sentence(replaced("\"count\": 7", "\"count\": 8")).find("rows of 8"), std::string::npos);
    EXPECT_NE(sentence(replaced("\"from\": 0.1", "\"from\": 0")).find("above 0"), std::string::npos);
    EXPECT_NE(sentence(replaced("\"seeds\"", "\"sedes\"")).find("sedes"), std::string::npos);
    EXPECT_NE(sentence(replaced("\"counts\"", "\"others\"")).find("counts"), std::string::npos);
}

TEST(MapParts, DealEveryCellOnce)
{
    for (const int count : {1, 3, 8, 20}) {
        std::vector<std::size_t> all;
        for (int number = 1; number <= count; ++number) {
            const std::vector<std::size_t> own = reports::cellsOf({number, count}, 14);
            EXPECT_EQ(own.size(), reports::cellCountOf({number, count}, 14));
            all.insert(all.end(), own.begin(), own.end());
        }
        std::ranges::sort(all);
        std::vector<std::size_t> each(14);
        std::iota(each.begin(), each.end(), std::size_t{0});
        EXPECT_EQ(all, each);
    }
}

TEST(MapParts, RangesAreWhatSlurmReads)
{
    EXPECT_EQ(reports::rangesText(std::vector<int>{1, 5, 6, 7, 9}), "1,5-7,9");
    EXPECT_EQ(reports::rangesText(std::vector<int>{}), "");
    EXPECT_EQ(reports::rangesText(std::vector<int>{2, 3}), "2-3");
}

} // namespace map_text_test
} // namespace deltascope
