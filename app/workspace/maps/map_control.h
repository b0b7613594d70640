// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "data/dataset.h"
#include "model/document.h"
#include "results/map_cells.h"
#include "workspace/maps/map_worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace deltascope::workspace {

/// Computes the map that the question asks for while a figure shows it. What its cells do not depend on (the values of
/// the very parameters that it is over) leaves it as it is; of another range only the new cells are computed. What has
/// been reached is pulled at display rate.
class MapControl : public QObject {
    Q_OBJECT
public:
    explicit MapControl(QObject* parent = nullptr);

    /// The present scenario and question; `wanted`: a figure shows the map. Computes what is new, and nothing where
    /// there is none.
    void ask(const model::Document& document, const data::DataFolder& folder, bool wanted);

    /// What is there of the map; of the one before for the moment that the first cells take. Null where none is asked
    /// for, or what is asked for is impossible.
    const std::shared_ptr<const results::MapCells>& cells() const { return m_cells; }
    /// True while `cells` is of the scenario or the measure before.
    bool isBehind() const { return m_behind; }
    /// Why there is no map of what is asked.
    const std::optional<Error>& problem() const { return m_problem; }
    bool isRunning() const { return m_frame.isActive(); }
    bool isStopped() const { return m_stopped; } ///< by hand, before its end
    double share() const; ///< of the cells that are there, 0 … 1
    double secondsLeft() const; ///< at the present pace; below 0 where nobody knows yet
    std::uint64_t generation() const { return m_generation; } ///< one more with each computation that begins

    void stop(); ///< keeps what is there
    void goOn();
    /// Cells from a file, of this document: they are not computed again.
    void bring(const model::Document& document, const data::DataFolder& folder, results::MapCells cells);

signals:
    void progressed(); ///< more cells, or others
    void stateChanged(); ///< running or not, or another problem

private:
    void begin(bool sameCells);
    void look();
    void forget();
    void setProblem(std::optional<Error> problem);

    std::optional<model::Document> m_asked; // of the map that is, or was last, computed
    data::DataFolder m_folder;
    bool m_wanted = false, m_behind = false, m_stopped = false;
    std::shared_ptr<const results::MapCells> m_cells;
    std::vector<std::shared_ptr<const results::MapCells>> m_known; // of other ranges, the newest first
    std::optional<Error> m_problem;
    std::uint64_t m_generation = 0;
    std::size_t m_doneAtStart = 0;
    QTimer m_frame;
    QElapsedTimer m_sinceStart;
    MapWorker m_worker; // last: its thread ends before the rest goes
};

} // namespace deltascope::workspace
