// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dataset.h"

#include "base/fingerprint.h"
#include "base/registry.h"
#include "data/data_remarks.h"
#include "data/dataset_kind.h"
#include "data/target_range.h"
#include "reading/file.h"
#include "reading/file_path.h"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <system_error>

namespace deltascope::data {

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

Error noFile(const model::Scenario& scenario)
{
    return {Fault::usage,
        {translatable("core",
             "The data “%1” are read from your own file, and none was given: choose it, or give it with --data."),
            {scenario.data}}};
}

std::optional<Error> notThere(const DataFolder& folder)
{
    std::error_code reason;
    if (std::filesystem::exists(reading::pathOf(folder.path), reason) || folder.path == "-")
        return std::nullopt;
    const std::string why =
        reason ? reason.message() : std::make_error_code(std::errc::no_such_file_or_directory).message();
    return Error{Fault::unreadable,
        {translatable("core", "The data should be read from “%1”, which cannot be opened: %2."), {folder.path, why}}};
}

} // namespace

bool sizesFollowFiles(const model::Scenario& scenario)
{
    const DatasetKind* kind = findKind(datasetsRegistry(), scenario.data);
    return kind && kind->sizes;
}

Result<DataSizes> dataSizes(const model::Scenario& scenario, const DataFolder& folder, const std::stop_token& stop)
{
    const DatasetKind* kind = findKind(datasetsRegistry(), scenario.data);
    assert(kind != nullptr && kind->sizes != nullptr);
    if (folder.path.empty())
        return noFile(scenario);
    if (std::optional<Error> error = notThere(folder))
        return *std::move(error);
    return kind->sizes(scenario, folder, stop);
}

Result<std::string> fingerprintOf(std::span<const std::string> ids, const DataFolder& folder)
{
    Fingerprint all;
    bool any = false;
    for (const std::string& id : ids) {
        const DatasetKind* kind = findKind(datasetsRegistry(), id);
        if (kind == nullptr || kind->files == nullptr || folder.path.empty())
            continue;
        const Result<std::vector<std::string>> files = kind->files(folder);
        if (!files)
            return files.error();
        for (const std::string& path : *files) {
            const Result<std::string> bytes = reading::readFile(path);
            if (!bytes)
                return bytes.error();
            all.add(std::to_string(bytes->size()) + ":");
            all.add(*bytes);
            any = true;
        }
    }
    return any ? all.text() : std::string();
}

Result<Dataset> makeDataset(const model::Scenario& scenario, const std::stop_token& stop, const DataFolder& folder)
{
    const DatasetKind* wanted = findKind(datasetsRegistry(), scenario.data);
    assert(wanted != nullptr);
    if (std::optional<Error> error = networkProblem(scenario, folder))
        return *std::move(error);
    const DatasetKind* used = wanted;
    if (wanted->wantsFolder && folder.path.empty()) {
        used = findKind(datasetsRegistry(), wanted->standIn);
        if (used == nullptr)
            return noFile(scenario);
    }
    if (used->wantsFolder)
        if (std::optional<Error> error = notThere(folder))
            return *std::move(error);
    model::Scenario all = scenario;
    all.examples += scenario.holdout;
    all.inputs *= model::stepsOf(scenario);
    Result<Dataset> made = used->make(all, folder, stop);
    if (!made)
        return made;
    Dataset data = *std::move(made);
    if (std::optional<Error> error = targetsOutOfRange(scenario, data.targets))
        return *std::move(error);
    data.heldOutInputs = takeFrom(data.inputs, scenario.examples);
    data.heldOutTargets = takeFrom(data.targets, scenario.examples);
    if (used->wantsFolder && !stop.stop_requested())
        for (Message& remark : remarksOn(data, stop))
            data.remarks.push_back(std::move(remark));
    data.id = used->id;
    if (model::startsFromFile(scenario))
        data.network = networkOf(scenario, folder);
    if (used != wanted)
        data.notice = Message{translatable("core", "No data folder is set: “%1” stand in for “%2”."),
            {Message{used->name, {}}, Message{wanted->name, {}}}};
    return data;
}

} // namespace deltascope::data
