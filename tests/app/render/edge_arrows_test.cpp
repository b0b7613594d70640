// SPDX-License-Identifier: GPL-3.0-or-later
// A curve outside the limits that were chosen leaves an arrow with its value at the edge, on screen and on paper.
#include "app/support/export_samples.h"
#include "render/export/export.h"
#include "text/language.h"

#include <gtest/gtest.h>

namespace deltascope::render {
namespace edge_arrows_test {

figures::Figure speeds(std::vector<double> y)
{
    figures::Figure figure{"sample", {"Learning speed", {}}, {figures::Panel{}}, {"", {}}, {}};
    figures::Panel& panel = figure.panels[0];
    panel.x = {{"layer l", {}}, "", figures::AxisScale::layers, 0.5, 3.5, 0};
    panel.y = {{"speed", {}}, "", figures::AxisScale::decades, -30, 10, 0};
    panel.elements = {
        figures::Line{{"bias speed", {}}, figures::Role::primary, {1, 2, 3}, std::move(y), {1, 2, 3}, {}}};
    return figure;
}

QString svgWith(const figures::Figure& figure, const model::ViewRange& range)
{
    text::setLanguage(QStringLiteral("en"));
    exports::ExportOptions options;
    options.theme = theme(QStringLiteral("light"));
    model::Document document;
    document.view.ranges = {range};
    const Result<QByteArray> bytes = exports::exportFormat(QStringLiteral(".svg"))->write(figure, document, options);
    EXPECT_TRUE(bool(bytes));
    return QString::fromUtf8(*bytes);
}

bool says(const QString& svg, const QString& text)
{
    return svg.contains(u'>' + text + u'<') || svg.contains(u'>' + text + u' ');
}

TEST(EdgeArrows, TellTheNearestValueOfACurveBeyondTheLimits)
{
    const QString below = QStringLiteral("10⁻²¹"), above = QStringLiteral("10⁴");
    const model::ViewRange range{"sample", 0, 0.5, 3.5, -2, 2};
    EXPECT_TRUE(says(svgWith(speeds({-25, -23, -21}), range), below)) << "under";
    EXPECT_TRUE(says(svgWith(speeds({4, 5, 7}), range), above)) << "over";
    EXPECT_FALSE(says(svgWith(speeds({-25, 0, -21}), range), below)) << "a part of it is seen";
    EXPECT_FALSE(says(svgWith(speeds({-25, 5, -21}), range), below)) << "it crosses the panel";
    EXPECT_FALSE(says(svgWith(speeds({-25, -23, -21}), {"sample", 0, 0.5, 3.5, -21.4, 2}), below)) << "its end is seen";
}

TEST(EdgeArrows, PointAsideWhereTheCurveIsBeside)
{
    figures::Figure figure = speeds({0, 0, 0});
    figure.panels[0].x = {{"z", {}}, "", figures::AxisScale::linear, -50, 50, 0};
    figures::Line& line = std::get<figures::Line>(figure.panels[0].elements[0]);
    line.x = {-40, -38, -37.25};
    line.layers = {};
    EXPECT_TRUE(says(svgWith(figure, {"sample", 0, -10, 10, -2, 2}), QStringLiteral("−37.25")));
    line.x = {37.25, 38, 40};
    EXPECT_TRUE(says(svgWith(figure, {"sample", 0, -10, 10, -2, 2}), QStringLiteral("37.25")));
}

TEST(EdgeArrows, ThereAreNoneWhereTheAxesFit)
{
    const figures::Figure figure = speeds({-25, -23, -21});
    figures::Figure without = figure;
    without.panels[0].elements.clear();
    const auto triangles = [](const QString& svg) {
        return svg.count(QStringLiteral("<polygon")) + svg.count(QStringLiteral("<path"));
    };
    EXPECT_LE(triangles(svgWith(figure, {"another", 0, 0, 1, 0, 1})),
        triangles(svgWith(without, {"another", 0, 0, 1, 0, 1})) + 4);
    EXPECT_FALSE(says(svgWith(figure, {"another", 0, 0, 1, 0, 1}), QStringLiteral("10⁻²¹")));
}

} // namespace edge_arrows_test
} // namespace deltascope::render
