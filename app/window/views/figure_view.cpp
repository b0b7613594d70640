// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/figure_view.h"

#include "figures/build_figure.h"
#include "figures/moved_value.h"
#include "render/plot/plot_widget.h"
#include "render/theme.h"
#include "results/map_cells.h"
#include "text/language.h"
#include "window/controls/question_number.h"
#include "window/views/figure_choice.h"
#include "window/views/figure_menu.h"
#include "window/views/sheets/figure_ranges.h"
#include "window/widgets/caption_label.h"
#include "window/widgets/icons.h"
#include "window/widgets/rest_button.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <utility>

namespace deltascope::views {

namespace {

/// So many cells of a map that a figure of them takes longer than a frame.
bool isLarge(const figures::FigureKind& kind, const results::Snapshot& snapshot)
{
    constexpr std::size_t kMost = 100'000;
    const auto* cells = snapshot.get<results::MapCells>();
    return cells && kind.needs().wants(results::kindOf<results::MapCells>()) && cells->cells.size() > kMost;
}

} // namespace

FigureView::FigureView(workspace::Workspace& workspace, const figures::FigureKind& kind, QWidget* parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_kind(&kind)
    , m_chooser(new QToolButton(this))
    , m_name(new QLabel(this))
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
    , m_bar(new QHBoxLayout(m_left))
    , m_readout(new QLabel(this))
    , m_enlarge(new QToolButton(this))
    , m_hold(new QToolButton(this))
    , m_more(new QToolButton(this))
    , m_plot(new plot::PlotWidget(this))
    , m_caption(new widgets::CaptionLabel(this))
    , m_rest(new widgets::RestButton(*m_caption, Qt::UpArrow, this))
    , m_cover(new QLabel(this))
    , m_move(workspace.store())
{
    setFrameShape(QFrame::StyledPanel);
    setMinimumSize(0, 0);
    layOut();
    offerNumbers();
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        if (isLarge(*m_kind, m_workspace.snapshotFor(m_kind->needs())))
            buildBeside();
        else
            build();
    });
    connect(&m_settle, &QTimer::timeout, this, &FigureView::settle);
    connectPlot();
    connectWorkspace();
    applyTheme();
    retranslate();
}

void FigureView::offerNumbers()
{
    qDeleteAll(m_numbers);
    m_numbers = controls::questionNumbers(m_workspace, m_kind->keys, this);
    for (std::size_t i = 0; i < m_numbers.size(); ++i)
        m_bar->insertWidget(2 + static_cast<int>(i), m_numbers[i]); // behind the name
}

