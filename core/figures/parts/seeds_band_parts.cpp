// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/seeds_band_parts.h"

#include "figures/parts/figure_sentences.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace deltascope::parts {

namespace {

constexpr std::size_t kMostEdges = 800; // of a band: one for each pixel of a wide screen's half
constexpr double kFarthest = 1e18; // decades: here the exponents of numbers saturate

bool drawableBand(const Magnitude& size)
{
    return size.sign != 0 && std::abs(size.log10) < kFarthest;
}

numerics::Scaled scaledOf(const Magnitude& size)
{
    if (size.sign == 0)
        return {};
    if (!drawableBand(size))
        return numerics::Scaled::from(
            0.5, size.log10 < 0 ? -numerics::Scaled::kExponentLimit : numerics::Scaled::kExponentLimit);
    return numerics::Scaled::fromLog(1, size.log10 * std::numbers::ln10);
}

/// The edges of groups of neighbouring layers, as far apart as any of the group; a new band after each gap.
std::vector<figures::Band> bandsOf(
    const results::SeedsBand& band, const BandedSpeed& speed, std::vector<int>& open, std::vector<int>& beyond)
{
    std::vector<figures::Band> runs;
    const std::size_t group = (band.layers.size() + kMostEdges - 1) / kMostEdges;
    bool gap = true;
    for (std::size_t i = 0; i < band.layers.size(); ++i) {
        const results::SpeedQuantiles& values = band.layers[i].*speed.quantiles;
        if (!drawableBand(values.p05) || !drawableBand(values.p95)) {
            (values.p05.sign == 0 ? open : beyond).push_back(static_cast<int>(i) + 1);
            gap = true;
            continue;
        }
        if (gap)
            runs.push_back({{}, speed.bandRole, {}, {}, {}});
        figures::Band& run = runs.back();
        if (gap || i % group == 0 || i + 1 == band.layers.size()) {
            run.x.push_back(static_cast<double>(i + 1));
            run.lower.push_back(values.p05.log10);
            run.upper.push_back(values.p95.log10);
        } else {
            run.lower.back() = std::min(run.lower.back(), values.p05.log10);
            run.upper.back() = std::max(run.upper.back(), values.p95.log10);
        }
        gap = false;
    }
    return runs;
}

/// A band of a single layer has no width that could be seen: a hair to both sides.
void widen(figures::Band& band)
{
    constexpr double kHair = 0.1;
    if (band.x.size() != 1)
        return;
    const double x = band.x.front();
    band.x = {x - kHair, x + kHair};
    band.lower.push_back(band.lower.front());
    band.upper.push_back(band.upper.front());
}

void addBand(LayerPanel& panel, const results::SeedsBand& band, const BandedSpeed& speed, std::vector<Message>& notes)
{
    std::vector<int> open, beyond;
    const Message column{translatable("core", "%1: 5–95 % of %2 seeds"), {speed.name, band.done}};
    Message name = column;
    for (figures::Band& run : bandsOf(band, speed, open, beyond)) {
        widen(run);
        for (std::size_t i = 0; i < run.x.size(); ++i) {
            panel.include(run.lower[i]);
            panel.include(run.upper[i]);
        }
        run.name = std::exchange(name, {}); // one entry in the legend
        run.column = column;
        panel.add(figures::Element(std::move(run)));
    }
    if (!open.empty())
        notes.push_back(
            {translatable("core", "%1 is exactly 0 in %2 for 5 % or more of the networks: no band is drawn there."),
                {speed.name, diagnosis::layersNamed(open)}});
    if (!beyond.empty())
        notes.push_back({translatable("core", "%1 is beyond what is held in %2: no band is drawn there."),
            {speed.name, diagnosis::layersNamed(beyond)}});
}

void addMedian(LayerPanel& panel, const results::SeedsBand& band, const BandedSpeed& speed)
{
    std::vector<numerics::Scaled> medians;
    medians.reserve(band.layers.size());
    for (const results::LayerBand& layer : band.layers)
        medians.push_back(scaledOf((layer.*speed.quantiles).median));
    const Message name{translatable("core", "%1: median"), {speed.name}};
    LayerCurve curve = layerCurve(name, speed.role, 1, medians);
    curve.line.dashed = true;
    if (curve.line.breaks.empty() && curve.line.x.size() > 1)
        curve.line.markers = false; // they belong to the network that is shown
    panel.add(std::move(curve), name);
}

} // namespace

Message seedsProgress(int done, int count)
{
    return done == count ? Message{} : Message{translatable("core", "%1 of %2 seeds so far."), {done, count}};
}

void addSeedsBand(LayerPanel& panel, const model::Scenario& scenario, const results::SeedsBand* band,
    std::span<const BandedSpeed> speeds, std::vector<Message>& notes)
{
    if (!results::dependsOnSeed(scenario))
        return;
    if (band == nullptr || static_cast<int>(band->layers.size()) != scenario.depth) {
        notes.push_back({translatable("core", "The band over seeds is being computed."), {}});
        return;
    }
    for (const BandedSpeed& speed : speeds)
        addBand(panel, *band, speed, notes);
    for (const BandedSpeed& speed : speeds)
        addMedian(panel, *band, speed);
    if (const Message progress = seedsProgress(band->done, band->count); !progress.empty())
        notes.push_back(progress);
    if (band->count < band->asked)
        notes.push_back({translatable("core", "For so deep a network only %1 of the %2 seeds are used."),
            {band->count, band->asked}});
}

} // namespace deltascope::parts
