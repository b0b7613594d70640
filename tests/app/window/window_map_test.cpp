// SPDX-License-Identifier: GPL-3.0-or-later
// The map in the window: a two-dimensional slider, its panel, its menus.
#include "app/support/hover.h"
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "figures/figure_kind.h"
#include "maps/checked_map.h"
#include "maps/natural_map.h"
#include "render/plot/plot_widget.h"
#include "reports/map_text.h"
#include "results/map_cells.h"
#include "text/language.h"
#include "window/controls/choice_control.h"
#include "window/controls/number_control.h"
#include "window/controls/number_edit.h"
#include "window/views/figure_menu.h"
#include "workspace/map_requests.h"
#include "workspace/maps/map_control.h"
#include "workspace/maps/shows_map.h"
#include "workspace/training_control.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace deltascope;
using namespace deltascope::window;

namespace window_map_test {

class WindowMap : public WindowTest {
protected:
    /// The map alone below the drawing, all of its cells there.
    views::FigureView& showMap(const model::Map& map)
    {
        model::ViewState view = workspace().view();
        view.figures = {"map"};
        workspace().setView(view);
        workspace().setMap(map, QStringLiteral("map"));
        return finished();
    }
    views::FigureView& finished()
    {
        EXPECT_TRUE(waitFor([&] {
            return !workspace().map().isRunning() && workspace().map().cells() && workspace().map().cells()->complete();
        }));
        QCoreApplication::processEvents();
        window->figures().refreshNow();
        return *window->figures().views()[1];
    }
    static model::Map plane()
    {
        model::Map map;
        map.measure = "product";
        map.x = {.parameter = "weight", .from = -8, .to = 8, .count = 17};
        map.y = model::MapAxis{.parameter = "bias", .from = -4, .to = 4, .count = 17};
        return map;
    }
    /// The pixel of a place of the figure's first panel, found by what a press there says.
    static QPoint middle(const plot::PlotWidget& plot) { return plot.rect().center(); }
    double weight() { return workspace().scenario().weight; }
    double bias() { return workspace().scenario().bias; }
    int steps() { return workspace().store().history().count(); }
    template <class Widget>
    Widget& part(const char* name, QWidget* within = nullptr)
    {
        auto* found = (within ? within : window.get())->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    static void wheel(plot::PlotWidget& plot, QPoint at, int notches)
    {
        QWheelEvent event(
            at, plot.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &event);
    }
};

TEST_F(WindowMap, APressAndDragMovesBothParametersInOneUndoStep)
{
    views::FigureView& view = showMap(plane());
    plot::PlotWidget& plot = view.plot();
    const int before = steps();
    const std::uint64_t generation = workspace().map().generation();
    const model::Scenario start = workspace().scenario();
    const QPoint from = middle(plot);
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    const double pressedWeight = weight(), pressedBias = bias();
    EXPECT_NE(workspace().scenario(), start) << "a press puts them there";
    EXPECT_LT(std::abs(pressedWeight), 3);
    EXPECT_LT(std::abs(pressedBias), 3);
    for (int i = 1; i <= 30; ++i)
        QTest::mouseMove(&plot, from + QPoint(3 * i, -2 * i));
    EXPECT_GT(weight(), pressedWeight + 0.5);
    EXPECT_GT(bias(), pressedBias + 0.2);
    EXPECT_EQ(steps(), before) << "still under way";
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, from + QPoint(90, -60));
    EXPECT_EQ(steps(), before + 1);
    EXPECT_FALSE(workspace().store().inGesture());
    EXPECT_EQ(workspace().map().generation(), generation) << "the cells are the same all the while";
    const QString digits = QString::number(weight(), 'g', QLocale::FloatingPointShortest);
    EXPECT_LE(digits.size(), 5) << qPrintable(digits) << ": no more digits than a pixel means";
    workspace().store().undo();
    EXPECT_EQ(workspace().scenario(), start);
}

TEST_F(WindowMap, TheHandGoesNoFurtherThanTheMap)
{
    views::FigureView& view = showMap(plane());
    QTest::mousePress(&view.plot(), Qt::LeftButton, {}, middle(view.plot()));
    QTest::mouseMove(&view.plot(), {view.plot().width() + 500, -500});
    EXPECT_EQ(weight(), 8);
    EXPECT_EQ(bias(), 4);
    QTest::mouseRelease(&view.plot(), Qt::LeftButton, {}, {view.plot().width() + 500, -500});
    EXPECT_FALSE(workspace().store().inGesture());
}

TEST_F(WindowMap, TheOtherFiguresFollow)
{
    model::ViewState several = workspace().view();
    several.figures = {"map", "learning_speed"};
    workspace().setView(several);
    workspace().setMap(plane(), QStringLiteral("map"));
    views::FigureView& map = finished();
    views::FigureView& speeds = *window->figures().views()[2];
    const figures::Figure before = speeds.plot().figure();
    QTest::mousePress(&map.plot(), Qt::LeftButton, {}, middle(map.plot()) + QPoint(20, 20));
    window->figures().refreshNow();
    EXPECT_NE(speeds.plot().figure(), before);
    EXPECT_EQ(workspace().snapshot().scenario, workspace().scenario());
    QTest::mouseRelease(&map.plot(), Qt::LeftButton, {}, middle(map.plot()) + QPoint(20, 20));
}

TEST_F(WindowMap, ACurveMovesItsOneParameter)
{
    model::Map curve = plane();
    curve.y.reset();
    views::FigureView& view = showMap(curve);
    QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, middle(view.plot()) + QPoint(60, 10));
    EXPECT_GT(weight(), 0.3);
    EXPECT_LT(weight(), 4);
    EXPECT_EQ(bias(), model::Scenario().bias);
    hover(view.plot(), middle(view.plot()));
    EXPECT_EQ(view.plot().cursor().shape(), Qt::SizeHorCursor);
}

