// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of people's own on the command line: --network, --step, and files for other programs.
#include "cli/program.h"

#include "core/imported/files.h"

#include <QFile>

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::cli {
namespace network_file_test {

class NetworkFile : public testing::Test {
protected:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        return file.fileName();
    }
    QString mlp(const char* name = "mlp.safetensors", double first = 0.5)
    {
        return write(name,
            QByteArray::fromStdString(imported::safetensorsOf({{"0.weight", {3, 2}, {first, -0.5, 1, 0.75, -1.25, 0.5}},
                {"0.bias", {3}, {0.1, 0.2, 0.3}}, {"2.weight", {1, 3}, {1, 2, -1}}, {"2.bias", {1}, {0.5}}})));
    }
    Outcome run(const char* command, const QString& file, const char* more = "")
    {
        return cli(words(command) + QStringList{QStringLiteral("--network"), file} + words(more));
    }
    void expectRefused(const Outcome& outcome, int code, const char* why)
    {
        EXPECT_EQ(outcome.code, code) << outcome.error.constData();
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
        EXPECT_TRUE(outcome.error.contains(why)) << outcome.error.constData();
        EXPECT_TRUE(outcome.output.isEmpty());
    }

    QTemporaryDir m_folder;
};

TEST_F(NetworkFile, EveryCommandTakesIt)
{
    const QString file = mlp();
    for (const char* command : {"evaluate --set data=gaussian --spectrum --float-formats", "train --epochs 2",
             "network --out -", "map --of speed:layer=1 --over input=0:1:3 --out -"}) {
        const QByteArray out = m_folder.filePath(QStringLiteral("map.json")).toUtf8();
        QByteArray line(command);
        line.replace("3 --out -", "3 --out " + out);
        const Outcome outcome = run(line.constData(), file);
        EXPECT_EQ(outcome.code, 0) << command << outcome.error.constData();
        EXPECT_TRUE(
            outcome.error.contains("“mlp.safetensors”: 2 layers, 2:3:1; it does not name its activations: they are "
                                   "those of activation and output_activation.\n"))
            << outcome.error.constData();
    }
    const QString picture = m_folder.filePath(QStringLiteral("f.svg"));
    EXPECT_EQ(
        cli(words("figure learning_speed --network") + QStringList{file, QStringLiteral("--out"), picture}).code, 0);
    // The picture holds the scenario, and with it what its network is known by.
    const QStringList fromPicture = words("evaluate --format json --scenario") + QStringList{picture};
    expectRefused(cli(fromPicture), 2, "“mlp.safetensors” (2:3:1), whose file was not given");
    EXPECT_EQ(cli(fromPicture + QStringList{QStringLiteral("--network"), file}).code, 0);
    expectRefused(cli(fromPicture + QStringList{QStringLiteral("--network"), mlp("other.safetensors", 2)}), 2,
        "“other.safetensors” is not the network “mlp.safetensors” (2:3:1)");
}

TEST_F(NetworkFile, WhatIsSetStands)
{
    const QString file = mlp();
    const Outcome outcome = run("evaluate --format json", file, "--set activation=relu");
    EXPECT_TRUE(outcome.output.contains("\"activation\": \"relu\"")) << outcome.output.left(800).constData();
    EXPECT_TRUE(outcome.output.contains("\"inputs\": 2"));
    EXPECT_EQ(run("evaluate", file, "--set width=4").code, 2);
    EXPECT_TRUE(run("evaluate", file, "--set width=4").error.contains("must have too: set widths=2:3:1.\n"));
    expectRefused(cli(words("evaluate --set initializer=from_file")), 2, "none was opened");
    EXPECT_EQ(run("evaluate", file, "--set initializer=he_normal").code, 0);
    EXPECT_TRUE(run("evaluate", file, "--set initializer=he_normal").error.contains("--network is not used"));
    EXPECT_TRUE(run("evaluate", file, "--theory").error.contains("this one is not random"))
        << "no theory of given weights";
}

TEST_F(NetworkFile, HostileFilesGetOneSentenceAndLittleMemory)
{
    const auto header = [](std::uint64_t length, const char* text) {
        return QByteArray::fromStdString(imported::littleEndianOf(length)) + text;
    };
    const QString files[] = {write("long.safetensors", header(std::uint64_t{1} << 63, "{}")),
        write("product.safetensors",
            header(82, R"({"a.weight":{"dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,0]}})")),
        write("cut.npz", "PK\x03\x04"), write("empty.npz", ""),
        write("deep.json", "{\"weights\":" + QByteArray(5000, '['))};
    for (const QString& file : files) {
        const Outcome outcome = shell(QStringLiteral("ulimit -v 1200000; \"$CLI\" evaluate --network '%1'").arg(file));
        EXPECT_EQ(outcome.code, 5) << file.toStdString() << outcome.error.constData();
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.constData();
    }
    // 40 GB of zeros, as numpy.savez_compressed would hold them.
    const Outcome bomb = shell(QStringLiteral(
        "cd '%1' && python3 -c \"import zipfile\nwith zipfile.ZipFile('bomb.npz', 'w', zipfile.ZIP_DEFLATED) "
        "as z:\n z.writestr('W1.npy', b'\\x93NUMPY\\x01\\x00v\\x00' + b\\\"{'descr': '<f8', 'fortran_order': False, "
        "'shape': (70000, 70000), }\\\".ljust(117) + b'\\n' + bytes(10**7))\" && (ulimit -v 1200000; \"$CLI\" "
        "evaluate --network bomb.npz)")
                                   .arg(m_folder.path()));
    EXPECT_EQ(bomb.code, 5) << bomb.error.constData();
    EXPECT_TRUE(bomb.error.contains("“W1” promises more than 32 million numbers")) << bomb.error.constData();
    expectRefused(run("evaluate", m_folder.filePath(QStringLiteral("none.npz"))), 3, "No such file");
    expectRefused(run("evaluate", write("m.pt", "\x80\x02}.")), 5, "numpy.savez('m.npz'");
}

