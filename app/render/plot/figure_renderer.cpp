// SPDX-License-Identifier: GPL-3.0-or-later
// Long because one layout settles titles, ticks, names and legend together: each depends on the room that the others
// leave.
#include "render/plot/figure_renderer.h"

#include "render/draw/colour_bar.h"
#include "render/fonts.h"
#include "render/plot/curve_names.h"
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

bool isMap(const figures::Panel& panel)
{
    return std::ranges::any_of(panel.elements,
        [](const figures::Element& element) { return std::holds_alternative<figures::ColourMap>(element); });
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
    InnerTitles inner; // without room above or below
    QString yTitle; // upright in the header: a rotated one is hard to read and cut in a low plot
    bool titleOnAxis = false; // beside the axis, as long as it fits
    struct OffAxis { // the last one that did not fit, so that it is not tried at every drawing
        Message title = {};
        int height = 0; // of the plot
        double length = 0;
        bool operator==(const OffAxis&) const = default;
    } offAxis;
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
        plot.plotLayout()->setColumnSpacing(0);
    }

    void build(std::size_t panelCount, bool sideBySide);
    bool wantsAbreast(std::size_t panelCount) const;
    std::size_t columns() const { return abreast ? std::max<std::size_t>(1, panels.size()) : 1; }
    std::size_t rows() const { return abreast ? 1 : std::max<std::size_t>(1, panels.size()); }
    double columnWidth() const { return plot.viewport().width() / static_cast<double>(columns()); }
    double columnLeft(std::size_t index) const { return abreast ? columnWidth() * static_cast<double>(index) : 0; }
    HeaderRoom headerRoom(std::size_t index) const;
    std::vector<LegendEntry> entriesOf(std::size_t index) const;
    void setPanel(std::size_t index);
    void setTicksOf(std::size_t index);
    double putXTitle(std::size_t index, QString& below);
    void arrangeHeader(std::size_t index);
    void nameCurves(std::size_t index, bool hopeful);
    void keepNames();
    void takeLongTitlesOff();
    void setParagraphs();
    double roomForNotes() const;
    AxisRoom room() const;
    void layOut();
    std::vector<QSize> sizes() const;
    /// The name in the legend, or beside a curve, at this point; empty where there is none.
    static QString nameAt(const PanelParts& parts, QPointF pixel);

    QCustomPlot& plot;
    figures::Figure figure;
    model::ViewState view;
    render::Theme theme;
    render::Theme startTheme; // of what stands faintly behind
    DrawOptions options;
    QFont font;
    std::vector<std::unique_ptr<PanelParts>> panels;
    bool abreast = false; // they stand side by side
    ParagraphElement* title = nullptr; // owned by the plot's layout
    ParagraphElement* notes = nullptr;
};

constexpr double kAbreast = 1.9; // widths to a height, of a figure whose panels are wider than high one over the other

bool FigureRenderer::Private::wantsAbreast(std::size_t panelCount) const
{
    const QRect all = plot.viewport();
    const bool drawings = std::ranges::any_of(figure.panels, [](const figures::Panel& panel) { return !panel.axes; });
    return options.abreast && panelCount > 1 && !drawings && all.width() > kAbreast * all.height();
}

void FigureRenderer::Private::build(std::size_t panelCount, bool sideBySide)
{
    std::vector<std::set<QString>> hidden;
    for (const auto& parts : panels)
        hidden.push_back(parts->content.hidden);
    panels.clear();
    abreast = sideBySide;
    QCPLayoutGrid& grid = *plot.plotLayout();
    grid.clear();
    int row = 0;
    title = new ParagraphElement(plot);
    grid.addElement(row++, 0, title);
    auto* margins = new QCPMarginGroup(&plot);
    for (std::size_t i = 0; i < panelCount; ++i) {
        panels.push_back(std::make_unique<PanelParts>(plot));
        const int column = abreast ? static_cast<int>(i) : 0;
        grid.addElement(abreast ? 1 : row++, column, panels.back()->header);
        grid.addElement(abreast ? 2 : row++, column, panels.back()->axes);
        if (panelCount > 1)
            panels.back()->axes->setMarginGroup(
                abreast ? QCP::msTop | QCP::msBottom : QCP::msLeft | QCP::msRight, margins);
        if (i < hidden.size() && hidden.size() == panelCount)
            panels.back()->content.hidden = hidden[i];
    }
    notes = new ParagraphElement(plot);
    grid.addElement(abreast ? 3 : row, 0, notes);
}

