// SPDX-License-Identifier: GPL-3.0-or-later
// The writers behind exportFormats(), one file each.
#pragma once

#include "render/export/export.h"

namespace deltascope::exports {

Result<QByteArray> writePng(
    const figures::Figure& figure, const model::Document& document, const ExportOptions& options);
Result<QByteArray> writeSvg(
    const figures::Figure& figure, const model::Document& document, const ExportOptions& options);
Result<QByteArray> writePdf(
    const figures::Figure& figure, const model::Document& document, const ExportOptions& options);
Result<QByteArray> writeCsv(
    const figures::Figure& figure, const model::Document& document, const ExportOptions& options);
Result<QByteArray> writeJson(
    const figures::Figure& figure, const model::Document& document, const ExportOptions& options);

} // namespace deltascope::exports