TEST_F(WindowMap, TheCursorAndTheReadingSayWhatIsThere)
{
    views::FigureView& view = showMap(plane());
    QString said;
    QObject::connect(&view.plot(), &plot::PlotWidget::readout, &view, [&](const QString& text) { said = text; });
    hover(view.plot(), middle(view.plot()));
    hover(view.plot(), middle(view.plot()) + QPoint(40, 30));
    EXPECT_EQ(view.plot().cursor().shape(), Qt::SizeAllCursor);
    EXPECT_TRUE(said.contains(QStringLiteral("w = ")) && said.contains(QStringLiteral("b = "))) << qPrintable(said);
}

TEST_F(WindowMap, ArrowKeysWalkTheCellsAndEnterGoesThere)
{
    put("weight", 2.0);
    put("bias", 1.0);
    views::FigureView& view = showMap(plane());
    view.plot().setFocus();
    const int before = steps();
    const auto press = [&](int key) { QTest::keyClick(&view.plot(), Qt::Key(key)); };
    press(Qt::Key_Right); // begins at the scenario's own cell
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Up);
    EXPECT_EQ(steps(), before) << "reading changes nothing";
    press(Qt::Key_Return);
    EXPECT_EQ(weight(), 4) << "two cells of 1 to the right";
    EXPECT_EQ(bias(), 1.5) << "one cell of 0.5 up";
    EXPECT_EQ(steps(), before + 1);
}

TEST_F(WindowMap, TheWheelAsksForAnotherRangeAndKeepsWhatIsKnown)
{
    views::FigureView& view = showMap(plane());
    const int before = steps();
    wheel(view.plot(), middle(view.plot()), 1);
    const model::Map closer = *workspace().question().map;
    EXPECT_EQ(closer.x.to - closer.x.from, 8);
    EXPECT_EQ(closer.y->to - closer.y->from, 4);
    EXPECT_EQ(closer.x.count, 17);
    EXPECT_GE(workspace().map().cells()->done, 8u * 8u);
    EXPECT_TRUE(workspace().view().ranges.empty()) << "the map has another range, not the view";
    wheel(view.plot(), middle(view.plot()), 1);
    EXPECT_EQ(steps(), before + 1) << "turns in a row are one step";
    workspace().store().undo();
    EXPECT_EQ(workspace().question().map, plane());
    finished();
}

