// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/rounding_error_probes.h"

#include "evaluation/rounding_error_exact.h"
#include "network/operation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::evaluation {

namespace {

using Eigen::Index;

constexpr int kWide = 16; // from here on one probe says as much as two
constexpr int kMostFollowed = 8; // examples of a batch with errors of their own

int smallestLayer(const network::Network& network)
{
    int smallest = std::numeric_limits<int>::max();
    for (int layer = 1; layer < network.depth(); ++layer)
        smallest = std::min(smallest, network.size(layer));
    return smallest;
}

void follow(operations::ProbedLayer& layer, std::size_t first, std::size_t end)
{
    for (std::size_t i = first; i < end; ++i) {
        layer.operation = &layer.network.plan(layer.layer).operations[i];
        if (layer.operation->kind->probed != nullptr)
            layer.operation->kind->probed(layer);
    }
}

bool toBeAdded(const operations::ProbedLayer& layer)
{
    return layer.given != nullptr
        || std::ranges::any_of(layer.terms, [](numerics::Scaled each) { return !each.isZero(); });
}

} // namespace

ProbedErrors::ProbedErrors(const network::Network& network, const network::ForwardPass& pass)
    : m_network(network)
    , m_pass(pass)
    , m_ofEveryExample(network.structure().couplesExamples() && pass.examples() <= kMostFollowed)
    , m_probes(m_ofEveryExample                 ? static_cast<int>(pass.examples())
              : smallestLayer(network) >= kWide ? 1
                                                : 2)
{
    int widest = 0;
    for (int layer = 0; layer <= network.depth(); ++layer)
        widest = std::max(widest, network.size(layer));
    for (operations::ErrorColumns* errors : {&m_a, &m_z, &m_next})
        errors->reserve(widest, m_probes);
    m_scratch.resize(static_cast<std::size_t>(widest));
    m_terms.resize(static_cast<std::size_t>(m_probes));
    m_a.clear(network.size(0));
}

operations::ProbedLayer ProbedErrors::layerOf(int layer, operations::ErrorColumns& value)
{
    return {.network = m_network,
        .pass = m_pass,
        .layer = layer,
        .operation = nullptr,
        .ofEveryExample = m_ofEveryExample,
        .probes = m_probes,
        .before = m_a,
        .room = m_room,
        .z = m_z,
        .value = &value,
        .scratch = m_scratch,
        .terms = m_terms,
        .zPlain = m_zPlain};
}

void ProbedErrors::enter(int layer)
{
    m_layer = layer;
    operations::ProbedLayer here = layerOf(layer, m_a);
    here.nothingToAdd();
    follow(here, 0, m_network.plan(layer).activate);
    if (toBeAdded(here))
        here.addRounding(m_pass.z(layer));
}

void ProbedErrors::leave(int layer)
{
    const network::LayerPlan& plan = m_network.plan(layer);
    operations::ProbedLayer here = layerOf(layer, m_next);
    m_next.size = m_network.size(layer);
    if (here.inDoubles())
        carry<double>(here);
    else
        carry<numerics::Scaled>(here);
    if (plan.settled < plan.operations.size()) {
        here.nothingToAdd();
        follow(here, plan.settled, plan.operations.size());
        here.addRounding(m_pass.a(layer));
    }
    std::swap(m_a, m_next);
}

template <class Number>
void ProbedErrors::carry(const operations::ProbedLayer& layer)
{
    constexpr bool kInDoubles = std::is_same_v<Number, double>;
    const network::LayerPlan& plan = m_network.plan(layer.layer);
    for (int probe = 0; probe < m_probes; ++probe) {
        const Index x = layer.exampleOf(probe);
        Number* errors = nullptr;
        const double* slopes = nullptr;
        if constexpr (kInDoubles) {
            m_next.exponents[static_cast<std::size_t>(probe)] = 0;
            errors = m_next.columns().column(probe).mantissas;
            std::copy_n(m_z.columns().column(probe).mantissas, m_next.size, errors);
            slopes = m_pass.derivativeColumn(layer.layer, x).mantissas;
        } else {
            errors = m_scratch.data();
            for (Index i = 0; i < m_next.size; ++i)
                errors[i] = m_z.at(i, probe);
        }
        operations::CarriedErrors<Number> carried{layer, probe, 1, errors, m_next.size, slopes};
        for (std::size_t i = plan.activate; i < plan.settled; ++i) {
            carried.scale = m_network.number(layer.layer, plan.operations[i]);
            carried.operation = &plan.operations[i];
            if (const auto step = plan.operations[i].kind->carried.template of<Number>())
                step(carried);
        }
        const numerics::Column z = m_pass.zColumn(layer.layer, x), a = m_pass.aColumn(layer.layer, x);
        for (Index i = 0; i < m_next.size; ++i)
            if constexpr (kInDoubles) {
                if (carried.rounds || !operations::isExact(z.mantissas[i], a.mantissas[i]))
                    errors[i] = errors[i]
                        + operations::kRounding * operations::noise(a.mantissas[i], probe) * std::abs(a.mantissas[i]);
            } else {
                const numerics::Scaled exactly = m_pass.a(layer.layer, i, x);
                if (carried.rounds || !operations::isExact(z.at(i), exactly))
                    errors[i] = errors[i]
                        + numerics::Scaled::from(operations::kRounding * operations::noise(exactly.mantissa, probe))
                            * numerics::abs(exactly);
            }
        if constexpr (!kInDoubles)
            m_next.put(probe, m_scratch);
    }
}

bool ProbedErrors::allBelow(double most) const
{
    if (!m_zPlain || m_ofEveryExample || m_pass.zColumn(m_layer).exponent != 0)
        return false;
    const numerics::Column z = m_pass.zColumn(m_layer);
    const double* first = m_z.mantissas.data();
    const double* second = first + (m_probes - 1) * z.size; // or the same
    bool below = true;
    for (Index i = 0; i < z.size; ++i) {
        const double size = std::max(std::abs(first[i]), std::abs(second[i]));
        below &= (size == 0) | ((size < most) & (size < std::abs(z.mantissas[i])));
    }
    return below;
}

numerics::Scaled ProbedErrors::ofZ(Index neuron) const
{
    numerics::Scaled squares;
    for (int probe = 0; probe < m_probes; ++probe)
        squares = squares + m_z.at(neuron, probe) * m_z.at(neuron, probe);
    return numerics::sqrt(squares * numerics::Scaled::from(1.0 / m_probes));
}

bool ProbedErrors::nothingRounded(int layer)
{
    while (!m_rounded && m_exactThrough < layer) {
        m_rounded = !roundsNothing(m_network, m_pass, m_exactThrough + 1);
        m_exactThrough += !m_rounded;
    }
    if (m_rounded)
        return false;
    m_z.clear(m_network.size(layer));
    m_a.clear(m_network.size(layer - 1));
    m_zPlain = true;
    return true;
}

} // namespace deltascope::evaluation
