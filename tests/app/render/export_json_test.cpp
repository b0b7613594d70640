// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/export_samples.h"
#include "render/export/export.h"
#include "text/language.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <bit>

namespace deltascope::render {
namespace export_json_test {

nlohmann::json exported()
{
    text::setLanguage(QStringLiteral("en"));
    const Result<QByteArray> bytes =
        exports::exportFormat(QStringLiteral("a.json"))->write(figureOfEverything(), hardDocument(), {});
    return nlohmann::json::parse(bytes->toStdString());
}

TEST(ExportJson, SaysWhatItIs)
{
    const nlohmann::json json = exported();
    EXPECT_EQ(json["format"], "deltascope.figure");
    EXPECT_EQ(json["schema"], 1);
    EXPECT_EQ(json["document"]["format"], "deltascope");
    EXPECT_EQ(json["language"], "en");
}

TEST(ExportJson, HoldsEveryElementAsData)
{
    const nlohmann::json figure = exported()["figure"];
    ASSERT_EQ(figure["panels"].size(), 3u);
    std::string types;
    for (const auto& panel : figure["panels"])
        for (const auto& element : panel["elements"])
            types += element["type"].get<std::string>() + ' ';
    EXPECT_EQ(types, "region line bars points guide label band line points guide graph ");
    const auto& line = figure["panels"][0]["elements"][1];
    EXPECT_EQ(line["x"], (std::vector<double>{1, 3}));
    EXPECT_EQ(line["y"], (std::vector<double>{-24.125, 0.1}));
    EXPECT_EQ(line["breaks"], (std::vector<int>{1}));
    EXPECT_EQ(line["role"], "primary");
    EXPECT_EQ(figure["panels"][0]["y"]["scale"], "log10");
    EXPECT_EQ(figure["panels"][1]["x"]["origin"], 0.5);
    const auto& graph = figure["panels"][2]["elements"][0];
    EXPECT_TRUE(graph["nodes"][0]["size"].is_null());
    EXPECT_EQ(graph["nodes"][1]["size"]["sign"], -1);
    EXPECT_TRUE(graph["nodes"][2]["size"]["log10"].is_null()); // exactly zero
}

TEST(ExportJson, KeepsBitsAndTexts)
{
    const nlohmann::json figure = exported()["figure"];
    const double zero = figure["panels"][1]["elements"][1]["y"][0];
    EXPECT_EQ(std::bit_cast<std::uint64_t>(zero), std::bit_cast<std::uint64_t>(-0.0));
    EXPECT_EQ(figure["panels"][1]["elements"][1]["y"][1].get<double>(), 0.1 + 0.2);
    EXPECT_EQ(figure["caption"]["text"], "Layer 1 learns 7.5·10⁻²⁵ times as fast as layer 3.");
    EXPECT_EQ(figure["title"]["english"], "Speed <a & b> of 3 layers");
    EXPECT_EQ(figure["notes"].size(), 1u);
}

} // namespace export_json_test
} // namespace deltascope::render
