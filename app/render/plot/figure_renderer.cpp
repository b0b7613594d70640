// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/figure_renderer.h"

#include "render/draw/colour_bar.h"
#include "render/fonts.h"
#include "render/plot/panel_axes.h"
#include "render/plot/panel_layers.h"
#include "text/language.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace deltascope::plot {

namespace {

/// Limits that QCustomPlot and the arithmetic of pixels can take: ordered, finite, wider than the spacing of doubles.
QCPRange drawablePanel(double lower, double upper)
{
    const double least = 1e-14 * std::max({std::abs(lower), std::abs(upper), 1e-200});
    if (!(std::isfinite(lower) && std::isfinite(upper)) || std::max(std::abs(lower), std::abs(upper)) > 1e200)
        return {0, 1};
    if (!(upper - lower > least))
        return {lower - least, lower + least};
    return {lower, upper};
}

/// What is at one place in both means the same.
bool sameAxes(const figures::Panel& one, const figures::Panel& other)
{
    const auto same = [](const figures::Axis& left, const figures::Axis& right) {
        return left.title == right.title && left.scale == right.scale && left.origin == right.origin;
    };
    return same(one.x, other.x) && same(one.y, other.y);
}

void setRow(QCPLayoutElement& element, double height)
{
    element.setMinimumSize(0, static_cast<int>(std::ceil(height)));
    element.setMaximumSize(QWIDGETSIZE_MAX, static_cast<int>(std::ceil(height)));
}

} // namespace

/// One panel's axes with what draws into them.
struct PanelParts {
    PanelContent content;
    SteadyAxisRect* axes = nullptr; // both owned by the plot's layout
    HeaderElement* header = nullptr;
    std::unique_ptr<ElementsLayer> areas, elements;
    QString yTitle; // upright in the header: a rotated one is hard to read and cut in a low plot
    bool titleOnAxis = false; // of a page: beside the axis, as long as it fits
    QSharedPointer<GivenTicks> xTicks{new GivenTicks}, yTicks{new GivenTicks};

    explicit PanelParts(QCustomPlot& plot)
        : axes(new SteadyAxisRect(plot))
        , header(new HeaderElement(plot, content, *axes))
        , areas(std::make_unique<ElementsLayer>(*axes, content, true))
        , elements(std::make_unique<ElementsLayer>(*axes, content, false))
    {
        axes->setMinimumSize(0, 0); // what is too little to draw in is better than a header or a note that is cut
        axes->axis(QCPAxis::atBottom)->setTicker(xTicks);
        axes->axis(QCPAxis::atLeft)->setTicker(yTicks);
    }
};

class FigureRenderer::Private {
public:
    explicit Private(QCustomPlot& target)
        : plot(target)
    {
        plot.layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical);
        plot.plotLayout()->clear();
        plot.plotLayout()->setRowSpacing(0);
    }

    void build(std::size_t panelCount);
    void setPanel(std::size_t index);
    void setTicksOf(std::size_t index);
    void arrangeHeader(std::size_t index);
    void takeLongTitlesOff();
    void setParagraphs();
    double roomForNotes() const;
    AxisRoom room() const;
    void layOut();
    std::vector<QSize> sizes() const;

    QCustomPlot& plot;
    figures::Figure figure;
    model::ViewState view;
    render::Theme theme;
    render::Theme startTheme; // of what stands faintly behind
    DrawOptions options;
    QFont font;
    std::vector<std::unique_ptr<PanelParts>> panels;
    ParagraphElement* title = nullptr; // owned by the plot's layout
    ParagraphElement* notes = nullptr;
};

