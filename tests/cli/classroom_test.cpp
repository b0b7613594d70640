// SPDX-License-Identifier: GPL-3.0-or-later
// deltascope-cli worksheet, animate, and links in place of files.
#include "cli/program.h"

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace deltascope::cli {
namespace classroom_test {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TEST(Worksheet, EveryLessonIsPrintedWithAndWithoutAnswers)
{
    const QTemporaryDir folder;
    const Outcome list = cli(words("list lessons --format json"));
    ASSERT_EQ(list.code, 0);
    EXPECT_GE(list.output.count("\"id\""), 12);
    for (const char* id : {"explosion", "find_the_balance"})
        for (const bool answers : {false, true}) {
            const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
            QStringList arguments{QStringLiteral("worksheet"), QLatin1String(id), QStringLiteral("--out"), path,
                QStringLiteral("--lang"), QStringLiteral("pt_BR")};
            if (answers)
                arguments << QStringLiteral("--answers");
            const Outcome outcome = cli(arguments);
            EXPECT_EQ(outcome.code, 0) << outcome.error.toStdString();
            EXPECT_TRUE(contents(path).startsWith("%PDF"));
        }
}

// Each page begins with a step, or with the source behind the last one.
TEST(Worksheet, NoStepIsSplitOverPages)
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
    int pages = 0;
    for (const char* id : {"explosion", "find_the_balance", "two_factors", "the_product", "remedies", "how_deep",
             "nielsen", "many_neurons", "narrow_window", "orbits", "through_time"}) {
        ASSERT_EQ(cli({QStringLiteral("worksheet"), QLatin1String(id), QStringLiteral("--out"), path,
                          QStringLiteral("--lang"), QStringLiteral("en")})
                      .code,
            0);
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        ASSERT_TRUE(reader.waitForFinished());
        const QStringList texts = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
        EXPECT_TRUE(texts.front().contains(QStringLiteral("Name: ___"))) << id;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QString text = texts[i].trimmed();
            EXPECT_TRUE(text.endsWith(QString::number(i + 1))) << id << ": the number at the foot";
            const bool whole =
                i == 0 || text.startsWith(QStringLiteral("Step ")) || text.startsWith(QStringLiteral("Source: "));
            EXPECT_TRUE(whole) << id << ", page " << i + 1 << ": " << text.left(200).toStdString();
            ++pages;
        }
    }
    EXPECT_GT(pages, 8);
}

TEST(Worksheet, WhatIsWrongIsSaid)
{
    const QTemporaryDir folder;
    EXPECT_EQ(cli(words("worksheet explosion")).code, 2);
    const Outcome unknown = cli(words("worksheet explosoin --out sheet.pdf"));
    EXPECT_EQ(unknown.code, 2);
    EXPECT_TRUE(unknown.error.contains("explosion")) << unknown.error.toStdString();
    const QString path = folder.filePath(QStringLiteral("mine.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"deltascope.lesson\", \"schema\": 1, \"title\": \"Mine\",\n \"steps\": [{\"text\": 3}]}");
    file.close();
    const Outcome broken = cli({QStringLiteral("worksheet"), path, QStringLiteral("--out"), QStringLiteral("x.pdf")});
    EXPECT_EQ(broken.code, 5);
    EXPECT_TRUE(broken.error.contains("Line 2")) << broken.error.toStdString();
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"deltascope.lesson\", \"schema\": 1, \"title\": \"Mine\","
               "\"steps\": [{\"text\": \"x\", \"point_at\": \"nowhere\"}]}");
    file.close();
    const Outcome lost = cli({QStringLiteral("worksheet"), path, QStringLiteral("--out"), QStringLiteral("x.pdf")});
    EXPECT_EQ(lost.code, 5);
    EXPECT_TRUE(lost.error.contains("nowhere")) << lost.error.toStdString();
    EXPECT_EQ(cli({QStringLiteral("worksheet"), folder.filePath(QStringLiteral("none.json")), QStringLiteral("--out"),
                      QStringLiteral("x.pdf")})
                  .code,
        3);
}

/// A question as docs.moodle.org's page "GIFT format" has it: ::name::[plain]text {answers####feedback}.
struct GiftQuestion {
    QString name, text, feedback;
    QStringList right, wrong;
    double exact = 0, low = 0, high = 0; ///< of a number
};

