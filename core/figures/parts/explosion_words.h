// SPDX-License-Identifier: GPL-3.0-or-later
// What the explosion set says, in words.
#pragma once

#include "message.h"
#include "scenario.h"
#include "theory/explosion_set.h"

#include <vector>

namespace deltascope {

/// One sentence; `set` is null while it is being computed. `present` is ∂a_L/∂a₀ at the scenario's a₀.
Message explosionCaption(int depth, double input, double k, Scaled present, const ExplosionSet* set);

/// How the set was found, what could not be drawn. `drawn`: intervals shaded.
void addExplosionNotes(std::vector<Message>& notes, double input, const ExplosionSet* set, std::size_t drawn);

} // namespace deltascope