void FigureRenderer::Private::build(std::size_t panelCount)
{
    panels.clear();
    QCPLayoutGrid& grid = *plot.plotLayout();
    grid.clear();
    int row = 0;
    title = new ParagraphElement(plot);
    grid.addElement(row++, 0, title);
    auto* margins = new QCPMarginGroup(&plot);
    for (std::size_t i = 0; i < panelCount; ++i) {
        panels.push_back(std::make_unique<PanelParts>(plot));
        grid.addElement(row++, 0, panels.back()->header);
        grid.addElement(row++, 0, panels.back()->axes);
        if (panelCount > 1)
            panels.back()->axes->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    }
    notes = new ParagraphElement(plot);
    grid.addElement(row++, 0, notes);
}

AxisRoom FigureRenderer::Private::room() const
{
    const double line = QFontMetricsF(font).height();
    const double height = plot.viewport().height() / static_cast<double>(std::max<std::size_t>(1, panels.size()));
    const double width = plot.viewport().width();
    return {height > 9 * line && width > 12 * line, height > 5 * line && width > 7 * line, height > 14 * line};
}

void FigureRenderer::Private::setPanel(std::size_t index)
{
    PanelParts& parts = *panels[index];
    const figures::Panel& panel = figure.panels[index];
    const model::ViewRange* chosen = model::viewRange(view, figure.id, static_cast<int>(index));
    const QCPRange x =
        chosen ? drawablePanel(chosen->xLower, chosen->xUpper) : drawablePanel(panel.x.lower, panel.x.upper);
    const QCPRange y =
        chosen ? drawablePanel(chosen->yLower, chosen->yUpper) : drawablePanel(panel.y.lower, panel.y.upper);
    parts.content.panel = &panel;
    const bool started = options.start && options.start->panels.size() == figure.panels.size()
        && sameAxes(options.start->panels[index], panel);
    parts.content.start = started ? &options.start->panels[index] : nullptr;
    parts.content.startTheme = &startTheme;
    parts.content.theme = &theme;
    parts.content.font = font;
    parts.content.fast = options.fast;
    parts.content.map = {{}, x.lower, x.upper, y.lower, y.upper};
    parts.axes->axis(QCPAxis::atBottom)->setRange(x);
    parts.axes->axis(QCPAxis::atLeft)->setRange(y);
    styleAxes(*parts.axes, panel, theme, font, room());
}

void FigureRenderer::Private::setTicksOf(std::size_t index)
{
    PanelParts& parts = *panels[index];
    const figures::Panel& panel = figure.panels[index];
    parts.content.colourBar = true;
    if (!panel.axes)
        return;
    QCPAxis& x = *parts.axes->axis(QCPAxis::atBottom);
    const double width = parts.axes->width();
    QString below = setTicks(x, *parts.xTicks, panel.x, width, room());
    parts.header->xTitle.clear();
    const double titleWidth = QFontMetricsF(font).horizontalAdvance(below) + kHeaderLeft;
    const double free = plot.viewport().width() - parts.axes->rect().left() - titleWidth - 7;
    double right = labelOverhang(x, *parts.xTicks, width) + 4;
    if (!room().below && panel.x.scale == figures::AxisScale::layers) // the last layer keeps its number
        right += titleWidth + 4;
    if (!room().below && endLabelsBefore(x, *parts.xTicks, width, free))
        std::swap(below, parts.header->xTitle);
    x.setLabel(below);
    const double beside = room().labels ? namesBeside(panel, font, 0.3 * plot.viewport().width()) : 0;
    parts.content.namesBeside = beside > 0;
    const double bar = room().labels ? colourBarRoom(panel, font, parts.axes->height()) : 0;
    parts.content.colourBar = bar > 0;
    widenRightMargin(*parts.axes, std::max(right, beside + bar));
    QCPAxis& y = *parts.axes->axis(QCPAxis::atLeft);
    parts.yTitle = setTicks(y, *parts.yTicks, panel.y, parts.axes->height(), room());
    y.setLabel({});
    if (parts.titleOnAxis && !parts.yTitle.isEmpty())
        y.setLabel(std::exchange(parts.yTitle, {}));
}

// Of a panel's height; on a page, whose notes stand below, a low panel has less.
constexpr double kMostHeader = 0.4, kMostLowHeader = 0.3;

