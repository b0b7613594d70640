// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/window_fixture.h"

#include "files/lessons.h"
#include "files/presets.h"
#include "render/plot/plot_widget.h"
#include "window/dialogs/export_dialog.h"
#include "window/panel_docks.h"
#include "workspace/lesson_session.h"
#include "workspace/preset_session.h"

#include <QAccessible>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTabBar>
#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_access_test {

using WindowAccess = WindowTest;

void expectNames(QWidget& top)
{
    for (QWidget* widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        if (qobject_cast<QScrollArea*>(widget))
            continue; // reached to scroll; what it holds has the names
        const QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(access);
        EXPECT_FALSE(access->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className();
    }
}

TEST_F(WindowAccess, EverythingThatTakesTheFocusHasAName)
{
    window->pins().pinPresent();
    QCoreApplication::processEvents();
    expectNames(*window);
    window->exportDialog().offer(nullptr);
    expectNames(window->exportDialog());
}

TEST_F(WindowAccess, EachPlotSaysItsNumbers)
{
    window->figures().refreshNow();
    for (const views::FigureView* view : window->figures().views()) {
        const QString before = view->plot().accessibleDescription();
        EXPECT_TRUE(before.contains(view->caption()));
    }
    const views::FigureView* speeds = window->figures().views()[3];
    const QString before = speeds->plot().accessibleDescription();
    put("weight", 3.0);
    window->figures().refreshNow();
    EXPECT_NE(speeds->plot().accessibleDescription(), before);
}

TEST_F(WindowAccess, EveryCommandHasWords)
{
    QList<QMenu*> menus = window->menuBar()->findChildren<QMenu*>();
    EXPECT_GE(menus.size(), 4);
    for (const QMenu* menu : menus)
        for (const QAction* action : menu->actions())
            EXPECT_TRUE(action->isSeparator() || !action->text().isEmpty()) << qUtf8Printable(menu->title());
    QList<QKeySequence> keys;
    for (const QAction* action : window->findChildren<QAction*>())
        if (!action->shortcut().isEmpty()) {
            EXPECT_FALSE(keys.contains(action->shortcut())) << qUtf8Printable(action->text());
            keys << action->shortcut();
        }
}

TEST_F(WindowAccess, ADragOfASliderIsOneStepAndShowsEverywhere)
{
    QSlider* slider = nullptr;
    for (QSlider* one : window->findChildren<QSlider*>())
        if (!slider && one->isVisible())
            slider = one;
    ASSERT_TRUE(slider);
    const model::Scenario before = workspace().scenario();
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.minimum = slider->minimum();
    option.maximum = slider->maximum();
    option.sliderPosition = slider->sliderPosition();
    option.orientation = slider->orientation();
    const QPoint handle =
        slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider).center();
    QTest::mousePress(slider, Qt::LeftButton, {}, handle);
    for (int i = 1; i <= 30; ++i)
        QTest::mouseMove(slider, handle + QPoint(3 * i, 0));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, handle + QPoint(90, 0));
    EXPECT_NE(workspace().scenario(), before);
    EXPECT_EQ(workspace().store().history().count(), 1);
    window->undo();
    EXPECT_EQ(workspace().scenario(), before);
}

TEST_F(WindowAccess, LightAndDarkChangeLive)
{
    for (const char* id : {"dark", "light"}) {
        workspace().setPreferences({.theme = id});
        QCoreApplication::processEvents();
        window->figures().refreshNow();
        const bool dark = std::string(id) == "dark";
        EXPECT_EQ(window->palette().color(QPalette::Window).lightness() < 128, dark) << id;
    }
    workspace().setPreferences({});
    QCoreApplication::processEvents();
    EXPECT_EQ(window->palette().color(QPalette::Window), QApplication::palette().color(QPalette::Window));
}

