// SPDX-License-Identifier: GPL-3.0-or-later
// A click in the plane of the inputs: the point becomes the input that every figure looks at, and a button leads back.
#include "app/support/window_fixture.h"

#include "evaluation/decision.h"
#include "evaluation/evaluation.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "workspace/training_control.h"

#include <QPushButton>

#include <algorithm>

using namespace deltascope;
using namespace deltascope::window;

namespace window_decision_test {

class WindowDecision : public WindowTest {
protected:
    WindowDecision() { workspace().setPreferences({.language = "en"}); }

    views::FigureView& plane(int inputs)
    {
        model::Document document;
        model::Scenario& scenario = document.scenario;
        scenario.depth = 3;
        scenario.width = 6;
        scenario.inputs = inputs;
        scenario.data = inputs == 2 ? "circles" : "gaussian";
        scenario.examples = 40;
        scenario.activation = "tanh";
        scenario.initializer = "glorot_uniform";
        document.view.figures = {"decision"};
        workspace().show(document);
        EXPECT_TRUE(
            waitFor([&] { return workspace().snapshot().share(results::kindOf<evaluation::Decision>()) == 1; }));
        QCoreApplication::processEvents();
        window->figures().refreshNow();
        return *window->figures().views()[1];
    }
    QString notice() { return window->findChild<widgets::Banner*>()->sentences().join(u' '); }
    const evaluation::Evaluation* evaluation() { return workspace().snapshot().get<evaluation::Evaluation>(); }
};

TEST_F(WindowDecision, AClickMakesThePointTheInputOfEveryFigure)
{
    views::FigureView& view = plane(2);
    ASSERT_TRUE(evaluation());
    EXPECT_EQ(evaluation()->examples, 40);
    const model::Scenario before = workspace().scenario();
    QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, view.plot().rect().center());
    ASSERT_EQ(workspace().question().point.size(), 2u);
    EXPECT_TRUE(waitFor([&] { return evaluation() && evaluation()->examples == 1; }));
    EXPECT_EQ(workspace().scenario(), before) << "a question changes nothing of the network";
    EXPECT_NE(notice().indexOf(QStringLiteral("alone, not at the examples")), -1) << notice().toStdString();
    EXPECT_EQ(workspace().document().question.point, workspace().question().point);

    const auto buttons = window->findChild<widgets::Banner*>()->findChildren<QPushButton*>();
    const auto back = std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton* each) { return each->text().remove(u'&') == QStringLiteral("Look at the examples"); });
    ASSERT_NE(back, buttons.end());
    (*back)->click();
    EXPECT_TRUE(workspace().question().point.empty());
    EXPECT_TRUE(waitFor([&] { return evaluation() && evaluation()->examples == 40; }));
    EXPECT_EQ(notice().indexOf(QStringLiteral("alone, not at the examples")), -1);
}

TEST_F(WindowDecision, ATrainingKeepsItsPlaceUnderAClick)
{
    views::FigureView& view = plane(2);
    workspace().training().runTo(5);
    ASSERT_TRUE(waitFor([&] { return workspace().snapshot().step == 5; }));
    QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, view.plot().rect().center());
    EXPECT_EQ(workspace().question().point.size(), 2u);
    EXPECT_EQ(workspace().training().step(), 5);
    EXPECT_EQ(workspace().snapshot().step, 5);
}

TEST_F(WindowDecision, OfOneInputAClickIsOneStepOfTheHistory)
{
    views::FigureView& view = plane(1);
    QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, view.plot().rect().center());
    EXPECT_EQ(workspace().scenario().data, "constant");
    EXPECT_EQ(workspace().scenario().examples, 1);
    workspace().store().history().undo();
    EXPECT_EQ(workspace().scenario().data, "gaussian");
    EXPECT_EQ(workspace().scenario().examples, 40);
}

TEST_F(WindowDecision, ThePlaneFollowsATraining)
{
    views::FigureView& view = plane(2);
    const auto before = workspace().snapshot().shared<evaluation::Decision>();
    workspace().training().runTo(3);
    EXPECT_TRUE(waitFor([&] {
        const auto now = workspace().snapshot().shared<evaluation::Decision>();
        return now && now != before && !now->coarse && workspace().snapshot().step == 3;
    }));
    EXPECT_NE(before->answers, workspace().snapshot().get<evaluation::Decision>()->answers);
    EXPECT_TRUE(view.isVisible());
}

} // namespace window_decision_test
