// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::data {

/// Where inputs and targets come from. One const record in one file.
struct DatasetKind {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "x ~ N(0, m)"
    const char* description; ///< translatable: one sentence
    int rank; ///< place in menus and lists

    bool usesInput = false; ///< the parameters `input` and `target` mean something
    bool usesMeanSquare = false; ///< the parameter `mean_square` means something
    bool usesTable = false; ///< the parameter `table` means something
    bool random = false; ///< drawn from the seed
    bool wantsFolder = false; ///< reads the user's files
    std::string_view standIn = {}; ///< the kind that is used where no folder is given; empty: that is an error

    /// Puts the numbers of inputs (of all steps together: model::stepsOf) and outputs that these data need; nullptr:
    /// any will do, or the files decide.
    void (*fitSizes)(model::Scenario& scenario) = nullptr;

    /// What the user's files decide of a scenario; nullptr: nothing.
    Result<DataSizes> (*sizes)(
        const model::Scenario& scenario, const DataFolder& folder, const std::stop_token& stop) = nullptr;

    /// The user's files that it reads, in one order; nullptr: none.
    Result<std::vector<std::string>> (*files)(const DataFolder& folder) = nullptr;

    /// The mean square of one input component, where it is known beforehand (theory needs no more of the inputs);
    /// nullptr: that of the examples themselves.
    double (*meanSquare)(const model::Scenario& scenario) = nullptr;

    /// inputs × examples and outputs × examples of a valid scenario, whose `examples` count the held-out ones too and
    /// whose `inputs` those of all steps.
    Result<Dataset> (*make)(const model::Scenario& scenario, const DataFolder& folder, const std::stop_token& stop);
};

std::span<const DatasetKind* const> datasetsRegistry();

} // namespace deltascope::data
