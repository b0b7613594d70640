// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace deltascope::draw {

/// A text that wants to stand beside a point. Each place is a direction from the anchor: (0, −1) above, (1, 0) to the
/// right.
struct PlacedText {
    struct Place {
        QPointF anchor;
        QPointF direction;
        double gap = 4; ///< pixels between anchor and text
    };
    QString text = {};
    QFont font = {};
    QColor colour = {};
    int priority = 5; ///< lower is placed first
    bool required = false; ///< stands on a curve rather than not at all; never on another text
    bool parts = false; ///< the curve that it is the value of: it stands on it, on paper
    std::vector<Place> places = {}; ///< best first
};

/// Finds a place for every text of a panel: inside the panel, never on another text or a marker, and off the curves
/// where that can be had. What finds no place is left out, lowest priority first.
class LabelPlacer {
public:
    explicit LabelPlacer(const QRectF& bounds);

    void cover(const QRectF& rect); ///< no text here
    void trace(QPointF from, QPointF to); ///< a curve passes here: rather not
    void fill(const QRectF& area); ///< a bar stands here: rather not
    void colour() { m_coloured = true; } ///< areas of colour lie behind: texts of their own place are parted from them
    void request(PlacedText text);
    struct Found {
        QRectF rect;
        int curves = 0; ///< squares of the grid under it
        int place = 0; ///< which of the text's
    };
    /// A place for this text alone, at once, off all curves, which no other text gets then; it is not drawn. The place
    /// `first` of its own is tried before the others.
    std::optional<Found> reserve(const PlacedText& text, int first = 0);
    /// Places and draws all requests; returns where. `halo` parts a text from the curve that it has to stand on.
    std::vector<QRectF> draw(QPainter& painter, const QColor& halo);

private:
    struct Cells {
        int left, right, top, bottom; ///< all inside the grid
    };
    Cells cellsUnder(const QRectF& rect) const;
    unsigned char& cell(int column, int row);
    bool free(const QRectF& rect) const;
    int curvesUnder(const QRectF& rect);
    std::optional<Found> best(const PlacedText& request, int first = 0);
    std::optional<QRectF> place(QPainter& painter, const PlacedText& request, const QColor& halo);

    QRectF m_bounds;
    bool m_coloured = false;
    int m_columns, m_rows;
    std::vector<unsigned char> m_cells; ///< 1 where a curve passes, in squares of kCell pixels
    std::vector<QRectF> m_covered;
    std::vector<PlacedText> m_requests;
};

} // namespace deltascope::draw
