// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/print/worksheet.h"
#include "render/print/quiz.h"

#include "cli/arguments/command.h"
#include "cli/arguments/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/source.h"
#include "files/lecture.h"
#include "files/lessons.h"

#include <QFileInfo>

#include <algorithm>

namespace deltascope::commands {

namespace {

constexpr cli::Option kOut{"--out", "FILE", translatable("core", "the file to write: .pdf, .gift or .xml")};
constexpr cli::Option kFormat{"--format", "pdf|gift|moodle",
    translatable("core", "the lesson on paper (pdf), or its questions for a learning platform, with the answers")};
constexpr cli::Option kAnswers{
    "--answers", "", translatable("core", "for the teacher: what is right, what is then seen, a way to each goal")};
constexpr QLatin1String kPaper("pdf");
constexpr const cli::Option* kOptions[] = {&kOut, &kFormat, &kAnswers, &cli::options::data, &cli::options::lang};

Result<std::shared_ptr<const lessons::Lesson>> lessonOf(const QString& name)
{
    if (const auto lesson = files::findLesson(name.toStdString()))
        return lesson;
    if (QFileInfo::exists(name) || name.contains(u'/') || name.endsWith(QStringLiteral(".json")))
        return files::openLesson(name);
    QStringList ids;
    for (const auto& lesson : files::lessons())
        ids << QString::fromStdString(lesson->id);
    return cli::unknownWord(translatable("core", "There is no lesson “%1”; did you mean “%2”?"),
        translatable("core", "There is no lesson “%1”; there are %2."), name, ids);
}

void noteUnusedData(const lessons::Lesson& lesson)
{
    const bool used = std::ranges::any_of(lesson.steps, [](const lessons::LessonStep& step) {
        return cli::readsFiles(step.document) || cli::readsFiles(step.lastGiven());
    });
    if (!used)
        cli::say(documents::Notices{
            {translatable("core", "--data is not used: no step of this lesson reads data from files."), {}}});
}

Error unknownFormat(const QString& format)
{
    QStringList ids{QString(kPaper)};
    for (const prints::QuizFormat& each : prints::quizFormats())
        ids << QLatin1String(each.id);
    return cli::unknownWord(translatable("core", "There is no format “%1”; did you mean “%2”?"),
        translatable("core", "There is no format “%1”; there are %2."), format, ids);
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    const QString out = invocation.value("--out", {});
    if (out.isEmpty())
        return Error{Fault::usage, {translatable("core", "--out is missing: the file to write."), {}}};
    const QString format = invocation.value("--format", kPaper);
    const prints::QuizFormat* quiz = prints::findQuizFormat(format);
    if (!quiz && format != kPaper)
        return unknownFormat(format);
    if (quiz && invocation.has("--answers"))
        return Error{Fault::usage,
            {translatable("core", "--answers is for the PDF; a learning platform needs the answers anyway."), {}}};
    if (std::optional<Error> error = cli::checkOutput(out, {quiz ? quiz->suffix : ".pdf"}))
        return error;
    const Result<std::shared_ptr<const lessons::Lesson>> lesson = lessonOf(invocation.operand);
    if (!lesson)
        return lesson.error();
    if (invocation.has("--data"))
        noteUnusedData(**lesson);
    const data::DataFolder folder{invocation.value("--data", {}).toStdString()};
    std::optional<cli::ProgressLine> progress(std::in_place, Message{translatable("core", "Worksheet"), {}});
    const Result<QByteArray> bytes = quiz ? prints::quizText(**lesson, *quiz, folder, progress->watch())
                                          : prints::worksheetPdf(**lesson, invocation.has("--answers"),
                                              {.folder = folder, .mapOf = files::mapsFor(folder)}, progress->watch());
    progress.reset();
    return bytes ? cli::writeOutput(out, *bytes) : std::optional(bytes.error());
}

} // namespace

extern const cli::Command worksheet;
const cli::Command worksheet{
    .id = "worksheet",
    .summary = translatable("core", "A lesson on paper, as PDF, or its questions for a learning platform."),
    .operand = "LESSON",
    .operandNeeded = true,
    .rank = 45,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core", "LESSON is the name of one that “list lessons” shows, or the file of your own."),
    .run = run,
};

} // namespace deltascope::commands
