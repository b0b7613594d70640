// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/watch.h"
#include "data/dataset.h"
#include "lessons/lesson.h"
#include "render/print/lecture.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace deltascope::prints {

/// What a step's question asks to measure, in the unit of its measure; nothing where it has no value there, or is a
/// choice.
Result<std::optional<double>> measuredAnswer(const lessons::LessonStep& step, const data::DataFolder& folder);

/// What is right, in words; empty where it has no value.
Result<QString> answerText(const lessons::LessonStep& step, const data::DataFolder& folder);

/// The lesson on paper: texts, questions with room for answers, goals, and the figure that each step points at. With
/// `answers`: what is right, what is then seen, and one way to reach each goal. A PDF of A4 pages (sheet.h).
Result<QByteArray> worksheetPdf(
    const lessons::Lesson& lesson, bool answers, const Drawing& how = {}, const Watch& watch = {});

} // namespace deltascope::prints
