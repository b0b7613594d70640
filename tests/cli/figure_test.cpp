// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli figure: files that open again, the same bytes everywhere, and a sentence for every mistake.
#include "cli/program.h"

#include "documents/embedded.h"
#include "model/document.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::cli {
namespace figure_test {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

model::Document embedded(const QByteArray& bytes)
{
    const Result<model::Document> document =
        documents::readAnyDocument({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    EXPECT_TRUE(document) << (document ? "" : plainText(document.error().what));
    return document ? *document : model::Document{};
}

const char* const kSuffixes[] = {"png", "svg", "pdf", "csv", "json", "tex"};

/// Of every text no more than whether there is one, for an older version said it in other words; of numbers ten digits,
/// for its exp and log were those of the C library.
QJsonValue withoutWords(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 10);
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& each : value.toArray())
            array.append(withoutWords(each));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    if (object.contains(QLatin1String("english")))
        return !object.value(QLatin1String("english")).toString().isEmpty();
    for (const QString& key : object.keys())
        object[key] = withoutWords(object.value(key));
    return object;
}

/// The figure without its words and without the document in it.
QJsonObject drawing(const QByteArray& json)
{
    QJsonObject figure = QJsonDocument::fromJson(json).object();
    EXPECT_FALSE(figure.take(QLatin1String("document")).isUndefined());
    return withoutWords(figure).toObject();
}

// The files are described in tests/core/documents/schema_1_test.cpp: figures as the version before drew them.
TEST(Figure, DocumentsOfSchema1DrawTheSamePictures)
{
    const QString fixtures = QStringLiteral(DELTASCOPE_SOURCE_DIR "/tests/fixtures/");
    QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("figure.json"));
    const auto drawn = [&](const char* kind, const QString& scenario) {
        const Outcome outcome = cli({QStringLiteral("figure"), QLatin1String(kind), QStringLiteral("--scenario"),
            scenario, QStringLiteral("--out"), out});
        EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
        return contents(out);
    };
    struct Stored {
        const char *kind, *figure, *document;
    };
    for (const Stored& stored : {Stored{"explosion_window", "explosion_window.json", "session.deltascope"},
             {"learning_speed", "learning_speed.json", "session.deltascope"},
             {"learning_speed", "trained_learning_speed.json", "trained.deltascope"}}) {
        SCOPED_TRACE(stored.figure);
        const QJsonObject before =
            drawing(contents(fixtures + QStringLiteral("schema_1/") + QLatin1String(stored.figure)));
        EXPECT_FALSE(before.isEmpty());
        for (const QString& scenario : {QStringLiteral("schema_1/") + QLatin1String(stored.figure),
                 QStringLiteral("schema_1/") + QLatin1String(stored.document),
                 QStringLiteral("schema_2/") + QLatin1String(stored.document)})
            EXPECT_EQ(drawing(drawn(stored.kind, fixtures + scenario)), before) << scenario.toStdString();
    }
}

TEST(Figure, EveryFormatOpensAgainBitForBit)
{
    const QTemporaryDir folder;
    QFile pin(folder.filePath(QStringLiteral("before.deltascope")));
    ASSERT_TRUE(pin.open(QIODevice::WriteOnly));
    pin.write(R"({"depth": 3, "weight": 5e-324})");
    pin.close();
    model::Document expected;
    expected.scenario.depth = 6;
    expected.scenario.weight = -2.1;
    expected.scenario.bias = -0.0;
    expected.scenario.layers = {{2, 0.1, {}}};
    expected.question.layer = 2;
    expected.question.k = 3;
    model::Scenario pinned;
    pinned.depth = 3;
    pinned.weight = 5e-324;
    expected.pins = {{"before", pinned}};
    for (const char* suffix : kSuffixes) {
        SCOPED_TRACE(suffix);
        const QString path = folder.filePath(QStringLiteral("figure.") + QLatin1String(suffix));
        const QStringList arguments =
            words("figure factors --set depth=6 --set weight=-2.1 --set bias=-0.0 "
                  "--set layers=[{\"layer\":2,\"weight\":0.1}] --view layer=2 --view k=3 --dpi 60 --pin")
            << pin.fileName() << QStringLiteral("--out") << path;
        const Outcome outcome = cli(arguments);
        ASSERT_EQ(outcome.code, 0) << outcome.error.constData();
        EXPECT_TRUE(outcome.output.isEmpty() && outcome.error.isEmpty()) << outcome.error.constData();
        const model::Document document = embedded(contents(path));
        EXPECT_EQ(document, expected);
        EXPECT_TRUE(std::signbit(document.scenario.bias));
        // The figure is a source of its own.
        const Outcome reopened = cli(words("evaluate --format csv --scenario") << path);
        EXPECT_EQ(reopened.code, 0) << reopened.error.constData();
        EXPECT_EQ(reopened.output.count('\n'), 7);
    }
}

