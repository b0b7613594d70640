// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a lesson file holds: steps whose documents can be saved and opened again, or one sentence.
#include "documents/document_json.h"
#include "documents/lesson_json.h"
#include "parameters/parameters.h"
#include "sentence.h"

namespace {

using namespace deltascope;

void requireSound(const model::Document& document)
{
    require(!parameters::validate(document.scenario));
    const std::string text = documents::writeDocument(document);
    if (text.size() > documents::kMaxDocumentBytes)
        return;
    const Result<model::Document> again = documents::readDocument(text);
    require(again && *again == document);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<lessons::Lesson> lesson = documents::readLesson("lesson", text);
    if (!lesson) {
        requireSentence(lesson.error());
        return 0;
    }
    require(documents::isLesson(text));
    require(!lesson->title.empty() && !lesson->steps.empty() && lesson->steps.size() <= documents::kMostLessonSteps);
    for (const lessons::LessonStep& step : lesson->steps) {
        require(!step.text.empty());
        requireSound(step.document);
        if (step.reveal)
            requireSound(step.reveal->document);
        if (step.goal)
            requireSound(step.goal->solution);
        if (step.question && !step.question->measure)
            require(step.question->right >= 0
                && static_cast<std::size_t>(step.question->right) < step.question->choices.size());
    }
    return 0;
}