TEST_F(WindowMap, ThePanelComesWithTheFigureAndAsksAsAPersonWould)
{
    auto& dock = part<QDockWidget>("map");
    EXPECT_FALSE(dock.isVisible());
    model::ViewState view = workspace().view();
    view.figures = {"map"};
    workspace().setView(view);
    EXPECT_TRUE(dock.isVisible());
    ASSERT_TRUE(workspace().question().map);
    EXPECT_EQ(workspace().question().map, maps::naturalMap(workspace().scenario()));
    finished();
    const int before = steps();
    auto& layer = part<QSpinBox>("map_layer", &dock);
    EXPECT_EQ(layer.value(), 1);
    layer.setValue(2);
    EXPECT_EQ(workspace().question().map->arguments.layer, 2);
    EXPECT_EQ(steps(), before + 1);
    auto& measure = part<QComboBox>("map_measure", &dock);
    measure.setCurrentIndex(measure.findData(QStringLiteral("product")));
    emit measure.activated(measure.currentIndex());
    EXPECT_EQ(workspace().question().map->measure, "product");
    EXPECT_FALSE(layer.isVisible()) << "a product is of all layers";
    auto& x = part<QWidget>("map_x", &dock);
    auto& from = part<controls::NumberEdit>("from", &x);
    emit from.entered(99); // beyond where the axis ends
    auto& problem = part<QLabel>("map_problem", &dock);
    EXPECT_TRUE(problem.isVisible());
    EXPECT_TRUE(problem.text().contains(QStringLiteral("weight"))) << qPrintable(problem.text());
    EXPECT_LT(workspace().question().map->x.from, 50) << "no document may have it";
    emit from.entered(-2);
    EXPECT_FALSE(problem.isVisible());
    EXPECT_EQ(workspace().question().map->x.from, -2);
    put("initializer", "mean_field");
    EXPECT_TRUE(problem.isVisible()) << "the weight means nothing there";
    auto& parameter = part<QComboBox>("parameter", &x);
    parameter.setCurrentIndex(parameter.findData(QStringLiteral("gain")));
    emit parameter.activated(parameter.currentIndex());
    auto& y = part<QWidget>("map_y", &dock);
    auto& second = part<QComboBox>("parameter", &y);
    second.setCurrentIndex(second.findData(QString()));
    emit second.activated(second.currentIndex());
    EXPECT_FALSE(problem.isVisible()) << qPrintable(problem.text());
    EXPECT_FALSE(workspace().question().map->y);
    EXPECT_EQ(workspace().question().map->x.parameter, "gain");
    finished();
    view.figures = {"factors"};
    workspace().setView(view);
    EXPECT_FALSE(dock.isVisible());
}

TEST_F(WindowMap, EveryNumbersMenuOffersItsMap)
{
    int offered = 0;
    for (const auto& row : parameters::scenarioParameters()) {
        if (!parameters::typeOf(row).number)
            continue;
        auto* control = window->findChild<controls::NumberControl*>(QString::fromStdString(std::string(row.key)));
        ASSERT_NE(control, nullptr) << row.key;
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {3, 3}, control->mapToGlobal(QPoint(3, 3)));
        QApplication::sendEvent(control, &event);
        auto* menu = control->findChild<QMenu*>();
        ASSERT_NE(menu, nullptr) << row.key;
        auto* action = menu->findChild<QAction*>(QStringLiteral("map_this"));
        ASSERT_NE(action, nullptr) << row.key;
        const bool idle = row.idle && !row.idle(workspace().scenario()).empty();
        EXPECT_EQ(action->isEnabled(), !idle) << row.key;
        if (row.key == "bias") {
            action->trigger();
            EXPECT_EQ(workspace().question().map->x.parameter, "bias");
            EXPECT_FALSE(workspace().question().map->y);
            EXPECT_TRUE(workspace::showsMap(workspace().view()));
        }
        menu->close();
        delete menu;
        ++offered;
    }
    EXPECT_GT(offered, 15);
}

