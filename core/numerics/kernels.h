// SPDX-License-Identifier: GPL-3.0-or-later
// The products of a training step, for the instruction set at hand. Rows are padded to a multiple of 8, and every
// number is a sum in one fixed order without fused multiply-add, so all of them give the same bits. core/maths.md 3.9.
#pragma once

#include "base/instruction_set.h"

#include <cstddef>
#include <cstdint>

namespace deltascope::numerics {

inline constexpr std::size_t kPadding = 8;

inline constexpr std::size_t padded(std::size_t rows)
{
    return (rows + kPadding - 1) / kPadding * kPadding;
}

/// B(k, j) = data[k·alongSum + j·alongColumns]
struct ProductInput {
    const double* data;
    std::size_t alongSum, alongColumns;
};

/// The non-zero components of one input.
struct SparseColumn {
    const std::uint32_t* rows;
    const double* values;
    std::size_t count;
};

/// The smallest and the largest size of some numbers.
struct Sizes {
    double smallest, largest;
};

struct Kernels {
    const char* name;
    /// C(:, j) = start + Σ_k A(:, k) B(k, j) for `columns` columns; A and C have `rows` rows (padded), all in one
    /// piece. `start` nullptr: 0.
    void (*product)(const double* a, ProductInput b, double* c, const double* start, std::size_t rows,
        std::size_t terms, std::size_t columns);
    /// C(:, j) += Σ_k A(:, k) B(k, j)
    void (*addProduct)(
        const double* a, ProductInput b, double* c, std::size_t rows, std::size_t terms, std::size_t columns);
    /// c = start + Σ A(:, row) value over the components of x
    void (*sparseProduct)(const double* a, SparseColumn x, double* c, const double* start, std::size_t rows);
    /// C(:, row) += a·value for the components of x
    void (*addSparseProduct)(const double* a, SparseColumn x, double* c, std::size_t rows);

    // Of columns of any size:
    /// y(j) = Σ_k A(k, j) x(k): that of the even k, plus that of the odd k, plus a last k left over.
    void (*dots)(const double* a, const double* x, double* y, std::size_t terms, std::size_t columns);
    /// Of the numbers values(i), or of values(i)·factors(i) where there are factors; of finite numbers, at least one.
    Sizes (*sizes)(const double* values, const double* factors, std::size_t count);
    /// Of the sums values(i) + addends(i).
    Sizes (*sizesOfSums)(const double* values, const double* addends, std::size_t count);
    /// values(i) ← values(i) + addends(i)
    void (*add)(double* values, const double* addends, std::size_t count);
    /// values(i) ← values(i)·(factors(i)·scale)
    void (*scale)(double* values, const double* factors, double scale, std::size_t count);
    /// products(i) ← values(i)·factors(i)
    void (*multiply)(const double* values, const double* factors, double* products, std::size_t count);
    /// sums += each column of `rows` numbers (padded), in their order
    void (*addColumns)(const double* values, double* sums, std::size_t rows, std::size_t columns);
};

/// The best that this processor runs.
const Kernels& kernels();
/// For tests. Precondition: this processor runs it.
const Kernels& kernels(InstructionSet set);

} // namespace deltascope::numerics
