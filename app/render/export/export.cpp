// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/export.h"

#include "render/export/export_page.h"

#include <algorithm>
#include <utility>

namespace deltascope::exports {

namespace {

bool within(double value, double lower, double upper)
{
    return value >= lower && value <= upper; // false for not-a-number
}

} // namespace

std::vector<const ExportFormat*> exportFormats()
{
    std::vector<const ExportFormat*> formats(exportsRegistry().begin(), exportsRegistry().end());
    std::sort(formats.begin(), formats.end(),
        [](const ExportFormat* left, const ExportFormat* right) { return left->rank < right->rank; });
    return formats;
}

QStringList exportSuffixes()
{
    QStringList suffixes;
    for (const ExportFormat* format : exportFormats())
        suffixes << u'.' + format->suffix();
    return suffixes;
}

const ExportFormat* exportFormat(const QString& path)
{
    for (const ExportFormat* format : exportsRegistry())
        if (path.endsWith(u'.' + format->suffix(), Qt::CaseInsensitive))
            return format;
    return nullptr;
}

Result<QByteArray> ExportFormat::write(
    const figures::Figure& figure, const model::Document& document, const ExportOptions& options) const
{
    return FigureExport(*this, figure, document, options).bytes();
}

FigureExport::FigureExport(
    const ExportFormat& format, figures::Figure figure, model::Document document, ExportOptions options)
    : m_format(format)
    , m_figure(std::move(figure))
    , m_document(std::move(document))
    , m_options(std::move(options))
    , m_page(format.drawn && !checkOptions(m_options) ? std::make_unique<ExportPage>(m_figure, m_document, m_options)
                                                      : nullptr)
{
}

FigureExport::~FigureExport() = default;

Result<QByteArray> FigureExport::bytes(const std::stop_token& stop) const
{
    if (std::optional<Error> error = checkOptions(m_options))
        return *error;
    return m_format.make({m_figure, m_document, m_options, m_page.get()}, stop);
}

std::optional<Error> checkOptions(const ExportOptions& options)
{
    const double width = options.millimetres.width(), height = options.millimetres.height();
    if (!within(width, 10, 2000) || !within(height, 10, 2000))
        return Error{Fault::usage,
            {translatable("core", "A figure of %1 × %2 mm is not possible; each side may be 10 to 2000 mm long."),
                {Real{width, 6}, Real{height, 6}}}};
    if (!within(options.dpi, 30, 2400))
        return Error{Fault::usage,
            {translatable("core", "A resolution of %1 dpi is not possible; 30 to 2400 dpi are."),
                {Real{options.dpi, 6}}}};
    if (!within(options.fontPoints, 4, 72))
        return Error{Fault::usage,
            {translatable("core", "A type size of %1 pt is not possible; 4 to 72 pt are."),
                {Real{options.fontPoints, 6}}}};
    return std::nullopt;
}

} // namespace deltascope::exports
