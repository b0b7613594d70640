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
