// SPDX-License-Identifier: GPL-3.0-or-later
// Long because each thing that can be dragged is dragged, with the mouse, to a place that is known.
// Pictures that move under the hand: what the axes do while a slider is dragged, what stands behind, what is held, and
// what can be taken hold of in the figures themselves.
#include "app/support/hover.h"
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "figures/figure_kind.h"
#include "network/activations/activation.h"
#include "render/export/export.h"
#include "render/plot/plot_widget.h"
#include "window/controls/number_control.h"
#include "window/controls/parameter_control.h"
#include "window/controls/parameter_slider.h"
#include "window/controls/slider_scale.h"
#include "window/views/sheets/limit_text.h"
#include "window/views/sheets/limits_dialog.h"

#include <QFile>
#include <QLineEdit>
#include <QMenuBar>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyleOptionSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace deltascope;

namespace window_drag_test {

class WindowDrag : public WindowTest {
protected:
    WindowDrag()
    {
        model::Preferences preferences = workspace().preferences();
        preferences.language = "en";
        workspace().setPreferences(preferences);
    }

    void show(std::vector<std::string> ids)
    {
        model::ViewState view = workspace().view();
        view.figures = std::move(ids);
        workspace().setView(view);
        settle();
    }
    /// All that is to come has come, and stands still.
    void settle()
    {
        EXPECT_TRUE(waitFor([&] {
            return std::ranges::all_of(window->figures().views(), [&](const views::FigureView* view) {
                return view->isUpToDate() && !workspace().computing(view->kind().needs());
            });
        }));
        window->figures().refreshNow();
    }
    views::FigureView& view(const char* id)
    {
        for (views::FigureView* shown : window->figures().views())
            if (shown->kind().id == id)
                return *shown;
        ADD_FAILURE() << id;
        return *window->figures().views().front();
    }
    plot::PlotWidget& plot(const char* id) { return view(id).plot(); }
    controls::ParameterSlider& slider(const char* key)
    {
        return *window->findChild<controls::NumberControl*>(QLatin1String(key))->slider();
    }
    static QPoint handleOf(const controls::ParameterSlider& slider)
    {
        QStyleOptionSlider option;
        option.initFrom(&slider);
        option.minimum = slider.minimum();
        option.maximum = slider.maximum();
        option.sliderPosition = option.sliderValue = slider.value();
        option.orientation = Qt::Horizontal;
        return slider.style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider).center();
    }
    void press(const char* key)
    {
        QTest::mousePress(&slider(key), Qt::LeftButton, {}, m_pressed = handleOf(slider(key)));
    }
    void moveBy(const char* key, int pixels)
    {
        QTest::mouseMove(&slider(key), m_pressed + QPoint(pixels, 0));
        window->figures().refreshNow();
    }
    void release(const char* key) { QTest::mouseRelease(&slider(key), Qt::LeftButton, {}, m_pressed); }
    static bool holds(const model::ViewRange& outer, const model::ViewRange& inner)
    {
        return outer.xLower <= inner.xLower && outer.xUpper >= inner.xUpper && outer.yLower <= inner.yLower
            && outer.yUpper >= inner.yUpper;
    }
    static model::ViewRange fit(const plot::PlotWidget& plot, int panel = 0)
    {
        const figures::Panel& shown = plot.figure().panels.at(static_cast<std::size_t>(panel));
        return {plot.figure().id, panel, shown.x.lower, shown.x.upper, shown.y.lower, shown.y.upper};
    }
    int steps() { return workspace().store().history().index(); }
    /// The pixel of the first mark of a role.
    static QPoint markOf(const plot::PlotWidget& plot, figures::Role role)
    {
        for (const figures::Element& element : plot.figure().panels.front().elements)
            if (const auto* points = std::get_if<figures::Points>(&element); points && points->role == role)
                return plot.pixelAt(0, {points->x.front(), points->y.front()}).toPoint();
        ADD_FAILURE() << "no mark";
        return {};
    }
    /// From one pixel to another in a few moves; the figures follow.
    void drag(plot::PlotWidget& on, QPoint from, QPoint to)
    {
        QTest::mousePress(&on, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            QTest::mouseMove(&on, from + (to - from) * i / 4);
            window->figures().refreshNow();
        }
        cursorInDrag = on.cursor().shape();
        startInDrag = on.hasStart();
        QTest::mouseRelease(&on, Qt::LeftButton, {}, to);
        settle();
    }

