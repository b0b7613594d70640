// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/fonts.h"
#include "render/plot/panel_header.h"

#include <gtest/gtest.h>

#include <QFontMetricsF>

#include <cmath>

namespace deltascope::render {
namespace plot_header_test {

struct PlotHeader : testing::Test {
    double rows(const QString& axisTitle, const QStringList& names, double width)
    {
        std::vector<plot::LegendEntry> entries;
        for (const QString& name : names)
            entries.push_back({static_cast<int>(entries.size()), name, name, false});
        header.arrange({}, axisTitle, entries, font, {width, 1e6});
        return std::round(header.height() / QFontMetricsF(font).height());
    }
    QFont font = figureFont(9);
    plot::PanelHeader header;
};

TEST_F(PlotHeader, TheTitleOfTheAxisSharesTheLegendsRow)
{
    EXPECT_EQ(rows(QStringLiteral("speed"), {QStringLiteral("bias"), QStringLiteral("weight")}, 360), 1);
    EXPECT_EQ(rows(QStringLiteral("speed"), {}, 360), 1);
    EXPECT_EQ(rows({}, {}, 360), 0);
}

TEST_F(PlotHeader, ALongTitleIsWrappedAndNeverCut)
{
    const QString title = QStringLiteral("velocidade de aprendizado de cada camada da rede");
    EXPECT_EQ(rows(title, {}, 1000), 1);
    const double narrow = rows(title, {}, 120);
    EXPECT_GE(narrow * 120, QFontMetricsF(font).horizontalAdvance(title));
    EXPECT_GT(narrow, 2);
}

TEST_F(PlotHeader, ACurveNamedLikeTheAxisIsItsTitleAndComesFirst)
{
    const QString name = QStringLiteral("product");
    ASSERT_EQ(rows(name, {QStringLiteral("window"), name}, 360), 1);
    const plot::LegendEntry* first = header.entryAt({5, 8});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->element, 1);
}

TEST_F(PlotHeader, ALegendLeavesRoomForItsCurves)
{
    std::vector<plot::LegendEntry> entries;
    for (int i = 0; i < 12; ++i)
        entries.push_back({i, QStringLiteral("a curve with a long name %1").arg(i), {}, false});
    const double line = QFontMetricsF(font).height() + 2;
    header.arrange({}, QStringLiteral("speed"), entries, font, {200, 4 * line});
    EXPECT_LE(header.height(), 4 * line);
    EXPECT_GT(header.height(), 2 * line);
    header.arrange({}, QStringLiteral("speed"), entries, font, {200, 0}); // the title at least
    EXPECT_LE(header.height(), 2 * line);
}

TEST_F(PlotHeader, MarksWithWordsBesideThemNeedNoEntry)
{
    figures::Panel panel;
    panel.elements = {
        figures::Points{
            .name = {"a₀", {}}, .role = figures::Role::current, .x = {1}, .y = {1}, .labels = {{"a₀ = 1", {}}}},
        figures::Points{.name = {"signs", {}}, .role = figures::Role::negative, .x = {1}, .y = {1}}};
    const std::vector<plot::LegendEntry> entries = plot::legendEntries(panel);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].element, 1);
}

TEST_F(PlotHeader, WhatIsPinnedComesAfterThePresentCurves)
{
    figures::Panel panel;
    panel.elements = {figures::Line{.name = {"pinned", {}}, .role = figures::Role::pin, .x = {1}, .y = {1}},
        figures::Line{.name = {"one", {}}, .role = figures::Role::primary, .x = {1}, .y = {1}},
        figures::Line{.name = {"pinned too", {}}, .role = figures::Role::pin2, .x = {1}, .y = {1}},
        figures::Line{.name = {"two", {}}, .role = figures::Role::secondary, .x = {1}, .y = {1}}};
    QStringList names;
    for (const plot::LegendEntry& entry : plot::legendEntries(panel))
        names << entry.name;
    EXPECT_EQ(names.join(u','), QStringLiteral("one,two,pinned,pinned too"));
}

TEST_F(PlotHeader, SharesItsFirstRow)
{
    const QString name = QStringLiteral("a curve");
    std::vector<plot::LegendEntry> entries{{0, name, name, false}};
    header.arrange(
        {}, {}, entries, font, {.width = 300, .mostHeight = 100, .left = 120, .right = 60, .firstHeight = 22});
    EXPECT_EQ(header.height(), 22);
    EXPECT_FALSE(header.entryAt({60, 11}));
    EXPECT_TRUE(header.entryAt({130, 11}));
    header.arrange(
        {}, {}, entries, font, {.width = 300, .mostHeight = 100, .left = 200, .right = 80, .firstHeight = 22});
    EXPECT_GT(header.height(), 30) << "it has a row of its own, from the left";
    EXPECT_TRUE(header.entryAt({10, 22 + 8}));
}

} // namespace plot_header_test
} // namespace deltascope::render
