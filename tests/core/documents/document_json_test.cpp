// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/document_json.h"
#include "documents/parameter_json.h"
#include "documents/preset_json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace deltascope::documents {
namespace document_json_test {

std::string refusal(std::string_view json)
{
    const Result<model::Document> result = readDocument(json);
    if (result)
        return "accepted";
    EXPECT_EQ(result.error().fault, Fault::invalidData) << json;
    return plainText(result.error().what);
}

/// Nearly every member differs from its default.
model::Document fullDocument()
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.depth = 7;
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.initializer = "balanced";
    scenario.weight = -0.0;
    scenario.bias = 5e-324;
    scenario.gain = 0.1;
    scenario.biasDeviation = 1.0 / 3;
    scenario.seed = 9007199254740991;
    scenario.layers = {{2, -0.0, {}}, {3, {}, 0.1}, {7, 1e-300, -1e6}};
    scenario.data = "gaussian";
    scenario.table = {"y, \"z\"", std::vector<std::string>{"id", "2"}, "stratified"};
    scenario.input = 1.0 / 3;
    scenario.meanSquare = 1e-7;
    scenario.examples = 3;
    scenario.target = -2.5;
    scenario.residual = 0.1;
    scenario.normalization = "batch";
    scenario.clipNorm = 1e-300;
    scenario.optimizer = "adam";
    scenario.learningRate = 1e300;
    scenario.momentum = 0.5;
    scenario.momentumSchedule = "sutskever";
    scenario.beta1 = 0.1;
    scenario.beta2 = 1.0 / 3;
    scenario.epsilon = 1e-300;
    scenario.weightDecay = 5;
    scenario.batch = 3;
    scenario.epochs = 7;
    scenario.holdout = 11;
    scenario.changes = {{0, "learning_rate", 5e-324}, {1000000000000000, "weight_decay", 0.1}};
    document.question = {.k = 1e-7, .layer = 3, .seeds = 77, .step = 12};
    document.view = {.figures = {"factors", "network"},
        .speed = "bias",
        .average = "rms",
        .compare = "accuracy",
        .gradient = "signed",
        .ranges = {{"factors", 1, -1e-11, 1e-11, -602.06, 0}},
        .arithmetic = "rounded",
        .network = "folded",
        .walk = {.pass = model::Walk::Pass::backward, .layer = 3, .link = true}};
    document.preferences = {.theme = "dark", .language = "pt_BR"};
    document.pins = {{"before \"x\"\n∂", scenario}, {"", model::Scenario{}}};
    return document;
}

bool sameBits(double left, double right)
{
    return std::memcmp(&left, &right, sizeof left) == 0;
}

TEST(DocumentJson, RoundTripIsExact)
{
    for (const bool everyKey : {false, true}) {
        const model::Document document = fullDocument();
        const std::string text = writeDocument(document, everyKey);
        const Result<model::Document> again = readDocument(text);
        ASSERT_TRUE(again) << plainText(again.error().what) << "\n" << text;
        EXPECT_EQ(*again, document);
        EXPECT_TRUE(sameBits(again->scenario.weight, -0.0));
        EXPECT_TRUE(sameBits(again->scenario.bias, 5e-324));
        EXPECT_TRUE(sameBits(*again->scenario.layers[0].weight, -0.0));
        EXPECT_TRUE(sameBits(again->pins[0].scenario.weight, -0.0));
        EXPECT_EQ(writeDocument(*again, everyKey), text);
        EXPECT_EQ(text.find('\n'), std::string::npos) << "one line: it goes into the first line of a CSV file";
    }
}

