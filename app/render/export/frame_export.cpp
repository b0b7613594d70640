// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/frame_export.h"

#include "render/export/png_picture.h"

#include <QPainter>

#include <cassert>
#include <cmath>
#include <utility>

namespace deltascope::exports {

namespace {

/// Where each of so many figures stands, in sizes of one alone.
std::vector<QRectF> placesOf(std::size_t figures)
{
    constexpr double kPair = 4.0 / 3; // two alone are taller
    switch (figures) {
    case 1:
        return {{0, 0, 1, 1}};
    case 2:
        return {{0, 0, 1, kPair}, {1, 0, 1, kPair}};
    case 3:
        return {{0, 0, 1, 2}, {1, 0, 1, 1}, {1, 1, 1, 1}};
    default:
        return {{0, 0, 1, 1}, {1, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}};
    }
}

} // namespace

FrameExport::FrameExport(std::vector<figures::Figure> figures, model::Document document, ExportOptions options)
    : m_document(std::move(document))
    , m_options(std::move(options))
    , m_figures(std::move(figures))
{
    assert(!m_figures.empty() && m_figures.size() <= kMostOfFrame);
    const std::vector<QRectF> places = placesOf(m_figures.size());
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        ExportOptions own = m_options;
        own.millimetres.rheight() *= places[i].height();
        m_parts.push_back(
            {places[i].topLeft(), own, std::make_unique<ExportPage>(std::span(&m_figures[i], 1), m_document, own)});
    }
}

Result<QByteArray> FrameExport::bytes(const std::stop_token& stop) const
{
    std::vector<QImage> pictures;
    std::vector<QPoint> corners;
    QRect all;
    for (const Part& part : m_parts) {
        Result<QImage> picture = pictureOf(*part.page, part.options);
        if (!picture)
            return picture.error();
        const auto pixels = [&](double millimetres) {
            return static_cast<int>(std::lround(millimetres * m_options.dpi / 25.4));
        };
        pictures.push_back(*std::move(picture));
        corners.emplace_back(pixels(part.corner.x() * m_options.millimetres.width()),
            pixels(part.corner.y() * m_options.millimetres.height()));
        all |= QRect(corners.back(), pictures.back().size());
    }
    const std::span<const figures::Figure> first(m_figures.data(), 1);
    const PngTexts texts{exportTitle(first), exportDescription(first)};
    if (pictures.size() == 1)
        return pngOf(std::move(pictures.front()), m_options.dpi, texts, m_document, stop);
    Result<QImage> empty = emptyPicture(all.size(), m_parts.front().page->background());
    if (!empty)
        return empty.error();
    QImage frame = *std::move(empty);
    QPainter painter(&frame);
    for (std::size_t i = 0; i < pictures.size(); ++i)
        painter.drawImage(corners[i], pictures[i]);
    painter.end();
    return pngOf(std::move(frame), m_options.dpi, texts, m_document, stop);
}

} // namespace deltascope::exports
