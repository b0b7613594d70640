// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that are written one after the other, with texts, figures and codes where they are put. Lengths are in dots of
// 1/96 inch, so that 10 pt are 10 pt.
#pragma once

#include "render/print/lecture.h"

#include <QByteArray>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <memory>

class QTextDocument;

namespace deltascope::prints {

inline constexpr double kDotsOfMillimetre = 96 / 25.4;

class PrintedPages {
public:
    /// Pages of this size in millimetres, figures in this theme. The first one is begun by the first `newPage`.
    PrintedPages(QSizeF millimetres, const QString& title, const QString& theme);
    ~PrintedPages();

    void newPage(bool numbered = true); ///< with its number at its foot
    int count() const;
    QSizeF size() const; ///< of a page

    /// HTML broken into lines of this width, in points of the program's type.
    std::unique_ptr<QTextDocument> text(const QString& html, double width, double points) const;
    void draw(const QTextDocument& text, QPointF place);
    /// Type of so many points; nothing under it but what is drawn.
    void draw(const figures::Figure& figure, const model::Document& document, const QRectF& place, double points);
    /// The link as a QR code of this side, its words beside or under it are the caller's. False: too long for one.
    bool drawCode(const QByteArray& link, QPointF place, double side);

    QByteArray end(); ///< nothing is drawn afterwards

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Words under a code, or in its place: the link where it is short enough to be typed, else what to do without.
QString linkWords(const QByteArray& link, bool hasCode);

} // namespace deltascope::prints
