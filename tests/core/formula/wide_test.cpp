// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of up to eight numbers against 40-digit values and identities that cancel everything but what is asked.
// core/maths.md 4.23.
#include "formula/wide.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::formula {
namespace wide_test {

using numerics::Scaled;

double sizeOf(const Wide& x)
{
    return x.isZero() ? 0 : std::abs(x.rounded().nearestDouble());
}

TEST(Wide, KeepsASmallNumberBesideALargeOne)
{
    const Wide large(1e300), sum = large + Wide(1) + Wide(1e-300);
    EXPECT_EQ(sum.parts().size(), 3U);
    EXPECT_EQ((sum - large - Wide(1)).rounded(), Scaled::from(1e-300));
    EXPECT_EQ((Wide(Scaled::from(1, 100'000)) + Wide(3) - Wide(Scaled::from(1, 100'000))).rounded(), Scaled::from(3));
    EXPECT_TRUE((sum - sum).isZero());
}

TEST(Wide, ProductsAreExactAndQuotientsUndoThem)
{
    const Wide a = Wide(1) + Wide(1e-40), b = Wide(3) - Wide(1e-25);
    EXPECT_LT(sizeOf(a * b - Wide(3) + Wide(1e-25) - Wide(3) * Wide(1e-40)), 1e-64);
    EXPECT_LT(sizeOf(a * b / b - a), 1e-60);
    EXPECT_TRUE((a / Wide()).isUndefined());
    EXPECT_TRUE((Wide::undefined() * Wide()).isUndefined());
}

/// Values of 50 digits as the sum of two doubles (mpmath).
TEST(Wide, FunctionsHaveThirtyDigits)
{
    struct Row {
        const char* name;
        Wide (*function)(const Wide&);
        double z, high, low;
    };
    const Row rows[] = {
        {"exp", exp, -20.5, 0x1.57a3afeed00abp-30, 0x1.3f4d19cefc8abp-84},
        {"exp", exp, -0.3, 0x1.7b4c869c37c05p-1, -0x1.0a730392f0d98p-59},
        {"exp", exp, 0.001, 0x1.0041919b7ee34p+0, -0x1.8bc2a4c3c7051p-55},
        {"exp", exp, 0.6, 0x1.d27660b11a9efp+0, 0x1.bf60db930f8aap-55},
        {"exp", exp, 7, 0x1.122885aaeddaap+10, 0x1.bc7e802a24decp-44},
        {"expm1", expm1, -3, -0x1.e6824f33314f5p-1, -0x1.36b7d9fcdc6f8p-57},
        {"expm1", expm1, -1e-09, -0x1.12e0be801f1d9p-30, -0x1.7241290ac00f7p-84},
        {"expm1", expm1, 0.01, 0x1.4952e9791133fp-7, -0x1.872a35304a94cp-61},
        {"expm1", expm1, 0.4, 0x1.f7a0e4beeff80p-2, 0x1.fc9f8bcb72b62p-59},
        {"log", log, 1e-05, -0x1.7069e2aa2aa5bp+3, 0x1.41ab1374499c7p-52},
        {"log", log, 0.3, -0x1.34378fcbda721p+0, 0x1.9c1404e27f13dp-54},
        {"log", log, 0.9999, -0x1.a3738d2cf1cc2p-14, 0x1.3694792ff3a76p-68},
        {"log", log, 1.5, 0x1.9f323ecbf984cp-2, -0x1.a92e513217f5cp-59},
        {"log", log, 10000000000.0, 0x1.7069e2aa2aa5bp+4, -0x1.c6b626e89338fp-52},
        {"log1p", log1p, -0.7, -0x1.34378fcbda720p+0, 0x1.e2d2b46fa8d23p-55},
        {"log1p", log1p, 1e-12, 0x1.19799812de065p-40, 0x1.eb32bbfc33db8p-96},
        {"log1p", log1p, 0.2, 0x1.7565011e49677p-3, -0x1.c58d9f72fca70p-57},
        {"log1p", log1p, 5, 0x1.cab0bfa2a2002p+0, 0x1.9136fea076849p-55},
        {"sqrt", sqrt, 2, 0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26456p-54},
        {"sqrt", sqrt, 1e-09, 0x1.09456549be1bdp-15, -0x1.2c9faf5518a04p-70},
        {"sqrt", sqrt, 12345, 0x1.bc6ea61ac33c6p+6, 0x1.60726d0537ef2p-48},
        {"sin", sin, 0.1, 0x1.98eaecb8bcb2cp-4, 0x1.c687ae84515ddp-59},
        {"sin", sin, 1.3, 0x1.ed577f9c51e4bp-1, 0x1.509c17d04cfb9p-56},
        {"sin", sin, 22, -0x1.220a29f6eb9f4p-7, 0x1.504b8bc40d505p-62},
        {"sin", sin, 1000000.0, -0x1.6664b2568d867p-2, -0x1.264732d26e9b9p-56},
        {"cos", cos, 0.1, 0x1.fd712f9a817c1p-1, -0x1.fb7ab33ee2672p-55},
        {"cos", cos, 1.3, 0x1.11eb3682a4c5fp-2, 0x1.28e46f0f7f1c1p-56},
        {"cos", cos, 22, -0x1.fffadd8d4acdap-1, -0x1.f6b2aa0db6ecdp-61},
        {"atan", atan, 0.0001, 0x1.a36e2e9a4f662p-14, 0x1.87cf9a4e6eff2p-68},
        {"atan", atan, 0.6, 0x1.14b1dd5f90ce1p-1, -0x1.bdc3d8b25f2a4p-56},
        {"atan", atan, 1.7, 0x1.0a00a3bce369fp+0, -0x1.862afdfb1b425p-55},
        {"atan", atan, 100000000.0, 0x1.921fb5194fb3cp+0, 0x1.0e232da01e8d1p-61},
        {"erf", erf, 1e-05, 0x1.7a9f084b5e44cp-17, -0x1.45d7c9dfbf5efp-75},
        {"erf", erf, 0.4, 0x1.b6ac7c4b20a05p-2, 0x1.f43b2fac88b60p-56},
        {"erf", erf, 1.9, 0x1.fc4f06f2b1c89p-1, -0x1.8a198f3f94faap-55},
        {"erf", erf, 3, 0x1.fffd1ac4135f9p-1, 0x1.eeafa1ecd6cefp-55},
        {"erfc", erfc, -1, 0x1.d7bb3d3a08445p+0, 0x1.8da0221fb761ap-54},
        {"erfc", erfc, 0.5, 0x1.eb02147ce245cp-2, -0x1.5e809f1a31a28p-56},
        {"erfc", erfc, 2.4, 0x1.68fac559f917cp-11, -0x1.5768c3d4db1bdp-66},
        {"erfc", erfc, 2.6, 0x1.ef000330f060cp-13, 0x1.e2ab4660c4874p-68},
        {"erfc", erfc, 8, 0x1.c74fc41217dfbp-97, 0x1.dae003e8b6247p-151},
        {"erfc", erfc, 20, 0x1.b54f244df93dfp-583, -0x1.6cb7adc235f07p-637},
    };
    for (const Row& row : rows) {
        const Wide expected = Wide(row.high) + Wide(row.low), actual = row.function(Wide(row.z));
        EXPECT_LT(sizeOf((actual - expected) / expected), 5e-30) << row.name << ' ' << row.z;
    }
}

TEST(Wide, TailsCancelToWhatIsLeft)
{
    for (const double z : {3.0, 40.0, 300.0, 800.0, 1e5}) {
        const Wide x(z), e = exp(x), inverse = exp(-x);
        // ((e^z + e^−z)² − (e^z − e^−z)²)/4 = 1
        EXPECT_LT(sizeOf(((e + inverse) * (e + inverse) - (e - inverse) * (e - inverse)).times(-2) - Wide(1)), 1e-29)
            << z;
        EXPECT_LT(sizeOf(log(Wide(1) + inverse) / log1p(inverse) - Wide(1)), 1e-29) << z;
        EXPECT_LT(sizeOf(log(e) / x - Wide(1)), 1e-29) << z;
        EXPECT_LT(sizeOf((erf(x) + erfc(x)) - Wide(1)), 1e-29) << z;
        EXPECT_LT(sizeOf((expm1(x) + Wide(1)) / e - Wide(1)), 1e-29) << z;
    }
    for (const double z : {1e-200, 1e-20, 1e-3, 0.7, 2.0, 31.0, 1e7, 1e25}) {
        const Wide x(z), s = sin(x), c = cos(x);
        EXPECT_LT(sizeOf(s * s + c * c - Wide(1)), 1e-29) << z;
        EXPECT_LT(sizeOf((atan(x) + atan(Wide(1) / x)).times(1) / pi() - Wide(1)), 1e-29) << z;
        EXPECT_LT(sizeOf(sqrt(x) * sqrt(x) / x - Wide(1)), 1e-29) << z;
    }
}

TEST(Wide, BeyondTheRangeOfExponentsTheLogarithmIsKept)
{
    const Wide far(Scaled::from(1, 3000)), e = exp(far); // e^(2^3000)
    EXPECT_TRUE(e.leading().beyondRange());
    EXPECT_EQ(log(e).rounded(), far.rounded());
    EXPECT_EQ(log(Wide(1) + e).rounded(), far.rounded()); // softplus
    EXPECT_EQ((Wide(1) / (Wide(1) + e)).logOfSize(), (-far).rounded());
    EXPECT_EQ(log(e * e).rounded(), far.times(1).rounded());
}

// Where the logarithms differ by far less than the last digit of either.
TEST(Wide, BeyondTheRangeNothingIsLostBetweenSizesAlike)
{
    for (const double size : {4e18, 1e25, 1e100, 1e300}) {
        const Wide z(size), e = exp(z), more = Wide(1) + e;
        EXPECT_LT(sizeOf(z * e / e / z - Wide(1)), 1e-29) << size;
        EXPECT_LT(sizeOf((e.times(1) + e) / e - Wide(3)), 1e-29) << size;
        EXPECT_LT(sizeOf((e.times(1) - e) / e - Wide(1)), 1e-29) << size;
        EXPECT_LT(sizeOf((z * e - e) / e + Wide(1) - z), 1e-29 * size) << size;
        EXPECT_LT(sizeOf((more - e) - Wide(1)), 1e-29) << size;
        EXPECT_LT(sizeOf(log((e * more - e * e) / (more * more)) / z + Wide(1)), 1e-29) << size; // σ′ = e^(−z)
        EXPECT_LT(sizeOf(sqrt(e) * sqrt(e) / e - Wide(1)), 1e-29) << size;
    }
}

} // namespace wide_test
} // namespace deltascope::formula
