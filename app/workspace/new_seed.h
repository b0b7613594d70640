// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deltascope::model {
struct Scenario;
}

namespace deltascope::workspace {

class ScenarioStore;

/// Draws every number anew that chance may choose (the seed), as one undo step; it never draws the one that is there.
void setRandomSeed(ScenarioStore& store);

/// Why another seed would change nothing at present; empty: it would.
QString newSeedIdle(const model::Scenario& scenario);

} // namespace deltascope::workspace
