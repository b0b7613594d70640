// SPDX-License-Identifier: GPL-3.0-or-later
// How far apart the layers of one network learn, over many seeds and against depth: the share of networks whose largest
// and smallest bias speed lie within a factor 2 and 10, and the ratio itself with its spread. Nielsen (2015), chapter
// 5: balance is "highly unlikely to happen by chance". core/maths.md 12.3.
#include "results/balance_by_chance.h"

#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/seeds_band_parts.h"
#include "results/seeds_band.h"
#include "results/speed_ratios.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

constexpr double kFarthest = 1e18; // decades: here the exponents of numbers saturate

bool drawable(double decades)
{
    return std::abs(decades) < kFarthest; // false for +∞ too
}

/// Of a pinned scenario.
struct PinnedBalance {
    std::string name;
    Role role;
    const results::BalanceByChance* balance;
};

std::vector<PinnedBalance> pinnedBalances(const results::Snapshot& snapshot)
{
    std::vector<PinnedBalance> found;
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot))
        if (const results::BalanceByChance* balance = drawnPin.result.get<results::BalanceByChance>();
            balance && !balance->depths.empty())
            found.push_back({drawnPin.name, drawnPin.role, balance});
    return found;
}

Axis depthAxis(const results::BalanceByChance& balance, const std::vector<PinnedBalance>& pins)
{
    int deepest = balance.depths.back().depth;
    for (const PinnedBalance& pin : pins)
        deepest = std::max(deepest, pin.balance->depths.back().depth);
    Axis axis = parts::layersAxis(balance.depths.front().depth, deepest);
    axis.title = {translatable("core", "depth L"), {}};
    return axis;
}

Line shares(Message name, const results::BalanceByChance& balance, Role role, double results::DepthBalance::*share)
{
    Line line{std::move(name), role, {}, {}, {}, {}, !isPin(role), share != &results::DepthBalance::within2};
    for (const results::DepthBalance& each : balance.depths) {
        line.x.push_back(each.depth);
        line.y.push_back(100 * each.*share);
    }
    return line;
}

Panel sharePanel(const results::BalanceByChance& balance, const std::vector<PinnedBalance>& pins)
{
    Panel panel;
    panel.title = {translatable("core", "Balanced by chance"), {}};
    for (const PinnedBalance& pin : pins) {
        panel.elements.push_back(shares({translatable("core", "%1: within a factor of %2"), {pin.name, 10}},
            *pin.balance, pin.role, &results::DepthBalance::within10));
        panel.elements.push_back(shares({translatable("core", "%1: within a factor of %2"), {pin.name, 2}},
            *pin.balance, pin.role, &results::DepthBalance::within2));
    }
    const char* within = translatable("core", "within a factor of %1");
    panel.elements.push_back(shares({within, {10}}, balance, Role::secondary, &results::DepthBalance::within10));
    panel.elements.push_back(shares({within, {2}}, balance, Role::primary, &results::DepthBalance::within2));
    panel.x = depthAxis(balance, pins);
    panel.y = parts::linearAxis({translatable("core", "share of the networks"), {}}, {0, 100});
    panel.y.unit = "%";
    return panel;
}

/// Where the median, or the whole band, has no place: without bound, or beyond the numbers that are held.
struct Unbounded {
    std::vector<int> medians, bands, beyond; // depths, ascending

    void add(std::vector<int>& list, int depth, double decades)
    {
        std::vector<int>& right = std::isinf(decades) ? list : beyond;
        if (const auto place = std::ranges::lower_bound(right, depth); place == right.end() || *place != depth)
            right.insert(place, depth);
    }
};

Band spreadBand(const results::BalanceByChance& balance, parts::AxisRange& range, Unbounded& unbounded)
{
    Band band{{translatable("core", "5–95 % of %1 seeds"), {balance.done}}, Role::shaded, {}, {}, {}};
    for (const results::DepthBalance& each : balance.depths) {
        if (!drawable(each.decades.p05) || !drawable(each.decades.p95)) {
            unbounded.add(unbounded.bands, each.depth, each.decades.p95);
            continue;
        }
        band.x.push_back(each.depth);
        band.lower.push_back(each.decades.p05);
        band.upper.push_back(each.decades.p95);
        range.include(each.decades.p05);
        range.include(each.decades.p95);
    }
    return band;
}

Line medianLine(
    Message name, Role role, const results::BalanceByChance& balance, parts::AxisRange& range, Unbounded& unbounded)
{
    Line line{std::move(name), role, {}, {}, {}, {}, !isPin(role), false};
    for (const results::DepthBalance& each : balance.depths) {
        if (!drawable(each.decades.median)) {
            unbounded.add(unbounded.medians, each.depth, each.decades.median);
            continue;
        }
        line.x.push_back(each.depth);
        line.y.push_back(each.decades.median);
        range.include(each.decades.median);
    }
    return line;
}

void noteUnbounded(std::vector<Message>& notes, const Unbounded& unbounded)
{
    if (!unbounded.bands.empty())
        notes.push_back({translatable("core",
                             "At depth %1 a layer does not learn at all in 5 % or more of the networks: no band is "
                             "drawn there."),
            {diagnosis::layerRanges(unbounded.bands)}});
    if (!unbounded.medians.empty())
        notes.push_back({translatable("core",
                             "At depth %1 a layer does not learn at all in half of the networks or more: the ratio has "
                             "no bound."),
            {diagnosis::layerRanges(unbounded.medians)}});
    if (!unbounded.beyond.empty())
        notes.push_back({translatable("core", "At depth %1 the ratio is beyond what is held: it is not drawn there."),
            {diagnosis::layerRanges(unbounded.beyond)}});
}

