// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/pace.h"

#include <cassert>
#include <cmath>

namespace deltascope::diagnosis {

namespace {

constexpr double kSame = 1e-9; // decades: as far as doubles know
constexpr double kAlike = 1.005; // up to here times() would say 1

struct Words {
    const char *slower, *faster, *alike, *same;
};

constexpr Words kAlone{
    translatable("core", "%1 times more slowly"),
    translatable("core", "%1 times faster"),
    translatable("core", "at practically the same speed"),
    translatable("core", "at the same speed"),
};
constexpr Words kAgainst{
    translatable("core", "%1 times more slowly than layer %2"),
    translatable("core", "%1 times faster than layer %2"),
    translatable("core", "at practically the same speed as layer %1"),
    translatable("core", "at the same speed as layer %1"),
};
constexpr Words kAgainstWeights{
    translatable("core", "%1 times more slowly than those of layer %2"),
    translatable("core", "%1 times faster than those of layer %2"),
    translatable("core", "at practically the same speed as those of layer %1"),
    translatable("core", "at the same speed as those of layer %1"),
};

Message told(const Words& words, numerics::Scaled ratio, std::vector<Argument> of)
{
    assert(!ratio.isZero());
    const double decades = ratio.log10();
    if (std::abs(decades) < kSame)
        return {words.same, std::move(of)};
    if (std::abs(decades) <= std::log10(kAlike))
        return {words.alike, std::move(of)};
    of.insert(of.begin(), times({1, std::abs(decades)}));
    return {decades < 0 ? words.slower : words.faster, std::move(of)};
}

} // namespace

Message pace(numerics::Scaled ratio)
{
    if (ratio.isZero())
        return {translatable("core", "not at all"), {}};
    return told(kAlone, ratio, {});
}

Message paceAgainst(int layer, numerics::Scaled ratio)
{
    return told(kAgainst, ratio, {layer});
}

Message paceAgainstWeightsOf(int layer, numerics::Scaled ratio)
{
    return told(kAgainstWeights, ratio, {layer});
}

} // namespace deltascope::diagnosis
