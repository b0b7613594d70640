// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/hover.h"
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "render/plot/plot_widget.h"
#include "window/views/figure_choice.h"
#include "window/views/sheets/figure_clipboard.h"
#include "window/views/sheets/table_window.h"

#include <QLocale>
#include <QMimeData>
#include <QTableView>
#include <QWheelEvent>

#include <algorithm>

using namespace deltascope;
using namespace deltascope::window;

namespace window_figures_test {

using WindowFigures = WindowTest;

TEST_F(WindowFigures, ShowsTheDrawingAndTheFiguresOfTheView)
{
    const auto views = window->figures().views();
    ASSERT_EQ(views.size(), workspace().view().figures.size() + 1);
    EXPECT_EQ(&views[0]->kind(), views::figuresInOrder().front());
    for (std::size_t i = 1; i < views.size(); ++i) {
        EXPECT_EQ(views[i]->kind().id, workspace().view().figures[i - 1]);
        EXPECT_TRUE(views[i]->isVisible());
        EXPECT_FALSE(views[i]->caption().isEmpty());
    }
}

TEST_F(WindowFigures, ThirtyEditsAreOneBuildOfEachFigure)
{
    std::vector<int> before;
    for (const views::FigureView* view : window->figures().views())
        before.push_back(view->buildCount());
    workspace().store().beginGesture(QStringLiteral("drag"));
    for (int i = 0; i < 30; ++i)
        put("weight", 2.0 + i);
    workspace().store().endGesture();
    window->figures().refreshNow();
    const auto views = window->figures().views();
    for (std::size_t i = 0; i < views.size(); ++i) {
        EXPECT_EQ(views[i]->buildCount(), before[i] + 1) << i;
        EXPECT_EQ(views[i]->plot().figure().caption,
            views[i]->kind().build(workspace().snapshot(), workspace().question(), workspace().view()).caption);
    }
}

TEST_F(WindowFigures, AHiddenFigureBuildsNothing)
{
    const auto views = window->figures().views();
    views[1]->hide();
    const int before = views[1]->buildCount();
    put("weight", 3.0);
    window->figures().refreshNow();
    EXPECT_EQ(views[1]->buildCount(), before);
    views[1]->show();
    QCoreApplication::processEvents();
    views[1]->refreshNow();
    EXPECT_EQ(views[1]->buildCount(), before + 1);
}

TEST_F(WindowFigures, EachPlaceCanShowEveryFigure)
{
    views::FigureView* place = window->figures().views()[1];
    for (const figures::FigureKind* kind : views::figuresInOrder()) {
        emit place->kindChosen(kind);
        EXPECT_EQ(&place->kind(), kind);
        EXPECT_EQ(workspace().view().figures[0], kind->id);
        place->refreshNow();
        EXPECT_EQ(place->plot().figure().id, kind->id);
    }
    std::vector<std::string> shown = workspace().view().figures;
    std::sort(shown.begin(), shown.end());
    EXPECT_EQ(std::unique(shown.begin(), shown.end()), shown.end()) << "a figure shown elsewhere changes places";
}

TEST_F(WindowFigures, AnyNumberOfFiguresHasItsPlaces)
{
    for (const std::size_t count : {1u, 2u, 3u, 6u, 4u}) {
        model::ViewState view = workspace().view();
        view.figures.clear();
        for (std::size_t i = 0; i < count; ++i)
            view.figures.push_back(std::string(views::figuresInOrder()[i]->id));
        workspace().setView(view);
        QCoreApplication::processEvents();
        const auto views = window->figures().views();
        ASSERT_EQ(views.size(), count + 1);
        for (const views::FigureView* shown : views)
            EXPECT_TRUE(shown->isVisible());
    }
}

TEST_F(WindowFigures, ZoomingByHandStopsFittingUntilADoubleClick)
{
    views::FigureView* view = window->figures().views()[1];
    const std::string id(view->kind().id);
    emit view->plot().rangeChosen({id, 0, -1, 1, 0, 0.5});
    ASSERT_TRUE(model::viewRange(workspace().view(), id, 0));
    put("weight", 9.0);
    EXPECT_TRUE(model::viewRange(workspace().view(), id, 0)) << "an edit does not undo a zoom";
    emit view->plot().fitRequested();
    EXPECT_FALSE(model::viewRange(workspace().view(), id, 0));
}

TEST_F(WindowFigures, APictureOnTheClipboardIsBitmapDrawingAndDocument)
{
    const views::FigureView* view = window->figures().views()[1];
    const auto data = views::pictureData(view->plot().figure(), workspace().document());
    ASSERT_TRUE(data);
    const std::unique_ptr<QMimeData> owned(*data);
    EXPECT_TRUE(owned->hasImage());
    EXPECT_TRUE(owned->data(QStringLiteral("image/svg+xml")).contains("<svg"));
    EXPECT_TRUE(owned->text().contains(QStringLiteral("\"format\"")));
}

TEST_F(WindowFigures, TheTableFollowsTheParameters)
{
    const figures::FigureKind* kind = findKind(figures::figuresRegistry(), workspace().view().figures[1]);
    views::TableWindow table(workspace(), *kind, window.get());
    table.setAttribute(Qt::WA_DeleteOnClose, false);
    table.show();
    EXPECT_EQ(table.table().model()->rowCount(), workspace().scenario().depth);
    put("depth", 9);
    QTest::qWait(200);
    EXPECT_EQ(table.table().model()->rowCount(), 9);
}

TEST_F(WindowFigures, TiedLayersAreNotBalanced)
{
    put("depth", 6);
    put("tied", true);
    const model::Scenario tied = workspace().scenario();
    window->balance();
    EXPECT_EQ(workspace().scenario(), tied);
}

TEST_F(WindowFigures, BalanceKeepsTheWeightAndIsOneStep)
{
    put("weight", 100.0);
    const int steps = workspace().store().history().count();
    window->balance();
    EXPECT_EQ(workspace().scenario().weight, 100.0);
    for (int l = 2; l <= workspace().scenario().depth; ++l)
        EXPECT_NEAR(workspace().snapshot().get<evaluation::Evaluation>()->layer(l).factor.nearestDouble(), 25.0,
            1e-12); // 100·σ′(0)
    EXPECT_EQ(workspace().store().history().count(), steps + 1);
    window->undo();
    EXPECT_NE(workspace().snapshot().get<evaluation::Evaluation>()->layer(2).factor.nearestDouble(), 25.0);
}

TEST_F(WindowFigures, ADragInTheCobwebMovesItsStartInOneUndoStep)
{
    put("weight", -6.0);
    put("bias", 3.0);
    put("depth", 9);
    model::ViewState view = workspace().view();
    view.figures = {"cobweb"};
    workspace().setView(view);
    window->figures().refreshNow();
    plot::PlotWidget& plot = window->figures().views()[1]->plot();
    const auto upper = [&] { return plot.figure().panels.at(0).x.upper; };
    const auto drag = [&](QPoint to) {
        QTest::mouseMove(&plot, to);
        window->figures().refreshNow();
    };
    const model::Scenario start = workspace().scenario();
    const int steps = workspace().store().history().count();
    const double before = upper();
    const QPoint middle = plot.rect().center(), left(plot.width() / 4, middle.y() - 40);
    QTest::mousePress(&plot, Qt::LeftButton, {}, left);
    const double pressed = workspace().scenario().input;
    EXPECT_NE(pressed, start.input) << "a press puts it there";
    drag(middle);
    const double there = workspace().scenario().input;
    EXPECT_GT(there, pressed);
    drag({2 * plot.width(), middle.y()});
    EXPECT_EQ(workspace().scenario().input, before) << "no further than what is drawn";
    drag(middle);
    EXPECT_EQ(workspace().scenario().input, there) << "the axes stand under the hand";
    EXPECT_LE(QString::number(there, 'g', QLocale::FloatingPointShortest).size(), 6) << "as many digits as a pixel";
    drag({2 * plot.width(), middle.y()});
    EXPECT_EQ(workspace().store().history().count(), steps) << "still under way";
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, {2 * plot.width(), middle.y()});
    EXPECT_EQ(workspace().store().history().count(), steps + 1);
    window->figures().refreshNow();
    EXPECT_GT(upper(), before) << "and fit again once it is gone";
    workspace().store().undo();
    EXPECT_EQ(workspace().scenario(), start);

