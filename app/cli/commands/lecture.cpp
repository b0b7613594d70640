// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/lecture.h"
#include "cli/arguments/command.h"
#include "cli/arguments/kind_named.h"
#include "cli/arguments/nearest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "files/lessons.h"
#include "files/opening.h"
#include "files/presets.h"
#include "text/language.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace deltascope::commands {

namespace {

constexpr cli::Option kOut{"--out", "FILE", translatable("core", "the slides: a PDF")};
constexpr cli::Option kWorksheet{"--worksheet", "FILE",
    translatable("core", "write a worksheet too, a PDF: questions and goals with room for answers")};
constexpr cli::Option kAnswers{
    "--answers", "FILE", translatable("core", "write the answer key too, a PDF: for the teacher")};
constexpr cli::Option kTitle{"--title", "TEXT", translatable("core", "what the lecture is called")};
constexpr const cli::Option* kOptions[] = {
    &kOut, &kWorksheet, &kAnswers, &kTitle, &cli::options::data, &cli::options::lang};

using Sections = std::vector<prints::Section>;

Result<Sections> presetSections(const QString& name, const QString& figure)
{
    const documents::Preset* preset = files::findPreset(name.toStdString());
    if (!preset) {
        QStringList ids;
        for (const documents::Preset& each : files::presets())
            ids << QString::fromStdString(each.id);
        return cli::unknownWord(translatable("core", "There is no preset “%1”; did you mean “%2”?"),
            translatable("core", "There is no preset “%1”; there are %2."), name, ids);
    }
    if (figure.isEmpty())
        return prints::sectionsOf(*preset);
    const Result<const figures::FigureKind*> kind = cli::figureNamed(figure);
    if (!kind)
        return kind.error();
    documents::Preset one = *preset;
    one.document.view.figures = {std::string((*kind)->id)};
    return prints::sectionsOf(one);
}

Result<Sections> lessonSections(const QString& name)
{
    if (const auto lesson = files::findLesson(name.toStdString()))
        return prints::sectionsOf(lesson);
    QStringList ids;
    for (const auto& lesson : files::lessons())
        ids << QString::fromStdString(lesson->id);
    return cli::unknownWord(translatable("core", "There is no lesson “%1”; did you mean “%2”?"),
        translatable("core", "There is no lesson “%1”; there are %2."), name, ids);
}

Result<Sections> sectionsOfItem(const QString& item)
{
    const QString name = item.section(u':', 1);
    if (item.startsWith(QStringLiteral("preset:")))
        return presetSections(name.section(u'/', 0, 0), name.section(u'/', 1));
    if (item.startsWith(QStringLiteral("lesson:")))
        return lessonSections(name);
    if (!QFileInfo::exists(item) && !item.contains(u'/') && !item.contains(u'.'))
        return Error{Fault::usage,
            {translatable("core", "“%1” is no part of a lecture: preset:ID, preset:ID/FIGURE, lesson:ID or a file."),
                {item.toStdString()}}};
    if (files::isLessonFile(item)) {
        const Result<std::shared_ptr<const lessons::Lesson>> lesson = files::openLesson(item);
        if (!lesson)
            return lesson.error();
        return prints::sectionsOf(*lesson);
    }
    Result<files::OpenedDocument> opened = files::openDocument(item);
    if (!opened)
        return opened.error();
    cli::sayWhenBegun(std::move(opened->notices));
    return prints::sectionsOf(opened->document, QFileInfo(item).completeBaseName());
}

/// Of the operands; without any, what is marked in the window.
Result<Sections> sectionsAsked(const cli::Invocation& invocation)
{
    if (invocation.operands.isEmpty()) {
        const std::vector<files::LectureItem> marks = files::lectureMarks();
        if (marks.empty())
            return Error{Fault::usage,
                {translatable("core",
                     "Nothing is marked for the lecture; name its parts: preset:ID, preset:ID/FIGURE, lesson:ID or a "
                     "file."),
                    {}}};
        return files::sectionsOf(marks);
    }
    Sections all;
    for (const QString& item : invocation.operands) {
        Result<Sections> some = sectionsOfItem(item);
        if (!some)
            return some.error();
        std::ranges::move(*some, std::back_inserter(all));
    }
    return all;
}

std::optional<Error> run(const cli::Invocation& invocation)
{
    files::LecturePaths paths{
        invocation.value("--out", {}), invocation.value("--worksheet", {}), invocation.value("--answers", {})};
    if (paths.slides.isEmpty() && paths.worksheet.isEmpty() && paths.answers.isEmpty())
        return Error{Fault::usage, {translatable("core", "--out is missing: the file to write."), {}}};
    for (const QString& path : {paths.slides, paths.worksheet, paths.answers})
        if (!path.isEmpty())
            if (std::optional<Error> error = cli::checkOutput(path, {".pdf"}))
                return error;
    const Result<Sections> sections = sectionsAsked(invocation);
    if (!sections)
        return sections.error();
    const data::DataFolder folder{invocation.value("--data", {}).toStdString()};
    cli::begun();
    const QString title =
        invocation.value("--title", text::toText(translatable("core", "My lecture on learning speeds")));
    std::optional<cli::ProgressLine> progress(std::in_place, Message{translatable("core", "Lecture"), {}});
    files::LectureWriting writing(title, *sections, std::move(paths));
    for (std::size_t i = 0; i < sections->size(); ++i) {
        const Result<prints::DrawnSection> drawn =
            prints::drawSection((*sections)[i], {.folder = folder, .mapOf = files::mapsFor(folder)});
        if (!drawn)
            return drawn.error();
        writing.add((*sections)[i], *drawn);
        progress->tell(static_cast<double>(i + 1) / static_cast<double>(sections->size()));
    }
    progress.reset();
    for (const auto& [path, bytes] : writing.end())
        if (std::optional<Error> error = cli::writeOutput(path, bytes))
            return error;
    return std::nullopt;
}

} // namespace

extern const cli::Command lecture;
const cli::Command lecture{
    .id = "lecture",
    .summary = translatable("core", "Presets, lessons and figures as slides, worksheet and answer key."),
    .operand = "PART",
    .manyOperands = true,
    .rank = 46,
    .fonts = true,
    .options = kOptions,
    .notes = translatable("core",
        "PART is preset:ID, preset:ID/FIGURE, lesson:ID, a .deltascope file, an exported figure or a lesson of your "
        "own; without any, what is marked in the window (File, Write my lecture).\n"
        "Under each figure stands a link that opens it in Deltascope, and its QR code where a camera can read it.\n"
        "Without --lang the texts are in English."),
    .run = run,
};

} // namespace deltascope::commands
