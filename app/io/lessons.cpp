// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/lessons.h"

#include "figures/figure_kind.h"
#include "io/file.h"
#include "io/lesson_json.h"
#include "io/opening.h"
#include "parameters.h"
#include "registry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace deltascope {

namespace {

std::vector<std::shared_ptr<const Lesson>> readLessons()
{
    std::vector<std::shared_ptr<const Lesson>> all;
    const QDir folder(QStringLiteral(":/lessons"));
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile data(file.filePath());
        if (!data.open(QIODevice::ReadOnly))
            continue;
        Result<Lesson> lesson = readLesson(file.completeBaseName().toStdString(), data.readAll().toStdString());
        assert(lesson); // our own data: a test reads every file
        if (lesson)
            all.push_back(std::make_shared<const Lesson>(*std::move(lesson)));
    }
    std::ranges::sort(all, {}, [](const auto& lesson) { return lesson->rank; });
    return all;
}

} // namespace

const std::vector<std::shared_ptr<const Lesson>>& lessons()
{
    static const std::vector<std::shared_ptr<const Lesson>> all = readLessons();
    return all;
}

std::shared_ptr<const Lesson> findLesson(std::string_view id)
{
    const auto found = std::ranges::find_if(lessons(), [id](const auto& lesson) { return lesson->id == id; });
    return found == lessons().end() ? nullptr : *found;
}

std::shared_ptr<const Lesson> lessonOn(Verdict verdict, bool chain)
{
    const std::string name = verdictName(verdict, chain);
    const auto found = std::ranges::find_if(lessons(),
        [&](const auto& lesson) { return std::ranges::find(lesson->explains, name) != lesson->explains.end(); });
    return found == lessons().end() ? nullptr : *found;
}

bool isLessonFile(const QString& path)
{
    const Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString());
    return bytes && bytes->starts_with('{') && isLesson(*bytes);
}

Result<std::shared_ptr<const Lesson>> openLesson(const QString& path)
{
    const Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString());
    if (!bytes)
        return bytes.error();
    Result<Lesson> lesson = readLesson(QFileInfo(path).completeBaseName().toStdString(), *bytes);
    if (!lesson)
        return Error{lesson.error().fault, inFile(path, lesson.error().what)};
    for (std::size_t i = 0; i < lesson->steps.size(); ++i) {
        const LessonStep& step = lesson->steps[i];
        for (const std::string& place : {step.pointAt, step.reveal ? step.reveal->pointAt : std::string()})
            if (!place.empty() && !findKind(figuresRegistry(), place) && !findScenarioParameter(place))
                return Error{Fault::invalidData,
                    inFile(path,
                        {translatable("core", "step %1: point_at: “%2” is neither a figure nor a parameter."),
                            {static_cast<int>(i) + 1, place}})};
        for (const Document* document : {&step.document, &step.lastGiven()})
            if (const std::optional<Error> error = checkView(document->view))
                return Error{Fault::invalidData, inFile(path, error->what)};
    }
    return std::make_shared<const Lesson>(*std::move(lesson));
}

} // namespace deltascope