TEST_F(WindowMap, EveryChoicesMenuOffersRows)
{
    int offered = 0;
    for (const auto& row : parameters::scenarioParameters()) {
        if (!row.choices || parameters::typeOf(row).number)
            continue;
        auto* control = window->findChild<controls::ChoiceControl*>(QString::fromStdString(std::string(row.key)));
        if (!control)
            continue; // shown by no panel
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {3, 3}, control->mapToGlobal(QPoint(3, 3)));
        QApplication::sendEvent(control->list(), &event); // it has the focus, and no menu of its own
        auto* menu = control->findChild<QMenu*>();
        ASSERT_NE(menu, nullptr) << row.key;
        auto* action = menu->findChild<QAction*>(QStringLiteral("map_this"));
        ASSERT_NE(action, nullptr) << row.key;
        const bool idle = row.idle && !row.idle(workspace().scenario()).empty();
        EXPECT_EQ(action->isEnabled(), !idle) << row.key;
        if (!idle) {
            const model::Map map = workspace::mapOfParameter(workspace(), row);
            ASSERT_TRUE(map.y) << row.key;
            EXPECT_EQ(map.y->parameter, row.key);
            EXPECT_EQ(map.y->choices.size(), row.choices().size()) << row.key;
            EXPECT_FALSE(maps::problemOf({.scenario = workspace().scenario()}, map)) << row.key;
            ++offered;
        }
        if (row.key == "activation")
            action->trigger();
        menu->close();
        delete menu;
        if (row.key == "activation") {
            EXPECT_TRUE(workspace::showsMap(workspace().view()));
            EXPECT_EQ(workspace().question().map->y->parameter, "activation");
            finished();
            workspace().store().undo();
        }
    }
    EXPECT_GT(offered, 5);
}

TEST_F(WindowMap, EveryFiguresMenuOffersItsMap)
{
    workspace().setPreferences({.language = "en"}); // whatever the system speaks
    for (const figures::FigureKind* kind : figures::figuresRegistry()) {
        const model::Map map = workspace::mapOfFigure(workspace(), *kind);
        EXPECT_TRUE(map.y) << kind->id;
        EXPECT_EQ(map.x.parameter, "weight") << kind->id;
    }
    views::FigureView& view = *window->figures().views()[1];
    QMenu menu;
    views::fillFigureMenu(menu, workspace(), view);
    const auto actions = menu.actions();
    const auto found = std::ranges::find_if(
        actions, [](const QAction* action) { return action->text().startsWith(QStringLiteral("Map this")); });
    ASSERT_NE(found, actions.end());
    (*found)->trigger();
    EXPECT_TRUE(workspace::showsMap(workspace().view()));
    EXPECT_EQ(workspace().view().figures.size(), 4u) << "one of the others gave its place";
    finished();
}

TEST_F(WindowMap, PinsAndATrainingsWayAreMarks)
{
    put("weight", 3.0);
    window->pins().pinPresent();
    put("weight", -2.0);
    views::FigureView& view = showMap(plane());
    const auto pinsIn = [&] {
        return std::ranges::count_if(view.plot().figure().panels.front().elements, [](const figures::Element& element) {
            const auto* points = std::get_if<figures::Points>(&element);
            return points && figures::isPin(points->role);
        });
    };
    EXPECT_EQ(pinsIn(), 1);
    put("depth", 9);
    finished();
    EXPECT_EQ(pinsIn(), 0) << "it is of another map now";
    EXPECT_FALSE(view.plot().figure().notes.empty());

    model::Map trained;
    trained.measure = "trained_cost";
    trained.x = {.parameter = "learning_rate", .from = 0.05, .to = 2.05, .count = 5};
    trained.y = model::MapAxis{.parameter = "weight_decay", .from = 0, .to = 1, .count = 5};
    model::Scenario scenario;
    scenario.epochs = 5;
    scenario.changes = {{2, "learning_rate", 1.05}, {3, "weight_decay", 0.5}};
    workspace().store().reset(scenario);
    workspace().training().runTo(4);
    ASSERT_TRUE(waitFor([&] { return workspace().training().step() == 4; }));
    showMap(trained);
    const auto& elements = view.plot().figure().panels.front().elements;
    const auto way = std::ranges::find_if(elements, [](const figures::Element& element) {
        const auto* line = std::get_if<figures::Line>(&element);
        return line && line->role == figures::Role::tertiary;
    });
    ASSERT_NE(way, elements.end());
    EXPECT_EQ(std::get<figures::Line>(*way).x, (std::vector<double>{0.1, 1.05, 1.05}));
    EXPECT_EQ(std::get<figures::Line>(*way).y, (std::vector<double>{0, 0, 0.5}));
}

