// SPDX-License-Identifier: GPL-3.0-or-later
// Room for the plots: what share of each figure its axes have, where a window is as small as a classroom's or as large
// as a desk's; and that what is measured is a figure that shows something.
#include "app/support/hover.h"
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "files/presets.h"
#include "render/plot/plot_widget.h"
#include "results/map_cells.h"
#include "training/training_progress.h"
#include "window/views/figure_choice.h"
#include "window/views/menu_thumbnails.h"
#include "window/views/side_by_side.h"
#include "window/widgets/caption_label.h"
#include "workspace/preset_session.h"
#include "workspace/training_control.h"

#include <QDockWidget>
#include <QImage>
#include <QMenu>
#include <QToolButton>

#include <cstdio>
#include <set>

using namespace deltascope;
using namespace deltascope::window;

namespace window_room_test {

struct Screen {
    QSize size;
    double least; ///< share of each figure's area
};
constexpr Screen kScreens[] = {{{1366, 768}, 0.55}, {{1920, 1080}, 0.65}};

class WindowRoom : public WindowTest {
protected:
    void choose(const documents::Preset& preset)
    {
        window->presetSession().choose(preset);
        if (std::ranges::any_of(workspace().view().figures, [](const std::string& id) {
                return findKind(figures::figuresRegistry(), id)
                    ->needs()
                    .wants(results::kindOf<training::TrainingProgress>());
            })) {
            workspace().training().stepOnce();
            ASSERT_TRUE(waitFor([this] { return workspace().training().step() > 0; })) << preset.id;
        }
    }
    void put(const char* language, QSize size)
    {
        workspace().setPreferences({.language = language});
        window->resize(size);
        QCoreApplication::processEvents();
        window->resetLayout();
        for (int i = 0; i < 3; ++i) {
            QCoreApplication::processEvents();
            window->figures().refreshNow();
        }
        ASSERT_EQ(window->size(), size);
    }
};

/// What is drawn inside the axes beside ground and grid, in pixels.
int ink(const views::FigureView& view)
{
    const QImage picture = view.plot().grab().toImage();
    const QColor ground = picture.pixelColor(picture.width() / 2, picture.height() - 1);
    int found = 0;
    for (std::size_t i = 0; i < view.plot().figure().panels.size(); ++i) {
        const QRect inside = view.plot().panelRect(static_cast<int>(i)).toRect() & picture.rect();
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            for (int x = inside.left(); x <= inside.right(); ++x) {
                const QColor colour = picture.pixelColor(x, y);
                found += std::abs(colour.red() - ground.red()) + std::abs(colour.green() - ground.green())
                        + std::abs(colour.blue() - ground.blue())
                    > 150;
            }
    }
    return found;
}

bool isPlot(const views::FigureView& view)
{
    const auto& panels = view.plot().figure().panels;
    return std::ranges::all_of(panels, &figures::Panel::axes);
}

TEST_F(WindowRoom, EveryPlotHasIt)
{
    std::FILE* table = nullptr;
    if (const QByteArray path = qgetenv("DELTASCOPE_SHARES"); !path.isEmpty())
        table = std::fopen(path.constData(), "w");
    int plots = 0;
    for (const documents::Preset& preset : files::presets()) {
        choose(preset);
        for (const char* language : {"en", "pt_BR"})
            for (const Screen& screen : kScreens) {
                put(language, screen.size);
                for (const views::FigureView* view : window->figures().views()) {
                    if (!isPlot(*view))
                        continue;
                    const std::string where = preset.id + ", " + std::string(view->kind().id) + ", " + language + ", "
                        + std::to_string(screen.size.width());
                    ++plots;
                    EXPECT_GE(view->axesShare(), screen.least) << where;
                    EXPECT_LT(view->axesShare(), 0.95) << where << ": its words are somewhere";
                    EXPECT_FALSE(view->plot().figure().panels.empty()) << where;
                    EXPECT_TRUE(window->rect().contains(QRect(view->mapTo(window.get(), QPoint()), view->size())))
                        << where;
                    if (view->plot().veil().isEmpty()) {
                        EXPECT_GT(ink(*view), 60) << where;
                    }
                    if (table)
                        std::fprintf(table, "%.3f %s %dx%d ink %d%s\n", view->axesShare(), where.c_str(), view->width(),
                            view->height(), ink(*view),
                            view->findChild<widgets::CaptionLabel*>()->text().contains(u'…')
                                ? (" cut " + std::to_string(view->findChild<widgets::CaptionLabel*>()->width()) + " "
                                    + view->findChild<widgets::CaptionLabel*>()->text().toStdString() + " | "
                                    + view->caption().toStdString())
                                      .c_str()
                                : "");
                }
            }
    }
    EXPECT_GE(plots, 4 * 4 * 40) << "four figures of each preset";
    if (table)
        std::fclose(table);
}

TEST_F(WindowRoom, CurvesAreNamedAtTheirEndsInPlaceOfALegend)
{
    workspace().setPreferences({.language = "en"});
    window->resize(1366, 768);
    window->resetLayout();
    QCoreApplication::processEvents();
    window->presetSession().choose(*files::findPreset("explosion"));
    window->figures().refreshNow();
    for (const views::FigureView* view : window->figures().views())
        if (view->kind().id == "learning_speed" || view->kind().id == "running_product") {
            const QStringList names = view->plot().namedCurves(0);
            EXPECT_EQ(names.size(), 2) << view->kind().id << names.join(u' ').toStdString();
            EXPECT_GT(view->plot().panelRect(0).height(), 0.68 * view->plot().height()) << "no row of a legend";
        }
}

TEST_F(WindowRoom, ACaptionIsOneLineWithTheRestOnDemand)
{
    workspace().setPreferences({.language = "en"});
    window->resize(1366, 768);
    window->resetLayout();
    QCoreApplication::processEvents();
    window->presetSession().choose(*files::findPreset("nielsen_4"));
    views::FigureView& drawing = *window->figures().views().front();
    window->figures().refreshNow();
    auto& label = *drawing.findChild<widgets::CaptionLabel*>();
    const int line = label.fontMetrics().lineSpacing();
    EXPECT_EQ(label.height(), line);
    ASSERT_TRUE(waitFor([&] { // it is computed beside the window
        window->figures().refreshNow();
        return label.isShortened();
    }));
    EXPECT_FALSE(label.text().contains(u'…')) << "whole sentences: " << label.text().toStdString();
    EXPECT_EQ(label.accessibleName(), label.caption());
    EXPECT_TRUE(label.whatsThis().contains(QStringLiteral("counts the neurons"))) << label.whatsThis().toStdString();
    auto& more = *drawing.findChild<QToolButton*>(QStringLiteral("whole_caption"));
    ASSERT_TRUE(more.isVisible());
    more.click();
    QCoreApplication::processEvents();
    EXPECT_GT(label.height(), line);
    EXPECT_TRUE(label.text().contains(QStringLiteral("counts the neurons")));
    more.click();
    QCoreApplication::processEvents();
    EXPECT_EQ(label.height(), line);
}

TEST_F(WindowRoom, ACaptionKeepsItsHeightInADrag)
{
    window->resize(1366, 768);
    std::vector<int> before;
    const auto heights = [this] {
        std::vector<int> all;
        for (views::FigureView* view : window->figures().views())
            all.push_back(view->findChild<widgets::CaptionLabel*>()->height());
        return all;
    };
    QCoreApplication::processEvents();
    window->figures().refreshNow();
    before = heights();
    workspace().store().beginGesture(QStringLiteral("drag"));
    for (const double weight : {1.0, 3.0, 30.0, 300.0, 1e5, -1e-5}) {
        WindowTest::put("weight", weight);
        window->figures().refreshNow();
        QCoreApplication::processEvents();
        EXPECT_EQ(heights(), before) << weight;
    }
    workspace().store().endGesture();
}

TEST_F(WindowRoom, AFigureIsEnlargedAndEscLeadsBack)
{
    window->activateWindow(); // a shortcut is of the window that has the keys
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    for (int i = 0; i < 3; ++i) // until the panels have the width that their words want
        QCoreApplication::processEvents();
    const auto views = window->figures().views();
    const auto visible = [&] {
        return std::ranges::count_if(views, [](const views::FigureView* view) { return view->isVisible(); });
    };
    const auto all = visible();
    ASSERT_GT(all, 3);
    const QSize small = views[2]->size();
    views[2]->findChild<QToolButton*>(QStringLiteral("enlarge"))->click();
    QCoreApplication::processEvents();
    EXPECT_EQ(visible(), 1);
    EXPECT_GT(views[2]->height(), 2 * small.height());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QCoreApplication::processEvents();
    EXPECT_EQ(visible(), all);
    EXPECT_EQ(views[2]->size(), small);
    const auto doubleClick = [&] { // beside its name and the legend, above the panels
        plot::PlotWidget& plot = views[2]->plot();
        window->figures().refreshNow();
        QPoint place(plot.width() / 2, 6);
        for (hover(plot, place); plot.cursor().shape() == Qt::PointingHandCursor; hover(plot, place))
            place.rx() += 3;
        ASSERT_LT(place.x(), plot.width());
        QTest::mouseDClick(&plot, Qt::LeftButton, {}, place);
        QCoreApplication::processEvents();
    };
    doubleClick();
    EXPECT_EQ(visible(), 1);
    doubleClick();
    EXPECT_EQ(visible(), all);
}

TEST_F(WindowRoom, APanelFoldsToItsTitle)
{
    window->resize(1366, 768);
    window->resetLayout();
    QCoreApplication::processEvents();
    auto& dock = *window->findChild<QDockWidget*>(QStringLiteral("parameters"));
    auto& layer = *window->findChild<QDockWidget*>(QStringLiteral("layer"));
    const int open = dock.height(), wide = window->figures().width();
    EXPECT_LT(layer.height(), 40) << "no layer is selected";
    workspace().selectLayer(2);
    QCoreApplication::processEvents();
    EXPECT_GT(layer.height(), 80);
    workspace().selectLayer(0);
    QTest::qWait(20);
    EXPECT_LT(layer.height(), 40);
    dock.findChild<QToolButton*>(QStringLiteral("fold"))->click();
    QTest::qWait(20);
    EXPECT_LT(dock.height(), 40);
    EXPECT_GT(window->figures().width(), wide + 100) << "nothing but titles stands in the column";
    dock.findChild<QToolButton*>(QStringLiteral("fold"))->click();
    QTest::qWait(20);
    EXPECT_GT(dock.height(), open / 2);
}

TEST_F(WindowRoom, FiguresAreChosenByQuestionEachWithAPicture)
{
    QMenu menu;
    const figures::FigureKind* chosen = nullptr;
    views::fillFigureChoice(menu, workspace(), nullptr, [&](const figures::FigureKind& kind) { chosen = &kind; });
    ASSERT_EQ(menu.actions().size(), 5);
    std::set<QString> names;
    for (QAction* question : menu.actions()) {
        ASSERT_TRUE(question->menu());
        auto& pictures = *question->menu()->findChild<views::MenuThumbnails*>();
        const auto drawn = [&] {
            return std::ranges::count_if(question->menu()->actions(), [](const QAction* action) {
                const QImage picture = action->icon().pixmap(60, 60).toImage();
                return picture.pixelColor(picture.width() / 2, picture.height() / 2).alpha() > 0;
            });
        };
        EXPECT_EQ(drawn(), 0) << "not before it is opened";
        emit question->menu()->aboutToShow();
        EXPECT_TRUE(waitFor([&] { return !pictures.isDrawing(); }));
        EXPECT_EQ(drawn(), question->menu()->actions().size()) << question->text().toStdString();
        emit question->menu()->aboutToHide();
        for (const QAction* action : question->menu()->actions())
            names.insert(action->text());
    }
    EXPECT_EQ(names.size(), figures::figuresRegistry().size());
    menu.actions().front()->menu()->actions().front()->trigger();
    EXPECT_EQ(chosen, views::figuresInOrder().front());
}

TEST_F(WindowRoom, TwoScenariosStandSideBySideOverTheSameAxes)
{
    model::Document other;
    other.scenario.depth = 9;
    other.scenario.weight = 6;
    views::SideBySide pair(workspace(), other, QStringLiteral("other.deltascope"), nullptr);
    pair.setAttribute(Qt::WA_DeleteOnClose, false);
    pair.show();
    QCoreApplication::processEvents();
    pair.refreshNow();
    ASSERT_EQ(pair.pairs().size(), workspace().view().figures.size());
    const auto sameAxes = [&] {
        int same = 0;
        for (const auto& [present, beside] : pair.pairs()) {
            EXPECT_EQ(&present->kind(), &beside->kind());
            const model::ViewRange left = present->plot().drawnRange(0), right = beside->plot().drawnRange(0);
            if (present->kind().id != "learning_speed" && present->kind().id != "running_product")
                continue;
            ++same;
            EXPECT_EQ(left, right) << present->kind().id;
            EXPECT_GE(left.xUpper, 9) << "both are seen";
        }
        return same;
    };
    EXPECT_GT(sameAxes(), 0);
    WindowTest::put("weight", 40.0); // the present one moves on
    QCoreApplication::processEvents();
    pair.refreshNow();
    EXPECT_GT(sameAxes(), 0);
    EXPECT_EQ(pair.other().scenario().weight, 6);
    model::ViewState view = workspace().view();
    view.figures = {"learning_speed"};
    workspace().setView(view);
    EXPECT_EQ(pair.pairs().size(), 1u);
    workspace().selectLayer(2);
    EXPECT_EQ(pair.other().question().layer, 2);
}

} // namespace window_room_test
