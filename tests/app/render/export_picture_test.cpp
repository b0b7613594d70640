// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/export_samples.h"
#include "documents/embedded.h"
#include "figures/figure_kind.h"
#include "render/export/export.h"
#include "text/language.h"

#include <QBuffer>
#include <QColor>
#include <QImageReader>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace deltascope::render {
namespace export_picture_test {

exports::ExportOptions options(double width = 84, double height = 60)
{
    exports::ExportOptions result;
    result.millimetres = {width, height};
    result.theme = theme(QStringLiteral("light"));
    return result;
}

QByteArray exported(const char* suffix, const exports::ExportOptions& wanted = options(),
    const figures::Figure& figure = figureOfEverything())
{
    text::setLanguage(QStringLiteral("en"));
    const Result<QByteArray> bytes =
        exports::exportFormat(u'.' + QString::fromLatin1(suffix))->write(figure, hardDocument(), wanted);
    EXPECT_TRUE(bool(bytes)) << suffix;
    return *bytes;
}

QImage picture(const QByteArray& png)
{
    return QImage::fromData(png, "png");
}

TEST(ExportPng, HasItsSizeAndResolution)
{
    exports::ExportOptions fine = options(84, 60);
    fine.dpi = 300;
    const QImage image = picture(exported("png", fine));
    EXPECT_EQ(image.size(), QSize(992, 709)); // 84 and 60 mm at 300 dpi
    EXPECT_EQ(image.dotsPerMeterX(), 11811);
    EXPECT_EQ(image.dotsPerMeterY(), 11811);
    EXPECT_FALSE(image.hasAlphaChannel());
    EXPECT_EQ(image.pixelColor(0, 0), QColor(Qt::white));
    EXPECT_EQ(image.pixelColor(991, 708), QColor(Qt::white));
}

TEST(ExportPng, TextIsAsLargeAtEveryResolution)
{
    // The height of the ink of the title's row does not depend on the dpi.
    const auto inkHeight = [](double dpi) {
        exports::ExportOptions fine = options(160, 90);
        fine.dpi = dpi;
        const QImage image = picture(exported("png", fine));
        const auto hasInk = [&](int y) {
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).lightness() < 128)
                    return true;
            return false;
        };
        int top = 0;
        while (!hasInk(top))
            ++top;
        int bottom = top;
        while (hasInk(bottom))
            ++bottom;
        return (bottom - top) / dpi * 72;
    };
    EXPECT_NEAR(inkHeight(96), inkHeight(600), 1.2);
    EXPECT_NEAR(inkHeight(300), inkHeight(600), 0.5);
}

TEST(ExportPng, DocumentStandsBeforeThePixels)
{
    const QByteArray bytes = exported("png");
    const qsizetype text = bytes.indexOf("iTXt" + QByteArray(documents::kPngTextKey.data()));
    EXPECT_GT(text, 0);
    EXPECT_LT(text, bytes.indexOf("IDAT"));
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, "png"); // libpng checks the CRCs of our chunks
    EXPECT_EQ(reader.text(QStringLiteral("Title")), u"Speed <a & b> of 3 layers");
    EXPECT_EQ(reader.text(QStringLiteral("Description")), u"Layer 1 learns 7.5·10⁻²⁵ times as fast as layer 3.");
    EXPECT_FALSE(reader.text(QStringLiteral("deltascope-scenario")).isEmpty());
}

TEST(ExportPng, TooManyPixelsAreRefusedWithTheirNumber)
{
    exports::ExportOptions huge = options(2000, 2000);
    huge.dpi = 2400;
    const Result<QByteArray> bytes =
        exports::exportFormat(QStringLiteral(".png"))->write(figureOfEverything(), {}, huge);
    ASSERT_FALSE(bool(bytes));
    EXPECT_EQ(bytes.error().fault, Fault::usage);
    const QString sentence = text::toText(bytes.error().what);
    EXPECT_TRUE(sentence.contains(u"188976 × 188976")) << sentence.toStdString();
    EXPECT_TRUE(sentence.contains(u"100 million")) << sentence.toStdString();
}

/// The notes under the panels of an SVG, in lines, and how far down the last one reaches.
std::pair<QStringList, double> notesOf(const QByteArray& svg, double size)
{
    std::pair<QStringList, double> notes;
    QXmlStreamReader xml(svg);
    double scale = 1, down = 0; // of the group: Qt writes a matrix for each
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        static const QRegularExpression form(QStringLiteral("matrix\\(([^)]*)\\)"));
        const QStringList matrix =
            form.match(xml.attributes().value(QLatin1String("transform")).toString()).captured(1).split(u',');
        if (matrix.size() == 6) {
            scale = matrix[3].toDouble();
            down = matrix[5].toDouble();
        }
        if (xml.name() != u"text")
            continue;
        const double height = scale * xml.attributes().value(QLatin1String("font-size")).toDouble();
        const double baseline = down + scale * xml.attributes().value(QLatin1String("y")).toDouble();
        const QString text = xml.readElementText();
        if (std::abs(height - size) < 0.01) {
            notes.first << text.trimmed();
            notes.second = std::max(notes.second, baseline + 0.236 * height); // DejaVu's descent
        }
    }
    return notes;
}

