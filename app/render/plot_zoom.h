// SPDX-License-Identifier: GPL-3.0-or-later
// Axis limits after a gesture. Limits stay finite, ordered and wider than the spacing of doubles: a zoom further in or
// out changes nothing.
#pragma once

#include "view_state.h"

#include <QPointF>
#include <QRectF>

namespace deltascope {

/// Around `centre` (data), the width times xFactor and the height times yFactor.
ViewRange zoomed(const ViewRange& range, QPointF centre, double xFactor, double yFactor);
/// Moved by `shift` (data).
ViewRange panned(const ViewRange& range, QPointF shift);
/// Between two corners (data).
ViewRange boxed(const ViewRange& range, QPointF corner, QPointF opposite);

/// The view with this range in place of the panel's earlier one; or without any range of the figure.
void putRange(ViewState& view, const ViewRange& range);
void dropRanges(ViewState& view, const std::string& figure);

} // namespace deltascope
