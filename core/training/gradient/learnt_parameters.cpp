// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/gradient/learnt_parameters.h"

#include "network/parametrizations/parametrization.h"

#include <algorithm>

namespace deltascope::gradient {

namespace {

template <class Number>
using Matrix = Eigen::Map<std::conditional_t<std::is_const_v<Number>, const Eigen::MatrixXd, Eigen::MatrixXd>, 0,
    Eigen::OuterStride<>>;

/// The weights of a layer, of a padded column the neurons alone.
template <class Number>
Matrix<Number> matrixOf(const ParameterLayout& layout, int layer, Number* weights)
{
    const auto at = [](std::size_t size) { return static_cast<Eigen::Index>(size); };
    const std::size_t index = ParameterLayout::index(layer);
    return {
        weights, at(layout.sizes[index]), at(layout.sizes[index - 1]), Eigen::OuterStride<>(at(layout.rows[index]))};
}

Eigen::Map<const Eigen::VectorXd> ownOf(const ParameterLayout& layout, int layer, const double* values)
{
    return {values + layout.own(layer), static_cast<Eigen::Index>(layout.ownNumbers[ParameterLayout::index(layer)])};
}

} // namespace

LearntParameters::LearntParameters(const network::Network& network, const ParameterLayout& layout)
    : m_network(network)
    , m_layout(layout)
{
    if (std::ranges::any_of(layout.owners, [&](int layer) { return network.parametrization(layer) != nullptr; }))
        m_made.resize(layout.total);
}

const double* LearntParameters::made(const std::vector<double>& learnt)
{
    if (m_made.empty())
        return learnt.data();
    std::ranges::copy(learnt, m_made.begin());
    for (const int layer : m_layout.owners)
        if (const network::Parametrization* made = m_network.parametrization(layer)) {
            const std::size_t begin = m_layout.weights[ParameterLayout::index(layer)];
            made->make(matrixOf(m_layout, layer, learnt.data() + begin), ownOf(m_layout, layer, learnt.data()),
                matrixOf(m_layout, layer, m_made.data() + begin));
        }
    return m_made.data();
}

std::span<const double> LearntParameters::weights(
    int layer, std::span<const double> learnt, std::vector<double>& room) const
{
    const std::span<const double> v =
        learnt.subspan(m_layout.weights[ParameterLayout::index(layer)], m_layout.weightCount(layer));
    const network::Parametrization* made = m_network.parametrization(layer);
    if (made == nullptr)
        return v;
    room.assign(v.size(), 0);
    made->make(matrixOf(m_layout, layer, v.data()), ownOf(m_layout, layer, learnt.data()),
        matrixOf(m_layout, layer, room.data()));
    return room;
}

void LearntParameters::leadBack(const std::vector<double>& learnt, std::vector<double>& gradient) const
{
    if (m_made.empty())
        return;
    for (const int layer : m_layout.owners)
        if (const network::Parametrization* made = m_network.parametrization(layer)) {
            const std::size_t begin = m_layout.weights[ParameterLayout::index(layer)];
            Eigen::Map<Eigen::VectorXd> own(gradient.data() + m_layout.own(layer),
                static_cast<Eigen::Index>(m_layout.ownNumbers[ParameterLayout::index(layer)]));
            made->leadBack(matrixOf(m_layout, layer, learnt.data() + begin), ownOf(m_layout, layer, learnt.data()),
                matrixOf(m_layout, layer, gradient.data() + begin), own);
        }
}

std::array<std::pair<std::size_t, std::size_t>, 2> LearntParameters::decaying(int layer) const
{
    const std::pair gate{m_layout.gate(layer), m_layout.gate(layer) + m_layout.gateWeightCount(layer)};
    const network::Parametrization* made = m_network.parametrization(layer);
    if (made != nullptr && made->ownNumbersScale)
        return {std::pair{m_layout.own(layer), m_layout.learnt(layer)}, gate};
    const std::size_t begin = m_layout.weights[ParameterLayout::index(layer)];
    return {std::pair{begin, begin + m_layout.weightCount(layer)}, gate};
}

} // namespace deltascope::gradient