    Qt::CursorShape cursorInDrag = Qt::ArrowCursor;
    bool startInDrag = false;

private:
    QPoint m_pressed;
};

TEST_F(WindowDrag, TheAxesOnlyGrowWhileASliderIsDraggedAndFitAfterwards)
{
    put("depth", 12);
    show({"learning_speed", "derivative_curve", "factors", "window_width"});
    const std::vector<const char*> ids{"learning_speed", "derivative_curve", "factors", "window_width"};
    std::map<std::string, model::ViewRange> before;
    for (const char* id : ids) {
        before[id] = plot(id).drawnRange(0);
        EXPECT_EQ(before[id], fit(plot(id)));
    }
    int narrower = 0, grown = 0;
    press("weight");
    for (const int reach : {8, 30, 60, 20, -10, -40, 5, 70, 0, 3}) {
        moveBy("weight", reach);
        for (const char* id : ids) {
            const model::ViewRange drawn = plot(id).drawnRange(0);
            EXPECT_TRUE(holds(drawn, before[id])) << id << " at " << reach << ": it shrank";
            EXPECT_TRUE(holds(drawn, fit(plot(id)))) << id << " at " << reach << ": something is outside";
            narrower += fit(plot(id)) != drawn;
            grown += drawn != before[id];
            before[id] = drawn;
        }
    }
    EXPECT_GT(narrower, 0) << "nothing was held";
    EXPECT_GT(grown, 0) << "nothing grew";
    EXPECT_TRUE(workspace().view().ranges.empty()) << "a drag is not a choice of limits";
    release("weight");
    settle();
    for (const char* id : ids)
        EXPECT_EQ(plot(id).drawnRange(0), fit(plot(id))) << id;
}

TEST_F(WindowDrag, WhatWasDrawnAtTheStartStandsBehindUntilTheRelease)
{
    show({"learning_speed", "factors"});
    EXPECT_FALSE(plot("learning_speed").hasStart());
    press("weight");
    moveBy("weight", 40);
    EXPECT_TRUE(plot("learning_speed").hasStart());
    EXPECT_TRUE(plot("factors").hasStart());
    const QImage with = plot("learning_speed").grab().toImage();
    plot("learning_speed").setStart(std::nullopt);
    plot("learning_speed").flush();
    EXPECT_NE(plot("learning_speed").grab().toImage(), with) << "it is seen";
    release("weight");
    EXPECT_FALSE(plot("factors").hasStart());
    settle();
}

/// The same words and shapes, with numbers that differ by less than is seen: where Qt puts a letter's outline depends
/// in its 64th of a pixel on what the process has drawn before.
bool areAlike(const QByteArray& one, const QByteArray& two)
{
    static const QRegularExpression number(QStringLiteral("[0-9]+\\.[0-9]+"));
    const QString first = QString::fromUtf8(one), second = QString::fromUtf8(two);
    auto ofFirst = number.globalMatch(first), ofSecond = number.globalMatch(second);
    while (ofFirst.hasNext() && ofSecond.hasNext())
        if (std::abs(ofFirst.next().captured().toDouble() - ofSecond.next().captured().toDouble()) > 0.02)
            return false;
    return !ofFirst.hasNext() && !ofSecond.hasNext() && QString(first).remove(number) == QString(second).remove(number);
}