constexpr double kSmallestTitle = 0.85; // of the type, where it stands along its axis

// Lines of text: a live figure that is higher than these has a row for the title under its axis.
constexpr double kRoomy = 30;

AxisRoom FigureRenderer::Private::room() const
{
    const double line = QFontMetricsF(font).height();
    const double height = plot.viewport().height() / static_cast<double>(rows());
    const double width = columnWidth();
    return {height > 9 * line && width > 12 * line, height > 5 * line && width > 7 * line,
        height > (options.nameCurves ? kRoomy : 14) * line, options.nameCurves};
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
    parts.content.right = columnLeft(index) + columnWidth();
    parts.content.map = {{}, x.lower, x.upper, y.lower, y.upper};
    parts.axes->setTight(options.nameCurves);
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
    const double right = putXTitle(index, below);
    x.setLabel(below);
    const double beside = room().labels ? namesBeside(panel, font, 0.3 * columnWidth()) : 0;
    parts.content.namesBeside = beside > 0;
    const double bar = room().labels ? colourBarRoom(panel, font, parts.axes->height()) : 0;
    parts.content.colourBar = bar > 0;
    widenRightMargin(*parts.axes, std::max(right, beside + bar), options.nameCurves ? 5 : 8);
    QCPAxis& y = *parts.axes->axis(QCPAxis::atLeft);
    parts.yTitle = setTicks(y, *parts.yTicks, panel.y, parts.axes->height(), room());
    y.setLabel({});
    if (parts.yTitle.compare(options.taken.name, Qt::CaseInsensitive) == 0)
        parts.yTitle.clear();
    if (!parts.titleOnAxis || parts.yTitle.isEmpty())
        return;
    y.setLabel(std::exchange(parts.yTitle, {}));
    QFont smaller = font; // rather than not at all
    smaller.setPointSizeF(font.pointSizeF()
        * std::clamp(parts.axes->height() / std::max(1.0, QFontMetricsF(font).horizontalAdvance(y.label())),
            options.nameCurves ? kSmallestTitle : 1.0, 1.0));
    y.setLabelFont(smaller);
}

/// Where the title of the horizontal axis stands in the row of its tick labels: before the first of layers, in place of
/// the last ones else; what has room nowhere stays in `below`, or goes into the panel. Returns the pixels that the axes
/// leave free at their right.
double FigureRenderer::Private::putXTitle(std::size_t index, QString& below)
{
    PanelParts& parts = *panels[index];
    const figures::Panel& panel = figure.panels[index];
    QCPAxis& x = *parts.axes->axis(QCPAxis::atBottom);
    const double width = parts.axes->width();
    const QFontMetricsF metrics(font);
    const bool layers = panel.x.scale == figures::AxisScale::layers;
    parts.header->xTitle.clear();
    parts.header->xTitleAt = -1;
    parts.inner.x.clear();
    const double titleWidth = metrics.horizontalAdvance(below) + kHeaderLeft;
    double right = labelOverhang(x, *parts.xTicks, width) + 4;
    if (room().below)
        return right;
    const draw::Ticks& ticks = parts.xTicks->ticks;
    if (layers && options.nameCurves && !ticks.positions.isEmpty()) {
        const QCPRange range = x.range();
        const double first = parts.axes->rect().left() + (ticks.positions.first() - range.lower) / range.size() * width
            - metrics.horizontalAdvance(ticks.labels.first()) / 2;
        const double at = first - metrics.height() / 2 - metrics.horizontalAdvance(below);
        if (at >= columnLeft(index) + 3) {
            parts.header->xTitleAt = at;
            std::swap(below, parts.header->xTitle);
        } else {
            std::swap(below, parts.inner.x);
        }
        return right;
    }
    const double free = parts.content.right - parts.axes->rect().left() - titleWidth - 7;
    if (layers) // the last layer keeps its number
        right += titleWidth + 4;
    if (endLabelsBefore(x, *parts.xTicks, width, free))
        std::swap(below, parts.header->xTitle);
    else if (options.nameCurves && !isMap(panel))
        std::swap(below, parts.inner.x);
    return right;
}

// Of a panel's height; on a page, whose notes stand below, a low panel has less.
constexpr double kMostHeader = 0.4, kMostLowHeader = 0.3;
// Of a live one, for the axes' inside; rows of a legend beyond that are counted.
constexpr double kLeastInside = 0.76, kLeastInsideAbreast = 0.83; // two panels abreast have less of the width