TEST_F(NetworkFile, TheTrainedNetworkIsTheOneOfItsStep)
{
    const char* scenario =
        " --set data=xor --set inputs=2 --set width=3 --set examples=4 --set epochs=8 --set initializer=he_normal";
    const QByteArray evaluated =
        cli(words((QByteArray("evaluate --format json --step 5") + scenario).constData())).output;
    EXPECT_TRUE(evaluated.contains("\"step\": 5"));
    const QByteArray course = cli(words((QByteArray("train --format csv") + scenario).constData())).output;
    const QList<QByteArray> row = course.split('\n').value(6).split(','); // before step 5
    const QByteArray key = "\"bias_speed\": {\"sign\": 1, \"log10\": ";
    const qsizetype at = evaluated.indexOf(key) + key.size();
    const double log = evaluated.mid(at, evaluated.indexOf('}', at) - at).toDouble();
    EXPECT_NEAR(std::pow(10, log) / row.value(4).toDouble(), 1, 1e-9) << course.constData();
    // From where the trained network lies, a file goes on as the training itself would.
    const QString out = m_folder.filePath(QStringLiteral("trained.npz"));
    EXPECT_EQ(
        cli(words((QByteArray("network --step 5") + scenario).constData()) + QStringList{QStringLiteral("--out"), out})
            .code,
        0);
    const Outcome again = run("evaluate --format json --set data=xor --set examples=4", out);
    EXPECT_EQ(again.output.mid(again.output.indexOf("\"cost\"")), evaluated.mid(evaluated.indexOf("\"cost\"")));
    for (const char* wrong : {"evaluate --step 9", "network --out - --step 9"})
        expectRefused(cli(words((QByteArray(wrong) + scenario).constData())), 2, "there is no step 9");
    expectRefused(cli(words("evaluate --step 3 --seeds 5")), 2, "--seeds is about the network as initialized");
    expectRefused(cli(words("evaluate --step x")), 2, "step");
}

TEST_F(NetworkFile, LeavesInTheFormThatTheNameSays)
{
    for (const char* name : {"n.json", "n.safetensors", "n.npz", "n.py", "n.ipynb"}) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        const Outcome outcome = cli(words("network --set width=3 --out") + QStringList{path});
        EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
        EXPECT_TRUE(QFile::exists(path)) << name;
    }
    QFile script(m_folder.filePath(QStringLiteral("n.py")));
    ASSERT_TRUE(script.open(QIODevice::ReadOnly));
    EXPECT_TRUE(script.readAll().contains("import torch"));
    expectRefused(cli(words("network --format numpy --out -")), 2, "two files");
    expectRefused(cli(words("network --format pickle --out n.json")), 2, "There is no format “pickle”");
    expectRefused(cli(words("network --format npz --out n.json")), 2, ".npz");
    expectRefused(cli(words("network --out n.txt")), 2, ".json");
}

} // namespace network_file_test
} // namespace deltascope::cli
