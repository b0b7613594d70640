// SPDX-License-Identifier: GPL-3.0-or-later
// What was answered in a lesson, for the teacher.
#pragma once

#include "lesson_session.h"

#include <QByteArray>

#include <vector>

namespace deltascope {

/// One row a question or goal: step, kind, what was asked, the answer, what is so, whether it was right, when. Numbers
/// with a point, texts in the present language.
QByteArray lessonReportCsv(const Lesson& lesson, const std::vector<StepRecord>& records);
/// The same as a table on A4 pages.
QByteArray lessonReportPdf(const Lesson& lesson, const std::vector<StepRecord>& records);

} // namespace deltascope