TEST_F(WindowAccess, AnySizeIsSurvived)
{
    for (const QSize size : {QSize(1, 1), QSize(16, 600), QSize(1024, 768), QSize(3840, 2160), QSize(16000, 300)}) {
        window->resize(size);
        QCoreApplication::processEvents();
        window->figures().refreshNow();
    }
    EXPECT_LE(window->minimumSizeHint().width(), 1024);
    EXPECT_LE(window->minimumSizeHint().height(), 768);
}

TEST_F(WindowAccess, PresetsAreMarkedWhenChangedAndPutBack)
{
    workspace::PresetSession& session = window->presetSession();
    for (const documents::Preset& preset : files::presets()) {
        session.choose(preset);
        EXPECT_EQ(session.present(), &preset);
        EXPECT_EQ(workspace().scenario(), preset.document.scenario);
        EXPECT_FALSE(session.modified());
    }
    put("bias", 0.125);
    EXPECT_TRUE(session.modified());
    EXPECT_TRUE(session.title().contains(QStringLiteral("•")));
    session.putBack();
    EXPECT_FALSE(session.modified());
    window->undo();
    EXPECT_EQ(workspace().scenario().bias, 0.125);
}

TEST_F(WindowAccess, PinsAreNamedRenamedAndRemoved)
{
    window->pins().pinPresent();
    window->pins().pinPresent();
    ASSERT_EQ(workspace().pins().size(), 1u) << "what is pinned is pinned once";
    window->pins().rename(0, QStringLiteral("  before  "));
    EXPECT_EQ(workspace().pins()[0].name, "before");
    window->pins().rename(0, QStringLiteral(" "));
    EXPECT_EQ(workspace().pins()[0].name, "before");
    put("weight", 9.0);
    window->pins().goTo(0);
    EXPECT_EQ(workspace().scenario(), workspace().pins()[0].scenario);
    window->pins().remove(0);
    EXPECT_TRUE(workspace().pins().empty());
    EXPECT_FALSE(window->pins().isVisible());
}

TEST_F(WindowAccess, TheLayoutComesBack)
{
    window->panels().all().front()->hide();
    window->resize(1111, 777);
    window->close();
    MainWindow next;
    next.start({});
    next.show();
    EXPECT_EQ(next.size(), QSize(1111, 777));
    EXPECT_FALSE(next.panels().all().front()->isVisible());
    next.resetLayout();
    EXPECT_TRUE(next.panels().all().front()->isVisible());
}

/// What's This of the widget, or of what holds it up to its panel.
QString explanationOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (!widget->whatsThis().isEmpty())
            return widget->whatsThis();
    return {};
}

TEST_F(WindowAccess, EverythingThatTakesTheFocusIsExplained)
{
    workspace().lesson().start(files::lessons().front(), 2);
    QCoreApplication::processEvents();
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const bool ours = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)
            && !qobject_cast<const QMenuBar*>(widget) && !qobject_cast<const QTabBar*>(widget)
            && !widget->objectName().startsWith(QStringLiteral("qt_"));
        EXPECT_TRUE(!ours || !explanationOf(widget).isEmpty())
            << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
    }
}

/// Words of labels and buttons in twice the type.
TEST_F(WindowAccess, NothingIsCutOffInTwiceTheType)
{
    const QFont normal = QApplication::font();
    QFont large = normal;
    large.setPointSizeF(2 * normal.pointSizeF());
    QApplication::setFont(large);
    window->resize(1600, 1000);
    workspace().lesson().start(files::lessons().front(), 1);
    const auto cutOff = [&]() -> std::string {
        for (const QWidget* widget : window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->visibleRegion().isEmpty())
                continue;
            if (const auto* label = qobject_cast<const QLabel*>(widget);
                label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                return "label " + label->text().toStdString();
            if (const auto* button = qobject_cast<const QPushButton*>(widget);
                button && button->width() < button->minimumSizeHint().width())
                return "button " + button->text().toStdString();
        }
        return {};
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return cutOff().empty(); })) << cutOff();
    QApplication::setFont(normal);
}

} // namespace window_access_test
