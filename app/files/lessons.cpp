// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/lessons.h"

#include "base/registry.h"
#include "documents/lesson_json.h"
#include "figures/figure_kind.h"
#include "files/opening.h"
#include "parameters/parameters.h"
#include "reading/file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace deltascope::files {

namespace {

std::vector<std::shared_ptr<const lessons::Lesson>> readLessons()
{
    std::vector<std::shared_ptr<const lessons::Lesson>> all;
    const QDir folder(QStringLiteral(":/lessons"));
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile data(file.filePath());
        if (!data.open(QIODevice::ReadOnly))
            continue;
        Result<lessons::Lesson> lesson =
            documents::readLesson(file.completeBaseName().toStdString(), data.readAll().toStdString());
        assert(lesson); // our own data: a test reads every file
        if (lesson)
            all.push_back(std::make_shared<const lessons::Lesson>(*std::move(lesson)));
    }
    std::ranges::sort(all, {}, [](const auto& lesson) { return lesson->rank; });
    return all;
}

} // namespace

const std::vector<std::shared_ptr<const lessons::Lesson>>& lessons()
{
    static const std::vector<std::shared_ptr<const lessons::Lesson>> all = readLessons();
    return all;
}

std::shared_ptr<const lessons::Lesson> findLesson(std::string_view id)
{
    const auto found = std::ranges::find_if(lessons(), [id](const auto& lesson) { return lesson->id == id; });
    return found == lessons().end() ? nullptr : *found;
}

LessonStepOn lessonOn(diagnosis::Verdict verdict, bool chain)
{
    const std::string name = lessons::verdictName(verdict, chain);
    const auto names = [&name](
                           const auto& each) { return std::ranges::find(each.explains, name) != each.explains.end(); };
    for (const auto& lesson : lessons())
        if (const auto step = std::ranges::find_if(lesson->steps, names); step != lesson->steps.end())
            return {lesson, static_cast<int>(step - lesson->steps.begin())};
    const auto found = std::ranges::find_if(lessons(), [&](const auto& lesson) { return names(*lesson); });
    return found == lessons().end() ? LessonStepOn{} : LessonStepOn{*found};
}

bool isLessonFile(const QString& path)
{
    const Result<std::string> bytes = reading::readFile(path.toStdString());
    return bytes && bytes->starts_with('{') && documents::isLesson(*bytes);
}

Result<std::shared_ptr<const lessons::Lesson>> openLesson(const QString& path)
{
    const Result<std::string> bytes = reading::readFile(path.toStdString());
    if (!bytes)
        return bytes.error();
    Result<lessons::Lesson> lesson = documents::readLesson(QFileInfo(path).completeBaseName().toStdString(), *bytes);
    if (!lesson)
        return Error{lesson.error().fault, inFile(path, lesson.error().what)};
    for (std::size_t i = 0; i < lesson->steps.size(); ++i) {
        const lessons::LessonStep& step = lesson->steps[i];
        for (const std::string& place : {step.pointAt, step.reveal ? step.reveal->pointAt : std::string()})
            if (!place.empty() && !findKind(figures::figuresRegistry(), place)
                && !parameters::findScenarioParameter(place))
                return Error{Fault::invalidData,
                    inFile(path,
                        {translatable("core", "step %1: point_at: “%2” is neither a figure nor a parameter."),
                            {static_cast<int>(i) + 1, place}})};
        for (const model::Document* document : {&step.document, &step.lastGiven()})
            if (const std::optional<Error> error = checkIds(*document))
                return Error{Fault::invalidData, inFile(path, error->what)};
    }
    return std::make_shared<const lessons::Lesson>(*std::move(lesson));
}

} // namespace deltascope::files
