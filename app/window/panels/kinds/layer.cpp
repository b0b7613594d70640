// SPDX-License-Identifier: GPL-3.0-or-later
// The layer panel: the selected layer's own weight and bias, and what the layer does.
#include "figures/parts/figure_sentences.h"
#include "parameters/idle_parameters.h"
#include "text/language.h"
#include "window/panels/layer_control.h"
#include "window/panels/panel_area.h"
#include "window/panels/panel_kind.h"
#include "window/widgets/layer_box.h"
#include "workspace/show_figure.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace deltascope::panels {

namespace {

/// A lesson leaves out what its step is not about; for a single layer too.
template <class Member>
bool isLeftOut(const workspace::Workspace& workspace, Member model::Scenario::*member)
{
    const auto rows = parameters::scenarioParameters();
    const auto row = std::ranges::find_if(
        rows, [&](const parameters::Parameter<model::Scenario>& each) { return each.member.as<Member>() == member; });
    return std::ranges::find(workspace.hidden(), row->key) != workspace.hidden().end();
}

/// One value of the layer: what it is called, its symbol, its number.
struct ValueRow {
    QLabel* name = nullptr;
    QLabel* symbol = nullptr;
    QLabel* value = nullptr;
};

class LayerPanel : public PanelArea {
    Q_DECLARE_TR_FUNCTIONS(LayerPanel)
public:
    LayerPanel(workspace::Workspace& workspace, QWidget* parent);

protected:
    void showState() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildValues();
    using ShownParts = std::array<bool, 8>;
    ShownParts shownParts() const;
    void fitHeight();
    void connectAll();
    void showBackAll(bool selected);
    void showValues(int layer);

    QLabel* m_label;
    widgets::LayerBox* m_box;
    QLabel* m_of;
    QLabel* m_hint;
    LayerControl* m_weight;
    LayerControl* m_bias;
    QLabel* m_inVain; // why the layer's own weight and bias mean nothing
    LayerControl* m_width;
    LayerActivation* m_activation;
    QWidget* m_values;
    std::array<ValueRow, 6> m_rows;
    QPushButton* m_check;
    QPushButton* m_backAll;
    std::optional<ShownParts> m_fitted; // what the height is for
};

LayerPanel::LayerPanel(workspace::Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
    , m_label(new QLabel)
    , m_box(new widgets::LayerBox)
    , m_of(new QLabel)
    , m_hint(new QLabel)
    , m_weight(new LayerControl(workspace, OwnNumber::weight(), this))
    , m_bias(new LayerControl(workspace, OwnNumber::bias(), this))
    , m_inVain(new QLabel)
    , m_width(new LayerControl(workspace, OwnNumber::width(), this))
    , m_activation(new LayerActivation(workspace, this))
    , m_values(new QWidget)
    , m_check(new QPushButton)
    , m_backAll(new QPushButton)
{
    build();
    connectAll();
}

void LayerPanel::build()
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(3);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_label);
    choice->addWidget(m_box);
    choice->addWidget(m_of, 1);
    column->addLayout(choice);
    for (QWidget* part : {static_cast<QWidget*>(m_hint), static_cast<QWidget*>(m_weight), static_cast<QWidget*>(m_bias),
             static_cast<QWidget*>(m_inVain), static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_activation),
             static_cast<QWidget*>(m_values)})
        column->addWidget(part);
    column->addWidget(m_check);
    column->addWidget(m_backAll);
    column->addStretch(1);
    m_label->setBuddy(m_box);
    m_box->setObjectName(QStringLiteral("layer_box"));
    m_weight->setObjectName(QStringLiteral("layer_weight"));
    m_bias->setObjectName(QStringLiteral("layer_bias"));
    m_width->setObjectName(QStringLiteral("layer_width"));
    m_activation->setObjectName(QStringLiteral("layer_activation"));
    m_inVain->setObjectName(QStringLiteral("layer_in_vain"));
    m_hint->setWordWrap(true);
    m_inVain->setWordWrap(true);
    m_inVain->setTextFormat(Qt::PlainText);
    buildValues();
    m_check->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_check->setObjectName(QStringLiteral("check_gradient"));
    m_backAll->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_backAll->setObjectName(QStringLiteral("all_layers_back"));
    setContent(content);
}