TEST(Figure, TheSameBytesInEveryEnvironment)
{
    const QTemporaryDir folder;
    QProcessEnvironment other = bareEnvironment();
    other.insert(QStringLiteral("LANG"), QStringLiteral("pt_BR.UTF-8"));
    other.insert(QStringLiteral("LC_ALL"), QStringLiteral("pt_BR.UTF-8"));
    other.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("3"));
    other.insert(QStringLiteral("QT_FONT_DPI"), QStringLiteral("192"));
    other.insert(QStringLiteral("HOME"), folder.path());
    for (const char* suffix : kSuffixes) {
        SCOPED_TRACE(suffix);
        const QString one = folder.filePath(QStringLiteral("one.") + QLatin1String(suffix));
        const QString two = folder.filePath(QStringLiteral("two.") + QLatin1String(suffix));
        ASSERT_EQ(cli(words("figure learning_speed --preset vanishing --dpi 60 --out") << one).code, 0);
        const Outcome outcome = cli(words("figure learning_speed --preset vanishing --dpi 60 --out") << two, {}, other);
        ASSERT_EQ(outcome.code, 0) << outcome.error.constData();
        EXPECT_TRUE(outcome.error.isEmpty()) << outcome.error.constData();
        EXPECT_FALSE(contents(one).isEmpty());
        EXPECT_TRUE(contents(one) == contents(two));
    }
}

TEST(Figure, EveryFigureOfTheListCanBeDrawn)
{
    const QTemporaryDir folder;
    const QJsonArray figures = QJsonDocument::fromJson(cli(words("list figures --format json")).output)
                                   .object()[QStringLiteral("figures")]
                                   .toArray();
    EXPECT_GE(figures.size(), 7);
    for (const QJsonValue& figure : figures) {
        const QString path = folder.filePath(QStringLiteral("figure.SVG"));
        const Outcome outcome =
            cli(words("figure --preset knife_edge --size 84x60mm --font-size 7pt --no-title --theme print")
                << QStringLiteral("--view")
                << QStringLiteral(
                       "map={\"measure\": {\"kind\": \"product\"}, \"x\": {\"parameter\": \"weight\", \"from\": 1, "
                       "\"to\": 9, \"count\": 5}}")
                << figure[QStringLiteral("id")].toString() << QStringLiteral("--out") << path);
        EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
        EXPECT_TRUE(contents(path).contains("width=\"84mm\"")) << figure[QStringLiteral("id")].toString().toStdString();
    }
}

TEST(Figure, AnEmptyOneSaysWhy)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chance.svg"));
    EXPECT_EQ(cli(words("figure balance_by_chance --lang en --out") << path).code, 0);
    EXPECT_TRUE(contents(path).contains("Nothing here is random"));
}

