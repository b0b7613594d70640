// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/png_picture.h"

#include "documents/document_json.h"
#include "documents/embedded.h"
#include "render/export/stoppable_buffer.h"

#include <QImageWriter>

#include <cmath>

namespace deltascope::exports {

namespace {

constexpr double kMaxPixels = 100e6;
constexpr qsizetype kAfterHeader = 8 + 25; // signature and IHDR

QByteArray bigEndian(std::uint32_t number)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

/// CRC-32 of ISO 3309, as PNG chunks end with.
std::uint32_t checksum(const QByteArray& bytes)
{
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return ~sum;
}

QByteArray textChunk(std::string_view key, const QByteArray& utf8)
{
    // keyword NUL, not compressed, method 0, no language NUL, no translated keyword NUL
    const QByteArray typed =
        "iTXt" + QByteArray(key.data(), static_cast<qsizetype>(key.size())) + QByteArray(5, '\0') + utf8;
    return bigEndian(static_cast<std::uint32_t>(typed.size() - 4)) + typed + bigEndian(checksum(typed));
}

Error tooLarge(QSizeF pixels)
{
    const double millions = pixels.width() * pixels.height() / 1e6;
    return {Fault::usage,
        {translatable("core",
             "The picture would have %1 × %2 pixels, %3 million; at most %4 million are possible: choose a smaller "
             "size "
             "or a lower resolution."),
            {Real{pixels.width(), 7}, Real{pixels.height(), 7}, Real{millions, 4}, Real{kMaxPixels / 1e6}}}};
}

/// The number of pixels is possible, so it is no other reason.
Error noMemory(QSizeF pixels)
{
    constexpr double kBytes = 4; // of a pixel
    return {Fault::internal,
        {translatable("core",
             "There is not enough memory for a picture of %1 × %2 pixels, %3 MB: choose a smaller size or a lower "
             "resolution."),
            {Real{pixels.width(), 7}, Real{pixels.height(), 7},
                Real{kBytes * pixels.width() * pixels.height() / 1e6, 3}}}};
}

Error noPicture(const char* step)
{
    return {Fault::internal, {translatable("core", "The picture could not be made: %1 failed."), {step}}};
}

} // namespace

Result<QImage> emptyPicture(QSizeF pixels, const QColor& background)
{
    if (pixels.width() * pixels.height() > kMaxPixels)
        return tooLarge(pixels);
    QImage image(
        pixels.toSize(), background.alpha() == 255 ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return noMemory(pixels);
    image.fill(background);
    return image;
}

Result<QImage> pictureOf(const ExportPage& page, const ExportOptions& options)
{
    const QSizeF inches = options.millimetres / 25.4;
    const QSizeF pixels(std::round(inches.width() * options.dpi), std::round(inches.height() * options.dpi));
    Result<QImage> empty = emptyPicture(pixels, page.transparent() ? QColor(Qt::transparent) : page.background());
    if (!empty)
        return empty;
    QImage image = *std::move(empty);
    const QSize size = pageSize(options);
    const QSizeF ratio(pixels.width() / size.width(), pixels.height() / size.height());
    if (!page.draw(image, ratio, false))
        return noMemory(pixels);
    return image;
}

Result<QByteArray> pngOf(
    QImage picture, double dpi, const PngTexts& texts, const model::Document& document, const std::stop_token& stop)
{
    // After painting: before it would scale the text a second time.
    const int dotsPerMetre = qRound(dpi / 0.0254);
    picture.setDotsPerMeterX(dotsPerMetre);
    picture.setDotsPerMeterY(dotsPerMetre);
    QByteArray bytes;
    StoppableBuffer buffer(&bytes, stop);
    if (QImageWriter writer(&buffer, "png"); !writer.write(picture))
        return writer.error() == QImageWriter::UnsupportedFormatError ? noPicture("QImageWriter")
                                                                      : noMemory(picture.size());
    const QByteArray chunks =
        textChunk(documents::kPngTextKey, QByteArray::fromStdString(documents::writeDocument(document)))
        + textChunk("Title", texts.title.toUtf8()) + textChunk("Description", texts.description.toUtf8())
        + textChunk("Software", "Deltascope " DELTASCOPE_VERSION);
    return bytes.insert(kAfterHeader, chunks);
}

} // namespace deltascope::exports
