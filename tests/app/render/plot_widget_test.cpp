// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/figure_kind.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "theory/explosion/explosion_set.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <set>

namespace deltascope::render {
namespace plot_widget_test {

figures::Figure sample(double first = -6)
{
    figures::Figure figure{"sample", {"Learning speed", {}}, {figures::Panel{}}, {"Layer 1 learns slowest.", {}}, {}};
    figures::Panel& panel = figure.panels[0];
    panel.x = {{"layer ℓ", {}}, "", figures::AxisScale::layers, 0.5, 6.5, 0};
    panel.y = {{"speed", {}}, "", figures::AxisScale::decades, -7, 1, 0};
    figures::Line bias{{"bias speed", {}}, figures::Role::primary, {1, 2, 3, 4, 5, 6}, {first, -5, -4, -3, -2, -1},
        {1, 2, 3, 4, 5, 6}, {}, true, false};
    figures::Line weight = bias;
    weight.name = {"weight speed", {}};
    weight.role = figures::Role::secondary;
    for (double& y : weight.y)
        y += 1;
    panel.elements = {bias, weight, figures::Guide{{"1", {}}, figures::Role::reference, true, 0}};
    return figure;
}

struct PlotWidgetTest : testing::Test {
    PlotWidgetTest()
    {
        widget.resize(420, 300);
        widget.setTheme(theme(QStringLiteral("light")));
        widget.QWidget::show();
        widget.show(sample(), model::ViewState{});
        widget.flush();
    }
    void wheel(QPointF position, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(
            position, widget.mapToGlobal(position), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
        widget.flush();
    }
    void moveTo(QPoint position) { QTest::mouseMove(&widget, position); }

    plot::PlotWidget widget;
    QPoint centre{230, 150};
};

TEST_F(PlotWidgetTest, WhatItShowsAlreadyIsNotDrawnAgain)
{
    const int before = widget.paintCount();
    widget.show(sample(), model::ViewState{});
    widget.flush();
    EXPECT_EQ(widget.paintCount(), before);
    text::setLanguage(QStringLiteral("pt_BR"));
    widget.show(sample(), model::ViewState{});
    widget.flush();
    EXPECT_EQ(widget.paintCount(), before + 1);
    figures::Figure moved = sample();
    std::get<figures::Line>(moved.panels[0].elements[0]).y[3] = -2.5;
    widget.show(moved, model::ViewState{});
    widget.flush();
    EXPECT_EQ(widget.paintCount(), before + 2);
    text::setLanguage(QStringLiteral("en"));
}

TEST_F(PlotWidgetTest, WhatIsChosenForAnotherFigureDrawsNothing)
{
    const int before = widget.paintCount();
    model::ViewState view;
    view.ranges.push_back({"another", 0, 1, 4, -3, 0});
    widget.show(sample(), view, 2); // a figure that marks the layer is another figure
    widget.setTheme(theme(QStringLiteral("light")));
    EXPECT_TRUE(widget.isUpToDate());
    widget.flush();
    EXPECT_EQ(widget.paintCount(), before);
    view.ranges.push_back({"sample", 0, 1, 4, -3, 0});
    widget.show(sample(), view);
    EXPECT_FALSE(widget.isUpToDate());
    widget.flush();
    EXPECT_EQ(widget.paintCount(), before + 1);
    widget.setTheme(theme(QStringLiteral("dark")));
    widget.flush();
    EXPECT_EQ(widget.paintCount(), before + 2);
}

TEST_F(PlotWidgetTest, ManyFiguresWithinAFrameAreDrawnOnce)
{
    QTest::qWait(40);
    const int before = widget.paintCount();
    for (int i = 0; i < 30; ++i)
        widget.show(sample(-5 - 0.01 * i), model::ViewState{});
    EXPECT_EQ(widget.paintCount(), before);
    ASSERT_TRUE(QTest::qWaitFor([&] { return widget.paintCount() > before; }));
    QTest::qWait(40);
    EXPECT_EQ(widget.paintCount(), before + 1);
}

TEST_F(PlotWidgetTest, HiddenItDrawsNothing)
{
    widget.hide();
    const int before = widget.paintCount();
    widget.show(sample(-5), model::ViewState{});
    QTest::qWait(40);
    EXPECT_EQ(widget.paintCount(), before);
}

TEST_F(PlotWidgetTest, HoveringReadsTheNearestPointWithoutDrawingTheFigureAgain)
{
    QSignalSpy layers(&widget, &plot::PlotWidget::layerHovered), texts(&widget, &plot::PlotWidget::readout);
    const int before = widget.paintCount();
    moveTo(centre);
    ASSERT_EQ(layers.count(), 1);
    ASSERT_EQ(texts.count(), 1);
    const int layer = layers[0][0].toInt();
    EXPECT_GE(layer, 3);
    EXPECT_LE(layer, 4);
    EXPECT_TRUE(texts[0][0].toString().contains(QStringLiteral("= %1:").arg(layer)));
    const QString bias = text::toText(Magnitude{1, layer - 7.}), weight = text::toText(Magnitude{1, layer - 6.});
    const QString text = texts[0][0].toString();
    EXPECT_TRUE(text.endsWith(u' ' + bias) || text.endsWith(u' ' + weight)) << text.toStdString();
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
    EXPECT_EQ(layers.last()[0].toInt(), 0);
    EXPECT_TRUE(texts.last()[0].toString().isEmpty());
    EXPECT_EQ(widget.paintCount(), before);
}

TEST_F(PlotWidgetTest, ALayerReadElsewhereIsMarkedHere)
{
    const QImage before = widget.grab().toImage();
    widget.setHoveredLayer(2);
    EXPECT_NE(widget.grab().toImage(), before);
    widget.setHoveredLayer(0);
    EXPECT_EQ(widget.grab().toImage(), before);
}

TEST_F(PlotWidgetTest, TheWheelZoomsAtThePointerAndTellsTheRange)
{
    QSignalSpy chosen(&widget, &plot::PlotWidget::rangeChosen);
    wheel(centre, 120);
    ASSERT_EQ(chosen.count(), 1);
    auto range = chosen[0][0].value<model::ViewRange>();
    EXPECT_NEAR(range.xUpper - range.xLower, 6 * 0.85, 1e-9);
    EXPECT_NEAR(range.yUpper - range.yLower, 8 * 0.85, 1e-9);
    EXPECT_GT(range.xLower, 0.5);
    wheel(centre, -120);
    range = chosen.last()[0].value<model::ViewRange>();
    EXPECT_NEAR(range.xLower, 0.5, 1e-9); // back where it came from: the value under the pointer had stayed there
    EXPECT_NEAR(range.yUpper, 1, 1e-9);
    wheel(centre, 120, Qt::ControlModifier);
    range = chosen.last()[0].value<model::ViewRange>();
    EXPECT_NEAR(range.yUpper - range.yLower, 8, 1e-9);
    EXPECT_NEAR(range.xUpper - range.xLower, 6 * 0.85, 1e-9);
}

TEST_F(PlotWidgetTest, DraggingPansAndADoubleClickFits)
{
    QSignalSpy chosen(&widget, &plot::PlotWidget::rangeChosen), fit(&widget, &plot::PlotWidget::fitRequested);
    QSignalSpy clicked(&widget, &plot::PlotWidget::layerClicked);
    const QImage fitted = widget.grab().toImage();
    QTest::mousePress(&widget, Qt::LeftButton, {}, centre);
    moveTo(centre + QPoint(40, 0));
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, centre + QPoint(40, 0));
    ASSERT_GE(chosen.count(), 1);
    const auto range = chosen.last()[0].value<model::ViewRange>();
    EXPECT_LT(range.xLower, 0.5);
    EXPECT_NEAR(range.xUpper - range.xLower, 6, 1e-9);
    EXPECT_NEAR(range.yLower, -7, 1e-9);
    EXPECT_EQ(clicked.count(), 0);
    QTest::mouseDClick(&widget, Qt::LeftButton, {}, centre);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, centre);
    EXPECT_EQ(fit.count(), 1);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
    widget.clearFocus();
    widget.flush();
    EXPECT_EQ(widget.grab().toImage(), fitted);
}

TEST_F(PlotWidgetTest, ABoxIsZoomedWithTheRightButtonAndAPlainRightClickIsTheMenu)
{
    QSignalSpy chosen(&widget, &plot::PlotWidget::rangeChosen), menu(&widget, &plot::PlotWidget::contextMenuWanted);
    QTest::mousePress(&widget, Qt::RightButton, {}, centre);
    moveTo(centre + QPoint(60, 40));
    QTest::mouseRelease(&widget, Qt::RightButton, {}, centre + QPoint(60, 40));
    ASSERT_EQ(chosen.count(), 1);
    const auto range = chosen[0][0].value<model::ViewRange>();
    EXPECT_LT(range.xUpper - range.xLower, 2);
    EXPECT_EQ(menu.count(), 0);
    QTest::mouseClick(&widget, Qt::RightButton, {}, centre);
    EXPECT_EQ(menu.count(), 1);
}

TEST_F(PlotWidgetTest, AClickSelectsTheLayerThatIsRead)
{
    QSignalSpy clicked(&widget, &plot::PlotWidget::layerClicked);
    QTest::mouseClick(&widget, Qt::LeftButton, {}, centre);
    ASSERT_EQ(clicked.count(), 1);
    EXPECT_GE(clicked[0][0].toInt(), 3);
}

TEST_F(PlotWidgetTest, TheKeyboardReadsAlongTheCurvesZoomsAndSelects)
{
    QSignalSpy layers(&widget, &plot::PlotWidget::layerHovered), texts(&widget, &plot::PlotWidget::readout);
    QSignalSpy clicked(&widget, &plot::PlotWidget::layerClicked), chosen(&widget, &plot::PlotWidget::rangeChosen);
    QSignalSpy fit(&widget, &plot::PlotWidget::fitRequested);
    widget.setFocus();
    QTest::keyClick(&widget, Qt::Key_Right);
    EXPECT_EQ(layers.last()[0].toInt(), 1);
    QTest::keyClick(&widget, Qt::Key_Right);
    EXPECT_EQ(layers.last()[0].toInt(), 2);
    EXPECT_TRUE(texts.last()[0].toString().startsWith(QStringLiteral("bias speed")));
    QTest::keyClick(&widget, Qt::Key_Down);
    EXPECT_EQ(layers.last()[0].toInt(), 2);
    EXPECT_TRUE(texts.last()[0].toString().startsWith(QStringLiteral("weight speed")));
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(&widget, Qt::Key_Right);
    EXPECT_EQ(layers.last()[0].toInt(), 6);
    QTest::keyClick(&widget, Qt::Key_Return);
    EXPECT_EQ(clicked.last()[0].toInt(), 6);
    QTest::keyClick(&widget, Qt::Key_Plus);
    EXPECT_EQ(chosen.count(), 1);
    QTest::keyClick(&widget, Qt::Key_0);
    EXPECT_EQ(fit.count(), 1);
}

TEST_F(PlotWidgetTest, ACurvesNameHidesItAndTheLegendShowsItAgain)
{
    const QImage before = widget.grab().toImage();
    QSignalSpy layers(&widget, &plot::PlotWidget::layerHovered), texts(&widget, &plot::PlotWidget::readout);
    const QPoint name = widget.nameRect(0, QStringLiteral("bias speed")).center().toPoint();
    ASSERT_TRUE(widget.panelRect(0).contains(name)) << "beside the curve";
    const QPoint entry(30, 8); // above the axes, while it is hidden
    moveTo(name);
    ASSERT_EQ(widget.cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseClick(&widget, Qt::LeftButton, {}, name);
    widget.clearFocus();
    widget.flush();
    EXPECT_NE(widget.grab().toImage(), before);
    EXPECT_TRUE(widget.nameRect(0, QStringLiteral("bias speed")).isEmpty());
    moveTo(centre);
    EXPECT_TRUE(texts.last()[0].toString().startsWith(QStringLiteral("weight speed")));
    QTest::mouseClick(&widget, Qt::LeftButton, {}, entry);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
    widget.clearFocus();
    widget.flush();
    EXPECT_EQ(widget.grab().toImage(), before);
}

TEST_F(PlotWidgetTest, ACurveHiddenInOneFigureIsShownInTheNextOfTheSameName)
{
    figures::Figure other = sample();
    other.id = "other";
    widget.show(other, model::ViewState{});
    widget.flush();
    const QImage whole = widget.grab().toImage();
    QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.nameRect(0, QStringLiteral("bias speed")).center().toPoint());
    widget.clearFocus();
    widget.flush();
    ASSERT_NE(widget.grab().toImage(), whole);
    widget.show(sample(), model::ViewState{});
    widget.flush();
    widget.show(other, model::ViewState{});
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
    widget.clearFocus();
    widget.flush();
    EXPECT_EQ(widget.grab().toImage(), whole);
}

TEST_F(PlotWidgetTest, ScreenReadersGetTitleAndCaption)
{
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&widget);
    ASSERT_NE(accessible, nullptr);
    EXPECT_EQ(accessible->text(QAccessible::Name), QStringLiteral("Learning speed"));
    EXPECT_EQ(accessible->text(QAccessible::Description), QStringLiteral("Layer 1 learns slowest."));
}