TEST_F(WindowDrag, NoExportHoldsWhatStandsBehind)
{
    show({"learning_speed", "factors", "derivative_curve"});
    const auto bytes = [&] {
        std::vector<QByteArray> all;
        for (const char* id : {"learning_speed", "factors", "derivative_curve"}) {
            EXPECT_FALSE(view(id).refusal());
            exports::ExportOptions options;
            options.theme = render::theme(QStringLiteral("light"));
            const auto written = exports::exportFormat(QStringLiteral(".svg"))
                                     ->write(plot(id).figure(), workspace().document(), options); // as a copy does
            all.push_back(written ? *written : QByteArray());
        }
        return all;
    };
    press("weight");
    moveBy("weight", 40);
    ASSERT_TRUE(plot("factors").hasStart());
    const std::vector<QByteArray> during = bytes();
    const model::Scenario moved = workspace().scenario();
    QTest::mouseRelease(&slider("weight"), Qt::LeftButton, {}, handleOf(slider("weight")));
    settle();
    ASSERT_EQ(workspace().scenario(), moved);
    const std::vector<QByteArray> after = bytes();
    EXPECT_TRUE(areAlike(during[1], after[1])); // bars, which are sampled nowhere
    const auto count = [](const QByteArray& svg) { return svg.count("<polyline") + svg.count("<path"); };
    for (std::size_t i = 0; i < after.size(); ++i)
        EXPECT_EQ(count(during[i]), count(after[i])) << i << ": as many curves";
}

