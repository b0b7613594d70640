// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/gradient/parameter_layout.h"

#include <algorithm>

namespace deltascope::gradient {

ParameterLayout::ParameterLayout(const network::Network& network)
    : ownNumbers(1, 0)
    , learntNumbers(1, 0)
    , gateColumns(1, 0)
    , fed(1, 0)
    , weights(1, 0)
    , transposed(2, 0)
    , gateTransposed(2, 0)
    , m_firstTransposed(2, 0)
{
    std::vector<int> firstOf(static_cast<std::size_t>(network.depth()) + 1, 0); // from 2 on, by owner
    for (int layer = 0; layer <= network.depth(); ++layer) {
        sizes.push_back(static_cast<std::size_t>(network.size(layer)));
        rows.push_back(numerics::padded(sizes.back()));
        if (layer == 0)
            continue;
        ownNumbers.push_back(network.ownNumbers(layer));
        learntNumbers.push_back(static_cast<std::size_t>(network.plan(layer).learnt));
        gateColumns.push_back(static_cast<std::size_t>(network.gateColumns(layer)));
        fed.push_back(static_cast<std::size_t>(network.fed(layer)));
        const bool own = network.parametersOf(layer) == 0;
        const int owner = own ? layer : network.parametersOf(layer);
        weights.push_back(own ? total : weights[index(owner)]);
        if (own) {
            owners.push_back(layer);
            total += rows.back() * (sizes[index(layer) - 1] + 1) + numerics::padded(ownNumbers.back())
                + numerics::padded(learntNumbers.back()) + numbersOfGate(layer);
        }
        if (layer == 1)
            continue;
        int& first = firstOf[index(owner)];
        const std::size_t size = rows[index(layer) - 1] * sizes[index(layer)];
        transposed.push_back(first > 0 ? transposed[index(first)] : transposedTotal);
        gateTransposed.push_back(transposed.back() + size);
        if (first == 0) {
            first = layer;
            transposedTotal += gateColumns.back() > 0 ? 2 * size : size;
        }
        m_firstTransposed.push_back(first);
    }
    findApart(network);
}

void ParameterLayout::findApart(const network::Network& network)
{
    std::vector<bool> shared(sizes.size());
    for (int layer = 2; layer <= depth(); ++layer) {
        if (const int owner = network.parametersOf(layer); owner > 0)
            shared[index(owner)] = shared[index(layer)] = true;
        if (fed[index(layer)] > 0) // through the weights of layer 1
            shared[1] = true;
    }
    apart.assign(sizes.size(), kAlone);
    for (int layer = 1; layer <= depth(); ++layer)
        if (shared[index(layer)]) {
            apart[index(layer)] = apartTotal;
            apartTotal += weightCount(layer) + rows[index(layer)];
        }
}

bool ParameterLayout::transposedBefore(int layer) const
{
    return m_firstTransposed[index(layer)] < layer;
}

std::vector<double> ParameterLayout::pack(const network::Network& network) const
{
    std::vector<double> values(total);
    const double* from = network.values().data();
    for (const int layer : owners) {
        const std::size_t size = sizes[index(layer)], own = ownNumbers[index(layer)],
                          learnt = learntNumbers[index(layer)];
        double* to = values.data() + weights[index(layer)];
        for (std::size_t column = 0; column <= sizes[index(layer) - 1];
             ++column, from += size, to += rows[index(layer)])
            std::copy_n(from, size, to); // the last column are the biases
        std::copy_n(from, own, to);
        std::copy_n(from + own, learnt, values.data() + this->learnt(layer));
        from += own + learnt;
        to = values.data() + gate(layer);
        const std::size_t columns = gateColumns[index(layer)];
        for (std::size_t column = 0; columns > 0 && column <= columns; ++column, from += size, to += rows[index(layer)])
            std::copy_n(from, size, to);
    }
    return values;
}

void ParameterLayout::unpack(const std::vector<double>& values, network::Network& network) const
{
    std::vector<double> plain;
    plain.reserve(network.values().size()); // it may be as large as all else
    for (const int layer : owners) {
        const double* from = values.data() + weights[index(layer)];
        for (std::size_t column = 0; column <= sizes[index(layer) - 1]; ++column, from += rows[index(layer)])
            plain.insert(plain.end(), from, from + sizes[index(layer)]);
        plain.insert(plain.end(), from, from + ownNumbers[index(layer)]);
        from = values.data() + learnt(layer);
        plain.insert(plain.end(), from, from + learntNumbers[index(layer)]);
        from = values.data() + gate(layer);
        const std::size_t columns = gateColumns[index(layer)];
        for (std::size_t column = 0; columns > 0 && column <= columns; ++column, from += rows[index(layer)])
            plain.insert(plain.end(), from, from + sizes[index(layer)]);
    }
    network.setValues(std::move(plain));
}

void transposeWeights(const ParameterLayout& layout, const double* values, std::vector<double>& transposed)
{
    for (int layer = 2; layer <= layout.depth(); ++layer) {
        if (layout.transposedBefore(layer))
            continue;
        const std::size_t rows = layout.rows[ParameterLayout::index(layer)],
                          columns = layout.sizes[ParameterLayout::index(layer) - 1],
                          size = layout.sizes[ParameterLayout::index(layer)],
                          stride = layout.rows[ParameterLayout::index(layer) - 1];
        const auto transpose = [&](const double* from, double* to) {
            for (std::size_t i = 0; i < columns; ++i)
                for (std::size_t j = 0; j < size; ++j)
                    to[j * stride + i] = from[i * rows + j];
        };
        transpose(values + layout.weights[ParameterLayout::index(layer)],
            transposed.data() + layout.transposed[ParameterLayout::index(layer)]);
        if (layout.gateColumns[ParameterLayout::index(layer)] > 0)
            transpose(
                values + layout.gate(layer), transposed.data() + layout.gateTransposed[ParameterLayout::index(layer)]);
    }
}

} // namespace deltascope::gradient
