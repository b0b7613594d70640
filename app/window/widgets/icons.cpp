// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace deltascope::widgets {

namespace {

// Every view has its own buttons, drawn anew with each language and theme: what is alike is drawn once.
QPixmap drawn(const QString& name, QByteArray svg, const QColor& colour, int size)
{
    const QString key = QStringLiteral("icon %1 %2 %3").arg(name, colour.name()).arg(size);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(size, size);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
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
        result.addPixmap(drawn(name, svg, palette.color(QPalette::Active, QPalette::WindowText), size), QIcon::Normal);
        result.addPixmap(
            drawn(name, svg, palette.color(QPalette::Disabled, QPalette::WindowText), size), QIcon::Disabled);
    }
    return result;
}

} // namespace deltascope::widgets
