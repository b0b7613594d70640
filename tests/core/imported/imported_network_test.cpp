// SPDX-License-Identifier: GPL-3.0-or-later
// Which array becomes which layer, by names and shapes as people have them.
#include "imported/imported_network.h"

#include "core/imported/files.h"
#include "reports/npz_archive.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deltascope::imported {
namespace imported_network_test {

/// Numbers that say where they stand: of an array of this seed, row by row.
SavedArray array(const std::string& name, std::vector<int> shape, double first = 1)
{
    int count = 1;
    for (const int size : shape)
        count *= size;
    SavedArray made{name, std::move(shape), {}};
    for (int i = 0; i < count; ++i)
        made.numbers.push_back(first + i);
    return made;
}

ImportedNetwork taken(const std::vector<SavedArray>& arrays, const std::string& metadata = {})
{
    Result<ImportedNetwork> network = importNetwork(safetensorsOf(arrays, metadata), "some.safetensors");
    EXPECT_TRUE(network) << plainText(network.error().what);
    return network ? *std::move(network) : ImportedNetwork{};
}

std::string refusalOf(const std::string& bytes, const std::string& name = "some.safetensors")
{
    const Result<ImportedNetwork> network = importNetwork(bytes, name);
    EXPECT_FALSE(network);
    if (network)
        return {};
    EXPECT_EQ(network.error().fault, Fault::invalidData);
    return plainText(network.error().what);
}

std::string becameOf(const ImportedNetwork& network, const std::string& name)
{
    const auto found = std::ranges::find(network.arrays, name, &ArrayUse::name);
    return found == network.arrays.end() ? "not there" : plainText(found->became);
}

Eigen::MatrixXd byRows(int rows, int columns, double first = 1)
{
    Eigen::MatrixXd matrix(rows, columns);
    for (int i = 0; i < rows * columns; ++i)
        matrix(i / columns, i % columns) = first + i;
    return matrix;
}

TEST(ImportedNetwork, PyTorchNamesAreLayersInTheirNumericalOrder)
{
    const ImportedNetwork network =
        taken({array("model.10.weight", {2, 3}, 50), array("model.10.bias", {2}), array("model.2.weight", {3, 3}, 20),
            array("model.2.bias", {3}, 30), array("model.0.weight", {3, 4}), array("model.0.bias", {3})});
    EXPECT_EQ(network.sizes(), (std::vector{4, 3, 3, 2}));
    EXPECT_EQ(network.layers[0].weights, byRows(3, 4));
    EXPECT_EQ(network.layers[1].weights, byRows(3, 3, 20)) << "square: out × in";
    EXPECT_EQ(network.layers[1].biases, byRows(3, 1, 30));
    EXPECT_EQ(becameOf(network, "model.10.weight"), "weights of layer 3");
}

TEST(ImportedNetwork, KerasKernelsLieTheOtherWayRound)
{
    const ImportedNetwork network = taken({array("dense/kernel:0", {4, 3}), array("dense/bias:0", {3}),
        array("dense_1/kernel:0", {3, 3}, 20), array("dense_1/bias:0", {3}), array("dense_2/kernel:0", {3, 1})});
    EXPECT_EQ(network.sizes(), (std::vector{4, 3, 3, 1}));
    EXPECT_EQ(network.layers[0].weights, byRows(4, 3).transpose());
    EXPECT_EQ(network.layers[1].weights, byRows(3, 3, 20).transpose()) << "square: in × out";
    EXPECT_EQ(network.layers[2].biases, Eigen::VectorXd::Zero(1));
    EXPECT_EQ(becameOf(network, "dense_1/kernel:0"), "weights of layer 2, which lie in × out");
}

TEST(ImportedNetwork, ArraysWithoutNamesAreTakenInTheirOrder)
{
    const auto npy = [](int rows, int columns, double first) { return reports::npyText(byRows(rows, columns, first)); };
    const auto vector = [](int size) { return reports::npyText(Eigen::VectorXd::Ones(size), true); };
    const std::string keras = reports::zipOf({{"arr_0.npy", npy(4, 3, 1)}, {"arr_1.npy", vector(3)},
        {"arr_2.npy", npy(3, 3, 20)}, {"arr_3.npy", vector(3)}});
    const Result<ImportedNetwork> network = importNetwork(keras, "w.npz");
    ASSERT_TRUE(network) << plainText(network.error().what);
    EXPECT_EQ(network->sizes(), (std::vector{4, 3, 3}));
    EXPECT_EQ(network->layers[1].weights, byRows(3, 3, 20).transpose()) << "as the one before it";
    const std::string torch = reports::zipOf({{"arr_0.npy", npy(3, 4, 1)}, {"arr_1.npy", vector(3)},
        {"arr_2.npy", npy(3, 3, 20)}, {"arr_3.npy", vector(3)}});
    const Result<ImportedNetwork> other = importNetwork(torch, "w.npz");
    ASSERT_TRUE(other);
    EXPECT_EQ(other->layers[1].weights, byRows(3, 3, 20));
    // Nielsen's own: biases are columns.
    const std::string paper = reports::zipOf({{"W1.npy", npy(3, 2, 1)}, {"b1.npy", npy(3, 1, 5)},
        {"W2.npy", npy(1, 3, 1)}, {"b2.npy", npy(1, 1, 9)}, {"inputs.npy", npy(5, 2, 0)}});
    const Result<ImportedNetwork> third = importNetwork(paper, "w.npz");
    ASSERT_TRUE(third) << plainText(third.error().what);
    EXPECT_EQ(third->layers[0].biases, byRows(3, 1, 5));
    EXPECT_EQ(becameOf(*third, "inputs"), "left out: the examples are those chosen under “Data”");
}

TEST(ImportedNetwork, ShapesSayTheOrderWhereNamesDoNot)
{
    const ImportedNetwork network =
        taken({array("head.weight", {1, 2}), array("stem.weight", {3, 5}), array("body.weight", {2, 3})});
    EXPECT_EQ(network.sizes(), (std::vector{5, 3, 2, 1}));
}

TEST(ImportedNetwork, WhatIsNoChainIsRefusedWithItsPlace)
{
    EXPECT_EQ(refusalOf(safetensorsOf({array("0.weight", {3, 4}), array("2.weight", {2, 5})})),
        "“some.safetensors”: its weights do not form a chain of layers: the outputs of “0.weight” are 3, and the "
        "inputs of "
        "“2.weight”, the next one, 5; only chains of dense layers can be read here.");
    EXPECT_NE(
        refusalOf(safetensorsOf({array("conv1.weight", {2, 1, 3, 3})})).find("has 4 dimensions"), std::string::npos);
    EXPECT_NE(
        refusalOf(safetensorsOf({array("0.weight", {3, 4}), array("0.bias", {4})})).find("the length of “0.bias” is 4"),
        std::string::npos);
    EXPECT_NE(refusalOf(safetensorsOf({array("something", {3, 4})})).find("no array in it has the name of weights"),
        std::string::npos);
    EXPECT_NE(refusalOf(safetensorsOf({array("0.weight", {1, 1}, std::numeric_limits<double>::infinity())}))
                  .find("infinite or not a number"),
        std::string::npos);
}

/// One number of a type, as safetensors writes it.
std::string headOf(const char* name, const char* type, const char* shape, int begin, int end)
{
    return std::string("\"") + name + R"(":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":[)"
        + std::to_string(begin) + "," + std::to_string(end) + "]}";
}

TEST(ImportedNetwork, NumbersThatAreNoWeightsAreRefusedAsWhatTheyAre)
{
    const std::string whole = headOf("0.weight", "I64", "[1,1]", 0, 8), bias = headOf("0.bias", "F64", "[1]", 8, 16);
    const std::string refusal =
        "“some.safetensors”: “0.weight” has numbers of the type “I64”; float64, float32, float16 "
        "and bfloat16 are read as weights and biases, so save it as one of them.";
    EXPECT_EQ(refusalOf(safetensorsFile("{" + whole + "," + bias + "}", std::string(16, '\0'))), refusal);
    // Beside layers that could be read it is no smaller network.
    EXPECT_EQ(
        refusalOf(safetensorsFile(
            "{" + whole + "," + bias + "," + headOf("2.weight", "F64", "[1,1]", 16, 24) + "}", std::string(24, '\0'))),
        refusal);
    EXPECT_NE(refusalOf(safetensorsFile("{" + headOf("0.weight", "F64", "[1,1]", 0, 8) + ","
                                + headOf("0.bias", "I64", "[1]", 8, 16) + "}",
                            std::string(16, '\0')))
                  .find("“0.bias” has numbers of the type “I64”"),
        std::string::npos);
    EXPECT_EQ(refusalOf(safetensorsOf({{"weight", {}, {3}}})),
        "“some.safetensors”: “weight” has the name of weights but is a single number; the weights of a dense layer "
        "have "
        "two dimensions, also where they are one number.");
    EXPECT_NE(refusalOf(safetensorsOf({array("0.weight", {1}), array("0.bias", {1})}))
                  .find("“0.weight” has the name of weights but is a plain list of numbers"),
        std::string::npos);
    EXPECT_NE(refusalOf(safetensorsOf({array("x_train", {2, 4}), array("y_train", {2})}))
                  .find("holds pictures and their labels"),
        std::string::npos);
}

TEST(ImportedNetwork, NormalizationsAreTakenWhereTheyAreOurs)
{
    const auto with = [](const SavedArray& gamma, double firstBias, bool running) {
        std::vector<SavedArray> arrays{array("0.weight", {2, 3}), {"0.bias", {2}, {firstBias, 1}}, gamma,
            {"1.bias", {2}, {7, 8}}, array("3.weight", {1, 2})};
        if (running)
            arrays.push_back(array("1.running_var", {2}));
        return taken(arrays);
    };
    const SavedArray one{"1.weight", {2}, {1, 1}}, other{"1.weight", {2}, {1, 1.5}};
    const std::vector<std::pair<std::string, std::string>> batch{
        {"normalization", "batch"}, {"norm_position", "after"}},
        layer{{"normalization", "layer"}, {"norm_position", "after"}}, none;
    const ImportedNetwork ofBatches = with(one, 3, true), ofLayers = with(one, 1, false);
    EXPECT_EQ(ofBatches.said, batch);
    EXPECT_EQ(ofBatches.layers[0].biases, (Eigen::Vector2d(7, 8))) << "β; the batch takes the others off again";
    EXPECT_EQ(becameOf(ofBatches, "0.bias"), "left out: the normalization takes it off again");
    EXPECT_EQ(ofLayers.said, layer);
    EXPECT_EQ(ofLayers.layers[0].biases, (Eigen::Vector2d(7, 8)));
    EXPECT_EQ(with(one, 3, false).said, none) << "biases that a mean over neurons does not take off";
    EXPECT_EQ(with(other, 1, false).said, none);
    EXPECT_EQ(with(other, 1, false).layers[0].biases, (Eigen::Vector2d(1, 1)));
    EXPECT_NE(becameOf(with(other, 1, false), "1.weight").find("has no γ here"), std::string::npos);
}

TEST(ImportedNetwork, WordsInTheFileSayActivations)
{
    const ImportedNetwork network =
        taken({array("0.weight", {1, 1})}, R"({"activation":"SiLU","output_activation":"linear","format":"pt"})");
    EXPECT_EQ(network.said,
        (std::vector<std::pair<std::string, std::string>>{{"activation", "swish"}, {"output_activation", "identity"}}));
}

TEST(ImportedNetwork, OfFilesThatAreNotReadTheLineThatConvertsThemIsSaid)
{
    EXPECT_EQ(refusalOf("\x80\x02}q\x01.", "m.pkl"),
        "“m.pkl”: it is a pickle, which may run any program while it is read, so it is not opened; this line of Python "
        "makes a file that is: import numpy, torch; numpy.savez('m.npz', **{k: v.numpy() for k, v in "
        "torch.load('m.pkl').items()})");
    const std::string torch = reports::zipOf({{"m/data.pkl", "\x80\x02}."}, {"m/data/0", "1234"}});
    EXPECT_NE(refusalOf(torch, "m.pt").find("torch.load('m.pt')"), std::string::npos);
    EXPECT_NE(refusalOf(torch, "m'); run('.pt").find("torch.load('FILE')"), std::string::npos) << "no code of a name";
    EXPECT_NE(refusalOf("\x89HDF\r\n\x1a\n", "m.h5").find("load_model('m.h5').get_weights()"), std::string::npos);
    const std::string keras = reports::zipOf({{"config.json", "{}"}, {"model.weights.h5", "x"}});
    EXPECT_NE(refusalOf(keras, "m.keras").find("load_model('m.keras')"), std::string::npos);
    EXPECT_NE(refusalOf("\x08\x07", "m.onnx").find("onnx.load('m.onnx')"), std::string::npos);
    EXPECT_NE(refusalOf("some text", "m.txt").find("it is not a network that can be read here"), std::string::npos);
}

TEST(ImportedNetwork, OurOwnJsonIsRead)
{
    const Result<ImportedNetwork> network = importNetwork(
        R"({"weights": [[[1, 2], [3, 4]], [[5, 6]]], "biases": [[7, 8], [9]], "scenario": {"note": "\"}"}, "inputs": []})",
        "n.json");
    ASSERT_TRUE(network) << plainText(network.error().what);
    EXPECT_EQ(network->layers[0].weights, byRows(2, 2));
    EXPECT_EQ(network->layers[1].biases[0], 9);
    EXPECT_EQ(network->scenario, R"({"note": "\"}"})");
    for (const char* wrong :
        {R"({"weights": [[[1, 2], [3]]], "biases": [[1, 2]]})", R"({"weights": [[]], "biases": [[1]]})",
            R"({"weights": [], "biases": []})", R"({"weights": [[[1]]], "biases": [["1"]]})", R"({"depth": 3})"})
        EXPECT_FALSE(importNetwork(wrong, "n.json")) << wrong;
}

} // namespace imported_network_test
} // namespace deltascope::imported