void LayerPanel::buildValues()
{
    m_values->setObjectName(QStringLiteral("layer_values"));
    auto* grid = new QGridLayout(m_values);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    int place = 0;
    for (ValueRow& row : m_rows) {
        row = {new QLabel, new QLabel, new QLabel};
        row.name->setWordWrap(true);
        row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        int column = 0;
        for (QLabel* label : {row.name, row.symbol, row.value}) {
            label->setTextFormat(Qt::PlainText); // rich text would lay out again and again during a drag
            grid->addWidget(label, place, column++);
        }
        ++place;
    }
}

void LayerPanel::connectAll()
{
    connect(m_box, &QSpinBox::valueChanged, &workspace(), &workspace::Workspace::selectLayer);
    connect(&workspace(), &workspace::Workspace::hiddenChanged, this, &LayerPanel::refresh);
    connect(m_check, &QPushButton::clicked, this,
        [this] { workspace::showFigure(workspace(), workspace::kGradientCheck); });
    connect(m_backAll, &QPushButton::clicked, this, [this] {
        model::Scenario next = workspace().scenario();
        next.layers.clear();
        workspace().store().edit(tr("Give all layers the shared values"), next);
    });
}

LayerPanel::ShownParts LayerPanel::shownParts() const
{
    return {!m_hint->isHidden(), !m_weight->isHidden(), !m_bias->isHidden(), !m_inVain->isHidden(),
        !m_width->isHidden(), !m_activation->isHidden(), !m_check->isHidden(), !m_backAll->isHidden()};
}

/// Without a selected layer the panel is as low as its hint and leaves the room to its neighbours; with one it asks for
/// all of it.
void LayerPanel::fitHeight()
{
    const bool selected = m_hint->isHidden();
    const int wanted = contentHeight(viewport()->width());
    m_fitted = shownParts();
    setMinimumHeight(selected ? std::min(wanted, 20 * fontMetrics().lineSpacing()) : wanted);
    setMaximumHeight(selected ? QWIDGETSIZE_MAX : wanted);
}

void LayerPanel::resizeEvent(QResizeEvent* event)
{
    PanelArea::resizeEvent(event);
    fitHeight();
}

void LayerPanel::showBackAll(bool selected)
{
    const int byHand = int(workspace().scenario().layers.size());
    // Beside the sliders it stays, so that nothing jumps under the hand.
    m_backAll->setVisible((selected || byHand > 0)
        && !(isLeftOut(workspace(), &model::Scenario::weight) && isLeftOut(workspace(), &model::Scenario::bias)
            && isLeftOut(workspace(), &model::Scenario::width)
            && isLeftOut(workspace(), &model::Scenario::activation)));
    m_backAll->setEnabled(byHand > 0);
    m_backAll->setText(tr("All to the shared values (%1)").arg(byHand));
}

void LayerPanel::showState()
{
    const int depth = workspace().scenario().depth;
    const int layer = std::min(workspace().question().layer, depth);
    const bool selected = layer >= 1;
    m_box->showLayer(layer, depth);
    m_of->setText(tr("of %1").arg(depth));
    m_hint->setVisible(!selected);
    m_weight->setVisible(selected && !isLeftOut(workspace(), &model::Scenario::weight));
    m_bias->setVisible(selected && !isLeftOut(workspace(), &model::Scenario::bias));
    const Message inVain = selected ? parameters::idle::withoutOwnValues(workspace().scenario(), layer) : Message{};
    m_inVain->setText(text::toText(inVain));
    m_inVain->setVisible(!inVain.empty());
    m_width->setVisible(selected && !isLeftOut(workspace(), &model::Scenario::width));
    m_activation->setVisible(selected && !isLeftOut(workspace(), &model::Scenario::activation));
    m_values->setVisible(selected);
    m_check->setVisible(selected && workspace().hidden().empty()); // a lesson, and the lecture hall, have their own
    showBackAll(selected);
    if (selected) {
        m_weight->showScenario(workspace().scenario());
        m_bias->showScenario(workspace().scenario());
        m_width->showScenario(workspace().scenario());
        m_activation->showScenario(workspace().scenario());
        controls::alignLabels({m_weight, m_bias, m_width, m_activation});
        showValues(layer);
    }
    if (m_fitted != shownParts()) // not at every step of a drag: it lays everything out
        fitHeight();
}