TEST_F(WindowDrag, TheAxesSettleInMotionUnlessTheSystemAsksForNone)
{
    struct Motion : QProxyStyle {
        int milliseconds = 0;
        int styleHint(
            StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override
        {
            return hint == SH_Widget_Animation_Duration ? milliseconds
                                                        : QProxyStyle::styleHint(hint, option, widget, data);
        }
    };
    show({"learning_speed"});
    Motion style;
    views::FigureView& shown = view("learning_speed");
    shown.setStyle(&style);
    for (const int milliseconds : {0, 100'000}) {
        style.milliseconds = milliseconds;
        press("weight");
        moveBy("weight", 50);
        moveBy("weight", 10);
        EXPECT_NE(shown.plot().drawnRange(0), fit(shown.plot()));
        QTest::mouseRelease(&slider("weight"), Qt::LeftButton, {}, handleOf(slider("weight")));
        EXPECT_EQ(shown.isSettling(), milliseconds > 0);
        settle();
        EXPECT_EQ(shown.plot().drawnRange(0), fit(shown.plot()));
    }
    shown.setStyle(nullptr);
}

TEST_F(WindowDrag, TheColoursOfTheDrawingOnlyGrow)
{
    settle();
    const auto reach = [&] {
        const auto& graph = std::get<figures::Graph>(plot("network").figure().panels.front().elements.front());
        return graph.upper - graph.unit;
    };
    double before = reach();
    press("weight");
    bool grew = false;
    for (const int pixels : {30, 45, 10, 0, 5}) {
        moveBy("weight", pixels);
        grew = grew || reach() > before + 1e-9;
        EXPECT_GE(reach(), before - 1e-9) << pixels;
        before = std::max(before, reach());
    }
    EXPECT_TRUE(grew) << "a large weight makes it vanish by many decades";
    release("weight");
    settle();
    EXPECT_LE(reach(), before);
}

TEST_F(WindowDrag, HeldAxesStayAndAreSaved)
{
    show({"learning_speed", "factors"});
    const model::ViewRange drawn = plot("factors").drawnRange(0);
    auto hold = [&](const char* id) -> QToolButton& {
        return *view(id).findChild<QToolButton*>(QStringLiteral("hold"));
    };
    QTest::mouseClick(&hold("factors"), Qt::LeftButton);
    EXPECT_TRUE(view("factors").isHeld());
    EXPECT_FALSE(view("learning_speed").isHeld());
    put("weight", 60.0);
    settle();
    EXPECT_EQ(plot("factors").drawnRange(0), drawn);
    EXPECT_NE(fit(plot("factors")), drawn);
    press("weight");
    moveBy("weight", -20);
    EXPECT_EQ(plot("factors").drawnRange(0), drawn) << "a drag lets go of nothing";
    release("weight");
    settle();
    EXPECT_EQ(plot("factors").drawnRange(0), drawn);
    const model::Document document = workspace().document();
    ASSERT_NE(model::viewRange(document.view, "factors", 0), nullptr) << "and a document holds them";
    workspace().show(document);
    settle();
    EXPECT_EQ(plot("factors").drawnRange(0), drawn);
    QTest::mouseClick(&hold("factors"), Qt::LeftButton);
    settle();
    EXPECT_EQ(plot("factors").drawnRange(0), fit(plot("factors")));

    auto* all = window->menuBar()->findChild<QToolButton*>(QStringLiteral("hold_all"));
    ASSERT_NE(all, nullptr);
    EXPECT_TRUE(all->isVisible());
    EXPECT_FALSE(all->isChecked());
    QTest::mouseClick(all, Qt::LeftButton);
    for (const char* id : {"learning_speed", "factors"})
        EXPECT_TRUE(view(id).isHeld()) << id;
    EXPECT_FALSE(view("network").isHeld()) << "a drawing has no axes";
    EXPECT_TRUE(all->isChecked());
    QTest::mouseClick(&hold("factors"), Qt::LeftButton);
    EXPECT_FALSE(all->isChecked()) << "not all any more";
    QTest::mouseClick(all, Qt::LeftButton);
    EXPECT_TRUE(all->isChecked());
    QTest::mouseClick(all, Qt::LeftButton);
    EXPECT_TRUE(workspace().view().ranges.empty());
}

TEST_F(WindowDrag, LimitsCanBeTyped)
{
    show({"learning_speed"});
    auto* dialog = new views::LimitsDialog(
        workspace(), plot("learning_speed").figure(), view("learning_speed").shownRanges(), window.get());
    dialog->show();
    const std::vector<QLineEdit*> x = dialog->fields(0, true), y = dialog->fields(0, false);
    ASSERT_EQ(x.size(), 2u);
    ASSERT_EQ(y.size(), 2u);
    EXPECT_EQ(x[0]->text(), QStringLiteral("1"));
    EXPECT_EQ(x[1]->text(), QStringLiteral("4"));
    const auto type = [](QLineEdit* field, const char* text) {
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
        QTest::keyClick(field, Qt::Key_Return);
    };
    type(y[0], "1e-602");
    type(y[1], "0,01");
    const model::ViewRange* range = model::viewRange(workspace().view(), "learning_speed", 0);
    ASSERT_NE(range, nullptr);
    EXPECT_NEAR(range->yLower, -602, 1e-9);
    EXPECT_NEAR(range->yUpper, -2, 1e-9);
    type(x[1], "3");
    range = model::viewRange(workspace().view(), "learning_speed", 0);
    EXPECT_EQ(range->xUpper, 3.5);
    for (const char* wrong : {"0", "-3", "abc", "1e5"}) {
        type(y[0], wrong);
        EXPECT_FALSE(dialog->problem().isEmpty()) << wrong;
        EXPECT_NEAR(model::viewRange(workspace().view(), "learning_speed", 0)->yLower, -602, 1e-9) << wrong;
    }
    type(y[0], "1e-20");
    EXPECT_TRUE(dialog->problem().isEmpty());
    settle();
    EXPECT_NEAR(plot("learning_speed").drawnRange(0).yLower, -20, 1e-9);
    dialog->close();
}

TEST_F(WindowDrag, LimitsReadBackAsTheyAreWritten)
{
    const figures::Axis decades{.scale = figures::AxisScale::decades};
    for (const double exponent : {-3000.0, -602.0, -5.0, -3.0, 0.0, 2.0, 17.0, 4000.0})
        EXPECT_NEAR(*views::limitAt(decades, views::limitText(decades, exponent, false), false), exponent, 1e-9);
    EXPECT_NEAR(*views::limitAt(decades, views::limitText(decades, -12.3456, false), false), -12.3456, 1e-3);
    const figures::Axis linear{.origin = 100};
    EXPECT_EQ(views::limitText(linear, -0.5, false), QStringLiteral("99.5"));
    EXPECT_NEAR(*views::limitAt(linear, QStringLiteral("99,25"), false), -0.75, 1e-12);
}

TEST_F(WindowDrag, ALayersZIsDraggedAlongTheDerivative)
{
    put("weight", 3.0);
    put("bias", -1.0);
    workspace().selectLayer(3);
    for (const char* id : {"derivative_curve", "z_on_derivative"}) {
        show({id});
        const model::Scenario start = workspace().scenario();
        const int before = steps();
        plot::PlotWidget& on = plot(id);
        const QPoint mark = markOf(on, figures::Role::selected);
        hover(on, mark);
        EXPECT_EQ(on.cursor().shape(), Qt::SizeHorCursor) << "the cursor says so";
        const double wanted = -1.7;
        const QPoint to(on.pixelAt(0, {wanted, 0}).toPoint().x(), mark.y() - 15);
        const model::ViewRange drawn = on.drawnRange(0);
        const double pixel = 1 / (on.pixelAt(0, {1, 0}).x() - on.pixelAt(0, {0, 0}).x()); // in z
        drag(on, mark, to);
        EXPECT_EQ(cursorInDrag, Qt::SizeHorCursor);
        EXPECT_TRUE(startInDrag);
        EXPECT_FALSE(on.hasStart());
        ASSERT_EQ(workspace().scenario().layers.size(), 1u) << id;
        const double b = workspace().scenario().layers[0].bias.value_or(99);
        double a = workspace().scenario().input;
        for (int layer = 1; layer < 3; ++layer)
            a = 1 / (1 + std::exp(-(3 * a - 1)));
        EXPECT_NEAR(3 * a + b, wanted, 1.6 * pixel) << id << ": w a + b = z";
        EXPECT_EQ(workspace().scenario().layers[0].layer, 3);
        EXPECT_EQ(steps(), before + 1) << "one step";
        EXPECT_NE(drawn.xLower, drawn.xUpper);
        workspace().store().undo();
        EXPECT_EQ(workspace().scenario(), start);
        settle();
        QTest::mouseClick(&on, Qt::LeftButton, {}, markOf(on, figures::Role::selected));
        EXPECT_EQ(workspace().scenario(), start) << "a click moves nothing";
        workspace().selectLayer(3);
    }
}

TEST_F(WindowDrag, TheWeightIsDraggedOnTheWindowsWidth)
{
    put("weight", -7.0);
    show({"window_width"});
    plot::PlotWidget& on = plot("window_width");
    const QPoint mark = markOf(on, figures::Role::current);
    hover(on, mark);
    EXPECT_EQ(on.cursor().shape(), Qt::SizeHorCursor);
    const int before = steps();
    const double pixel = 1 / (on.pixelAt(0, {1, 0}).x() - on.pixelAt(0, {0, 0}).x());
    drag(on, mark, {on.pixelAt(0, {std::log10(25.0), 0}).toPoint().x(), mark.y()});
    EXPECT_NEAR(std::log10(-workspace().scenario().weight), std::log10(25.0), 1.6 * pixel);
    EXPECT_LE(QString::number(workspace().scenario().weight, 'g', QLocale::FloatingPointShortest).size(), 5);
    EXPECT_EQ(steps(), before + 1);
    EXPECT_EQ(workspace().store().history().undoText(), QStringLiteral("Change Weight"));
}

TEST_F(WindowDrag, TheInputIsDraggedOnTheExplosionWindow)
{
    put("weight", 10.0);
    put("bias", -5.0);
    put("input", 0.2);
    show({"explosion_window"});
    plot::PlotWidget& on = plot("explosion_window");
    const QPoint mark = markOf(on, figures::Role::current);
    const int before = steps();
    drag(on, mark, {on.pixelAt(0, {0.55, 0}).toPoint().x(), mark.y()});
    const double pixel = 1 / (on.pixelAt(0, {1, 0}).x() - on.pixelAt(0, {0, 0}).x());
    EXPECT_NEAR(workspace().scenario().input, 0.55, 1.6 * pixel);
    EXPECT_EQ(steps(), before + 1);
}

TEST_F(WindowDrag, LinksAndNeuronsOfTheDrawingAreTurnedUpAndDown)
{
    settle();
    plot::PlotWidget& on = plot("network");
    const auto at = [&](int node) {
        const auto& graph = std::get<figures::Graph>(on.figure().panels.front().elements.front());
        const figures::Node& drawn = graph.nodes[static_cast<std::size_t>(node)];
        return on.pixelAt(0, {drawn.x, drawn.y});
    };
    const auto linkNow = [&] { return ((at(2) + at(3)) / 2).toPoint(); }; // a longer caption moves it
    const QPoint neuron = at(2).toPoint(), link = linkNow();
    for (const QPoint place : {neuron, link}) {
        hover(on, place);
        EXPECT_EQ(on.cursor().shape(), Qt::SizeVerCursor);
    }
    const model::Scenario start = workspace().scenario();
    const int before = steps();
    const auto turned = [](const char* key, double value, int up) {
        const controls::SliderRange range = controls::sliderRange(*parameters::findScenarioParameter(key));
        return controls::valueAt(range, controls::positionOf(range, value) + up / 300.0);
    };
    drag(on, neuron, neuron + QPoint(3, -45));
    EXPECT_EQ(workspace().scenario().layers,
        (std::vector<model::LayerSetting>{{.layer = 2, .bias = turned("bias", start.bias, 45)}}));
    EXPECT_GT(*workspace().scenario().layers[0].bias, start.bias) << "up is more";
    EXPECT_EQ(steps(), before + 1);
    EXPECT_EQ(workspace().store().history().undoText(), QStringLiteral("Change b₂"));
    workspace().store().undo();
    settle();
    drag(on, linkNow(), linkNow() + QPoint(0, 60));
    EXPECT_EQ(workspace().scenario().layers,
        (std::vector<model::LayerSetting>{{.layer = 3, .weight = turned("weight", start.weight, -60)}}));
    workspace().store().undo();
    settle();
    const QPoint beside = linkNow() + QPoint(9, 0); // not twice at one place, which is a double click
    QTest::mousePress(&on, Qt::LeftButton, {}, beside);
    for (const int up : {20, 40, 41, 20, 2, 0}) {
        QTest::mouseMove(&on, beside - QPoint(0, up));
        window->figures().refreshNow();
        EXPECT_TRUE(up != 41 || workspace().scenario().layers != start.layers);
    }
    QTest::mouseRelease(&on, Qt::LeftButton, {}, beside);
    EXPECT_EQ(workspace().scenario(), start) << "there and back again is nothing";
    EXPECT_EQ(steps(), before);
    workspace().setHidden({"layers"});
    put("input", 0.9);
    settle();
    hover(on, at(2).toPoint());
    EXPECT_NE(on.cursor().shape(), Qt::SizeVerCursor) << "a lesson leaves them out";
    QTest::mouseClick(&on, Qt::LeftButton, {}, at(2).toPoint());
    EXPECT_EQ(workspace().question().layer, 2) << "a click selects as before";
}

TEST_F(WindowDrag, ThePhasePlaneIsDragged)
{
    put("width", 16);
    put("inputs", 16);
    put("initializer", "glorot_uniform");
    show({"phase"});
    plot::PlotWidget& on = plot("phase");
    const model::Scenario start = workspace().scenario();
    const int before = steps();
    const model::ViewRange drawn = on.drawnRange(0);
    const QPoint to = on.pixelAt(0, {drawn.xUpper * 0.4, drawn.yUpper * 0.3}).toPoint();
    hover(on, to);
    EXPECT_EQ(on.cursor().shape(), Qt::SizeAllCursor);
    drag(on, on.rect().center(), to);
    EXPECT_EQ(workspace().scenario().initializer, "mean_field");
    EXPECT_NEAR(workspace().scenario().gain, drawn.xUpper * 0.4, drawn.xUpper * 0.01);
    EXPECT_NEAR(workspace().scenario().biasDeviation, drawn.yUpper * 0.3, drawn.yUpper * 0.01);
    EXPECT_LE(QString::number(workspace().scenario().gain, 'g', QLocale::FloatingPointShortest).size(), 5);
    EXPECT_EQ(steps(), before + 1);
    workspace().store().undo();
    EXPECT_EQ(workspace().scenario(), start);
}

} // namespace window_drag_test
