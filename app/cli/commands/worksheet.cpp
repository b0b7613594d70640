// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/worksheet.h"

#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "io/lessons.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace deltascope::commands {

namespace {

constexpr Option kOut{"--out", "FILE.pdf", translatable("core", "the PDF to write")};
constexpr Option kAnswers{
    "--answers", "", translatable("core", "for the teacher: what is right, what is then seen, a way to each goal")};
constexpr const Option* kOptions[] = {&kOut, &kAnswers, &options::data, &options::lang};

Result<std::shared_ptr<const Lesson>> lessonOf(const QString& name)
{
    if (const auto lesson = findLesson(name.toStdString()))
        return lesson;
    if (QFileInfo::exists(name) || name.contains(u'/') || name.endsWith(QStringLiteral(".json")))
        return openLesson(name);
    QStringList ids;
    for (const auto& lesson : lessons())
        ids << QString::fromStdString(lesson->id);
    return unknownWord(translatable("core", "There is no lesson “%1”; did you mean “%2”?"),
        translatable("core", "There is no lesson “%1”; there are %2."), name, ids);
}

void noteUnusedData(const Lesson& lesson)
{
    const bool used = std::ranges::any_of(
        lesson.steps, [](const LessonStep& step) { return readsFiles(step.document) || readsFiles(step.lastGiven()); });
    if (!used)
        say(Notices{{translatable("core", "--data is not used: no step of this lesson reads data from files."), {}}});
}

std::optional<Error> run(const Invocation& invocation)
{
    const QString out = invocation.value("--out", {});
    if (out.isEmpty())
        return Error{Fault::usage, {translatable("core", "--out is missing: the PDF to write."), {}}};
    if (std::optional<Error> error = checkOutput(out, ".pdf"))
        return error;
    const Result<std::shared_ptr<const Lesson>> lesson = lessonOf(invocation.operand);
    if (!lesson)
        return lesson.error();
    if (invocation.has("--data"))
        noteUnusedData(**lesson);
    const DataFolder folder{QFile::encodeName(invocation.value("--data", {})).toStdString()};
    std::optional<ProgressLine> progress(std::in_place, Message{translatable("core", "Worksheet"), {}});
    const Result<QByteArray> pdf = worksheetPdf(**lesson, invocation.has("--answers"), folder, progress->watch());
    progress.reset();
    return pdf ? writeOutput(out, *pdf) : std::optional(pdf.error());
}

} // namespace

extern const Command worksheet;
const Command worksheet{
    .id = "worksheet",
    .summary = translatable("core", "A lesson on paper: its questions with room for answers, as PDF."),
    .operand = "LESSON",
    .operandNeeded = true,
    .rank = 45,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core", "LESSON is the name of one that “list lessons” shows, or the file of your own."),
    .run = run,
};

} // namespace deltascope::commands
