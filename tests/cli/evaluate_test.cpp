// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::cli {
namespace evaluate_test {

QJsonObject evaluateJson(const char* arguments)
{
    const Outcome outcome = cli(words("evaluate --format json") + words(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
    EXPECT_TRUE(outcome.error.isEmpty()) << outcome.error.constData();
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(outcome.output, &error).object();
    EXPECT_EQ(error.error, QJsonParseError::NoError) << outcome.output.constData();
    return object;
}

QJsonValue at(const QJsonObject& evaluation, int layer, const char* quantity, const char* key)
{
    return evaluation[QStringLiteral("layers")][layer - 1][QLatin1String(quantity)][QLatin1String(key)];
}

TEST(Evaluate, AnActivationMayBeTyped)
{
    const QJsonObject typed = evaluateJson("--set activation=formula --set formula=(exp(z)-exp(-z))/(exp(z)+exp(-z)) "
                                           "--set weight=2"),
                      builtIn = evaluateJson("--set activation=tanh --set weight=2");
    for (int layer = 1; layer <= 4; ++layer)
        EXPECT_NEAR(at(typed, layer, "bias_speed", "log10").toDouble(),
            at(builtIn, layer, "bias_speed", "log10").toDouble(), 1e-12);
    EXPECT_EQ(typed[QStringLiteral("scenario")][QStringLiteral("formula")],
        QStringLiteral("(exp(z)-exp(-z))/(exp(z)+exp(-z))"));
    const Outcome refused = cli(words("evaluate --set activation=formula --set formula=z*tanh("));
    EXPECT_EQ(refused.code, 2);
    EXPECT_TRUE(refused.error.contains("column 8")) << refused.error.constData();
    EXPECT_EQ(refused.error.count('\n'), 1);
    const QJsonObject steep = evaluateJson("--set activation=leaky_relu --set slope=0.2 --set weight=-1");
    EXPECT_NEAR(at(steep, 1, "derivative", "mean").toDouble(), 0.2, 1e-15);
}

TEST(Evaluate, JsonHasEveryKeyOfTheContract)
{
    const QJsonObject evaluation = evaluateJson("--preset explosion");
    EXPECT_EQ(evaluation[QStringLiteral("format")], QStringLiteral("deltascope.evaluation"));
    EXPECT_EQ(evaluation[QStringLiteral("schema")], 1);
    for (const char* key : {"depth", "width", "inputs", "outputs", "activation", "output_activation", "initializer",
             "weight", "bias", "layers", "input", "loss", "target"})
        EXPECT_TRUE(evaluation[QStringLiteral("scenario")].toObject().contains(QLatin1String(key))) << key;
    EXPECT_EQ(evaluation[QStringLiteral("cost")], 0.125);
    EXPECT_EQ(evaluation[QStringLiteral("product")][QStringLiteral("sign")], 1);
    EXPECT_NEAR(evaluation[QStringLiteral("product")][QStringLiteral("log10")].toDouble(), 4 * std::log10(25.0), 1e-12);
    const QJsonArray layers = evaluation[QStringLiteral("layers")].toArray();
    ASSERT_EQ(layers.size(), 4);
    for (int layer = 1; layer <= 4; ++layer) {
        EXPECT_EQ(layers[layer - 1][QStringLiteral("layer")], layer);
        for (const char* key : {"mean", "std", "min", "max"}) {
            EXPECT_TRUE(at(evaluation, layer, "z", key).isDouble());
            EXPECT_TRUE(at(evaluation, layer, "a", key).isDouble());
            EXPECT_TRUE(at(evaluation, layer, "derivative", key).isDouble());
        }
        EXPECT_EQ(at(evaluation, layer, "derivative", "mean"), 0.25);
        EXPECT_NEAR(at(evaluation, layer, "factor", "log10").toDouble(), std::log10(25.0), 1e-12);
        // δ^l = a_L · f′ · 25^(4 − l) and ∂C/∂w_l = δ^l a_(l−1)
        const double delta = std::log10(0.125) + (4 - layer) * std::log10(25.0);
        EXPECT_NEAR(at(evaluation, layer, "bias_speed", "log10").toDouble(), delta, 1e-12);
        EXPECT_NEAR(at(evaluation, layer, "weight_speed", "log10").toDouble(),
            delta + (layer == 1 ? 0 : std::log10(0.5)), 1e-12);
    }
}

TEST(Evaluate, AgreesWithTheTextbookLoop)
{
    const QJsonObject evaluation =
        evaluateJson("--set depth=12 --set weight=-3.5 --set bias=0.25 --set input=0.3 --set target=1");
    long double a = 0.3L, product = 1;
    for (int layer = 1; layer <= 12; ++layer) {
        const long double z = -3.5L * a + 0.25L;
        a = 1 / (1 + std::exp(-z));
        product *= -3.5L * a * (1 - a);
        EXPECT_NEAR(at(evaluation, layer, "z", "mean").toDouble(), static_cast<double>(z), 1e-12);
        EXPECT_NEAR(at(evaluation, layer, "a", "mean").toDouble(), static_cast<double>(a), 1e-12);
    }
    EXPECT_EQ(evaluation[QStringLiteral("product")][QStringLiteral("sign")], product < 0 ? -1 : 1);
    EXPECT_NEAR(evaluation[QStringLiteral("product")][QStringLiteral("log10")].toDouble(),
        static_cast<double>(std::log10(std::abs(product))), 1e-10);
    EXPECT_NEAR(evaluation[QStringLiteral("cost")].toDouble(), static_cast<double>((a - 1) * (a - 1) / 2), 1e-12);
}

TEST(Evaluate, BeyondDoublesAndExactZeros)
{
    const QJsonObject thousand = evaluateJson("--preset a_thousand_layers");
    EXPECT_NEAR(thousand[QStringLiteral("product")][QStringLiteral("log10")].toDouble(), -602.05999132796239, 1e-9);
    const QJsonObject large =
        evaluateJson("--set activation=relu --set output_activation=relu --set weight=100 --set depth=160");
    EXPECT_TRUE(at(large, 160, "z", "mean").isNull());
    EXPECT_EQ(at(large, 160, "z", "mean_sign"), 1);
    EXPECT_NEAR(at(large, 160, "z", "mean_log10").toDouble(), 320, 1e-9);
    EXPECT_TRUE(large[QStringLiteral("cost")].isNull());
    EXPECT_NEAR(large[QStringLiteral("cost_log10")].toDouble(), 640 - std::log10(2.0), 1e-9);
    const QJsonObject zero = evaluateJson("--set weight=0");
    EXPECT_EQ(at(zero, 1, "bias_speed", "sign"), 0);
    EXPECT_TRUE(at(zero, 1, "bias_speed", "log10").isNull());
    EXPECT_EQ(zero[QStringLiteral("product")][QStringLiteral("sign")], 0);
    const QJsonObject one = evaluateJson("--set depth=1");
    EXPECT_EQ(one[QStringLiteral("layers")].toArray().size(), 1);
}

// σ′(100^10) has an exponent that 64 bits do not hold; the ratio between two layers is a product of factors of 100.
TEST(Evaluate, BeyondWhatIsHeldIsSaidAndNeverTurnsTheVerdict)
{
    const char* arguments = "--set activation=relu --set weight=100 --set depth=10 --set examples=2";
    const QString text = QString::fromUtf8(cli(words("evaluate") + words(arguments)).output);
    EXPECT_TRUE(text.startsWith(QStringLiteral("Exploding: layer 1 learns 10¹⁸ times faster than layer 10.")))
        << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("<10^(−10¹⁷)"))) << qPrintable(text);
    EXPECT_FALSE(text.contains(QStringLiteral("10⁻¹³⁸⁸"))) << qPrintable(text);
    const QJsonObject evaluation = evaluateJson(arguments);
    EXPECT_EQ(at(evaluation, 1, "bias_speed", "sign"), 1);
    EXPECT_TRUE(at(evaluation, 1, "bias_speed", "log10").isNull());
    EXPECT_EQ(at(evaluation, 1, "bias_speed", "beyond"), QStringLiteral("small"));
    EXPECT_EQ(at(evaluation, 10, "derivative", "mean_beyond"), QStringLiteral("small"));
}

TEST(Evaluate, AWideNetworkHasNoFactor)
{
    const QJsonObject evaluation = evaluateJson("--set width=3 --set inputs=2 --set outputs=2");
    EXPECT_FALSE(evaluation.contains(QStringLiteral("product")));
    EXPECT_FALSE(evaluation[QStringLiteral("layers")][0].toObject().contains(QStringLiteral("factor")));
    EXPECT_TRUE(at(evaluation, 1, "bias_speed", "log10").isDouble());
}

TEST(Evaluate, CsvReadsBackToTheSameNumbers)
{
    const Outcome outcome = cli(words("evaluate --preset vanishing --format csv"));
    ASSERT_EQ(outcome.code, 0);
    const QJsonObject json = evaluateJson("--preset vanishing");
    const QList<QByteArray> lines = outcome.output.split('\n');
    ASSERT_EQ(lines.size(), 6); // names, four layers, the end of the last line
    const QList<QByteArray> names = lines[0].split(',');
    EXPECT_EQ(names[0], "layer");
    for (int layer = 1; layer <= 4; ++layer) {
        const QList<QByteArray> cells = lines[layer].split(',');
        ASSERT_EQ(cells.size(), names.size());
        EXPECT_EQ(cells[names.indexOf("z_mean")].toDouble(), at(json, layer, "z", "mean").toDouble());
        EXPECT_EQ(cells[names.indexOf("factor_log10")].toDouble(), at(json, layer, "factor", "log10").toDouble());
        EXPECT_EQ(
            cells[names.indexOf("weight_speed_log10")].toDouble(), at(json, layer, "weight_speed", "log10").toDouble());
    }
}

TEST(Evaluate, TextStartsWithTheDiagnosis)
{
    const Outcome outcome = cli(words("evaluate --preset explosion"));
    EXPECT_EQ(outcome.code, 0);
    EXPECT_TRUE(outcome.output.startsWith("Exploding: ")) << outcome.output.constData();
    EXPECT_TRUE(outcome.output.contains("      3  0  0.5   0.25              25       3.125        1.5625\n"))
        << outcome.output.constData();
}

TEST(Evaluate, SettingsAndTheDocumentOfAFile)
{
    const QJsonObject direct = evaluateJson("--set depth=3 --set weight=−2 --set layers=[{\"layer\":2,\"bias\":0.5}]");
    const Outcome file = cli(words("evaluate --scenario - --set depth=3 --format json"),
        R"({"format": "deltascope", "schema": 1, "weight": -2, "layers": [{"layer": 2, "bias": 0.5}]})");
    EXPECT_EQ(file.code, 0) << file.error.constData();
    EXPECT_EQ(QJsonDocument::fromJson(file.output).object(), direct);
}

TEST(Network, IsWhatWasEvaluated)
{
    const Outcome outcome =
        cli(words("network --preset vanishing --set width=3 --set inputs=2 --set outputs=2 --set target=0.5 --out -"));
    ASSERT_EQ(outcome.code, 0) << outcome.error.constData();
    const QJsonObject network = QJsonDocument::fromJson(outcome.output).object();
    EXPECT_EQ(network.keys(),
        (QStringList{QStringLiteral("biases"), QStringLiteral("inputs"), QStringLiteral("scenario"),
            QStringLiteral("targets"), QStringLiteral("weights")}));
    const QJsonArray weights = network[QStringLiteral("weights")].toArray();
    ASSERT_EQ(weights.size(), 4);
    EXPECT_EQ(weights[0].toArray().size(), 3); // rows: neurons
    EXPECT_EQ(weights[0][0].toArray().size(), 2); // columns: inputs
    EXPECT_EQ(weights[3].toArray().size(), 2);
    EXPECT_EQ(network[QStringLiteral("biases")][3].toArray().size(), 2);
    EXPECT_EQ(network[QStringLiteral("inputs")], (QJsonArray{QJsonArray{1, 1}}));
    EXPECT_EQ(network[QStringLiteral("targets")], (QJsonArray{QJsonArray{0.5, 0.5}}));
}

TEST(Network, EveryNumberReadsBackToTheSameBits)
{
    const Outcome outcome =
        cli(words("network --set depth=2 --set weight=-0.0 --set bias=5e-324 --set input=0.1 --out -"));
    EXPECT_TRUE(outcome.output.startsWith(
        "{\"weights\": [[[-0.0]],\n  [[-0.0]]],\n \"biases\": [[5e-324],\n  [5e-324]],\n \"inputs\": [[0.1]],\n "
        "\"targets\": [[0]],\n"))
        << outcome.output.toStdString();
}

TEST(Network, ABiasThatNoDoubleHoldsIsSaid)
{
    // A bias of 0 by hand lets a ReLU chain grow by 10⁶ a layer; the balanced bias of the layer after 10³⁶⁰ is −10³⁶⁶.
    QString layers;
    for (int layer = 1; layer <= 60; ++layer)
        layers +=
            (layer == 1 ? QString() : QStringLiteral(",")) + QStringLiteral("{\"layer\":%1,\"bias\":0}").arg(layer);
    const QStringList scenario =
        words("--set depth=61 --set initializer=balanced --set activation=relu --set weight=1e6")
        << QStringLiteral("--set") << QStringLiteral("layers=[%1]").arg(layers);
    const Outcome outcome = cli(words("network --out -") + scenario);
    EXPECT_EQ(outcome.code, 5);
    EXPECT_TRUE(outcome.output.isEmpty());
    EXPECT_TRUE(outcome.error.contains("balanced bias of layer 61")) << outcome.error.constData();
    EXPECT_EQ(cli(words("evaluate") + scenario).code, 0) << "computing with it is no problem";
}

// 0.9 of a subnormal number rounds back to itself; the exact δ₁ is 0.9³⁹⁹.
TEST(Evaluate, FloatFormatsAreThoseThatCompute)
{
    const char* chain = "--set depth=400 --set weight=0.9 --set activation=identity --set output_activation=identity "
                        "--set target=1 --float-formats";
    const QJsonObject formats = evaluateJson(chain)[QStringLiteral("formats")].toObject();
    EXPECT_EQ(formats[QStringLiteral("examples")], 1);
    const QJsonObject half = formats[QStringLiteral("float16")].toObject();
    EXPECT_TRUE(half[QStringLiteral("overflows_at")].isNull());
    EXPECT_EQ(half[QStringLiteral("rounded_lost_at")], 400 - 165); // 0.9^165 < 2⁻²⁵
    EXPECT_EQ(half[QStringLiteral("bias_speed")].toArray().size(), 400);
    EXPECT_NEAR(half[QStringLiteral("bias_speed")][0][QStringLiteral("log10")].toDouble(), std::log10(0x1p-22), 1e-12);
    const Outcome text = cli(words("evaluate") + words(chain));
    EXPECT_TRUE(text.output.contains("float16 would get stuck at 2.4·10⁻⁷ below layer 249"))
        << text.output.left(600).data();
    EXPECT_FALSE(evaluateJson("--preset vanishing").contains(QStringLiteral("formats")));
}

TEST(Evaluate, AGradientIsCheckedWhereItIsAsked)
{
    const QJsonObject check = evaluateJson(
        "--set width=3 --set inputs=2 --set data=gaussian --set "
        "initializer=glorot_uniform --gradient-check layer=2,row=3,column=1")[QStringLiteral("gradient_check")]
                                  .toObject();
    EXPECT_EQ(check[QStringLiteral("layer")], 2);
    EXPECT_EQ(check[QStringLiteral("row")], 3);
    EXPECT_EQ(check[QStringLiteral("column")], 1);
    EXPECT_LT(check[QStringLiteral("relative_error")][QStringLiteral("log10")].toDouble(), -8);
    EXPECT_EQ(check[QStringLiteral("differences")].toArray().size(), 33);
    const QJsonObject deep =
        evaluateJson("--set depth=1000 --gradient-check layer=1,column=bias")[QStringLiteral("gradient_check")]
            .toObject();
    EXPECT_EQ(deep[QStringLiteral("column")], 0);
    EXPECT_EQ(deep[QStringLiteral("float32")], 0); // what a program in float32 has
    EXPECT_LT(deep[QStringLiteral("analytic")][QStringLiteral("log10")].toDouble(), -600);
    EXPECT_LT(deep[QStringLiteral("relative_error")][QStringLiteral("log10")].toDouble(), -8);
    EXPECT_TRUE(cli(words("evaluate --gradient-check layer=1")).output.contains("by back-propagation"));
    for (const char* wrong : {"layer=5", "layer=0", "row=1", "layer=1,row=2", "layer=1,row=1,column=2",
             "layer=2,column=1", "layer=x", "layer=1,neuron=1"}) {
        const Outcome refused = cli(words("evaluate --gradient-check") + words(wrong));
        EXPECT_EQ(refused.code, 2) << wrong;
        EXPECT_EQ(refused.error.count('\n'), 1) << wrong;
        EXPECT_TRUE(refused.error.contains("layer=N from 1 to 4")) << refused.error.constData();
    }
    EXPECT_EQ(cli(words("evaluate --format csv --gradient-check layer=1")).code, 2);
}

TEST(Evaluate, FloatFormatsInCsvAreInfAndNan)
{
    const Outcome lost = cli(words("evaluate --format csv --float-formats --set depth=3 --set weight=70000"));
    EXPECT_EQ(lost.code, 0);
    const QList<QByteArray> rows = lost.output.trimmed().split('\n');
    ASSERT_EQ(rows.size(), 4);
    EXPECT_TRUE(rows[0].endsWith("bias_speed_float16_log10,bias_speed_bfloat16_log10,bias_speed_float32_log10,"
                                 "bias_speed_double_log10"));
    // float16 makes the weight ∞: σ(∞) = 1, σ′ = 0, and ∞ · 0 on the way back is no number
    EXPECT_TRUE(rows[1].endsWith(",nan,-inf,-inf,-inf")) << rows[1].data();
    EXPECT_TRUE(rows[3].endsWith(",-inf,-inf,-inf,-inf")) << rows[3].data();
}

} // namespace evaluate_test
} // namespace deltascope::cli
