// SPDX-License-Identifier: GPL-3.0-or-later
// What the explosion set says, in words.
#pragma once

#include "base/message.h"
#include "model/scenario.h"
#include "theory/explosion/explosion_set.h"

#include <vector>

namespace deltascope::chain_parts {

/// One sentence; `set` is null while it is being computed. `present` is ∂a_L/∂a₀ at the scenario's a₀.
Message explosionCaption(
    int depth, double input, double k, numerics::Scaled present, const explosion::ExplosionSet* set);

/// How the set was found, what could not be drawn. `drawn`: intervals shaded.
void addExplosionNotes(
    std::vector<Message>& notes, double input, const explosion::ExplosionSet* set, std::size_t drawn);

} // namespace deltascope::chain_parts
