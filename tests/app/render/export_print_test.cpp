// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as a paper takes them: exact sizes and type, searchable text, letters, several on one page, nothing behind.
#include "app/support/export_samples.h"
#include "base/registry.h"
#include "documents/embedded.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "render/export/export.h"
#include "render/export/page_sizes.h"
#include "render/fonts.h"
#include "text/language.h"

#include <QFontDatabase>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::render {
namespace export_print_test {

exports::ExportOptions page(double width = 84, double height = 60)
{
    exports::ExportOptions options;
    options.millimetres = {width, height};
    options.theme = theme(QStringLiteral("light"));
    return options;
}

QByteArray written(const char* suffix, const exports::ExportOptions& options,
    std::vector<figures::Figure> figures = {figureOfEverything()})
{
    text::setLanguage(QStringLiteral("en"));
    const Result<QByteArray> bytes =
        exports::exportFormat(u'.' + QString::fromLatin1(suffix))->write(std::move(figures), hardDocument(), options);
    EXPECT_TRUE(bool(bytes)) << suffix << (bytes ? "" : plainText(bytes.error().what));
    return bytes ? *bytes : QByteArray();
}

figures::Figure drawn(const char* id, const model::Document& document)
{
    const figures::FigureKind& kind = *findKind(figures::figuresRegistry(), id);
    return figures::buildFigure(
        kind, results::computeSnapshot(document, kind.needs()), document.question, document.view);
}

struct SvgText {
    QString text;
    double x = 0, y = 0, size = 0;
};

/// The texts of a drawing with where they begin on the page: Qt writes a matrix for each group.
std::vector<SvgText> textsOf(const QByteArray& svg)
{
    std::vector<SvgText> texts;
    std::vector<QTransform> groups{QTransform()};
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"g")
            groups.pop_back();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"g") {
            static const QRegularExpression form(QStringLiteral("matrix\\(([^)]*)\\)"));
            const QStringList numbers =
                form.match(xml.attributes().value(QLatin1String("transform")).toString()).captured(1).split(u',');
            groups.push_back(numbers.size() == 6
                    ? QTransform(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(),
                        numbers[3].toDouble(), numbers[4].toDouble(), numbers[5].toDouble())
                    : groups.back());
        }
        if (xml.name() == u"text") {
            const auto number = [&](const char* key) { return xml.attributes().value(QLatin1String(key)).toDouble(); };
            const QPointF place = groups.back().map(QPointF(number("x"), number("y")));
            const double size = number("font-size") * groups.back().m11();
            texts.push_back({xml.readElementText().trimmed(), place.x(), place.y(), size});
        }
    }
    return texts;
}

const SvgText* findText(const std::vector<SvgText>& texts, QStringView start)
{
    for (const SvgText& text : texts)
        if (text.text.startsWith(start))
            return &text;
    return nullptr;
}

