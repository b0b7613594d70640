// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deltascope {

class ScenarioStore;
struct Scenario;

/// Draws every number anew that chance may choose (the seed), as one undo step; it never draws the one that is there.
void drawNewSeed(ScenarioStore& store);

/// Why another seed would change nothing at present; empty: it would.
QString newSeedIdle(const Scenario& scenario);

} // namespace deltascope
