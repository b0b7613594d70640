// SPDX-License-Identifier: GPL-3.0-or-later
// A figure as the bytes of a file. The document is embedded in every format, so that opening the file brings it back.
#pragma once

#include "base/result.h"
#include "figures/figure.h"
#include "model/document.h"
#include "render/theme.h"

#include <QByteArray>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace deltascope::exports {

struct ExportOptions {
    QSizeF millimetres{160, 90}; ///< 10 … 2000 mm each
    double dpi = 300; ///< PNG: 30 … 2400; at most 100 Mpixel
    double fontPoints = 8;
    bool title = true;
    render::Theme theme; ///< light unless asked otherwise
};

/// A format that figures are exported in. One const record in one file.
struct ExportFormat {
    std::string_view id; ///< the suffix of its files
    const char* name; ///< translatable
    int rank; ///< place in menus and lists
    Result<QByteArray> (*write)(
        const figures::Figure& figure, const model::Document& document, const ExportOptions& options);

    QString suffix() const { return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())); }
};

std::span<const ExportFormat* const> exportsRegistry();
std::vector<const ExportFormat*> exportFormats(); ///< in their order: png, svg, pdf …
QStringList exportSuffixes(); ///< ".png", ".svg" …
/// By the suffix of a path, upper or lower case; nullptr where it is none of them.
const ExportFormat* exportFormat(const QString& path);
/// Size, resolution and type size within their limits, or the sentence that says which is not.
std::optional<Error> checkOptions(const ExportOptions& options);

} // namespace deltascope::exports
