// SPDX-License-Identifier: GPL-3.0-or-later
// The window on wide networks: seeds, the ladder, neurons, clicks that choose values.
#include "app/support/hover.h"
#include "app/support/window_fixture.h"

#include "text/language.h"

#include "base/registry.h"
#include "evaluation/neuron_sample.h"
#include "render/plot/plot_widget.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace deltascope;
using namespace deltascope::window;

namespace window_wide_test {

model::Scenario wideScenario()
{
    model::Scenario scenario;
    scenario.depth = 30;
    scenario.width = 64;
    scenario.inputs = 64;
    scenario.outputs = 10;
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    return scenario;
}

class WindowWide : public WindowTest {
protected:
    void showWide()
    {
        workspace().store().edit(QStringLiteral("wide"), wideScenario());
        ASSERT_TRUE(waitFor([&] { return workspace().snapshot().get<evaluation::NeuronSample>() != nullptr; }));
        window->figures().refreshNow();
    }
    QAction* command(const QKeySequence& keys)
    {
        for (QAction* action : window->findChildren<QAction*>())
            if (action->shortcut() == keys)
                return action;
        ADD_FAILURE() << qUtf8Printable(keys.toString());
        return nullptr;
    }
};

const figures::Graph& graphOf(const views::FigureView& view)
{
    for (const figures::Element& element : view.plot().figure().panels.front().elements)
        if (const figures::Graph* graph = std::get_if<figures::Graph>(&element))
            return *graph;
    static const figures::Graph none;
    return none;
}

TEST_F(WindowWide, ANetworkOf64Times30IsEvaluatedBeforeTheEditReturns)
{
    showWide(); // the drawing has asked for its neurons
    model::Scenario next = wideScenario();
    next.seed = 2;
    workspace().store().edit(QStringLiteral("seed"), next);
    ASSERT_TRUE(workspace().snapshot().get<evaluation::Evaluation>());
    ASSERT_TRUE(workspace().snapshot().get<evaluation::NeuronSample>());
    EXPECT_EQ(workspace().snapshot().scenario, next);
}

TEST_F(WindowWide, AClickOnANeuronSelectsItsLayerEverywhere)
{
    showWide();
    const views::FigureView& drawing = *window->figures().views().front();
    const figures::Graph& graph = graphOf(drawing);
    ASSERT_GE(graph.nodes.size(), 70u);
    plot::PlotWidget& plot = drawing.plot();
    QString said;
    QObject::connect(&plot, &plot::PlotWidget::readout, &plot, [&](const QString& text) { said = text; });
    // The columns stand side by side: the middle of the plot belongs to one of them.
    const QPoint middle = plot.rect().center();
    hover(plot, middle);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, middle);
    const int layer = workspace().question().layer;
    ASSERT_GT(layer, 0);
    EXPECT_TRUE(said.startsWith(text::toText(Message{"layer %1, neuron %2", {layer, 0}}).chopped(1)))
        << qUtf8Printable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("δ = "))) << qUtf8Printable(said);
    window->figures().refreshNow();
    const figures::Graph& after = graphOf(drawing);
    for (const figures::Node& node : after.nodes)
        EXPECT_EQ(node.selected, node.layer == layer);
    const auto views = window->figures().views();
    const auto speeds = std::ranges::find_if(
        views, [](const views::FigureView* view) { return view->plot().figure().id == "learning_speed"; });
    ASSERT_NE(speeds, views.end());
    EXPECT_TRUE(
        std::ranges::any_of((*speeds)->plot().figure().panels.front().elements, [&](const figures::Element& element) {
            const figures::Guide* guide = std::get_if<figures::Guide>(&element);
            return guide && guide->role == figures::Role::selected && guide->value == layer;
        }));
}

TEST_F(WindowWide, ANewSeedIsOneStepThatUndoTakesBack)
{
    showWide();
    const model::Scenario before = workspace().scenario();
    QWidget* row = window->findChild<QWidget*>(QStringLiteral("seed"));
    ASSERT_TRUE(row);
    auto* draw = row->findChild<QToolButton*>(QStringLiteral("draw"));
    ASSERT_TRUE(draw);
    EXPECT_FALSE(draw->icon().isNull());
    EXPECT_FALSE(draw->accessibleName().isEmpty());
    EXPECT_FALSE(draw->toolTip().isEmpty());
    const int steps = workspace().store().history().count();
    draw->click();
    EXPECT_NE(workspace().scenario().seed, before.seed);
    EXPECT_EQ(workspace().store().history().count(), steps + 1);
    window->undo();
    EXPECT_EQ(workspace().scenario(), before);
    command(QKeySequence(QStringLiteral("Ctrl+Shift+N")))->trigger();
    EXPECT_NE(workspace().scenario().seed, before.seed);
}

