// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/backward_pass.h"

#include "network/operation.h"

#include <algorithm>

namespace deltascope::network {

BackwardPass::BackwardPass(const Network& network, const ForwardPass& forward, const losses::Loss& loss,
    const Eigen::Ref<const Eigen::MatrixXd>& targets, Cost cost)
    : m_network(network)
    , m_forward(forward)
    , m_outputsCancel(loss.sumsToOne)
{
    reserve();
    start(loss, targets);
    if (cost == Cost::computed)
        computeCost(loss, targets);
}

void BackwardPass::reserve()
{
    int widest = 0;
    bool past = false, apart = false;
    for (int layer = 1; layer <= m_network.depth(); ++layer) {
        const LayerPlan& plan = m_network.plan(layer);
        widest = std::max(widest, m_network.size(layer));
        past = past || plan.goesPast;
        apart = apart || plan.changesSums;
    }
    m_scratch.resize(static_cast<std::size_t>(widest));
    m_outputs.resize(static_cast<std::size_t>(m_network.size(m_network.depth())));
    m_delta.reserve(widest, m_forward.examples());
    m_product.reserve(widest, m_forward.examples());
    if (past)
        m_past.reserve(widest, m_forward.examples());
    if (m_network.structure().gated()) {
        m_gate.reserve(widest, m_forward.examples());
        m_room.reserve(widest, m_forward.examples());
    }
    if (apart)
        m_ofSums.reserve(widest, m_forward.examples());
}

std::span<const numerics::Scaled> BackwardPass::outputs(Eigen::Index example)
{
    const numerics::Columns z = m_forward.z(m_network.depth());
    for (Eigen::Index i = 0; i < z.size; ++i)
        m_outputs[static_cast<std::size_t>(i)] = z.at(i, example);
    return m_outputs;
}

void BackwardPass::start(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets)
{
    const int depth = m_network.depth();
    const activations::Activation& activation = m_network.activation(depth);
    m_delta.size = m_network.size(depth);
    const numerics::Columns delta = m_delta.columns();
    for (Eigen::Index example = 0; example < delta.count; ++example)
        packOutput(loss, {activation, outputs(example), {targets.col(example).data(), m_outputs.size()}}, example);
    throughSums(depth);
    present();
}

void BackwardPass::packOutput(const losses::Loss& loss, const losses::LossInput& input, Eigen::Index example)
{
    const std::span values(m_scratch.data(), m_outputs.size());
    loss.outputDelta(input, values);
    if (allTooSmall(values))
        m_delta.setOffset(example, toLargest(values, [&](std::size_t i) {
            return loss.deltaTail ? loss.deltaTail(input, i) : numerics::Scaled::from(-values[i].naturalLog());
        }));
    const numerics::Columns delta = m_delta.columns();
    numerics::Column column = delta.column(example);
    m_belowResolution += numerics::packNormalised(values, column).belowResolution;
    delta.set(example, column);
    m_delta.keepWithinRange(example);
}

void BackwardPass::present()
{
    m_leftRange = m_leftRange || !m_delta.offsets.empty();
    if (!m_leftRange)
        return;
    m_unitOffset = m_delta.smallestOffset();
    m_delta.present(m_unitOffset);
    m_gate.present(m_unitOffset);
    if (m_sumsApart)
        m_ofSums.present(m_unitOffset);
}

void BackwardPass::computeCost(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets)
{
    const activations::Activation& activation = m_network.activation(m_network.depth());
    const Eigen::Index examples = m_forward.examples();
    const std::span values(m_scratch.data(), m_outputs.size());
    numerics::Scaled squares;
    for (Eigen::Index example = 0; example < examples; ++example) {
        const losses::LossInput input{activation, outputs(example), {targets.col(example).data(), values.size()}};
        m_cost = m_cost + loss.cost(input);
        loss.outputGradient(input, values);
        m_outputGradient = values[0];
        if (example == 0)
            m_firstOutputGradient = values[0];
        for (const numerics::Scaled& value : values)
            squares = squares + value * value;
    }
    const numerics::Scaled share = numerics::Scaled::from(1.0 / static_cast<double>(examples));
    if (examples > 1)
        m_cost = m_cost * share;
    if (values.size() > 1 || examples > 1)
        m_outputGradient = numerics::sqrt(squares * share);
}

void BackwardPass::step(int layer)
{
    leave(layer + 1);
    enter(layer);
    std::swap(m_delta, m_product);
    // A mask makes something of a shift that is not the same for all examples.
    m_shift = m_network.removesShift(layer) && !m_network.plan(layer).draws ? BiasShift::removed : BiasShift::kept;
    throughSums(layer);
    present();
}

operations::BackwardLayer BackwardPass::at(int layer, GradientColumns& value)
{
    return {.network = m_network,
        .forward = m_forward,
        .layer = layer,
        .operation = nullptr,
        .value = &value,
        .product = m_product,
        .past = m_past,
        .gate = m_gate,
        .room = m_room,
        .scratch = m_scratch,
        .outputsCancel = m_outputsCancel && layer == m_network.depth() && !m_sumsApart,
        .learnt = &m_learnt};
}

/// From u^l to ∂C/∂a^(l−1).
void BackwardPass::leave(int layer)
{
    const LayerPlan& plan = m_network.plan(layer);
    operations::BackwardLayer here = at(layer, m_sumsApart ? m_ofSums : m_delta);
    for (std::size_t i = plan.linear + 1; i-- > 0;) {
        here.operation = &plan.operations[i];
        if (here.operation->kind->backward != nullptr)
            here.operation->kind->backward(here);
    }
    for (const LayerOperation& each : plan.operations) {
        if (!plan.goesPast)
            break;
        here.operation = &each;
        if (each.kind->backwardPast != nullptr)
            each.kind->backwardPast(here);
    }
}

/// From ∂C/∂a^l to δ^l.
void BackwardPass::enter(int layer)
{
    const LayerPlan& plan = m_network.plan(layer);
    m_learnt.assign(static_cast<std::size_t>(plan.learnt), {});
    operations::BackwardLayer here = at(layer, m_product);
    for (std::size_t i = plan.operations.size(); i-- > plan.activate;) {
        here.operation = &plan.operations[i];
        if (here.operation->kind->backward != nullptr)
            here.operation->kind->backward(here);
    }
    m_belowResolution = here.belowResolution;
}

/// From δ^l to u^l.
void BackwardPass::throughSums(int layer)
{
    const LayerPlan& plan = m_network.plan(layer);
    m_sumsApart = plan.changesSums;
    if (!m_sumsApart)
        return;
    m_ofSums.copyFrom(m_delta);
    operations::BackwardLayer here = at(layer, m_ofSums);
    for (std::size_t i = plan.activate; i-- > plan.linear + 1;) {
        here.operation = &plan.operations[i];
        if (here.operation->kind->backward != nullptr)
            here.operation->kind->backward(here);
    }
}

} // namespace deltascope::network
