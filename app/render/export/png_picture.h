// SPDX-License-Identifier: GPL-3.0-or-later
// PNG (ISO/IEC 15948): with alpha only where the page is transparent, with its resolution and the document in an
// uncompressed iTXt chunk before the pixels, where it is found without decoding them and survives a cut-off file.
#pragma once

#include "render/export/export_page.h"

#include <QImage>

namespace deltascope::exports {

/// Errors: more pixels than are possible, or than there is memory for.
Result<QImage> emptyPicture(QSizeF pixels, const QColor& background); ///< with alpha where that is transparent

/// A page in the size and resolution of the options. Errors as above.
Result<QImage> pictureOf(const ExportPage& page, const ExportOptions& options);

struct PngTexts {
    QString title, description;
};

Result<QByteArray> pngOf(
    QImage picture, double dpi, const PngTexts& texts, const model::Document& document, const std::stop_token& stop);

} // namespace deltascope::exports