void FigureRenderer::Private::arrangeHeader(std::size_t index)
{
    PanelParts& parts = *panels[index];
    const figures::Panel& panel = figure.panels[index];
    const bool shown = room().labels;
    std::vector<LegendEntry> entries = shown && panel.legend ? legendEntries(panel) : std::vector<LegendEntry>();
    for (LegendEntry& entry : entries)
        entry.hidden = parts.content.hidden.contains(entry.name);
    const double most = options.notes && !room().below ? kMostLowHeader : kMostHeader;
    const Message* heading = &panel.title;
    for (const figures::Element& element : panel.elements)
        if (const auto scale = draw::colourScaleOf(element); scale && heading->empty()
            && draw::isTitledAbove(*scale, font)
            && !(options.title && text::toText(figure.title).contains(text::toText(*scale->title))))
            heading = scale->title;
    QStringList words = options.panelLetters.mid(static_cast<qsizetype>(index), 1);
    if (index == 0 && !options.title)
        words << options.letter;
    if (shown)
        words << text::toText(*heading);
    words.removeAll(QString());
    // a single curve that is called as the axis is named there
    if (const QString onAxis = parts.axes->axis(QCPAxis::atLeft)->label();
        entries.size() == 1 && !onAxis.isEmpty() && entries.front().name == onAxis)
        entries.clear();
    parts.header->header.arrange(words.join(u' '), panel.axes ? parts.yTitle : QString(), std::move(entries), font,
        plot.viewport().width() - 2 * kHeaderLeft,
        most * plot.viewport().height() / static_cast<double>(figure.panels.size()));
    setRow(*parts.header, parts.header->header.height());
}

/// What is longer than its axis stands above it.
void FigureRenderer::Private::takeLongTitlesOff()
{
    const QFontMetricsF metrics(font);
    for (const auto& parts : panels)
        parts->titleOnAxis = parts->titleOnAxis
            && metrics.horizontalAdvance(parts->axes->axis(QCPAxis::atLeft)->label()) <= parts->axes->height();
}

constexpr double kMostNotes = 0.26; // of the figure's height

/// Lines of text that the axes of a panel keep whatever stands below them: 4, of several each 3.
double FigureRenderer::Private::roomForNotes() const
{
    const double line = QFontMetricsF(font).height();
    double room = plot.viewport().height() - title->maximumSize().height();
    for (const auto& parts : panels) {
        const QMargins margins = parts->axes->margins();
        room -= parts->header->maximumSize().height() + margins.top() + margins.bottom();
        room -= (panels.size() == 1 ? 4 : 3) * line;
    }
    return room;
}

QFont smallerFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

void FigureRenderer::Private::setParagraphs()
{
    const int width = plot.viewport().width();
    QFont bold = font;
    bold.setBold(true);
    bold.setPointSizeF(font.pointSizeF() * 1.15);
    QString heading = options.title ? text::toText(figure.title) : QString();
    if (options.title && !options.letter.isEmpty())
        heading = options.letter + u' ' + heading;
    title->setText(heading, bold, theme.foreground, width, 2);
    QStringList sentences; // whole ones: the end of one may turn its meaning around
    if (std::ranges::all_of(figure.panels, [](const figures::Panel& panel) { return panel.elements.empty(); }))
        sentences << text::toText(figure.caption); // why there is nothing to see
    for (const Message& note : figure.notes)
        sentences << text::toText(note);
    const QFont small = smallerFont(font);
    const double line = QFontMetricsF(small).height();
    notes->setSentences(options.notes ? sentences : QStringList(), small, theme.subdued, width,
        {.wanted = std::max(3, static_cast<int>(kMostNotes * plot.viewport().height() / line)),
            .most = static_cast<int>((roomForNotes() - kAroundParagraph) / line)});
}

