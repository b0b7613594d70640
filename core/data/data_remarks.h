// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be known of the user's own data before training: a class without an example to learn from or to be tested
// with, and examples on both sides of the split.
#pragma once

#include "data/dataset.h"

#include <stop_token>
#include <vector>

namespace deltascope::data {

/// A sentence each. Classes are looked for where every target is one-hot.
std::vector<Message> remarksOn(const Dataset& data, const std::stop_token& stop = {});

} // namespace deltascope::data
