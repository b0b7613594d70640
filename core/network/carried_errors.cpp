// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/carried_errors.h"

#include <algorithm>

namespace deltascope::operations {

void ErrorColumns::reserve(Eigen::Index widest, int probes)
{
    mantissas.resize(static_cast<std::size_t>(probes * widest));
    exponents.resize(static_cast<std::size_t>(probes));
}

bool ErrorColumns::plain() const
{
    return std::ranges::all_of(exponents, [](std::int64_t exponent) { return exponent == 0; });
}

void ErrorColumns::clear(Eigen::Index newSize)
{
    size = newSize;
    std::fill_n(mantissas.begin(), static_cast<std::ptrdiff_t>(exponents.size()) * newSize, 0.0);
    std::ranges::fill(exponents, 0);
}

void ErrorColumns::put(int probe, const std::vector<numerics::Scaled>& values)
{
    numerics::Column column = columns().column(probe);
    numerics::pack({values.data(), static_cast<std::size_t>(size)}, column);
    columns().set(probe, column);
}

void ProbedLayer::nothingToAdd()
{
    std::ranges::fill(terms, numerics::Scaled{});
    given = nullptr;
}

bool ProbedLayer::inDoubles() const
{
    bool plain = zPlain && before.plain();
    for (int probe = 0; plain && probe < (ofEveryExample ? probes : 1); ++probe) {
        const Eigen::Index x = exampleOf(probe);
        plain = pass.plain(layer, x) && pass.zColumn(layer, x).exponent == 0 && pass.aColumn(layer, x).exponent == 0
            && pass.aColumn(layer - 1, x).exponent == 0;
    }
    return plain;
}

void ProbedLayer::addRounding(const numerics::Columns& numbers)
{
    if (given != nullptr)
        addRoundingOfGiven(numbers);
    else if (inDoubles())
        addRoundingInDoubles(numbers);
    else
        addRoundingScaled(numbers);
    nothingToAdd();
}

void ProbedLayer::addRoundingInDoubles(const numerics::Columns& numbers) const
{
    for (int probe = 0; probe < probes; ++probe) {
        const double size = terms[static_cast<std::size_t>(probe)].nearestDouble();
        if (size == 0) // every product is 0
            continue;
        const numerics::Column rounded = numbers.column(exampleOf(probe)), errors = value->columns().column(probe);
        for (Eigen::Index i = 0; i < rounded.size; ++i)
            errors.mantissas[i] += operations::kRounding * operations::noise(rounded.mantissas[i], probe)
                * (size + std::abs(rounded.mantissas[i]));
    }
}

void ProbedLayer::addRoundingScaled(const numerics::Columns& numbers) const
{
    zPlain = false;
    for (int probe = 0; probe < probes; ++probe) {
        const numerics::Column rounded = numbers.column(exampleOf(probe));
        const numerics::Scaled size = terms[static_cast<std::size_t>(probe)];
        for (Eigen::Index i = 0; i < rounded.size; ++i)
            scratch[static_cast<std::size_t>(i)] = size.isZero() ? value->at(i, probe)
                                                                 : value->at(i, probe)
                    + numerics::Scaled::from(operations::kRounding * operations::noise(rounded.mantissas[i], probe))
                        * (size + numerics::abs(rounded.at(i)));
        value->put(probe, scratch);
    }
}

void ProbedLayer::addRoundingOfGiven(const numerics::Columns& numbers) const
{
    const numerics::Columns divided = given->columns();
    for (int probe = 0; probe < probes; ++probe) {
        const numerics::Column rounded = numbers.column(exampleOf(probe)), quotient = divided.column(exampleOf(probe)),
                               errors = value->columns().column(probe);
        const double unit = operations::inUnits(numerics::Scaled::from(operations::kRounding), errors.exponent);
        for (Eigen::Index i = 0; i < rounded.size; ++i)
            errors.mantissas[i] += unit * operations::noise(rounded.mantissas[i], probe)
                * (std::abs(operations::inUnits(quotient.at(i), 0)) + std::abs(operations::inUnits(rounded.at(i), 0)));
    }
    zPlain = value->plain();
}

} // namespace deltascope::operations
