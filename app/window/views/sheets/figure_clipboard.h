// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "figures/figure.h"
#include "model/document.h"

#include <QString>

#include <optional>

class QMimeData;

namespace deltascope::views {

/// What "copy as picture" puts on the clipboard: bitmap, SVG, and the document as text and as its own type.
Result<QMimeData*> pictureData(const figures::Figure& figure, const model::Document& document);

std::optional<Error> copyAsPicture(const figures::Figure& figure, const model::Document& document);
/// The figure's series as CSV, as its export writes them.
std::optional<Error> copyAsData(const figures::Figure& figure, const model::Document& document);
void copyText(const QString& text);

} // namespace deltascope::views
