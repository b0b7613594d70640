// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/kernels.h"

#include <algorithm>
#include <cmath>

namespace deltascope::numerics {

namespace {

// Vectors of 2, 4 and 8 doubles that may lie anywhere in memory.
template <std::size_t Width>
struct VectorOf;
template <>
struct VectorOf<2> {
    typedef double Type __attribute__((vector_size(16), aligned(8), may_alias));
};
template <>
struct VectorOf<4> {
    typedef double Type __attribute__((vector_size(32), aligned(8), may_alias));
};
template <>
struct VectorOf<8> {
    typedef double Type __attribute__((vector_size(64), aligned(8), may_alias));
};

#define DELTASCOPE_INLINE __attribute__((always_inline)) inline

/// One tile of C, Vectors·Width rows by Columns columns, summed over k in registers.
template <std::size_t Width, std::size_t Vectors, std::size_t Columns>
DELTASCOPE_INLINE void tile(const double* a, std::size_t rows, ProductInput b, double* c, std::size_t terms,
    const double* start, std::size_t startStride)
{
    using Vector = typename VectorOf<Width>::Type;
    Vector sums[Columns][Vectors];
    for (std::size_t j = 0; j < Columns; ++j)
        for (std::size_t v = 0; v < Vectors; ++v)
            sums[j][v] = start ? *reinterpret_cast<const Vector*>(start + j * startStride + v * Width) : Vector{};
    for (std::size_t k = 0; k < terms; ++k) {
        const double* column = a + k * rows;
        const double* factors = b.data + k * b.alongSum;
        for (std::size_t j = 0; j < Columns; ++j) {
            const double factor = factors[j * b.alongColumns];
            for (std::size_t v = 0; v < Vectors; ++v)
                sums[j][v] += *reinterpret_cast<const Vector*>(column + v * Width) * factor;
        }
    }
    for (std::size_t j = 0; j < Columns; ++j)
        for (std::size_t v = 0; v < Vectors; ++v)
            *reinterpret_cast<Vector*>(c + j * rows + v * Width) = sums[j][v];
}

/// `start` nullptr: from 0; startStride 0: every column from the same start; else from C itself.
template <std::size_t Width, std::size_t Vectors, std::size_t Columns>
DELTASCOPE_INLINE void tilesOfColumns(const double* a, ProductInput b, double* c, const double* start,
    std::size_t startStride, std::size_t rows, std::size_t terms, std::size_t columns)
{
    constexpr std::size_t kRows = Width * Vectors;
    for (std::size_t row = 0; row < rows; row += kRows) {
        std::size_t j = 0;
        const auto from = [&](std::size_t column) __attribute__((always_inline))
        {
            return start ? start + row + column * startStride : nullptr;
        };
        for (; j + Columns <= columns; j += Columns)
            tile<Width, Vectors, Columns>(a + row, rows, {b.data + j * b.alongColumns, b.alongSum, b.alongColumns},
                c + row + j * rows, terms, from(j), startStride);
        for (; j + 2 <= columns; j += 2) // two sums in one wait: of one alone most of the time is waiting
            tile<Width, Vectors, 2>(a + row, rows, {b.data + j * b.alongColumns, b.alongSum, b.alongColumns},
                c + row + j * rows, terms, from(j), startStride);
        for (; j < columns; ++j)
            tile<Width, Vectors, 1>(a + row, rows, {b.data + j * b.alongColumns, b.alongSum, b.alongColumns},
                c + row + j * rows, terms, from(j), startStride);
    }
}

/// As many columns in one go as stay in the nearest cache beside a row of tiles; of long ones all.
template <std::size_t Width, std::size_t Vectors, std::size_t Columns>
DELTASCOPE_INLINE void allTiles(const double* a, ProductInput b, double* c, const double* start,
    std::size_t startStride, std::size_t rows, std::size_t terms, std::size_t columns)
{
    constexpr std::size_t kTogether = 40, kShort = 64;
    const std::size_t together = terms <= kShort ? kTogether : columns;
    for (std::size_t j = 0; j < columns; j += together)
        tilesOfColumns<Width, Vectors, Columns>(a, {b.data + j * b.alongColumns, b.alongSum, b.alongColumns},
            c + j * rows, start ? start + j * startStride : nullptr, startStride, rows, terms,
            std::min(together, columns - j));
}

template <std::size_t Width, std::size_t Vectors>
DELTASCOPE_INLINE void sparseTile(const double* a, std::size_t rows, SparseColumn x, double* c, const double* start)
{
    using Vector = typename VectorOf<Width>::Type;
    Vector sums[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v)
        sums[v] = *reinterpret_cast<const Vector*>(start + v * Width);
    for (std::size_t k = 0; k < x.count; ++k) {
        const double* column = a + x.rows[k] * rows;
        for (std::size_t v = 0; v < Vectors; ++v)
            sums[v] += *reinterpret_cast<const Vector*>(column + v * Width) * x.values[k];
    }
    for (std::size_t v = 0; v < Vectors; ++v)
        *reinterpret_cast<Vector*>(c + v * Width) = sums[v];
}

template <std::size_t Width, std::size_t Vectors>
DELTASCOPE_INLINE void addSparseTile(const double* a, std::size_t rows, SparseColumn x, double* c)
{
    using Vector = typename VectorOf<Width>::Type;
    Vector factors[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v)
        factors[v] = *reinterpret_cast<const Vector*>(a + v * Width);
    for (std::size_t k = 0; k < x.count; ++k) {
        double* column = c + x.rows[k] * rows;
        for (std::size_t v = 0; v < Vectors; ++v)
            *reinterpret_cast<Vector*>(column + v * Width) += factors[v] * x.values[k];
    }
}

/// Wide tiles as far as they go, then those of 8 rows.
template <std::size_t Width, std::size_t Vectors>
DELTASCOPE_INLINE void sparseTiles(const double* a, SparseColumn x, double* c, const double* start, std::size_t rows)
{
    constexpr std::size_t kRows = Width * Vectors;
    std::size_t row = 0;
    for (; row + kRows <= rows; row += kRows)
        sparseTile<Width, Vectors>(a + row, rows, x, c + row, start + row);
    for (; row < rows; row += kPadding)
        sparseTile<Width, kPadding / Width>(a + row, rows, x, c + row, start + row);
}

template <std::size_t Width, std::size_t Vectors>
DELTASCOPE_INLINE void addSparseTiles(const double* a, SparseColumn x, double* c, std::size_t rows)
{
    constexpr std::size_t kRows = Width * Vectors;
    std::size_t row = 0;
    for (; row + kRows <= rows; row += kRows)
        addSparseTile<Width, Vectors>(a + row, rows, x, c + row);
    for (; row < rows; row += kPadding)
        addSparseTile<Width, kPadding / Width>(a + row, rows, x, c + row);
}

/// Two sums side by side in each of the columns.
template <std::size_t Columns>
DELTASCOPE_INLINE void dotTile(const double* a, const double* x, double* y, std::size_t terms)
{
    using Vector = typename VectorOf<2>::Type;
    Vector sums[Columns] = {};
    std::size_t k = 0;
    for (; k + 1 < terms; k += 2)
        for (std::size_t j = 0; j < Columns; ++j)
            sums[j] += *reinterpret_cast<const Vector*>(a + j * terms + k) * *reinterpret_cast<const Vector*>(x + k);
    for (std::size_t j = 0; j < Columns; ++j) {
        y[j] = sums[j][0] + sums[j][1];
        if (k < terms)
            y[j] += a[j * terms + k] * x[k];
    }
}

DELTASCOPE_INLINE void dotTiles(const double* a, const double* x, double* y, std::size_t terms, std::size_t columns)
{
    constexpr std::size_t kTogether = 8;
    std::size_t j = 0;
    for (; j + kTogether <= columns; j += kTogether)
        dotTile<kTogether>(a + j * terms, x, y + j, terms);
    for (; j < columns; ++j)
        dotTile<1>(a + j * terms, x, y + j, terms);
}

/// Of values(i), times factors(i) and plus addends(i) where there are such.
template <std::size_t Width>
DELTASCOPE_INLINE Sizes sizesOf(const double* values, const double* factors, const double* addends, std::size_t count)
{
    using Vector = typename VectorOf<Width>::Type;
    const auto at = [&](std::size_t i) __attribute__((always_inline))
    {
        const double product = factors ? values[i] * factors[i] : values[i];
        return std::abs(addends ? product + addends[i] : product);
    };
    Sizes sizes{at(0), at(0)};
    std::size_t i = 0;
    if (count >= Width) {
        Vector smallest = Vector{} + at(0), largest = smallest;
        for (; i + Width <= count; i += Width) {
            Vector size = *reinterpret_cast<const Vector*>(values + i);
            if (factors)
                size *= *reinterpret_cast<const Vector*>(factors + i);
            if (addends)
                size += *reinterpret_cast<const Vector*>(addends + i);
            size = size < 0 ? -size : size;
            smallest = size < smallest ? size : smallest;
            largest = largest < size ? size : largest;
        }
        for (std::size_t lane = 0; lane < Width; ++lane) {
            sizes.smallest = std::min<double>(sizes.smallest, smallest[lane]);
            sizes.largest = std::max<double>(sizes.largest, largest[lane]);
        }
    }
    for (; i < count; ++i) {
        sizes.smallest = std::min(sizes.smallest, at(i));
        sizes.largest = std::max(sizes.largest, at(i));
    }
    return sizes;
}

template <std::size_t Width>
DELTASCOPE_INLINE void addAll(double* values, const double* addends, std::size_t count)
{
    using Vector = typename VectorOf<Width>::Type;
    std::size_t i = 0;
    for (; i + Width <= count; i += Width)
        *reinterpret_cast<Vector*>(values + i) += *reinterpret_cast<const Vector*>(addends + i);
    for (; i < count; ++i)
        values[i] += addends[i];
}

template <std::size_t Width>
DELTASCOPE_INLINE void scaleAll(double* values, const double* factors, double scale, std::size_t count)
{
    using Vector = typename VectorOf<Width>::Type;
    std::size_t i = 0;
    for (; i + Width <= count; i += Width)
        *reinterpret_cast<Vector*>(values + i) *= *reinterpret_cast<const Vector*>(factors + i) * scale;
    for (; i < count; ++i)
        values[i] *= factors[i] * scale;
}

template <std::size_t Width>
DELTASCOPE_INLINE void multiplyAll(const double* values, const double* factors, double* products, std::size_t count)
{
    using Vector = typename VectorOf<Width>::Type;
    std::size_t i = 0;
    for (; i + Width <= count; i += Width)
        *reinterpret_cast<Vector*>(products + i) =
            *reinterpret_cast<const Vector*>(values + i) * *reinterpret_cast<const Vector*>(factors + i);
    for (; i < count; ++i)
        products[i] = values[i] * factors[i];
}

template <std::size_t Width>
DELTASCOPE_INLINE void addAllColumns(const double* values, double* sums, std::size_t rows, std::size_t columns)
{
    using Vector = typename VectorOf<Width>::Type;
    for (std::size_t row = 0; row < rows; row += kPadding) {
        constexpr std::size_t kVectors = kPadding / Width;
        Vector sum[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v)
            sum[v] = *reinterpret_cast<const Vector*>(sums + row + v * Width);
        for (std::size_t j = 0; j < columns; ++j)
            for (std::size_t v = 0; v < kVectors; ++v)
                sum[v] += *reinterpret_cast<const Vector*>(values + j * rows + row + v * Width);
        for (std::size_t v = 0; v < kVectors; ++v)
            *reinterpret_cast<Vector*>(sums + row + v * Width) = sum[v];
    }
}

/// The functions of one instruction set: tiles of Vectors·Width × Columns, sparse ones of Sparse·Width rows.
#define DELTASCOPE_KERNELS(NAME, ATTRIBUTE, WIDTH, VECTORS, COLUMNS, SPARSE)                                           \
    namespace NAME {                                                                                                   \
    ATTRIBUTE void product(const double* a, ProductInput b, double* c, const double* start, std::size_t rows,          \
        std::size_t terms, std::size_t columns)                                                                        \
    {                                                                                                                  \
        allTiles<WIDTH, VECTORS, COLUMNS>(a, b, c, start, 0, rows, terms, columns);                                    \
    }                                                                                                                  \
    ATTRIBUTE void addProduct(                                                                                         \
        const double* a, ProductInput b, double* c, std::size_t rows, std::size_t terms, std::size_t columns)          \
    {                                                                                                                  \
        allTiles<WIDTH, VECTORS, COLUMNS>(a, b, c, c, rows, rows, terms, columns);                                     \
    }                                                                                                                  \
    ATTRIBUTE void sparseProduct(const double* a, SparseColumn x, double* c, const double* start, std::size_t rows)    \
    {                                                                                                                  \
        sparseTiles<WIDTH, SPARSE>(a, x, c, start, rows);                                                              \
    }                                                                                                                  \
    ATTRIBUTE void addSparseProduct(const double* a, SparseColumn x, double* c, std::size_t rows)                      \
    {                                                                                                                  \
        addSparseTiles<WIDTH, SPARSE>(a, x, c, rows);                                                                  \
    }                                                                                                                  \
    ATTRIBUTE void dots(const double* a, const double* x, double* y, std::size_t terms, std::size_t columns)           \
    {                                                                                                                  \
        dotTiles(a, x, y, terms, columns);                                                                             \
    }                                                                                                                  \
    ATTRIBUTE Sizes sizes(const double* values, const double* factors, std::size_t count)                              \
    {                                                                                                                  \
        return sizesOf<WIDTH>(values, factors, nullptr, count);                                                        \
    }                                                                                                                  \
    ATTRIBUTE Sizes sizesOfSums(const double* values, const double* addends, std::size_t count)                        \
    {                                                                                                                  \
        return sizesOf<WIDTH>(values, nullptr, addends, count);                                                        \
    }                                                                                                                  \
    ATTRIBUTE void add(double* values, const double* addends, std::size_t count)                                       \
    {                                                                                                                  \
        addAll<WIDTH>(values, addends, count);                                                                         \
    }                                                                                                                  \
    ATTRIBUTE void scale(double* values, const double* factors, double by, std::size_t count)                          \
    {                                                                                                                  \
        scaleAll<WIDTH>(values, factors, by, count);                                                                   \
    }                                                                                                                  \
    ATTRIBUTE void multiply(const double* values, const double* factors, double* products, std::size_t count)          \
    {                                                                                                                  \
        multiplyAll<WIDTH>(values, factors, products, count);                                                          \
    }                                                                                                                  \
    ATTRIBUTE void addColumns(const double* values, double* sums, std::size_t rows, std::size_t columns)               \
    {                                                                                                                  \
        addAllColumns<WIDTH>(values, sums, rows, columns);                                                             \
    }                                                                                                                  \
    constexpr Kernels kKernels{#NAME, product, addProduct, sparseProduct, addSparseProduct, dots, sizes, sizesOfSums,  \
        add, scale, multiply, addColumns};                                                                             \
    }

DELTASCOPE_KERNELS(portable, , 2, 2, 4, 8)
#ifdef __x86_64__
DELTASCOPE_KERNELS(x86_64_v3, __attribute__((target("arch=x86-64-v3"))), 4, 2, 5, 8)
DELTASCOPE_KERNELS(x86_64_v4, __attribute__((target("arch=x86-64-v4"))), 8, 1, 8, 4)
constexpr BySet<Kernels> kKernelSets{&portable::kKernels, &x86_64_v3::kKernels, &x86_64_v4::kKernels};
#else
constexpr BySet<Kernels> kKernelSets{&portable::kKernels};
#endif

} // namespace

const Kernels& kernels(InstructionSet set)
{
    return kKernelSets[set];
}

const Kernels& kernels()
{
    static const Kernels& best = kernels(bestInstructionSet());
    return best;
}

} // namespace deltascope::numerics
