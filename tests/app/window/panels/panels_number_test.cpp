// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers typed by hand, in both locales.
#include "app/support/panels_fixture.h"
#include "text/number_entry.h"
#include "window/controls/slider_scale.h"

#include <QLabel>

#include <cmath>
#include <optional>

namespace deltascope::window {
namespace panels_number_test {

struct Typed {
    const char* text;
    std::optional<double> value; // nothing: refused
};
const Typed kTyped[] = {{"1.5", 1.5}, {"1,5", 1.5}, {"1e-3", 0.001}, {"−2", -2}, {"abc", {}}, {"", {}}, {"nan", {}},
    {"inf", {}}, {"-0,001", -0.001}, {"1e3", 1000}, {"1.000,5", {}}, {".5", 0.5}, {"+3", 3}, {"1e400", {}},
    {"1/3", 1.0 / 3}, {"-1/3", -1.0 / 3}, {"π", 3.141592653589793}, {"2π", 6.283185307179586},
    {"pi/2", 1.5707963267948966}, {"ln 9", 2.1972245773362196}, {"2 ln 3", 2.1972245773362196},
    {"ln(9)", 2.1972245773362196}, {"2^10", 1024}, {"2^-3", 0.125}, {"√2", 1.4142135623730951}, {"0,5^2", 0.25},
    {"10^-3", 0.001}, {"(1+2)/4", 0.75}, {"1/0", {}}, {"2^", {}}, {"z", {}}, {"2z", {}}, {"ln -1", {}}, {"10^400", {}},
    {"1/", {}}};

class TypedNumber : public PanelTest, public testing::WithParamInterface<const char*> { };

TEST_P(TypedNumber, MeansTheSameInEveryLocale)
{
    text::setLanguage(QString::fromUtf8(GetParam()));
    QLocale locale(QString::fromUtf8(GetParam()));
    QLocale::setDefault(locale);
    show("parameters");
    controls::NumberControl& weight = control("weight");
    for (const Typed& typed : kTyped) {
        model::Scenario start;
        start.weight = 7.25;
        put(start);
        const int before = steps();
        type(*weight.field(), QString::fromUtf8(typed.text));
        EXPECT_EQ(scenario().weight, typed.value.value_or(7.25)) << typed.text;
        EXPECT_EQ(weight.field()->isWrong(), !typed.value) << typed.text;
        EXPECT_EQ(steps(), before + (typed.value ? 1 : 0)) << typed.text;
        EXPECT_EQ(text::parseNumber(weight.field()->text()), scenario().weight) << typed.text;
    }
}
INSTANTIATE_TEST_SUITE_P(Locales, TypedNumber, testing::Values("en_US", "pt_BR"));

TEST_F(PanelTest, AFieldHasTheDecimalPointOfItsLocaleAndNoGroups)
{
    QLocale::setDefault(QLocale(QStringLiteral("pt_BR")));
    EXPECT_EQ(text::entryText(0.25), QStringLiteral("0,25"));
    EXPECT_EQ(text::entryText(65536), QStringLiteral("65536"));
    QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    EXPECT_EQ(text::entryText(-12345.5), QStringLiteral("−12345.5"));
    for (const double value : {0.1 + 0.2, 1e-300, -6.894151, 1e6, 5e-324, 1.0 / 3})
        EXPECT_EQ(text::parseNumber(text::entryText(value)), value);
}

TEST_F(PanelTest, RefusedTextLeavesASentenceUntilTheNextKey)
{
    show("parameters");
    controls::NumberControl& weight = control("weight");
    type(*weight.field(), QStringLiteral("abc"));
    EXPECT_TRUE(weight.field()->toolTip().contains(QStringLiteral("abc")));
    const auto labels = weight.findChildren<QLabel*>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(),
        [](const QLabel* label) { return label->isVisible() && label->text().contains(QStringLiteral("abc")); }));
    EXPECT_EQ(weight.field()->text(), QStringLiteral("1"));
    QTest::keyClick(weight.field(), Qt::Key_2);
    EXPECT_FALSE(weight.field()->isWrong());
}

