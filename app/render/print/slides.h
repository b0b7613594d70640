// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/print/printed_page.h"

namespace deltascope::prints {

/// A lecture as slides of 16 to 9: a title page, then of each section what is said and asked beside its figure, and on
/// the next one the answer beside what is then seen. Under each figure the link that opens it.
class Slides {
public:
    Slides(const QString& title, const std::vector<Section>& sections);

    void add(const Section& section, const DrawnSection& drawn);
    QByteArray end(); ///< the PDF

private:
    void addSlide(const QString& heading, const QString& html, const figures::Figure* figure, const Picture* picture);

    PrintedPages m_pages;
};

} // namespace deltascope::prints
