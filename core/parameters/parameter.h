// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "model/dependency.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace deltascope::model {
struct Change;
struct LayerSetting;
struct TableSetting;
struct ViewRange;
} // namespace deltascope::model

namespace deltascope::parameters {

/// How a slider moves over its range.
enum class SliderScale { linear, logarithmic, signedLogarithmic };

/// One of the values that a parameter with a fixed choice may have.
struct Choice {
    std::string_view id;
    const char* name; ///< translatable
};

/// What a parameter is called.
struct ParameterName {
    const char* label; ///< translatable
    const char* symbol;
    const char* shortLabel = ""; ///< translatable
};

/// One row of a table of parameters. Everything that the program knows of a parameter comes from its row: slider,
/// number field, JSON key, `--set`, limits, undo text, tooltip and help.
template <class Record>
struct Parameter {
    using Member =
        std::variant<int Record::*, double Record::*, std::string Record::*, std::vector<std::string> Record::*,
            std::vector<model::LayerSetting> Record::*, std::vector<model::ViewRange> Record::*, std::int64_t Record::*,
            std::vector<model::Change> Record::*, model::TableSetting Record::*>;

    std::string_view key; ///< in files and on the command line
    const char* label; ///< translatable
    const char* symbol; ///< the field's symbol, not translated: "w", "a₀"; "" for none
    const char* unit; ///< "" for a pure number
    const char* help; ///< translatable: one sentence on what it does
    Member member;
    double minimum = 0, maximum = 0; ///< the engine's limits; numbers only
    double sliderMinimum = 0, sliderMaximum = 0; ///< where the slider starts out; a typed number may widen it
    double step = 1;
    SliderScale scale = SliderScale::linear;
    std::vector<Choice> (*choices)() = nullptr; ///< ids of a registry, for text parameters
    model::Dependencies invalidates = model::Dependency::network; ///< a change makes stale what depends on one of these
    const char* group = ""; ///< translatable: the heading that panels put it under; "" for none
    Message (*idle)(const Record&) = nullptr; ///< why it means nothing at present; an empty message where it does
    const char* shortLabel = ""; ///< translatable: its label under the heading; "": the same
    bool keepsPlace = false; ///< idle, panels grey it and do not hide it: a slider may make it so in mid-drag
    bool randomizable = false; ///< a number that chance may choose: panels offer to draw another
    ParameterName (*nameIn)(const Record&) = nullptr; ///< where its name depends on other values
};

} // namespace deltascope::parameters