TEST_F(PanelTest, BeyondTheSliderWidensItBeyondTheEngineIsRefusedInASentence)
{
    show("parameters");
    controls::NumberControl& weight = control("weight");
    EXPECT_EQ(weight.slider()->range().maximum, 10);
    type(*weight.field(), QStringLiteral("100"));
    EXPECT_EQ(scenario().weight, 100);
    EXPECT_EQ(weight.slider()->range().maximum, 100);
    EXPECT_TRUE(reports().empty());

    type(*weight.field(), QStringLiteral("2e6"));
    EXPECT_EQ(scenario().weight, 100);
    EXPECT_EQ(weight.field()->text(), QStringLiteral("100"));
    EXPECT_TRUE(reports().empty()) << "the sentence stands below the field, and nowhere else";
    const auto labels = weight.findChildren<QLabel*>();
    const QString why =
        text::toText(parameters::withValue(scenario(), *parameters::findScenarioParameter("weight"), 2e6).error().what);
    EXPECT_TRUE(std::any_of(
        labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text() == why; }));
    EXPECT_TRUE(weight.field()->isWrong());

    type(*control("depth").field(), QStringLiteral("4,5"));
    EXPECT_EQ(scenario().depth, 4);
    EXPECT_TRUE(control("depth").field()->isWrong());
}

TEST_F(PanelTest, LeavingAFieldEntersWhatWasTypedAndEscapeDoesNot)
{
    show("parameters");
    controls::NumberEdit& field = *control("weight").field();
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("3"));
    control("bias").field()->setFocus();
    EXPECT_EQ(scenario().weight, 3);
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("5"));
    QTest::keyClick(&field, Qt::Key_Escape);
    control("bias").field()->setFocus();
    EXPECT_EQ(scenario().weight, 3);
    EXPECT_EQ(field.text(), QStringLiteral("3"));
}

TEST(SliderScales, RunFromEndToEndAndBack)
{
    const controls::SliderRange ranges[] = {{-10, 10, 0.1, false, parameters::SliderScale::linear},
        {1, 50, 1, true, parameters::SliderScale::linear},
        {1e-4, 1e4, 0.1, false, parameters::SliderScale::logarithmic},
        {-1000, 1000, 0.1, false, parameters::SliderScale::signedLogarithmic}};
    for (const controls::SliderRange& range : ranges) {
        EXPECT_EQ(controls::valueAt(range, 0), range.minimum);
        EXPECT_EQ(controls::valueAt(range, 1), range.maximum);
        double previous = range.minimum;
        for (int i = 0; i <= 1000; ++i) {
            const double value = controls::valueAt(range, i / 1000.0);
            EXPECT_GE(value, previous);
            // Rounded to whole numbers 1 … 50, or drawn to the 0 in the middle of a signed scale: 0.025 at most.
            EXPECT_LE(std::abs(controls::positionOf(range, value) - i / 1000.0), 0.025) << value;
            previous = value;
        }
    }
    EXPECT_NEAR(controls::valueAt(ranges[2], 0.5), 1, 1e-12);
    EXPECT_NEAR(controls::valueAt(ranges[3], 0.5), 0, 1e-12);
}

TEST(SliderScales, StepsAreDecimalNumbersWithinTheLimits)
{
    const controls::SliderRange range{-10, 10, 0.1, false, parameters::SliderScale::linear};
    double value = 0;
    for (int i = 0; i < 30; ++i)
        value = controls::stepFrom(range, value, 1, -10, 10);
    EXPECT_EQ(value, 3);
    EXPECT_EQ(controls::stepFrom(range, 9.95, 1, -10, 10), 10);
    EXPECT_EQ(controls::stepFrom(range, 1, 0.1, -10, 10), 1.01);
    EXPECT_EQ(controls::stepFrom({1, 50, 1, true}, 4, -0.1, 1, 50), 3);
    const controls::SliderRange decades{1e-3, 1e6, 0.1, false, parameters::SliderScale::logarithmic};
    EXPECT_EQ(controls::stepFrom(decades, 10, 1, 0, 1e6), 11);
    EXPECT_EQ(controls::stepFrom(decades, 10, -1, 0, 1e6), 9.9);
    EXPECT_EQ(controls::widened(range, 101, -1e6, 1e6).maximum, 200);
    EXPECT_EQ(controls::widened(range, -999'999, -1e6, 1e6).minimum, -1e6);
    EXPECT_EQ(controls::widened(range, 7, -1e6, 1e6), range);
}

} // namespace panels_number_test
} // namespace deltascope::window