/// The first row is shared with what stands there; a panel beside another has what is left of it over its own width.
HeaderRoom FigureRenderer::Private::headerRoom(std::size_t index) const
{
    const double most = options.notes && !room().below ? kMostLowHeader : kMostHeader;
    HeaderRoom result{.width = std::max(0.0, columnWidth() - 2 * kHeaderLeft),
        .mostHeight = most * plot.viewport().height() / static_cast<double>(rows())};
    if (index > 0 && !abreast)
        return result;
    const double left = columnLeft(index), right = plot.viewport().width() - left - columnWidth();
    result.firstHeight = options.taken.height;
    if (options.nameCurves)
        result.mostHeight = std::clamp((1 - (abreast ? kLeastInsideAbreast : kLeastInside)) * plot.viewport().height()
                    / static_cast<double>(rows())
                - 2 * QFontMetricsF(font).height(),
            result.firstHeight, std::max(result.firstHeight, result.mostHeight));
    result.left = std::clamp(options.taken.left - left - kHeaderLeft, 0.0, result.width);
    result.right = std::clamp(options.taken.right - right - kHeaderLeft, 0.0, result.width - result.left);
    return result;
}

/// Of what is not named beside its curve.
std::vector<LegendEntry> FigureRenderer::Private::entriesOf(std::size_t index) const
{
    const PanelParts& parts = *panels[index];
    const figures::Panel& panel = figure.panels[index];
    std::vector<LegendEntry> entries =
        room().labels && panel.legend ? legendEntries(panel) : std::vector<LegendEntry>();
    for (LegendEntry& entry : entries)
        entry.hidden = parts.content.hidden.contains(entry.name);
    // a single curve that is called as the axis is named there
    if (const QString onAxis = parts.axes->axis(QCPAxis::atLeft)->label();
        entries.size() == 1 && !onAxis.isEmpty() && entries.front().name == onAxis)
        entries.clear();
    std::erase_if(entries, [&](const LegendEntry& entry) {
        return std::ranges::find(parts.content.names, entry.name, &CurveName::text) != parts.content.names.end();
    });
    return entries;
}

void FigureRenderer::Private::arrangeHeader(std::size_t index)
{
    PanelParts& parts = *panels[index];
    const figures::Panel& panel = figure.panels[index];
    const Message* heading = &panel.title;
    for (const figures::Element& element : panel.elements)
        if (const auto scale = draw::colourScaleOf(element); scale && heading->empty()
            && draw::isTitledAbove(*scale, font)
            && !(options.title && text::toText(figure.title).contains(text::toText(*scale->title))))
            heading = scale->title;
    QStringList words = options.panelLetters.mid(static_cast<qsizetype>(index), 1);
    if (index == 0 && !options.title)
        words << options.letter;
    if (room().labels)
        words << text::toText(*heading);
    words.removeAll(QString());
    QString heads = words.join(u' ');
    const HeaderRoom above = headerRoom(index);
    parts.inner.title.clear();
    QFont bold = font;
    bold.setBold(true);
    if (abreast && QFontMetricsF(bold).horizontalAdvance(heads) > above.width - above.left - above.right)
        std::swap(heads, parts.inner.title);
    QString yTitle = panel.axes ? parts.yTitle : QString();
    parts.inner.y.clear();
    if (options.nameCurves && !isMap(panel)
        && QFontMetricsF(bold).horizontalAdvance(heads) + QFontMetricsF(font).horizontalAdvance(yTitle)
            > above.width - above.left - above.right - (heads.isEmpty() ? 0 : QFontMetricsF(font).height()))
        std::swap(yTitle, parts.inner.y);
    parts.header->header.arrange(heads, yTitle, entriesOf(index), font, above);
    setRow(*parts.header, parts.header->header.height());
}

/// Where the axes have changed once more since the names were placed: each that no longer stands beside its curve goes
/// into the legend.
void FigureRenderer::Private::keepNames()
{
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const std::vector<CurveName> placed = panels[i]->content.names;
        nameCurves(i, false);
        std::vector<CurveName>& names = panels[i]->content.names;
        const auto same = [](const CurveName& left, const CurveName& right) { return left.text == right.text; };
        std::erase_if(names, [&](const CurveName& name) { // the legend has it already
            return std::ranges::none_of(placed, [&](const CurveName& other) { return same(name, other); });
        });
        if (names.size() != placed.size()) {
            arrangeHeader(i);
            layOut();
        }
    }
}