// As they were saved before targets outside 0 to 1 were refused: a run is drawn with its costs below 0 as they are, and
// what would have to be computed anew says why it is not.
TEST(Figure, ACostBelowZeroIsNeverDrawnMirrored)
{
    const QTemporaryDir folder;
    const QByteArray run = cli(words("train --set depth=1 --set loss=cross_entropy --epochs 2 --format json")).output;
    QString text = QString::fromUtf8(run);
    text.replace(QStringLiteral("\"target\": 0"), QStringLiteral("\"target\": 2"));
    text.replace(QRegularExpression(QStringLiteral("\"cost\": [-0-9.e]+")), QStringLiteral("\"cost\": -400"));
    QFile saved(folder.filePath(QStringLiteral("run.json")));
    ASSERT_TRUE(saved.open(QIODevice::WriteOnly));
    saved.write(text.toUtf8());
    saved.close();
    const QString csv = folder.filePath(QStringLiteral("cost.csv"));
    const Outcome drawn = cli({QStringLiteral("figure"), QStringLiteral("cost"), QStringLiteral("--run"),
        saved.fileName(), QStringLiteral("--out"), csv});
    ASSERT_EQ(drawn.code, 0) << drawn.error.constData();
    EXPECT_TRUE(contents(csv).contains("-400")) << contents(csv).constData();
    QFile old(folder.filePath(QStringLiteral("old.deltascope")));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write(R"({"format":"deltascope","schema":1,"depth":2,"loss":"cross_entropy","target":2})");
    old.close();
    const Outcome refused = cli({QStringLiteral("figure"), QStringLiteral("cost"), QStringLiteral("--scenario"),
        old.fileName(), QStringLiteral("--out"), csv});
    EXPECT_EQ(refused.code, 5);
    EXPECT_TRUE(refused.error.contains("2 does not lie from 0 to 1")) << refused.error.constData();
    EXPECT_EQ(cli({QStringLiteral("evaluate"), QStringLiteral("--scenario"), old.fileName(), QStringLiteral("--set"),
                      QStringLiteral("target=1")})
                  .code,
        0);
}

TEST(Figure, MistakesAreSaidAndLeaveNothing)
{
    const std::pair<const char*, const char*> lines[] = {
        {"figure", "figure needs ID"},
        {"figure factor --out x.png", "did you mean “factors”?"},
        {"figure paint --out x.png", "There is no figure “paint”; there are"},
        {"figure factors", "--out FILE"},
        {"figure factors --out x.txt", "must be one of .png, .svg, .pdf, .csv, .json"},
        {"figure factors --out x", "must be one of"},
        {"figure factors --out x.png --size 160", "160x90mm"},
        {"figure factors --out x.png --size 0x90mm", "10 to 2000 mm"},
        {"figure factors --out x.png --size 1e6x1e6mm", "10 to 2000 mm"},
        {"figure factors --out x.png --size nanxnanmm", "160x90mm"},
        {"figure factors --out x.png --dpi 0", "30 to 2400 dpi"},
        {"figure factors --out x.png --dpi 1e6", "30 to 2400 dpi"},
        {"figure factors --out x.png --dpi NaN", "not a resolution"},
        {"figure factors --out x.png --font-size 0pt", "4 to 72 pt"},
        {"figure factors --out x.png --theme pink", "There is no theme “pink”"},
        {"figure factors --out x.png --view layer=-1", "layer: "},
        {"figure factors --out x.png --view lyaer=1", "did you mean “layer”?"},
        {"figure factors --out x.png --view figures=none", "“none” is not known"},
        {"figure factors --out x.png --set depth=0", "depth: "},
        {"figure factors --out x.png --no-title=1", "takes no value"},
        {"figure factors --out x.png --size icml-colunm", "icml-column"},
        {"figure factors --out x.png --font Nowhere", "There is no font “Nowhere” on this machine"},
        {"figure factors cost --out x.png --layout 1x1", "no room for 2 figures"},
        {"figure factors cost --out x.png --layout 2", "write columns and rows, like 2x1"},
        {"figure factors cost --out x.png --layout 2x0", "write columns and rows, like 2x1"},
        {"figure factors cost --out x.png --letters all", "figures, panels or none"},
        {"figure factors costs --out x.png", "did you mean “cost”?"},
    };
    const QTemporaryDir folder;
    for (const auto& [line, part] : lines) {
        SCOPED_TRACE(line);
        QString command = QString::fromUtf8(line);
        command.replace(QStringLiteral(" x"), u' ' + folder.filePath(QStringLiteral("x")));
        const Outcome outcome = cli(command.split(u' '));
        EXPECT_EQ(outcome.code, 2) << outcome.error.constData();
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
        EXPECT_TRUE(outcome.error.contains(part)) << outcome.error.constData();
        EXPECT_TRUE(QDir(folder.path()).isEmpty());
    }
    const Outcome huge =
        cli(words("figure factors --size 2000x2000mm --dpi 2400 --out") << folder.filePath(QStringLiteral("x.png")));
    EXPECT_EQ(huge.code, 2) << huge.error.constData();
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
    const Outcome unwritable = cli(words("figure factors --out") << folder.filePath(QStringLiteral("none/x.svg")));
    EXPECT_EQ(unwritable.code, 4);
    const Outcome unreadable =
        cli(words("figure factors --pin none.deltascope --out") << folder.filePath(QStringLiteral("x.svg")));
    EXPECT_EQ(unreadable.code, 3);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(Figure, SeveralStandOnOnePageThatOpensAsTheyAre)
{
    const QTemporaryDir folder;
    for (const char* suffix : kSuffixes) {
        SCOPED_TRACE(suffix);
        const QString path = folder.filePath(QStringLiteral("page.") + QLatin1String(suffix));
        const Outcome outcome = cli(words("figure factors learning_speed phase --preset vanishing --layout 2x2 --size "
                                          "two-columns --no-notes --transparent --dpi 60 --out")
            << path);
        ASSERT_EQ(outcome.code, 0) << outcome.error.constData();
        EXPECT_EQ(
            embedded(contents(path)).view.figures, (std::vector<std::string>{"factors", "learning_speed", "phase"}));
    }
    EXPECT_TRUE(contents(folder.filePath(QStringLiteral("page.svg"))).contains("width=\"174mm\""));
    const QByteArray csv = contents(folder.filePath(QStringLiteral("page.csv")));
    EXPECT_TRUE(csv.contains("Learning speed by layer: ")) << csv.right(300).constData();
    const QJsonArray figures = QJsonDocument::fromJson(contents(folder.filePath(QStringLiteral("page.json"))))
                                   .object()[QStringLiteral("figures")]
                                   .toArray();
    ASSERT_EQ(figures.size(), 3);
    EXPECT_EQ(figures[1].toObject()[QStringLiteral("id")].toString(), QStringLiteral("learning_speed"));
}

// On the program's own digits, which stand in for MNIST, as in the window.
TEST(Figure, PublishedCurvesAreDrawnOnTheProgramsOwnDigits)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("speeds.json"));
    const Outcome outcome =
        cli(words("figure speed_over_training --preset nielsen_4 --set epochs=2 --lang en --out") << path);
    ASSERT_EQ(outcome.code, 0) << outcome.error.constData();
    const QByteArray json = contents(path);
    EXPECT_TRUE(json.contains("Nielsen, published"));
    EXPECT_TRUE(json.contains("The published curves are of MNIST, not of the digits drawn here."));
    const Outcome again = cli(words("figure speed_over_training --lang en --scenario")
        << path << QStringLiteral("--out") << folder.filePath(QStringLiteral("again.json")));
    ASSERT_EQ(again.code, 0) << again.error.constData();
    EXPECT_EQ(drawing(contents(folder.filePath(QStringLiteral("again.json")))), drawing(json));
}

