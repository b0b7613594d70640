// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/sentence_parts.h"
#include "text/language.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTranslator>
#include <QWidget>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace deltascope::text {
namespace language_test {

/// A catalogue of one entry, as a language file would bring it.
class OneWord : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (qstrcmp(context, "core") == 0 && qstrcmp(source, "layer %1 of %2") == 0)
            return QStringLiteral("de %2, a camada %1");
        return {};
    }
};

class Window : public QWidget {
public:
    int changes = 0;

protected:
    void changeEvent(QEvent* event) override { changes += event->type() == QEvent::LanguageChange; }
};

struct LanguageTest : testing::Test {
    LanguageTest() { setLanguage(QStringLiteral("en")); }
    ~LanguageTest() override { setLanguage(QStringLiteral("en")); }
    LanguageTest(const LanguageTest&) = delete;
    LanguageTest& operator=(const LanguageTest&) = delete;
};

QString text(Real number)
{
    return toText(number);
}

TEST_F(LanguageTest, RealsKeepTheirDigitsWithoutTrailingZeros)
{
    EXPECT_EQ(text({0.25}), u"0.25");
    EXPECT_EQ(text({25.0}), u"25");
    EXPECT_EQ(text({1.0 / 3}), u"0.3333");
    EXPECT_EQ(text({2.0 / 3, 2}), u"0.67");
    EXPECT_EQ(text({0.1, 17}), u"0.1"); // not 0.10000000000000001
    EXPECT_EQ(text({-0.5}), u"\u22120.5");
    EXPECT_EQ(text({0.0}), u"0");
    EXPECT_EQ(text({-0.0}), u"0");
    EXPECT_EQ(text({1e6, 6}), u"1000000");
    EXPECT_EQ(text({12345.678}), u"12346"); // whole numbers are not rounded to tens
    EXPECT_EQ(text({0.000123456}), u"0.0001235");
    EXPECT_EQ(text({9007199254740991.0, 17}), u"9007199254740991");
    EXPECT_EQ(text({0.99996}), u"1");
}

TEST_F(LanguageTest, RealsInGroupsHaveThemFromFiveDigitsOn)
{
    EXPECT_EQ(text({15625, 3, true}), u"15\u202F625");
    EXPECT_EQ(text({9999, 3, true}), u"9999");
    EXPECT_EQ(text({123456.5, 8, true}), u"123\u202F456.5");
    EXPECT_EQ(text({103.77, 3, true}), u"104");
    EXPECT_EQ(text({1.5e24, 3, true}), u"1.5·10²⁴");
}

TEST_F(LanguageTest, NumbersOfCaptionsAreThoseOfVerdicts)
{
    setLanguage(QStringLiteral("en"));
    for (const double number : {15625.0, 390625.0, 12345.678, 9999.0, 0.25})
        EXPECT_EQ(
            toText(Message{"%1", {diagnosis::number(number)}}), toText(Message{"%1", {times({1, std::log10(number)})}}))
            << number;
    EXPECT_EQ(toText(Message{"%1", {diagnosis::number(-390625.0)}}), u"\u2212390\u202F625");
}

TEST_F(LanguageTest, RealsBeyondThatArePowersOfTen)
{
    EXPECT_EQ(text({1e-300}), u"10⁻³⁰⁰");
    EXPECT_EQ(text({1.5e300}), u"1.5·10³⁰⁰");
    EXPECT_EQ(text({-6.02214076e23, 3}), u"\u22126.02·10²³");
    EXPECT_EQ(text({5e-324}), u"5·10⁻³²⁴");
    EXPECT_EQ(text({std::numeric_limits<double>::infinity()}), u"∞");
    EXPECT_EQ(text({-std::numeric_limits<double>::infinity()}), u"\u2212∞");
    EXPECT_EQ(text({std::nan("")}), u"NaN");
}

