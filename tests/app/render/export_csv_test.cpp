// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/export_samples.h"
#include "documents/embedded.h"
#include "render/export/export.h"
#include "render/export/figure_table.h"
#include "text/language.h"

#include <QLocale>
#include <QRegularExpression>

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>

namespace deltascope::render {
namespace export_csv_test {

QByteArray csv(const figures::Figure& figure)
{
    text::setLanguage(QStringLiteral("en"));
    const Result<QByteArray> bytes = exports::exportFormat(QStringLiteral("a.csv"))->write(figure, hardDocument(), {});
    EXPECT_TRUE(bool(bytes));
    return *bytes;
}

/// An RFC 4180 reader written for this test.
std::vector<QStringList> rows(const QString& text)
{
    std::vector<QStringList> all(1);
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
            cell += text[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\n')) {
            all.back() += cell;
            cell.clear();
            if (c == u'\n' && i + 1 < text.size())
                all.emplace_back();
        } else
            cell += c;
    }
    return all;
}

/// Headings and values below the comment line.
std::vector<QStringList> table(const QByteArray& bytes)
{
    return rows(QString::fromUtf8(bytes.mid(bytes.indexOf('\n') + 1)));
}

double number(const QString& text)
{
    const std::string utf8 = text.toStdString();
    double value = 0;
    const auto end = std::from_chars(utf8.data(), utf8.data() + utf8.size(), value);
    EXPECT_EQ(end.ptr, utf8.data() + utf8.size()) << utf8;
    return value;
}

TEST(ExportCsv, BeginsWithTheDocumentOnOneLine)
{
    const QByteArray bytes = csv(figureOfEverything());
    EXPECT_TRUE(bytes.startsWith(QByteArray::fromStdString(std::string(documents::kCsvPrefix)) + "{"));
    EXPECT_TRUE(bytes.left(bytes.indexOf('\n')).endsWith('}'));
    EXPECT_FALSE(bytes.contains('\r'));
    EXPECT_TRUE(bytes.endsWith('\n'));
}

TEST(ExportCsv, EveryColumnHasANameAndAUnitAndEveryRowIsAsLong)
{
    const std::vector<QStringList> cells = table(csv(figureOfEverything()));
    static const QRegularExpression form(QStringLiteral(R"(^.*\S \[\S+\]$)"));
    for (const QString& heading : cells.front())
        EXPECT_TRUE(form.match(heading).hasMatch()) << heading.toStdString();
    for (const QStringList& row : cells)
        EXPECT_EQ(row.size(), cells.front().size());
    QStringList sorted = cells.front();
    for (const char16_t* expected : {u"speeds: layer [1]", u"speeds: log10 of bias speed [1]",
             u"speeds: log10 of factor, start of the bar [1]", u"curve: a₀ minus 0.5 [1]", u"curve: σ′ [mm]",
             u"curve: window, upper edge [mm]", u"speeds: reference line [text]",
             u"speeds: log10 of learning speed [1]", u"network: log10 of bias speed [1]"})
        EXPECT_TRUE(sorted.contains(QStringView(expected).toString())) << QString::fromUtf16(expected).toStdString();
}

TEST(ExportCsv, LayersShareTheirRows)
{
    const std::vector<QStringList> cells = table(csv(figureOfEverything()));
    const qsizetype layer = cells[0].indexOf(u"speeds: layer [1]");
    const qsizetype bias = cells[0].indexOf(u"speeds: log10 of bias speed [1]");
    const qsizetype factor = cells[0].indexOf(u"speeds: log10 of factor, end of the bar [1]");
    ASSERT_TRUE(layer >= 0 && bias > layer && factor > bias);
    EXPECT_EQ(cells[0].count(u"speeds: layer [1]"), 1);
    EXPECT_EQ(cells[1][layer], u"1");
    EXPECT_EQ(cells[2][layer], u"2");
    EXPECT_EQ(cells[3][layer], u"3");
    EXPECT_EQ(cells[1][bias], u"-24.125");
    EXPECT_EQ(cells[2][bias], QString()); // exactly zero: no log10
    EXPECT_EQ(number(cells[3][bias]), 0.1);
    EXPECT_EQ(number(cells[2][factor]), -1.0 / 3);
}

TEST(ExportCsv, NumbersReadBackToTheSameBits)
{
    const std::vector<QStringList> cells = table(csv(figureOfEverything()));
    const qsizetype sigma = cells[0].indexOf(u"curve: σ′ [mm]");
    ASSERT_GE(sigma, 0);
    EXPECT_EQ(std::bit_cast<std::uint64_t>(number(cells[1][sigma])), std::bit_cast<std::uint64_t>(-0.0));
    EXPECT_EQ(cells[2][sigma], u"0.30000000000000004");
    EXPECT_EQ(number(cells[2][sigma - 1]), 0.2);
}

TEST(ExportCsv, AValueStandsBesideItsLog10)
{
    const std::vector<QStringList> cells = table(csv(figureOfEverything()));
    const qsizetype value = cells[0].indexOf(u"speeds: bias speed [1]");
    const qsizetype log10 = cells[0].indexOf(u"speeds: log10 of bias speed [1]");
    ASSERT_GE(value, 0);
    EXPECT_EQ(log10, value + 1);
    EXPECT_NEAR(number(cells[1][value]), 7.49894209332456e-25, 1e-38); // 10^-24.125
    EXPECT_NEAR(number(cells[3][value]), 1.25892541179417, 1e-14);
    const qsizetype guide = cells[0].indexOf(u"speeds: learning speed [1]");
    ASSERT_GE(guide, 0);
    EXPECT_NEAR(number(cells[1][guide]), 1.41253754462275e-45, 1e-58); // 10^-44.85
}

/// A quantity over four layers: beyond double, exactly 0, plain, and plain again.
figures::Figure figureOfSizes()
{
    figures::Figure figure;
    figures::Panel panel;
    panel.x = {{"layer", {}}, "", figures::AxisScale::layers, 0.5, 4.5, 0};
    panel.y = {{"speed", {}}, "", figures::AxisScale::decades, -700, 1, 0};
    const auto tiny = numerics::Scaled::from(0.5, -1999); // 2⁻²⁰⁰⁰ = 8.7098098162172e-603
    panel.elements = {figures::Line{.name = {"speed", {}},
        .role = figures::Role::primary,
        .x = {1, 3, 4},
        .y = {tiny.log10(), std::log10(0.1), std::log10(3.0)},
        .layers = {1, 3, 4},
        .breaks = {1},
        .values = {tiny, numerics::Scaled::from(0.1), numerics::Scaled::from(3)}}};
    panel.zeros = {{{"speed", {}}, {2}}, {{"silent", {}}, {1, 4}}};
    figure.panels = {panel};
    return figure;
}

TEST(ExportCsv, ValuesAreTheResultsToTheLastBitAndExactZerosAre0)
{
    const std::vector<QStringList> cells = table(csv(figureOfSizes()));
    EXPECT_EQ(cells[0].join(u'|'), u"layer [1]|speed [1]|log10 of speed [1]|silent [1]|log10 of silent [1]");
    ASSERT_EQ(cells.size(), 5u);
    EXPECT_TRUE(cells[1][1].startsWith(u"8.7098098162") && cells[1][1].endsWith(u"e-603")) << cells[1][1].toStdString();
    EXPECT_EQ(cells[2][1], u"0");
    EXPECT_EQ(cells[2][2], QString()) << "0 has no logarithm";
    EXPECT_EQ(number(cells[3][1]), 0.1) << "not 10^log10(0.1), which is another double";
    EXPECT_EQ(number(cells[4][1]), 3.0);
    EXPECT_EQ(cells[1][3], u"0");
    EXPECT_EQ(cells[2][3], QString());
    EXPECT_EQ(cells[4][3], u"0");
}

TEST(ExportCsv, WhatGoesOnBehindAGapIsOneColumn)
{
    figures::Figure figure;
    figures::Panel panel;
    panel.x = {{"layer", {}}, "", figures::AxisScale::layers, 0.5, 5.5, 0};
    panel.y = {{"speed", {}}, "", figures::AxisScale::linear, 0, 9, 0};
    panel.elements = {
        figures::Band{.name = {"seeds", {}}, .x = {1, 2}, .lower = {1, 2}, .upper = {3, 4}, .column = {"seeds", {}}},
        figures::Band{.x = {4, 5}, .lower = {5, 6}, .upper = {7, 8}, .column = {"seeds", {}}}};
    figure.panels = {panel};
    const std::vector<QStringList> cells = table(csv(figure));
    EXPECT_EQ(cells[0].join(u'|'), u"layer [1]|seeds, lower edge [1]|seeds, upper edge [1]");
    ASSERT_EQ(cells.size(), 5u);
    EXPECT_EQ(cells[3].join(u'|'), u"4|5|7");
}

TEST(ExportCsv, NoNameIsTakenForAFormula)
{
    for (const QStringList& row : table(csv(figureOfEverything())))
        for (const QString& cell : row)
            EXPECT_FALSE(cell.startsWith(u'=') || cell.startsWith(u'@') || cell.startsWith(u'+')) << cell.toStdString();
}

TEST(ExportCsv, IsTheSameInEveryLocale)
{
    figures::Figure figure = figureOfEverything();
    figure.panels.pop_back(); // its texts hold numbers, and texts follow the language
    const QByteArray english = csv(figure);
    QLocale::setDefault(QLocale(QLocale::German));
    const Result<QByteArray> german = exports::exportFormat(QStringLiteral("a.csv"))->write(figure, hardDocument(), {});
    text::setLanguage(QStringLiteral("en"));
    EXPECT_EQ(*german, english);
}

TEST(FigureTable, SeriesOverOtherXHaveTheirOwnColumn)
{
    figures::Figure figure;
    figures::Panel panel;
    panel.x.title = {"z", {}};
    panel.y.title = {"y", {}};
    panel.elements = {figures::Line{.name = {"one", {}}, .role = figures::Role::primary, .x = {1, 2}, .y = {3, 4}},
        figures::Line{.name = {"two", {}}, .role = figures::Role::primary, .x = {1, 2, 3}, .y = {5, 6, 7}},
        figures::Points{.name = {"three", {}}, .role = figures::Role::pin, .x = {1, 2}, .y = {8, 9}, .layers = {7, 6}}};
    figure.panels = {panel};
    QStringList names;
    for (const exports::TableColumn& column : exports::figureTable(figure))
        names += column.name;
    EXPECT_EQ(names.join(u'|'), u"z|layer|one|three (y)|z|two");
}

TEST(FigureTable, LayersOutOfOrderKeepTheirOwnRows)
{
    figures::Figure figure;
    figures::Panel panel;
    panel.x = {{"layer", {}}, "", figures::AxisScale::layers, 0, 4, 0};
    panel.elements = {figures::Points{.name = {"twice", {}}, .role = figures::Role::pin, .x = {2, 2}, .y = {8, 9}},
        figures::Line{.name = {"one", {}}, .role = figures::Role::primary, .x = {1, 2}, .y = {3, 4}}};
    figure.panels = {panel};
    const std::vector<exports::TableColumn> columns = exports::figureTable(figure);
    ASSERT_EQ(columns.size(), 4u);
    EXPECT_EQ(columns[1].cells, (std::vector<exports::Cell>{8.0, 9.0}));
    EXPECT_EQ(columns[3].cells, (std::vector<exports::Cell>{3.0, 4.0}));
}

} // namespace export_csv_test
} // namespace deltascope::render
