// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTextDocument>

namespace deltascope::exports {

/// A text that is printed: in the figures' type, black on white, 10 points.
void preparePagedText(QTextDocument& document);

/// The text as a PDF of A4 pages with their numbers at the foot. What stands from one heading of the second level to
/// the next stays on one page, where a page holds it.
QByteArray pdfOf(QTextDocument& document, const QString& title);

/// Plain text as HTML: escaped, an empty line begins a paragraph.
QString paragraphs(const QString& text);

} // namespace deltascope::exports
