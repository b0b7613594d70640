// SPDX-License-Identifier: GPL-3.0-or-later
// GIFT and Moodle XML, as docs.moodle.org has them: “GIFT format”, “Moodle XML format”. Both read the numbers of the C
// locale, whatever the course speaks.
#include "render/print/quiz.h"

#include "render/export/paged_text.h"
#include "render/print/worksheet.h"
#include "text/language.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace deltascope::prints {

/// Numbers from `low` to `high` are right; `exact` is what comes.
struct NumericAnswer {
    double exact = 0, low = 0, high = 0;
};

struct QuizQuestion {
    QString name, text, feedback;
    QStringList choices; ///< empty: a number
    int right = 0; ///< of the choices
    NumericAnswer number;
};

struct Quiz {
    QString title, source;
    std::vector<QuizQuestion> questions;
};

namespace {

QString exactNumber(double value)
{
    return QString::number(value, 'g', 12);
}

// -- GIFT -------------------------------------------------------------------------------------------------------------

/// What means something to GIFT, escaped; a blank line would end the question.
QString giftText(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"));
    for (const QChar sign : QStringLiteral("~=#{}:"))
        text.replace(sign, u'\\' + QString(sign));
    return text.replace(u'\n', QStringLiteral("\\n"));
}

QString giftAnswers(const QuizQuestion& question)
{
    if (question.choices.empty())
        return QStringLiteral("#\n=%1:0\n=%100%%2..%3\n") // the first is the one that is shown
            .arg(exactNumber(question.number.exact), exactNumber(question.number.low),
                exactNumber(question.number.high));
    QString answers = QStringLiteral("\n");
    for (int i = 0; i < question.choices.size(); ++i)
        answers += (i == question.right ? u'=' : u'~') + giftText(question.choices[i]) + u'\n';
    return answers;
}

QByteArray giftOf(const Quiz& quiz)
{
    QString title = quiz.title;
    QString text = QStringLiteral("// %1\n$CATEGORY: $course$/Deltascope/%2\n\n")
                       .arg(quiz.source, title.replace(u'/', QStringLiteral("//"))); // else a category in a category
    for (const QuizQuestion& question : quiz.questions)
        text += QStringLiteral("::%1::[plain]%2 {%3####%4\n}\n\n")
                    .arg(giftText(question.name), giftText(question.text), giftAnswers(question),
                        giftText(question.feedback));
    return text.toUtf8();
}

// -- Moodle XML -------------------------------------------------------------------------------------------------------

void writeText(QXmlStreamWriter& xml, const QString& element, const QString& text, const char* format = nullptr)
{
    xml.writeStartElement(element);
    if (format)
        xml.writeAttribute(QStringLiteral("format"), QLatin1String(format));
    xml.writeTextElement(QStringLiteral("text"), text);
    xml.writeEndElement();
}

void writeAnswer(QXmlStreamWriter& xml, const QString& text, bool right, std::optional<double> tolerance = {})
{
    xml.writeStartElement(QStringLiteral("answer"));
    xml.writeAttribute(QStringLiteral("fraction"), right ? QStringLiteral("100") : QStringLiteral("0"));
    xml.writeAttribute(
        QStringLiteral("format"), tolerance ? QStringLiteral("moodle_auto_format") : QStringLiteral("html"));
    xml.writeTextElement(QStringLiteral("text"), tolerance ? text : text.toHtmlEscaped());
    writeText(xml, QStringLiteral("feedback"), {}, "html");
    if (tolerance)
        xml.writeTextElement(QStringLiteral("tolerance"), exactNumber(*tolerance));
    xml.writeEndElement();
}

void writeQuestion(QXmlStreamWriter& xml, const QuizQuestion& question)
{
    const bool chosen = !question.choices.empty();
    xml.writeStartElement(QStringLiteral("question"));
    xml.writeAttribute(QStringLiteral("type"), chosen ? QStringLiteral("multichoice") : QStringLiteral("numerical"));
    writeText(xml, QStringLiteral("name"), question.name);
    writeText(xml, QStringLiteral("questiontext"), exports::paragraphs(question.text), "html");
    writeText(xml, QStringLiteral("generalfeedback"), exports::paragraphs(question.feedback), "html");
    xml.writeTextElement(QStringLiteral("defaultgrade"), QStringLiteral("1"));
    xml.writeTextElement(QStringLiteral("penalty"), QStringLiteral("0.3333333"));
    xml.writeTextElement(QStringLiteral("hidden"), QStringLiteral("0"));
    if (chosen) {
        xml.writeTextElement(QStringLiteral("single"), QStringLiteral("true"));
        xml.writeTextElement(QStringLiteral("shuffleanswers"), QStringLiteral("false")); // they mostly have an order
        xml.writeTextElement(QStringLiteral("answernumbering"), QStringLiteral("abc"));
        for (int i = 0; i < question.choices.size(); ++i)
            writeAnswer(xml, question.choices[i], i == question.right);
    } else {
        const double middle = (question.number.low + question.number.high) / 2;
        writeAnswer(xml, exactNumber(question.number.exact), true, 0); // the first is the one that is shown
        writeAnswer(xml, exactNumber(middle), true, question.number.high - middle);
    }
    xml.writeEndElement();
}

QByteArray moodleOf(const Quiz& quiz)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("quiz"));
    xml.writeComment(
        QStringLiteral(" %1 ").arg(QString(quiz.source).replace(QStringLiteral("--"), QStringLiteral("–"))));
    xml.writeStartElement(QStringLiteral("question"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("category"));
    QString title = quiz.title;
    writeText(xml, QStringLiteral("category"),
        QStringLiteral("$course$/Deltascope/%1").arg(title.replace(u'/', QStringLiteral("//"))));
    xml.writeEndElement();
    for (const QuizQuestion& question : quiz.questions)
        writeQuestion(xml, question);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

constexpr QuizFormat kFormats[] = {
    {"gift", ".gift", translatable("core", "GIFT, for learning platforms"), giftOf},
    {"moodle", ".xml", translatable("core", "Moodle XML"), moodleOf},
};

// -- the lesson -------------------------------------------------------------------------------------------------------

/// As lessons::isNear has it.
NumericAnswer acceptedAround(const lessons::StepQuestion& question, double measured)
{
    const double tolerance = question.tolerance;
    if (question.measure->kind->decades)
        return {std::pow(10, measured), std::pow(10, measured - tolerance), std::pow(10, measured + tolerance)};
    const double reach = tolerance * std::abs(measured);
    return {measured, measured - reach, measured + reach};
}

Result<QuizQuestion> asked(const lessons::Lesson& lesson, std::size_t index, const data::DataFolder& folder)
{
    const lessons::LessonStep& step = lesson.steps[index];
    const int number = static_cast<int>(index) + 1;
    QuizQuestion question;
    question.name = QStringLiteral("%1 %2").arg(text::toText(lesson.title)).arg(number);
    QStringList words{text::toText(step.text)};
    if (const QString settings = settingsText(step.document.scenario); !settings.isEmpty())
        words << text::toText(Message{translatable("core", "In Deltascope: %1"), {settings.toStdString()}});
    words << text::toText(step.question->text);
    question.text = words.join(QStringLiteral("\n\n"));
    const Result<QString> answer = answerText(step, folder);
    if (!answer)
        return answer.error();
    QStringList said{text::toText(Message{translatable("core", "Answer: %1"), {answer->toStdString()}})};
    if (step.reveal)
        said << text::toText(step.reveal->text);
    question.feedback = said.join(QStringLiteral("\n\n"));
    for (const Message& choice : step.question->choices)
        question.choices << text::toText(choice);
    question.right = step.question->right;
    if (question.choices.empty()) {
        const Result<std::optional<double>> measured = measuredAnswer(step, folder);
        if (!measured)
            return measured.error();
        if (!*measured || !std::isfinite(**measured))
            return Error{Fault::invalidData,
                {translatable("core", "What step %1 of the lesson asks for has no value, so no answer is right."),
                    {number}}};
        question.number = acceptedAround(*step.question, **measured);
    }
    return question;
}

} // namespace

std::span<const QuizFormat> quizFormats()
{
    return kFormats;
}

const QuizFormat* findQuizFormat(const QString& id)
{
    const auto found =
        std::ranges::find_if(kFormats, [&id](const QuizFormat& format) { return id == QLatin1String(format.id); });
    return found == std::end(kFormats) ? nullptr : found;
}

Result<QByteArray> quizText(
    const lessons::Lesson& lesson, const QuizFormat& format, const data::DataFolder& folder, const Watch& watch)
{
    Quiz quiz{text::toText(lesson.title),
        text::toText(Message{translatable("core", "Source: %1"), {lesson.source}}).simplified(), {}};
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        if (lesson.steps[i].question) {
            Result<QuizQuestion> question = asked(lesson, i, folder);
            if (!question)
                return question.error();
            quiz.questions.push_back(*std::move(question));
        }
        if (watch)
            watch(static_cast<double>(i + 1) / static_cast<double>(lesson.steps.size()));
    }
    if (quiz.questions.empty())
        return Error{Fault::usage,
            {translatable("core", "This lesson asks no questions; its worksheet as PDF has its steps and goals."), {}}};
    return format.write(quiz);
}

} // namespace deltascope::prints
