// SPDX-License-Identifier: GPL-3.0-or-later
// The layer and the formula panel: selection, single layers set by hand, the product with its numbers.
#include "app/support/panels_fixture.h"
#include "window/panels/layer_control.h"
#include "window/widgets/formula_text.h"
#include "window/widgets/layer_box.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

namespace deltascope::window {
namespace panels_layer_test {

using LayerPanel = PanelTest;
using FormulaPanel = PanelTest;

QString plain(QString text)
{
    return text.remove(QChar(0x2060)).replace(QChar::Nbsp, QLatin1Char(' '));
}

model::Scenario explosion()
{
    model::Scenario scenario;
    scenario.weight = 100;
    scenario.initializer = "balanced";
    return scenario;
}

TEST_F(LayerPanel, ShowsItsControlsForASelectedLayerOnly)
{
    show("layer");
    panels::LayerControl& weight = control<panels::LayerControl>("layer_weight");
    EXPECT_FALSE(weight.isVisible());
    select(2); // as a figure does
    EXPECT_TRUE(weight.isVisible());
    EXPECT_EQ(control<widgets::LayerBox>("layer_box").value(), 2);
    control<widgets::LayerBox>("layer_box").setFocus();
    QTest::keyClick(&control<widgets::LayerBox>("layer_box"), Qt::Key_Up);
    EXPECT_EQ(workspace().question().layer, 3);
    EXPECT_EQ(steps(), 0); // looking is no edit
}

TEST_F(LayerPanel, SetsOneLayerApartAndGivesItBack)
{
    show("layer");
    select(2);
    panels::LayerControl& weight = control<panels::LayerControl>("layer_weight");
    type(*weight.field(), QStringLiteral("3,5"));
    EXPECT_EQ(scenario(), parameters::withLayerSetting(model::Scenario{}, {2, 3.5, std::nullopt}));
    EXPECT_TRUE(weight.isOwn());
    EXPECT_TRUE(weight.resetButton()->isEnabled());
    EXPECT_TRUE(weight.findChild<controls::RowLabel*>()->text().contains(QStringLiteral("●")));
    select(3);
    EXPECT_FALSE(weight.isOwn());
    EXPECT_FALSE(weight.findChild<controls::RowLabel*>()->text().contains(QStringLiteral("●")));
    EXPECT_EQ(weight.field()->text(), QStringLiteral("1"));
    select(2);
    EXPECT_EQ(weight.field()->text(), QStringLiteral("3.5"));
    QTest::mouseClick(weight.resetButton(), Qt::LeftButton);
    EXPECT_EQ(scenario(), model::Scenario{});
    EXPECT_EQ(steps(), 2);
}

TEST_F(LayerPanel, GivesALayerAWidthAndAnActivationOfItsOwn)
{
    show("layer");
    select(2);
    panels::LayerControl& width = control<panels::LayerControl>("layer_width");
    panels::LayerActivation& activation = control<panels::LayerActivation>("layer_activation");
    type(*width.field(), QStringLiteral("7"));
    activation.list()->setCurrentIndex(activation.list()->findData(QStringLiteral("relu")));
    emit activation.list()->activated(activation.list()->currentIndex());
    ASSERT_EQ(scenario().layers.size(), 1u);
    EXPECT_EQ(scenario().layers[0].width, 7);
    EXPECT_EQ(scenario().layers[0].activation, "relu");
    EXPECT_TRUE(width.isOwn());
    EXPECT_EQ(workspace().snapshot().scenario, scenario());
    EXPECT_EQ(steps(), 2);
    select(3);
    EXPECT_EQ(width.field()->text(), QStringLiteral("1"));
    EXPECT_EQ(activation.list()->currentData().toString(), QStringLiteral("sigmoid"));
    select(2);
    QTest::mouseClick(activation.resetButton(), Qt::LeftButton);
    QTest::mouseClick(width.resetButton(), Qt::LeftButton);
    EXPECT_EQ(scenario(), model::Scenario{});
}

TEST_F(LayerPanel, TheLastLayersWidthAndActivationAreTheOutputs)
{
    show("layer");
    select(4);
    panels::LayerControl& width = control<panels::LayerControl>("layer_width");
    panels::LayerActivation& activation = control<panels::LayerActivation>("layer_activation");
    type(*width.field(), QStringLiteral("3"));
    activation.list()->setCurrentIndex(activation.list()->findData(QStringLiteral("tanh")));
    emit activation.list()->activated(activation.list()->currentIndex());
    EXPECT_EQ(scenario().outputs, 3);
    EXPECT_EQ(scenario().outputActivation, "tanh");
    EXPECT_TRUE(scenario().layers.empty());
}

TEST_F(LayerPanel, GivesAllLayersTheSharedValuesInOneStep)
{
    show("layer");
    put(parameters::withLayerSetting(
        parameters::withLayerSetting(model::Scenario{}, {1, 2.0, std::nullopt}), {3, std::nullopt, 4.0}));
    auto& button = control<QPushButton>("all_layers_back");
    ASSERT_TRUE(button.isVisible());
    QTest::mouseClick(&button, Qt::LeftButton);
    EXPECT_EQ(scenario(), model::Scenario{});
    EXPECT_FALSE(button.isVisible());
    workspace().store().undo();
    EXPECT_EQ(scenario().layers.size(), 2u);
}

TEST_F(LayerPanel, ABalancedBiasIsShownAndMayBeReplaced)
{
    show("layer");
    put(explosion());
    select(2);
    panels::LayerControl& bias = control<panels::LayerControl>("layer_bias");
    EXPECT_EQ(bias.field()->text(), QStringLiteral("−50")); // −w·a₁ = −100 · 0.5
    type(*bias.field(), QStringLiteral("-49"));
    ASSERT_EQ(scenario().layers.size(), 1u);
    EXPECT_EQ(scenario().layers.front(), (model::LayerSetting{2, std::nullopt, -49.0}));
    type(*bias.field(), QStringLiteral("-1e7"));
    EXPECT_EQ(scenario().layers.front().bias, -49.0);
    EXPECT_TRUE(reports().empty()) << "the sentence stands below the field, and nowhere else";
}

TEST_F(LayerPanel, ASliderOfOneLayerIsOneStep)
{
    show("layer");
    select(1);
    controls::ParameterSlider& slider = *control<panels::LayerControl>("layer_weight").slider();
    const QPoint place = handle(slider);
    QTest::mousePress(&slider, Qt::LeftButton, {}, place);
    for (int i = 1; i <= 30; ++i)
        QTest::mouseMove(&slider, place + QPoint(i, 0));
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, place + QPoint(30, 0));
    EXPECT_EQ(steps(), 1);
    ASSERT_EQ(scenario().layers.size(), 1u);
    EXPECT_GT(scenario().layers.front().weight, 1.0);
}

TEST_F(LayerPanel, ShowsTheLayersNumbers)
{
    show("layer");
    put(explosion());
    select(2);
    QString values;
    for (const QLabel* label : control<QWidget>("layer_values").findChildren<QLabel*>())
        values += label->text() + QLatin1Char('\n');
    for (const char* number : {"25", "0.25", "0.5", "78.12"}) // ∂C/∂b₂ = 0.25 · 25² · 0.5 = 78.125
        EXPECT_TRUE(values.contains(QString::fromUtf8(number))) << number << '\n' << values.toStdString();
}

TEST_F(FormulaPanel, IsAStripWithTheProductAndItsNumbers)
{
    show("formula");
    put(explosion());
    const QString text = plain(control<QTextBrowser>("formula").toPlainText());
    EXPECT_TRUE(
        text.contains(QStringLiteral("∂C/∂b₁ = σ′(z₁) · w₂σ′(z₂) · w₃σ′(z₃) · w₄σ′(z₄) · ∂C/∂a₄ = 0.25 · 25 · 25 "
                                     "· 25 · 0.5 = 1953")))
        << text.toStdString();
    EXPECT_FALSE(text.contains(u'\n')) << "one line";
    select(2);
    EXPECT_TRUE(plain(control<QTextBrowser>("formula").toPlainText()).endsWith(QStringLiteral("100 × 0.25 = 25")));
}

TEST_F(FormulaPanel, ExpandsTheSelectedTerm)
{
    show("formula");
    control<QToolButton>("formula_rows").click(); // each term in a row of its own
    put(explosion());
    select(2);
    const QString text = plain(control<QTextBrowser>("formula").toPlainText());
    EXPECT_TRUE(text.contains(QStringLiteral("∂C/∂b₁ = σ′(z₁) · w₂σ′(z₂) · w₃σ′(z₃) · w₄σ′(z₄) · ∂C/∂a₄")))
        << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("100 × 0.25 = 25"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("1953"))); // 0.25 · 25³ · 0.5 = 1953.125
    EXPECT_EQ(text.count(QStringLiteral("×")), 1);
    QTextBrowser& formula = control<QTextBrowser>("formula");
    EXPECT_EQ(plain(formula.accessibleDescription()), QStringLiteral("w₂σ′(z₂) = 100 × 0.25 = 25"));
}

