// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis.h"
#include "document.h"
#include "result.h"
#include "scenario_store.h"
#include "snapshot.h"

#include <QObject>

#include <map>
#include <memory>

namespace deltascope {

/// What every panel and figure shares: the scenario store, the view state, the pins and the present results. Panels never
/// see each other. Evaluation runs here at once; everything longer runs on its own thread, newest request wins.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    ScenarioStore& store() { return m_store; }
    const Scenario& scenario() const { return m_store.scenario(); }
    const ViewState& view() const { return m_view; }
    const std::vector<Pin>& pins() const { return m_pins; }
    const Snapshot& snapshot() const { return *m_snapshot; }
    Diagnosis diagnosis() const;
    Document document() const;

    void setView(const ViewState& view);
    void setPins(std::vector<Pin> pins);
    void openDocument(const Document& document); ///< replaces scenario, view and pins; clears the history
    int hoveredLayer() const { return m_hoveredLayer; }
    void setHoveredLayer(int layer);

    /// A visible figure says what it needs, under its own name; empty needs when hidden.
    void require(const QObject* who, Needs wanted);

    /// A sentence for the banner: a refused value, an unreadable file.
    void report(const Error& error);

signals:
    void scenarioChanged();
    void viewChanged();
    void pinsChanged();
    void snapshotChanged();
    void hoveredLayerChanged(int layer);
    void reported(const deltascope::Error& error);

private:
    class Worker;
    void evaluateNow();
    void requestLong();

    ScenarioStore m_store;
    ViewState m_view;
    std::vector<Pin> m_pins;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::map<const QObject*, Needs> m_needs;
    std::unique_ptr<Worker> m_worker;
    int m_hoveredLayer = 0;
};

} // namespace deltascope
