// SPDX-License-Identifier: GPL-3.0-or-later
// What a page is painted with, as data: for formats that Qt has no painter of, and for those who want to know what
// stands on it.
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QPaintDevice>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace deltascope::exports {

/// All lengths are CSS pixels, y downwards. An area or a line that is not drawn has a colour of alpha 0.
struct RecordedPath {
    QPainterPath path;
    QColor fill = Qt::transparent;
    QColor stroke = Qt::transparent;
    double width = 0;
    Qt::PenCapStyle cap = Qt::FlatCap;
    Qt::PenJoinStyle join = Qt::MiterJoin;
    std::vector<double> dashes = {}; ///< lengths of strokes and gaps; empty: solid
    std::optional<QRectF> clip = {};
};

struct RecordedText {
    QString text;
    QFont font; ///< its size in points, as drawn
    QColor colour;
    QPointF baseline; ///< where it begins
    double width = 0; ///< in the font that it was laid out with
    double angle = 0; ///< degrees, anticlockwise
    std::optional<QRectF> clip = {};
};

struct RecordedImage {
    QImage image;
    QRectF place;
};

using RecordedItem = std::variant<RecordedPath, RecordedText, RecordedImage>;

/// Is painted on like a picture of this size, and keeps what was painted, in order. A text that Qt lays out in pieces
/// (Greek beside Latin letters) is one.
class RecordedPage : public QPaintDevice {
public:
    explicit RecordedPage(QSize pixels);
    ~RecordedPage() override;

    const std::vector<RecordedItem>& items() const;
    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

} // namespace deltascope::exports