    window->figures().refreshNow();
    const auto overMark = [&]() -> QPoint {
        for (int y = 10; y < plot.height(); y += 4)
            for (int x = 10; x < plot.width(); x += 4) {
                hover(plot, {x, y});
                if (plot.cursor().shape() == Qt::PointingHandCursor && workspace().hoveredLayer() > 0)
                    return {x, y}; // not a curve's name, which can be clicked too
            }
        return {};
    };
    const QPoint mark = overMark();
    ASSERT_FALSE(mark.isNull());
    QTest::mouseClick(&plot, Qt::LeftButton, {}, mark);
    EXPECT_GT(workspace().question().layer, 0) << "a mark of a layer selects it";
    EXPECT_EQ(workspace().scenario(), start);

    QWheelEvent wheel(
        middle, plot.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &wheel);
    EXPECT_NE(model::viewRange(workspace().view(), "cobweb", 0), nullptr) << "the wheel zooms as everywhere";
    workspace().setView(view);
    workspace().setHidden({"input"}); // a lesson
    QTest::mousePress(&plot, Qt::LeftButton, {}, left);
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, left);
    EXPECT_EQ(workspace().scenario(), start);
}

TEST_F(WindowFigures, TheKeysPutTheCobwebsStart)
{
    model::ViewState view = workspace().view();
    view.figures = {"cobweb"};
    workspace().setView(view);
    window->figures().refreshNow();
    plot::PlotWidget& plot = window->figures().views()[1]->plot();
    plot.setFocus();
    const double end = plot.figure().panels.at(0).x.upper;
    QTest::keyClick(&plot, Qt::Key_Right); // on the diagonal, which has two ends
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Return);
    EXPECT_NEAR(workspace().scenario().input, end, 0.01);
    workspace().store().undo();
    EXPECT_EQ(workspace().scenario(), model::Scenario());
}

} // namespace window_figures_test
