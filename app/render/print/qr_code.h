// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <optional>

namespace deltascope::prints {

/// The most modules a side that a camera reads at arm's length from a sheet, where the code is about 2 cm wide: version
/// 13 of ISO/IEC 18004.
inline constexpr int kMostModules = 69;

/// A text as a QR code: black and white, a pixel a module, without its quiet zone of four. Error correction M where it
/// fits, else L. Nothing where the text needs more than `kMostModules`.
std::optional<QImage> qrCode(const QByteArray& text);

/// "libqrencode 4.1.1"
QString codeLibrary();

} // namespace deltascope::prints
