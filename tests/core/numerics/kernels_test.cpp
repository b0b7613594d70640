// SPDX-License-Identifier: GPL-3.0-or-later
// Products of many columns, and what is asked of columns of any length, against plain loops: the same bits for every
// instruction set. core/maths.md 3.9.
#include "base/random.h"
#include "numerics/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace deltascope::numerics {
namespace kernels_test {

std::vector<const Kernels*> everySet()
{
    std::vector<const Kernels*> all;
    for (const InstructionSet set : {InstructionSet::portable, InstructionSet::x86_64_v3, InstructionSet::x86_64_v4})
        if (set <= bestInstructionSet())
            all.push_back(&kernels(set));
    return all;
}

std::vector<double> numbers(std::size_t count, std::uint64_t seed)
{
    std::vector<double> values(count);
    RandomStream(seed, Purpose::inputs, 0).normals(values);
    return values;
}

// More columns than go together, short sums and long ones, every other term.
TEST(Kernels, AProductIsTheSumFromItsFirstTermOn)
{
    constexpr std::size_t kRows = 24, kColumns = 70;
    for (const std::size_t terms : {5u, 64u, 65u}) {
        const std::vector<double> a = numbers(kRows * terms, 1), b = numbers(2 * terms * kColumns, 2);
        const std::vector<double> start = numbers(kRows, 3);
        for (const Kernels* each : everySet())
            for (const double* from : {static_cast<const double*>(nullptr), start.data()}) {
                std::vector<double> c(kRows * kColumns);
                each->product(a.data(), {b.data(), 2, 2 * terms}, c.data(), from, kRows, terms, kColumns);
                for (std::size_t j = 0; j < kColumns; ++j)
                    for (std::size_t i = 0; i < kRows; ++i) {
                        double sum = from ? from[i] : 0;
                        for (std::size_t k = 0; k < terms; ++k)
                            sum += a[i + k * kRows] * b[2 * k + j * 2 * terms];
                        ASSERT_EQ(c[i + j * kRows], sum) << each->name << ' ' << terms << ' ' << i << ' ' << j;
                    }
            }
    }
}

TEST(Kernels, SizesAndSumsAreThoseOfAPlainLoop)
{
    for (std::size_t count = 1; count <= 37; ++count) {
        const std::vector<double> values = numbers(count, 4), others = numbers(count, 5);
        for (const Kernels* each : everySet()) {
            const auto check = [&](Sizes sizes, const auto& term) {
                double smallest = std::abs(term(0)), largest = smallest;
                for (std::size_t i = 1; i < count; ++i) {
                    smallest = std::min(smallest, std::abs(term(i)));
                    largest = std::max(largest, std::abs(term(i)));
                }
                EXPECT_EQ(sizes.smallest, smallest) << each->name << ' ' << count;
                EXPECT_EQ(sizes.largest, largest) << each->name << ' ' << count;
            };
            check(each->sizes(values.data(), nullptr, count), [&](std::size_t i) { return values[i]; });
            check(
                each->sizes(values.data(), others.data(), count), [&](std::size_t i) { return values[i] * others[i]; });
            check(each->sizesOfSums(values.data(), others.data(), count),
                [&](std::size_t i) { return values[i] + others[i]; });
            std::vector<double> sums = values, scaled = values;
            each->add(sums.data(), others.data(), count);
            each->scale(scaled.data(), others.data(), 0.25, count);
            for (std::size_t i = 0; i < count; ++i) {
                EXPECT_EQ(sums[i], values[i] + others[i]) << each->name;
                EXPECT_EQ(scaled[i], values[i] * (others[i] * 0.25)) << each->name;
            }
            each->multiply(values.data(), others.data(), sums.data(), count);
            for (std::size_t i = 0; i < count; ++i)
                EXPECT_EQ(sums[i], values[i] * others[i]) << each->name;
        }
    }
}

TEST(Kernels, ColumnsAreAddedInTheirOrder)
{
    for (const std::size_t rows : {8u, 24u})
        for (const std::size_t columns : {0u, 1u, 7u}) {
            const std::vector<double> values = numbers(rows * columns, 6), start = numbers(rows, 7);
            for (const Kernels* each : everySet()) {
                std::vector<double> sums = start;
                each->addColumns(values.data(), sums.data(), rows, columns);
                for (std::size_t i = 0; i < rows; ++i) {
                    double sum = start[i];
                    for (std::size_t j = 0; j < columns; ++j)
                        sum += values[j * rows + i];
                    EXPECT_EQ(sums[i], sum) << each->name;
                }
            }
        }
}

} // namespace kernels_test
} // namespace deltascope::numerics
