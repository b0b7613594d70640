// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/fitted_type.h"

#include <QLayout>

#include <array>

namespace deltascope::stage {

namespace {

constexpr std::array kScales{1.0, 0.93, 0.87, 0.81, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35};

int heightFor(QLayout& layout, int width)
{
    layout.invalidate();
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

} // namespace

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    return font;
}

int fitType(QLayout& layout, const std::vector<Typed>& words, const QFont& type, QSize room)
{
    int height = 0;
    for (const double scale : kScales) {
        for (const Typed& each : words) {
            QFont font = scaled(type, scale * each.size);
            font.setBold(each.bold);
            each.widget->setFont(font);
        }
        height = heightFor(layout, room.width());
        if (height <= room.height())
            break;
    }
    return height;
}

} // namespace deltascope::stage
