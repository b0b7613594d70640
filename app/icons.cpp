// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace deltascope {

namespace {

QPixmap drawn(QByteArray svg, const QColor& colour, int size)
{
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QIcon icon(const QString& name, const QPalette& palette)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QIcon result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const QByteArray svg = file.readAll();
    for (const int size : {16, 24, 32, 48, 64, 96}) {
        result.addPixmap(drawn(svg, palette.color(QPalette::Active, QPalette::WindowText), size), QIcon::Normal);
        result.addPixmap(drawn(svg, palette.color(QPalette::Disabled, QPalette::WindowText), size), QIcon::Disabled);
    }
    return result;
}

} // namespace deltascope
