// SPDX-License-Identifier: GPL-3.0-or-later
// Every mistake on the command line and in a file: its exit code and one sentence on standard error.
#include "cli/program.h"

#include <QDir>
#include <QFile>
#include <gtest/gtest.h>

namespace deltascope::cli {
namespace usage_test {

/// Nothing on standard output, one sentence on standard error that holds `part`.
void expectRefusal(const Outcome& outcome, int code, const char* part)
{
    EXPECT_EQ(outcome.code, code) << outcome.error.constData();
    EXPECT_TRUE(outcome.output.isEmpty());
    EXPECT_TRUE(outcome.error.startsWith("deltascope-cli: ")) << outcome.error.constData();
    EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
    EXPECT_TRUE(outcome.error.contains(part)) << outcome.error.constData();
}

TEST(Usage, WrongArgumentsAreSaidInOneSentence)
{
    const std::pair<const char*, const char*> lines[] = {
        {"evalute", "did you mean “evaluate”?"},
        {"paint", "There is no command “paint”; there are"},
        {"evaluate --fromat json", "did you mean “--format”?"},
        {"evaluate --dpi 3", "“--dpi” is not an option"},
        {"evaluate --seeds 1", "seeds: "},
        {"evaluate --theory", "this one is not random"},
        {"evaluate --spectrum --set normalization=batch --set width=3 --set examples=2", "batch normalization"},
        {"evaluate --format xml", "There is no format “xml”"},
        {"evaluate --format", "“--format” needs a value after it: text|json|csv."},
        {"evaluate explosion", "“explosion” is one word too many"},
        {"evaluate --preset explosin", "did you mean “explosion”?"},
        {"evaluate --preset a --scenario b", "not both"},
        {"evaluate --preset a --preset b", "given twice"},
        {"evaluate --set depth", "KEY=VALUE"},
        {"evaluate --set =3", "KEY=VALUE"},
        {"evaluate --set wieght=3", "did you mean “weight”?"},
        {"evaluate --set depth=0", "a whole number from 1 to 10000"},
        {"evaluate --set depth=−1", "a whole number from 1 to 10000"},
        {"evaluate --set depth=1e9", "a whole number from 1 to 10000"},
        {"evaluate --set depth=1e10", "a whole number from 1 to 10000"},
        {"evaluate --set depth=4294967300", "a whole number from 1 to 10000"},
        {"evaluate --set depth=1e400", "depth: the value must be a whole number from 1 to 10000."},
        {"evaluate --set depth=4.5", "not a whole number"},
        {"evaluate --set depth=abc", "not a whole number"},
        {"evaluate --set depth=", "not a whole number"},
        {"evaluate --set weight=1,5", "with a point as decimal mark"},
        {"evaluate --set weight=nan", "not a number"},
        {"evaluate --set weight=1e400", "finite number"},
        {"evaluate --set weight=1e308", "out of range"},
        {"evaluate --set activation=sigmiod", "“sigmiod” is not known; the choices are sigmoid"},
        {"evaluate --set layers=[{]", "not valid JSON"},
        {"evaluate --set layers=[{\"layer\":9,\"weight\":1}]", "layer 9 does not exist"},
        {"evaluate --set loss=cross_entropy --set output_activation=tanh",
            "goes only with the output activation sigmoid, not with tanh"},
        {"evaluate --set loss=cross_entropy --set target=2", "target: 2 does not lie from 0 to 1"},
        {"evaluate --set loss=softmax --set output_activation=identity --set target=-1", "does not lie from 0 to 1"},
        {"evaluate --set width=1024 --set depth=10000", "are the limit"},
        {"evaluate --lang xx", "There is no language “xx”"},
        {"evaluate --lang=", "There is no language “”"},
        {"list widgets", "There is nothing called “widgets” to list"},
        {"list presets --format csv", "There is no format “csv”"},
        {"evaluate --set beta1=1", "a number from 0 to 0.999999999 is allowed"},
        {"evaluate --out=", "ends in .txt"},
        {"network", "--out"},
        {"network --out=", "ends in .json"},
        {"network --out x.svg", "“x.svg” cannot be the name of what is written here; it must end in one of .json, "},
        {"network --out x", "one of .json, "},
        {"network --format json --out x", "must end in .json"},
        {"map --of product --over weight=0:1 --out x.txt", "it must end in one of .png, .svg, .pdf, .csv, .json"},
        {"worksheet explosion_budget --out x.txt", "must end in .pdf"},
        {"worksheet explosion_budget --out pdf", "must end in .pdf"},
        {"train --out=", "ends in .csv"},
        {"train --epochs 2 --set epochs=3", "Give --epochs or --set epochs=N, not both."},
        {"train --set epochs=2 --epochs=2", "Give --epochs or --set epochs=N, not both."},
        {"train --out x.json", "must end in .csv, or with --format json in .json."},
        {"train --format json --out x.csv", "must end in .json"},
        {"map --of speed:layer=1,layer=2 --over weight=0:1 --out x.json", "“layer” is given twice; give it once."},
        {"map --of product --over weight=0:12:99999999999 --out x.json", "from 2 to 32768 values, not 99999999999."},
        {"animate factors --out x.png --frames 2.5", "“2.5” is not a whole number"},
        {"animate factors --out x.png --frames 24.5", "“24.5” is not a whole number"},
        {"animate factors --out x.png --frames=", "--frames: “” is not a number"},
        {"animate factors --out x.png --fps=", "--fps: “” is not a number"},
        {"animate factors --out x.png --dpi=", "--dpi: “” is not a number"},
        {"animate factors --out x.png --sweep=", "--sweep: “” is not a range"},
        {"animate factors --out x.png --sweep depth=1.5:2.5", "depth: "},
        {"animate factors --out x.png --sweep depth=1:4294967298", "a whole number from 1 to 10000"},
        {"figure factors --out x.pdf --font-size 1e400", "“1e400” is not a type size; write it in points, like 8pt."},
        {"figure factors --out x.png --dpi 1e400", "“1e400” is not a resolution"},
        {"figure factors --out x.png --size 1e400x3", "“1e400x3” is not a size"},
        {"figure factors --out x.png --view layer=99", "--view: There is no layer 99: the network has 4."},
        {"figure gradient_check --out x.png --view layer=2 --view checked_row=2",
            "--view: Layer 2 has no neuron 2 to check a gradient of: its neurons are 1 to 1."},
        {"figure gradient_check --out x.png --view checked_row=1 --view checked_column=3",
            "--view: No weight of layer 1 comes from a neuron 3"},
        {"figure gradient_check --out x.png --view checked_row=-1", "checked_row: "},
        {"figure cost --out x.png --view smooth=-1", "smooth: "},
    };
    for (const auto& [line, part] : lines) {
        SCOPED_TRACE(line);
        expectRefusal(cli(words(line)), 2, part);
    }
}

TEST(Usage, WrongFilesAreSaidWithTheirPlace)
{
    const std::pair<QByteArray, const char*> files[] = {
        {"{\"w\":1,}", "Line 1, column 8: this is not valid JSON"},
        {"{\n // depth\n}", "Line 2, column 2: comments are not allowed"},
        {"{\"weight\": NaN}", "weight must be a finite number"},
        {"{\"weight\": 1e400}", "weight must be a finite number"},
        {"{\"depth\": \"4\"}", "depth: a whole number is needed"},
        {"{\"depth\": 0}", "a whole number from 1 to 10000"},
        {"{\"depth\": 4294967300}", "a whole number from 1 to 10000"},
        {"{\"depth\": 4, \"depth\": 5}", "“depth” is given twice"},
        {"{\"wieght\": 4}", "“wieght” is not known"},
        {"{\"schema\": 99}", "made by a newer version"},
        {"{\"view\": {\"figures\": [\"nothing\"]}}", "“nothing” is not known"},
        {"{\"view\": {\"theme\": \"pink\"}}", "“pink” is not known"},
        {"", "empty"},
        {QByteArray(1'000'000, '['), "nested too deeply"},
        {"{\"activation\": \"\xff\"}", "not valid UTF-8"},
        {QByteArray("{}\0x", 4), "NUL"},
        {QByteArray("\xFF\xFE{\0}\0", 6), "The file is UTF-16; the text must be UTF-8."},
        {QByteArray("\xFE\xFF\0{\0}", 6), "The file is UTF-16; the text must be UTF-8."},
        {"GIF89a", "neither a Deltascope document"},
    };
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("given.deltascope"));
    for (const auto& [bytes, part] : files) {
        SCOPED_TRACE(bytes.left(40).constData());
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const Outcome outcome = cli({QStringLiteral("evaluate"), QStringLiteral("--scenario"), path});
        expectRefusal(outcome, 5, part);
        EXPECT_TRUE(outcome.error.contains(path.toUtf8()));
        expectRefusal(cli(words("evaluate --scenario -"), bytes), 5, part);
    }
}

TEST(Usage, WhatIsQuotedStaysOneShortSentence)
{
    for (const QString& key :
        {QStringLiteral("we\x1b[31might"), QStringLiteral("two\nlines"), QString(100'000, u'x')}) {
        const Outcome outcome = cli({QStringLiteral("evaluate"), QStringLiteral("--set"), key + QStringLiteral("=1")});
        expectRefusal(outcome, 2, "There is no parameter “");
        EXPECT_FALSE(outcome.error.contains('\x1b'));
        EXPECT_LT(outcome.error.size(), 1000);
        EXPECT_LE(outcome.error.indexOf("”;") - outcome.error.indexOf("“"), 70);
    }
    expectRefusal(cli(words("evaluate --scenario -"), "{\"activation\": \"a\\u0000b\"}"), 5, "the choices are");
}

TEST(Usage, AcceptedOddities)
{
    EXPECT_EQ(cli(words("evaluate --scenario -"), "\xEF\xBB\xBF{\"depth\": 1}").code, 0);
    EXPECT_EQ(cli(words("evaluate --scenario -"), "{\"weight\": 1e-400}").code, 0);
    EXPECT_EQ(cli(words("evaluate --set=depth=7 --format=csv")).output.count('\n'), 8);
    EXPECT_EQ(cli(words("evaluate --set depth=7 --set depth=2 --format csv")).output.count('\n'), 3);
}

/// The one line on standard error of what is done all the same.
QByteArray noticeOf(const QStringList& arguments, const QByteArray& input = {})
{
    const Outcome outcome = cli(arguments, input);
    EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
    EXPECT_FALSE(outcome.output.isEmpty());
    EXPECT_LE(outcome.error.count('\n'), 1) << outcome.error.constData();
    return outcome.error;
}

TEST(Usage, DataThatAreNotUsedAreSaid)
{
    const QByteArray unused = "deltascope-cli: --data is not used: the data “constant” are not read from files (--set "
                              "data=csv reads a table).\n";
    EXPECT_EQ(noticeOf(words("evaluate --data /nowhere")), unused);
    EXPECT_EQ(noticeOf(words("train --epochs 1 --data /nowhere")), unused);
    EXPECT_EQ(noticeOf(words("network --out - --data /nowhere")), unused);
    EXPECT_EQ(noticeOf(words("evaluate --data /nowhere --set data=xor --set inputs=2")),
        "deltascope-cli: --data is not used: the data “xor” are not read from files (--set data=csv reads a table).\n");
    EXPECT_EQ(noticeOf(words("worksheet explosion_budget --out - --data /nowhere")),
        "deltascope-cli: --data is not used: no step of this lesson reads data from files.\n");
    EXPECT_EQ(noticeOf(words("evaluate")), "");
    // Of a document in which only a pin reads files:
    EXPECT_EQ(noticeOf(words("evaluate --data /nowhere --scenario -"),
                  R"({"pins": [{"name": "a", "scenario": {"data": "mnist", "inputs": 784, "outputs": 10}}]})"),
        "");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("table.csv"));
    QFile table(path);
    ASSERT_TRUE(table.open(QIODevice::WriteOnly) && table.write("1,2\n3,4\n") == 8);
    table.close();
    EXPECT_EQ(noticeOf(words("evaluate --set data=csv --data") + QStringList{path}),
        "deltascope-cli: “table.csv”: 2 rows, 1 input, the number in column 2 as target.\n");
}

TEST(Usage, WhatIsTooLongIsNotRepeatedWhole)
{
    const QString large(3000, u'9');
    for (const char* line : {"figure factors --out x.png --size", "figure factors --out x.png --font-size",
             "figure factors --out", "network --out", "map --of product --over weight=0:1 --out x.json --seeds",
             "map --of product --over weight=0:1 --out parts/ --shard", "animate factors --out x.png --frames"}) {
        const Outcome outcome = cli(words(line) + QStringList{large});
        EXPECT_EQ(outcome.code, 2) << line;
        EXPECT_LT(outcome.error.size(), 400) << line;
    }
}

TEST(Usage, WhatIsRefusedIsOneSentenceWhateverWasNotedBefore)
{
    const QTemporaryDir folder;
    QFile table(folder.filePath(QStringLiteral("table.csv")));
    ASSERT_TRUE(table.open(QIODevice::WriteOnly) && table.write("a,b,y\n1,2,3\n3,4,5\n") == 18);
    table.close();
    expectRefusal(
        cli(words("evaluate --set data=csv --step 99999 --data") + QStringList{table.fileName()}), 2, "--step");
    expectRefusal(
        cli(words("train --set data=csv --set outputs=3 --data") + QStringList{table.fileName()}), 5, "the label 3");
    const Outcome adding = cli(words("evaluate --set data=adding"));
    EXPECT_EQ(adding.code, 0);
    for (const QByteArray& line : adding.error.trimmed().split('\n'))
        EXPECT_TRUE(line.startsWith("deltascope-cli: ")) << line.constData();
}

TEST(Usage, OwnValuesThatMeanNothingAreSaid)
{
    const QStringList layers{QStringLiteral("--set"), QStringLiteral("layers=[{\"layer\": 4, \"weight\": 3}]")};
    EXPECT_EQ(noticeOf(words("evaluate --set depth=6 --set tied=true") + layers),
        "deltascope-cli: Layer 4 has a weight or a bias of its own, which means nothing: tied layers have those of "
        "layer "
        "2.\n");
    EXPECT_TRUE(noticeOf(words("evaluate --set depth=6 --set initializer=he_normal") + layers)
                    .contains("means nothing under the initialization"));
    EXPECT_EQ(noticeOf(words("evaluate --set depth=6") + layers), "");
}

TEST(Usage, ANumberOfALinkThatIsTooSmallIsSaid)
{
    EXPECT_EQ(noticeOf(words("evaluate --scenario deltascope:?weight=1e-400&bias=1")),
        "deltascope-cli: The link: weight: 1e-400 is too small for a double and was read as 0.\n");
    EXPECT_EQ(noticeOf(words("evaluate --scenario -"), "deltascope:?weight=1e-400"),
        "deltascope-cli: Standard input: The link: weight: 1e-400 is too small for a double and was read as 0.\n");
    EXPECT_EQ(noticeOf(words("evaluate --scenario deltascope:?weight=0")), "");
}

TEST(Usage, FilesThatCannotBeRead)
{
    const QTemporaryDir folder;
    const auto refused = [](const QString& path, const char* part) {
        SCOPED_TRACE(path.toStdString());
        expectRefusal(cli({QStringLiteral("evaluate"), QStringLiteral("--scenario"), path}), 3, part);
    };
    refused(folder.filePath(QStringLiteral("none")), "No such file or directory");
    refused(folder.path(), "not a regular file");
    refused(QStringLiteral("/dev/zero"), "not a regular file");
    refused(folder.filePath(QString(300, u'x')), "File name too long");
    refused(folder.filePath(QString(5000, u'x')), "File name too long");
    QFile::link(QStringLiteral("loop"), folder.filePath(QStringLiteral("loop")));
    refused(folder.filePath(QStringLiteral("loop")), "symbolic links");
    EXPECT_EQ(shell(QStringLiteral("mkfifo '%1/fifo'").arg(folder.path())).code, 0);
    refused(folder.filePath(QStringLiteral("fifo")), "not a regular file");
    QFile large(folder.filePath(QStringLiteral("large.json")));
    ASSERT_TRUE(large.open(QIODevice::WriteOnly) && large.resize(5'000'000'000)); // sparse
    refused(large.fileName(), "larger than the limit");
    const Outcome raw = shell(QStringLiteral("cd '%1' && echo '{}' > $'raw\\xff.json' && \"$CLI\" evaluate --scenario "
                                             "$'raw\\xff.json'; code=$?; rm $'raw\\xff.json'; exit $code")
                                  .arg(folder.path()));
    expectRefusal(raw, 3, "not valid UTF-8");
    QByteArray twoMegabytes = "{\"depth\": 4" + QByteArray(2'000'000, ' ') + "}";
    expectRefusal(cli(words("evaluate --scenario -"), twoMegabytes), 3, "limit of 1 MB");
}

TEST(Usage, ACommandIsOneFileAndExplainsItself)
{
    const QByteArray overview = cli(words("--help")).output;
    const QFileInfoList files =
        QDir(QStringLiteral(DELTASCOPE_SOURCE_DIR "/app/cli/commands")).entryInfoList({QStringLiteral("*.cpp")});
    EXPECT_GE(files.size(), 5);
    for (const QFileInfo& file : files) {
        const QString id = file.completeBaseName();
        EXPECT_TRUE(overview.contains("\n  " + id.toUtf8() + ' ')) << id.toStdString();
        const Outcome help = cli({id, QStringLiteral("--help")});
        EXPECT_EQ(help.code, 0);
        EXPECT_TRUE(help.output.startsWith("Usage: deltascope-cli " + id.toUtf8())) << help.output.constData();
    }
}

TEST(Usage, HelpAndVersionAlwaysWork)
{
    for (const char* line :
        {"--help", "-h", "", "list --help", "evaluate --help", "network --help", "evaluate --nonsense --help"}) {
        SCOPED_TRACE(line);
        const Outcome outcome = cli(words(line));
        EXPECT_EQ(outcome.code, 0);
        EXPECT_TRUE(outcome.output.startsWith("Usage: deltascope-cli")) << outcome.output.constData();
        EXPECT_TRUE(outcome.error.isEmpty());
        for (const QByteArray& text : outcome.output.split('\n'))
            EXPECT_LE(QString::fromUtf8(text).size(), 96) << text.constData();
    }
    EXPECT_TRUE(cli({QStringLiteral("--version")}).output.startsWith("deltascope-cli 0."));
}

} // namespace usage_test
} // namespace deltascope::cli
