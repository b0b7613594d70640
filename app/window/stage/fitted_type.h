// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QWidget>

#include <vector>

class QLayout;

namespace deltascope::stage {

/// A widget with words, and its type in units of the stage's.
struct Typed {
    QWidget* widget;
    double size = 1;
    bool bold = false;
};

/// Sets these words in the largest type, up to the stage's own, with which the layout fits into the room, and returns
/// the height that it then needs at the room's width. No word is cut: type shrinks instead, down to a third.
int fitType(QLayout& layout, const std::vector<Typed>& words, const QFont& type, QSize room);

/// This font at so many times its size.
QFont scaled(QFont font, double factor);

} // namespace deltascope::stage