/// Where the next of these signs stands that no backslash escapes; the length where there is none.
qsizetype nextSign(const QString& text, qsizetype from, const QString& signs)
{
    for (qsizetype i = from; i < text.size(); ++i)
        if (text[i] == u'\\')
            ++i;
        else if (signs.contains(text[i]))
            return i;
    return text.size();
}

QString unescaped(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i)
        plain += text[i] == u'\\' && i + 1 < text.size() ? (text[++i] == u'n' ? QChar(u'\n') : text[i]) : text[i];
    return plain.trimmed();
}

GiftQuestion readGift(const QString& block)
{
    GiftQuestion question;
    const qsizetype nameEnd = block.indexOf(QStringLiteral("::"), 2);
    question.name = unescaped(block.mid(2, nameEnd - 2));
    const qsizetype open = nextSign(block, nameEnd + 2, QStringLiteral("{")),
                    close = nextSign(block, open, QStringLiteral("}"));
    question.text = unescaped(block.mid(nameEnd + 2, open - nameEnd - 2)).remove(QStringLiteral("[plain]"));
    const QString inside = block.mid(open + 1, close - open - 1);
    const qsizetype feedback = inside.indexOf(QStringLiteral("####"));
    question.feedback = unescaped(inside.mid(feedback + 4));
    const QString answers = inside.left(feedback);
    if (answers.startsWith(u'#')) { // #, =exact:0, =%100%low..high
        const QStringList lines = answers.split(u'\n', Qt::SkipEmptyParts);
        question.exact = lines.value(1).mid(1).section(u':', 0, 0).toDouble();
        const QString range = lines.value(2).section(QStringLiteral("%100%"), 1);
        question.low = range.section(QStringLiteral(".."), 0, 0).toDouble();
        question.high = range.section(QStringLiteral(".."), 1).trimmed().toDouble();
        return question;
    }
    for (qsizetype i = nextSign(answers, 0, QStringLiteral("=~")); i < answers.size();) {
        const qsizetype next = nextSign(answers, i + 1, QStringLiteral("=~#"));
        (answers[i] == u'=' ? question.right : question.wrong) << unescaped(answers.mid(i + 1, next - i - 1));
        i = next;
    }
    return question;
}

TEST(Worksheet, QuestionsForALearningPlatformReadBack)
{
    const QTemporaryDir folder;
    for (const char* id : {"explosion", "two_factors", "believe_it_or_not", "the_product"})
        for (const char* language : {"en", "pt_BR"}) {
            const QString gift = folder.filePath(QStringLiteral("quiz.gift")),
                          xml = folder.filePath(QStringLiteral("quiz.xml"));
            const QStringList shared{
                QStringLiteral("worksheet"), QLatin1String(id), QStringLiteral("--lang"), QLatin1String(language)};
            ASSERT_EQ(
                cli(shared
                    + QStringList{QStringLiteral("--format"), QStringLiteral("gift"), QStringLiteral("--out"), gift})
                    .code,
                0);
            ASSERT_EQ(
                cli(shared
                    + QStringList{QStringLiteral("--format"), QStringLiteral("moodle"), QStringLiteral("--out"), xml})
                    .code,
                0);
            std::vector<GiftQuestion> questions;
            for (const QString& block :
                QString::fromUtf8(contents(gift)).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
                if (block.startsWith(QStringLiteral("::")))
                    questions.push_back(readGift(block));
            ASSERT_FALSE(questions.empty()) << id;
            QDomDocument document;
            ASSERT_TRUE(document.setContent(contents(xml))) << id;
            ASSERT_EQ(document.documentElement().tagName(), QStringLiteral("quiz"));
            std::size_t place = 0;
            for (QDomElement each = document.documentElement().firstChildElement(); !each.isNull();
                 each = each.nextSiblingElement()) {
                ASSERT_EQ(each.tagName(), QStringLiteral("question"));
                const QString type = each.attribute(QStringLiteral("type"));
                if (type == QStringLiteral("category"))
                    continue;
                ASSERT_LT(place, questions.size());
                const GiftQuestion& question = questions[place++];
                const auto text = [&each](const char* name) {
                    return each.firstChildElement(QLatin1String(name)).firstChildElement(QStringLiteral("text")).text();
                };
                EXPECT_EQ(text("name"), question.name);
                EXPECT_FALSE(text("questiontext").isEmpty());
                EXPECT_FALSE(question.feedback.isEmpty());
                double fractions = 0;
                int answers = 0;
                for (QDomElement answer = each.firstChildElement(QStringLiteral("answer")); !answer.isNull();
                     answer = answer.nextSiblingElement(QStringLiteral("answer"))) {
                    ++answers;
                    fractions += answer.attribute(QStringLiteral("fraction")).toDouble();
                    const QString value = answer.firstChildElement(QStringLiteral("text")).text();
                    if (type == QStringLiteral("numerical")) {
                        const double tolerance =
                            answer.firstChildElement(QStringLiteral("tolerance")).text().toDouble();
                        const bool first = answers == 1; // what is shown
                        const double scale = 1e-9 * std::abs(question.high);
                        EXPECT_NEAR(value.toDouble() - tolerance, first ? question.exact : question.low, scale) << id;
                        EXPECT_NEAR(value.toDouble() + tolerance, first ? question.exact : question.high, scale) << id;
                        EXPECT_LT(question.low, question.exact);
                        EXPECT_LT(question.exact, question.high);
                    }
                }
                EXPECT_EQ(fractions, type == QStringLiteral("numerical") ? 200 : 100);
                if (type == QStringLiteral("multichoice")) {
                    EXPECT_EQ(question.right.size(), 1);
                    EXPECT_EQ(answers, 1 + question.wrong.size());
                    EXPECT_TRUE(question.feedback.contains(question.right.front())) << question.feedback.toStdString();
                }
            }
            EXPECT_EQ(place, questions.size());
        }
}

TEST(Worksheet, ARightNumberIsTheOneThatComes)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("quiz.gift"));
    ASSERT_EQ(cli(words("worksheet explosion --format gift --out") << path).code, 0);
    const QString text = QString::fromUtf8(contents(path));
    const GiftQuestion first = readGift(text.mid(text.indexOf(QStringLiteral("\n::")) + 1));
    EXPECT_LT(first.low, 25); // 100 × ¼
    EXPECT_GT(first.high, 25);
    EXPECT_GT(first.low, 20);
    EXPECT_LT(first.high, 30);
}