void LayerPanel::showValues(int layer)
{
    const results::Snapshot& snapshot = workspace().snapshotFor(results::needs<evaluation::Evaluation>());
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    const bool known = evaluation && layer <= evaluation->depth()
        && !workspace().shownState(results::needs<evaluation::Evaluation>()).grey;
    m_values->setVisible(known);
    if (!known)
        return;
    const evaluation::LayerEvaluation& of = evaluation->layer(layer);
    const QString slope = QString::fromStdString(diagnosis::symbolOf(snapshot.scenario, layer)) + QStringLiteral("′");
    const QString index = QString::fromStdString(diagnosis::subscript(layer));
    const bool chain = evaluation->chain, single = chain && evaluation->examples == 1;
    std::size_t next = 0;
    const auto row = [&](const QString& name, const QString& symbol, numerics::Scaled value) {
        const ValueRow& labels = m_rows[next++];
        labels.name->setText(name);
        labels.symbol->setText(symbol);
        labels.value->setText(text::toText(Message{"%1", {diagnosis::number(value)}}));
    };
    row(single ? tr("Weighted input") : tr("Mean weighted input"), QLatin1Char('z') + index, of.z.mean);
    row(single ? tr("Activation") : tr("Mean activation"), QLatin1Char('a') + index, of.a.mean);
    row(single ? tr("Slope") : tr("Mean slope"), slope + QStringLiteral("(z%1)").arg(index), of.derivative.mean);
    row(tr("Bias speed"), QStringLiteral("‖∂C/∂b%1‖").arg(index), of.speed.normOfMean);
    row(tr("Weight speed"), QStringLiteral("‖∂C/∂w%1‖").arg(index), of.speed.weight);
    if (chain)
        row(single ? tr("Factor") : tr("Factor, first example"),
            QString::fromStdString(parts::factorSymbol(snapshot.scenario, layer)), of.factor);
    for (; next < m_rows.size(); ++next)
        for (QLabel* label : {m_rows[next].name, m_rows[next].symbol, m_rows[next].value})
            label->clear();
}

void LayerPanel::retranslate()
{
    m_label->setText(tr("&Layer"));
    m_box->setAccessibleName(tr("Selected layer"));
    m_box->setSpecialValueText(tr("none"));
    m_box->setToolTip(tr("The layer marked in every figure; its own settings are listed below."));
    m_box->setWhatsThis(m_box->toolTip());
    m_hint->setText(tr("Or click a neuron in a figure."));
    m_hint->setToolTip(tr("Click a neuron in the drawing, or a layer in any figure, to see its values and to give it "
                          "its own weight, bias, width or activation."));
    m_check->setText(tr("Check a gradient here"));
    m_check->setToolTip(tr("One entry of this layer’s gradient beside its central difference, over the step h"));
    m_backAll->setToolTip(tr("Resets every layer to the shared values."));
    m_fitted.reset();
}

} // namespace

extern const PanelKind layer;
const PanelKind layer{
    .id = "layer",
    .name = translatable("core", "Layer"),
    .description = translatable("core",
        "One layer: its values, and its own weight, bias, width and activation instead of the shared ones. Select it "
        "here, in the drawing or in any figure."),
    .rank = 2,
    .area = Qt::LeftDockWidgetArea,
    .create = [](workspace::Workspace& workspace, QWidget* parent) -> QWidget* {
        return new LayerPanel(workspace, parent);
    },
    .unfolded = [](const workspace::Workspace& workspace) { return workspace.question().layer > 0; },
};

} // namespace deltascope::panels
