// SPDX-License-Identifier: GPL-3.0-or-later
// The spread of a speed over many seeds, behind the curve of one network: a band from the 5 % to the 95 % quantile and
// a line at the median, with the sentences about what is not drawn.
#pragma once

#include "figures/parts/layer_panel.h"
#include "results/seeds_band.h"

#include <span>

namespace deltascope::parts {

/// One speed that is drawn: its name, the roles of its median and of its band, and where its quantiles are.
struct BandedSpeed {
    Message name;
    figures::Role role = figures::Role::primary;
    figures::Role bandRole = figures::Role::shaded;
    results::SpeedQuantiles results::LayerBand::*quantiles = nullptr;
};

/// "120 of 200 seeds so far."; empty where all are done.
Message seedsProgress(int done, int count);

/// Adds bands and medians of these speeds and says how far they are. Where nothing is random, or the band is not there
/// yet, it adds nothing but a sentence.
void addSeedsBand(LayerPanel& panel, const model::Scenario& scenario, const results::SeedsBand* band,
    std::span<const BandedSpeed> speeds, std::vector<Message>& notes);

} // namespace deltascope::parts
