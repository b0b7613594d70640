// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "diagnosis/diagnosis.h"
#include "model/document.h"
#include "results/snapshot.h"
#include "workspace/drawable_snapshots.h"
#include "workspace/store/scenario_store.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace deltascope::workspace {

class DataFit;
class LessonSession;
class MapControl;
class SnapshotWorker;
class TrainingControl;

/// Whether what is shown is of the present scenario.
struct ShownState {
    bool current = true; ///< it is, or as much of it as there is yet
    bool grey = false; ///< it is not, and not only for the moment of a drag: it must not be taken for it
    Message why = {}; ///< where it is not
};

/// What every panel and figure shares: the scenario store, the question, the view, the pins and the present results.
/// Panels never see each other. Evaluation runs here at once; everything longer runs on its own thread, newest request
/// wins.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    ScenarioStore& store() { return m_store; }
    const model::Scenario& scenario() const { return m_store.scenario(); }
    /// Puts one parameter from a control: in the midst of a training, what may change there changes from its present
    /// step on. An Error says why not, and nothing is changed.
    std::optional<Error> setValue(
        const parameters::Parameter<model::Scenario>& parameter, const parameters::ParameterValue& value);
    /// The same of several parameters at once; outside a gesture it is one undo step of this name.
    std::optional<Error> setValues(const QString& text, const std::vector<PutValue>& values);
    TrainingControl& training() { return *m_training; }
    const TrainingControl& training() const { return *m_training; }
    MapControl& map() { return *m_map; }
    const MapControl& map() const { return *m_map; }
    LessonSession& lesson() { return *m_lesson; }
    const LessonSession& lesson() const { return *m_lesson; }
    const model::Question& question() const { return m_question; } ///< step 0: where the training stands says that
    const model::ViewState& view() const { return m_view; }
    const model::Preferences& preferences() const { return m_preferences; }
    const std::vector<model::Pin>& pins() const { return m_pins; }
    /// The newest results; those that take longer may still be null.
    const results::Snapshot& snapshot() const { return *m_snapshot; }
    /// The newest snapshot that can be drawn with these needs, else the last one that could (its own scenario in it),
    /// else the newest: a figure never mixes two scenarios and does not flicker while a result is on its way. Results
    /// that come late (ResultKind::late) are drawn as far as they are.
    const results::Snapshot& snapshotFor(results::Needs wanted) const;
    /// True while any of these is on its way for the present scenario, or not yet as fine as it will be.
    bool computing(results::Needs wanted) const;
    /// True where `snapshotFor` these needs shows the present scenario, be it unfinished.
    bool isCurrent(results::Needs wanted) const;
    /// The same with its reason: the data are missing, or the results are on their way.
    ShownState shownState(results::Needs wanted) const;
    /// Nothing where what is shown for these needs may leave the window as the present scenario's, else why not.
    std::optional<Error> refusal(results::Needs wanted) const;
    /// Of the snapshot that is shown; nothing where there is none.
    std::optional<diagnosis::Diagnosis> diagnosis() const;
    model::Document document() const;

    void setQuestion(const model::Question& question);
    /// Asks for another map, as an undo step of this name.
    void setMap(const std::optional<model::Map>& map, const QString& undoText);
    /// Asks for the gradient of another weight: of the question that alone, as an undo step of this name.
    void setChecked(const model::Question& checked, const QString& undoText);
    void putMap(const std::optional<model::Map>& map); ///< without one
    void selectLayer(int layer); ///< 0: none
    void setView(const model::ViewState& view);
    void setPreferences(const model::Preferences& preferences);
    void setPins(std::vector<model::Pin> pins);
    void changePins(const QString& undoText, std::vector<model::Pin> pins); ///< as an undo step of this name
    const data::DataFolder& dataFolder() const { return m_folder; }
    void setDataFolder(const data::DataFolder& folder); ///< where data of the user are read from
    void setDataPath(std::string path); ///< the same, with the networks that are open
    /// A network of the user's, for the scenario or pin that names it; the last few are kept, for undo goes back.
    void addNetwork(std::shared_ptr<const imported::ImportedNetwork> network);
    DataFit& dataFit() { return *m_dataFit; }
    /// Shows a document in place of what is shown. Without `undoText` it is opened: the history begins anew, the lesson
    /// goes on where it says, and what it asks for of preferences is heeded. With it, it is one step of the history,
    /// and lesson and preferences stay.
    void show(const model::Document& document, const QString& undoText = {});
    /// Keys of scenario parameters whose controls are left out: a lesson shows few.
    const std::vector<std::string>& hidden() const { return m_hidden; }
    void setHidden(std::vector<std::string> keys);
    int hoveredLayer() const { return m_hoveredLayer; }
    void setHoveredLayer(int layer);

    /// A visible figure says what it needs, under its own name; empty needs when hidden.
    void require(const QObject* who, results::Needs wanted);

    /// A sentence for the banner: a refused value, an unreadable file.
    void report(const Error& error);

signals:
    void scenarioChanged();
    void questionChanged();
    void viewChanged();
    void preferencesChanged();
    void pinsChanged();
    void hiddenChanged();
    void snapshotChanged();
    void hoveredLayerChanged(int layer);
    void reported(const deltascope::Error& error);

private:
    void scenarioPut();
    void trainingProgressed();
    void chooseCompared();
    void askMap();
    bool isMapWanted() const;
    void evaluateNow();
    results::Snapshot stillRight() const;
    void requestLong();
    void acceptLong();
    void publish(const std::shared_ptr<const results::Snapshot>& snapshot);
    void remember(const std::shared_ptr<const results::Snapshot>& snapshot);
    void leaveScenario();
    void showLate();
    void putCourses(results::Snapshot& snapshot) const;
    results::Needs wanted() const;
    model::Document ofMoment() const;

    ScenarioStore m_store;
    data::DataFolder m_folder;
    std::unique_ptr<TrainingControl> m_training;
    std::unique_ptr<MapControl> m_map;
    struct Moment {
        std::int64_t step = 0; // steps made
        std::shared_ptr<const network::Network> network;
        std::shared_ptr<const data::Dataset> data;
    };
    Moment m_shownNetwork, m_newestNetwork; // of the training: that the figures show, that there is
    QElapsedTimer m_sinceShown;
    model::Question m_question;
    model::ViewState m_view;
    model::Preferences m_preferences;
    std::vector<model::Pin> m_pins;
    std::vector<std::string> m_hidden;
    std::shared_ptr<const results::Snapshot> m_snapshot;
    DrawableSnapshots m_drawable;
    QTimer m_late; // until what is still shown is late
    QElapsedTimer m_sinceLeft; // the last scenario
    std::map<const QObject*, results::Needs> m_needs;
    std::uint64_t m_generation = 0, m_firstOfFolder = 0;
    int m_hoveredLayer = 0;
    QTimer m_graceTimer;
    std::unique_ptr<LessonSession> m_lesson;
    std::unique_ptr<DataFit> m_dataFit;
    std::unique_ptr<SnapshotWorker> m_worker; // last: its thread ends before the rest goes
};

} // namespace deltascope::workspace