/// Beside each curve where there is a place for its name, as the axes are now.
void FigureRenderer::Private::nameCurves(std::size_t index, bool hopeful)
{
    PanelParts& parts = *panels[index];
    const std::vector<CurveName> before = std::exchange(parts.content.names, {});
    if (!options.nameCurves || !room().labels || !figure.panels[index].axes)
        return;
    const bool curves = !entriesOf(index).empty();
    draw::PixelMap map = parts.content.map;
    map.rect = QRectF(parts.axes->rect());
    if (hopeful) // that the legend takes no row of its own
        map.rect.setTop(std::min(
            map.rect.top(), parts.header->rect().top() + headerRoom(index).firstHeight + parts.axes->margins().top()));
    parts.content.names = placeCurveNames(parts.content, map, parts.inner, before);
    if (!curves)
        std::erase_if(parts.content.names, [](const CurveName& name) { return name.element >= 0; });
}

/// What is longer than its axis stands above it.
void FigureRenderer::Private::takeLongTitlesOff()
{
    const QFontMetricsF metrics(font);
    for (const auto& parts : panels) {
        const double length = metrics.horizontalAdvance(parts->axes->axis(QCPAxis::atLeft)->label());
        if (!parts->titleOnAxis || (options.nameCurves ? kSmallestTitle : 1.0) * length <= parts->axes->height())
            continue;
        parts->titleOnAxis = false;
        parts->offAxis = {parts->content.panel->y.title, plot.viewport().height(), length};
    }
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
        room -= (rows() == 1 ? 4 : 3) * line;
        if (abreast)
            break;
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
    if (const bool abreast = d.wantsAbreast(figure.panels.size());
        d.panels.size() != figure.panels.size() || !d.title || abreast != d.abreast)
        d.build(figure.panels.size(), abreast);
    for (std::size_t i = 0; i < d.panels.size(); ++i) {
        const auto& off = d.panels[i]->offAxis;
        const bool tooLong = off.title == figure.panels[i].y.title && off.height == d.plot.viewport().height()
            && off.length > 0.9 * d.plot.viewport().height() / static_cast<double>(d.rows());
        d.panels[i]->titleOnAxis = options.titleOnAxis && !tooLong && !d.abreast; // there it has a corner
    }
    // the ticks depend on the room for them and the room on their labels: twice settles it, once where nothing moved
    const int passes = options.titleOnAxis ? 4 : 3;
    for (int pass = 0; pass < passes; ++pass) {
        const std::vector<QSize> before = d.sizes();
        if (pass > 0)
            d.takeLongTitlesOff();
        for (std::size_t i = 0; i < d.panels.size(); ++i) {
            d.setPanel(i);
            d.setTicksOf(i);
            d.nameCurves(i, pass == 0);
            d.arrangeHeader(i);
        }
        d.setParagraphs();
        d.layOut();
        if (before == d.sizes())
            break;
    }
    if (options.nameCurves)
        d.keepNames();
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

QString FigureRenderer::Private::nameAt(const PanelParts& parts, QPointF pixel)
{
    if (const LegendEntry* entry = parts.header->header.entryAt(pixel - parts.header->origin()))
        return entry->name;
    for (const CurveName& name : parts.content.names)
        if (name.element >= 0 && name.rect.contains(pixel))
            return name.text;
    return {};
}

bool FigureRenderer::legendEntryAt(QPointF pixel) const
{
    return std::ranges::any_of(
        m_d->panels, [&](const auto& parts) { return !Private::nameAt(*parts, pixel).isEmpty(); });
}

bool FigureRenderer::toggleLegendEntry(QPointF pixel)
{
    for (const auto& parts : m_d->panels)
        if (const QString name = Private::nameAt(*parts, pixel); !name.isEmpty()) {
            if (!parts->content.hidden.erase(name))
                parts->content.hidden.insert(name);
            return true;
        }
    return false;
}

QStringList FigureRenderer::namedCurves(int panel) const
{
    QStringList names;
    for (const CurveName& name : m_d->panels[static_cast<std::size_t>(panel)]->content.names)
        if (name.element >= 0)
            names << name.text;
    return names;
}

QRectF FigureRenderer::nameRect(int panel, const QString& name) const
{
    const std::vector<CurveName>& names = m_d->panels[static_cast<std::size_t>(panel)]->content.names;
    const auto found = std::ranges::find(names, name, &CurveName::text);
    return found == names.end() ? QRectF() : found->rect;
}

bool FigureRenderer::hidden(int panel, int element) const
{
    return m_d->panels[static_cast<std::size_t>(panel)]->content.isHidden(static_cast<std::size_t>(element));
}

} // namespace deltascope::plot