TEST(Worksheet, WhatNoPlatformCanAskIsSaid)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("quiz.gift"));
    EXPECT_EQ(cli(words("worksheet find_the_balance --format gift --out") << path).code, 2);
    EXPECT_EQ(cli(words("worksheet explosion --format gft --out") << path).code, 2);
    EXPECT_EQ(cli(words("worksheet explosion --format moodle --out") << path).code, 2); // .gift holds no XML
    EXPECT_EQ(cli(words("worksheet explosion --format gift --answers --out") << path).code, 2);
    EXPECT_FALSE(QFile::exists(path));
}

TEST(Animate, WritesANumberedSeries)
{
    const QTemporaryDir folder;
    const Outcome outcome = cli(words("animate factors --sweep weight=1:9 --frames 4 --dpi 40 --out")
        << folder.filePath(QStringLiteral("walk.png")));
    EXPECT_EQ(outcome.code, 0) << outcome.error.toStdString();
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    EXPECT_EQ(files.size(), 4);
    EXPECT_NE(contents(folder.filePath(files.front())), contents(folder.filePath(files.back())));
}

TEST(Animate, WhatIsWrongIsSaid)
{
    for (const char* line : {"animate factors", "animate factor --out x.png", "animate factors --out x.txt",
             "animate factors --out x.png --sweep weihgt=1:2", "animate factors --out x.png --sweep weight=1",
             "animate factors --out x.png --frames 1", "animate factors --out x.png --sweep depth=1:1e9"}) {
        const Outcome outcome = cli(words(line));
        EXPECT_EQ(outcome.code, 2) << line << ": " << outcome.error.toStdString();
        EXPECT_EQ(outcome.error.trimmed().count('\n'), 0) << outcome.error.toStdString();
    }
}

TEST(Link, IsASourceAsAFileIs)
{
    const Outcome linked = cli(words("evaluate --format json --scenario deltascope:?depth=3&weight=2"));
    const Outcome set = cli(words("evaluate --format json --set depth=3 --set weight=2"));
    EXPECT_EQ(linked.code, 0) << linked.error.toStdString();
    EXPECT_EQ(linked.output, set.output);
    const Outcome wrong = cli(words("evaluate --scenario deltascope:?weihgt=2"));
    EXPECT_EQ(wrong.code, 5);
    EXPECT_TRUE(wrong.error.contains("weihgt")) << wrong.error.toStdString();
}

} // namespace classroom_test
} // namespace deltascope::cli
