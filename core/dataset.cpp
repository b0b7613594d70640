// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset.h"

#include "datasets/dataset_kind.h"
#include "registry.h"
#include "target_range.h"

#include <cassert>

namespace deltascope {

namespace {

/// The columns from `first` on, taken off the matrix.
Eigen::MatrixXd takeFrom(Eigen::MatrixXd& matrix, Eigen::Index first)
{
    if (matrix.cols() <= first)
        return Eigen::MatrixXd(matrix.rows(), 0);
    Eigen::MatrixXd rest = matrix.rightCols(matrix.cols() - first);
    matrix.conservativeResize(Eigen::NoChange, first);
    return rest;
}

} // namespace

Result<Dataset> makeDataset(const Scenario& scenario, const std::stop_token& stop, const DataFolder& folder)
{
    const DatasetKind* wanted = findKind(datasetsRegistry(), scenario.data);
    assert(wanted != nullptr);
    const DatasetKind* used = wanted;
    if (wanted->wantsFolder && folder.path.empty()) {
        used = findKind(datasetsRegistry(), wanted->standIn);
        if (used == nullptr)
            return Error{Fault::usage,
                {translatable("core", "The data “%1” are read from a file of yours, and none was given."),
                    {scenario.data}}};
    }
    Scenario all = scenario;
    all.examples += scenario.holdout;
    Result<Dataset> made = used->make(all, folder, stop);
    if (!made)
        return made;
    Dataset data = *std::move(made);
    if (std::optional<Error> error = targetsOutOfRange(scenario, data.targets))
        return *std::move(error);
    data.heldOutInputs = takeFrom(data.inputs, scenario.examples);
    data.heldOutTargets = takeFrom(data.targets, scenario.examples);
    data.id = used->id;
    if (used != wanted)
        data.notice = Message{translatable("core", "No data folder is set: “%1” stand in for “%2”."),
            {Message{used->name, {}}, Message{wanted->name, {}}}};
    return data;
}

} // namespace deltascope
