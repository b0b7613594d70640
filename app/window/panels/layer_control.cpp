// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/layer_control.h"

#include "figures/parts/figure_sentences.h"
#include "network/structure.h"
#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <limits>

namespace deltascope::panels {

namespace {

const parameters::Parameter<model::Scenario>& layersRow()
{
    const auto rows = parameters::scenarioParameters();
    return *std::find_if(rows.begin(), rows.end(), [](const parameters::Parameter<model::Scenario>& row) {
        return row.member.as<std::vector<model::LayerSetting>>() != nullptr;
    });
}

double nearestFinite(numerics::Scaled value)
{
    constexpr double kMost = std::numeric_limits<double>::max();
    return std::clamp(value.nearestDouble(), -kMost, kMost);
}

} // namespace

LayerControl::LayerControl(
    workspace::Workspace& workspace, const parameters::Parameter<model::Scenario>& shared, Value own, QWidget* parent)
    : controls::NumberControl(workspace, controls::sliderRange(shared), shared.minimum, shared.maximum, parent)
    , m_shared(shared)
    , m_value(own)
{
    keepRoomForMark();
    LayerControl::showScenario(workspace.scenario());
}

model::LayerSetting LayerControl::setting() const
{
    const int layer = workspace().question().layer;
    if (const model::LayerSetting* known = model::layerSetting(workspace().scenario(), layer))
        return *known;
    return {layer, std::nullopt, std::nullopt};
}

double LayerControl::commonValue(const model::Scenario& scenario) const
{
    const int layer = workspace().question().layer;
    const evaluation::Evaluation* evaluation =
        workspace().snapshotFor(results::needs<evaluation::Evaluation>()).get<evaluation::Evaluation>();
    // What the rule gives this layer: under balanced start values each bias is another one.
    if (evaluation && !workspace().shownState(results::needs<evaluation::Evaluation>()).grey && evaluation->chain
        && layer >= 1 && layer <= evaluation->depth())
        return m_value == &model::LayerSetting::bias ? nearestFinite(evaluation->layer(layer).bias)
                                                     : evaluation->layer(layer).weight;
    return controls::numberOf(scenario, m_shared).value_or(0);
}

void LayerControl::showScenario(const model::Scenario& scenario)
{
    const std::optional<double> own = setting().*m_value;
    m_own = own.has_value();
    const Message idle = layersRow().idle(scenario);
    const bool heeded = idle.empty();
    controls::NumberState state;
    state.standard = controls::numberOf(scenario, m_shared).value_or(0);
    state.value = own && heeded ? *own : commonValue(scenario);
    state.atStandard = !m_own;
    state.marked = m_own;
    if (!heeded)
        state.idle = text::toText(idle);
    else if (m_shared.idle && !m_own && !network::isChain(scenario))
        state.idle = text::toText(m_shared.idle(scenario));
    showState(state);
    retranslate();
}

std::optional<Error> LayerControl::put(double value)
{
    model::LayerSetting next = setting();
    next.*m_value = value;
    const model::Scenario& now = workspace().scenario();
    const Result<model::Scenario> changed =
        parameters::withValue(now, layersRow(), parameters::withLayerSetting(now, next).layers);
    if (!changed)
        return changed.error();
    workspace().store().edit(undoText(), *changed);
    return std::nullopt;
}

void LayerControl::putStandard()
{
    model::LayerSetting next = setting();
    (next.*m_value).reset();
    workspace().store().edit(undoText(), parameters::withLayerSetting(workspace().scenario(), next));
}

controls::ControlText LayerControl::text() const
{
    const int layer = workspace().question().layer;
    const QString symbol = QString::fromStdString(diagnosis::indexed(m_shared.symbol, layer));
    return {text::toText(m_shared.label), symbol,
        m_own ? tr("%1 of layer %2 alone, set by hand; the reset button gives it the shared value again.")
                    .arg(symbol)
                    .arg(layer)
              : tr("%1 of layer %2. It is the shared value until you move it here.").arg(symbol).arg(layer),
        {}};
}

QString LayerControl::resetText() const
{
    return tr("Give layer %1 the shared value again").arg(workspace().question().layer);
}

QString LayerControl::undoText() const
{
    return workspace::ScenarioStore::changeText(text().symbol);
}

} // namespace deltascope::panels
