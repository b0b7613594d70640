// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/layer_control.h"

#include "controls/parameter_control.h"
#include "figures/parts/wording.h"
#include "render/language.h"
#include "workspace.h"

#include <algorithm>
#include <limits>

namespace deltascope {

namespace {

const Parameter<Scenario>& layersRow()
{
    const auto rows = scenarioParameters();
    return *std::find_if(rows.begin(), rows.end(), [](const Parameter<Scenario>& row) {
        return std::holds_alternative<std::vector<LayerSetting> Scenario::*>(row.member);
    });
}

double nearestFinite(Scaled value)
{
    constexpr double kMost = std::numeric_limits<double>::max();
    return std::clamp(value.nearestDouble(), -kMost, kMost);
}

} // namespace

LayerControl::LayerControl(Workspace& workspace, const Parameter<Scenario>& shared, Value own, QWidget* parent)
    : NumberControl(workspace, sliderRange(shared), shared.minimum, shared.maximum, parent)
    , m_shared(shared)
    , m_value(own)
{
    keepRoomForMark();
    LayerControl::showScenario(workspace.scenario());
}

LayerSetting LayerControl::setting() const
{
    const int layer = workspace().view().layer;
    if (const LayerSetting* known = layerSetting(workspace().scenario(), layer))
        return *known;
    return {layer, std::nullopt, std::nullopt};
}

double LayerControl::commonValue(const Scenario& scenario) const
{
    const int layer = workspace().view().layer;
    const Evaluation* evaluation = workspace().snapshotFor(needs(Need::evaluation)).evaluation.get();
    // What the rule gives this layer: under balanced start values each bias is another one.
    if (evaluation && !workspace().standing(needs(Need::evaluation)).grey && evaluation->chain && layer >= 1
        && layer <= evaluation->depth())
        return m_value == &LayerSetting::bias ? nearestFinite(evaluation->layer(layer).bias)
                                              : evaluation->layer(layer).weight;
    return numberOf(scenario, m_shared).value_or(0);
}

void LayerControl::showScenario(const Scenario& scenario)
{
    const std::optional<double> own = setting().*m_value;
    m_own = own.has_value();
    const Message idle = layersRow().idle(scenario);
    const bool heeded = idle.empty();
    NumberState state;
    state.standard = numberOf(scenario, m_shared).value_or(0);
    state.value = own && heeded ? *own : commonValue(scenario);
    state.atStandard = !m_own;
    state.marked = m_own;
    if (!heeded)
        state.idle = toText(idle);
    else if (m_shared.idle && !m_own && !isChain(scenario))
        state.idle = toText(m_shared.idle(scenario));
    showState(state);
    retranslate();
}

std::optional<Error> LayerControl::put(double value)
{
    LayerSetting next = setting();
    next.*m_value = value;
    const Scenario& now = workspace().scenario();
    const Result<Scenario> changed = withValue(now, layersRow(), withLayerSetting(now, next).layers);
    if (!changed)
        return changed.error();
    workspace().store().edit(undoText(), *changed);
    return std::nullopt;
}

void LayerControl::putStandard()
{
    LayerSetting next = setting();
    (next.*m_value).reset();
    workspace().store().edit(undoText(), withLayerSetting(workspace().scenario(), next));
}

ControlText LayerControl::text() const
{
    const int layer = workspace().view().layer;
    const QString symbol = QString::fromStdString(indexed(m_shared.symbol, layer));
    return {toText(m_shared.label), symbol,
        m_own ? tr("%1 of layer %2 alone, set by hand; the reset button gives it the shared value again.")
                    .arg(symbol)
                    .arg(layer)
              : tr("%1 of layer %2. It is the shared value until you move it here.").arg(symbol).arg(layer),
        {}};
}

QString LayerControl::resetText() const
{
    return tr("Give layer %1 the shared value again").arg(workspace().view().layer);
}

QString LayerControl::undoText() const
{
    return ScenarioStore::changeText(text().symbol);
}

} // namespace deltascope
