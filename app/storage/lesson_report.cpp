// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/lesson_report.h"

#include "reading/json.h"
#include "render/export/paged_text.h"
#include "text/language.h"

#include <QLocale>

#include <cmath>

namespace deltascope::storage {

namespace {

/// One question or goal.
struct Row {
    int step;
    const char* kind; // translatable
    QString asked;
    std::optional<double> answer, truth; // of numbers, as they are meant (no logarithms)
    QString answerText, truthText;
    std::optional<bool> right;
    QDateTime given;
    int hints = 0;
};

double meant(const measures::Measure& measure, double value)
{
    return measure.kind->decades ? std::pow(10, value) : value;
}

QString shown(const measures::Measure& measure, std::optional<double> value)
{
    return value ? text::toText(Message{"%1", {measure.shown(*value)}}) : QString();
}

Row questionRow(int step, const lessons::StepQuestion& question, const workspace::StepRecord& record)
{
    Row row{step, translatable("core", "question"), text::toText(question.text), {}, {}, {}, {}, {}, {}};
    if (question.choices.empty()) {
        if (record.answer) {
            row.answer = meant(*question.measure, record.answer->number);
            row.answerText = shown(*question.measure, record.answer->number);
            if (record.answer->measured)
                row.truth = meant(*question.measure, *record.answer->measured);
            row.truthText = shown(*question.measure, record.answer->measured);
        }
    } else {
        if (record.answer)
            row.answerText = text::toText(question.choices[static_cast<std::size_t>(record.answer->choice)]);
        row.truthText = text::toText(question.choices[static_cast<std::size_t>(question.right)]);
    }
    if (record.answer) {
        row.right = record.answer->right;
        row.given = record.answer->given;
    }
    return row;
}

Row goalRow(int step, const lessons::Goal& goal, const workspace::StepRecord& record)
{
    Row row{step, translatable("core", "goal"), text::toText(goal.text), {}, {}, {}, {}, {}, {}};
    if (record.best) {
        row.answer = meant(goal.measure, *record.best);
        row.answerText = shown(goal.measure, record.best);
    }
    row.right = record.reached;
    row.hints = record.hints;
    return row;
}

std::vector<Row> rowsOf(const lessons::Lesson& lesson, const std::vector<workspace::StepRecord>& records)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        const int step = static_cast<int>(i) + 1;
        if (lesson.steps[i].question)
            rows.push_back(questionRow(step, *lesson.steps[i].question, records[i]));
        if (lesson.steps[i].goal)
            rows.push_back(goalRow(step, *lesson.steps[i].goal, records[i]));
    }
    return rows;
}

QString csvField(QString text)
{
    text.replace(u'\n', u' ');
    // A table program would take these for a formula.
    if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString verdict(const std::optional<bool>& right)
{
    return !right ? QString() : text::toText(*right ? translatable("core", "yes") : translatable("core", "no"));
}

} // namespace

QByteArray lessonReportCsv(const lessons::Lesson& lesson, const std::vector<workspace::StepRecord>& records)
{
    QString text = QStringLiteral("lesson,step,kind,asked,answer,is,right,hints,time_utc\n");
    const auto number = [](const std::optional<double>& value, const QString& words) {
        return value ? QString::fromStdString(reading::jsonNumber(*value)) : csvField(words);
    };
    for (const Row& row : rowsOf(lesson, records))
        text += QStringList{csvField(text::toText(lesson.title)), QString::number(row.step), QLatin1String(row.kind),
                    csvField(row.asked), number(row.answer, row.answerText), number(row.truth, row.truthText),
                    row.right ? (*row.right ? QStringLiteral("yes") : QStringLiteral("no")) : QString(),
                    QString::number(row.hints), row.given.toString(Qt::ISODate)}
                    .join(u',')
            + u'\n';
    return text.toUtf8();
}

QByteArray lessonReportPdf(const lessons::Lesson& lesson, const std::vector<workspace::StepRecord>& records)
{
    const QString title = text::toText(lesson.title);
    QString html = QStringLiteral("<h1>%1</h1><table border=\"1\" cellspacing=\"0\" cellpadding=\"12\"><tr>")
                       .arg(title.toHtmlEscaped());
    for (const char* heading :
        {translatable("core", "Step"), translatable("core", "Asked"), translatable("core", "Answer"),
            translatable("core", "Correct answer"), translatable("core", "Right"), translatable("core", "Hints")})
        html += QStringLiteral("<th>%1</th>").arg(text::toText(heading).toHtmlEscaped());
    html += QStringLiteral("</tr>");
    for (const Row& row : rowsOf(lesson, records)) {
        html += QStringLiteral("<tr>");
        for (const QString& cell : {QString::number(row.step), row.asked, row.answerText, row.truthText,
                 verdict(row.right), row.hints > 0 ? QString::number(row.hints) : QString()})
            html += QStringLiteral("<td>%1</td>").arg(cell.toHtmlEscaped());
        html += QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    QTextDocument page;
    exports::preparePagedText(page);
    page.setHtml(html);
    return exports::pdfOf(page, title);
}

} // namespace deltascope::storage
