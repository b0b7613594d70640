// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/decade_ticker.h"

#include <gtest/gtest.h>

#include <QSet>

#include <cmath>
#include <random>

namespace deltascope::render {
namespace plot_ticks_test {

const QLocale kEnglish(QLocale::English);

double tenPixels(const QString& label)
{
    return 7.0 * static_cast<double>(label.size());
}

draw::Ticks ticksOf(figures::AxisScale scale, double lower, double upper, double origin = 0, double pixels = 400)
{
    figures::Axis axis;
    axis.scale = scale;
    axis.origin = origin;
    return draw::ticksFor(axis, lower, upper, pixels, tenPixels, kEnglish);
}

TEST(PlotTicks, DecadesReachWhereNoDoubleDoes)
{
    const draw::Ticks ticks = draw::decadeTicks(-602, 0, 8, kEnglish);
    ASSERT_EQ(ticks.labels.size(), ticks.positions.size());
    EXPECT_TRUE(ticks.labels.contains(QStringLiteral("10⁻⁶⁰⁰")));
    EXPECT_TRUE(ticks.labels.contains(QStringLiteral("1")));
    EXPECT_LE(ticks.positions.size(), 8);
}

TEST(PlotTicks, SubticksStandAtTwoToNineTimesTheDecade)
{
    const draw::Ticks ticks = draw::decadeTicks(-3, 0, 8, kEnglish);
    ASSERT_EQ(ticks.minor.size(), 3 * 8);
    for (int decade = 0; decade < 3; ++decade)
        for (int k = 2; k <= 9; ++k)
            EXPECT_NEAR(std::pow(10, ticks.minor[decade * 8 + k - 2]), k * std::pow(10, decade - 3), 1e-12);
}

TEST(PlotTicks, WithinADecadeTheLabelsAreTheNumbersThemselves)
{
    const draw::Ticks ticks = draw::decadeTicks(std::log10(0.21), std::log10(0.26), 5, kEnglish);
    ASSERT_GE(ticks.positions.size(), 3);
    for (int i = 0; i < ticks.positions.size(); ++i)
        EXPECT_NEAR(std::pow(10, ticks.positions[i]), ticks.labels[i].toDouble(), 1e-12);
    EXPECT_TRUE(draw::decadeTicks(-602.4, -602.1, 5, kEnglish).labels.contains(QStringLiteral("5·10⁻⁶⁰³")));
}

TEST(PlotTicks, EveryAxisHasTwoNumbersHoweverLow)
{
    const auto lines = [](const QString&) { return 10.5; };
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> start(-700, 50), logSpan(std::log10(0.7), 3), height(60, 300);
    for (int i = 0; i < 3000; ++i) {
        figures::Axis axis;
        axis.scale = i % 2 ? figures::AxisScale::decades : figures::AxisScale::linear;
        const double lower = start(random), upper = lower + std::pow(10, logSpan(random));
        const draw::Ticks ticks = draw::ticksFor(axis, lower, upper, height(random), lines, kEnglish);
        ASSERT_GE(ticks.labels.size(), 2) << lower << " to " << upper;
        ASSERT_EQ(ticks.labels.size(), ticks.positions.size());
        for (const double place : ticks.positions)
            ASSERT_TRUE(place >= lower - 1e-6 && place <= upper + 1e-6) << place;
    }
}

TEST(PlotTicks, LinearLabelsShowOriginAndValue)
{
    const draw::Ticks ticks = ticksOf(figures::AxisScale::linear, -0.1, 0.1, 0.5);
    EXPECT_TRUE(ticks.suffix.isEmpty());
    for (int i = 0; i < ticks.positions.size(); ++i)
        EXPECT_NEAR(ticks.positions[i] + 0.5, ticks.labels[i].toDouble(), 1e-12);
}

TEST(PlotTicks, NarrowRangesShowTheDistanceAndTheTitleSaysFromWhere)
{
    const draw::Ticks around = ticksOf(figures::AxisScale::linear, -3e-11, 3e-11, 0.25);
    EXPECT_EQ(around.suffix, QStringLiteral(" − 0.25 [10⁻¹¹]"));
    ASSERT_GE(around.labels.size(), 3);
    for (int i = 0; i < around.positions.size(); ++i) {
        QString label = around.labels[i];
        EXPECT_NEAR(around.positions[i], 1e-11 * label.replace(QChar(0x2212), u'-').toDouble(), 1e-17);
    }
    EXPECT_TRUE(ticksOf(figures::AxisScale::linear, 7, 7 + 1e-9).suffix.startsWith(QStringLiteral(" − 7")));
}

TEST(PlotTicks, LayersAreWholeNumbersWithTheFirst)
{
    const draw::Ticks ticks = ticksOf(figures::AxisScale::layers, 0.5, 100.5);
    EXPECT_EQ(ticks.labels.front(), QStringLiteral("1"));
    EXPECT_TRUE(ticks.labels.contains(QStringLiteral("100")));
    for (const double place : ticks.positions)
        EXPECT_EQ(place, std::round(place));
}

TEST(PlotTicks, NumbersFollowTheLocaleAndAreNeverGrouped)
{
    const QLocale portuguese(QLocale::Portuguese, QLocale::Brazil);
    EXPECT_TRUE(draw::linearTicks(0, 1, 0, 5, portuguese).labels.contains(QStringLiteral("0,2")));
    EXPECT_TRUE(draw::layerTicks(0.5, 10000.5, 5, portuguese).labels.contains(QStringLiteral("10000")));
}

/// Any range of any scale: ticks inside, ascending, labels distinct and far enough apart to be read.
TEST(PlotTicks, AreOrderedDistinctAndApartForAnyRange)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform(-1, 1);
    for (int round = 0; round < 6000; ++round) {
        const auto scale = static_cast<figures::AxisScale>(round % 3);
        const double centre = scale == figures::AxisScale::linear ? std::pow(10, 6 * uniform(random)) * uniform(random)
                                                                  : 3000 * uniform(random);
        const double width = std::max(std::pow(10, 9 * uniform(random)), 1e-12 * std::abs(centre));
        const double lower = centre - width / 2, upper = centre + width / 2;
        const double pixels = 60 + 900 * std::abs(uniform(random));
        const draw::Ticks ticks = ticksOf(scale, lower, upper, 0, pixels);
        ASSERT_EQ(ticks.labels.size(), ticks.positions.size());
        for (int i = 0; i < ticks.positions.size(); ++i) {
            ASSERT_GE(ticks.positions[i], lower - 1e-6 * width);
            ASSERT_LE(ticks.positions[i], upper + 1e-6 * width);
            ASSERT_TRUE(i == 0 || ticks.positions[i] > ticks.positions[i - 1]);
        }
        ASSERT_EQ(QSet<QString>(ticks.labels.begin(), ticks.labels.end()).size(), ticks.labels.size())
            << lower << " … " << upper << ": " << QStringList(ticks.labels).join(u'|').toStdString();
    }
}

} // namespace plot_ticks_test
} // namespace deltascope::render
