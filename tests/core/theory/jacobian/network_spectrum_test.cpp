// SPDX-License-Identifier: GPL-3.0-or-later
// Spectra of networks against mpmath's SVD (oracles/network_spectra.py), of chains against their factors, and of copies
// of one neuron in closed form. core/maths.md 10.1, 10.2, 10.4.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "core/support/figure_checks.h"
#include "core/support/oracle_table.h"
#include "figures/figure_kind.h"
#include "reports/evaluation_parts/spectrum_text.h"
#include "results/snapshot.h"
#include "theory/jacobian/network_spectrum.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

namespace deltascope::jacobian {
namespace network_spectrum_test {

SpectrumLayers allLayers(const network::Network& network)
{
    const std::vector<int> all = everyFactor(network).factors;
    return {all, all};
}

NetworkSpectrum spectrumOf(const model::Scenario& scenario)
{
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    return *networkSpectrum(network, data, allLayers(network));
}

model::Scenario scenarioOf(const nlohmann::json& row)
{
    model::Scenario scenario;
    scenario.depth = row["depth"];
    scenario.width = row["width"];
    scenario.inputs = row["inputs"];
    scenario.outputs = row["outputs"];
    scenario.activation = scenario.outputActivation = row["activation"];
    scenario.initializer = row["initializer"];
    scenario.gain = row["gain"];
    scenario.seed = row["seed"];
    scenario.input = row["input"];
    scenario.residual = row["residual"];
    scenario.normalization = row["normalization"];
    return scenario;
}

void expectEqual(const numerics::Spectrum& values, const nlohmann::json& expected, const std::string& where)
{
    ASSERT_EQ(values.size(), expected.size()) << where;
    for (std::size_t i = 0; i < values.size(); ++i) {
        ASSERT_EQ(values[i].isZero(), expected[i].is_null()) << where << ", value " << i;
        if (!values[i].isZero()) {
            EXPECT_NEAR(values[i].log10(), expected[i].get<double>(), 1e-8) << where << ", value " << i;
        }
    }
}

TEST(NetworkSpectrum, AgreesWithMoreDigitsThanItSpans)
{
    int values = 0;
    for (const nlohmann::json& row : oracleTable("network_spectra.json")) {
        const model::Scenario scenario = scenarioOf(row);
        const NetworkSpectrum spectrum = spectrumOf(scenario);
        ASSERT_TRUE(spectrum.complete);
        for (const nlohmann::json& expected : row["layers"]) {
            const LayerSpectrum& layer = *spectrum.layer(expected["layer"]);
            const std::string where = scenario.activation + ", " + scenario.initializer + ", gain "
                + std::to_string(scenario.gain) + ", depth " + std::to_string(scenario.depth) + ", residual "
                + std::to_string(scenario.residual) + ", normalization " + scenario.normalization + ", layer "
                + std::to_string(layer.layer);
            expectEqual(layer.factor, expected["factor"], "factor, " + where);
            expectEqual(layer.product, expected["product"], "product, " + where);
            ASSERT_EQ(layer.bound.isZero(), expected["bound"].is_null()) << where;
            if (!layer.bound.isZero()) {
                EXPECT_NEAR(layer.bound.log10(), expected["bound"].get<double>(), 1e-8) << where;
            }
            values += static_cast<int>(layer.product.size());
        }
    }
    EXPECT_GT(values, 200);
}

TEST(NetworkSpectrum, OfAChainIsTheSizeOfItsFactors)
{
    for (const double weight : {-3.0, 1e6}) { // saturated: f′ far below double's range
        model::Scenario scenario;
        scenario.depth = 50;
        scenario.weight = weight;
        scenario.input = 0.3;
        const evaluation::Evaluation evaluation = evaluated(scenario);
        const NetworkSpectrum spectrum = spectrumOf(scenario);
        ASSERT_EQ(spectrum.layers.size(), 50u);
        for (int l = 1; l <= 50; ++l) {
            const LayerSpectrum& layer = *spectrum.layer(l);
            const numerics::Scaled product = l == 1 ? evaluation.product : evaluation.layer(l - 1).toOutput;
            const double size = std::max(1.0, std::abs(product.log10()));
            ASSERT_EQ(layer.factor.size(), 1u);
            EXPECT_NEAR(layer.factor[0].log10(), evaluation.layer(l).factor.log10(), 1e-12 * size);
            EXPECT_NEAR(layer.product.at(0).log10(), product.log10(), 1e-12 * size);
            EXPECT_NEAR(layer.bound.log10(), product.log10(), 1e-12 * size);
        }
    }
}

TEST(NetworkSpectrum, CopiesOfOneNeuronHaveOneSingularValueAndExactZeros)
{
    model::Scenario scenario;
    scenario.depth = 6;
    scenario.inputs = scenario.width = scenario.outputs = 7;
    scenario.weight = 0.5;
    scenario.activation = scenario.outputActivation = "identity";
    const NetworkSpectrum spectrum = spectrumOf(scenario);
    for (const LayerSpectrum& layer : spectrum.layers) {
        ASSERT_EQ(layer.product.size(), 7u);
        EXPECT_NEAR(layer.factor[0].log10(), std::log10(3.5), 1e-12); // n·w
        EXPECT_NEAR(layer.product[0].log10(), (7 - layer.layer) * std::log10(3.5), 1e-11);
        EXPECT_TRUE(layer.factor[1].isZero() && layer.product[1].isZero());
    }
    scenario.weight = 0;
    EXPECT_TRUE(spectrumOf(scenario).first()->product[0].isZero());
    EXPECT_TRUE(spectrumOf(scenario).first()->bound.isZero());
}

// All lies along ĥ there, of which ε/s³ passes: a share that the difference 1 − ⟨ĥ²⟩ would not show.
TEST(NetworkSpectrum, OfCopiesUnderRmsNormalizationEpsilonAlonePasses)
{
    for (const double weight : {0.5, 1e6}) {
        model::Scenario scenario;
        scenario.depth = 2;
        scenario.inputs = scenario.width = scenario.outputs = 7;
        scenario.weight = weight;
        scenario.input = 0.7;
        scenario.activation = scenario.outputActivation = "identity";
        scenario.normalization = "rms";
        const NetworkSpectrum spectrum = spectrumOf(scenario);
        const double sum = 7 * weight, square = std::pow(sum * 0.7, 2) + 1e-5;
        const double expected = std::log10(sum * 1e-5) - 1.5 * std::log10(square);
        EXPECT_NEAR(spectrum.first()->factor[0].log10(), expected, 1e-11);
        EXPECT_NEAR(spectrum.first()->product[0].log10(), expected + std::log10(sum), 1e-11);
        EXPECT_TRUE(spectrum.first()->factor[1].isZero() && spectrum.first()->product[1].isZero());
    }
}

TEST(NetworkSpectrum, NoProductExceedsTheBoundAndUnaskedLayersCountInIt)
{
    model::Scenario scenario;
    scenario.depth = 60;
    scenario.inputs = scenario.width = scenario.outputs = 20;
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.initializer = "lecun_normal";
    const NetworkSpectrum all = spectrumOf(scenario);
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    const NetworkSpectrum few = *networkSpectrum(network, data, {{1, 60}, {1, 60}});
    ASSERT_EQ(few.layers.size(), 2u);
    EXPECT_NEAR(few.first()->bound.log10(), all.first()->bound.log10(), 1e-10);
    EXPECT_EQ(few.first()->product, all.first()->product);
    for (const LayerSpectrum& layer : all.layers)
        EXPECT_LE(layer.product[0].log10(), layer.bound.log10() + 1e-12);
    EXPECT_LT(all.first()->product[0].log10(), all.first()->bound.log10() - 1);
}

TEST(NetworkSpectrum, StopsWithoutAResult)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.inputs = scenario.width = scenario.outputs = 12;
    scenario.initializer = "he_normal";
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(networkSpectrum(network, data, allLayers(network), source.get_token()));
}

TEST(NetworkSpectrum, SamplesAreAscendingAndHoldFirstLastAndSelected)
{
    model::Scenario scenario;
    scenario.depth = 3000;
    scenario.inputs = scenario.width = scenario.outputs = 32;
    const SpectrumLayers sample = sampledLayers(scenario, 1234);
    EXPECT_EQ(sample.factors, sample.products);
    EXPECT_TRUE(std::is_sorted(sample.factors.begin(), sample.factors.end()));
    EXPECT_EQ(std::adjacent_find(sample.factors.begin(), sample.factors.end()), sample.factors.end());
    EXPECT_EQ(sample.factors.front(), 1);
    EXPECT_EQ(sample.factors.back(), 3000);
    EXPECT_TRUE(std::binary_search(sample.factors.begin(), sample.factors.end(), 1234));
    EXPECT_LE(sample.factors.size(), 310u);
    scenario.depth = 9;
    EXPECT_EQ(sampledLayers(scenario, 4).factors.size(), 9u);
}

TEST(NetworkSpectrum, TextHoldsEveryValueAndNullForZero)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.inputs = scenario.width = scenario.outputs = 2;
    scenario.weight = 1;
    scenario.activation = scenario.outputActivation = "identity";
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    const NetworkSpectrum spectrum = *networkSpectrum(network, data, everyFactor(network));
    const auto json = nlohmann::json::parse("{" + reports::spectrumJson(spectrum) + ", "
        + reports::spectrumFactorJson(spectrum, 2) + ", " + reports::spectrumProductJson(spectrum) + "}");
    ASSERT_EQ(json["spectrum"]["layers"].size(), 2u);
    EXPECT_NEAR(json["spectrum"]["layers"][0][0].get<double>(), std::log10(2.0), 1e-14);
    EXPECT_TRUE(json["spectrum"]["layers"][1][1].is_null());
    EXPECT_NEAR(json["spectrum"]["product"][0].get<double>(), std::log10(4.0), 1e-14);
    EXPECT_EQ(json["factor"]["sign"], 1);
    EXPECT_NEAR(json["factor"]["log10"].get<double>(), std::log10(2.0), 1e-14);
    EXPECT_NEAR(json["product"]["log10"].get<double>(), std::log10(4.0), 1e-14);
}

