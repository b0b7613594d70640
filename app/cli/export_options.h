// SPDX-License-Identifier: GPL-3.0-or-later
// Options of a picture, which several commands share.
#pragma once

#include "cli/command.h"
#include "render/export/export.h"

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

} // namespace deltascope::cli
