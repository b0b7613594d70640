// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QWidget;

namespace deltascope {

/// A label for a lesson's words: plain text, whatever stands in it, that wraps.
QLabel* wordsLabel(QWidget* parent, const char* name);

} // namespace deltascope
