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
    constexpr LayerFunctions kFunctions{logistic, hyperbolic};                                                         \
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
