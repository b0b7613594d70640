// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/print/printed_page.h"

namespace deltascope::prints {

/// Sections on sheets of A4. For students: texts, questions with room for answers, goals, figures with their settings
/// and links, and a line for the name. With `answers`, for the teacher: what is right, what is then seen, and one way
/// to reach each goal. No section goes on over the end of a page: a long one gets a smaller figure, and smaller type.
class Sheets {
public:
    Sheets(const QString& title, bool answers);

    void add(const Section& section, const DrawnSection& drawn);
    QByteArray end(); ///< the PDF

private:
    struct Block;
    std::vector<Block> blocksOf(const Section& section, const DrawnSection& drawn) const;
    double heightOf(const std::vector<Block>& blocks, double scale) const;
    void put(const std::vector<Block>& blocks, double scale);
    void beginPage();

    PrintedPages m_pages;
    QString m_title;
    bool m_answers;
    double m_used = 0; // of the page's height
    bool m_heads = true; // only the title stands there
};

} // namespace deltascope::prints
