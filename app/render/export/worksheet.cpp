// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/worksheet.h"

#include "base/registry.h"
#include "documents/parameter_json.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "render/export/export.h"
#include "render/export/paged_text.h"
#include "text/language.h"
#include "text/markup.h"

#include <QImage>
#include <QUrl>

namespace deltascope::exports {

namespace {

constexpr QSizeF kFigure{110, 62}; // mm
constexpr double kDpi = 200;

QString worksheetWords(const char* english)
{
    return text::toText(english).toHtmlEscaped();
}

/// One line to write on.
QString ruled(int lines)
{
    QString html;
    for (int i = 0; i < lines; ++i)
        html += QStringLiteral("<p>%1</p>").arg(QString(72, u'_'));
    return html;
}

class Worksheet {
public:
    Worksheet(const lessons::Lesson& lesson, bool answers, const data::DataFolder& folder, const Watch& watch)
        : m_lesson(lesson)
        , m_answers(answers)
        , m_folder(folder)
        , m_watch(watch)
    {
        preparePagedText(m_page);
    }

    Result<QByteArray> pdf()
    {
        const QString title = text::toText(m_lesson.title);
        m_html = QStringLiteral("<h1>%1</h1>").arg(title.toHtmlEscaped());
        if (!m_lesson.summary.empty())
            m_html += paragraphs(text::toText(m_lesson.summary));
        if (!m_answers)
            m_html +=
                QStringLiteral("<p>%1 ______________________________ &nbsp; %2 ____________</p>")
                    .arg(worksheetWords(translatable("core", "Name:")), worksheetWords(translatable("core", "Date:")));
        for (std::size_t i = 0; i < m_lesson.steps.size(); ++i) {
            if (std::optional<Error> error = addStep(i))
                return *std::move(error);
            if (m_watch)
                m_watch(static_cast<double>(i + 1) / static_cast<double>(m_lesson.steps.size()));
        }
        m_html +=
            QStringLiteral("<p class=\"source\">%1</p>")
                .arg(text::toText(Message{translatable("core", "Source: %1"), {m_lesson.source}}).toHtmlEscaped());
        m_page.setHtml(m_html);
        return pdfOf(m_page, title);
    }

private:
    std::optional<Error> addStep(std::size_t index)
    {
        const lessons::LessonStep& step = m_lesson.steps[index];
        m_html += QStringLiteral("<h2>%1</h2>")
                      .arg(text::toText(Message{translatable("core", "Step %1"), {static_cast<int>(index) + 1}}));
        m_html += paragraphs(text::toText(step.text));
        if (const QString settings = settingsText(step.document.scenario); !settings.isEmpty())
            m_html += QStringLiteral("<p class=\"source\">%1</p>").arg(settings.toHtmlEscaped());
        if (!m_answers || !step.reveal)
            if (std::optional<Error> error = addFigure(step.pointAt, step.document))
                return error;
        if (step.question)
            addQuestion(*step.question);
        if (m_answers && step.reveal) {
            if (std::optional<Error> error = addAnswer(step))
                return error;
            m_html += paragraphs(text::toText(step.reveal->text));
            if (std::optional<Error> error = addFigure(step.reveal->pointAt, step.reveal->document))
                return error;
        }
        if (step.goal)
            addGoal(*step.goal);
        return std::nullopt;
    }

    void addQuestion(const lessons::StepQuestion& question)
    {
        m_html += QStringLiteral("<p><b>%1</b></p>").arg(text::toText(question.text).toHtmlEscaped());
        for (const Message& choice : question.choices)
            m_html += QStringLiteral("<p>☐ &nbsp;%1</p>").arg(text::toText(choice).toHtmlEscaped());
        if (m_answers)
            return;
        if (question.choices.empty())
            m_html += QStringLiteral("<p>%1 ____________________</p>")
                          .arg(worksheetWords(translatable("core", "My prediction:")));
        m_html +=
            QStringLiteral("<p>%1</p>").arg(worksheetWords(translatable("core", "What happened, and why:"))) + ruled(2);
    }

    std::optional<Error> addAnswer(const lessons::LessonStep& step)
    {
        if (!step.question)
            return std::nullopt;
        const Result<QString> answer = answerText(step, m_folder);
        if (!answer)
            return answer.error();
        m_html +=
            QStringLiteral("<p><b>%1</b></p>")
                .arg(
                    text::toText(Message{translatable("core", "Answer: %1"), {answer->toStdString()}}).toHtmlEscaped());
        return std::nullopt;
    }