Panel spreadPanel(
    const results::BalanceByChance& balance, const std::vector<PinnedBalance>& pins, std::vector<Message>& notes)
{
    Panel panel;
    panel.title = {translatable("core", "How far apart the layers learn"), {}};
    parts::AxisRange range;
    range.include(0);
    Unbounded unbounded;
    Band band = spreadBand(balance, range, unbounded);
    Line median = medianLine({translatable("core", "median"), {}}, Role::primary, balance, range, unbounded);
    if (band.x.size() > 1)
        panel.elements.push_back(std::move(band));
    for (const PinnedBalance& pin : pins) {
        Unbounded unsaid;
        Line line = medianLine({translatable("core", "%1: median"), {pin.name}}, pin.role, *pin.balance, range, unsaid);
        if (!line.x.empty())
            panel.elements.push_back(std::move(line));
        if (!unsaid.medians.empty())
            notes.push_back({translatable("core", "%1: at depth %2 the ratio has no bound."),
                {pin.name, diagnosis::layerRanges(unsaid.medians)}});
    }
    if (!median.x.empty())
        panel.elements.push_back(std::move(median));
    for (const int factor : {2, 10}) {
        panel.elements.push_back(Guide{{"×%1", {factor}}, Role::reference, true, std::log10(factor)});
        range.include(std::log10(factor));
    }
    panel.x = depthAxis(balance, pins);
    panel.y = parts::decadesAxis({translatable("core", "fastest over slowest layer"), {}}, range);
    noteUnbounded(notes, unbounded);
    return panel;
}

/// 100 % is said of all of them only.
Argument percent(double share)
{
    return Real{100 * share, share < 1 && share > 0.9995 ? 5 : 3};
}

Message caption(const results::BalanceByChance& balance)
{
    const results::DepthBalance& deepest = balance.depths.back();
    Message shares{translatable("core",
                       "Of %1 networks of depth %2, %3 % learn within a factor of 2 and %4 % within a factor of 10 in "
                       "all layers."),
        {balance.done, deepest.depth, percent(deepest.within2), percent(deepest.within10)}};
    if (!drawable(deepest.decades.median))
        return shares;
    return {
        translatable("core", "%1 In half of them the fastest layer learns at least %2 times as fast as the slowest."),
        {shares, times({1, deepest.decades.median})}};
}

Panel emptyPanel()
{
    Panel panel;
    panel.x = parts::layersAxis(2, 3);
    panel.x.title = {translatable("core", "depth L"), {}};
    panel.y = parts::linearAxis({translatable("core", "share of the networks"), {}}, {0, 100});
    panel.y.unit = "%";
    return panel;
}

Message whyEmpty(const model::Scenario& scenario)
{
    if (Message why = results::whyNoOtherDepths(scenario); !why.empty())
        return why;
    if (!results::dependsOnSeed(scenario))
        return {translatable("core",
                    "Nothing here is random: the initial weights and the inputs are the same for every seed, so chance "
                    "plays no part in the balance."),
            {}};
    if (scenario.depth < 2)
        return {translatable("core", "A single layer has no other to be balanced with."), {}};
    return parts::beingComputed();
}

void addNotes(std::vector<Message>& notes, const results::BalanceByChance& balance)
{
    if (const Message progress = parts::seedsProgress(balance.done, balance.count); !progress.empty())
        notes.push_back(progress);
    const int all = balance.depths.back().depth - 1;
    if (const int drawn = static_cast<int>(balance.depths.size()); drawn < all)
        notes.push_back(
            {translatable("core", "Of the %1 depths %2 are computed, closer together where they are small."),
                {all, drawn}});
    if (const int dead = balance.depths.back().dead; dead > 0)
        notes.push_back(
            {translatable("core",
                 "In %1 of the networks of depth %2 a layer does not learn at all: these are within no factor."),
                {dead, balance.depths.back().depth}});
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState&)
{
    Figure figure{"balance_by_chance", {translatable("core", "Balance by chance"), {}}, {}, {}, {}};
    const results::BalanceByChance* balance = snapshot.get<results::BalanceByChance>();
    if (!results::hasBalanceByChance(snapshot.scenario) || balance == nullptr || balance->depths.empty()) {
        figure.panels.push_back(emptyPanel());
        figure.caption = whyEmpty(snapshot.scenario);
        return figure;
    }
    const std::vector<PinnedBalance> pins = pinnedBalances(snapshot);
    figure.panels.push_back(sharePanel(*balance, pins));
    figure.panels.push_back(spreadPanel(*balance, pins, figure.notes));
    figure.caption = caption(*balance);
    addNotes(figure.notes, *balance);
    return figure;
}

} // namespace

extern const FigureKind balance_by_chance{
    "balance_by_chance",
    translatable("core", "Balance by chance"),
    translatable("core",
        "How likely all layers are to learn about equally fast by chance: over many seeds, the share of networks whose "
        "fastest layer learns at most 2 or 10 times as fast as the slowest (‖∂C/∂bˡ‖ of the mean cost), and that ratio "
        "with its spread, against the depth."),
    210,
    results::needs<results::BalanceByChance>,
    build,
    "seeds",
};

} // namespace deltascope::figures