TEST_F(WindowWide, TheCriticalPointIsOneStepThatUndoTakesBack)
{
    showWide();
    put("initializer", std::string("mean_field"));
    put("activation", std::string("gelu"));
    const model::Scenario before = workspace().scenario();
    auto* place = window->findChild<QWidget*>(QStringLiteral("gain"))->findChild<QToolButton*>(QStringLiteral("place"));
    ASSERT_TRUE(place);
    EXPECT_FALSE(place->icon().isNull());
    EXPECT_FALSE(place->accessibleName().isEmpty());
    EXPECT_FALSE(place->toolTip().isEmpty());
    ASSERT_TRUE(place->isVisible() && place->isEnabled());
    const int steps = workspace().store().history().count();
    place->click();
    EXPECT_NEAR(std::pow(workspace().scenario().gain, 2), 1.98305826, 1e-7); // Roberts, Yaida & Hanin (2022)
    EXPECT_NEAR(std::pow(workspace().scenario().biasDeviation, 2), 0.17292239, 1e-7);
    EXPECT_EQ(workspace().store().history().count(), steps + 1);
    window->undo();
    EXPECT_EQ(workspace().scenario(), before);
}

TEST_F(WindowWide, WhereThereIsNoCriticalPointASentenceSaysWhy)
{
    workspace().setPreferences({.language = "en"}); // whatever the system speaks
    showWide();
    put("initializer", std::string("he_normal"));
    put("examples", 4);
    put("normalization", std::string("batch"));
    const model::Scenario before = workspace().scenario();
    QWidget* row = window->findChild<QWidget*>(QStringLiteral("gain"));
    row->findChild<QToolButton*>(QStringLiteral("place"))->click();
    EXPECT_EQ(workspace().scenario(), before);
    const auto labels = row->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("batch normalization"));
    }));
}

TEST_F(WindowWide, NoNewSeedWhereNothingIsRandom)
{
    const QAction* seed = command(QKeySequence(QStringLiteral("Ctrl+Shift+N")));
    ASSERT_TRUE(seed);
    EXPECT_FALSE(seed->isEnabled());
    put("initializer", std::string("he_normal"));
    EXPECT_TRUE(seed->isEnabled());
}

TEST_F(WindowWide, TheLadderIsOneClickAwayAndOneClickBack)
{
    showWide();
    const std::vector<std::string> before = workspace().view().figures;
    QAction* ladder = command(QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    ASSERT_TRUE(ladder);
    EXPECT_FALSE(ladder->icon().isNull());
    ladder->trigger();
    EXPECT_TRUE(ladder->isChecked());
    ASSERT_EQ(window->figures().views().size(), 2u);
    const views::FigureView* shown = window->figures().views().back();
    ASSERT_TRUE(waitFor([&] { return !workspace().computing(shown->kind().needs()); }));
    window->figures().refreshNow();
    EXPECT_TRUE(shown->caption().contains(QStringLiteral("tanh, Glorot"))) << qUtf8Printable(shown->caption());
    ladder->trigger();
    EXPECT_FALSE(ladder->isChecked());
    EXPECT_EQ(workspace().view().figures, before);
    EXPECT_EQ(workspace().scenario(), wideScenario()); // looked at, not changed
}

// A kind of figure whose axes move w and b, and whose rule of start values comes along.
figures::Figure plane(const results::Snapshot&, const model::Question&, const model::ViewState&)
{
    figures::Figure figure{"plane", {"Plane", {}}, {figures::Panel{}}, {"A plane.", {}}, {}};
    figures::Panel& panel = figure.panels.front();
    panel.x = {{"w", {}}, "", figures::AxisScale::linear, 0, 4, 0};
    panel.y = {{"b", {}}, "", figures::AxisScale::linear, 0, 2, 0};
    panel.x.moved = {
        .parameter = "weight", .choices = {}, .lower = 0, .upper = 4, .with = {{"initializer", "constant"}}};
    panel.y.moved = {.parameter = "bias", .choices = {}, .lower = 0, .upper = 2};
    return figure;
}

constexpr figures::FigureKind kPlane{"plane", "Plane", "A plane.", 1000, results::needs<>, plane};

TEST_F(WindowWide, AClickWhereAxesMoveTwoParametersIsOneStep)
{
    views::FigureView view(workspace(), kPlane);
    view.resize(500, 400);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    view.refreshNow();
    put("initializer", "balanced");
    const int steps = workspace().store().history().count();
    QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, view.plot().rect().center());
    EXPECT_EQ(workspace().store().history().count(), steps + 1);
    EXPECT_NEAR(workspace().scenario().weight, 2, 0.4); // the axes are not quite in the middle
    EXPECT_NEAR(workspace().scenario().bias, 1, 0.3);
    EXPECT_EQ(workspace().scenario().initializer, "constant");
    window->undo();
    EXPECT_EQ(workspace().scenario().initializer, "balanced");
    EXPECT_EQ(workspace().scenario().weight, model::Scenario{}.weight);
}

} // namespace window_wide_test
