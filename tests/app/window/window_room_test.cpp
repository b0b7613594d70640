// SPDX-License-Identifier: GPL-3.0-or-later
// Room for the plots: what share of each figure its axes have, where a window is as small as a classroom's or as large
// as a desk's; and that what is measured is a figure that shows something.
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "files/presets.h"
#include "render/plot/plot_widget.h"
#include "results/map_cells.h"
#include "training/training_progress.h"
#include "window/widgets/caption_label.h"
#include "workspace/preset_session.h"
#include "workspace/training_control.h"

#include <QDockWidget>
#include <QImage>

#include <cstdio>

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
                return findKind(figures::figuresRegistry(), id)->needs().wants(
                    results::kindOf<training::TrainingProgress>());
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
                    EXPECT_TRUE(window->rect().contains(
                        QRect(view->mapTo(window.get(), QPoint()), view->size())))
                        << where;
                    if (view->plot().veil().isEmpty()) {
                        EXPECT_GT(ink(*view), 60) << where;
                    }
                    if (table)
                        std::fprintf(table, "%.3f %s %dx%d ink %d%s\n", view->axesShare(), where.c_str(),
                            view->width(), view->height(), ink(*view),
                            view->findChild<widgets::CaptionLabel*>()->text().contains(u'…')
                                ? (" cut " + std::to_string(view->findChild<widgets::CaptionLabel*>()->width()) + " " + view->findChild<widgets::CaptionLabel*>()->text().toStdString() + " | "
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

} // namespace window_room_test
