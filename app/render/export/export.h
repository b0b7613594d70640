// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as the bytes of a file. The document is embedded in every format, so that opening the file brings it back.
#pragma once

#include "base/result.h"
#include "figures/figure.h"
#include "model/document.h"
#include "render/theme.h"

#include <QByteArray>
#include <QSize>
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

/// What is called (a), (b) … on a page.
enum class Letters {
    automatic, ///< figures, where there are several
    none,
    figures,
    panels, ///< every panel of every figure
};

struct ExportOptions {
    QSizeF millimetres{160, 90}; ///< of the whole page, 10 … 2000 mm each
    double dpi = 300; ///< PNG: 30 … 2400; at most 100 Mpixel
    double fontPoints = 8;
    QString fontFamily = {}; ///< one that the machine has; empty: the program's own
    bool title = true;
    bool notes = true; ///< under the panels, whole sentences
    bool transparent = false; ///< no paper behind the drawing
    Letters letters = Letters::automatic;
    QSize layout = {}; ///< columns and rows of several figures; not valid: as many as they need
    render::Theme theme; ///< light unless asked otherwise
};

class ExportPage;

/// What a file is made of.
struct ExportSource {
    std::span<const figures::Figure> figures; ///< at least one
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
    /// What this machine lacks for it, in one sentence. nullptr: nothing beside the program.
    std::optional<Error> (*missing)() = nullptr;
    /// On any thread. With `stop` requested an Error that nobody wants to hear.
    Result<QByteArray> (*make)(const ExportSource& source, const std::stop_token& stop);

    /// At once, on the thread of windows.
    Result<QByteArray> write(
        const figures::Figure& figure, const model::Document& document, const ExportOptions& options) const;
    /// Several on one page.
    Result<QByteArray> write(
        std::vector<figures::Figure> figures, const model::Document& document, const ExportOptions& options) const;

    QString suffix() const { return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())); }
};

/// Figures on their way to a file. A page is laid out by widgets, so this is made and destroyed on the thread of
/// windows; what takes long is done on any, on one at a time.
class FigureExport {
public:
    /// At least one figure.
    FigureExport(const ExportFormat& format, std::vector<figures::Figure> figures, model::Document document,
        ExportOptions options);
    ~FigureExport();

    Result<QByteArray> bytes(const std::stop_token& stop = {}) const;

private:
    const ExportFormat& m_format;
    std::vector<figures::Figure> m_figures;
    model::Document m_document;
    ExportOptions m_options;
    std::unique_ptr<ExportPage> m_page; // null: the format is not drawn, or the options are not possible
};

std::span<const ExportFormat* const> exportsRegistry();
std::vector<const ExportFormat*> exportFormats(); ///< in their order: png, svg, pdf …
QStringList exportSuffixes(); ///< ".png", ".svg" …
/// By the suffix of a path, upper or lower case; nullptr where it is none of them.
const ExportFormat* exportFormat(const QString& path);
/// Size, resolution, type and layout as they can be had for so many figures, or the sentence that says which cannot.
std::optional<Error> checkOptions(const ExportOptions& options, std::size_t figures = 1);
/// Columns and rows for so many figures: those asked for, else about as many columns as rows.
QSize layoutOf(const ExportOptions& options, std::size_t figures);
/// Signs in these figures that the chosen font has not, as one sentence; the program's own font draws them.
std::optional<Message> fontRemark(
    std::span<const figures::Figure> figures, const model::Document& document, const ExportOptions& options);

} // namespace deltascope::exports
