// SPDX-License-Identifier: GPL-3.0-or-later
// Ridges and colour maps in every format and under the pointer.
#include "app/support/export_samples.h"
#include "render/export/export.h"
#include "render/export/figure_table.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <map>

namespace deltascope::render {
namespace shapes_test {

QByteArray exported(const char* suffix, const figures::Figure& figure)
{
    text::setLanguage(QStringLiteral("en"));
    exports::ExportOptions options;
    options.theme = theme(QStringLiteral("light"));
    options.dpi = 100;
    const auto bytes =
        exports::exportFormat(u'.' + QString::fromLatin1(suffix))->write(figure, hardDocument(), options);
    EXPECT_TRUE(bool(bytes)) << suffix;
    return *bytes;
}

figures::Figure mapAlone()
{
    figures::Figure figure = figureOfShapes();
    figure.panels.erase(figure.panels.begin());
    return figure;
}

/// The colours that fill the cells, lowest value first.
std::vector<QColor> cellColours()
{
    const std::vector<QColor> map = theme(QStringLiteral("light")).diverging;
    return {map[0], map[85], map[127], map[165], map[254]}; // −1, −⅓, 0 and 10⁻³⁰⁰, 0.3, 1
}

TEST(Shapes, CellsOfAMapKeepTheirExactColoursInAPicture)
{
    const QImage image = QImage::fromData(exported("png", mapAlone()), "png");
    std::map<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) // the colour bar has a few pixels of each
            ++counts[image.pixel(x, y)];
    const std::vector<QColor> colours = cellColours();
    const int one = counts[colours.front().rgb()];
    EXPECT_GT(one, image.width() * image.height() / 16);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const int cells = i == 2 ? 2 : 1;
        EXPECT_NEAR(counts[colours[i].rgb()], cells * one, 0.05 * one) << i;
    }
}

TEST(Shapes, AMapIsRectanglesInAVectorFormat)
{
    const QByteArray svg = exported("svg", mapAlone());
    EXPECT_FALSE(svg.contains("<image"));
    for (const QColor& colour : cellColours())
        EXPECT_TRUE(svg.contains(colour.name().toLatin1())) << colour.name().toStdString();
}

TEST(Shapes, AreInTheTableRowByRow)
{
    text::setLanguage(QStringLiteral("en"));
    std::map<QString, std::vector<exports::Cell>> columns;
    for (const exports::TableColumn& column : exports::figureTable(figureOfShapes()))
        columns.emplace(column.name, column.cells); // the quantiles have layers of their own behind
    EXPECT_EQ(columns[QStringLiteral("spread: layer")], (std::vector<exports::Cell>{1.0, 1.0, 3.0}));
    EXPECT_EQ(
        columns[QStringLiteral("spread: activations (a)")], (std::vector<exports::Cell>{-0.5, 0.1 + 0.2, 1e-300}));
    EXPECT_EQ(columns[QStringLiteral("spread: activations, width of the shape")],
        (std::vector<exports::Cell>{0.25, 0.8, 0.0}));
    for (const auto& [name, value] : {std::pair("5", -0.5), {"25", -0.25}, {"50", 0.0}, {"75", 0.125}, {"95", 0.25}})
        EXPECT_EQ(columns[QStringLiteral("spread: activations, %1 % quantile").arg(QLatin1String(name))],
            (std::vector<exports::Cell>{value}))
            << name << ": of the shape that has them";
    EXPECT_EQ(columns[QStringLiteral("phase: χ")].front(), exports::Cell(0.1)) << "beside its log10";
    EXPECT_EQ(columns[QStringLiteral("phase: σ_w")], (std::vector<exports::Cell>{0.5, 1.5, 2.5, 0.5, 1.5, 2.5}));
    EXPECT_EQ(columns[QStringLiteral("phase: σ_b")], (std::vector<exports::Cell>{0.5, 0.5, 0.5, 1.5, 1.5, 1.5}));
    EXPECT_EQ(columns[QStringLiteral("phase: log10 of χ")],
        (std::vector<exports::Cell>{-1.0, -1.0 / 3, 0.0, 1e-300, 0.1 + 0.2, 1.0}));
}

TEST(Shapes, AreInTheJsonToTheLastBit)
{
    const QJsonObject figure =
        QJsonDocument::fromJson(exported("json", figureOfShapes())).object()[u"figure"].toObject();
    const QJsonArray panels = figure[u"panels"].toArray();
    const QJsonObject ridges = panels[0].toObject()[u"elements"].toArray()[0].toObject();
    EXPECT_EQ(ridges[u"type"].toString(), u"ridges");
    EXPECT_EQ(ridges[u"ridges"].toArray()[0].toObject()[u"y"].toArray()[1].toDouble(), 0.1 + 0.2);
    const QJsonObject map = panels[1].toObject()[u"elements"].toArray()[0].toObject();
    EXPECT_EQ(map[u"type"].toString(), u"colour_map");
    EXPECT_EQ(map[u"scale"].toString(), u"log10");
    EXPECT_EQ(map[u"values"].toArray()[1].toDouble(), -1.0 / 3);
}

struct ShapesUnderThePointer : testing::Test {
    QString readAt(const figures::Figure& figure, QPoint place)
    {
        text::setLanguage(QStringLiteral("en"));
        plot::PlotWidget widget;
        widget.resize(420, 300);
        widget.setTheme(theme(QStringLiteral("light")));
        widget.QWidget::show();
        widget.show(figure, model::ViewState{});
        widget.flush();
        QSignalSpy texts(&widget, &plot::PlotWidget::readout);
        QTest::mouseMove(&widget, place);
        return texts.isEmpty() ? QString() : texts.last().at(0).toString();
    }
};

TEST_F(ShapesUnderThePointer, ARidgeReadsItsPercentiles)
{
    figures::Figure figure = figureOfShapes();
    figure.panels.pop_back();
    EXPECT_EQ(readAt(figure, {110, 150}),
        u"activations of layer 1: median 0, half of it between −0.25 and 0.125, 90 % between −0.5 and 0.25");
    EXPECT_EQ(readAt(figure, {380, 150}), u"activations of layer 3: 10⁻³⁰⁰");
}

TEST_F(ShapesUnderThePointer, ACellReadsItsValueAndPlace)
{
    EXPECT_EQ(readAt(mapAlone(), {80, 220}), u"χ = 0.1 at σ_w = 0.5, σ_b = 0.5");
}

} // namespace shapes_test
} // namespace deltascope::render