figures::Figure drawn(const model::Scenario& scenario, int selected = 0)
{
    model::Document document;
    document.scenario = scenario;
    document.question.layer = selected;
    const figures::FigureKind* kind = findKind(figures::figuresRegistry(), "jacobian_spectrum");
    const figures::Figure figure =
        kind->build(results::computeSnapshot(document, kind->needs()), document.question, document.view);
    for (const std::string& fault : faultsOf(figure))
        ADD_FAILURE() << fault;
    return figure;
}

bool says(const figures::Figure& figure, const std::string& words)
{
    std::string all = plainText(figure.caption);
    for (const Message& note : figure.notes)
        all += "\n" + plainText(note);
    return all.find(words) != std::string::npos;
}

TEST(JacobianSpectrumFigure, DrawsProductsFactorsAndBound)
{
    model::Scenario scenario;
    scenario.depth = 12;
    scenario.inputs = scenario.width = scenario.outputs = 5;
    scenario.initializer = "glorot_standard";
    scenario.examples = 3;
    const figures::Figure figure = drawn(scenario, 4);
    ASSERT_EQ(figure.panels.size(), 2u);
    const NetworkSpectrum spectrum = spectrumOf(scenario);
    const figures::Line* largest = findElement<figures::Line>(figure.panels[0], "largest σ");
    const figures::Line* bound =
        findElement<figures::Line>(figure.panels[0], "bound: product of the factors’ largest σ");
    const figures::Line* factor = findElement<figures::Line>(figure.panels[1], "smallest σ above 0");
    ASSERT_TRUE(largest && bound && factor);
    ASSERT_EQ(largest->x.size(), 12u);
    EXPECT_DOUBLE_EQ(largest->y[0], spectrum.first()->product[0].log10());
    EXPECT_DOUBLE_EQ(bound->y[0], spectrum.first()->bound.log10());
    EXPECT_DOUBLE_EQ(factor->y[11], spectrum.layer(12)->factor[4].log10());
    EXPECT_TRUE(says(figure, "∂a₁₂/∂a₀"));
    EXPECT_TRUE(says(figure, "first of 3 examples"));
}

TEST(JacobianSpectrumFigure, SaysWhatItCannotDraw)
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.inputs = scenario.width = scenario.outputs = 4;
    scenario.initializer = "he_normal";
    scenario.normalization = "layer";
    EXPECT_TRUE(says(drawn(scenario), "is exactly 0 in"));
    scenario.normalization = "batch";
    scenario.examples = 4;
    EXPECT_TRUE(says(drawn(scenario), "No spectrum under batch normalization"));
    EXPECT_FALSE(results::applies<NetworkSpectrum>(scenario));
    scenario.normalization = "none";
    scenario.initializer = "constant";
    scenario.weight = 0;
    EXPECT_TRUE(says(drawn(scenario), "nothing of the input reaches the output"));
    scenario = {};
    scenario.depth = 2000;
    EXPECT_TRUE(says(drawn(scenario, 700), "Of 2000 layers, 1501 are drawn"));
}

} // namespace network_spectrum_test
} // namespace deltascope::jacobian
