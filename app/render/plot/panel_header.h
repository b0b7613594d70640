// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/theme.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace deltascope::plot {

/// Pixels between a header and the edges of the plot.
inline constexpr double kHeaderLeft = 8;

/// What the legend shows for one named element of a panel.
struct LegendEntry {
    int element = 0; ///< index into the panel's elements
    QString name;
    QString text; ///< the name as far as there is room
    bool hidden = false;
    bool mark = false; ///< a mark without a line: narrow
};

/// Where the name of a curve or an area stands beside it, in the panel, in place of a legend's entry; or a title that
/// has no room above.
struct CurveName {
    int element = 0; ///< index into the panel's elements; −1: a title
    QString text = {};
    QRectF rect = {}; ///< pixels
    int place = 0; ///< which of those that were tried
    bool bold = false;
};

/// Room for a header. Of its first row others may have the ends: it is between them, and as high as they are.
struct HeaderRoom {
    double width = 0; ///< pixels, of all rows
    double mostHeight = 0;
    double left = 0, right = 0, firstHeight = 0; ///< taken of the first row
};

/// The row above a panel: its title, that of the vertical axis, and the legend. It stands outside the axes so that it
/// never covers a curve and never jumps while a slider moves.
class PanelHeader {
public:
    /// Lays titles and entries out. The axis title is never cut, and upright like all other text; a curve that is
    /// called so needs no other entry than that title. Entries that would not fit into the height are counted in place
    /// of being shown: a legend must not push out the curves that it explains.
    void arrange(const QString& title, const QString& axisTitle, std::vector<LegendEntry> entries, const QFont& font,
        const HeaderRoom& room);
    double height() const { return m_height; }
    void draw(QPainter& painter, const render::Theme& theme, const figures::Panel& panel, QPointF topLeft) const;
    /// The entry at this point relative to the top left corner; nullptr where there is none.
    const LegendEntry* entryAt(QPointF point) const;

private:
    struct Place {
        LegendEntry entry;
        QRectF rect;
    };
    struct Text {
        QString text;
        QPointF topLeft;
        bool bold = false;
    };
    void putTitles(const QString& title, const QString& axisTitle);
    void put(const QString& text, bool bold);
    void put(LegendEntry entry);
    void wrap(double wide); ///< to the next row, where so much does not fit into this one
    bool inFirst() const { return m_next.y() <= m_top; }
    double lineStart() const { return inFirst() ? m_room.left : 0; }
    double lineEnd() const { return inFirst() ? m_room.width - m_room.right : m_room.width; }

    QFont m_font;
    HeaderRoom m_room;
    double m_top = 0; ///< of the first row's text
    std::vector<Text> m_texts;
    std::vector<Place> m_places;
    QPointF m_next; ///< where the next text or entry begins
    double m_height = 0;
};

/// Drawn of a pinned scenario, behind the present one.
bool isGhost(const figures::Element& element);
/// Elements with a name, in their order, those of pins after all others; two elements of one name are one entry, that
/// of the first.
std::vector<LegendEntry> legendEntries(const figures::Panel& panel);
/// The name that stands in the legend; empty for an element that has none there.
const Message& legendName(const figures::Element& element);

} // namespace deltascope::plot