TEST(ExportSvg, OfALowPageNotesAreWholeSentencesAndAllOnIt)
{
    const QString sentence = QStringLiteral("The line goes through 0 in the direction in which all inputs are equal.");
    const QString longer =
        QStringLiteral("The points of the line are one batch for the normalization, and the gradient "
                       "is that of the sum of their outputs, as theirs depend on one another, one "
                       "by one and all together, whatever the weights of the layers are.");
    int cut = 0, whole = 0;
    for (const std::size_t panels : {1u, 2u})
        for (const auto& [first, second] : {std::pair(sentence, longer), std::pair(longer, sentence)})
            for (const auto& [width, height] : {std::pair(84.0, 60.0), {85, 64}, {120, 64}, {64, 50}, {160, 90}}) {
                figures::Figure figure = figureOfEverything();
                figure.panels.resize(panels, figure.panels.front());
                figure.notes = {{"%1", {first.toStdString()}}, {"%1", {second.toStdString()}}};
                const exports::ExportOptions page = options(width, height);
                const double small = page.fontPoints * 0.9 / 72 * 96;
                const auto [lines, bottom] = notesOf(exported("svg", page, figure), small);
                const QString text = lines.join(u' ');
                const std::string where =
                    std::to_string(panels) + " panels, " + std::to_string(width) + " mm: " + text.toStdString();
                EXPECT_LE(bottom, std::round(height / 25.4 * 96)) << where;
                const QString none = QStringLiteral("A larger figure shows the notes (2).");
                EXPECT_TRUE(text.isEmpty() || text == none || text == first + QStringLiteral(" (1 more)")
                    || text == first + u' ' + second)
                    << where;
                ++(text == first + u' ' + second ? whole : cut);
            }
    EXPECT_GT(cut, 4);
    EXPECT_GT(whole, 3);
}

TEST(ExportSvg, IsValidWithExactSizeAndOneTitle)
{
    const QByteArray bytes = exported("svg", options(120.5, 60));
    QXmlStreamReader xml(bytes);
    int titles = 0, descriptions = 0, texts = 0;
    QString title;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"svg") {
            EXPECT_EQ(xml.attributes().value(QLatin1String("width")), u"120.5mm");
            EXPECT_EQ(xml.attributes().value(QLatin1String("height")), u"60mm");
        }
        texts += xml.name() == u"text";
        descriptions += xml.name() == u"desc";
        if (xml.name() == u"title") {
            ++titles;
            title = xml.readElementText();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_EQ(titles, 1);
    EXPECT_EQ(descriptions, 1);
    EXPECT_EQ(title, u"Speed <a & b> of 3 layers");
    EXPECT_GT(texts, 10);
    EXPECT_FALSE(bytes.contains("<image")) << "a bitmap in a drawing";
}

TEST(ExportSvg, AGuideIsNamedOnlyWhereItsNameIsNearerToItThanToAnother)
{
    figures::Figure figure{.id = "crowded", .title = {"Guides", {}}, .panels = {figures::Panel{}}};
    figures::Panel& panel = figure.panels[0];
    panel.x = {{"x", {}}, "", figures::AxisScale::linear, 0, 1, 0};
    panel.y = {{"y", {}}, "", figures::AxisScale::linear, 0, 1, 0};
    const auto named = [&](double distance) {
        panel.elements.clear();
        for (const double step : {-1, 0, 1})
            panel.elements.push_back(figures::Guide{.name = {step < 0  ? "lowest"
                                                            : step > 0 ? "highest"
                                                                       : "middle",
                                                        {}},
                .role = figures::Role::reference,
                .horizontal = true,
                .value = 0.5 + step * distance});
        const QByteArray svg = *exports::exportFormat(QStringLiteral(".svg"))->write(figure, {}, options(80, 60));
        return std::array{svg.contains(">lowest<"), svg.contains(">middle<"), svg.contains(">highest<")};
    };
    EXPECT_EQ(named(0.2), (std::array{true, true, true}));
    EXPECT_EQ(named(0.02), (std::array{true, false, true})); // a line of text is 0.08 high
}