/// What another program prints of these bytes; nothing where it is not installed.
std::optional<QByteArray> printedBy(const char* program, const QStringList& arguments, const QByteArray& input)
{
    if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(QLatin1String(program), arguments);
    process.write(input);
    process.closeWriteChannel();
    EXPECT_TRUE(process.waitForFinished(60'000) && process.exitCode() == 0)
        << program << ": " << process.readAllStandardError().toStdString();
    return process.readAllStandardOutput();
}

TEST(ExportPrint, APdfIsExactlyAsLargeAsAsked)
{
    static const QRegularExpression box(QStringLiteral(R"(/MediaBox \[0 0 ([0-9.]+) ([0-9.]+) *\])"));
    for (const auto& [width, height] : {std::pair(84.0, 60.0), {139.7, 80.0}, {10.0, 2000.0}, {352.7, 35.2}}) {
        const QRegularExpressionMatch match =
            box.match(QString::fromLatin1(written("pdf", page(width, height), {figures::Figure{}})));
        ASSERT_TRUE(match.hasMatch()) << width;
        EXPECT_NEAR(match.captured(1).toDouble(), width / 25.4 * 72, 1e-3);
        EXPECT_NEAR(match.captured(2).toDouble(), height / 25.4 * 72, 1e-3);
    }
}

TEST(ExportPrint, ThePagesOfPapersAreAsWideAsTheirColumns)
{
    const auto width = [](const char* id) { return exports::findPageSize(QLatin1String(id))->millimetres.width(); };
    EXPECT_EQ(width("column"), 84);
    EXPECT_EQ(width("two-columns"), 174);
    EXPECT_NEAR(width("neurips"), 139.7, 1e-9);
    EXPECT_NEAR(2 * width("icml-column") + 0.25 * 25.4, width("icml"), 1e-9);
    EXPECT_NEAR(width("ieee-column") / 25.4 * 72.27, 252, 1e-9);
    EXPECT_NEAR(width("ieee") / 25.4 * 72.27, 516, 1e-9);
    for (const exports::PageSize& each : exports::pageSizes()) {
        exports::ExportOptions options = page(each.millimetres.width(), each.millimetres.height());
        options.fontPoints = each.fontPoints;
        EXPECT_EQ(exports::checkOptions(options), std::nullopt) << each.id;
    }
}

TEST(ExportPrint, TwoRunsGiveTheSameBytesInEveryFormat)
{
    for (const exports::ExportFormat* format : exports::exportFormats())
        if (!format->missing || !format->missing()) {
            const QByteArray first = written(format->suffix().toLatin1().constData(), page());
            EXPECT_EQ(first, written(format->suffix().toLatin1().constData(), page())) << format->id;
            EXPECT_FALSE(first.contains("CreationDate")) << format->id;
        }
}

// With the ligature “fl” of the font pdftotext reads a word that nobody types.
TEST(ExportPrint, TheTextOfAPdfIsFoundAndAsLargeAsAsked)
{
    figures::Figure figure = figureOfEverything();
    figure.notes = {{"In float32 the fifth layer is first afflicted.", {}}};
    const QByteArray pdf = written("pdf", page(160, 120), {figure});
    const auto text = printedBy("pdftotext", {QStringLiteral("-"), QStringLiteral("-")}, pdf);
    if (!text)
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const QString all = QString::fromUtf8(*text);
    for (const char16_t* word : {u"float32", u"fifth", u"first", u"afflicted", u"Speed <a & b>"})
        EXPECT_TRUE(all.contains(QStringView(word))) << all.toStdString();
    static const QRegularExpression form(QStringLiteral(
        "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">factor</word>"));
    for (const double points : {4.0, 6.5, 7.0, 8.0, 9.5, 10.0, 11.0, 18.0}) { // of CSS pixels no whole number, but of 6
        exports::ExportOptions options = page(240, 180);
        options.fontPoints = points;
        const QString words = QString::fromUtf8(*printedBy("pdftotext",
            {QStringLiteral("-bbox"), QStringLiteral("-"), QStringLiteral("-")}, written("pdf", options, {figure})));
        const QRegularExpressionMatch match = form.match(words);
        ASSERT_TRUE(match.hasMatch()) << words.toStdString();
        // ascent 0.928 and descent 0.236 of DejaVu Sans: its table hhea, in heights of the type
        const double height = match.captured(4).toDouble() - match.captured(2).toDouble();
        EXPECT_NEAR(height / (0.928 + 0.236), points, 0.01);
    }
}

TEST(ExportPrint, AnSvgIsAsWideForItsHeightAsItsDrawing)
{
    const QByteArray svg = written("svg", page(120.5, 61));
    EXPECT_FALSE(svg.contains("preserveAspectRatio"));
    static const QRegularExpression box(QStringLiteral("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\""));
    const QRegularExpressionMatch match = box.match(QString::fromUtf8(svg));
    ASSERT_TRUE(match.hasMatch());
    EXPECT_NEAR(match.captured(1).toDouble(), 120.5 / 25.4 * 96, 1e-4);
    EXPECT_NEAR(match.captured(1).toDouble() / match.captured(2).toDouble(), 120.5 / 61, 1e-6);
}

TEST(ExportPrint, TheVerticalAxisIsNamedBesideIt)
{
    const std::vector<SvgText> texts = textsOf(written("svg", page(120, 100), {drawn("learning_speed", {})}));
    const SvgText* title = findText(texts, u"learning speed");
    ASSERT_TRUE(title);
    EXPECT_LT(title->x, 30) << "left of the axis";
    EXPECT_GT(title->y, 0.3 * 100 / 25.4 * 96) << "turned, it begins below the middle";
    // of an axis that is too short it stands above, whole
    const std::vector<SvgText> low = textsOf(written("svg", page(84, 30), {drawn("learning_speed", {})}));
    const SvgText* above = findText(low, u"learning speed");
    ASSERT_TRUE(above);
    EXPECT_LT(above->y, 0.5 * 30 / 25.4 * 96);
}

TEST(ExportPrint, NotesAreThereOrNot)
{
    exports::ExportOptions options = page(120, 100);
    EXPECT_TRUE(findText(textsOf(written("svg", options)), u"Layer 2 is exactly zero"));
    options.notes = false;
    EXPECT_FALSE(findText(textsOf(written("svg", options)), u"Layer 2 is exactly zero"));
}

// Of all figures and panels no line of text reaches beyond its page.
TEST(ExportPrint, NoNoteIsCutOnALowPage)
{
    model::Document document;
    document.scenario.depth = 30;
    document.scenario.initializer = "scaled_normal";
    document.scenario.width = 5;
    for (const model::Document& each : {model::Document{}, document})
        for (const figures::FigureKind* kind : figures::figuresRegistry())
            for (const auto& [width, height] : {std::pair(84.0, 64.0), {174, 64}, {120, 50}})
                for (const SvgText& text :
                    textsOf(written("svg", page(width, height), {drawn(kind->id.data(), each)}))) {
                    EXPECT_LE(text.y + 0.236 * text.size, std::round(height / 25.4 * 96) + 0.5)
                        << kind->id << ' ' << width << " mm: " << text.text.toStdString();
                    EXPECT_LE(text.x, width / 25.4 * 96) << kind->id << ": " << text.text.toStdString();
                }
}

TEST(ExportPrint, SeveralFiguresStandInColumnsAndRowsWithTheirLetters)
{
    const std::vector<figures::Figure> two{drawn("factors", {}), drawn("learning_speed", {})};
    exports::ExportOptions options = page(174, 80);
    options.layout = {2, 1};
    const double wide = 174 / 25.4 * 96, high = 80 / 25.4 * 96;
    std::vector<SvgText> texts = textsOf(written("svg", options, two));
    const SvgText *a = findText(texts, u"(a) "), *b = findText(texts, u"(b) ");
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->y, b->y);
    EXPECT_NEAR(b->x - a->x, wide / 2, 1);
    options.layout = {1, 2};
    texts = textsOf(written("svg", options, two));
    a = findText(texts, u"(a) ");
    b = findText(texts, u"(b) ");
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->x, b->x);
    EXPECT_NEAR(b->y - a->y, high / 2, 1);
    options.title = false; // the letters stay
    EXPECT_TRUE(findText(textsOf(written("svg", options, two)), u"(b)"));
    options.letters = exports::Letters::none;
    EXPECT_FALSE(findText(textsOf(written("svg", options, two)), u"(a)"));
}

TEST(ExportPrint, OfOneFigureThePanelsHaveLettersWhereAsked)
{
    exports::ExportOptions options = page(120, 160);
    EXPECT_FALSE(findText(textsOf(written("svg", options)), u"(a)"));
    options.letters = exports::Letters::panels;
    const std::vector<SvgText> texts = textsOf(written("svg", options));
    const SvgText *a = findText(texts, u"(a) speeds"), *b = findText(texts, u"(b) curve"),
                  *c = findText(texts, u"(c) network");
    ASSERT_TRUE(a && b && c);
    EXPECT_LT(a->y, b->y);
    EXPECT_LT(b->y, c->y);
}

TEST(ExportPrint, ALayoutWithoutRoomIsRefused)
{
    text::setLanguage(QStringLiteral("en"));
    exports::ExportOptions options = page(160, 90);
    const auto said = [&](int columns, int rows, std::size_t figures) {
        options.layout = {columns, rows};
        const std::optional<Error> error = exports::checkOptions(options, figures);
        return error ? plainText(error->what) : std::string();
    };
    EXPECT_EQ(said(2, 1, 2), "");
    EXPECT_EQ(said(2, 2, 3), "");
    EXPECT_NE(said(2, 1, 3).find("2x1 has no room for 3 figures"), std::string::npos);
    EXPECT_NE(said(0, 5, 1).find("no room"), std::string::npos);
    EXPECT_NE(said(20, 1, 2).find("each figure would be 8 × 90 mm"), std::string::npos) << said(20, 1, 2);
    EXPECT_NE(said(2'000'000'000, 2'000'000'000, 2), "");
}

TEST(ExportPrint, SeveralFiguresOpenAsTheirDocument)
{
    std::vector<figures::Figure> two{drawn("learning_speed", {}), drawn("factors", {})};
    for (const exports::ExportFormat* format : exports::exportFormats()) {
        if (format->missing && format->missing())
            continue;
        const QByteArray bytes = written(format->suffix().toLatin1().constData(), page(174, 80), two);
        const Result<model::Document> back =
            documents::readAnyDocument({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        ASSERT_TRUE(bool(back)) << format->id;
        EXPECT_EQ(*back, hardDocument()) << format->id;
    }
}

TEST(ExportPrint, NothingIsBehindATransparentDrawing)
{
    exports::ExportOptions options = page();
    options.transparent = true;
    const QImage image = QImage::fromData(written("png", options));
    ASSERT_TRUE(image.hasAlphaChannel());
    for (const QPoint corner : {QPoint(0, 0), QPoint(image.width() - 1, 0), QPoint(0, image.height() - 1)})
        EXPECT_EQ(image.pixelColor(corner).alpha(), 0);
    int ink = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ink += image.pixelColor(x, y).alpha() == 255;
    EXPECT_GT(ink, 1000) << "and it is drawn all the same";
    EXPECT_FALSE(QImage::fromData(written("png", page())).hasAlphaChannel());
    // one rectangle fewer: that of the paper
    EXPECT_EQ(written("svg", options).count("<rect") + 1, written("svg", page()).count("<rect"));
}

// What would part a text from the curves under it is paper, which a transparent drawing has not.
TEST(ExportPrint, NoPaperStandsBehindTheWordsOfATransparentDrawing)
{
    model::Document wide;
    wide.scenario.width = 40;
    wide.scenario.inputs = 40;
    wide.scenario.initializer = "scaled_normal";
    wide.scenario.data = "gaussian";
    exports::ExportOptions options = page(160, 90);
    options.transparent = true;
    const auto whitePixels = [&](const char* id, const model::Document& document, QRectF part) {
        const QImage image = QImage::fromData(written("png", options, {drawn(id, document)}));
        int white = 0;
        for (int y = int(part.top() * image.height()); y < int(part.bottom() * image.height()); ++y)
            for (int x = int(part.left() * image.width()); x < int(part.right() * image.width()); ++x)
                white += image.pixel(x, y) == qRgba(255, 255, 255, 255);
        return white;
    };
    EXPECT_EQ(whitePixels("network", wide, {0, 0.8, 1, 0.2}), 0) << "behind the “+34” under the neurons";
    EXPECT_EQ(whitePixels("factors", {}, {0.9, 0, 0.1, 1}), 0) << "behind “max 0.25”";
}

TEST(ExportPrint, AFontIsChosenByNameOrRefusedInOneSentence)
{
    text::setLanguage(QStringLiteral("en"));
    exports::ExportOptions options = page();
    options.fontFamily = QStringLiteral("No Such Font");
    const std::optional<Error> error = exports::checkOptions(options);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->fault, Fault::usage);
    EXPECT_EQ(
        plainText(error->what), "There is no font “No Such Font” on this machine; “DejaVu Sans” is always there.");
    EXPECT_EQ(exports::fontRemark(std::vector{figureOfEverything()}, {}, page()), std::nullopt);
    QString other; // one that lacks a sign of the field
    for (const QString& family : {QStringLiteral("Latin Modern Roman"), QStringLiteral("Liberation Sans"),
             QStringLiteral("Noto Sans"), QStringLiteral("Latin Modern Mono")})
        if (other.isEmpty() && hasFont(family))
            other = family;
    if (other.isEmpty())
        GTEST_SKIP() << "no font that lacks a sign is installed (fonts-lmodern)";
    options.fontFamily = other;
    EXPECT_TRUE(written("svg", options).contains("\"" + other.toUtf8() + ", DejaVu Sans, Verdana, sans-serif\""));
    figures::Figure figure = figureOfEverything();
    figure.title = {"∇ₗ", {}};
    const std::optional<Message> remark = exports::fontRemark(std::vector{figure}, {}, options);
    ASSERT_TRUE(remark);
    EXPECT_NE(plainText(*remark).find("ₗ"), std::string::npos) << plainText(*remark);
    EXPECT_NE(plainText(*remark).find("“DejaVu Sans” draws them"), std::string::npos);
}

TEST(ExportPrint, AnEpsIsOfItsSizeWithItsTextAsText)
{
    const exports::ExportFormat& eps = *exports::exportFormat(QStringLiteral(".eps"));
    if (const std::optional<Error> error = eps.missing()) {
        EXPECT_NE(plainText(error->what).find("poppler-utils"), std::string::npos);
        GTEST_SKIP() << plainText(error->what);
    }
    const QString text = QString::fromLatin1(written("eps", page(84, 60)));
    EXPECT_TRUE(text.startsWith(QStringLiteral("%!PS-Adobe-3.0 EPSF-3.0")));
    static const QRegularExpression box(QStringLiteral("%%HiResBoundingBox: 0 0 ([0-9.]+) ([0-9.]+)"));
    const QRegularExpressionMatch match = box.match(text);
    ASSERT_TRUE(match.hasMatch());
    EXPECT_NEAR(match.captured(1).toDouble(), 84 / 25.4 * 72, 0.01);
    EXPECT_NEAR(match.captured(2).toDouble(), 60 / 25.4 * 72, 0.01);
    EXPECT_TRUE(text.contains(QStringLiteral("%%BeginResource: font"))) << "a page of pixels has none";
    for (const QString& line : text.left(text.indexOf(QStringLiteral("%%EndComments"))).split(u'\n'))
        EXPECT_LE(line.size(), 255) << "the longest line that DSC allows in a head";
}

} // namespace export_print_test
} // namespace deltascope::render
