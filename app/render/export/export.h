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

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
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

class ExportPage;

/// What a file is made of.
struct ExportSource {
    const figures::Figure& figure;
    const model::Document& document;
    const ExportOptions& options;
    const ExportPage* page; ///< of a format that is drawn
};

/// A format that figures are exported in. One const record in one file.
struct ExportFormat {
    std::string_view id; ///< the suffix of its files
    const char* name; ///< translatable
    int rank; ///< place in menus and lists
    bool drawn; ///< a page, not a table
    /// On any thread. With `stop` requested an Error that nobody wants to hear.
    Result<QByteArray> (*make)(const ExportSource& source, const std::stop_token& stop);

    /// At once, on the thread of windows.
    Result<QByteArray> write(
        const figures::Figure& figure, const model::Document& document, const ExportOptions& options) const;

    QString suffix() const { return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())); }
};

/// A figure on its way to a file. A page is laid out by widgets, so this is made and destroyed on the thread of
/// windows; what takes long is done on any, on one at a time.
class FigureExport {
public:
    FigureExport(const ExportFormat& format, figures::Figure figure, model::Document document, ExportOptions options);
    ~FigureExport();

    Result<QByteArray> bytes(const std::stop_token& stop = {}) const;

private:
    const ExportFormat& m_format;
    figures::Figure m_figure;
    model::Document m_document;
    ExportOptions m_options;
    std::unique_ptr<ExportPage> m_page; // null: the format is not drawn, or the options are not possible
};

std::span<const ExportFormat* const> exportsRegistry();
std::vector<const ExportFormat*> exportFormats(); ///< in their order: png, svg, pdf …
QStringList exportSuffixes(); ///< ".png", ".svg" …
/// By the suffix of a path, upper or lower case; nullptr where it is none of them.
const ExportFormat* exportFormat(const QString& path);
/// Size, resolution and type size within their limits, or the sentence that says which is not.
std::optional<Error> checkOptions(const ExportOptions& options);

} // namespace deltascope::exports