TEST_F(LanguageTest, MagnitudesOfAnySize)
{
    EXPECT_EQ(toText(Magnitude{1, std::log10(7.5) - 25}), u"7.5·10⁻²⁵");
    EXPECT_EQ(toText(Magnitude{1, -602.0599913279624}), u"8.7·10⁻⁶⁰³"); // 0.25^1000
    EXPECT_EQ(toText(Magnitude{-1, 1397.9400086720377}), u"\u22128.7·10¹³⁹⁷"); // −25^1000
    EXPECT_EQ(toText(Magnitude{0, 0}), u"0");
    EXPECT_EQ(toText(Magnitude{1, std::log10(25.)}), u"25");
    EXPECT_EQ(toText(Magnitude{1, std::log10(1234.)}), u"1234");
    EXPECT_EQ(toText(Magnitude{1, 4}), u"10⁴");
    EXPECT_EQ(toText(Magnitude{1, -3}), u"0.001");
    EXPECT_EQ(toText(Magnitude{1, std::log10(9.96e-4)}), u"0.001");
    EXPECT_EQ(toText(Magnitude{1, std::log10(9.4e-4)}), u"9.4·10⁻⁴");
    EXPECT_EQ(toText(Magnitude{1, std::log10(2.) - 7}, 4), u"2·10⁻⁷");
    EXPECT_EQ(toText(Magnitude{1, 1e15}), u"10¹⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰");
}

TEST_F(LanguageTest, DecimalPointOfTheLanguageAndNoGrouping)
{
    QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
    EXPECT_EQ(text({0.25}), u"0,25");
    EXPECT_EQ(toText(Magnitude{1, std::log10(7.5) - 25}), u"7,5·10⁻²⁵");
    EXPECT_EQ(toText(Message{"%1", {1234567}}), u"1234567");
    setLanguage(QStringLiteral("en"));
    EXPECT_EQ(text({0.25}), u"0.25");
    EXPECT_EQ(QLocale().toString(1234567), u"1234567");
}

TEST_F(LanguageTest, MessagesAreTranslatedWithTheirArgumentsInAnyOrder)
{
    const Message layer{"layer %1 of %2", {1, 12}};
    EXPECT_EQ(toText(layer), u"layer 1 of 12");
    OneWord catalogue;
    QCoreApplication::installTranslator(&catalogue);
    EXPECT_EQ(toText(layer), u"de 12, a camada 1");
    EXPECT_EQ(toText(Message{"%1: %2", {"key", layer}}), u"key: de 12, a camada 1");
    QCoreApplication::removeTranslator(&catalogue);
}

TEST_F(LanguageTest, ArgumentsAreNeverReadAsPlaceMarkers)
{
    EXPECT_EQ(toText(Message{"%1 and %2", {"%2", "%1"}}), u"%2 and %1");
    EXPECT_EQ(toText(Message{"100 % of %1 %", {5}}), u"100 % of 5 %");
    EXPECT_EQ(toText(Message{"%3 stays", {5}}), u"%3 stays");
    EXPECT_EQ(toText(Message{"%10", {7}}), u"70");
    EXPECT_EQ(toText(Message{"%1%2%", {-1, 2}}), u"\u221212%");
    EXPECT_EQ(toText(Message{"", {}}), QString());
    EXPECT_EQ(toText(Message{"µ ∂ %1", {"δ"}}), u"µ ∂ δ");
}

TEST_F(LanguageTest, EveryWindowIsToldOfALanguage)
{
    Window window;
    QCoreApplication::sendPostedEvents();
    window.changes = 0;
    for (const QString& code : availableLanguages()) {
        setLanguage(code);
        QCoreApplication::sendPostedEvents();
        EXPECT_GE(window.changes, 1) << code.toStdString();
        EXPECT_EQ(currentLanguage(), code);
        EXPECT_EQ(window.locale().language(), QLocale(code).language());
        window.changes = 0;
    }
}

TEST_F(LanguageTest, EnglishComesFirstAndUnknownCodesFollowTheSystem)
{
    ASSERT_FALSE(availableLanguages().isEmpty());
    EXPECT_EQ(availableLanguages().front(), u"en");
    setLanguage(QStringLiteral("xx_YY"));
    EXPECT_TRUE(availableLanguages().contains(currentLanguage()));
    setLanguage(QStringLiteral("system"));
    EXPECT_TRUE(availableLanguages().contains(currentLanguage()));
}

TEST_F(LanguageTest, EnglishHasItsPlurals)
{
    const auto exported = [](int count) {
        return QCoreApplication::translate(
            "deltascope::window::MainWindow", "%n figure(s) exported to files like %1.", nullptr, count);
    };
    EXPECT_EQ(exported(1), u"1 figure exported to files like %1.");
    EXPECT_EQ(exported(7), u"7 figures exported to files like %1.");
}

