// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/print/worksheet.h"

#include "render/print/sheet.h"
#include "text/language.h"

namespace deltascope::prints {

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

Result<QByteArray> worksheetPdf(const lessons::Lesson& lesson, bool answers, const Drawing& how, const Watch& watch)
{
    const std::shared_ptr<const lessons::Lesson> shared(std::shared_ptr<void>(), &lesson); // it is the caller's
    const std::vector<Section> sections = sectionsOf(shared);
    Sheets sheets(text::toText(lesson.title), answers);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Result<DrawnSection> drawn = drawSection(sections[i], how);
        if (!drawn)
            return drawn.error();
        sheets.add(sections[i], *drawn);
        if (watch)
            watch(static_cast<double>(i + 1) / static_cast<double>(sections.size()));
    }
    return sheets.end();
}

} // namespace deltascope::prints
