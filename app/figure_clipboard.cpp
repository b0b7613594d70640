// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_clipboard.h"

#include "io/document_json.h"
#include "render/export.h"
#include "render/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

namespace deltascope {

namespace {

const QString kDocumentType = QStringLiteral("application/x-deltascope+json");

Result<QByteArray> written(const char* suffix, const Figure& figure, const Document& document)
{
    ExportOptions options;
    options.theme = theme(QStringLiteral("light"));
    const ExportFormat* format = exportFormat(QStringLiteral("figure.") + QLatin1String(suffix));
    assert(format);
    return format->write(figure, document, options);
}

} // namespace

Result<QMimeData*> pictureData(const Figure& figure, const Document& document)
{
    const Result<QByteArray> png = written("png", figure, document);
    if (!png)
        return png.error();
    const Result<QByteArray> svg = written("svg", figure, document);
    if (!svg)
        return svg.error();
    const std::string json = writeDocument(document);
    auto* data = new QMimeData;
    data->setImageData(QImage::fromData(*png));
    data->setData(QStringLiteral("image/svg+xml"), *svg);
    data->setText(QString::fromStdString(json));
    data->setData(kDocumentType, QByteArray::fromStdString(json));
    return data;
}

std::optional<Error> copyAsPicture(const Figure& figure, const Document& document)
{
    const Result<QMimeData*> data = pictureData(figure, document);
    if (!data)
        return data.error();
    QGuiApplication::clipboard()->setMimeData(*data);
    return std::nullopt;
}

std::optional<Error> copyAsData(const Figure& figure, const Document& document)
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

} // namespace deltascope