TEST(ExportSvg, NamesARealFontOfTheWantedSize)
{
    const QString svg = QString::fromUtf8(exported("svg"));
    static const QRegularExpression family(
        QStringLiteral("transform=\"matrix\\(([^,]*),[^>]*font-family=\"([^\"]*)\" font-size=\"([^\"]*)\""));
    bool base = false;
    for (auto each = family.globalMatch(svg); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        EXPECT_EQ(match.captured(2), u"DejaVu Sans, Verdana, sans-serif");
        base |= std::abs(match.captured(1).toDouble() * match.captured(3).toDouble() - 8. / 72 * 96) < 0.01;
    }
    EXPECT_TRUE(base) << "8 pt are 10.67 CSS pixels";
}

TEST(ExportPdf, IsAPageOfTheWantedSizeWithAttachment)
{
    const QByteArray bytes = exported("pdf", options(254, 143));
    EXPECT_TRUE(bytes.startsWith("%PDF-"));
    static const QRegularExpression box(QStringLiteral(R"(/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\])"));
    const QRegularExpressionMatch match = box.match(QString::fromLatin1(bytes));
    ASSERT_TRUE(match.hasMatch());
    EXPECT_NEAR(match.captured(1).toDouble(), 720, 0.5);
    EXPECT_NEAR(match.captured(2).toDouble(), 143 / 25.4 * 72, 0.5);
    EXPECT_TRUE(bytes.contains("scenario.json") || bytes.contains("/EmbeddedFile"));
    EXPECT_TRUE(bytes.contains("<ds:scenario>"));
}

TEST(Export, TwoRunsGiveTheSameBytes)
{
    for (const char* suffix : {"png", "svg", "csv", "json"})
        EXPECT_EQ(exported(suffix), exported(suffix)) << suffix;
}

TEST(Export, ThemeAndTitleAreHonoured)
{
    exports::ExportOptions dark = options();
    dark.theme = theme(QStringLiteral("dark"));
    EXPECT_EQ(picture(exported("png", dark)).pixelColor(0, 0), dark.theme.background);
    exports::ExportOptions bare = options();
    bare.title = false;
    const auto drawn = [](const QByteArray& svg) { return svg.mid(svg.indexOf("</metadata>")); };
    EXPECT_TRUE(drawn(exported("svg")).contains("Speed"));
    EXPECT_FALSE(drawn(exported("svg", bare)).contains("Speed"));
}

TEST(Export, FormatsAreFoundBySuffix)
{
    for (const exports::ExportFormat* format : exports::exportFormats())
        EXPECT_EQ(exports::exportFormat(QStringLiteral("figure.") + format->suffix()), format);
    EXPECT_EQ(exports::exportFormat(QStringLiteral("/a/b.PNG"))->suffix(), u"png");
    EXPECT_EQ(exports::exportFormat(QStringLiteral("x.tar.svg"))->suffix(), u"svg");
    for (const char16_t* wrong : {u"a.txt", u"png", u"a.", u"", u"a.svgz"})
        EXPECT_EQ(exports::exportFormat(QString::fromUtf16(wrong)), nullptr);
}

void expectNothingWritten(const exports::ExportOptions& options)
{
    for (const exports::ExportFormat* format : exports::exportFormats())
        EXPECT_FALSE(bool(format->write(figures::Figure{}, {}, options))) << format->id;
}

TEST(Export, ValuesOutOfRangeGetOneSentence)
{
    const double nan = std::nan("");
    const auto refused = [](auto change) {
        exports::ExportOptions wrong = options();
        change(wrong);
        const std::optional<Error> error = exports::checkOptions(wrong);
        if (!error)
            return QString();
        EXPECT_EQ(error->fault, Fault::usage);
        expectNothingWritten(wrong);
        return text::toText(error->what);
    };
    text::setLanguage(QStringLiteral("en"));
    for (const double side : {0., 9.99, 2000.1, -84., 1e6, nan, double(INFINITY)}) {
        EXPECT_TRUE(refused([&](exports::ExportOptions& o) { o.millimetres.setWidth(side); }).contains(u"10 to 2000"))
            << side;
        EXPECT_TRUE(refused([&](exports::ExportOptions& o) { o.millimetres.setHeight(side); }).contains(u"10 to 2000"))
            << side;
    }
    for (const double dpi : {0., 29.9, 2401., 1e6, nan})
        EXPECT_TRUE(refused([&](exports::ExportOptions& o) { o.dpi = dpi; }).contains(u"30 to 2400")) << dpi;
    for (const double points : {0., 3.9, 73., nan})
        EXPECT_TRUE(refused([&](exports::ExportOptions& o) { o.fontPoints = points; }).contains(u"4 to 72")) << points;
    EXPECT_EQ(exports::checkOptions(options(10, 2000)), std::nullopt);
}

} // namespace export_picture_test
} // namespace deltascope::render