void FigureRenderer::Private::layOut()
{
    for (const auto phase : {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
        plot.plotLayout()->update(phase);
}

std::vector<QSize> FigureRenderer::Private::sizes() const
{
    std::vector<QSize> all;
    for (const auto& parts : panels)
        all.push_back(parts->axes->rect().size());
    return all;
}

FigureRenderer::FigureRenderer(QCustomPlot& plot)
    : m_d(std::make_unique<Private>(plot))
{
}

FigureRenderer::~FigureRenderer()
{
    m_d->plot.plotLayout()->clear(); // its elements draw from what goes away with this
}

void FigureRenderer::draw(
    const figures::Figure& figure, const model::ViewState& view, const render::Theme& theme, const DrawOptions& options)
{
    Private& d = *m_d;
    if (d.figure.id != figure.id) // what was hidden in another figure has nothing to do with this one
        for (const auto& parts : d.panels)
            parts->content.hidden.clear();
    d.figure = figure;
    d.view = view;
    d.theme = theme;
    d.options = options;
    if (options.start)
        d.startTheme = render::faded(theme);
    d.font = render::figureFont(theme.fontPoints * theme.scale, options.fontFamily);
    d.plot.setBackground(QBrush(theme.background));
    if (d.panels.size() != figure.panels.size() || !d.title)
        d.build(figure.panels.size());
    for (const auto& parts : d.panels)
        parts->titleOnAxis = options.titleOnAxis;
    // the ticks depend on the room for them and the room on their labels: twice settles it, once where nothing moved
    const int passes = options.titleOnAxis ? 4 : 3;
    for (int pass = 0; pass < passes; ++pass) {
        const std::vector<QSize> before = d.sizes();
        if (pass > 0)
            d.takeLongTitlesOff();
        for (std::size_t i = 0; i < d.panels.size(); ++i) {
            d.setPanel(i);
            d.setTicksOf(i);
            d.arrangeHeader(i);
        }
        d.setParagraphs();
        d.layOut();
        if (before == d.sizes())
            break;
    }
}

const figures::Figure& FigureRenderer::figure() const
{
    return m_d->figure;
}

int FigureRenderer::panelCount() const
{
    return static_cast<int>(m_d->panels.size());
}

QRectF FigureRenderer::panelRect(int panel) const
{
    return m_d->panels[static_cast<std::size_t>(panel)]->axes->rect();
}

int FigureRenderer::panelAt(QPointF pixel) const
{
    for (int panel = 0; panel < panelCount(); ++panel)
        if (panelRect(panel).contains(pixel))
            return panel;
    return -1;
}

model::ViewRange FigureRenderer::range(int panel) const
{
    const draw::PixelMap& map = m_d->panels[static_cast<std::size_t>(panel)]->content.map;
    return {m_d->figure.id, panel, map.xLower, map.xUpper, map.yLower, map.yUpper};
}

draw::PixelMap FigureRenderer::map(int panel) const
{
    draw::PixelMap map = m_d->panels[static_cast<std::size_t>(panel)]->content.map;
    map.rect = panelRect(panel).translated(0.5, -0.5);
    return map;
}

bool FigureRenderer::legendEntryAt(QPointF pixel) const
{
    return std::any_of(m_d->panels.begin(), m_d->panels.end(),
        [&](const auto& parts) { return parts->header->header.entryAt(pixel - parts->header->origin()) != nullptr; });
}

bool FigureRenderer::toggleLegendEntry(QPointF pixel)
{
    for (const auto& parts : m_d->panels)
        if (const LegendEntry* entry = parts->header->header.entryAt(pixel - parts->header->origin())) {
            if (!parts->content.hidden.erase(entry->name))
                parts->content.hidden.insert(entry->name);
            return true;
        }
    return false;
}

bool FigureRenderer::hidden(int panel, int element) const
{
    return m_d->panels[static_cast<std::size_t>(panel)]->content.isHidden(static_cast<std::size_t>(element));
}

} // namespace deltascope::plot
