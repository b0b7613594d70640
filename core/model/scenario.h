// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formula/formula.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::model {

/// What one layer has of its own: a weight or a bias in place of what the initializer would give, and, of a hidden
/// layer, neurons and an activation in place of those that all share.
struct LayerSetting {
    int layer = 1; ///< 1 … depth
    std::optional<double> weight = {};
    std::optional<double> bias = {};
    std::optional<int> width = {}; ///< only of layers before the last
    std::optional<std::string> activation = {}; ///< the same
    bool operator==(const LayerSetting&) const = default;

    bool empty() const { return !weight && !bias && !width && !activation; }
};

/// How a table of the user's is understood; what is not said is found in the file.
struct TableSetting {
    std::string target; ///< the column, by its name or by its number from 1; empty: found
    std::optional<std::vector<std::string>> leaveOut; ///< columns that are no inputs, named alike; nothing: found
    std::string draw = "shuffled"; ///< how examples are taken from the rows: shuffled, stratified, file_order
    std::string targetAs = "found"; ///< what the target is: found, classes, number
    std::string scale = "standard"; ///< of each input: none, standard, min_max
    std::string targetScale = "none"; ///< of a target that is a number, alike
    std::string separator = "found"; ///< of cells: found, comma, semicolon, tab, bar, blank
    std::string decimalMark = "found"; ///< found, point, comma
    std::string header = "found"; ///< the first row names the columns: found, yes, no
    bool operator==(const TableSetting&) const = default;
};

/// A network of the user's, from a file whose numbers are the start values: what it is known by. No document holds the
/// numbers.
struct NetworkSetting {
    std::string file; ///< its name, without the folder
    std::string fingerprint; ///< of its bytes; empty: there is none
    std::vector<int> sizes; ///< inputs … outputs
    bool operator==(const NetworkSetting&) const = default;
};

inline constexpr const char* kFromFile = "from_file"; ///< the initializer whose numbers are those of the file

inline constexpr double kMaxStep = 1e15; ///< of a change

/// An edit during a training: from this step on (0 is the first) the parameter has this value.
struct Change {
    std::int64_t step = 0;
    std::string key; ///< of a number that may change during a training
    double value = 0;
    bool operator==(const Change&) const = default;
};

/// What is computed: the only truth, a regular value; saved, shared, undoable. Each member has one row in
/// `scenarioParameters()`, which is asserted. Kinds are named by their id.
struct Scenario {
    int depth = 4; ///< L, the layers that learn
    int width = 1;
    int inputs = 1;
    int outputs = 1;
    std::string activation = "sigmoid";
    std::string outputActivation = "sigmoid";
    double slope = 0.01; ///< of leaky ReLU below 0
    formula::Formula formula; ///< the activation that is typed
    std::string initializer = "constant";
    NetworkSetting network; ///< of start values from a file
    double weight = 1;
    double bias = 0;
    double gain = 1; ///< random rules: factor on the weights; mean field: σ_w
    double biasDeviation = 0; ///< σ_b of mean field
    std::int64_t seed = 1; ///< 0 … 2⁵³ − 1, so that every number format of files holds it
    std::vector<LayerSetting> layers; ///< ascending by layer, each layer at most once
    std::string data = "constant"; ///< where the inputs come from
    TableSetting table; ///< of data that are a table
    double input = 1; ///< a₀
    double meanSquare = 0.1; ///< m of one component of random inputs
    int examples = 1; ///< inputs evaluated together
    std::string loss = "quadratic";
    double target = 0;
    double residual = 0; ///< α of a^l = f(z^l) + α a^(l−1) in hidden layers; 0 is off
    std::string residualScale = "constant"; ///< of f in it: constant (1), inverse_root_depth, learned_zero
    std::string normalization = "none"; ///< in hidden layers: none, layer, batch, rms
    std::string normPosition = "after"; ///< of what: after w, before it, post_residual
    double dropout = 0; ///< p: the share of hidden activations that each pass leaves out; 0 is off
    double clipNorm = 0; ///< t of g ← g·min(1, t/‖g‖); 0 is off
    bool tied = false; ///< layers 2 … depth − 1 share the weights and biases of layer 2: depth is time
    std::string feed = "first"; ///< at which steps of tied layers inputs enter: first, every
    std::string gate = "none"; ///< how a layer keeps a^(l−1): none, leaky, gru
    double leak = 0.5; ///< z of a^l = (1 − z) a^(l−1) + z f(z^l); of a learnt gate its start value
    std::string parametrization = "standard"; ///< of the weights while they learn
    std::string optimizer = "sgd";
    double learningRate = 0.1; ///< η
    double momentum = 0.9; ///< μ, or μ_max under the schedule “sutskever”
    std::string momentumSchedule = "constant";
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8; ///< of adam alone: its file has their rows
    double weightDecay = 0; ///< λ of w ← (1 − ηλ/n)w
    int batch = 0; ///< examples of one step; 0: all
    int epochs = 500;
    int holdout = 0; ///< examples after the first `examples` that are held out from training
    std::vector<Change> changes; ///< ascending by step
    bool operator==(const Scenario&) const = default;
};

/// What this layer has of its own, or nullptr.
const LayerSetting* layerSetting(const Scenario& scenario, int layer);

/// Whether the start values are those of the file that `network` names, which decides the sizes too.
bool startsFromFile(const Scenario& scenario);
/// Neurons of layer 0 (the inputs) … depth.
int neuronsOf(const Scenario& scenario, int layer);

/// How many times inputs enter: `inputs` numbers in layer 1, and under feed = every as many again in every tied layer.
int stepsOf(const Scenario& scenario);

} // namespace deltascope::model
