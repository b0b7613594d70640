// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/export.h"

#include "render/export/export_page.h"
#include "render/export/recorded_page.h"
#include "render/fonts.h"
#include "text/language.h"

#include <QRawFont>

#include <algorithm>
#include <cmath>
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
    return FigureExport(*this, {figure}, document, options).bytes();
}

Result<QByteArray> ExportFormat::write(
    std::vector<figures::Figure> figures, const model::Document& document, const ExportOptions& options) const
{
    return FigureExport(*this, std::move(figures), document, options).bytes();
}

FigureExport::FigureExport(
    const ExportFormat& format, std::vector<figures::Figure> figures, model::Document document, ExportOptions options)
    : m_format(format)
    , m_figures(std::move(figures))
    , m_document(std::move(document))
    , m_options(std::move(options))
{
    if (format.drawn && !checkOptions(m_options, m_figures.size()))
        m_page = std::make_unique<ExportPage>(m_figures, m_document, m_options);
}

FigureExport::~FigureExport() = default;

Result<QByteArray> FigureExport::bytes(const std::stop_token& stop) const
{
    if (std::optional<Error> error = checkOptions(m_options, m_figures.size()))
        return *std::move(error);
    return m_format.make({m_figures, m_document, m_options, m_page.get()}, stop);
}

QSize layoutOf(const ExportOptions& options, std::size_t figures)
{
    if (options.layout.isValid())
        return options.layout;
    const int count = static_cast<int>(figures);
    const int columns = std::max(1, static_cast<int>(std::ceil(std::sqrt(count))));
    return {columns, (count + columns - 1) / columns};
}

std::optional<Message> fontRemark(
    std::span<const figures::Figure> figures, const model::Document& document, const ExportOptions& options)
{
    if (options.fontFamily.isEmpty() || checkOptions(options, figures.size()))
        return std::nullopt;
    const QRawFont font = QRawFont::fromFont(QFont(options.fontFamily, 10));
    RecordedPage page(pageSize(options));
    ExportPage(figures, document, options).draw(page, {1, 1}, true);
    QString lacking;
    for (const RecordedItem& item : page.items())
        if (const auto* drawn = std::get_if<RecordedText>(&item))
            for (const uint sign : drawn->text.toUcs4())
                if (const QString one = QString::fromUcs4(reinterpret_cast<const char32_t*>(&sign), 1);
                    !font.supportsCharacter(sign) && !lacking.contains(one))
                    lacking += lacking.isEmpty() ? one : u' ' + one;
    if (lacking.isEmpty())
        return std::nullopt;
    return Message{translatable("core", "The font “%1” has no sign for %2: “%3” draws them."),
        {options.fontFamily.toStdString(), lacking.toStdString(), render::figureFontFamily().toStdString()}};
}

std::optional<Error> checkOptions(const ExportOptions& options, std::size_t figures)
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
    if (!options.fontFamily.isEmpty() && !render::hasFont(options.fontFamily))
        return Error{Fault::usage,
            {translatable("core", "There is no font “%1” on this machine; “%2” is always there."),
                {options.fontFamily.toStdString(), render::figureFontFamily().toStdString()}}};
    const QSize layout = layoutOf(options, figures);
    if (layout.width() < 1 || layout.height() < 1
        || static_cast<std::size_t>(layout.width()) * static_cast<std::size_t>(layout.height()) < figures)
        return Error{Fault::usage,
            {translatable(
                 "core", "A layout of %1 has no room for %2 figures; its columns times its rows must be that many."),
                {std::to_string(layout.width()) + "x" + std::to_string(layout.height()), static_cast<int>(figures)}}};
    const double cellWidth = width / layout.width(), cellHeight = height / layout.height();
    if (cellWidth < 10 || cellHeight < 10)
        return Error{Fault::usage,
            {translatable(
                 "core", "On this page each figure would be %1 × %2 mm; each side must be at least 10 mm long."),
                {Real{cellWidth, 3}, Real{cellHeight, 3}}}};
    return std::nullopt;
}

} // namespace deltascope::exports
