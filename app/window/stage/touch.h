// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace deltascope::stage {

/// Boards are touched: nothing in this widget that can be touched is smaller than a finger, and icons grow with the
/// type.
void makeTouchable(QWidget& widget);

} // namespace deltascope::stage
