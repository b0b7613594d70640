// SPDX-License-Identifier: GPL-3.0-or-later
// Options of a picture, which several commands share.
#pragma once

#include "cli/arguments/command.h"
#include "figures/figure_kind.h"
#include "model/document.h"
#include "render/export/export.h"
#include "render/export/page_sizes.h"
#include "results/map_cells.h"

#include <memory>
#include <vector>

namespace deltascope::cli {

namespace options {

inline constexpr Option size{.name = "--size",
    .value = "WxHmm",
    .help = translatable("core", "width and height of the page in millimetres (160x90mm), or what it is for: %1"),
    .listed = exports::pageSizeIds};
inline constexpr Option dpi{"--dpi", "N", translatable("core", "dots per inch of a PNG (300)")};
inline constexpr Option theme{"--theme", "ID", translatable("core", "colours: light, dark, print, … (light)")};
inline constexpr Option fontSize{"--font-size", "Npt", translatable("core", "size of the type in points (8pt)")};
inline constexpr Option font{"--font", "FAMILY", translatable("core", "font, by its name: “Latin Modern Roman”")};
inline constexpr Option noTitle{"--no-title", "", translatable("core", "leave the title out")};
inline constexpr Option noNotes{"--no-notes", "", translatable("core", "leave the notes under the panels out")};
inline constexpr Option transparent{"--transparent", "", translatable("core", "no paper behind the drawing")};
inline constexpr Option letters{"--letters", "WHAT",
    translatable("core", "(a), (b) … before each of the figures or panels, or none (of several: figures)")};
inline constexpr Option layout{
    "--layout", "CxR", translatable("core", "columns and rows of several figures, like 2x1; the page is --size")};

} // namespace options

/// Of a page with so many figures. Errors (Fault::usage) name the value and what would be right.
Result<exports::ExportOptions> readExportOptions(const Invocation& invocation, std::size_t figures = 1);

/// The language that the document asks for, else English: a figure must not depend on the machine that draws it.
void chooseLanguage(const Invocation& invocation, const model::Document& document);

/// A map drawn by this kind of figure. `document` asks for that map (documents::withMap).
figures::Figure mapDrawing(
    const figures::FigureKind& kind, const model::Document& document, std::shared_ptr<const results::MapCells> map);

/// Writes one page; says which signs the chosen font has not.
std::optional<Error> writeFigures(std::vector<figures::Figure> figures, const model::Document& document,
    const exports::ExportFormat& format, const exports::ExportOptions& options, const QString& out);

/// Draws a map with this kind of figure and writes it, with the map in the document that is stored in the file.
std::optional<Error> drawMap(const figures::FigureKind& kind, const model::Document& of, results::MapCells map,
    const exports::ExportFormat& format, const exports::ExportOptions& options, const QString& out);

} // namespace deltascope::cli
