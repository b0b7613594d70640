// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "snapshot_worker.h"

#include <QMetaObject>

#include <algorithm>
#include <chrono>

namespace deltascope {

namespace {

constexpr std::chrono::milliseconds kPatience{60}; // after which an overtaken computation is stopped

// Multiplications of one pass; a million of them take a few milliseconds.
double workOf(const Scenario& scenario)
{
    const double width = scenario.width, examples = scenario.examples;
    constexpr double kLayer = 40; // logarithms and scaled numbers of a neuron
    constexpr double kDraw = 5; // of one random weight, once for all examples
    const double weights = scenario.inputs * width + scenario.depth * width * width + width * scenario.outputs;
    return weights * (kDraw + examples) + kLayer * scenario.depth * width * examples;
}

bool evaluatesAtOnce(const Scenario& scenario)
{
    constexpr double kMaxWork = 600'000;
    return workOf(scenario) <= kMaxWork;
}

} // namespace

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_worker(std::make_unique<SnapshotWorker>(
          [this] { QMetaObject::invokeMethod(this, &Workspace::acceptLong, Qt::QueuedConnection); }))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_worker->stopOvertaken(); });
    connect(&m_store, &ScenarioStore::changed, this, &Workspace::scenarioPut);
    evaluateNow();
}

Workspace::~Workspace() = default;

const Snapshot& Workspace::snapshotFor(Needs wanted) const
{
    return m_complete && !isComplete(*m_snapshot, wanted) && isComplete(*m_complete, wanted) ? *m_complete : *m_snapshot;
}

bool Workspace::computing(Needs wanted) const
{
    return !isComplete(*m_snapshot, wanted);
}

Diagnosis Workspace::diagnosis() const
{
    const Snapshot& known = snapshotFor(needs(Need::evaluation));
    if (!known.evaluation) {
        Diagnosis waiting;
        waiting.headline.english = translatable("core", "Computing the forward and backward pass…");
        return waiting;
    }
    return diagnose(known.scenario, *known.evaluation);
}

Document Workspace::document() const
{
    return {scenario(), m_view, m_pins};
}

void Workspace::setView(const ViewState& view)
{
    ViewState next = view;
    if (next.layer > scenario().depth)
        next.layer = 0;
    if (next == m_view)
        return;
    const bool otherQuestion = next.k != m_view.k;
    m_view = std::move(next);
    if (otherQuestion)
        evaluateNow();
    emit viewChanged();
    if (otherQuestion)
        emit snapshotChanged();
}

void Workspace::setPins(std::vector<Pin> pins)
{
    if (pins == m_pins)
        return;
    m_pins = std::move(pins);
    forgetOldPins();
    evaluateNow();
    emit pinsChanged();
    emit snapshotChanged();
}

void Workspace::openDocument(const Document& document)
{
    const bool sameScenario = document.scenario == scenario();
    m_pins = document.pins;
    forgetOldPins();
    m_view = document.view;
    m_complete.reset();
    m_store.reset(document.scenario);
    if (sameScenario)
        scenarioPut();
    emit pinsChanged();
    emit viewChanged();
}

void Workspace::setHoveredLayer(int layer)
{
    if (layer == m_hoveredLayer)
        return;
    m_hoveredLayer = layer;
    emit hoveredLayerChanged(layer);
}

void Workspace::require(const QObject* who, Needs wantedNow)
{
    const auto known = m_needs.find(who);
    if (known == m_needs.end() && wantedNow != 0)
        connect(who, &QObject::destroyed, this, [this, who] { m_needs.erase(who); });
    if (known != m_needs.end() && known->second == wantedNow)
        return;
    m_needs[who] = wantedNow;
    if (!isComplete(*m_snapshot, wanted()))
        requestLong();
}

void Workspace::report(const Error& error)
{
    emit reported(error);
}

void Workspace::scenarioPut()
{
    if (m_view.layer > scenario().depth) {
        m_view.layer = 0;
        emit viewChanged();
    }
    evaluateNow();
    emit scenarioChanged();
    emit snapshotChanged();
}

void Workspace::evaluateNow()
{
    ++m_generation;
    Snapshot next;
    if (evaluatesAtOnce(scenario())) {
        next = computeSnapshot({scenario(), m_view, {}}, needs(Need::evaluation));
    } else {
        next.scenario = scenario();
    }
    const std::vector<Pin> missing = pinsToEvaluate();
    if (std::all_of(missing.begin(), missing.end(), [](const Pin& pin) { return evaluatesAtOnce(pin.scenario); })) {
        for (const Pin& pin : missing)
            m_evaluatedPins.push_back({pin.name, pin.scenario,
                computeSnapshot({pin.scenario, m_view, {}}, needs(Need::evaluation)).evaluation});
    }
    next.generation = m_generation;
    publish(std::make_shared<const Snapshot>(std::move(next)));
    requestLong();
}

void Workspace::requestLong()
{
    const std::vector<Pin> missing = pinsToEvaluate();
    if (isComplete(*m_snapshot, wanted()) && missing.empty()) {
        m_worker->cancel();
        return;
    }
    m_worker->submit({m_generation, {scenario(), m_view, missing}, wanted()});
    if (!m_patience.isActive())
        m_patience.start(kPatience);
}

void Workspace::acceptLong()
{
    std::shared_ptr<const Snapshot> result = m_worker->take();
    if (!result)
        return;
    for (const PinnedResult& pin : result->pins)
        m_evaluatedPins.push_back(pin);
    if (result->generation == m_generation)
        publish(result);
    else if (!m_complete || result->generation > m_complete->generation)
        m_complete = result; // overtaken by a drag, but newer than what the figures show
    emit snapshotChanged();
}

void Workspace::publish(std::shared_ptr<const Snapshot> snapshot)
{
    auto withPins = std::make_shared<Snapshot>(*snapshot);
    withPins->pins = pinnedResults();
    m_snapshot = std::move(withPins);
    if (isComplete(*m_snapshot, wanted()))
        m_complete = m_snapshot;
}

Needs Workspace::wanted() const
{
    Needs all = needs(Need::evaluation);
    for (const auto& [who, wantedByOne] : m_needs)
        all |= wantedByOne;
    return all;
}

std::vector<PinnedResult> Workspace::pinnedResults() const
{
    std::vector<PinnedResult> results;
    for (const Pin& pin : m_pins)
        if (const auto evaluation = evaluationOfPin(pin))
            results.push_back({pin.name, pin.scenario, evaluation});
    return results;
}

std::vector<Pin> Workspace::pinsToEvaluate() const
{
    std::vector<Pin> missing;
    std::copy_if(m_pins.begin(), m_pins.end(), std::back_inserter(missing),
        [this](const Pin& pin) { return !evaluationOfPin(pin); });
    return missing;
}

std::shared_ptr<const Evaluation> Workspace::evaluationOfPin(const Pin& pin) const
{
    const auto known = std::find_if(m_evaluatedPins.begin(), m_evaluatedPins.end(),
        [&](const PinnedResult& result) { return result.scenario == pin.scenario; });
    return known == m_evaluatedPins.end() ? nullptr : known->evaluation;
}

void Workspace::forgetOldPins()
{
    std::erase_if(m_evaluatedPins, [this](const PinnedResult& result) {
        return std::none_of(
            m_pins.begin(), m_pins.end(), [&](const Pin& pin) { return pin.scenario == result.scenario; });
    });
}

} // namespace deltascope
