// SPDX-License-Identifier: GPL-3.0-or-later
// What an array is by its name and its dimensions, as PyTorch, Keras, scikit-learn and people name them.
#pragma once

#include "imported/array_file.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::imported {

/// Which way round weights lie, where their name says so.
enum class Orientation { unknown, outByIn, inByOut };

/// The arrays of one layer, by their places in the file; -1: none.
struct ArrayGroup {
    std::string key; ///< what their names share
    int weights = -1, biases = -1;
    Orientation orientation = Orientation::unknown;
    bool numbered = false; ///< arrays without names: NumPy's arr_0, arr_1 …
    int scale = -1, shift = -1; ///< γ and β of a normalization
    bool ofBatches = false; ///< that has running statistics too
    std::vector<int> statistics = {};

    bool normalizes() const { return weights < 0 && (scale >= 0 || shift >= 0); }
};

struct ArrayGroups {
    std::vector<ArrayGroup> groups; ///< with weights or of a normalization; in the order of the file
    std::vector<int> examples; ///< inputs and targets beside a network
    std::vector<int> others; ///< what nobody knows
    /// Named and shaped as weights or biases, of numbers that are not read; in `others` too.
    std::vector<int> unreadable, unreadableNumbered;
};

ArrayGroups groupsOf(const std::vector<NamedArray>& arrays);

/// As people order names: layer_2 before layer_10.
bool naturallyBefore(std::string_view left, std::string_view right);

} // namespace deltascope::imported
