// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/panel_layers.h"

namespace deltascope {

/// How much of the axes a panel of this size has room for.
struct AxisRoom {
    bool titles = true;
    bool labels = true;
};

/// Pens, fonts, colours and margins of a panel's axes; hides all four where the panel is a drawing.
void styleAxes(QCPAxisRect& rect, const Panel& panel, const Theme& theme, const QFont& font, AxisRoom room);
/// Ticks for an axis `pixels` long, and its title, which may be `beyond` longer than the axis.
void setTicks(QCPAxis& axis, GivenTicks& ticker, const Axis& meaning, double pixels, double beyond, AxisRoom room);

} // namespace deltascope
