// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters panel driven by mouse, wheel and keyboard.
#include "app/support/panels_fixture.h"
#include "window/controls/choice_control.h"
#include "window/controls/parameter_text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace deltascope::window {
namespace panels_parameters_test {

using ParametersPanel = PanelTest;

/// Presses the handle, moves it `moves` times up to `reach` pixels away, and releases.
void drag(controls::ParameterSlider& slider, QPoint start, int moves, int reach, bool comeBack = false)
{
    QTest::mousePress(&slider, Qt::LeftButton, {}, start);
    for (int i = 1; i <= moves; ++i)
        QTest::mouseMove(&slider, start + QPoint(reach * i / moves, 0));
    if (comeBack)
        QTest::mouseMove(&slider, start);
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, comeBack ? start : start + QPoint(reach, 0));
}

TEST_F(ParametersPanel, HasAControlForEveryNumberAndChoice)
{
    show("parameters");
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters()) {
        const bool shown =
            parameters::typeOf(row).number || row.choices || row.member.as<bool>() || row.member.as<formula::Formula>();
        const auto* found = panel().findChild<controls::Control*>(QString::fromStdString(std::string(row.key)));
        EXPECT_EQ(found != nullptr, shown) << row.key;
    }
}

TEST_F(ParametersPanel, ARowIsOneLineInASmallWindowAndTwoWhereItCannotBe)
{
    QWidget& shown = show("parameters", {290, 620});
    const controls::NumberControl& weight = control("weight");
    const controls::NumberControl& depth = control("depth");
    EXPECT_LT(weight.height(), 2 * weight.field()->height());
    EXPECT_GT(weight.field()->x(), weight.slider()->geometry().right());
    EXPECT_EQ(weight.slider()->x(), depth.slider()->x()); // one label column
    EXPECT_EQ(weight.slider()->x(), control<controls::ChoiceControl>("loss").list()->x());
    shown.resize(200, 620);
    QCoreApplication::processEvents();
    EXPECT_GE(weight.slider()->y(), weight.field()->geometry().bottom());
}

TEST_F(ParametersPanel, AFormulaIsTypedWhereItIsTheActivation)
{
    show("parameters");
    auto& row = control<controls::ParameterText>("formula");
    auto& slope = control("slope");
    EXPECT_FALSE(row.isVisible() || slope.isVisible());
    model::Scenario start;
    start.activation = "formula";
    put(start);
    EXPECT_TRUE(row.isVisible());
    EXPECT_FALSE(slope.isVisible());
    EXPECT_EQ(row.field()->text(), QStringLiteral("tanh(z)"));
    const auto type = [&](const char* text) {
        row.field()->setFocus();
        row.field()->selectAll();
        QTest::keyClicks(row.field(), QString::fromUtf8(text));
        QTest::keyClick(row.field(), Qt::Key_Return);
    };
    const int before = steps();
    type("z*tanh(log(1+exp(z)))");
    EXPECT_EQ(scenario().formula.text(), "z*tanh(log(1+exp(z)))");
    EXPECT_EQ(steps(), before + 1);
    EXPECT_TRUE(row.problem().isEmpty());
    type("z*tanh(");
    EXPECT_EQ(
        row.problem().toStdString(), "the formula ends at column 8, where a number, z, a function or “(” is needed.");
    EXPECT_EQ(scenario().formula.text(), "z*tanh(log(1+exp(z)))") << "what was refused changes nothing";
    EXPECT_EQ(row.field()->text(), QStringLiteral("z*tanh(")) << "and stays to be mended";
    QTest::keyClick(row.field(), Qt::Key_Escape);
    EXPECT_EQ(row.field()->text(), QStringLiteral("z*tanh(log(1+exp(z)))"));
    EXPECT_TRUE(row.problem().isEmpty());
    type("1/z");
    EXPECT_TRUE(row.problem().contains(QStringLiteral("z = 0"))) << row.problem().toStdString();
    workspace().store().undo();
    EXPECT_EQ(row.field()->text(), QStringLiteral("tanh(z)"));
    start.outputActivation = "leaky_relu";
    put(start);
    EXPECT_TRUE(slope.isVisible());
}

TEST_F(ParametersPanel, AltAndADigitGoToARow)
{
    show("parameters");
    QTest::keyClick(&panel(), Qt::Key_3, Qt::AltModifier); // depth, start values, weight
    EXPECT_TRUE(control("weight").field()->hasFocus());
    EXPECT_EQ(control("weight").field()->selectedText(), QStringLiteral("1"));
}

TEST_F(ParametersPanel, ThirtyMovesOfASliderAreOneUndoStep)
{
    show("parameters", {520, 760}); // room for 30 moves short of the slider's end
    controls::ParameterSlider& slider = *control("weight").slider();
    int changes = 0;
    QObject::connect(&workspace(), &workspace::Workspace::scenarioChanged, &slider, [&] { ++changes; });
    drag(slider, handle(slider), 30, 90);
    EXPECT_EQ(changes, 30);
    EXPECT_EQ(steps(), 1);
    EXPECT_GT(scenario().weight, 2);
    EXPECT_FALSE(workspace().store().inGesture());
    workspace().store().undo();
    EXPECT_EQ(scenario(), model::Scenario{});
    EXPECT_TRUE(workspace().store().canRedo()); // nothing was written back
}

