// SPDX-License-Identifier: GPL-3.0-or-later
// Options of a picture, which several commands share.
#pragma once

#include "cli/command.h"
#include "figures/figure_kind.h"
#include "model/document.h"
#include "render/export/export.h"
#include "results/map_cells.h"

namespace deltascope::cli {

namespace options {

inline constexpr Option size{"--size", "WxHmm", translatable("core", "width and height in millimetres (160x90mm)")};
inline constexpr Option dpi{"--dpi", "N", translatable("core", "dots per inch of a PNG (300)")};
inline constexpr Option theme{"--theme", "ID", translatable("core", "colours: light, dark, print, … (light)")};
inline constexpr Option fontSize{"--font-size", "Npt", translatable("core", "size of the type in points (8pt)")};
inline constexpr Option noTitle{"--no-title", "", translatable("core", "leave the title out")};

} // namespace options

/// Errors (Fault::usage) name the value and what would be right.
Result<exports::ExportOptions> readExportOptions(const Invocation& invocation);

/// The language that the document asks for, else English: a figure must not depend on the machine that draws it.
void chooseLanguage(const Invocation& invocation, const model::Document& document);

/// Draws a map with this kind of figure and writes it, with the map in the document that is stored in the file.
std::optional<Error> drawMap(const figures::FigureKind& kind, const model::Document& of, results::MapCells map,
    const exports::ExportFormat& format, const exports::ExportOptions& options, const QString& out);

} // namespace deltascope::cli