TEST_F(FormulaPanel, ANormIsNotNegative)
{
    show("formula");
    control<QToolButton>("formula_rows").click(); // each term in a row of its own
    model::Scenario wide;
    wide.width = wide.inputs = 3; // one output, below its target
    wide.target = 5;
    put(wide);
    const QString text = plain(control<QTextBrowser>("formula").toPlainText());
    EXPECT_TRUE(text.contains(QStringLiteral("C‖"))) << text.toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("−"))) << text.toStdString();
}

TEST_F(FormulaPanel, ATermMarksAndSelectsItsLayer)
{
    show("formula");
    control<QToolButton>("formula_rows").click(); // each term in a row of its own
    QTextBrowser& formula = control<QTextBrowser>("formula");
    emit formula.highlighted(QUrl(QStringLiteral("3")));
    EXPECT_EQ(workspace().hoveredLayer(), 3);
    emit formula.highlighted(QUrl());
    EXPECT_EQ(workspace().hoveredLayer(), 0);
    emit formula.anchorClicked(QUrl(QStringLiteral("3")));
    EXPECT_EQ(workspace().question().layer, 3);
    emit formula.anchorClicked(QUrl(QStringLiteral("3")));
    EXPECT_EQ(workspace().question().layer, 0);
}

TEST_F(FormulaPanel, LeavesOutTheMiddleOfADeepChainAndSaysWhatItMultipliesTo)
{
    show("formula");
    control<QToolButton>("formula_rows").click(); // each term in a row of its own
    model::Scenario deep;
    deep.depth = 1000;
    deep.weight = 4;
    deep.initializer = "balanced"; // every factor is exactly 1
    put(deep);
    select(500);
    const QString text = plain(control<QTextBrowser>("formula").toPlainText());
    EXPECT_TRUE(text.contains(QStringLiteral("⋮ 496 more"))) << text.toStdString(); // 4 … 499
    EXPECT_TRUE(text.contains(QStringLiteral("⋮ 498 more"))); // 501 … 998
    EXPECT_TRUE(text.contains(QStringLiteral("w₅₀₀σ′(z₅₀₀)")));
    EXPECT_TRUE(text.contains(QStringLiteral("w₁₀₀₀σ′(z₁₀₀₀)")));
    EXPECT_LT(text.size(), 600);
}

