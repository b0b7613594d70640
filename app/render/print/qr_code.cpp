// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/print/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace deltascope::prints {

std::optional<QImage> qrCode(const QByteArray& text)
{
    for (const QRecLevel level : {QR_ECLEVEL_M, QR_ECLEVEL_L}) {
        const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
            QRcode_encodeData(
                static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.constData()), 0, level),
            QRcode_free);
        if (!code || code->width > kMostModules) // null: longer than any code holds, or empty
            continue;
        QImage image(code->width, code->width, QImage::Format_Grayscale8);
        for (int y = 0; y < code->width; ++y)
            for (int x = 0; x < code->width; ++x)
                image.scanLine(y)[x] = code->data[y * code->width + x] & 1 ? 0 : 255;
        return image;
    }
    return std::nullopt;
}

QString codeLibrary()
{
    return QStringLiteral("libqrencode ") + QLatin1String(QRcode_APIVersionString());
}

} // namespace deltascope::prints
