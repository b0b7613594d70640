// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/sheets/figure_clipboard.h"

#include "documents/document_json.h"
#include "render/export/export.h"
#include "render/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

namespace deltascope::views {

namespace {

const QString kDocumentType = QStringLiteral("application/x-deltascope+json");

Result<QByteArray> written(const char* suffix, const figures::Figure& figure, const model::Document& document)
{
    exports::ExportOptions options;
    options.theme = render::theme(QStringLiteral("light"));
    const exports::ExportFormat* format = exports::exportFormat(QStringLiteral("figure.") + QLatin1String(suffix));
    assert(format);
    return format->write(figure, document, options);
}

} // namespace

Result<QMimeData*> pictureData(const figures::Figure& figure, const model::Document& document)
{
    const Result<QByteArray> png = written("png", figure, document);
    if (!png)
        return png.error();
    const Result<QByteArray> svg = written("svg", figure, document);
    if (!svg)
        return svg.error();
    const std::string json = documents::writeDocument(document);
    auto* data = new QMimeData;
    data->setImageData(QImage::fromData(*png));
    data->setData(QStringLiteral("image/svg+xml"), *svg);
    data->setText(QString::fromStdString(json));
    data->setData(kDocumentType, QByteArray::fromStdString(json));
    return data;
}

std::optional<Error> copyAsPicture(const figures::Figure& figure, const model::Document& document)
{
    const Result<QMimeData*> data = pictureData(figure, document);
    if (!data)
        return data.error();
    QGuiApplication::clipboard()->setMimeData(*data);
    return std::nullopt;
}

std::optional<Error> copyAsData(const figures::Figure& figure, const model::Document& document)
{
    const Result<QByteArray> csv = written("csv", figure, document);
    if (!csv)
        return csv.error();
    auto* data = new QMimeData;
    data->setText(QString::fromUtf8(*csv));
    data->setData(QStringLiteral("text/csv"), *csv);
    QGuiApplication::clipboard()->setMimeData(data);
    return std::nullopt;
}

void copyText(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace deltascope::views
