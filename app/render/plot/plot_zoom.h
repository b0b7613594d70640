// SPDX-License-Identifier: GPL-3.0-or-later
// Axis limits after a gesture. Limits stay finite, ordered and wider than the spacing of doubles: a zoom further in or
// out changes nothing.
#pragma once

#include "model/view_state.h"

#include <QPointF>
#include <QRectF>

namespace deltascope::plot {

/// Around `centre` (data), the width times xFactor and the height times yFactor.
model::ViewRange zoomed(const model::ViewRange& range, QPointF centre, double xFactor, double yFactor);
/// Moved by `shift` (data).
model::ViewRange panned(const model::ViewRange& range, QPointF shift);
/// Between two corners (data).
model::ViewRange boxed(const model::ViewRange& range, QPointF corner, QPointF opposite);

/// The view with this range in place of the panel's earlier one; or without any range of the figure.
void putRange(model::ViewState& view, const model::ViewRange& range);
void dropRanges(model::ViewState& view, const std::string& figure);

} // namespace deltascope::plot