TEST(Catalogues, NoTextIsUnfinished)
{
    const QDir folder(QStringLiteral(DELTASCOPE_SOURCE_DIR "/resources/i18n"));
    const QStringList catalogues = folder.entryList({QStringLiteral("deltascope_*.ts")});
    ASSERT_FALSE(catalogues.isEmpty());
    for (const QString& name : catalogues) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_FALSE(file.readAll().contains("type=\"unfinished\"")) << name.toStdString();
        EXPECT_TRUE(availableLanguages().contains(name.mid(11).chopped(3)));
    }
}

/// Source and translation of every entry; of plurals each form.
std::vector<std::pair<QString, QString>> entriesOf(const QString& path)
{
    std::vector<std::pair<QString, QString>> entries;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    QString source;
    bool plural = false;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("message"))
            plural = xml.attributes().hasAttribute(QStringLiteral("numerus"));
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            entries.emplace_back(source, xml.readElementText());
        else if (!plural && xml.name() == QLatin1String("translation"))
            if (const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                !text.trimmed().isEmpty())
                entries.emplace_back(source, text);
    }
    return entries;
}

QStringList placeMarkers(const QString& text)
{
    static const QRegularExpression marker(QStringLiteral("%[0-9n]"));
    QStringList found;
    for (auto match = marker.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

TEST(Catalogues, TranslationsKeepPlaceMarkersMnemonicsAndLineBreaks)
{
    const QDir folder(QStringLiteral(DELTASCOPE_SOURCE_DIR "/resources/i18n"));
    for (const QString& name : folder.entryList({QStringLiteral("deltascope_*.ts")})) {
        if (name == QLatin1String("deltascope_en.ts"))
            continue; // plurals only
        const auto entries = entriesOf(folder.filePath(name));
        EXPECT_GT(entries.size(), 1000u) << name.toStdString();
        static const QRegularExpression mnemonic(QStringLiteral("&\\w"));
        for (const auto& [source, translation] : entries) {
            // several numbers of a plural form are one marker
            const bool plural = source.contains(QStringLiteral("%n"));
            if (!plural) {
                EXPECT_EQ(placeMarkers(source), placeMarkers(translation)) << source.toStdString();
            }
            EXPECT_EQ(source.count(u'\n'), translation.count(u'\n')) << source.toStdString();
            EXPECT_EQ(source.count(mnemonic), translation.count(mnemonic)) << source.toStdString();
            EXPECT_EQ(source.endsWith(u' '), translation.endsWith(u' ')) << source.toStdString();
            EXPECT_EQ(source.endsWith(u'…'), translation.endsWith(u'…')) << source.toStdString();
        }
    }
}

/// What lupdate finds in the sources and data files is in every catalogue.
TEST(Catalogues, HoldEveryText)
{
    const QString lupdate = QStandardPaths::findExecutable(QStringLiteral("lupdate"),
        {QLibraryInfo::path(QLibraryInfo::BinariesPath), QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath)});
    if (lupdate.isEmpty())
        GTEST_SKIP() << "lupdate is not installed";
    const QTemporaryDir folder;
    const QString found = folder.filePath(QStringLiteral("found.ts"));
    const QString top = QStringLiteral(DELTASCOPE_SOURCE_DIR);
    QProcess process;
    process.start(lupdate,
        {QStringLiteral("-silent"), QStringLiteral("-tr-function-alias"),
            QStringLiteral("QT_TRANSLATE_NOOP+=translatable"), QStringLiteral("-I"), top + QStringLiteral("/core"),
            QStringLiteral("-I"), top + QStringLiteral("/app"),
            QStringLiteral("@" DELTASCOPE_BINARY_DIR "/generated/translated_sources.txt"), QStringLiteral("-ts"),
            found});
    ASSERT_TRUE(process.waitForFinished(120'000));
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    QFile file(found);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QSet<QString> known;
    for (const auto& [source, translation] : entriesOf(top + QStringLiteral("/resources/i18n/deltascope_pt_BR.ts")))
        known << source;
    QXmlStreamReader xml(&file);
    int texts = 0;
    while (!xml.atEnd())
        if (xml.readNextStartElement() && xml.name() == QLatin1String("source")) {
            const QString source = xml.readElementText();
            EXPECT_TRUE(known.contains(source)) << source.toStdString();
            ++texts;
        }
    EXPECT_GT(texts, 1000);
}

} // namespace language_test
} // namespace deltascope::text
