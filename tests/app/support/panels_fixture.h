// SPDX-License-Identifier: GPL-3.0-or-later
// One panel on the screen, over a workspace of its own.
#pragma once

#include "base/registry.h"
#include "text/language.h"
#include "window/controls/number_control.h"
#include "window/controls/number_edit.h"
#include "window/controls/parameter_slider.h"
#include "window/controls/reset_button.h"
#include "window/panels/panel_kind.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace deltascope {

class PanelTest : public testing::Test {
protected:
    PanelTest()
    {
        text::setLanguage(QStringLiteral("en")); // and its decimals, whatever the system's
        QObject::connect(&m_workspace, &workspace::Workspace::reported, &m_workspace,
            [this](const Error& error) { m_reports.push_back(error); });
    }
    ~PanelTest() override { text::setLanguage(QStringLiteral("en")); }

    /// The panel of this id, shown; later calls replace it.
    QWidget& show(const char* id, QSize size = {320, 760})
    {
        const panels::PanelKind* kind = findKind(panels::panelsRegistry(), id);
        EXPECT_NE(kind, nullptr) << id;
        m_panel.reset(kind->create(m_workspace, nullptr));
        m_panel->resize(size);
        m_panel->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(m_panel.get()));
        return *m_panel;
    }
    template <class Widget = controls::NumberControl>
    Widget& control(const char* name)
    {
        auto* found = m_panel->findChild<Widget*>(QString::fromUtf8(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    QWidget& panel() { return *m_panel; }
    workspace::Workspace& workspace() { return m_workspace; }
    const model::Scenario& scenario() { return m_workspace.scenario(); }
    int steps() { return m_workspace.store().history().count(); }
    void put(model::Scenario next) { m_workspace.store().edit(QStringLiteral("test"), next); }
    void select(int layer) { m_workspace.selectLayer(layer); }
    const std::vector<Error>& reports() const { return m_reports; }

    /// Types this text over what stands in the field, and presses Enter.
    static void type(controls::NumberEdit& field, const QString& text)
    {
        field.setFocus();
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        for (const QChar sign : text) // keyClicks() knows Latin-1 keys only; U+2212 comes by pasting or composing
            QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_unknown, QString(sign), Qt::NoModifier);
        QTest::keyClick(&field, Qt::Key_Return);
    }
    static QPoint handle(const controls::ParameterSlider& slider)
    {
        QStyleOptionSlider option;
        option.initFrom(&slider);
        option.orientation = Qt::Horizontal;
        option.minimum = slider.minimum();
        option.maximum = slider.maximum();
        option.sliderPosition = slider.sliderPosition();
        option.sliderValue = slider.value();
        return slider.style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider).center();
    }
    static bool turnWheel(QWidget& widget, int notches)
    {
        const QPointF centre = widget.rect().center();
        QWheelEvent event(centre, widget.mapToGlobal(centre), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
        return event.isAccepted();
    }

private:
    workspace::Workspace m_workspace;
    std::vector<Error> m_reports;
    std::unique_ptr<QWidget> m_panel;
};

} // namespace deltascope
