// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QWidget;

namespace deltascope::widgets {

/// A label for a lesson's words: plain text, whatever stands in it, that wraps.
QLabel* lessonTextLabel(QWidget* parent, const char* name);

} // namespace deltascope::widgets
