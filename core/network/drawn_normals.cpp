// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/drawn_normals.h"

#include "base/random.h"

namespace deltascope::network {

namespace {

std::vector<double> numbersOf(std::int64_t seed, Purpose purpose, int layer, int count)
{
    std::vector<double> numbers(static_cast<std::size_t>(count));
    RandomStream(static_cast<std::uint64_t>(seed), purpose, static_cast<std::uint64_t>(layer)).normals(numbers);
    return numbers;
}

} // namespace

DrawnNormals::DrawnNormals(std::int64_t seed, const NetworkStructure& structure)
{
    for (int layer = 1; layer <= structure.depth(); ++layer) {
        const int rows = structure.size(layer), columns = structure.size(layer - 1);
        weights.push_back(numbersOf(seed, Purpose::weights, layer, rows * columns));
        biases.push_back(numbersOf(seed, Purpose::biases, layer, rows));
    }
}

double drawnNumbers(const NetworkStructure& structure)
{
    double count = 0;
    for (int layer = 1; layer <= structure.depth(); ++layer)
        count += static_cast<double>(structure.size(layer)) * (structure.size(layer - 1) + 1);
    return count;
}

} // namespace deltascope::network
