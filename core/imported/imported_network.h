// SPDX-License-Identifier: GPL-3.0-or-later
// A network of the user's, from a file of another program or of ours: which of its arrays became which layer, what was
// left out and why. Its numbers are the start values of a scenario that names it (model::NetworkSetting).
#pragma once

#include "base/message.h"
#include "base/result.h"

#include <Eigen/Core>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deltascope::imported {

struct ImportedLayer {
    Eigen::MatrixXd weights; ///< out × in
    Eigen::VectorXd biases; ///< out
};

/// Under this name a file of ours holds the scenario: among the words of safetensors, and beside the arrays of an npz.
inline constexpr std::string_view kScenarioKey = "deltascope", kScenarioEntry = "scenario.json";

/// What became of one array of the file.
struct ArrayUse {
    std::string name;
    std::string shape; ///< "300 × 784"
    Message became; ///< "weights of layer 1", or why it was left out
    bool used = false;
};

struct ImportedNetwork {
    std::string name; ///< of the file, without its folder
    std::string fingerprint; ///< of its bytes
    std::vector<ImportedLayer> layers;
    std::vector<ArrayUse> arrays; ///< in the order of the file
    /// What the file says of the network beside its numbers: keys of a scenario, and values as they are typed.
    std::vector<std::pair<std::string, std::string>> said = {};
    std::string scenario = {}; ///< that it was made of, where we wrote the file: JSON

    std::vector<int> sizes() const; ///< inputs … outputs
};

/// From the bytes of a file of this name: safetensors, npz, or what our `network` command writes. Errors
/// (Fault::invalidData), with the name: files that are damaged, of another kind, or of no chain of layers that we know.
Result<ImportedNetwork> importNetwork(std::string_view bytes, const std::string& name);

/// The same of a file. Errors: those of reading::readFile() too.
Result<ImportedNetwork> openNetwork(const std::string& path);

} // namespace deltascope::imported
