// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/recorded_page.h"

#include "render/export/export_page.h"

#include <QPaintEngine>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace deltascope::exports {

namespace {

QColor withOpacity(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

double scaleOf(const QTransform& transform)
{
    return std::sqrt(std::abs(transform.determinant()));
}

QFont scaled(QFont font, double scale)
{
    if (font.pixelSize() > 0)
        font.setPointSizeF(font.pixelSize() * 72 / kCssDpi * scale);
    else
        font.setPointSizeF(font.pointSizeF() * scale);
    return font;
}

/// The next piece of the text before it: of one look, and beginning where that one ends.
bool continues(const RecordedText& before, const RecordedText& next)
{
    constexpr double kGap = 0.5; // pixels
    const double turn = before.angle * std::numbers::pi / 180;
    const QPointF end = before.baseline + before.width * QPointF(std::cos(turn), -std::sin(turn));
    const QPointF gap = next.baseline - end;
    return before.font == next.font && before.colour == next.colour && before.angle == next.angle
        && std::hypot(gap.x(), gap.y()) < kGap;
}

} // namespace

class RecordedPage::Engine : public QPaintEngine {
public:
    Engine()
        : QPaintEngine(AllFeatures)
    {
    }

    bool begin(QPaintDevice*) override
    {
        setActive(true);
        return true;
    }

    bool end() override
    {
        setActive(false);
        return true;
    }

    Type type() const override { return User; }

    void updateState(const QPaintEngineState& next) override
    {
        if (!(next.state() & (DirtyClipPath | DirtyClipRegion)))
            return;
        QPainterPath path;
        if (next.state() & DirtyClipPath)
            path = next.clipPath();
        else
            path.addRegion(next.clipRegion());
        const QRectF rect = next.transform().map(path).boundingRect(); // nothing here is clipped but by rectangles
        if (next.clipOperation() == Qt::NoClip)
            m_clip.reset();
        else if (next.clipOperation() == Qt::IntersectClip && m_clip)
            m_clip = m_clip->intersected(rect);
        else
            m_clip = rect;
    }

    void drawPath(const QPainterPath& path) override { add(path, true); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QPainterPath path;
        for (int i = 0; i < count; ++i)
            i == 0 ? path.moveTo(points[i]) : path.lineTo(points[i]);
        if (mode != PolylineMode)
            path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        add(path, mode != PolylineMode);
    }

    void drawTextItem(const QPointF& place, const QTextItem& item) override
    {
        const QTransform& transform = state->transform();
        RecordedText text{.text = item.text(),
            .font = scaled(item.font(), scaleOf(transform)),
            .colour = withOpacity(state->pen().color(), state->opacity()),
            .baseline = transform.map(place),
            .width = item.width() * scaleOf(transform),
            .angle = -std::atan2(transform.m12(), transform.m11()) * 180 / std::numbers::pi,
            .clip = clip()};
        if (auto* before = items.empty() ? nullptr : std::get_if<RecordedText>(&items.back());
            before && continues(*before, text)) {
            before->text += text.text;
            before->width += text.width;
            return;
        }
        items.emplace_back(std::move(text));
    }

    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override
    {
        drawImage(place, pixmap.toImage(), part, Qt::AutoColor);
    }

    void drawImage(const QRectF& place, const QImage& image, const QRectF& part, Qt::ImageConversionFlags) override
    {
        items.emplace_back(RecordedImage{part == QRectF(image.rect()) ? image : image.copy(part.toAlignedRect()),
            state->transform().mapRect(place)});
    }

    std::vector<RecordedItem> items;

private:
    std::optional<QRectF> clip() const { return state->isClipEnabled() ? m_clip : std::nullopt; }

    void add(const QPainterPath& path, bool closed)
    {
        RecordedPath drawn{.path = state->transform().map(path), .clip = clip()};
        if (closed && state->brush().style() != Qt::NoBrush)
            drawn.fill = withOpacity(state->brush().color(), state->opacity());
        const QPen pen = state->pen();
        if (pen.style() != Qt::NoPen) {
            drawn.stroke = withOpacity(pen.color(), state->opacity());
            drawn.width = std::max(pen.widthF(), pen.isCosmetic() ? 1.0 : 0.0)
                * (pen.isCosmetic() ? 1 : scaleOf(state->transform()));
            drawn.cap = pen.capStyle();
            drawn.join = pen.joinStyle();
            if (pen.style() != Qt::SolidLine)
                for (const double length : pen.dashPattern()) // in widths of the pen
                    drawn.dashes.push_back(length * drawn.width);
        }
        if (drawn.fill.alpha() > 0 || drawn.stroke.alpha() > 0)
            items.emplace_back(std::move(drawn));
    }

    std::optional<QRectF> m_clip;
};

RecordedPage::RecordedPage(QSize pixels)
    : m_size(pixels)
    , m_engine(std::make_unique<Engine>())
{
}

RecordedPage::~RecordedPage() = default;

const std::vector<RecordedItem>& RecordedPage::items() const
{
    return m_engine->items;
}

QPaintEngine* RecordedPage::paintEngine() const
{
    return m_engine.get();
}

int RecordedPage::metric(PaintDeviceMetric metric) const
{
    const auto millimetres = [](int pixels) { return static_cast<int>(std::lround(pixels / kCssDpi * 25.4)); };
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return millimetres(m_size.width());
    case PdmHeightMM:
        return millimetres(m_size.height());
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return static_cast<int>(kCssDpi);
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace deltascope::exports
