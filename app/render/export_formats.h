// SPDX-License-Identifier: GPL-3.0-or-later
// The writers behind exportFormats(), one file each.
#pragma once

#include "render/export.h"

namespace deltascope {

Result<QByteArray> writePng(const Figure& figure, const Document& document, const ExportOptions& options);
Result<QByteArray> writeSvg(const Figure& figure, const Document& document, const ExportOptions& options);
Result<QByteArray> writePdf(const Figure& figure, const Document& document, const ExportOptions& options);
Result<QByteArray> writeCsv(const Figure& figure, const Document& document, const ExportOptions& options);
Result<QByteArray> writeJson(const Figure& figure, const Document& document, const ExportOptions& options);

} // namespace deltascope
