// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli lecture: slides, worksheet and answer key of presets, lessons, figures and files.
#include "cli/program.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <gtest/gtest.h>

namespace deltascope::cli {
namespace lecture_test {

/// The words of a PDF, page by page; empty where there is no reader.
QStringList pagesOf(const QString& path)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    if (!reader.waitForFinished())
        return {};
    QStringList pages = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f');
    pages.removeLast();
    return pages;
}

class Lecture : public testing::Test {
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    Outcome write(const QStringList& parts, const char* language = "en")
    {
        return cli(QStringList{QStringLiteral("lecture")} + parts
            + QStringList{QStringLiteral("--out"), path("slides.pdf"), QStringLiteral("--worksheet"), path("sheet.pdf"),
                QStringLiteral("--answers"), path("key.pdf"), QStringLiteral("--lang"), QLatin1String(language)});
    }
    QTemporaryDir m_folder;
};

TEST_F(Lecture, SlidesAskBeforeTheyAnswerAndTheWorksheetDoesNotAnswer)
{
    const Outcome outcome = write({QStringLiteral("preset:explosion/learning_speed"),
        QStringLiteral("lesson:explosion"), QStringLiteral("--title"), QStringLiteral("Layers & speeds")});
    ASSERT_EQ(outcome.code, 0) << outcome.error.toStdString();
    const QStringList slides = pagesOf(path("slides.pdf"));
    // A title, the preset's figure, step 1, two steps with question and answer, the goal.
    ASSERT_EQ(slides.size(), 1 + 1 + 1 + 2 + 2 + 1);
    EXPECT_TRUE(slides[0].contains(QStringLiteral("Layers & speeds")));
    EXPECT_TRUE(slides[0].contains(QStringLiteral("The explosion by hand")));
    EXPECT_TRUE(slides[1].contains(QStringLiteral("deltascope:?initializer=balanced&weight=100")));
    EXPECT_TRUE(slides[5].contains(QStringLiteral("How many times faster"))) << slides[5].toStdString();
    EXPECT_FALSE(slides[5].contains(QStringLiteral("15 625")));
    EXPECT_FALSE(slides[4].contains(QStringLiteral("15 625"))) << "nor one slide earlier";
    EXPECT_TRUE(slides[6].contains(QStringLiteral("15 625"))) << slides[6].toStdString();
    const QString sheet = pagesOf(path("sheet.pdf")).join(u'\n'), key = pagesOf(path("key.pdf")).join(u'\n');
    EXPECT_TRUE(sheet.contains(QStringLiteral("Name: ____")));
    EXPECT_FALSE(sheet.contains(QStringLiteral("25³")));
    EXPECT_FALSE(key.contains(QStringLiteral("Name: ____")));
    EXPECT_TRUE(key.contains(QStringLiteral("Answer: 15 625"))) << key.toStdString();
    EXPECT_TRUE(key.contains(QStringLiteral("One way to reach it")));
}

TEST_F(Lecture, SpeaksPortuguese)
{
    const Outcome outcome =
        write({QStringLiteral("preset:vanishing"), QStringLiteral("lesson:learning_speed")}, "pt_BR");
    ASSERT_EQ(outcome.code, 0) << outcome.error.toStdString();
    const QStringList slides = pagesOf(path("slides.pdf"));
    EXPECT_TRUE(slides.front().simplified().contains(QStringLiteral("Minha aula sobre velocidades de aprendizado")));
    EXPECT_TRUE(pagesOf(path("sheet.pdf")).front().contains(QStringLiteral("Nome: ___")));
    EXPECT_TRUE(pagesOf(path("key.pdf")).join(u'\n').contains(QStringLiteral("Resposta: 20,4")));
}

// What must be set is named, also where it is what a new document has; and no section goes over the end of a page.
TEST_F(Lecture, SettingsAreNamedAndSectionsAreWhole)
{
    ASSERT_EQ(write({QStringLiteral("lesson:the_product"), QStringLiteral("preset:explosion"),
                        QStringLiteral("lesson:find_the_balance")})
                  .code,
        0);
    for (const char* file : {"sheet.pdf", "key.pdf"}) {
        const QStringList pages = pagesOf(path(file));
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const QString text = pages[i].trimmed();
            EXPECT_TRUE(text.endsWith(QString::number(i + 1))) << file;
            EXPECT_TRUE(i == 0 || text.startsWith(QStringLiteral("Step "))
                || text.startsWith(QStringLiteral("Exploding")) || text.startsWith(QStringLiteral("Find the balance")))
                << file << ", page " << i + 1 << ": " << text.left(100).toStdString();
        }
    }
    const QString sheet = pagesOf(path("sheet.pdf")).join(u'\n');
    EXPECT_TRUE(sheet.contains(QStringLiteral("Set: Depth L = 4"))) << "the control that step 1 leaves";
    EXPECT_TRUE(sheet.contains(QStringLiteral("Set: Initialization = Balanced; Weight w = 100")));
}

TEST_F(Lecture, AFileIsAPartToo)
{
    ASSERT_EQ(cli({QStringLiteral("figure"), QStringLiteral("factors"), QStringLiteral("--set"),
                      QStringLiteral("depth=3"), QStringLiteral("--out"), path("mine.svg")})
                  .code,
        0);
    const Outcome outcome = write({path("mine.svg")});
    ASSERT_EQ(outcome.code, 0) << outcome.error.toStdString();
    EXPECT_TRUE(pagesOf(path("slides.pdf"))[1].contains(QStringLiteral("mine")));
}

TEST_F(Lecture, WhatIsWrongIsOneSentence)
{
    const std::pair<const char*, const char*> wrong[] = {
        {"lecture preset:explosoin --out x.pdf", "did you mean “explosion”"},
        {"lecture lesson:the_produkt --out x.pdf", "did you mean “the_product”"},
        {"lecture preset:explosion/factor --out x.pdf", "factors"},
        {"lecture something --out x.pdf", "preset:ID"},
        {"lecture preset:explosion", "--out"},
        {"lecture preset:explosion --out x.png", ".pdf"},
        {"lecture --out x.pdf", "Nothing is marked"},
    };
    for (const auto& [line, part] : wrong) {
        const Outcome outcome = cli(words(line));
        EXPECT_EQ(outcome.code, 2) << line;
        EXPECT_EQ(outcome.error.count('\n'), 1) << outcome.error.toStdString();
        EXPECT_TRUE(outcome.error.contains(part)) << outcome.error.toStdString();
    }
    EXPECT_EQ(cli(words("lecture /not/there.deltascope --out x.pdf")).code, 3);
    EXPECT_EQ(cli(words("lecture preset:vanishing --out /not/there/x.pdf")).code, 4);
}

} // namespace lecture_test
} // namespace deltascope::cli
