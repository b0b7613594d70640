// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/embedded.h"
#include "documents/link.h"
#include "documents/preset_json.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace deltascope::documents {
namespace link_test {

TEST(Link, EveryPresetComesBackWithoutItsPins)
{
    for (const auto& file : std::filesystem::directory_iterator(DELTASCOPE_SOURCE_DIR "/resources/presets")) {
        std::stringstream text;
        text << std::ifstream(file.path()).rdbuf();
        model::Document document = readPreset("x", text.str())->document;
        document.pins.clear();
        const std::string link = writeLink(document);
        EXPECT_EQ(link.find_first_of(" \"<>[]{}\n"), std::string::npos) << link; // survives a mail
        const Result<model::Document> again = readLink(link + "\n");
        ASSERT_TRUE(again) << plainText(again.error().what);
        EXPECT_EQ(*again, document) << link;
        EXPECT_EQ(*readAnyDocument(link), document);
    }
}

TEST(Link, HoldsLayersChangesHiddenControlsAndLesson)
{
    model::Document document;
    document.scenario.layers = {{2, 0.1 + 0.2, std::nullopt}, {3, std::nullopt, -1e-300}};
    document.scenario.changes = {{3, "learning_rate", 0.25}};
    document.view.figures = {"cost"};
    document.hide = {"seed", "loss"};
    document.lesson = model::LessonPlace{"/home/ä/my lesson & more.json", 3};
    const Result<model::Document> again = readLink(writeLink(document));
    ASSERT_TRUE(again) << plainText(again.error().what);
    EXPECT_EQ(*again, document);
    EXPECT_EQ(writeLink({}), "deltascope:?");
    EXPECT_EQ(*readLink("deltascope:"), model::Document());
    EXPECT_EQ(readLink("deltascope:?weight=6.9&view.layer=2")->question.layer, 2);
}

TEST(Link, ListsOfAnyTextsComeBack)
{
    model::Document document;
    document.view.figures = {"", "a,b", "[c", "&=%"};
    const Result<model::Document> again = readLink(writeLink(document));
    ASSERT_TRUE(again) << plainText(again.error().what);
    EXPECT_EQ(*again, document);
}

TEST(Link, HasAGreatestLength)
{
    const std::string longest = "deltascope:?lesson=" + std::string(kMaxLinkBytes - 19, 'x');
    EXPECT_TRUE(readLink(longest));
    EXPECT_FALSE(readLink(longest + "x"));
}

TEST(Link, ANumberTooSmallForADoubleIsSaid)
{
    Notices notices;
    EXPECT_EQ(
        readLink("deltascope:?weight=1e-400&bias=0&view.k=1&depth=3&lesson=1e-400&step=1", &notices)->scenario.weight,
        0);
    ASSERT_EQ(notices.size(), 1u);
    EXPECT_EQ(plainText(notices[0]), "The link: weight: 1e-400 is too small for a double and was read as 0.");
    notices.clear();
    model::Document document;
    document.scenario.layers = {{2, 5e-324, -0.0}};
    EXPECT_EQ(*readAnyDocument(writeLink(document), &notices), document);
    EXPECT_TRUE(notices.empty());
    ASSERT_TRUE(readAnyDocument(
        "deltascope:?layers=[{\"layer\":2,\"weight\":1e-400,\"bias\":1e-401}]&momentum=1e-402", &notices));
    ASSERT_EQ(notices.size(), 2u);
    EXPECT_EQ(plainText(notices[0]),
        "The link: weight: 1e-400 is too small for a double and was read as 0; so were other numbers (1).");
    EXPECT_EQ(plainText(notices[1]), "The link: momentum: 1e-402 is too small for a double and was read as 0.");
}

TEST(Link, WhatIsWrongIsSaidWithItsPlace)
{
    const std::string sixty(60, 'x');
    const std::pair<std::string, std::string> wrong[] = {
        {"layers=%5B3%5D", "layers: Line 1, column 2: each entry of this list must be an object {…}."},
        {"layers=%5B%7B%22layer%22%3A1%2C%22wieght%22%3A1%7D%5D",
            "layers: Line 1, column 13: the key “wieght” is not known here; the keys are layer, weight, bias, width, "
            "activation."},
        {"layers=%5B%7B%22layer%22%3A1%7D%5D",
            "layers: layer 1 has nothing of its own; give a weight, a bias, a width or an activation."},
        {"depth=1e400", "depth: the value must be a whole number from 1 to 10000."},
        {sixty + "y=1", "the key “" + sixty + "…” is not known."},
        {sixty + "y", "“" + sixty + "…” is not of the form KEY=VALUE."},
        {"lesson=a&lesson=b", "the key “lesson” is given twice."},
        {"hide=depth," + sixty + "y", "hide: the key “" + sixty + "…” is not known."},
    };
    for (const auto& [keys, sentence] : wrong) {
        const Result<model::Document> document = readLink("deltascope:?" + keys);
        ASSERT_FALSE(document) << keys;
        EXPECT_EQ(plainText(document.error().what), "The link: " + sentence);
    }
}

TEST(Link, WhatIsWrongIsNamed)
{
    const std::pair<const char*, const char*> wrong[] = {
        {"http://example.org", "deltascope:"},
        {"deltascope:?weihgt=1", "weihgt"},
        {"deltascope:?view.colour=1", "view.colour"},
        {"deltascope:?depth=0", "depth"},
        {"deltascope:?depth=3&depth=4", "twice"},
        {"deltascope:?depth", "depth"},
        {"deltascope:?weight=%3", "weight"},
        {"deltascope:?weight=%zz", "weight"},
        {"deltascope:?hide=hope", "hope"},
        {"deltascope:?step=2", "lesson"},
        {"deltascope:?lesson=x&step=0", "step"},
        {"deltascope:?lesson=x&step=", "step"},
        {"deltascope:?lesson=x&step=99999999999", "step"},
        {"deltascope:?lesson=%FF&step=1", "UTF-8"},
        {"deltascope:?view.theme=%FF", "UTF-8"},
        {"deltascope:?layers=[", "layers"},
    };
    for (const auto& [link, word] : wrong) {
        const Result<model::Document> document = readLink(link);
        ASSERT_FALSE(document) << link;
        EXPECT_EQ(document.error().fault, Fault::invalidData);
        EXPECT_NE(plainText(document.error().what).find(word), std::string::npos) << plainText(document.error().what);
    }
}

} // namespace link_test
} // namespace deltascope::documents