TEST_F(FormulaPanel, WritesWiderNetworksInMatrices)
{
    show("formula");
    control<QToolButton>("formula_rows").click(); // each term in a row of its own
    model::Scenario wide;
    wide.width = 8;
    put(wide);
    select(2);
    const QString text = plain(control<QTextBrowser>("formula").toPlainText());
    EXPECT_TRUE(text.contains(QStringLiteral("Σ′(z2)(w3)ᵀ"))) << text.toStdString(); // superscripts in plain text
    EXPECT_TRUE(text.contains(QStringLiteral("‖δ1‖")));
    EXPECT_FALSE(text.contains(QStringLiteral("w₂σ′")));
}

TEST(WrittenLayers, AreTheFirstThreeTheSelectedAndTheLastTwo)
{
    EXPECT_EQ(widgets::writtenLayers(1, 0), (std::vector{1}));
    EXPECT_EQ(widgets::writtenLayers(7, 0), (std::vector{1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(widgets::writtenLayers(8, 0), (std::vector{1, 2, 3, 0, 7, 8}));
    EXPECT_EQ(widgets::writtenLayers(10'000, 5000), (std::vector{1, 2, 3, 0, 5000, 0, 9999, 10'000}));
    EXPECT_EQ(widgets::writtenLayers(100, 4), (std::vector{1, 2, 3, 4, 0, 99, 100}));
    EXPECT_EQ(widgets::writtenLayers(100, 98), (std::vector{1, 2, 3, 0, 98, 99, 100}));
    EXPECT_EQ(widgets::writtenLayers(100, 1), (std::vector{1, 2, 3, 0, 99, 100}));
}

TEST_F(LayerPanel, SaysThatOwnValuesOfTiedLayersMeanNothing)
{
    workspace().setPreferences({.language = "en"});
    model::Scenario tied;
    tied.depth = 6;
    tied.tied = true;
    tied.layers = {{.layer = 4, .weight = 3}};
    workspace().store().edit(QStringLiteral("tied"), tied);
    show("layer");
    select(4);
    const QLabel& said = control<QLabel>("layer_in_vain");
    EXPECT_TRUE(said.isVisible());
    EXPECT_EQ(plain(said.text()),
        QStringLiteral(
            "Layer 4 has a weight or a bias of its own, which means nothing: tied layers have those of layer 2."));
    select(3);
    EXPECT_FALSE(said.isVisible());
    tied.tied = false;
    workspace().store().edit(QStringLiteral("free"), tied);
    select(4);
    EXPECT_FALSE(said.isVisible());
    tied.initializer = "he_normal";
    workspace().store().edit(QStringLiteral("random"), tied);
    EXPECT_TRUE(said.isVisible());
    EXPECT_TRUE(said.text().contains(QStringLiteral("under the initialization")));
}

} // namespace panels_layer_test
} // namespace deltascope::window