    void addGoal(const lessons::Goal& goal)
    {
        m_html += QStringLiteral("<p><b>%1</b></p>")
                      .arg(text::toText(Message{translatable("core", "Goal: %1"), {goal.text}}).toHtmlEscaped());
        if (!m_answers) {
            m_html += QStringLiteral("<p>%1</p>").arg(worksheetWords(translatable("core", "Settings that reach it:")))
                + ruled(2);
            return;
        }
        m_html += QStringLiteral("<p>%1</p>")
                      .arg(text::toText(Message{translatable("core", "One way to reach it: %1"),
                                            {settingsText(goal.solution.scenario).toStdString()}})
                               .toHtmlEscaped());
    }

    std::optional<Error> addFigure(const std::string& id, const model::Document& document)
    {
        const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id);
        if (!kind)
            return std::nullopt;
        const results::Snapshot snapshot = results::computeSnapshot(document, kind->needs(), {.folder = m_folder});
        if (std::optional<Error> problem = results::problemOf(snapshot))
            return problem;
        ExportOptions options;
        options.millimetres = kFigure;
        options.dpi = kDpi;
        options.theme = deltascope::render::theme(QStringLiteral("print"));
        const Result<QByteArray> png =
            exportFormat(QStringLiteral(".png"))
                ->write(figures::buildFigure(*kind, snapshot, document.question, document.view), document, options);
        if (!png)
            return png.error();
        const QString name = QStringLiteral("figure%1").arg(m_figures++);
        m_page.addResource(QTextDocument::ImageResource, QUrl(name), QImage::fromData(*png));
        m_html += QStringLiteral("<p align=\"center\"><img src=\"%1\" width=\"%2\"></p>")
                      .arg(name)
                      .arg(qRound(kFigure.width() / 25.4 * 96)); // a text counts lengths in dots of 1/96 inch
        return std::nullopt;
    }

    const lessons::Lesson& m_lesson;
    bool m_answers;
    const data::DataFolder& m_folder;
    const Watch& m_watch;
    QTextDocument m_page;
    QString m_html;
    int m_figures = 0;
};

/// "Weight w"
QString nameText(const parameters::Parameter<model::Scenario>& row)
{
    const QString label = text::toText(Message{row.label, {}});
    return *row.symbol ? label + u' ' + text::plainSymbol(row.symbol) : label;
}

/// As the window shows it.
QString valueText(const parameters::Parameter<model::Scenario>& row, const parameters::ParameterValue& value)
{
    if (const int* whole = value.as<int>())
        return text::toText(Message{"%1", {*whole}});
    if (const double* real = value.as<double>())
        return text::toText(Message{"%1", {Real{*real, 6}}});
    const std::string* id = value.as<std::string>();
    if (!id)
        return QString::fromStdString(documents::jsonText(value));
    for (const parameters::Choice& choice : row.choices ? row.choices() : std::vector<parameters::Choice>())
        if (choice.id == *id)
            return text::toText(Message{choice.name, {}});
    return QString::fromStdString(*id);
}

} // namespace

QString settingsText(const model::Scenario& scenario)
{
    QStringList parts;
    const model::Scenario defaults;
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
        if (const parameters::ParameterValue value = parameters::valueOf(scenario, row);
            value != parameters::valueOf(defaults, row))
            parts << QStringLiteral("%1 = %2").arg(nameText(row), valueText(row, value));
    return parts.join(QStringLiteral("; "));
}

Result<std::optional<double>> measuredAnswer(const lessons::LessonStep& step, const data::DataFolder& folder)
{
    const auto& measure = step.question->measure;
    if (!measure)
        return std::optional<double>();
    const results::Snapshot snapshot =
        results::computeSnapshot(step.lastGiven(), measure->kind->needs(), {.folder = folder});
    if (std::optional<Error> problem = results::problemOf(snapshot))
        return *std::move(problem);
    return measure->value(snapshot);
}

Result<QString> answerText(const lessons::LessonStep& step, const data::DataFolder& folder)
{
    const lessons::StepQuestion& question = *step.question;
    if (!question.measure)
        return text::toText(question.choices[static_cast<std::size_t>(question.right)]);
    const Result<std::optional<double>> value = measuredAnswer(step, folder);
    if (!value)
        return value.error();
    return *value ? text::toText(Message{"%1", {question.measure->shown(**value)}}) : QString();
}

Result<QByteArray> worksheetPdf(
    const lessons::Lesson& lesson, bool answers, const data::DataFolder& folder, const Watch& watch)
{
    return Worksheet(lesson, answers, folder, watch).pdf();
}

} // namespace deltascope::exports
