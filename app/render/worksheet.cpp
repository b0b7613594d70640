// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/worksheet.h"

#include "figures/figure_kind.h"
#include "figures/parts/build_figure.h"
#include "io/parameter_json.h"
#include "registry.h"
#include "render/export.h"
#include "render/language.h"
#include "render/markup.h"
#include "render/paged_text.h"

#include <QImage>
#include <QUrl>

namespace deltascope {

namespace {

constexpr QSizeF kFigure{110, 62}; // mm
constexpr double kDpi = 200;

QString words(const char* english)
{
    return toText(english).toHtmlEscaped();
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
    Worksheet(const Lesson& lesson, bool answers, const DataFolder& folder, const Watch& watch)
        : m_lesson(lesson)
        , m_answers(answers)
        , m_folder(folder)
        , m_watch(watch)
    {
        preparePagedText(m_page);
    }

    Result<QByteArray> pdf()
    {
        const QString title = toText(m_lesson.title);
        m_html = QStringLiteral("<h1>%1</h1>").arg(title.toHtmlEscaped());
        if (!m_lesson.summary.empty())
            m_html += paragraphs(toText(m_lesson.summary));
        if (!m_answers)
            m_html += QStringLiteral("<p>%1 ______________________________ &nbsp; %2 ____________</p>")
                          .arg(words(translatable("core", "Name:")), words(translatable("core", "Date:")));
        for (std::size_t i = 0; i < m_lesson.steps.size(); ++i) {
            if (std::optional<Error> error = addStep(i))
                return *std::move(error);
            if (m_watch)
                m_watch(static_cast<double>(i + 1) / static_cast<double>(m_lesson.steps.size()));
        }
        m_html += QStringLiteral("<p class=\"source\">%1</p>")
                      .arg(toText(Message{translatable("core", "Source: %1"), {m_lesson.source}}).toHtmlEscaped());
        m_page.setHtml(m_html);
        return pdfOf(m_page, title);
    }

private:
    std::optional<Error> addStep(std::size_t index)
    {
        const LessonStep& step = m_lesson.steps[index];
        m_html += QStringLiteral("<h2>%1</h2>")
                      .arg(toText(Message{translatable("core", "Step %1"), {static_cast<int>(index) + 1}}));
        m_html += paragraphs(toText(step.text));
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
            m_html += paragraphs(toText(step.reveal->text));
            if (std::optional<Error> error = addFigure(step.reveal->pointAt, step.reveal->document))
                return error;
        }
        if (step.goal)
            addGoal(*step.goal);
        return std::nullopt;
    }

    void addQuestion(const Question& question)
    {
        m_html += QStringLiteral("<p><b>%1</b></p>").arg(toText(question.text).toHtmlEscaped());
        for (const Message& choice : question.choices)
            m_html += QStringLiteral("<p>☐ &nbsp;%1</p>").arg(toText(choice).toHtmlEscaped());
        if (m_answers)
            return;
        if (question.choices.empty())
            m_html +=
                QStringLiteral("<p>%1 ____________________</p>").arg(words(translatable("core", "My prediction:")));
        m_html += QStringLiteral("<p>%1</p>").arg(words(translatable("core", "What happened, and why:"))) + ruled(2);
    }

    std::optional<Error> addAnswer(const LessonStep& step)
    {
        if (!step.question)
            return std::nullopt;
        QString answer;
        if (const auto& measure = step.question->measure) {
            const Snapshot snapshot = computeSnapshot(step.lastGiven(), measure->kind->needs, {}, {}, m_folder);
            if (std::optional<Error> problem = problemOf(snapshot))
                return problem;
            if (const std::optional<double> value = measure->value(snapshot))
                answer = toText(Message{"%1", {measure->shown(*value)}});
        } else {
            answer = toText(step.question->choices[static_cast<std::size_t>(step.question->right)]);
        }
        m_html += QStringLiteral("<p><b>%1</b></p>")
                      .arg(toText(Message{translatable("core", "Answer: %1"), {answer.toStdString()}}).toHtmlEscaped());
        return std::nullopt;
    }

    void addGoal(const Goal& goal)
    {
        m_html += QStringLiteral("<p><b>%1</b></p>")
                      .arg(toText(Message{translatable("core", "Goal: %1"), {goal.text}}).toHtmlEscaped());
        if (!m_answers) {
            m_html +=
                QStringLiteral("<p>%1</p>").arg(words(translatable("core", "Settings that reach it:"))) + ruled(2);
            return;
        }
        m_html += QStringLiteral("<p>%1</p>")
                      .arg(toText(Message{translatable("core", "One way to reach it: %1"),
                                      {settingsText(goal.solution.scenario).toStdString()}})
                               .toHtmlEscaped());
    }

    std::optional<Error> addFigure(const std::string& id, const Document& document)
    {
        const FigureKind* kind = findKind(figuresRegistry(), id);
        if (!kind)
            return std::nullopt;
        const Snapshot snapshot = computeSnapshot(document, kind->needs, {}, {}, m_folder);
        if (std::optional<Error> problem = problemOf(snapshot))
            return problem;
        ExportOptions options;
        options.millimetres = kFigure;
        options.dpi = kDpi;
        options.theme = deltascope::theme(QStringLiteral("print"));
        const Result<QByteArray> png =
            exportFormats().front().write(buildFigure(*kind, snapshot, document.view), document, options);
        if (!png)
            return png.error();
        const QString name = QStringLiteral("figure%1").arg(m_figures++);
        m_page.addResource(QTextDocument::ImageResource, QUrl(name), QImage::fromData(*png));
        m_html += QStringLiteral("<p align=\"center\"><img src=\"%1\" width=\"%2\"></p>")
                      .arg(name)
                      .arg(qRound(kFigure.width() / 25.4 * 96)); // a text counts lengths in dots of 1/96 inch
        return std::nullopt;
    }

    const Lesson& m_lesson;
    bool m_answers;
    const DataFolder& m_folder;
    const Watch& m_watch;
    QTextDocument m_page;
    QString m_html;
    int m_figures = 0;
};

/// "Weight w"
QString nameText(const Parameter<Scenario>& row)
{
    const QString label = toText(Message{row.label, {}});
    return *row.symbol ? label + u' ' + plainSymbol(row.symbol) : label;
}

/// As the window shows it.
QString valueText(const Parameter<Scenario>& row, const ParameterValue& value)
{
    if (const int* whole = std::get_if<int>(&value))
        return toText(Message{"%1", {*whole}});
    if (const double* real = std::get_if<double>(&value))
        return toText(Message{"%1", {Real{*real, 6}}});
    const std::string* id = std::get_if<std::string>(&value);
    if (!id)
        return QString::fromStdString(jsonText(value));
    for (const Choice& choice : row.choices ? row.choices() : std::vector<Choice>())
        if (choice.id == *id)
            return toText(Message{choice.name, {}});
    return QString::fromStdString(*id);
}

} // namespace

QString settingsText(const Scenario& scenario)
{
    QStringList parts;
    const Scenario defaults;
    for (const Parameter<Scenario>& row : scenarioParameters())
        if (const ParameterValue value = valueOf(scenario, row); value != valueOf(defaults, row))
            parts << QStringLiteral("%1 = %2").arg(nameText(row), valueText(row, value));
    return parts.join(QStringLiteral("; "));
}

Result<QByteArray> worksheetPdf(const Lesson& lesson, bool answers, const DataFolder& folder, const Watch& watch)
{
    return Worksheet(lesson, answers, folder, watch).pdf();
}

} // namespace deltascope
