// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/export.h"

#include <algorithm>

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