// Each cell is a training: progress is told, a stop is heeded at once, and what is there stays.
TEST_F(WindowMap, AMapOfTrainingsTellsHowFarItIsAndStopsAtOnce)
{
    model::Map trained;
    trained.measure = "trained_cost";
    trained.x = {.parameter = "learning_rate", .from = 0.05, .to = 2.05, .count = 9};
    trained.y = model::MapAxis{.parameter = "depth", .from = 2, .to = 6, .count = 5};
    model::Scenario scenario;
    scenario.width = 8;
    scenario.inputs = 2;
    scenario.data = "circles";
    scenario.examples = 40;
    scenario.initializer = "glorot_uniform";
    scenario.epochs = 1000; // all of them take seconds
    workspace().store().reset(scenario);
    model::ViewState view = workspace().view();
    view.figures = {"map"};
    workspace().setView(view);
    workspace().setMap(trained, QStringLiteral("map"));
    ASSERT_TRUE(waitFor([&] { return workspace().map().cells() && workspace().map().cells()->done >= 1; }));
    EXPECT_TRUE(workspace().map().isRunning());
    EXPECT_GT(workspace().map().share(), 0);
    EXPECT_LT(workspace().map().share(), 1);
    QTest::mouseClick(&part<QPushButton>("map_stop"), Qt::LeftButton);
    EXPECT_FALSE(workspace().map().isRunning());
    const std::size_t there = workspace().map().cells()->done;
    QThread::msleep(50);
    QCoreApplication::processEvents();
    EXPECT_EQ(workspace().map().cells()->done, there);
    put("epochs", 2); // now each takes a moment
    finished();
    EXPECT_EQ(workspace().map().share(), 1);
    for (const results::MapCell& cell : workspace().map().cells()->cells)
        EXPECT_TRUE(cell.mark == results::CellMark::none || cell.mark == results::CellMark::diverged);
}

TEST_F(WindowMap, AMapOfTheDocumentIsOpenedSavedAndMissedWhenItIsClosed)
{
    showMap(plane());
    EXPECT_TRUE(window->file().modified());
    const QString path = pathOf("map.deltascope");
    ASSERT_FALSE(window->file().save(path));
    EXPECT_FALSE(window->file().modified());
    workspace().setMap(std::nullopt, QStringLiteral("none"));
    EXPECT_TRUE(window->file().modified());
    ASSERT_FALSE(window->file().open(path));
    EXPECT_EQ(workspace().question().map, plane());
    finished();
}

TEST_F(WindowMap, AFileOfCellsIsShownAsItIs)
{
    showMap(plane());
    results::MapCells cells = *workspace().map().cells();
    cells.cells[3].value = 42; // that no computation gives
    const QString path = pathOf("cells.json");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    reports::writeMapJson(
        workspace().document(), plane(), [&](std::size_t cell) { return cells.cells[cell]; },
        [&](std::string_view piece) {
            return file.write(piece.data(), static_cast<qint64>(piece.size())) == static_cast<qint64>(piece.size());
        });
    file.close();
    model::ViewState view = workspace().view();
    view.figures = {"factors"};
    workspace().setView(view);
    workspace().setMap(std::nullopt, QStringLiteral("none"));
    ASSERT_FALSE(window->file().open(path));
    ASSERT_TRUE(workspace().map().cells());
    EXPECT_TRUE(workspace::showsMap(workspace().view()));
    EXPECT_FALSE(workspace().map().isRunning());
    for (std::size_t i = 0; i < cells.cells.size(); ++i) {
        EXPECT_EQ(workspace().map().cells()->cells[i].value, cells.cells[i].value) << i;
        EXPECT_EQ(workspace().map().cells()->cells[i].mark, cells.cells[i].mark) << i;
    }
    put("weight", 2.0);
    QCoreApplication::processEvents();
    EXPECT_EQ(workspace().map().cells()->cells[3].value, 42) << "a move of the cross leaves them";
    put("depth", 9);
    finished();
    EXPECT_NE(workspace().map().cells()->cells[3].value, 42);
}

} // namespace window_map_test
