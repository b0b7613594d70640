// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson's questions for a learning platform, each with its answer and what is then said.
#pragma once

#include "base/result.h"
#include "base/watch.h"
#include "data/dataset.h"
#include "lessons/lesson.h"

#include <QByteArray>

#include <span>

namespace deltascope::prints {

struct Quiz;

/// A format that learning platforms import.
struct QuizFormat {
    const char* id; ///< after --format
    const char* suffix; ///< ".gift"
    const char* name; ///< English, for translation: of file dialogs
    QByteArray (*write)(const Quiz& quiz);
};

std::span<const QuizFormat> quizFormats();
const QuizFormat* findQuizFormat(const QString& id); ///< nullptr where there is none

/// In the present language. Error: the lesson asks nothing, or its data cannot be read.
Result<QByteArray> quizText(const lessons::Lesson& lesson, const QuizFormat& format,
    const data::DataFolder& folder = {}, const Watch& watch = {});

} // namespace deltascope::prints