TEST(Figure, AnEpsSaysWhatItNeedsWhereThatIsNotThere)
{
    const QTemporaryDir folder;
    QProcessEnvironment bare = bareEnvironment();
    bare.insert(QStringLiteral("PATH"), folder.path());
    const Outcome outcome =
        cli(words("figure factors --lang en --out") << folder.filePath(QStringLiteral("x.eps")), {}, bare);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_TRUE(outcome.error.contains("package poppler-utils")) << outcome.error.constData();
    EXPECT_EQ(outcome.error.count('\n'), 1);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(Figure, AnotherProgramsPicturesHoldNothing)
{
    const Outcome outcome = cli(words("evaluate --scenario")
        << QStringLiteral(DELTASCOPE_SOURCE_DIR "/tests/fuzz/corpus/embedded/foreign.png"));
    EXPECT_EQ(outcome.code, 5);
    EXPECT_TRUE(outcome.error.contains("No parameters are stored in this PNG image")) << outcome.error.constData();
}

TEST(Check, EveryNumberAgrees)
{
    const Outcome outcome = cli(words("check"));
    EXPECT_EQ(outcome.code, 0) << outcome.output.constData();
    EXPECT_TRUE(outcome.error.isEmpty());
    EXPECT_GT(outcome.output.count("\n  ok"), 10);
    EXPECT_FALSE(outcome.output.contains("FAILED"));
}

} // namespace figure_test
} // namespace deltascope::cli
