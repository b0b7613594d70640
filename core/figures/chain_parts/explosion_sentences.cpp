// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/chain_parts/explosion_sentences.h"

#include "figures/parts/figure_sentences.h"

#include <algorithm>

namespace deltascope::chain_parts {

Message explosionCaption(
    int depth, double input, double k, numerics::Scaled present, const explosion::ExplosionSet* set)
{
    const std::string derivative = "∂a" + diagnosis::subscript(depth) + "/∂a₀";
    if (!set)
        return {translatable("core", "At a₀ = %1, %2 = %3; the windows with |%2| ≥ %4 are being computed."),
            {diagnosis::number(input), derivative, diagnosis::number(present), diagnosis::number(k)}};
    if (set->intervals.empty())
        return {translatable("core", "At a₀ = %1, %2 = %3; no input in [0, 1] has |%2| ≥ %4."),
            {diagnosis::number(input), derivative, diagnosis::number(present), diagnosis::number(k)}};
    const int count = static_cast<int>(set->intervals.size());
    if (!set->bound)
        return {translatable("core", "|%1| ≥ %2 on %3 of [0, 1] (windows: %4). At a₀ = %5 it is %6."),
            {derivative, diagnosis::number(k), set->measure, count, diagnosis::number(input),
                diagnosis::number(present)}};
    return {translatable(
                "core", "|%1| ≥ %2 on %3 of [0, 1] (windows: %4; at most %5 for any weights). At a₀ = %6 it is %7."),
        {derivative, diagnosis::number(k), set->measure, count, diagnosis::number(std::min(1.0, *set->bound)),
            diagnosis::number(input), diagnosis::number(present)}};
}

namespace {

void noteNarrow(std::vector<Message>& notes, const explosion::ExplosionSet& set)
{
    const auto narrow = std::count_if(set.intervals.begin(), set.intervals.end(),
        [](const explosion::ExplosionInterval& each) { return each.narrow; });
    if (narrow == 0)
        return;
    const auto narrowest = std::min_element(set.intervals.begin(), set.intervals.end(),
        [](const explosion::ExplosionInterval& left, const explosion::ExplosionInterval& right) {
            return left.log10Width < right.log10Width;
        });
    notes.push_back({translatable("core",
                         "Windows narrower than 4 doubles at their a₀, marked as lines: %1; the narrowest is %2 wide."),
        {static_cast<int>(narrow), Magnitude{1, narrowest->log10Width}}});
}

} // namespace

void addExplosionNotes(std::vector<Message>& notes, double input, const explosion::ExplosionSet* set, std::size_t drawn)
{
    if (input < 0 || input > 1)
        notes.push_back({translatable("core", "The present a₀ = %1 lies outside [0, 1]."), {diagnosis::number(input)}});
    if (!set)
        return;
    noteNarrow(notes, *set);
    if (!set->bound)
        notes.push_back(
            {translatable("core", "There is no bound on the measure: f is not monotone or not bounded."), {}});
    if (!set->exact)
        notes.push_back(
            {translatable("core", "f is not monotone: the windows were sampled, narrow ones may be missing."), {}});
    if (!set->complete)
        notes.push_back(
            {translatable("core", "The search was stopped at its limit of work: windows may be missing."), {}});
    if (drawn < set->intervals.size())
        notes.push_back({translatable("core", "The %1 windows nearest to the present a₀, of %2, are shaded."),
            {static_cast<int>(drawn), static_cast<int>(set->intervals.size())}});
}

} // namespace deltascope::chain_parts
