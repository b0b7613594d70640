// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/export.h"
#include "render/export/export_page.h"
#include "render/export/png_picture.h"

namespace deltascope::exports {

namespace {

Result<QByteArray> make(const ExportSource& source, const std::stop_token& stop)
{
    const auto& [figures, document, options, page] = source;
    Result<QImage> picture = pictureOf(*page, options);
    if (!picture)
        return picture.error();
    return pngOf(*std::move(picture), options.dpi, {exportTitle(figures), exportDescription(figures)}, document, stop);
}

} // namespace

extern const ExportFormat png;
const ExportFormat png{
    .id = "png",
    .name = translatable("core", "PNG picture"),
    .rank = 1,
    .drawn = true,
    .make = make,
};

} // namespace deltascope::exports