TEST(DocumentJson, RandomDocumentsRoundTrip)
{
    std::mt19937_64 random(7);
    const auto real = [&] {
        return std::ldexp(static_cast<double>(random() >> 11) / 0x1p53 - 0.5, static_cast<int>(random() % 60) - 40);
    };
    for (int repeat = 0; repeat < 300; ++repeat) {
        model::Document document;
        document.scenario.depth = 1 + static_cast<int>(random() % 10'000);
        document.scenario.weight = real();
        document.scenario.bias = real();
        document.scenario.input = real();
        for (int layer = 1; layer <= document.scenario.depth && layer < 20; layer += 1 + static_cast<int>(random() % 3))
            document.scenario.layers.push_back({layer, real(), random() % 2 ? std::optional(real()) : std::nullopt});
        document.question.layer = static_cast<int>(random() % 100);
        document.pins.assign(random() % 3, {"pin", document.scenario});
        const Result<model::Document> again = readDocument(writeDocument(document));
        ASSERT_TRUE(again) << plainText(again.error().what);
        EXPECT_EQ(*again, document);
    }
}

TEST(DocumentJson, MissingKeysHaveTheirDefaults)
{
    EXPECT_EQ(*readDocument("{}"), model::Document{});
    EXPECT_EQ(writeDocument({}), R"({"format": "deltascope", "schema": 2})");
    EXPECT_EQ(*readDocument(writeDocument({})), model::Document{});
}

TEST(DocumentJson, EveryKeyIsWrittenOnRequest)
{
    const std::string text = writeDocument({}, true);
    for (const parameters::Parameter<model::Scenario>& parameter : parameters::scenarioParameters())
        EXPECT_NE(text.find('"' + std::string(parameter.key) + '"'), std::string::npos) << parameter.key;
    for (const parameters::Parameter<model::Question>& parameter : parameters::questionParameters())
        EXPECT_NE(text.find('"' + std::string(parameter.key) + '"'), std::string::npos) << parameter.key;
    for (const parameters::Parameter<model::ViewState>& parameter : parameters::viewParameters())
        EXPECT_NE(text.find('"' + std::string(parameter.key) + '"'), std::string::npos) << parameter.key;
}

TEST(DocumentJson, WrongTypesNameKeyAndPlace)
{
    for (const char* value : {"\"4\"", "4.5", "true", "null", "[4]", "{}"}) {
        const std::string text = refusal(std::string("{\"depth\": ") + value + "}");
        EXPECT_TRUE(text.starts_with("Line 1, column 11: depth: ")) << text;
        EXPECT_NE(text.find("whole number"), std::string::npos) << text;
    }
    for (const char* value : {"\"4\"", "true", "null", "[]"})
        EXPECT_EQ(
            refusal(std::string("{\"weight\": ") + value + "}"), "Line 1, column 12: weight: a number is needed.");
    for (const char* value : {"4", "false", "null", "[\"relu\"]"})
        EXPECT_EQ(refusal(std::string("{\"activation\": ") + value + "}"),
            "Line 1, column 16: activation: a text is needed.");
    EXPECT_EQ(refusal(R"({"layers": 3})"), "Line 1, column 12: layers: a list of layers is needed.");
    EXPECT_EQ(refusal(R"({"view": {"figures": "factors"}})"), "Line 1, column 22: figures: a list of texts is needed.");
    EXPECT_EQ(refusal(R"({"view": {"ranges": {}}})"), "Line 1, column 21: ranges: a list of axis limits is needed.");
    EXPECT_EQ(refusal("[]"), "Line 1, column 1: a JSON object {…} is needed.");
}

TEST(DocumentJson, RangesAreKeptBeforeAnythingIsAllocated)
{
    for (const char* value : {"0", "-1", "10001", "1e9", "1e10", "4294967300", "1e300"}) {
        const std::string text = refusal(std::string("{\"depth\": ") + value + "}");
        EXPECT_NE(text.find("depth: "), std::string::npos) << text;
        EXPECT_NE(text.find("from 1 to 10000"), std::string::npos) << text;
    }
    EXPECT_EQ(readDocument(R"({"depth": 1e1})")->scenario.depth, 10);
    EXPECT_NE(refusal(R"({"weight": 1000001})").find("weight: "), std::string::npos);
    EXPECT_NE(refusal(R"({"weight": 1e308, "bias": -1e308})").find("weight: "), std::string::npos);
    EXPECT_EQ(refusal(R"({"weight": 1e400})"), "Line 1, column 12: weight must be a finite number.");
    EXPECT_EQ(readDocument(R"({"weight": 1e-400})")->scenario.weight, 0);
}

TEST(DocumentJson, ANumberTooSmallForADoubleIsSaid)
{
    const auto said = [](const char* json) {
        Notices notices;
        EXPECT_TRUE(readDocument(json, &notices)) << json;
        return notices.empty() ? std::string() : plainText(notices.front());
    };
    EXPECT_EQ(said(R"({"weight": 1e-400})"), "weight: 1e-400 is too small for a double and was read as 0.");
    EXPECT_EQ(said(R"({"weight": -2.5E-999, "bias": 1e-400})"),
        "weight: -2.5E-999 is too small for a double and was read as 0; so were other numbers (1).");
    EXPECT_EQ(said(R"({"pins": [{"name": "a", "scenario": {"layers": [{"layer": 1, "bias": 1e-400}]}}]})"),
        "bias: 1e-400 is too small for a double and was read as 0.");
    for (const char* exact : {R"({"weight": 0})", R"({"weight": -0.0})", R"({"weight": 0e-400})",
             R"({"weight": 0.000E5})", R"({"weight": 5e-324})", "{}"})
        EXPECT_EQ(said(exact), "") << exact;
}

TEST(DocumentJson, NetworksThatNoMemoryHoldsAreRefused)
{
    EXPECT_NE(refusal(R"({"depth": 10000, "width": 1024})").find("are the limit"), std::string::npos);
    EXPECT_EQ(refusal(R"({"depth": 2, "width": 1024, "inputs": 65536, "outputs": 1024})"), "accepted"); // 68 million
    EXPECT_EQ(
        refusal(R"({"depth": 239, "width": 1024, "inputs": 1, "outputs": 1})"), "accepted"); // 8 · 237 · 1024² bytes
    EXPECT_NE(refusal(R"({"depth": 242, "width": 1024, "inputs": 1, "outputs": 1})"), "accepted");
    EXPECT_NE(refusal(R"({"depth": 10000, "examples": 100000})").find("examples: these sizes would take 40"),
        std::string::npos);
    EXPECT_EQ(refusal(R"({"depth": 10000, "width": 1})"), "accepted");
}

TEST(DocumentJson, UnknownKeysAreRefusedEverywhere)
{
    EXPECT_EQ(refusal(R"({"wieght": 1})"), "Line 1, column 2: the key “wieght” is not known.");
    EXPECT_EQ(refusal("{\"" + std::string(100'000, 'x') + "\": 1}"),
        "Line 1, column 2: the key “" + std::string(60, 'x') + "…” is not known.");
    EXPECT_EQ(refusal(R"({"view": {"weight": 1}})"), "Line 1, column 11: the key “weight” is not known.");
    EXPECT_EQ(refusal(R"({"pins": [{"name": "a", "scenario": {}, "x": 1}]})"),
        "Line 1, column 41: the key “x” is not known.");
    EXPECT_EQ(refusal(R"({"pins": [{"name": "a", "scenario": {"view": {}}}]})"),
        "Line 1, column 38: the key “view” is not known.");
    EXPECT_NE(
        refusal(R"({"layers": [{"layer": 2, "wieght": 1}]})").find("“wieght” is not known here"), std::string::npos);
    EXPECT_NE(refusal(R"({"view": {"ranges": [{"figure": "factors", "z": [0, 1]}]}})").find("“z” is not known here"),
        std::string::npos);
}

TEST(DocumentJson, FormatAndSchemaAreSaidFirst)
{
    EXPECT_NE(refusal(R"({"future": 1, "schema": 99})").find("made by a newer version"), std::string::npos);
    EXPECT_EQ(refusal(R"({"schema": 0})"), "Line 1, column 12: schema must be a whole number from 1 to 2.");
    EXPECT_EQ(refusal(R"({"schema": "1"})"), "Line 1, column 12: schema must be a whole number from 1 to 2.");
    EXPECT_NE(refusal(R"({"format": "other"})").find("format must be “deltascope”"), std::string::npos);
}

TEST(DocumentJson, LayersAreCheckedTogether)
{
    EXPECT_NE(
        refusal(R"({"layers": [{"layer": 2, "weight": 1}, {"layer": 2, "bias": 1}]})").find("layer 2 is given twice"),
        std::string::npos);
    EXPECT_NE(refusal(R"({"layers": [{"layer": 5, "weight": 1}]})").find("layer 5 does not exist"), std::string::npos);
    EXPECT_EQ(readDocument(R"({"layers": [{"layer": 5, "weight": 1}], "depth": 5})")->scenario.layers.size(), 1u);
    for (const char* layer : {"0", "-1", "1.5", "\"1\"", "1e12"})
        EXPECT_NE(refusal(std::string(R"({"layers": [{"weight": 1, "layer": )") + layer + "}]}")
                      .find("layer must be a whole number"),
            std::string::npos);
    EXPECT_NE(refusal(R"({"layers": [{"weight": 1}]})").find("layer must be a whole number"), std::string::npos);
    EXPECT_NE(refusal(R"({"layers": [{"layer": 1}]})").find("nothing of its own"), std::string::npos);
    EXPECT_NE(refusal(R"({"layers": [{"layer": 1, "weight": null}]})").find("weight must be a finite number"),
        std::string::npos);
    EXPECT_NE(refusal(R"({"layers": [3]})").find("must be an object"), std::string::npos);
    EXPECT_NE(refusal(R"({"pins": [{"name": "a", "scenario": {"depth": 1, "layers": [{"layer": 2, "weight": 1}]}}]})")
                  .find("layer 2 does not exist"),
        std::string::npos);
}

TEST(DocumentJson, PinsNeedNameAndScenario)
{
    EXPECT_NE(refusal(R"({"pins": {}})").find("pins must be a list"), std::string::npos);
    EXPECT_NE(refusal(R"({"pins": [1]})").find("pins must be an object"), std::string::npos);
    EXPECT_NE(refusal(R"({"pins": [{"scenario": {}}]})").find("needs a “name”"), std::string::npos);
    EXPECT_NE(refusal(R"({"pins": [{"name": "a"}]})").find("needs a “scenario”"), std::string::npos);
    std::string many;
    for (int count = 0; count < 101; ++count)
        many += std::string(count ? "," : "") + R"({"name": "a", "scenario": {}})";
    EXPECT_NE(refusal("{\"pins\": [" + many + "]}").find("at most 100"), std::string::npos);
}

TEST(DocumentJson, EveryTruncationIsRefused)
{
    const std::string text = writeDocument(fullDocument(), true);
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_NE(refusal(std::string_view(text).substr(0, length)), "accepted") << length;
}

TEST(DocumentJson, EveryFlippedByteGetsADocumentOrASentence)
{
    const std::string text = writeDocument(fullDocument());
    for (std::size_t place = 0; place < text.size(); ++place)
        for (const int bit : {1, 2, 4, 8, 16, 32, 64, 128}) {
            std::string changed = text;
            changed[place] = static_cast<char>(changed[place] ^ bit);
            if (const Result<model::Document> result = readDocument(changed); result)
                EXPECT_EQ(*readDocument(writeDocument(*result)), *result);
            else
                EXPECT_FALSE(plainText(result.error().what).empty());
        }
}

TEST(DocumentJson, RandomBytesAreRefused)
{
    std::mt19937_64 random(3);
    const std::string_view alphabet = "{}[]\",:0123456789.-+eE \n\\u depthnulrtasfview\xff\xc3\xa9";
    for (int repeat = 0; repeat < 20'000; ++repeat) {
        std::string text(1 + random() % 60, ' ');
        for (char& character : text)
            character = alphabet[random() % alphabet.size()];
        const Result<model::Document> result = readDocument(text);
        EXPECT_TRUE(!result || *result == model::Document{}) << text;
    }
}

TEST(ParameterText, ReadsWhatIsTyped)
{
    const auto weight = [](std::string_view text) -> double {
        const Result<model::Scenario> result =
            withText(model::Scenario{}, *parameters::findScenarioParameter("weight"), text);
        return result ? result->weight : std::nan("");
    };
    EXPECT_EQ(weight("1.5"), 1.5);
    EXPECT_EQ(weight("1e-3"), 0.001);
    EXPECT_EQ(weight("−2"), -2);
    EXPECT_EQ(weight("+2"), 2);
    EXPECT_EQ(weight(".5"), 0.5);
    EXPECT_EQ(weight("1e-400"), 0);
    EXPECT_TRUE(std::signbit(weight("-0")));
    for (const char* bad :
        {"1,5", "abc", "", "nan", "inf", "-inf", "1e400", "--1", "1.5x", "0x10", " 1", "-", "+-1", "1e", "1e7"})
        EXPECT_TRUE(std::isnan(weight(bad))) << bad;
    const Result<model::Scenario> depth = withText(model::Scenario{}, *parameters::findScenarioParameter("depth"), "0");
    ASSERT_FALSE(depth);
    EXPECT_EQ(depth.error().fault, Fault::usage);
    const Result<model::Scenario> layers =
        withText(model::Scenario{}, *parameters::findScenarioParameter("layers"), R"([{"layer":2,"weight":3}])");
    EXPECT_EQ(layers->layers, (std::vector<model::LayerSetting>{{2, 3.0, {}}}));
    const Result<model::ViewState> figures =
        withText(model::ViewState{}, *parameters::findParameter<model::ViewState>("figures"), "factors,network");
    EXPECT_EQ(figures->figures, (std::vector<std::string>{"factors", "network"}));
    const Result<model::Scenario> broken =
        withText(model::Scenario{}, *parameters::findScenarioParameter("layers"), "[{]");
    EXPECT_EQ(broken.error().fault, Fault::usage);
}

TEST(PresetJson, EveryFileReadsAndSaysWhatToLookFor)
{
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(DELTASCOPE_SOURCE_DIR "/resources/presets")) {
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const Result<Preset> preset = readPreset(entry.path().stem().string(), text.str());
        ASSERT_TRUE(preset) << entry.path() << ": " << plainText(preset.error().what);
        EXPECT_GT(preset->lookFor.english.size(), 40u);
        EXPECT_EQ(preset->document.view.figures.size(), 4u);
        EXPECT_TRUE(readDocument(writeDocument(preset->document)));
        ++count;
    }
    EXPECT_GE(count, 9);
    EXPECT_FALSE(readPreset("x", R"({"name": "a", "look_for": "b", "source": "c"})"));
    EXPECT_EQ(plainText(readPreset("x", "").error().what), "The file is empty; a JSON object is needed.");
    EXPECT_EQ(plainText(readPreset("x", R"({"named": "a"})").error().what),
        "Line 1, column 2: the key “named” is not known.");
    EXPECT_FALSE(readPreset("x", R"({"name": "", "look_for": "b", "source": "c", "rank": 1})"));
    EXPECT_FALSE(readPreset("x", R"({"name": "a", "look_for": "b", "source": "c", "rank": 1.5})"));
}

TEST(DocumentJson, HiddenControlsAndTheLessonComeBack)
{
    model::Document document;
    document.hide = {"seed", "loss"};
    document.lesson = model::LessonPlace{"explosion_budget", 3};
    const Result<model::Document> again = readDocument(writeDocument(document));
    ASSERT_TRUE(again) << plainText(again.error().what);
    EXPECT_EQ(*again, document);
    const std::string start = R"({"format": "deltascope", "schema": 1, )";
    for (const char* wrong : {R"("hide": "seed")", R"("hide": ["seeds"])", R"("hide": [1])", R"("lesson": "first")",
             R"("lesson": {"id": "first"})", R"("lesson": {"id": "first", "step": 0})",
             R"("lesson": {"id": "first", "step": 1.5})", R"("lesson": {"id": 1, "step": 1})",
             R"("lesson": {"id": "first", "step": 1, "more": 2})", R"("view": [])"}) {
        const Result<model::Document> refused = readDocument(start + wrong + "}");
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().fault, Fault::invalidData) << wrong;
        const std::string key(wrong + 1, std::string(wrong).find('"', 1) - 1);
        EXPECT_NE(plainText(refused.error().what).find(key), std::string::npos) << plainText(refused.error().what);
    }
}

} // namespace document_json_test
} // namespace deltascope::documents
