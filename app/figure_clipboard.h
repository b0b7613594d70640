// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document.h"
#include "figures/figure.h"
#include "result.h"

#include <QString>

#include <optional>

class QMimeData;

namespace deltascope {

/// What "copy as picture" puts on the clipboard: bitmap, SVG, and the document as text and as its own type.
Result<QMimeData*> pictureData(const Figure& figure, const Document& document);

std::optional<Error> copyAsPicture(const Figure& figure, const Document& document);
/// The figure's series as CSV, as its export writes them.
std::optional<Error> copyAsData(const Figure& figure, const Document& document);
void copyText(const QString& text);

} // namespace deltascope
