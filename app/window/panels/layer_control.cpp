// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/layer_control.h"

#include "figures/parts/figure_sentences.h"
#include "network/structure.h"
#include "parameters/idle_parameters.h"
#include "text/language.h"
#include "window/controls/parameter_control.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::panels {

namespace {

template <class Member>
const parameters::Parameter<model::Scenario>& rowOf(Member model::Scenario::*member)
{
    const auto rows = parameters::scenarioParameters();
    return *std::ranges::find_if(
        rows, [&](const parameters::Parameter<model::Scenario>& row) { return row.member.as<Member>() == member; });
}

double nearestFinite(numerics::Scaled value)
{
    constexpr double kMost = std::numeric_limits<double>::max();
    return std::clamp(value.nearestDouble(), -kMost, kMost);
}

/// What a layer has of its own, which may be nothing.
model::LayerSetting ownOf(const workspace::Workspace& workspace, int layer)
{
    const model::LayerSetting* known = model::layerSetting(workspace.scenario(), layer);
    return known != nullptr ? *known : model::LayerSetting{.layer = layer};
}

bool isLast(const workspace::Workspace& workspace)
{
    return workspace.question().layer >= workspace.scenario().depth;
}

std::optional<Error> putOwn(workspace::Workspace& workspace, const model::LayerSetting& own, const QString& undoText)
{
    const model::Scenario& now = workspace.scenario();
    const Result<model::Scenario> next =
        parameters::withValue(now, rowOf(&model::Scenario::layers), parameters::withLayerSetting(now, own).layers);
    if (!next)
        return next.error();
    if (std::optional<Error> violated = parameters::validate(*next))
        return violated;
    workspace.store().edit(undoText, *next);
    return std::nullopt;
}

} // namespace

OwnNumber OwnNumber::weight()
{
    return {.shared = &rowOf(&model::Scenario::weight),
        .ofLast = nullptr,
        .value = [](const model::LayerSetting& own) { return own.weight; },
        .put = [](model::LayerSetting& own, std::optional<double> value) { own.weight = value; },
        .idle = parameters::idle::withoutWeight,
        .computed = [](const evaluation::LayerEvaluation& layer) { return layer.weight; }};
}

OwnNumber OwnNumber::bias() // under balanced start values each bias is another one
{
    return {.shared = &rowOf(&model::Scenario::bias),
        .ofLast = nullptr,
        .value = [](const model::LayerSetting& own) { return own.bias; },
        .put = [](model::LayerSetting& own, std::optional<double> value) { own.bias = value; },
        .idle = parameters::idle::withoutWeight,
        .computed = [](const evaluation::LayerEvaluation& layer) { return nearestFinite(layer.bias); }};
}

OwnNumber OwnNumber::width()
{
    return {.shared = &rowOf(&model::Scenario::width),
        .ofLast = &rowOf(&model::Scenario::outputs),
        .value = [](const model::LayerSetting& own) { return std::optional<double>(own.width); },
        .put =
            [](model::LayerSetting& own, std::optional<double> value) {
                own.width.reset();
                if (value)
                    own.width = static_cast<int>(std::lround(*value));
            },
        .idle = nullptr,
        .computed = nullptr};
}

LayerControl::LayerControl(workspace::Workspace& workspace, const OwnNumber& number, QWidget* parent)
    : controls::NumberControl(
        workspace, controls::sliderRange(*number.shared), number.shared->minimum, number.shared->maximum, parent)
    , m_number(number)
{
    keepRoomForMark();
    LayerControl::showScenario(workspace.scenario());
}

/// The layer whose value this is: tied layers have those of the first of them.
int LayerControl::layer() const
{
    const int selected = workspace().question().layer;
    return m_number.computed != nullptr ? network::ownerOf(workspace().scenario(), selected) : selected;
}

bool LayerControl::isOfLast() const
{
    return m_number.ofLast != nullptr && isLast(workspace());
}

double LayerControl::commonValue(const model::Scenario& scenario) const
{
    const int layer = workspace().question().layer;
    const evaluation::Evaluation* evaluation =
        workspace().snapshotFor(results::needs<evaluation::Evaluation>()).get<evaluation::Evaluation>();
    if (m_number.computed != nullptr && evaluation
        && !workspace().shownState(results::needs<evaluation::Evaluation>()).grey && evaluation->chain && layer >= 1
        && layer <= evaluation->depth())
        return m_number.computed(evaluation->layer(layer));
    return controls::numberOf(scenario, *m_number.shared).value_or(0);
}