void FigureView::connectPlot()
{
    connect(m_plot, &plot::PlotWidget::layerHovered, &m_workspace, &workspace::Workspace::setHoveredLayer);
    connect(m_plot, &plot::PlotWidget::layerClicked, this,
        [this](int layer) { m_workspace.selectLayer(m_workspace.question().layer == layer ? 0 : layer); });
    connect(m_plot, &plot::PlotWidget::placeClicked, this, &FigureView::pick);
    connect(m_plot, &plot::PlotWidget::moveBegan, this, &FigureView::beginMove);
    connect(m_plot, &plot::PlotWidget::movedTo, this, &FigureView::moveTo);
    connect(m_plot, &plot::PlotWidget::gripBegan, this, &FigureView::beginGrip);
    connect(m_plot, &plot::PlotWidget::grippedTo, this, &FigureView::gripTo);
    connect(m_plot, &plot::PlotWidget::moveEnded, this, &FigureView::endMove);
    connect(m_plot, &plot::PlotWidget::rangeAsked, this, &FigureView::askRange);
    connect(m_plot, &plot::PlotWidget::readout, this, &FigureView::showReadout);
    connect(m_plot, &plot::PlotWidget::enlargeRequested, this, &FigureView::enlargeWanted);
    connect(m_enlarge, &QToolButton::clicked, this, &FigureView::enlargeWanted);
    connect(m_plot, &plot::PlotWidget::rangeChosen, this, [this](const model::ViewRange& range) {
        model::ViewState view = m_workspace.view();
        std::erase_if(view.ranges,
            [&](const model::ViewRange& old) { return old.figure == range.figure && old.panel == range.panel; });
        view.ranges.push_back(range);
        m_workspace.setView(view);
    });
    connect(m_plot, &plot::PlotWidget::fitRequested, this, [this] { setHeld(false); });
    connect(m_plot, &plot::PlotWidget::contextMenuWanted, this, &FigureView::openMenu);
    connect(m_hold, &QToolButton::toggled, this, &FigureView::setHeld);
    connect(
        m_more, &QToolButton::clicked, this, [this] { openMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_chooser->menu(), &QMenu::aboutToShow, this, [this] {
        fillFigureChoice(*m_chooser->menu(), m_workspace, m_kind,
            [this](const figures::FigureKind& chosen) { emit kindChosen(&chosen); });
    });
}

void FigureView::pick(double x, double y)
{
    const results::Snapshot& shown = m_workspace.snapshotFor(m_kind->needs());
    if (shown.scenario != m_workspace.scenario()) // its axes are those of another one
        return;
    if (m_kind->pickPoint)
        if (std::optional<std::vector<double>> point = m_kind->pickPoint(shown, x, y)) {
            model::Question next = m_workspace.question();
            next.point = *std::move(point);
            m_workspace.setQuestion(next);
            return;
        }
    if (!m_kind->pick)
        return;
    const model::Scenario next = m_kind->pick(shown, x, y);
    if (next == shown.scenario)
        return;
    if (const std::optional<Error> error = parameters::validate(next))
        m_workspace.report(*error);
    else
        m_workspace.store().edit(tr("Choose in “%1”").arg(text::toText(m_kind->name)), next);
}

void FigureView::connectWorkspace()
{
    connect(&m_workspace, &workspace::Workspace::snapshotChanged, this, &FigureView::scheduleRefresh);
    connect(&m_workspace.store(), &workspace::ScenarioStore::historyChanged, this, [this] {
        if (!m_workspace.store().inGesture())
            followGesture();
    });
    connect(&m_workspace, &workspace::Workspace::questionChanged, this, &FigureView::scheduleRefresh);
    const auto look = [this] {
        if (m_themed != themeWanted()) // a theme is read from its file
            applyTheme();
        showHold();
        scheduleRefresh();
    };
    connect(&m_workspace, &workspace::Workspace::viewChanged, this, look);
    connect(&m_workspace, &workspace::Workspace::preferencesChanged, this, look);
    connect(&m_workspace.lesson(), &workspace::LessonSession::changed, this, [this] {
        if (isCovered() == m_cover->isHidden())
            scheduleRefresh(); // the words come and go with the drawing
        showCover();
        showPointed();
    });
    connect(&m_workspace, &workspace::Workspace::hoveredLayerChanged, m_plot, &plot::PlotWidget::setHoveredLayer);
}

void FigureView::setKind(const figures::FigureKind& kind)
{
    if (m_kind == &kind)
        return;
    m_kind = &kind;
    m_drag.rest();
    m_settle.stop();
    m_plot->setStart(std::nullopt);
    if (isVisible())
        m_workspace.require(this, kind.needs());
    offerNumbers();
    showReadout({});
    m_caption->setExpanded(false);
    showCover();
    retranslate();
}

QString FigureView::caption() const
{
    return m_caption->caption();
}

bool FigureView::isUpToDate() const
{
    return !m_frame.isActive() && !m_building && !m_drag.isSettling() && m_plot->isUpToDate();
}

void FigureView::refreshNow()
{
    const bool settling = m_drag.isSettling();
    endSettling();
    if (m_frame.isActive() || m_building || settling) {
        m_frame.stop();
        build();
    }
    m_plot->flush();
}

void FigureView::scheduleRefresh()
{
    if (!isVisible() || m_frame.isActive())
        return;
    ++m_asked;
    if (m_building) // what is asked for now comes after it
        return;
    const qint64 waited = m_sinceBuild.isValid() ? m_sinceBuild.elapsed() : plot::kFrameMilliseconds;
    m_frame.start(static_cast<int>(std::clamp<qint64>(plot::kFrameMilliseconds - waited, 0, plot::kFrameMilliseconds)));
}

void FigureView::build()
{
    followGesture();
    m_sinceBuild.start();
    ++m_buildCount;
    m_shown = ++m_asked;
    showBuilt(
        figures::buildFigure(*m_kind, m_workspace.snapshotFor(m_kind->needs()), m_workspace.question(), viewToBuild()));
}

/// The same where it takes longer than a frame: on a thread of its own, one after the other.
void FigureView::buildBeside()
{
    followGesture();
    m_sinceBuild.start();
    ++m_buildCount;
    m_building = true;
    struct Built {
        const figures::FigureKind* kind;
        results::Snapshot snapshot;
        model::Question question;
        model::ViewState view;
        int asked;
        figures::Figure figure = {};
    };
    const auto built = std::make_shared<Built>(
        Built{m_kind, m_workspace.snapshotFor(m_kind->needs()), m_workspace.question(), viewToBuild(), m_asked});
    m_side.post(
        [built](const std::stop_token&) {
            built->figure = figures::buildFigure(*built->kind, built->snapshot, built->question, built->view);
        },
        [this, built] {
            m_building = false;
            if (built->kind == m_kind && m_shown < built->asked) {
                m_shown = built->asked;
                showBuilt(std::move(built->figure));
            }
            if (m_asked != built->asked)
                scheduleRefresh();
        });
}

void FigureView::showBuilt(figures::Figure figure)
{
    figures::releaseGrips(figure, m_workspace.hidden());
    m_drag.growTo(figure);
    const std::vector<model::ViewRange> before = std::exchange(m_fit, rangesOf(figure));
    const bool fitsOther = before != m_fit;
    const model::ViewState view = viewToDraw(figure);
    m_plot->show(figure, view, m_workspace.question().layer);
    if (fitsOther) // once it can be asked for the figure
        emit fitChanged();
    alignAgain(); // it was drawn before it could be
    m_shownRanges = rangesOf(figure);
    for (model::ViewRange& range : m_shownRanges)
        if (const model::ViewRange* drawn = model::viewRange(view, figure.id, range.panel))
            range = *drawn;
    m_shownScenario = m_workspace.snapshotFor(m_kind->needs()).scenario;
    const workspace::ShownState standing = m_workspace.shownState(m_kind->needs());
    QString summary = standing.grey ? text::toText(standing.why) : text::toText(figure.caption);
    if (!standing.grey)
        for (const Message& note : figure.notes) // on screen they stand here, in an export under the plot
            summary += QLatin1Char(' ') + text::toText(note);
    m_plot->setVeil(standing.grey ? summary : QString());
    m_caption->setCaption(standing.grey || isCovered() ? QString() : summary); // the reason stands in the figure
    m_caption->setEnabled(standing.current); // grey: of the scenario before
    showHold();
    tellAccessibility(isCovered() ? m_workspace.lesson().coverText() : summary);
}

void FigureView::showHold()
{
    const QSignalBlocker blocker(m_hold);
    m_hold->setChecked(isHeld());
    m_hold->setEnabled(canHold() || isHeld());
}

bool FigureView::isHeld() const
{
    return std::ranges::any_of(
        m_workspace.view().ranges, [this](const model::ViewRange& range) { return range.figure == m_kind->id; });
}

bool FigureView::canHold() const
{
    const figures::Figure& figure = m_plot->figure();
    return !isRanged(figure) && std::ranges::any_of(figure.panels, &figures::Panel::axes);
}

model::ViewState FigureView::withHeld(model::ViewState view, bool held) const
{
    const std::string id(m_kind->id);
    if (!held)
        return withoutRanges(std::move(view), id);
    if (!canHold() || isHeld()) // what was chosen by hand stays
        return view;
    return withRanges(std::move(view), id, m_shownRanges);
}

void FigureView::tellAccessibility(const QString& summary)
{
    m_plot->setAccessibleDescription(summary);
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(m_plot, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool FigureView::isCovered() const
{
    return m_workspace.lesson().covers(m_kind->id);
}

void FigureView::showCover()
{
    const bool covered = isCovered();
    m_cover->setText(m_workspace.lesson().coverText());
    m_cover->setVisible(covered);
    m_plot->setVisible(!covered);
    m_caption->setVisible(!covered);
    showRest();
    if (!covered)
        return;
    showReadout({});
    m_caption->setCaption(QString());
    tellAccessibility(m_cover->text());
}

std::pair<std::string, double> FigureView::themeWanted() const
{
    return {m_workspace.preferences().theme, m_scale};
}

void FigureView::applyTheme()
{
    m_themed = themeWanted();
    m_plot->setTheme(render::presented(render::theme(QString::fromStdString(m_themed.first)), m_themed.second));
}

void FigureView::setHeld(bool held)
{
    m_workspace.setView(withHeld(m_workspace.view(), held));
    showHold();
}

std::optional<Error> FigureView::refusal()
{
    if (std::optional<Error> covered = m_workspace.lesson().refusal(m_kind->id))
        return covered;
    refreshNow(); // what leaves is what the workspace knows
    return m_workspace.refusal(m_kind->needs());
}

void FigureView::openMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillFigureMenu(*menu, m_workspace, *this);
    menu->popup(globalPosition);
}

void FigureView::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    m_workspace.require(this, m_kind->needs());
    scheduleRefresh();
}

void FigureView::hideEvent(QHideEvent* event)
{
    m_workspace.require(this, {});
    m_frame.stop();
    m_move.end();
    m_drag.rest();
    m_settle.stop();
    m_plot->setStart(std::nullopt);
    QFrame::hideEvent(event);
}

void FigureView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        applyTheme();
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace deltascope::views

#include "moc_figure_view.cpp"
