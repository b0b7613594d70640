// SPDX-License-Identifier: GPL-3.0-or-later
// The window's frame: keys that work whatever has the focus, a toolbar that holds what a lecture needs, pins that can
// be undone, one message for an error.
#include "app/support/window_fixture.h"

#include "files/presets.h"
#include "window/controls/number_control.h"
#include "window/controls/number_edit.h"
#include "window/presenter.h"
#include "workspace/preset_session.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>

#include <set>

using namespace deltascope;
using namespace deltascope::window;

namespace window_frame_test {

class WindowFrame : public WindowTest {
protected:
    WindowFrame()
    {
        workspace().setPreferences({.language = "en"});
        activate();
    }
    /// Shortcuts are those of the active window.
    void activate()
    {
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }

    /// What can have the focus; `alike`: of each class all, else the first.
    std::vector<QWidget*> focusable(bool alike)
    {
        std::vector<QWidget*> all;
        std::set<std::string> classes;
        for (QWidget* widget : window->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus
                && !widget->focusProxy() && widget->window() == window.get()
                && (classes.insert(widget->metaObject()->className()).second || alike))
                all.push_back(widget);
        return all;
    }
    controls::NumberEdit& weightField()
    {
        auto* weight = window->findChild<controls::NumberControl*>(QStringLiteral("weight"));
        return *weight->findChild<controls::NumberEdit*>();
    }
    bool bannerHas(const QString& button)
    {
        const auto buttons = window->banner().findChildren<QPushButton*>();
        return std::ranges::any_of(
            buttons, [&](const QPushButton* each) { return each->isVisible() && each->text() == button; });
    }
    void pressInBanner(const QString& button)
    {
        for (QPushButton* each : window->banner().findChildren<QPushButton*>())
            if (each->isVisible() && each->text() == button) {
                each->click();
                return;
            }
    }
};

TEST_F(WindowFrame, UndoIsTheWindowsWhateverHasTheFocus)
{
    window->pins().pinPresent();
    const auto widgets = focusable(true);
    ASSERT_GT(widgets.size(), 30u);
    for (QWidget* widget : widgets) {
        widget->setFocus();
        put("weight", 3.0);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
        EXPECT_EQ(workspace().scenario().weight, 1)
            << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
    }
}

TEST_F(WindowFrame, WhatIsBeingTypedIsUndoneFirst)
{
    put("weight", 3.0);
    auto& field = weightField();
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("77"));
    QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(workspace().scenario().weight, 3) << "the text was";
    EXPECT_NE(field.text(), QStringLiteral("77"));
}

TEST_F(WindowFrame, ExportAndPresenterComeWhateverHasTheFocus)
{
    for (QWidget* widget : focusable(true)) {
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_E, Qt::ControlModifier);
        EXPECT_TRUE(window->exportDialog().isVisible())
            << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
        window->exportDialog().hide();
        activate();
    }
    for (QWidget* widget : focusable(false)) {
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_F5);
        EXPECT_TRUE(window->presenter().isOn()) << widget->metaObject()->className();
        window->presenter().leave();
        activate();
    }
}

TEST_F(WindowFrame, TheToolbarHoldsEverythingInBothLanguages)
{
    auto* bar = window->findChild<QToolBar*>(QStringLiteral("toolbar"));
    for (const char* language : {"en", "pt_BR"})
        for (const int width : {1366, 1920, 1366}) {
            workspace().setPreferences({.language = language});
            window->resize(width, 740);
            QTest::qWait(50);
            ASSERT_EQ(window->width(), width);
            const auto* rest = bar->findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"));
            EXPECT_TRUE(!rest || !rest->isVisible()) << language << ' ' << width;
            for (const QToolButton* button : bar->findChildren<QToolButton*>())
                if (button->defaultAction()) {
                    EXPECT_TRUE(button->isVisible() && bar->rect().contains(button->geometry()))
                        << language << ' ' << width << ' ' << button->accessibleName().toStdString();
                }
        }
}

TEST_F(WindowFrame, PinsCanBeUndone)
{
    window->pins().pinPresent();
    ASSERT_EQ(workspace().pins().size(), 1u);
    window->pins().rename(0, QStringLiteral("before"));
    window->pins().remove(0);
    EXPECT_TRUE(workspace().pins().empty());
    window->undo();
    ASSERT_EQ(workspace().pins().size(), 1u);
    EXPECT_EQ(workspace().pins()[0].name, "before");
    window->undo();
    EXPECT_EQ(workspace().pins()[0].name, "Pin 1");
    window->undo();
    EXPECT_TRUE(workspace().pins().empty());
    EXPECT_FALSE(workspace().store().canUndo());
    window->redo();
    EXPECT_EQ(workspace().pins().size(), 1u);
}

TEST_F(WindowFrame, ANewPresetAsksAboutThePins)
{
    const documents::Preset *without = nullptr, *with = nullptr;
    for (const documents::Preset& preset : files::presets())
        (preset.document.pins.empty() ? without : with) = &preset;
    ASSERT_TRUE(without && with);
    window->presetSession().choose(*without);
    EXPECT_FALSE(window->banner().says(QStringLiteral("pins"))) << "there were none";
    window->pins().pinPresent();
    const std::vector<model::Pin> mine = workspace().pins();
    window->presetSession().choose(*with);
    EXPECT_EQ(workspace().pins().size(), with->document.pins.size());
    ASSERT_TRUE(bannerHas(QStringLiteral("Put mine back")));
    pressInBanner(QStringLiteral("Put mine back"));
    EXPECT_EQ(workspace().pins(), mine);
    window->undo(); // that, and then the preset
    window->undo();
    EXPECT_EQ(workspace().pins(), mine) << "as before the preset";
    put("weight", 2.5);
    window->presetSession().choose(*without);
    EXPECT_EQ(workspace().pins(), mine);
    ASSERT_TRUE(bannerHas(QStringLiteral("Remove the pins")));
    pressInBanner(QStringLiteral("Remove the pins"));
    EXPECT_TRUE(workspace().pins().empty());
    EXPECT_FALSE(window->banner().says(QStringLiteral("pins")));
}

TEST_F(WindowFrame, AnErrorOfAFieldIsSaidOnce)
{
    auto& field = weightField();
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("1e9"));
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_TRUE(field.isWrong());
    EXPECT_FALSE(window->banner().says(QStringLiteral("error"))) << "it stands below the field";
}

} // namespace window_frame_test
