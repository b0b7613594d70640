// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/chance_sentence.h"

namespace deltascope::diagnosis {

Message chanceSentence(const BalancedShare& share)
{
    return {translatable("core",
                "All layers learn about equally fast only if all the products come out about equal. By chance: of %1 "
                "chains of %2 layers with every w and b drawn from N(0, 1), %3 % stay within a factor of 2 and %4 % "
                "within a factor of 10."),
        {share.networks, share.depth, Real{100 * share.within2, 3}, Real{100 * share.within10, 3}}};
}

} // namespace deltascope::diagnosis