void LayerControl::showScenario(const model::Scenario& scenario)
{
    controls::NumberState state;
    if (isOfLast()) {
        m_own = false;
        state.value = controls::numberOf(scenario, *m_number.ofLast).value_or(0);
        state.standard = controls::numberOf(model::Scenario{}, *m_number.ofLast).value_or(0);
        state.atStandard = state.value == state.standard;
    } else {
        const std::optional<double> own = m_number.value(ownOf(workspace(), layer()));
        m_own = own.has_value();
        const Message idle = m_number.idle != nullptr ? m_number.idle(scenario) : Message{};
        state.standard = controls::numberOf(scenario, *m_number.shared).value_or(0);
        state.value = own && idle.empty() ? *own : commonValue(scenario);
        state.atStandard = !m_own;
        state.marked = m_own;
        if (!idle.empty())
            state.idle = text::toText(idle);
        else if (m_number.idle != nullptr && m_number.shared->idle && !m_own && !network::isChain(scenario))
            state.idle = text::toText(m_number.shared->idle(scenario));
    }
    showState(state);
    retranslate();
}

std::optional<Error> LayerControl::put(double value)
{
    if (isOfLast())
        return workspace().setValue(*m_number.ofLast, value);
    model::LayerSetting next = ownOf(workspace(), layer());
    m_number.put(next, value);
    return putOwn(workspace(), next, undoText());
}

void LayerControl::putStandard()
{
    if (isOfLast()) {
        put(controls::numberOf(model::Scenario{}, *m_number.ofLast).value_or(0));
        return;
    }
    model::LayerSetting next = ownOf(workspace(), layer());
    m_number.put(next, std::nullopt);
    workspace().store().edit(undoText(), parameters::withLayerSetting(workspace().scenario(), next));
}

controls::ControlText LayerControl::text() const
{
    if (isOfLast())
        return controls::controlText(*m_number.ofLast, workspace().scenario());
    const int layer = this->layer();
    const QString symbol = QString::fromStdString(diagnosis::indexed(m_number.shared->symbol, layer));
    return {text::toText(m_number.shared->label), symbol,
        m_own ? tr("%1 of layer %2 alone, set by hand; the reset button gives it the shared value again.")
                    .arg(symbol)
                    .arg(layer)
              : tr("%1 of layer %2. It is the shared value until you move it here.").arg(symbol).arg(layer),
        {}};
}

QString LayerControl::resetText() const
{
    return isOfLast() ? NumberControl::resetText() : tr("Give layer %1 the shared value again").arg(layer());
}

QString LayerControl::undoText() const
{
    return workspace::ScenarioStore::changeText(text().symbol);
}

LayerActivation::LayerActivation(workspace::Workspace& workspace, QWidget* parent)
    : controls::ChoiceControl(workspace, rowOf(&model::Scenario::activation).choices(), parent)
{
    keepRoomForMark();
    LayerActivation::showScenario(workspace.scenario());
}

bool LayerActivation::isOfLast() const
{
    return isLast(workspace());
}

void LayerActivation::showScenario(const model::Scenario& scenario)
{
    const model::LayerSetting own = ownOf(workspace(), workspace().question().layer);
    m_own = !isOfLast() && own.activation.has_value();
    if (isOfLast())
        showState({.id = scenario.outputActivation, .atStandard = scenario.outputActivation == scenario.activation});
    else
        showState({.id = m_own ? *own.activation : scenario.activation, .atStandard = !m_own, .marked = m_own});
    retranslate();
}

std::optional<Error> LayerActivation::put(const std::string& id)
{
    if (isOfLast())
        return workspace().setValue(rowOf(&model::Scenario::outputActivation), id);
    model::LayerSetting next = ownOf(workspace(), workspace().question().layer);
    next.activation = id;
    return putOwn(workspace(), next, workspace::ScenarioStore::changeText(text().symbol));
}

std::optional<Error> LayerActivation::putStandard()
{
    if (isOfLast())
        return put(workspace().scenario().activation);
    model::LayerSetting next = ownOf(workspace(), workspace().question().layer);
    next.activation.reset();
    workspace().store().edit(workspace::ScenarioStore::changeText(text().symbol),
        parameters::withLayerSetting(workspace().scenario(), next));
    return std::nullopt;
}

controls::ControlText LayerActivation::text() const
{
    const int layer = workspace().question().layer;
    if (isOfLast())
        return controls::controlText(rowOf(&model::Scenario::outputActivation), workspace().scenario());
    const QString symbol = QString::fromStdString(diagnosis::indexed("f", layer));
    return {text::toText(rowOf(&model::Scenario::activation).label), symbol,
        m_own ? tr("The activation of layer %1 alone; the reset button gives it the shared one again.").arg(layer)
              : tr("The activation of layer %1. It is that of all hidden layers until you choose another here.")
                    .arg(layer),
        {}};
}

QString LayerActivation::resetText() const
{
    return tr("Give layer %1 the activation of the hidden layers").arg(workspace().question().layer);
}

} // namespace deltascope::panels

#include "moc_layer_control.cpp"
