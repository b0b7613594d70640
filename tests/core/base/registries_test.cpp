// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds that the menus list: no two with one name or one place. (Activations and start rules have tests of their own.)
#include "data/dataset_kind.h"
#include "figures/figure_kind.h"
#include "network/losses/loss.h"
#include "training/optimizer.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace deltascope {
namespace registries_test {

template <class Kinds>
void expectUnique(const Kinds& kinds)
{
    std::set<int> ranks;
    std::set<std::string_view> ids;
    for (const auto* kind : kinds) {
        EXPECT_TRUE(ranks.insert(kind->rank).second) << kind->id << ": another one has the rank " << kind->rank;
        EXPECT_TRUE(ids.insert(kind->id).second) << kind->id;
    }
}

TEST(Registries, NoTwoKindsShareANameOrAPlace)
{
    expectUnique(figures::figuresRegistry());
    expectUnique(data::datasetsRegistry());
    expectUnique(losses::lossesRegistry());
    expectUnique(training::optimizersRegistry());
}

} // namespace registries_test
} // namespace deltascope