TEST_F(PlotWidgetTest, EmptyFiguresAndAbsurdSizesAreDrawn)
{
    figures::Figure broken = sample();
    broken.panels[0].x.lower = broken.panels[0].x.upper = 3;
    figures::Figure huge = sample();
    huge.panels[0].y.upper = 1e300;
    for (const figures::Figure& figure : {figures::Figure{},
             figures::Figure{"empty", {}, {figures::Panel{}, figures::Panel{}}, {}, {}}, broken, huge, sample()})
        for (const QSize size : {QSize(1, 1), QSize(3, 200), QSize(200, 3), QSize(60, 40), QSize(16000, 300)}) {
            widget.resize(size);
            widget.show(figure, model::ViewState{});
            widget.flush();
            moveTo(QPoint(size.width() / 2, size.height() / 2));
            QTest::keyClick(&widget, Qt::Key_Left);
            wheel(QPointF(size.width() / 2., size.height() / 2.), 120);
            EXPECT_FALSE(widget.grab().isNull());
        }
}

TEST_F(PlotWidgetTest, NamesStandInEveryThemeAndEveryFigureIsDrawnAtQuarterSize)
{
    widget.resize(380, 260);
    for (const int depth : {1, 4, 100}) {
        model::Document document;
        document.scenario.depth = depth;
        document.question.layer = depth;
        const results::Snapshot snapshot = results::computeSnapshot(
            document, results::needs<evaluation::Evaluation>() | results::needs<explosion::ExplosionSet>());
        for (const figures::FigureKind* kind : figures::figuresRegistry())
            for (const QString& id : themeIds()) {
                widget.setTheme(theme(id));
                widget.show(kind->build(snapshot, document.question, document.view), document.view);
                const QImage picture = widget.grab().toImage();
                std::set<QRgb> colours;
                for (int y = 0; y < picture.height(); y += 2)
                    for (int x = 0; x < picture.width(); x += 2)
                        colours.insert(picture.pixel(x, y));
                EXPECT_GT(colours.size(), 10U) << kind->id << " at depth " << depth;
            }
    }
}

} // namespace plot_widget_test
} // namespace deltascope::render
