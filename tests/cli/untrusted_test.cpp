// SPDX-License-Identifier: GPL-3.0-or-later
// Documents, links and lessons from a stranger can do nothing but be drawn: whatever file their texts name is neither
// opened nor run, and what is exported from them holds the texts as texts.
#include "cli/program.h"
#include "parameters/parameters.h"
#include "support/canary_file.h"

#include <QUrl>

#include <gtest/gtest.h>

namespace deltascope::cli {
namespace untrusted_test {

class Strangers : public testing::Test {
protected:
    void SetUp() override
    {
        if (!bait.ready())
            GTEST_SKIP() << "this system does not tell who opens a file";
        static_cast<void>(bait.touched());
        QFile file(bait.path());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        ASSERT_TRUE(bait.touched()) << "the watch sees nothing";
    }

    QString written(const char* name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QByteArray contents(const char* name) const
    {
        QFile file(place(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    CanaryFile bait;

private:
    QTemporaryDir m_folder;
};

template <class Record>
bool holdsText(const parameters::Parameter<Record>& row)
{
    return row.member.template as<std::string>() || row.member.template as<std::vector<std::string>>();
}

/// Every key that has a text, in a document that names the bait there.
template <class Record>
QList<QByteArray> withEachText(const std::string& text, const char* group = "")
{
    QList<QByteArray> documents;
    for (const parameters::Parameter<Record>& row : parameters::rowsOf<Record>()) {
        if (!holdsText(row))
            continue;
        const bool list = row.member.template as<std::vector<std::string>>() != nullptr;
        const std::string value = list ? "[" + quoted(text) + "]" : quoted(text);
        const std::string member = quoted(std::string(row.key)) + ": " + value;
        documents << QByteArray::fromStdString(
            *group ? "{" + quoted(group) + ": {" + member + "}}" : "{" + member + "}");
    }
    return documents;
}

TEST_F(Strangers, NoTextOfADocumentIsAPath)
{
    for (const std::string& text :
        {bait.path().toStdString(), "file://" + bait.path().toStdString(), "../../" + bait.path().toStdString()}) {
        QList<QByteArray> documents = withEachText<model::Scenario>(text);
        documents += withEachText<model::ViewState>(text, "view");
        documents += withEachText<model::Preferences>(text, "preferences");
        documents << QByteArray::fromStdString("{\"hide\": [" + quoted(text) + "]}");
        documents << QByteArray::fromStdString("{\"format\": " + quoted(text) + "}");
        EXPECT_GE(documents.size(), 12);
        for (const QByteArray& document : documents) {
            const Outcome outcome = cli(words("evaluate --scenario -"), document);
            EXPECT_EQ(outcome.code, 5) << document.constData() << outcome.error.constData();
            EXPECT_FALSE(bait.touched()) << document.constData();
        }
    }
}

TEST_F(Strangers, NoTextOfALinkIsAPath)
{
    const QString text = QString::fromLatin1(QUrl::toPercentEncoding(bait.path()));
    for (const char* key : {"data", "activation", "initializer", "lesson", "hide", "view.figures", "view.theme",
             "preferences.theme", "preferences.language", "question.layer", "preset", "scenario", "file"}) {
        const QString link = QStringLiteral("deltascope:?%1=%2").arg(QLatin1String(key), text);
        const Outcome outcome = cli({QStringLiteral("evaluate"), QStringLiteral("--scenario"), link});
        EXPECT_EQ(outcome.code, key == std::string("lesson") ? 0 : 5) << key << outcome.error.constData();
        EXPECT_FALSE(bait.touched()) << key;
    }
    for (const QString& source :
        {QStringLiteral("deltascope:") + bait.path(), QStringLiteral("deltascope://") + bait.path()})
        EXPECT_EQ(cli({QStringLiteral("evaluate"), QStringLiteral("--scenario"), source}).code, 5);
    EXPECT_FALSE(bait.touched());
}

TEST_F(Strangers, NamesOfPinsAreDrawnAsTheyAre)
{
    const QString document = written("theirs.deltascope", strangersDocument(bait.words()));
    for (const char* figure : {"learning_speed", "compare"})
        for (const char* name : {"f.svg", "f.pdf", "f.png", "f.csv", "f.json"}) {
            const Outcome outcome = cli(words("figure") << QLatin1String(figure) << QStringLiteral("--scenario")
                                                        << document << QStringLiteral("--out") << place(name));
            EXPECT_EQ(outcome.code, 0) << name << outcome.error.constData();
            EXPECT_FALSE(bait.touched()) << figure << ' ' << name;
        }
    // A program that shows the picture is not told to open anything either.
    for (const char* markup : {"<img", "<body", "<link", "<style", "<object", "<!ENTITY"})
        EXPECT_FALSE(contents("f.svg").contains(markup)) << markup;
    EXPECT_TRUE(contents("f.json").contains("<img")); // there it is a text
    EXPECT_EQ(cli(words("evaluate --scenario") << place("f.svg")).code, 0);
    EXPECT_FALSE(bait.touched());
}

TEST_F(Strangers, AWorksheetLoadsNothing)
{
    const QString lesson = written("theirs.json", strangersLesson(bait.words()));
    for (const char* answers : {"", "--answers"}) {
        const Outcome outcome =
            cli(words("worksheet") << lesson << QStringLiteral("--out") << place("sheet.pdf") << words(answers));
        EXPECT_EQ(outcome.code, 0) << outcome.error.constData();
        EXPECT_TRUE(contents("sheet.pdf").startsWith("%PDF"));
        EXPECT_FALSE(contents("sheet.pdf").contains("/URI")) << "nothing in it can be clicked";
        EXPECT_FALSE(bait.touched());
    }
}

} // namespace untrusted_test
} // namespace deltascope::cli
