// SPDX-License-Identifier: GPL-3.0-or-later
// What can be chosen in a TableSetting: one row each, for files, the command line and the window.
#pragma once

#include "base/message.h"
#include "model/scenario.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::data {

struct TableOption {
    std::string_view id;
    const char* name; ///< translatable
};

struct TableChoice {
    std::string_view key; ///< in files and on the command line
    const char* label; ///< translatable
    std::string model::TableSetting::*member;
    std::vector<TableOption> options;
};

/// In the order in which they are asked for.
std::span<const TableChoice> tableChoices();

/// What is wrong with a setting whatever the table, or nothing.
std::optional<Message> problemOf(const model::TableSetting& setting);

} // namespace deltascope::data
