// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "imported/imported_network.h"
#include "model/scenario.h"

#include <Eigen/Core>

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace deltascope::data {

/// A column of the user's table: what stands there is offset + factor times what the network is given.
struct OwnColumn {
    std::string name = {}; ///< empty: the file gives it none
    int number = 1; ///< in the file, from 1
    double offset = 0, factor = 1; ///< factor ≥ 0; 0: the column is constant
};

/// The examples that a network is evaluated on and trained with: column x is example x.
struct Dataset {
    Eigen::MatrixXd inputs = {}; ///< inputs × examples; of a sequence those of its steps, one below the other
    Eigen::MatrixXd targets = {}; ///< outputs × examples
    Eigen::MatrixXd heldOutInputs = {}; ///< inputs × holdout: the examples after those
    Eigen::MatrixXd heldOutTargets = {}; ///< outputs × holdout
    std::string id = {}; ///< of the kind that was really used
    std::optional<Message> notice = {}; ///< what the user should know, as that other data stand in for theirs
    std::optional<Message> understood = {}; ///< how a file of the user's was read
    std::vector<std::string> classes = {}; ///< their names where a file gives them, one for each output
    std::vector<std::string> sides = {}; ///< of one output: the names of its classes 0 and 1, where a file gives them
    std::vector<OwnColumn> columns = {}; ///< of a table: of each input
    std::optional<OwnColumn> answered = {}; ///< of a table whose target is a number
    std::shared_ptr<const imported::ImportedNetwork> network =
        {}; ///< whose numbers are the start values; null: no file's
    std::vector<Message> remarks = {}; ///< what to know of the user's data before training, a sentence each

    int examples() const { return static_cast<int>(inputs.cols()); }
    int heldOut() const { return static_cast<int>(heldOutInputs.cols()); }
};

/// Where the user's data lie: a folder, or a file; and the networks that were opened, of which a scenario finds its own
/// by its fingerprint. Not part of a scenario, which names no paths.
struct DataFolder {
    std::string path = {}; ///< empty: none
    std::vector<std::shared_ptr<const imported::ImportedNetwork>> networks = {};
    bool operator==(const DataFolder&) const = default;
};

/// What the files decide: how many inputs and outputs they need, and what was understood.
struct DataSizes {
    int inputs = 1, outputs = 1;
    int rows = 0; ///< that are examples
    std::vector<std::string> classes = {}; ///< their names; empty where the target is a number
    Message understood = {};
};

/// True where a file of the user's decides the numbers of inputs and outputs.
bool sizesFollowFiles(const model::Scenario& scenario);

/// What the files in that folder decide for a scenario whose sizes follow files. Errors: those of makeDataset().
Result<DataSizes> dataSizes(
    const model::Scenario& scenario, const DataFolder& folder, const std::stop_token& stop = {});

/// Of the bytes of the user's files that these kinds of data read there; empty where they read none. Errors: as those
/// of makeDataset() where a file cannot be read.
Result<std::string> fingerprintOf(std::span<const std::string> ids, const DataFolder& folder);

/// The network of a file that this scenario asks for, or nullptr.
std::shared_ptr<const imported::ImportedNetwork> networkOf(const model::Scenario& scenario, const DataFolder& folder);

/// Why the start values of a scenario, where they are those of a file, cannot be had: no file was given, another one,
/// or one of other sizes.
std::optional<Error> networkProblem(const model::Scenario& scenario, const DataFolder& folder);

/// The examples of a valid scenario, by its dataset kind, or by the one that stands in for it where that kind needs a
/// folder and none is given. Example x is drawn from streams of its own (seed, x), so that adding an example changes no
/// other. Errors: networkProblem(), those of the kind (a folder without its files, bad data in them, sizes that do not
/// fit them); fewer columns than asked for where stop was requested.
Result<Dataset> makeDataset(
    const model::Scenario& scenario, const std::stop_token& stop = {}, const DataFolder& folder = {});

} // namespace deltascope::data
