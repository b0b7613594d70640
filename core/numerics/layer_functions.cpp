// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/layer_functions.h"

#include "numerics/hyperbolic.h"
#include "numerics/logistic.h"

namespace deltascope::numerics {

namespace {

#define DELTASCOPE_FUNCTION(NAME, ATTRIBUTE)                                                                           \
    ATTRIBUTE void NAME(                                                                                               \
        const double* __restrict z, double* __restrict values, double* __restrict derivatives, std::size_t count)      \
    {                                                                                                                  \
        for (std::size_t i = 0; i < count; ++i) {                                                                      \
            const auto result = numerics::NAME(z[i]);                                                                  \
            values[i] = result.value;                                                                                  \
            derivatives[i] = result.derivative;                                                                        \
        }                                                                                                              \
    }
#define DELTASCOPE_FUNCTIONS(SET, ATTRIBUTE)                                                                           \
    namespace SET {                                                                                                    \
    DELTASCOPE_FUNCTION(logistic, ATTRIBUTE)                                                                           \
    DELTASCOPE_FUNCTION(hyperbolic, ATTRIBUTE)                                                                         \
    ATTRIBUTE void interpolate(                                                                                        \
        const double* __restrict from, const double* __restrict share, double* __restrict to, std::size_t count)       \
    {                                                                                                                  \
        for (std::size_t i = 0; i < count; ++i)                                                                        \
            to[i] = from[i] + share[i] * (to[i] - from[i]);                                                            \
    }                                                                                                                  \
    ATTRIBUTE void interpolateBack(const double* __restrict from, const double* __restrict share,                      \
        double* __restrict to, double* __restrict g, std::size_t count)                                                \
    {                                                                                                                  \
        for (std::size_t i = 0; i < count; ++i) {                                                                      \
            to[i] = g[i] * (to[i] - from[i]) * share[i] * (1 - share[i]);                                              \
            g[i] *= share[i];                                                                                          \
        }                                                                                                              \
    }                                                                                                                  \
    ATTRIBUTE void addRest(                                                                                            \
        const double* __restrict share, const double* __restrict values, double* __restrict sums, std::size_t count)   \
    {                                                                                                                  \
        for (std::size_t i = 0; i < count; ++i)                                                                        \
            sums[i] += (1 - share[i]) * values[i];                                                                     \
    }                                                                                                                  \
    constexpr LayerFunctions kFunctions{logistic, hyperbolic, interpolate, interpolateBack, addRest};                  \
    }

DELTASCOPE_FUNCTIONS(portable, )
#ifdef __x86_64__
DELTASCOPE_FUNCTIONS(x86_64_v3, __attribute__((target("arch=x86-64-v3"))))
DELTASCOPE_FUNCTIONS(x86_64_v4, __attribute__((target("arch=x86-64-v4"))))
constexpr BySet<LayerFunctions> kSets{&portable::kFunctions, &x86_64_v3::kFunctions, &x86_64_v4::kFunctions};
#else
constexpr BySet<LayerFunctions> kSets{&portable::kFunctions};
#endif

} // namespace

const LayerFunctions& layerFunctions(InstructionSet set)
{
    return kSets[set];
}

const LayerFunctions& layerFunctions()
{
    static const LayerFunctions& best = layerFunctions(bestInstructionSet());
    return best;
}

} // namespace deltascope::numerics
