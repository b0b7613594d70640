// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/export/export_page.h"

#include <QPointF>

#include <stop_token>
#include <vector>

namespace deltascope::exports {

inline constexpr std::size_t kMostOfFrame = 4; // figures

/// The figures of one frame of an animation on one page: two beside each other, of three the first as tall as both
/// others, four in two rows. Made and destroyed on the thread of windows, the bytes on any, of one frame at a time.
class FrameExport {
public:
    /// 1 … kMostOfFrame figures. Precondition: the options are possible; their size is that of a figure alone.
    FrameExport(std::vector<figures::Figure> figures, model::Document document, ExportOptions options);

    /// A PNG picture that opens as the document.
    Result<QByteArray> bytes(const std::stop_token& stop = {}) const;

private:
    struct Part {
        QPointF corner; ///< in sizes of a figure
        ExportOptions options;
        std::unique_ptr<ExportPage> page;
    };

    model::Document m_document;
    ExportOptions m_options;
    std::vector<figures::Figure> m_figures;
    std::vector<Part> m_parts;
};

} // namespace deltascope::exports
