// SPDX-License-Identifier: GPL-3.0-or-later
// What was answered in a lesson, for the teacher.
#pragma once

#include "workspace/lesson_session.h"

#include <QByteArray>

#include <vector>

namespace deltascope::storage {

/// One row a question or goal: step, kind, what was asked, the answer, what is so, whether it was right, when. Numbers
/// with a point, texts in the present language.
QByteArray lessonReportCsv(const lessons::Lesson& lesson, const std::vector<workspace::StepRecord>& records);
/// The same as a table on A4 pages.
QByteArray lessonReportPdf(const lessons::Lesson& lesson, const std::vector<workspace::StepRecord>& records);

} // namespace deltascope::storage
