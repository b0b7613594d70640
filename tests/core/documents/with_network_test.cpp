// SPDX-License-Identifier: GPL-3.0-or-later
// A network of a file as start values of a scenario.
#include "documents/with_network.h"

#include "core/imported/files.h"
#include "data/dataset.h"
#include "documents/document_json.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "network/network.h"
#include "parameters/parameters.h"
#include "reports/network_format.h"
#include "results/seeds_band.h"
#include "results/snapshot.h"
#include "results/speed_ratios.h"
#include "theory/mean_field/prediction.h"
#include "training/training.h"

#include <gtest/gtest.h>

namespace deltascope::documents {
namespace with_network_test {

std::shared_ptr<const imported::ImportedNetwork> shared(const std::string& bytes, const char* name = "mine.safetensors")
{
    Result<imported::ImportedNetwork> network = imported::importNetwork(bytes, name);
    EXPECT_TRUE(network);
    return std::make_shared<const imported::ImportedNetwork>(*std::move(network));
}

/// 2 : 3 : 1.
std::string file(double first = 0.25, const std::string& words = {})
{
    return imported::safetensorsOf(
        {{"0.weight", {3, 2}, {first, -0.5, 1, 0.75, -1.25, 0.5}}, {"0.bias", {3}, {0.1, 0.2, 0.3}},
            {"2.weight", {1, 3}, {1, 2, -1}}, {"2.bias", {1}, {0.5}}},
        words);
}

TEST(NetworkOfAFile, IsTheStartOfItsScenario)
{
    const auto network = shared(file(0.25, R"({"activation": "tanh"})"));
    model::Scenario before;
    before.layers = {{2, 3.0, {}}};
    before.data = "gaussian";
    const model::Scenario scenario = *withNetwork(before, *network);
    EXPECT_EQ(scenario.initializer, model::kFromFile);
    EXPECT_EQ(scenario.activation, "tanh");
    EXPECT_EQ(scenario.data, "gaussian");
    EXPECT_EQ(scenario.network.sizes, (std::vector{2, 3, 1}));
    EXPECT_FALSE(parameters::validate(scenario));
    const data::DataFolder folder{.path = {}, .networks = {network}};
    const Result<data::Dataset> data = data::makeDataset(scenario, {}, folder);
    ASSERT_TRUE(data) << plainText(data.error().what);
    const network::Network start(scenario, *data);
    EXPECT_EQ(start.weights(1), network->layers[0].weights);
    EXPECT_EQ(start.biases(1), network->layers[0].biases);
    EXPECT_EQ(start.weights(2)(0, 2), -1);
    training::Training training(scenario, std::make_shared<const data::Dataset>(*data));
    EXPECT_EQ(training.advance(), training::Training::Outcome::stepped);
    EXPECT_NE(training.network().weights(1), network->layers[0].weights) << "it learns from there";
}

TEST(NetworkOfAFile, IsHeldByTheDocumentWithoutItsNumbers)
{
    const model::Scenario scenario = *withNetwork({}, *shared(file()));
    const std::string text = writeDocument({.scenario = scenario});
    EXPECT_EQ(text.find("0.25"), std::string::npos);
    EXPECT_NE(text.find("\"network\": {\"file\": \"mine.safetensors\", \"fingerprint\": \""), std::string::npos)
        << text;
    const Result<model::Document> read = readDocument(text);
    ASSERT_TRUE(read) << plainText(read.error().what);
    EXPECT_EQ(read->scenario, scenario);
    for (const char* wrong : {R"({"file": "/etc/passwd", "fingerprint": "0123456789abcdef", "sizes": [1, 1]})",
             R"({"file": "a", "fingerprint": "012345678", "sizes": [1, 1]})",
             R"({"file": "a", "fingerprint": "0123456789abcdef", "sizes": [1]})",
             R"({"file": "a", "fingerprint": "0123456789abcdef", "sizes": [1, 1e9]})", R"({"name": "a"})", "3"})
        EXPECT_FALSE(readDocument(std::string(R"({"format": "deltascope", "schema": 2, "network": )") + wrong + "}"))
            << wrong;
}

TEST(NetworkOfAFile, OnlyThatFileWillDo)
{
    const auto network = shared(file()), other = shared(file(0.5), "other.safetensors");
    const model::Scenario scenario = *withNetwork({}, *network);
    const auto why = [&](const model::Scenario& of, const std::shared_ptr<const imported::ImportedNetwork>& given) {
        data::DataFolder folder;
        if (given)
            folder.networks.push_back(given);
        const Result<data::Dataset> data = data::makeDataset(of, {}, folder);
        return data ? std::string() : plainText(data.error().what);
    };
    EXPECT_EQ(why(scenario, network), "");
    EXPECT_EQ(why(scenario, nullptr),
        "The initial weights are those of the network “mine.safetensors” (2:3:1), whose file was not given: open it, "
        "or give it with --network.");
    EXPECT_EQ(why(scenario, other),
        "“other.safetensors” is not the network “mine.safetensors” (2:3:1), whose numbers should be the initial "
        "weights.");
    model::Scenario wider = scenario;
    wider.width = 4;
    EXPECT_EQ(why(wider, network),
        "The network “mine.safetensors” has the sizes 2:3:1, which the scenario, with 2:4:1, must have too: set "
        "widths=2:3:1.");
    model::Scenario unnamed;
    unnamed.initializer = model::kFromFile;
    EXPECT_NE(why(unnamed, network).find("none was opened"), std::string::npos);
}

TEST(NetworkOfAFile, SaysWhatDoesNotApply)
{
    const model::Scenario scenario = *withNetwork({}, *shared(file()));
    EXPECT_FALSE(results::dependsOnSeed(scenario)) << "weights that no seed draws";
    EXPECT_FALSE(mean_field::whyNoTheory(scenario).empty());
    for (const char* key : {"depth", "width", "inputs", "outputs", "weight", "bias", "gain", "bias_std", "layers"}) {
        const Message why = parameters::findScenarioParameter(key)->idle(scenario);
        EXPECT_FALSE(why.empty()) << key;
    }
    EXPECT_TRUE(parameters::findScenarioParameter("network")->idle(scenario).empty());
    EXPECT_FALSE(parameters::findScenarioParameter("network")->idle({}).empty());
    EXPECT_TRUE(parameters::findScenarioParameter("depth")->idle({}).empty());
}

TEST(NetworkOfAFile, EveryFigureIsDrawnOrSaysWhyNot)
{
    const auto network = shared(file());
    model::Document document;
    document.scenario = *withNetwork({}, *network);
    document.scenario.data = "gaussian"; // of many seeds
    document.scenario.epochs = 2;
    document.question.seeds = 3;
    for (const figures::FigureKind* kind : figures::figuresRegistry()) {
        const results::Snapshot snapshot =
            results::computeSnapshot(document, kind->needs(), {.folder = {.path = {}, .networks = {network}}});
        EXPECT_FALSE(snapshot.failure) << kind->id;
        const figures::Figure figure = figures::buildFigure(*kind, snapshot, document.question, document.view);
        EXPECT_FALSE(figure.panels.empty() && figure.caption.empty()) << kind->id;
    }
    EXPECT_FALSE(results::whyNoOtherDepths(document.scenario).empty());
    EXPECT_TRUE(results::whyNoOtherDepths({}).empty());
}

TEST(NetworkOfAFile, TiedLayersShareOnlyWhatTheFileHasTwice)
{
    const auto square = [](double third) {
        return imported::safetensorsOf(
            {{"0.weight", {1, 1}, {1}}, {"0.bias", {1}, {0}}, {"2.weight", {1, 1}, {2}}, {"2.bias", {1}, {0}},
                {"4.weight", {1, 1}, {third}}, {"4.bias", {1}, {0}}, {"6.weight", {1, 1}, {1}}, {"6.bias", {1}, {0}}});
    };
    for (const double third : {2.0, 3.0}) {
        const auto network = shared(square(third));
        model::Scenario scenario = *withNetwork({}, *network);
        scenario.tied = true;
        const Result<data::Dataset> data = data::makeDataset(scenario, {}, {.path = {}, .networks = {network}});
        EXPECT_EQ(bool(data), third == 2);
        if (!data) {
            EXPECT_EQ(plainText(data.error().what),
                "In the network “mine.safetensors” layer 3 has other weights than layer 2, and tied layers share "
                "theirs: set tied=false.");
        }
    }
}

TEST(NetworkOfAFile, WordsThatAreNotUnderstoodAreSaid)
{
    const auto said = [](const char* words) { return plainText(understood(*shared(file(0.25, words)))); };
    EXPECT_EQ(said(R"({"activation": "tanh"})"), "“mine.safetensors”: 2 layers, 2:3:1.");
    const std::string wrong = said(R"({"activation": "nosuch"})");
    EXPECT_NE(
        wrong.find("what it says of itself is not understood (activation: “nosuch” is not known"), std::string::npos)
        << wrong;
    EXPECT_NE(wrong.find("it does not name its activations"), std::string::npos) << wrong;
    EXPECT_TRUE(says(*shared(file(0.25, R"({"activation": "tanh"})")), "activation"));
    EXPECT_FALSE(says(*shared(file(0.25, R"({"activation": "nosuch"})")), "activation")); // the window asks the same
    const std::string newer = said(R"({"deltascope": "{\"format\": \"deltascope\", \"schema\": 99}"})");
    EXPECT_NE(newer.find("what it says of itself is not understood ("), std::string::npos) << newer;
}

TEST(NetworkOfAFile, TooWideOnesAreRefused)
{
    const std::string wide = imported::safetensorsOf(
        {{"0.weight", {2000, 1}, std::vector<double>(2000, 1)}, {"1.weight", {1, 2000}, std::vector<double>(2000, 1)}});
    const Result<model::Scenario> scenario = withNetwork({}, *shared(wide));
    ASSERT_FALSE(scenario);
    EXPECT_NE(plainText(scenario.error().what).find("“mine.safetensors”: "), std::string::npos);
}

TEST(NetworkOfAFile, WhatLeavesTheProgramComesBackTheSame)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.inputs = 2;
    scenario.width = 4;
    scenario.initializer = "he_normal";
    scenario.activation = "relu";
    scenario.normalization = "layer";
    scenario.layers = {{.layer = 1, .activation = "tanh"}};
    const Result<reports::NetworkExport> made = reports::networkExport(scenario);
    ASSERT_TRUE(made);
    for (const reports::NetworkFormat* format : reports::network_formatsRegistry()) {
        if (format->suffix == ".py" || format->suffix == ".ipynb")
            continue;
        std::string bytes;
        format->write(*made, {},
            [&](std::string_view piece) {
                bytes += piece;
                return true;
            },
            {});
        const auto network = shared(bytes, "again");
        ASSERT_EQ(network->layers.size(), 3u) << format->id;
        for (int layer = 1; layer <= 3; ++layer) {
            EXPECT_EQ(network->layers[static_cast<std::size_t>(layer - 1)].weights, made->network->weights(layer));
            EXPECT_EQ(network->layers[static_cast<std::size_t>(layer - 1)].biases, made->network->biases(layer));
        }
        const model::Scenario again = *withNetwork({}, *network);
        EXPECT_EQ(again.activation, "relu") << format->id;
        EXPECT_EQ(again.normalization, "layer") << format->id;
        EXPECT_EQ(again.layers, scenario.layers) << format->id;
    }
}

} // namespace with_network_test
} // namespace deltascope::documents
