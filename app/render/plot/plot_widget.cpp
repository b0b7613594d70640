// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/plot_widget.h"

#include "render/plot/plot_overlay.h"
#include "render/plot/plot_widget_private.h"
#include "render/plot/plot_zoom.h"
#include "text/language.h"

#include <QPainter>

#include <algorithm>
#include <iterator>
#include <vector>

namespace deltascope::plot {

namespace {

std::vector<model::ViewRange> rangesOf(const model::ViewState& view, const std::string& figure)
{
    std::vector<model::ViewRange> ranges;
    std::ranges::copy_if(
        view.ranges, std::back_inserter(ranges), [&](const model::ViewRange& range) { return range.figure == figure; });
    return ranges;
}

/// Ranges are what a figure is drawn with of a view: all else is in the figure.
bool drawnAlike(const model::ViewState& one, const model::ViewState& other, const std::string& figure)
{
    return one.ranges == other.ranges || rangesOf(one, figure) == rangesOf(other, figure);
}

} // namespace

PlotWidget::Private::Private(PlotWidget& owner)
    : widget(owner)
    , theme(deltascope::render::theme(QStringLiteral("system")))
{
    frame.setSingleShot(true);
    frame.setTimerType(Qt::PreciseTimer);
    QObject::connect(&frame, &QTimer::timeout, &widget, [this] { widget.update(); });
}

void PlotWidget::Private::schedule()
{
    dirty = true;
    if (!widget.isVisible() || frame.isActive())
        return;
    const qint64 passed = sinceDrawn.isValid() ? sinceDrawn.elapsed() : kFrameMilliseconds;
    frame.start(static_cast<int>(std::clamp<qint64>(kFrameMilliseconds - passed, 0, kFrameMilliseconds)));
}

void PlotWidget::Private::draw()
{
    const QSize size = widget.size();
    const double ratio = widget.devicePixelRatioF();
    const QSize pixels(std::max(1, qRound(size.width() * ratio)), std::max(1, qRound(size.height() * ratio)));
    if (picture.size() != pixels || picture.devicePixelRatio() != ratio) {
        picture = QImage(pixels, QImage::Format_RGB32);
        picture.setDevicePixelRatio(ratio);
    }
    if (picture.isNull())
        return;
    dirty = false;
    ++drawnCount;
    sinceDrawn.start();
    plot.setViewport(QRect(QPoint(0, 0), size.expandedTo({1, 1})));
    renderer.draw(figure, view, theme,
        {.title = false,
            .notes = false,
            .titleOnAxis = true,
            .fast = true,
            .nameCurves = true,
            .abreast = true,
            .taken = taken,
            .start = start ? &*start : nullptr});
    QCPPainter painter(&picture);
    plot.toPainter(&painter, std::max(1, size.width()), std::max(1, size.height()));
}

void PlotWidget::Private::choose(const model::ViewRange& range)
{
    if (range == renderer.range(range.panel))
        return;
    if (asks(range.panel)) {
        emit widget.rangeAsked(range);
        return;
    }
    putRange(view, range);
    schedule();
    emit widget.rangeChosen(range);
}

void PlotWidget::Private::fit()
{
    dropRanges(view, figure.id);
    schedule();
    emit widget.fitRequested();
}

PlotWidget::PlotWidget(QWidget* parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>(*this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button drags a box too: the menu comes at its release
    grabGesture(Qt::PinchGesture);
}

PlotWidget::~PlotWidget() = default;

void PlotWidget::show(const figures::Figure& figure, const model::ViewState& view, int selectedLayer)
{
    const QString language = text::currentLanguage();
    const bool drawnAlready =
        figure == m_d->figure && language == m_d->language && drawnAlike(view, m_d->view, figure.id);
    m_d->view = view;
    m_d->selectedLayer = selectedLayer;
    m_d->language = language;
    if (drawnAlready)
        return; // a result came that this figure does not draw, or another figure was moved
    m_d->figure = figure;
    // screen readers hear of it only when it changed
    if (const QString name = text::toText(figure.title); name != accessibleName())
        setAccessibleName(name);
    if (const QString description = text::toText(figure.caption); description != accessibleDescription())
        setAccessibleDescription(description);
    m_d->schedule();
}

void PlotWidget::setStart(std::optional<figures::Figure> start)
{
    if (start == m_d->start)
        return;
    m_d->start = std::move(start);
    m_d->schedule();
}

bool PlotWidget::hasStart() const
{
    return m_d->start.has_value();
}

void PlotWidget::setHandText(const QString& text)
{
    m_d->handText = text;
    update();
}

void PlotWidget::setReadoutBeside(bool beside)
{
    if (m_d->readoutBeside != beside)
        update();
    m_d->readoutBeside = beside;
}

bool PlotWidget::readoutBeside() const
{
    return m_d->readoutBeside;
}

void PlotWidget::setTheme(const render::Theme& theme)
{
    if (theme == m_d->theme)
        return;
    m_d->theme = theme;
    m_d->schedule();
}

void PlotWidget::setTaken(double left, double right, double height, const QString& name)
{
    const TakenRow taken{left, right, height, name};
    if (taken == m_d->taken)
        return;
    m_d->taken = taken;
    m_d->schedule();
}

void PlotWidget::setHoveredLayer(int layer)
{
    if (layer == m_d->hoveredLayer)
        return;
    m_d->hoveredLayer = layer;
    update();
}

void PlotWidget::setVeil(const QString& reason)
{
    if (reason == m_d->veil)
        return;
    m_d->veil = reason;
    if (m_d->gesture != Private::Gesture::move && m_d->gesture != Private::Gesture::grip)
        m_d->gesture = Private::Gesture::none; // a hand goes on where results only come late
    m_d->readAt(std::nullopt);
}

const QString& PlotWidget::veil() const
{
    return m_d->veil;
}

const figures::Figure& PlotWidget::figure() const
{
    return m_d->figure;
}

void PlotWidget::flush()
{
    if (m_d->dirty)
        m_d->draw();
    repaint();
}

QPointF PlotWidget::pixelAt(int panel, QPointF place) const
{
    return m_d->renderer.map(panel)(place.x(), place.y());
}

model::ViewRange PlotWidget::drawnRange(int panel) const
{
    return m_d->renderer.range(panel);
}

QRectF PlotWidget::panelRect(int panel) const
{
    return m_d->renderer.panelRect(panel);
}

QStringList PlotWidget::namedCurves(int panel) const
{
    return m_d->renderer.namedCurves(panel);
}

QRectF PlotWidget::nameRect(int panel, const QString& name) const
{
    return m_d->renderer.nameRect(panel, name);
}

int PlotWidget::paintCount() const
{
    return m_d->drawnCount;
}

bool PlotWidget::isUpToDate() const
{
    return !m_d->dirty;
}

QSize PlotWidget::sizeHint() const
{
    return {420, 280};
}

QSize PlotWidget::minimumSizeHint() const
{
    return {120, 90};
}

void PlotWidget::paintEvent(QPaintEvent*)
{
    Private& d = *m_d;
    if (d.dirty) {
        d.draw();
        if (d.pointer && d.gesture == Private::Gesture::none && d.veil.isEmpty())
            d.read(*d.pointer); // the curve moved under a pointer that rests
    }
    QPainter painter(this);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(0, 0, d.picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    if (!d.veil.isEmpty())
        drawVeil(painter, d.theme, d.veil, rect());
    else if (d.hoveredLayer > 0)
        drawLayerMark(painter, d.renderer, d.theme, d.hoveredLayer);
    const bool grips = d.gesture == Private::Gesture::grip;
    const bool moves = grips || d.gesture == Private::Gesture::move; // then a box would hide where the hand goes
    if (grips && !d.handText.isEmpty())
        drawTextBeside(painter, d.theme, d.dragged, d.handText, rect());
    if (d.point && !moves && exists(d.renderer, *d.point))
        drawReadout(painter, d.renderer, d.theme, *d.point, d.readoutBeside, rect());
    if (d.gesture == Private::Gesture::box)
        drawZoomBox(painter, d.theme, QRectF(d.pressed, d.dragged).normalized());
    if (hasFocus())
        drawFocusFrame(painter, d.theme, rect());
}

void PlotWidget::resizeEvent(QResizeEvent*)
{
    m_d->dirty = true;
    update();
}

void PlotWidget::showEvent(QShowEvent*)
{
    m_d->dirty = true;
    update();
}

} // namespace deltascope::plot

#include "moc_plot_widget.cpp"