TEST_F(ParametersPanel, ADragThatReturnsToItsStartIsNoStep)
{
    show("parameters");
    controls::ParameterSlider& slider = *control("weight").slider();
    drag(slider, handle(slider), 30, 90, true);
    EXPECT_EQ(steps(), 0);
    EXPECT_EQ(scenario(), model::Scenario{});
}

TEST_F(ParametersPanel, APressWithoutAMoveKeepsTheTypedDigits)
{
    show("parameters");
    model::Scenario start;
    start.weight = 6.894151;
    put(start);
    controls::ParameterSlider& slider = *control("weight").slider();
    QTest::mouseClick(&slider, Qt::LeftButton, {}, handle(slider));
    EXPECT_EQ(scenario().weight, 6.894151);
    EXPECT_EQ(control("weight").field()->text(), QStringLiteral("6.894151"));
    EXPECT_EQ(steps(), 1);
}

TEST_F(ParametersPanel, KeysStepAndOnePauseIsOneStepOfUndo)
{
    show("parameters");
    controls::ParameterSlider& slider = *control("weight").slider();
    slider.setFocus();
    QTest::keyClick(&slider, Qt::Key_Right);
    EXPECT_EQ(scenario().weight, 1.1);
    QTest::keyClick(&slider, Qt::Key_PageUp);
    EXPECT_EQ(scenario().weight, 2.1);
    QTest::keyClick(&slider, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(scenario().weight, 2.09);
    QTest::keyClick(&slider, Qt::Key_End);
    EXPECT_EQ(scenario().weight, 10);
    QTest::keyClick(&slider, Qt::Key_Home);
    EXPECT_EQ(scenario().weight, -10);
    EXPECT_EQ(steps(), 0);
    control("bias").slider()->setFocus(); // leaving ends the gesture
    EXPECT_EQ(steps(), 1);

    controls::NumberEdit& field = *control("bias").field();
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Up);
    QTest::keyClick(&field, Qt::Key_PageDown);
    QTest::keyClick(&field, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(scenario().bias, -0.91);
    slider.setFocus();
    EXPECT_EQ(steps(), 2);
}

TEST_F(ParametersPanel, WheelNeedsTheFocus)
{
    show("parameters");
    controls::NumberControl& weight = control("weight");
    control("bias").field()->setFocus();
    auto* choice = control<controls::ChoiceControl>("activation").list();
    EXPECT_FALSE(turnWheel(*weight.slider(), 1));
    turnWheel(*weight.field(), 1);
    EXPECT_FALSE(turnWheel(*choice, -1));
    EXPECT_EQ(scenario(), model::Scenario{});
    weight.slider()->setFocus();
    EXPECT_TRUE(turnWheel(*weight.slider(), 3));
    EXPECT_EQ(scenario().weight, 1.3);
}

TEST_F(ParametersPanel, ResetComesByButtonLabelAndHandle)
{
    show("parameters");
    model::Scenario start;
    start.weight = 100;
    const auto changed = [&] {
        put(start);
        EXPECT_EQ(scenario().weight, 100);
    };
    controls::NumberControl& weight = control("weight");
    EXPECT_FALSE(weight.resetButton()->isEnabled());
    changed();
    QTest::mouseClick(weight.resetButton(), Qt::LeftButton);
    EXPECT_EQ(scenario().weight, 1);
    EXPECT_EQ(weight.slider()->range().maximum, 10); // the range too
    changed();
    QTest::mouseDClick(weight.findChild<controls::RowLabel*>(), Qt::LeftButton);
    EXPECT_EQ(scenario().weight, 1);
    changed();
    const QPoint place = handle(*weight.slider());
    QTest::mouseClick(weight.slider(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(weight.slider(), Qt::LeftButton, {}, place);
    EXPECT_EQ(scenario().weight, 1);
    EXPECT_FALSE(workspace().store().inGesture());
}

TEST_F(ParametersPanel, WhatMeansNothingIsDisabledAndSaysWhy)
{
    show("parameters");
    controls::NumberControl& bias = control("bias");
    EXPECT_TRUE(bias.slider()->isEnabled());
    model::Scenario balanced;
    balanced.initializer = "balanced";
    put(balanced);
    EXPECT_FALSE(bias.slider()->isEnabled());
    EXPECT_FALSE(bias.field()->isEnabled());
    EXPECT_EQ(bias.toolTip(), text::toText(parameters::findScenarioParameter("bias")->idle(balanced)));
    EXPECT_FALSE(bias.toolTip().isEmpty());
    EXPECT_TRUE(control("weight").slider()->isEnabled());
    balanced.depth = 1;
    put(balanced);
    EXPECT_FALSE(control("width").slider()->isEnabled());
    EXPECT_FALSE(control<controls::ChoiceControl>("activation").list()->isEnabled());
    put({});
    EXPECT_TRUE(bias.slider()->isEnabled());
    EXPECT_TRUE(control("width").slider()->isEnabled());
}

TEST_F(ParametersPanel, OnlyWhatTheRuleUsesIsShown)
{
    show("parameters");
    const auto shown = [&](const char* name) { return !control<controls::Control>(name).isHidden(); };
    EXPECT_TRUE(shown("weight") && shown("bias") && shown("input") && shown("target"));
    EXPECT_FALSE(shown("gain") || shown("bias_std") || shown("seed") || shown("mean_square"));
    model::Scenario random;
    random.initializer = "glorot_uniform";
    random.data = "gaussian";
    put(random);
    EXPECT_TRUE(shown("gain") && shown("seed") && shown("mean_square"));
    EXPECT_FALSE(shown("weight") || shown("bias") || shown("bias_std") || shown("input") || shown("target"));
    EXPECT_TRUE(control("gain").field()->accessibleName().endsWith(QStringLiteral(" g")));
    random.initializer = "mean_field";
    put(random);
    EXPECT_TRUE(shown("gain") && shown("bias_std"));
    EXPECT_TRUE(control("gain").field()->accessibleName().endsWith(QStringLiteral(" σw")));
    EXPECT_TRUE(control("bias_std").field()->accessibleName().endsWith(QStringLiteral(" σb")));
    workspace().store().undo();
    workspace().store().undo();
    EXPECT_TRUE(shown("weight") && !shown("gain"));
    EXPECT_EQ(control("weight").height(), control("bias").height()); // laid out again
}

TEST_F(ParametersPanel, ASliderHidesNoRow)
{
    show("parameters");
    std::vector<bool> before, after;
    const auto look = [&](std::vector<bool>& into) {
        for (const controls::Control* row : panel().findChildren<controls::Control*>())
            into.push_back(row->isHidden());
    };
    look(before);
    model::Scenario flat;
    flat.depth = 1; // by a drag to the left end: nothing may move under the pointer
    put(flat);
    look(after);
    EXPECT_EQ(before, after);
}

TEST_F(ParametersPanel, AltAndADigitCountTheShownRows)
{
    show("parameters");
    model::Scenario random;
    random.initializer = "he_normal";
    put(random);
    QTest::keyClick(&panel(), Qt::Key_3, Qt::AltModifier); // depth, start values, gain
    EXPECT_TRUE(control("gain").field()->hasFocus());
}

TEST_F(ParametersPanel, AChoiceIsOneStepAndComesBackByUndo)
{
    show("parameters");
    controls::ChoiceControl& rule = control<controls::ChoiceControl>("initializer");
    rule.list()->setFocus();
    const int balanced = rule.list()->findData(QStringLiteral("balanced"));
    rule.list()->setCurrentIndex(balanced);
    emit rule.list()->activated(balanced);
    EXPECT_EQ(scenario().initializer, "balanced");
    EXPECT_EQ(steps(), 1);
    workspace().store().undo();
    EXPECT_EQ(rule.list()->currentData().toString(), QStringLiteral("constant"));
    EXPECT_TRUE(workspace().store().canRedo());
}

TEST_F(ParametersPanel, UndoAndRedoPassThroughEveryControlUnchanged)
{
    show("parameters");
    model::Scenario odd;
    odd.weight = 6.894151;
    odd.bias = -1.0 / 3;
    odd.input = 0.5100000000001;
    odd.depth = 777;
    put(odd);
    workspace().store().undo();
    workspace().store().redo();
    EXPECT_EQ(scenario(), odd);
    EXPECT_EQ(steps(), 1);
}

TEST_F(ParametersPanel, LoweringTheDepthAndBackWithinADragKeepsTheLayersSetByHand)
{
    show("parameters");
    model::Scenario start = parameters::withLayerSetting(model::Scenario{}, {4, 3.0, std::nullopt});
    put(start);
    controls::ParameterSlider& slider = *control("depth").slider();
    const QPoint place = handle(slider);
    QTest::mousePress(&slider, Qt::LeftButton, {}, place);
    QTest::mouseMove(&slider, place - QPoint(60, 0));
    EXPECT_EQ(scenario().depth, 1);
    EXPECT_TRUE(scenario().layers.empty());
    QTest::mouseMove(&slider, place);
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, place);
    EXPECT_EQ(scenario(), start);
}

TEST_F(ParametersPanel, OpeningAFileInAGestureLeavesNoGestureBehind)
{
    show("parameters");
    controls::ParameterSlider& slider = *control("weight").slider();
    slider.setFocus();
    QTest::keyClick(&slider, Qt::Key_Right);
    model::Document other;
    other.scenario.weight = 5;
    workspace().show(other);
    EXPECT_FALSE(workspace().store().inGesture());
    QTest::keyClick(&slider, Qt::Key_Right);
    control("bias").slider()->setFocus();
    EXPECT_EQ(scenario().weight, 5.1);
    EXPECT_EQ(steps(), 1);
}

} // namespace panels_parameters_test
} // namespace deltascope::window
