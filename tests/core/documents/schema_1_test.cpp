// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of schema 1 open as they did. The files in tests/fixtures/schema_1 were written by the last version that
// wrote them and are never written anew; those in schema_2 say the same in today's words.
#include "core/support/file_bytes.h"
#include "documents/document_json.h"
#include "documents/embedded.h"
#include "documents/lesson_json.h"
#include "documents/link.h"

#include <gtest/gtest.h>

namespace deltascope::documents {
namespace schema_1_test {

const std::string kFixtures = DELTASCOPE_SOURCE_DIR "/tests/fixtures/";

model::Document opened(const std::string& name)
{
    const Result<model::Document> document = readAnyDocument(fileBytes(kFixtures + name));
    EXPECT_TRUE(document) << name << ": " << plainText(document.error().what);
    return document ? *document : model::Document{};
}

std::string refusal(std::string_view json)
{
    const Result<model::Document> document = readDocument(json);
    return document ? "accepted" : plainText(document.error().what);
}

TEST(Schema1, WhatStoodInTheViewIsFoundWhereItBelongs)
{
    const model::Document session = opened("schema_1/session.deltascope");
    EXPECT_EQ(session.question, (model::Question{.k = 10, .layer = 4, .seeds = 40}));
    EXPECT_EQ(session.view.figures, (std::vector<std::string>{"explosion_window", "learning_speed", "factors"}));
    EXPECT_EQ(session.view.speed, "bias");
    EXPECT_EQ(session.view.ranges.size(), 1u);
    EXPECT_EQ(session.preferences, (model::Preferences{.theme = "dark", .language = "pt_BR"}));
    EXPECT_EQ(session.lesson, (model::LessonPlace{"two_factors", 2}));
    const model::Document trained = opened("schema_1/trained.deltascope");
    EXPECT_EQ(trained.question, (model::Question{.layer = 2, .seeds = 5, .step = 30}));
    EXPECT_EQ(trained.preferences, model::Preferences{.theme = "light"});
    EXPECT_EQ(opened("schema_1/plain.deltascope").preferences, std::nullopt);
}

TEST(Schema1, OpensToTheSameDocumentAsItsTwin)
{
    for (const std::string name : {"plain.deltascope", "session.deltascope", "trained.deltascope", "link.txt"})
        EXPECT_EQ(opened("schema_1/" + name), opened("schema_2/" + name)) << name;
}

TEST(Schema1, ExportedFiguresHoldTheirDocument)
{
    const model::Document session = opened("schema_2/session.deltascope");
    for (const char* name : {"explosion_window.json", "learning_speed.json", "factors.png", "factors.svg"})
        EXPECT_EQ(opened(std::string("schema_1/") + name), session) << name;
    const model::Document trained = opened("schema_2/trained.deltascope");
    for (const char* name : {"trained_learning_speed.json", "cost.csv"})
        EXPECT_EQ(opened(std::string("schema_1/") + name), trained) << name;
}

TEST(Schema1, LessonsReadAsTheirTwin)
{
    const Result<lessons::Lesson> before = readLesson("two", fileBytes(kFixtures + "schema_1/lesson.json"));
    const Result<lessons::Lesson> now = readLesson("two", fileBytes(kFixtures + "schema_2/lesson.json"));
    ASSERT_TRUE(before) << plainText(before.error().what);
    ASSERT_TRUE(now) << plainText(now.error().what);
    ASSERT_EQ(before->steps.size(), now->steps.size());
    for (std::size_t i = 0; i < now->steps.size(); ++i) {
        EXPECT_EQ(before->steps[i].document, now->steps[i].document) << i;
        EXPECT_EQ(before->steps[i].lastGiven(), now->steps[i].lastGiven()) << i;
        EXPECT_EQ(before->steps[i].covered, now->steps[i].covered) << i;
    }
    EXPECT_EQ(before->steps[0].lastGiven().question, (model::Question{.k = 10, .layer = 2}));
    EXPECT_EQ(before->steps[1].document.question.step, 8);
    EXPECT_EQ(before->steps[1].goal->solution.question.step, 20);
    EXPECT_EQ(before->steps[1].goal->solution, now->steps[1].goal->solution);
}

TEST(Schema1, EachSchemaHasItsOwnKeys)
{
    EXPECT_EQ(refusal(R"({"schema": 1, "view": {"layer": 2}})"), "accepted");
    EXPECT_EQ(refusal(R"({"schema": 2, "view": {"layer": 2}})"), "Line 1, column 24: the key “layer” is not known.");
    EXPECT_EQ(
        refusal(R"({"schema": 2, "view": {"theme": "dark"}})"), "Line 1, column 24: the key “theme” is not known.");
    EXPECT_EQ(refusal(R"({"view": {"layer": 2}})"), "accepted") << "a document that does not say its schema";
    EXPECT_EQ(refusal(R"({"question": {"layer": 2}})"), "accepted");
    EXPECT_EQ(refusal(R"({"schema": 1, "view": {"layer": -1}})").substr(0, 25), "Line 1, column 33: layer:")
        << "the place is that in the text";
    EXPECT_EQ(refusal(R"({"schema": 2, "question": []})"), "Line 1, column 27: question must be an object {…}.");
    EXPECT_NE(refusal(R"({"schema": 3, "question": {"map": {}}})").find("schema 3 was made by a newer version"),
        std::string::npos);
    EXPECT_NE(refusal(R"({"schema": 1.5})").find("schema must be a whole number from 1 to 2"), std::string::npos);
}

TEST(Schema1, WhatIsWrittenIsSchema2)
{
    const model::Document session = opened("schema_1/session.deltascope");
    EXPECT_EQ(writeDocument(session) + "\n", fileBytes(kFixtures + "schema_2/session.deltascope"));
    EXPECT_NE(writeDocument(session).find(R"("schema": 2)"), std::string::npos);
    EXPECT_NE(writeDocument(session).find(R"("question": {"layer": 4, "k": 10, "seeds": 40})"), std::string::npos);
    EXPECT_NE(
        writeDocument(session).find(R"("preferences": {"theme": "dark", "language": "pt_BR"})"), std::string::npos);
    const std::string link = writeLink(opened("schema_1/link.txt"));
    EXPECT_NE(link.find("question.layer=3&question.k=10"), std::string::npos) << link;
    EXPECT_NE(link.find("preferences.theme=dark"), std::string::npos) << link;
    EXPECT_EQ(link.find("view.layer"), std::string::npos) << link;
}

TEST(Schema1, AKeyInBothFormsIsGivenTwice)
{
    const Result<model::Document> twice = readLink("deltascope:?view.k=3&question.k=4");
    ASSERT_FALSE(twice);
    EXPECT_EQ(plainText(twice.error().what), "The link: the key “question.k” is given twice.");
}

TEST(Schema1, PreferencesThatAskForNothingAreNone)
{
    EXPECT_EQ(readDocument(R"({"preferences": {"theme": "system"}})")->preferences, std::nullopt);
    EXPECT_EQ(readLink("deltascope:?preferences.theme=system")->preferences, std::nullopt);
    model::Document document;
    EXPECT_EQ(writeDocument(document, true).find("preferences"), std::string::npos) << "not even with every key";
    document.preferences = model::Preferences{.language = "en"};
    EXPECT_EQ(readDocument(writeDocument(document))->preferences, document.preferences);
}

} // namespace schema_1_test
} // namespace deltascope::documents
