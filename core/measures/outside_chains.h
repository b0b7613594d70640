// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "network/structure.h"

namespace deltascope::measures {

/// Why a wide network has no factors; an empty message for a chain.
inline Message outsideChains(const model::Scenario& scenario)
{
    if (network::isChain(scenario))
        return {};
    return {translatable("core", "only a chain of single neurons has factors."), {}};
}

} // namespace deltascope::measures
