// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a lesson file holds: steps whose documents can be saved and opened again, or one sentence.
#include "io/document_json.h"
#include "io/lesson_json.h"
#include "parameters.h"
#include "sentence.h"

namespace {

using namespace deltascope;

void requireSound(const Document& document)
{
    require(!validate(document.scenario));
    const std::string text = writeDocument(document);
    if (text.size() > kMaxDocumentBytes)
        return;
    const Result<Document> again = readDocument(text);
    require(again && *again == document);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<Lesson> lesson = readLesson("lesson", text);
    if (!lesson) {
        requireSentence(lesson.error());
        return 0;
    }
    require(isLesson(text));
    require(!lesson->title.empty() && !lesson->steps.empty() && lesson->steps.size() <= kMostLessonSteps);
    for (const LessonStep& step : lesson->steps) {
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
